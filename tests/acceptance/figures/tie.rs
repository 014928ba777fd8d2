//! Bảng đối chiếu số liệu: every figure of a report, with where it comes from.

use super::*;
use ledger::paper::FigureFormat::{Percent, Sentence};
use ledger::typeset::pdf;

fn ties(desk: &Desk, report: i64) -> String {
    let ties = desk.ledger.report_figures(report).unwrap();
    let line = |tie: &ledger::view::FigureTie| {
        let told = [&tie.section, &tie.shown, &tie.name, &tie.window, &tie.as_of, &tie.source, &tie.formula, &tie.now];
        told.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" | ") + "\n"
    };
    ties.iter().map(line).collect()
}

fn write(desk: &mut Desk, report: i64, text: Vec<Inline>) {
    desk.ledger.keep_section(report, "I.1", vec![Block::Para { id: "a".into(), text }], &on("2026-09-15")).unwrap();
}

#[test]
fn every_figure_of_a_report_is_traced_in_order() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let report = report(&mut desk);
    for section in desk.ledger.report_view(report).unwrap().sections.into_iter().filter(|section| section.writable) {
        desk.ledger.keep_section(report, &section.key, Vec::new(), &on("2026-09-15")).unwrap();
    }
    assert_eq!(desk.ledger.figures_document(report).expect_err("nothing to trace").code(), "no-figures-in-report");
    let mut by_hand = chip("case.new_direct", None, Sentence);
    if let Inline::Figure(chip) = &mut by_hand {
        chip.instead = Some(("285".into(), "số của Sở Nội vụ".into()));
    }
    let text = vec![
        Inline::words("Tiếp nhận "),
        chip("case.new_online", None, Sentence),
        Inline::words(" hồ sơ trực tuyến, đạt "),
        chip("case.online_rate", None, Percent),
        Inline::words("; trực tiếp "),
        by_hand,
        Inline::words(" hồ sơ; kế hoạch có "),
        chip("plan.total", None, Sentence),
        chip("plan.stopped_note", None, Sentence),
        Inline::words(" nhiệm vụ; họp "),
        chip("lead.meetings", None, Sentence),
        Inline::words(" cuộc."),
    ];
    write(&mut desk, report, text);
    tell(&mut desk, "case.new_online", ("2025-12-15", "2026-06-14"), "2.000");
    tell(&mut desk, "case.new_online", ("2025-12-15", "2026-09-14"), "3.986");
    tell(&mut desk, "case.new_direct", Q3, "283");
    expect_test::expect![[r#"
        I.1 | 1.986 | Hồ sơ tiếp nhận mới trực tuyến | quý III/2026 | tính đến 14/09/2026 | Máy tính từ các kỳ đã ghi | 9 tháng đầu năm 2026 (3.986) − 6 tháng đầu năm 2026 (2.000)
        I.1 | 87,53% | Tỷ lệ hồ sơ nộp trực tuyến | quý III/2026 | tính đến 14/09/2026 | Máy tính từ hai số | Hồ sơ tiếp nhận mới trực tuyến (1.986) / Hồ sơ tiếp nhận mới trong kỳ (2.269)
        I.1 | 285 | Hồ sơ tiếp nhận mới trực tiếp và qua bưu chính | quý III/2026 | tính đến 14/09/2026 | Gõ thay số của sổ: số của Sở Nội vụ | Sổ tính: 283
        I.1 | 01 | Tổng số nhiệm vụ trong kế hoạch CCHC | quý III/2026 | tính đến 14/09/2026 | Sổ tự đếm
        I.1 | … | Hội nghị, cuộc họp chuyên đề hoặc giao ban có nội dung CCHC | quý III/2026 | Chưa có số này
    "#]].assert_eq(&ties(&desk, report));
    // Frozen: values, sources and arithmetic are those that went up, and what is another today says so.
    let document = desk.ledger.report_document(report).unwrap();
    let printed = pdf(&document).unwrap();
    desk.ledger.submit_report(report, &document, "built-in", &printed, &on("2026-09-16")).unwrap();
    tell(&mut desk, "case.new_direct", Q3, "300");
    tell(&mut desk, "lead.meetings", Q3, "4");
    expect_test::expect![[r#"
        I.1 | 1.986 | Hồ sơ tiếp nhận mới trực tuyến | quý III/2026 | tính đến 14/09/2026 | Máy tính từ các kỳ đã ghi | 9 tháng đầu năm 2026 (3.986) − 6 tháng đầu năm 2026 (2.000)
        I.1 | 87,53% | Tỷ lệ hồ sơ nộp trực tuyến | quý III/2026 | tính đến 14/09/2026 | Máy tính từ hai số | Hồ sơ tiếp nhận mới trực tuyến (1.986) / Hồ sơ tiếp nhận mới trong kỳ (2.269) | Nay sổ tính: 86,88%
        I.1 | 285 | Hồ sơ tiếp nhận mới trực tiếp và qua bưu chính | quý III/2026 | tính đến 14/09/2026 | Gõ thay số của sổ: số của Sở Nội vụ | Sổ tính: 283; nay sổ tính: 300
        I.1 | 01 | Tổng số nhiệm vụ trong kế hoạch CCHC | quý III/2026 | tính đến 14/09/2026 | Sổ tự đếm
        I.1 | … | Hội nghị, cuộc họp chuyên đề hoặc giao ban có nội dung CCHC | quý III/2026 | Chưa có số này | Nay sổ tính: 04
    "#]].assert_eq(&ties(&desk, report));
    let table = desk.ledger.figures_document(report).unwrap();
    assert_eq!(table.appendices[0].reference, "(Báo cáo quý III năm 2026; số liệu tính đến ngày 14/9/2026)");
    assert!(pdf(&table).is_ok());
}

#[test]
fn typed_numbers_stand_in_the_table_and_say_that_they_have_no_source() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let report = report(&mut desk);
    for section in desk.ledger.report_view(report).unwrap().sections.into_iter().filter(|section| section.writable) {
        desk.ledger.keep_section(report, &section.key, Vec::new(), &on("2026-09-15")).unwrap();
    }
    let text = vec![
        Inline::words("Theo Điều 7, xã có 384 thủ tục; kế hoạch có "),
        chip("plan.total", None, Sentence),
        Inline::words(" nhiệm vụ; chi 14.862 triệu đồng trong năm 2026, đạt 97,35 %."),
    ];
    write(&mut desk, report, text);
    expect_test::expect![[r#"
        I.1 | 384 | Gõ tay, chưa có nguồn
        I.1 | 01 | Tổng số nhiệm vụ trong kế hoạch CCHC | quý III/2026 | tính đến 14/09/2026 | Sổ tự đếm
        I.1 | 14.862 triệu đồng | Gõ tay, chưa có nguồn
        I.1 | 97,35 % | Gõ tay, chưa có nguồn
    "#]]
    .assert_eq(&ties(&desk, report));
    assert!(pdf(&desk.ledger.figures_document(report).unwrap()).is_ok());
    let Inline::Figure(phrase) = chip("plan.stopped_note", None, Sentence) else { unreachable!() };
    assert_eq!(desk.ledger.trace_figure(report, &phrase).unwrap().window, "quý III/2026", "a phrase is counted in a window too");
}

#[test]
fn a_figure_says_whether_what_is_put_in_its_place_is_a_number() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let report = report(&mut desk);
    let number = |id: &str| {
        let Inline::Figure(chip) = chip(id, None, Sentence) else { unreachable!() };
        desk.ledger.trace_figure(report, &chip).unwrap().number
    };
    let words = desk.ledger.figures_view(None, None, day("2026-09-15")).unwrap().groups.into_iter().flat_map(|group| group.rows);
    let text = words.map(|row| row.form).find(|form| form.kind == ledger::assets::FigureKind::Text).expect("a figure of words");
    assert_eq!(["case.new_direct", "case.online_rate", "plan.total"].map(&number), [true; 3]);
    assert_eq!(["plan.stopped_note", "as_of", "không.có", &text.id].map(&number), [false; 4]);
}

#[test]
fn a_bare_number_told_in_percent_is_printed_with_its_sign_and_words_stay() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let report = report(&mut desk);
    let text = |sign: &str| vec![Inline::words("Mức độ hài lòng: "), chip("case.satisfaction", None, Sentence), Inline::words(format!("{sign}."))];
    for (told, behind, printed) in [
        ("98,5", "", "Mức độ hài lòng: 98,5%."),
        ("trên 98%", "", "Mức độ hài lòng: trên 98%."),
        // Whoever typed the sign behind it sees it once.
        ("98,5", "%", "Mức độ hài lòng: 98,5%."),
        ("98,5%", " %", "Mức độ hài lòng: 98,5 %."),
    ] {
        tell(&mut desk, "case.satisfaction", Q3, told);
        write(&mut desk, report, text(behind));
        let document = desk.ledger.report_document(report).unwrap();
        assert!(document.body.iter().any(|block| block.plain() == printed), "{told}{behind}");
        let tie = desk.ledger.report_figures(report).unwrap().into_iter().find(|tie| tie.name.starts_with("Mức độ hài lòng")).unwrap();
        assert_eq!(tie.now, "", "{told}{behind}");
    }
}

#[test]
fn an_issued_report_keeps_the_arithmetic_it_was_frozen_with() {
    let mut desk = Desk::with_plan(&[("1", "Quý III"), ("2", "Quý III")]);
    let report = report(&mut desk);
    for section in desk.ledger.report_view(report).unwrap().sections.into_iter().filter(|section| section.writable) {
        desk.ledger.keep_section(report, &section.key, Vec::new(), &on("2026-09-15")).unwrap();
    }
    let q2 = ("2026-03-15", "2026-06-14");
    for (figure, window, value) in [
        ("case.carried", Q3, "40"),
        ("case.new_online", Q3, "4.000"),
        ("case.new_direct", Q3, "286"),
        ("news.portal", q2, "7"),
        ("news.portal", Q3, "3"),
    ] {
        tell(&mut desk, figure, window, value);
    }
    let both = Some(("2026-03-15", "2026-09-14"));
    write(
        &mut desk,
        report,
        vec![chip("case.received", None, Sentence), Inline::words("; "), chip("news.portal", both, Sentence), chip("plan.total", None, Sentence)],
    );
    let document = desk.ledger.report_document(report).unwrap();
    desk.ledger.submit_report(report, &document, "built-in", &pdf(&document).unwrap(), &on("2026-09-16")).unwrap();
    // Corrected, undone and corrected again after it went up.
    tell(&mut desk, "case.carried", Q3, "34");
    desk.ledger.undo(&on("2026-09-17")).unwrap();
    tell(&mut desk, "case.carried", Q3, "35");
    let corrected = FigureDraft { source: "Biên bản".into(), as_of: "10/9/2026".into(), ..draft("news.portal", Q3, "50") };
    desk.ledger.keep_figure_value(&corrected, &on("2026-09-17")).unwrap();
    expect_test::expect![[r#"
        I.1 | 4.326 | Tổng số hồ sơ tiếp nhận | quý III/2026 | tính đến 14/09/2026 | Máy cộng từ các dòng | Hồ sơ kỳ trước chuyển sang (40) + Hồ sơ tiếp nhận mới trong kỳ (4.286) | Nay sổ tính: 4.321
        I.1 | 10 | Tin, bài về CCHC trên trang thông tin điện tử | 15/03/2026 – 14/09/2026 | tính đến 14/09/2026 | Máy tính từ các kỳ đã ghi | quý II/2026 (7) + quý III/2026 (3) | Nay sổ tính: 57
        I.1 | 02 | Tổng số nhiệm vụ trong kế hoạch CCHC | quý III/2026 | tính đến 14/09/2026 | Sổ tự đếm
    "#]]
    .assert_eq(&ties(&desk, report));
    // What the ledger counts itself can't be counted as it stood: today's number says that it is today's.
    let task = desk.ledger.plan_view(None, day("2026-09-14")).unwrap().tasks[0].id;
    desk.ledger.remove_task(task, &on("2026-09-17")).unwrap();
    let counted = ties(&desk, report).lines().last().map(str::to_owned).unwrap();
    assert_eq!(
        counted,
        "I.1 | 02 | Tổng số nhiệm vụ trong kế hoạch CCHC | quý III/2026 | Số đã chốt khi trình báo cáo | Nay sổ tính: 01 (Sổ tự đếm)"
    );
}

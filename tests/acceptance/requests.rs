//! The letter that asks for a report starts it.

use ledger::paper::{Block, Citation, Inline};
use ledger::view::{DocumentForm, NewReport, ReportKind, RequestForm, TaskDraft};
use tests::{Desk, day, on};

/// Row 9 waits for a request; the letter of the third quarter is registered.
fn desk_with_letter() -> (Desk, i64) {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("8", "Theo yêu cầu của Sở Nội vụ"), ("9", "Theo yêu cầu của Sở Nội vụ")]);
    let words = TaskDraft {
        tt: "9".into(),
        content: "Báo cáo định kỳ công tác cải cách hành chính".into(),
        lead: "Phòng Văn hóa - Xã hội".into(),
        deadline_text: "Theo yêu cầu của Sở Nội vụ".into(),
        product: "Báo cáo của UBND xã".into(),
        ..TaskDraft::default()
    };
    desk.ledger.edit_task(desk.task("9"), &words, &on("2026-01-06")).unwrap();
    let letter = letter(&mut desk, "1520/SNV-CCHC", "2026-09-03", "báo cáo công tác cải cách hành chính quý III năm 2026");
    (desk, letter)
}

fn letter(desk: &mut Desk, number: &str, on_day: &str, subject: &str) -> i64 {
    let form = DocumentForm {
        kind: "Công văn".into(),
        number: number.into(),
        day: on_day.into(),
        issuer: "Sở Nội vụ thành phố Hải Phòng".into(),
        subject: subject.into(),
        ..DocumentForm::default()
    };
    desk.ledger.keep_document(&form, &on(on_day)).unwrap().thing.unwrap()
}

fn asked(desk: &mut Desk, letter: i64) -> RequestForm {
    let form = desk.ledger.request_form(letter, day("2026-09-04")).unwrap();
    desk.ledger.keep_request(&form, &on("2026-09-04")).unwrap();
    form
}

fn opening(desk: &Desk, report: i64) -> String {
    desk.ledger.report_document(report).unwrap().body.first().map(Block::plain).unwrap_or_default()
}

#[test]
fn a_letter_tells_kind_period_and_days_by_its_subject() {
    let (desk, letter) = desk_with_letter();
    let form = desk.ledger.request_form(letter, day("2026-09-04")).unwrap();
    assert_eq!((form.kind, form.period.as_str()), (ReportKind::Quarterly, "2026-Q3"));
    assert_eq!((form.from.as_str(), form.to.as_str(), form.as_of.as_str()), ("2026-06-15", "2026-09-14", "2026-09-14"));
    assert_eq!(form.due, "2026-09-20");
}

#[test]
fn a_due_day_before_the_letter_is_kept_and_warned_about() {
    let (mut desk, letter) = desk_with_letter();
    let form = RequestForm { due: "20/9/2025".into(), ..asked(&mut desk, letter) };
    let written = desk.ledger.keep_request(&form, &on("2026-09-04")).unwrap();
    let expected = "Hạn gửi 20/09/2025 ở trước ngày của văn bản yêu cầu, 03/09/2026. Hãy xem lại ngày, tháng, năm của hạn gửi.";
    assert_eq!(written.warnings, [expected]);
    assert!(desk.ledger.keep_request(&RequestForm { due: "20/9/2026".into(), ..form }, &on("2026-09-04")).unwrap().warnings.is_empty());
}

#[test]
fn one_button_makes_the_report_with_its_opening_window_and_due_day() {
    let (mut desk, letter) = desk_with_letter();
    let form = RequestForm {
        from: "25/6/2026".into(),
        to: "20/9/2026".into(),
        as_of: "20/9/2026".into(),
        due: "25/9/2026".into(),
        ..asked(&mut desk, letter)
    };
    desk.ledger.keep_request(&form, &on("2026-09-04")).unwrap();
    let rows = desk.ledger.requests(day("2026-09-05")).unwrap();
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].cited.as_str(), rows[0].days, rows[0].report), ("Công văn số 1520/SNV-CCHC ngày 03/9/2026", 20, None));
    assert_eq!(rows[0].tasks.iter().map(|(tt, _)| tt.as_str()).collect::<Vec<_>>(), ["9"], "row 8 asks for no report");

    let written = desk.ledger.answer_request(letter, None, false, &on("2026-09-05")).unwrap();
    assert!(written.summary.ends_with("; TT 9 đến hạn 25/09/2026"), "{}", written.summary);
    let report = written.thing.unwrap();
    let opened = opening(&desk, report);
    let begins = "Thực hiện Công văn số 1520/SNV-CCHC ngày 03/9/2026 của Sở Nội vụ thành phố Hải Phòng về báo cáo công tác cải cách hành chính quý III năm 2026; ";
    assert!(opened.starts_with(begins), "{opened}");
    let head = desk.ledger.report_view(report).unwrap().head;
    assert_eq!((head.from.as_str(), head.to.as_str(), head.as_of.as_str()), ("2026-06-25", "2026-09-20", "2026-09-20"));
    let task = desk.task("9");
    let plan = desk.ledger.plan_view(None, day("2026-09-20")).unwrap();
    let row = plan.tasks.iter().find(|row| row.id == task).unwrap();
    assert_eq!(row.answered_last, Some(day("2026-09-25")));
    let rows = desk.ledger.requests(day("2026-09-05")).unwrap();
    assert_eq!((rows[0].report, rows[0].tasks.len()), (Some(report), 0));
    assert_eq!(desk.ledger.drop_request(letter, &on("2026-09-06")).unwrap_err().code(), "request-answered");
    // One undo takes report and day back.
    desk.ledger.undo(&on("2026-09-06")).unwrap();
    let rows = desk.ledger.requests(day("2026-09-06")).unwrap();
    assert_eq!((rows[0].report, rows[0].tasks.len()), (None, 1));
    desk.ledger.drop_request(letter, &on("2026-09-06")).unwrap();
    assert!(desk.ledger.requests(day("2026-09-06")).unwrap().is_empty());
}

#[test]
fn begun_from_the_last_report_the_new_letter_takes_the_place_of_the_old() {
    let (mut desk, first) = desk_with_letter();
    asked(&mut desk, first);
    let old = desk.ledger.answer_request(first, None, false, &on("2026-09-05")).unwrap().thing.unwrap();
    let second = letter(&mut desk, "2210/SNV-CCHC", "2026-11-30", "báo cáo công tác cải cách hành chính năm 2026");
    let form = desk.ledger.request_form(second, day("2026-12-01")).unwrap();
    assert_eq!((form.kind, form.period.as_str()), (ReportKind::Annual, "2026"));
    desk.ledger.keep_request(&form, &on("2026-12-01")).unwrap();
    let report = desk.ledger.answer_request(second, Some(old), false, &on("2026-12-01")).unwrap().thing.unwrap();
    let opened = opening(&desk, report);
    assert!(opened.starts_with("Thực hiện Công văn số 2210/SNV-CCHC ngày 30/11/2026 của Sở Nội vụ"), "{opened}");
    assert!(!opened.contains("1520"), "{opened}");
    let marks = desk.ledger.report_view(report).unwrap().marks;
    assert!(!marks.iter().any(|mark| mark.at.words.contains("1520")), "{marks:?}");
}

#[test]
fn a_letter_that_a_draft_cites_stays_in_the_register() {
    let (mut desk, letter) = desk_with_letter();
    asked(&mut desk, letter);
    assert_eq!(desk.ledger.remove_document(letter, &on("2026-09-05")).unwrap_err().code(), "document-asks");
    let report = desk.ledger.answer_request(letter, None, false, &on("2026-09-05")).unwrap().thing.unwrap();
    let other = self::letter(&mut desk, "99/SNV", "2026-09-04", "hướng dẫn");
    let cited = Inline::Citation(Citation { document: other, full: true, shown: None });
    desk.ledger.keep_section(report, "I.1", vec![Block::Para { id: "p".into(), text: vec![cited] }], &on("2026-09-05")).unwrap();
    let refused = desk.ledger.remove_document(other, &on("2026-09-05")).unwrap_err();
    assert_eq!(refused.code(), "document-in-reports");
    assert!(refused.to_string().contains("báo cáo quý III năm 2026"), "{refused}");
    desk.ledger.keep_section(report, "I.1", vec![], &on("2026-09-05")).unwrap();
    desk.ledger.remove_document(other, &on("2026-09-05")).unwrap();
}

#[test]
fn bad_requests_are_refused_with_a_sentence() {
    let (mut desk, letter) = desk_with_letter();
    let form = desk.ledger.request_form(letter, day("2026-09-04")).unwrap();
    for (form, code) in [
        (RequestForm { kind: ReportKind::Annual, ..form.clone() }, "bad-period"),
        (RequestForm { from: "20/9/2026".into(), to: "14/9/2026".into(), ..form.clone() }, "days-reversed"),
        (RequestForm { due: "31/02/2026".into(), ..form.clone() }, "bad-day"),
        (RequestForm { document: 999_999, ..form.clone() }, "not-found"),
        (RequestForm { outline: "không có".into(), ..form.clone() }, "not-found"),
    ] {
        assert_eq!(desk.ledger.keep_request(&form, &on("2026-09-04")).unwrap_err().code(), code);
    }
    assert!(desk.ledger.requests(day("2026-09-04")).unwrap().is_empty(), "nothing was kept");
    // A report begun by hand answers no letter.
    asked(&mut desk, letter);
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    desk.ledger.new_report(&draft, &on("2026-09-05")).unwrap();
    assert_eq!(desk.ledger.requests(day("2026-09-05")).unwrap()[0].report, None);
}

#[test]
fn the_form_that_came_with_the_letter_is_at_hand_in_its_report() {
    let (mut desk, letter) = desk_with_letter();
    asked(&mut desk, letter);
    for name in ["Biểu 02.XLSX", "Công văn 1520.pdf"] {
        let path = desk.folder().join(name);
        std::fs::write(&path, name).unwrap();
        desk.ledger.attach_file(letter, &path, &on("2026-09-04")).unwrap();
    }
    let report = desk.ledger.answer_request(letter, None, true, &on("2026-09-05")).unwrap().thing.unwrap();
    let forms = desk.ledger.report_view(report).unwrap().forms;
    assert_eq!(forms.iter().map(|form| form.name.as_str()).collect::<Vec<_>>(), ["Biểu 02.XLSX"]);
    assert_eq!(desk.ledger.kept_file(forms[0].id).unwrap().1, "Biểu 02.XLSX".as_bytes());
    // A report that nobody asked for has none.
    let draft = NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let other = desk.ledger.new_report(&draft, &on("2026-11-05")).unwrap().thing.unwrap();
    assert!(desk.ledger.report_view(other).unwrap().forms.is_empty());
}

#[test]
fn a_letter_without_a_year_is_no_report_of_nine_months_ago() {
    let (mut desk, _) = desk_with_letter();
    for (number, written, subject, expected) in [
        ("2300/SNV", "2026-12-28", "V/v báo cáo công tác CCHC quý I", "2027-Q1 2026-12-15 2027-03-14 2027-03-20"),
        ("301/SNV", "2027-03-01", "về việc báo cáo định kỳ công tác CCHC", "2027-Q1 2026-12-15 2027-03-14 2027-03-20"),
        ("1700/SNV", "2026-09-10", "V/v báo cáo giai đoạn 2021-2026 và quý III năm 2026", "2026-Q3 2026-06-15 2026-09-14 2026-09-20"),
    ] {
        let letter = letter(&mut desk, number, written, subject);
        // Registered late, it still speaks of the days it was written in.
        for today in [written, "2027-03-02"] {
            let form = desk.ledger.request_form(letter, day(today)).unwrap();
            assert_eq!([form.period, form.from, form.to, form.due].join(" "), expected, "{subject}, {today}");
        }
    }
}

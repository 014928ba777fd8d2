//! What is still of the old window, and the words that became wrong.

use super::*;
use ledger::view::StaleForm;

#[test]
fn what_is_still_of_the_old_window_is_marked_with_its_answers() {
    let (desk, _, second) = begun();
    let view = view(&desk.ledger, second);
    let quarter = mark(&view, "quý I năm 2026");
    assert_eq!((quarter.kind, quarter.instead.as_deref()), (MarkKind::Period, Some("quý III năm 2026")));
    assert!(quarter.was.starts_with("Trong quý I năm 2026"), "{}", quarter.was);
    assert_eq!(mark(&view, "Bộ phận một cửa").instead.as_deref(), Some("Trung tâm Phục vụ hành chính công"));
    assert_eq!(mark(&view, "125").kind, MarkKind::Number);
    let overridden = view.marks.iter().find(|mark| mark.kind == MarkKind::Override).unwrap();
    assert_eq!(overridden.why, "Kỳ trước ghi 05 thay cho số của sổ (Đếm tay); nay lấy số của sổ.");
    let basis = mark(&view, "12/KH-UBND ngày 05/01/2026");
    assert_eq!((basis.at.section.as_str(), basis.kind), ("", MarkKind::Document));
    assert!(view.marks.iter().all(|mark| mark.at.section.is_empty() || !mark.around.0.contains("Đồng chí")));
    assert!(view.open.iter().any(|point| point.section == "I.1" && point.sentence.contains("còn 5 chỗ của kỳ trước")), "{:?}", view.open);
}

/// The open marks of the text in a report of `to` that was begun from one of `from` that says `words`.
fn marked(from: (ReportKind, &str), to: (ReportKind, &str), words: &str) -> Vec<(MarkKind, String, Option<String>, Option<String>)> {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý IV")]);
    let first = desk.ledger.new_report(&draft(from.0, from.1), &on("2026-03-10")).unwrap().thing.unwrap();
    desk.ledger.keep_section(first, "I.1", vec![para("a", vec![Inline::words(words)])], &on("2026-03-11")).unwrap();
    let second = desk.ledger.new_report_from_last(&draft(to.0, to.1), first, &on("2026-12-10")).unwrap().thing.unwrap();
    let marks = view(&desk.ledger, second).marks.into_iter().filter(|mark| mark.at.section == "I.1");
    marks.map(|mark| (mark.kind, mark.at.words, mark.instead, mark.chip.map(|chip| chip.name))).collect()
}

#[test]
fn the_year_in_the_name_of_a_cited_document_gets_no_other_year() {
    let name = "09/KH-UBND ngày 15/01/2026 về cải cách hành chính nhà nước năm 2026";
    let text = format!("Thực hiện Kế hoạch số {name}, trong năm 2026 xã làm tốt.");
    let found = marked((ReportKind::Annual, "2026"), (ReportKind::Annual, "2027"), &text);
    assert_eq!(
        found,
        [(MarkKind::Document, name.to_owned(), None, None), (MarkKind::Period, "năm 2026".to_owned(), Some("năm 2027".to_owned()), None)]
    );
}

#[test]
fn numbers_in_words_and_the_coming_year_are_looked_at_too() {
    let text = "Hai nhiệm vụ hoàn thành nhưng quá hạn, còn hơn ba tháng của năm; đợt cao điểm 60 ngày; một số đơn vị, bộ phận tốt. \
                Lập Kế hoạch CCHC năm 2027 ngay trong tháng 12; quý 3/2026 đạt.";
    let found = marked((ReportKind::Quarterly, "2026-Q3"), (ReportKind::Quarterly, "2027-Q1"), text);
    let told: Vec<(&str, Option<&str>)> = found.iter().map(|(_, words, instead, _)| (words.as_str(), instead.as_deref())).collect();
    let expected = [("Hai", None), ("ba", None), ("60", None), ("năm 2027", None), ("tháng 12", None), ("quý 3/2026", Some("quý 1/2027"))];
    assert_eq!(told, expected);
}

#[test]
fn a_year_in_which_something_happened_and_the_day_of_a_meeting_are_kept_first() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý IV")]);
    let first = desk.ledger.new_report(&draft(ReportKind::Quarterly, "2026-Q3"), &on("2026-09-10")).unwrap().thing.unwrap();
    let opening = view(&desk.ledger, first).sections.iter().find(|section| section.writable).unwrap().key.clone();
    let text = "Tính đến ngày 14/9/2026, xã làm tốt. Tại cuộc họp ngày 14/9/2026 đã giao việc. So với năm 2026 giảm 5%; \
                từ đầu năm 2026 xã đã sáp nhập; Kế hoạch CCHC năm 2026 (Quyết định số 12/QĐ-UBND ngày 15/01/2026).";
    desk.ledger.keep_section(first, &opening, vec![para("o", vec![Inline::words("Báo cáo kết quả năm 2026 như sau:")])], &on("2026-09-10")).unwrap();
    desk.ledger.keep_section(first, "I.1", vec![para("a", vec![Inline::words(text)])], &on("2026-09-10")).unwrap();
    let second = desk.ledger.new_report_from_last(&draft(ReportKind::Quarterly, "2027-Q1"), first, &on("2026-12-20")).unwrap().thing.unwrap();
    let marks = view(&desk.ledger, second).marks;
    let told: Vec<(&str, Option<&str>, bool, usize)> = marks
        .iter()
        .filter(|mark| mark.instead.is_some())
        .map(|mark| (mark.at.words.as_str(), mark.instead.as_deref(), mark.sure, mark.same.len()))
        .collect();
    let (day, year) = (Some("ngày 14/3/2027"), Some("năm 2027"));
    assert_eq!(
        told,
        [
            // In the opening it is the report's own, and goes alone.
            ("năm 2026", year, true, 0),
            ("ngày 14/9/2026", day, true, 0),
            ("ngày 14/9/2026", day, false, 0),
            ("năm 2026", year, false, 2),
            ("năm 2026", year, false, 2),
            ("năm 2026", year, false, 2),
        ]
    );
}

#[test]
fn typed_numbers_and_periods_are_marked_however_they_are_written_and_names_are_not() {
    let text = "Đạt số điểm 85,25 theo điểm 1 khoản 2 Điều 7; tổ 15 người ở tổ 3, thôn 12/12; đạt ≥95%, có năm việc mới; \
                nửa đầu năm, Q3/2026, quý tư; gọi 0220.3456.789 hoặc 0912 345 678; đạt xx%, ông _____.";
    let found = marked((ReportKind::Quarterly, "2026-Q3"), (ReportKind::Quarterly, "2027-Q1"), text);
    let told: Vec<(&str, Option<&str>)> = found.iter().map(|(_, words, instead, _)| (words.as_str(), instead.as_deref())).collect();
    let expected = [
        ("85,25", None),
        ("15", None),
        ("12/12", None),
        ("95%", None),
        ("năm", None),
        ("nửa đầu năm", None),
        ("Q3/2026", Some("Q1/2027")),
        ("quý tư", Some("quý hai")),
        ("xx%", None),
        ("_____", None),
    ];
    assert_eq!(told, expected);
}

#[test]
fn an_answer_is_one_change_and_is_taken_back() {
    let (mut desk, _, second) = begun();
    let before = view(&desk.ledger, second);
    let quarter = mark(&before, "quý I năm 2026").clone();
    let instead = MarkAnswer::Instead { words: quarter.instead.clone().unwrap() };
    desk.ledger.answer_marks(second, std::slice::from_ref(&quarter.at), &instead, &on("2026-09-10")).unwrap();
    let after = view(&desk.ledger, second);
    assert!(blocks(&after, "I.1")[0].plain().starts_with("Trong quý III năm 2026, Bộ phận"));
    assert_eq!(open(&after).len(), open(&before).len() - 1);
    // The words are no longer where the screen saw them.
    let error = desk.ledger.answer_marks(second, &[quarter.at], &instead, &on("2026-09-10")).unwrap_err();
    assert_eq!(error.code(), "mark-moved");
    let right = mark(&after, "125").at.clone();
    desk.ledger.answer_marks(second, &[right], &MarkAnswer::Right, &on("2026-09-10")).unwrap();
    assert_eq!(open(&view(&desk.ledger, second)).len(), open(&before).len() - 2);
    desk.ledger.undo(&on("2026-09-10")).unwrap();
    desk.ledger.undo(&on("2026-09-10")).unwrap();
    assert_eq!(view(&desk.ledger, second).marks, before.marks);
    desk.ledger.undo(&on("2026-09-10")).unwrap();
    assert_eq!(desk.ledger.report_view(second).unwrap_err().code(), "not-found", "the whole report is one change");
}

#[test]
fn marks_stay_with_their_words_while_the_text_is_edited() {
    let (mut desk, _, second) = begun();
    let before = view(&desk.ledger, second);
    let mut text = blocks(&before, "I.1");
    let id = text[0].id().to_owned();
    // The first number was changed; the other words moved, and the paragraph was split.
    text[0] = para(&id, vec![Inline::words("Nay trong quý I năm 2026, Bộ phận một cửa tiếp nhận 128 hồ sơ,")]);
    text.insert(1, para("new", vec![Inline::words("giảm so với 130 hồ sơ.")]));
    desk.ledger.keep_section(second, "I.1", text, &on("2026-09-11")).unwrap();
    let after = view(&desk.ledger, second);
    assert_eq!(open(&after), open(&before).into_iter().filter(|words| words != "125").collect::<Vec<_>>());
    assert_eq!(mark(&after, "130").at.block, "new");
    assert_eq!(mark(&after, "quý I năm 2026").at.from, 10);
    // Another paragraph without marked words changes nothing.
    let mut text = blocks(&after, "I.1");
    let last = text.pop().unwrap().id().to_owned();
    text.push(para(&last, vec![Inline::words("Đồng chí Chủ tịch và Phó Chủ tịch chỉ đạo.")]));
    desk.ledger.keep_section(second, "I.1", text, &on("2026-09-11")).unwrap();
    assert_eq!(open(&view(&desk.ledger, second)), open(&after));
}

/// The words marked by the list in a report begun from one that says `text`.
fn marked_words(desk: &mut Desk, source: i64, text: &str) -> Vec<(String, Option<String>)> {
    desk.ledger.keep_section(source, "I.1", vec![para("a", vec![Inline::words(text)])], &on("2026-03-12")).unwrap();
    let report = desk.ledger.new_report_from_last(&draft(ReportKind::Quarterly, "2026-Q4"), source, &on("2026-12-10")).unwrap().thing.unwrap();
    let found = view(&desk.ledger, report).marks.into_iter().filter(|mark| mark.kind == MarkKind::Words && mark.at.section == "I.1");
    let found = found.map(|mark| (mark.at.words, mark.instead)).collect();
    desk.ledger.undo(&on("2026-12-10")).unwrap();
    found
}

#[test]
fn the_list_of_words_is_the_office_s_own_to_change() {
    let (mut desk, first, _) = begun();
    let text = "Huyện giao thôn Đông; phòng nội vụ huyện khen.";
    let form =
        |was: &str, words: &str, instead: &str| StaleForm { was: was.into(), words: words.into(), instead: instead.into(), why: String::new() };
    let said = |found: &[(String, Option<String>)]| {
        found.iter().map(|(words, instead)| format!("{words}→{}", instead.as_deref().unwrap_or(""))).collect::<Vec<_>>()
    };
    assert_eq!(said(&marked_words(&mut desk, first, text)), ["Huyện→", "phòng nội vụ huyện→Sở Nội vụ"]);
    let shipped = desk.ledger.stale_words_view().unwrap();
    assert!(shipped.words.iter().all(|one| one.ships && !one.own && !one.out));

    // One added, one changed, one taken out.
    desk.ledger.keep_stale_words(&form("", " thôn  Đông ", "tổ dân phố Đông"), &on("2026-03-12")).unwrap();
    desk.ledger.keep_stale_words(&form("phòng nội vụ", "phòng nội vụ", "Phòng Văn hóa - Xã hội"), &on("2026-03-12")).unwrap();
    let written = desk.ledger.drop_stale_words("huyện", &on("2026-03-12")).unwrap();
    assert_eq!(written.summary, "Thôi nhắc chữ “huyện”");
    assert_eq!(said(&marked_words(&mut desk, first, text)), ["thôn Đông→tổ dân phố Đông", "phòng nội vụ huyện→Phòng Văn hóa - Xã hội"]);
    let row = |desk: &Desk, words: &str| desk.ledger.stale_words_view().unwrap().words.into_iter().find(|one| one.words == words);
    assert!(row(&desk, "huyện").is_some_and(|one| one.out && one.own && one.ships), "what was taken out can be seen, and taken back");
    assert!(row(&desk, "thôn Đông").is_some_and(|one| one.own && !one.ships));

    // Refused: nothing, and what is there already.
    let empty = desk.ledger.keep_stale_words(&form("", "  ", ""), &on("2026-03-12")).unwrap_err();
    let twice = desk.ledger.keep_stale_words(&form("", "UBND HUYỆN", ""), &on("2026-03-12")).unwrap_err();
    let gone = desk.ledger.drop_stale_words("không có", &on("2026-03-12")).unwrap_err();
    assert_eq!([empty.code(), twice.code(), gone.code()], ["empty", "words-listed", "not-found"]);

    // Other words in the place of one that ships: the old ones are no longer looked for.
    desk.ledger.keep_stale_words(&form("phòng nội vụ", "Huyện giao", ""), &on("2026-03-12")).unwrap();
    assert_eq!(said(&marked_words(&mut desk, first, text)), ["Huyện giao→", "thôn Đông→tổ dân phố Đông"]);
    // Back as it ships, and every step can be taken back.
    desk.ledger.drop_stale_words("phòng nội vụ", &on("2026-03-12")).unwrap();
    desk.ledger.drop_stale_words("huyện", &on("2026-03-12")).unwrap();
    desk.ledger.drop_stale_words("thôn Đông", &on("2026-03-12")).unwrap();
    assert_eq!(said(&marked_words(&mut desk, first, text)), ["Huyện giao→", "phòng nội vụ huyện→Sở Nội vụ"]);
    desk.ledger.drop_stale_words("Huyện giao", &on("2026-03-12")).unwrap();
    assert_eq!(desk.ledger.stale_words_view().unwrap(), shipped);
}

#[test]
fn a_commune_of_a_city_is_told_of_the_city_not_of_a_province() {
    let mut desk = Desk::empty();
    desk.ledger.fill_sample(&on("2026-11-20")).unwrap();
    let report = desk.ledger.new_report(&draft(ReportKind::Quarterly, "2026-Q3"), &on("2026-11-20")).unwrap().thing.unwrap();
    assert_eq!(marked_words(&mut desk, report, "UBND huyện giao."), [("UBND huyện".to_owned(), Some("UBND thành phố".to_owned()))]);
    let listed = desk.ledger.stale_words_view().unwrap().words;
    assert!(listed.iter().any(|one| one.instead == "UBND thành phố") && listed.iter().all(|one| !one.instead.contains('{')), "{listed:?}");
}

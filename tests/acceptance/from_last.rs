//! Lập từ báo cáo kỳ trước: what comes over, what is marked, what the officer says of it.

use ledger::Ledger;
use ledger::paper::{Block, FigureChip, FigureFormat, Inline};
use ledger::typeset;
use ledger::view::{ComparedHow, MarkAnswer, MarkKind, MarkPlace, NewReport, ReportKind, ReportMark, ReportState, ReportView, StaleForm};
use tests::{Desk, on};

fn draft(kind: ReportKind, period: &str) -> NewReport {
    NewReport { kind, period: period.into(), from: None, to: None, as_of: None, appendix: true, statistics: false }
}

fn para(id: &str, text: Vec<Inline>) -> Block {
    Block::Para { id: id.into(), text }
}

fn chip(id: &str, window: Option<(&str, &str)>, instead: Option<(&str, &str)>) -> Inline {
    let day = |text: &str| text.parse().unwrap();
    Inline::Figure(FigureChip {
        id: id.into(),
        window: window.map(|(first, last)| (day(first), day(last))),
        format: FigureFormat::Sentence,
        instead: instead.map(|(value, reason)| (value.into(), reason.into())),
        shown: None,
    })
}

/// A report of quý I with text of every sort, and the one of quý III that was begun from it.
fn begun() -> (Desk, i64, i64) {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý IV")]);
    let first = desk.ledger.new_report(&draft(ReportKind::Quarterly, "2026-Q1"), &on("2026-03-10")).unwrap().thing.unwrap();
    let mut head = desk.ledger.report_view(first).unwrap().head;
    head.bases = vec!["Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND xã".into()];
    head.recipients = vec!["Như trên".into(), "Đảng ủy xã".into(), "Lưu: VT, VHXH".into()];
    desk.ledger.keep_report_head(first, &head, &on("2026-03-10")).unwrap();
    let blocks = vec![
        para("a", vec![Inline::words("Trong quý I năm 2026, Bộ phận một cửa tiếp nhận 125 hồ sơ, giảm so với 130 hồ sơ.")]),
        para(
            "b",
            vec![
                Inline::words("Đã xong "),
                chip("plan.done", None, Some(("05", "Đếm tay."))),
                Inline::words(" việc, cùng kỳ "),
                chip("plan.total", Some(("2025-12-15", "2026-03-14")), None),
                Inline::words(" và "),
                chip("plan.total", Some(("2024-12-15", "2025-03-14")), None),
                Inline::words("."),
            ],
        ),
        para("c", vec![Inline::words("Đồng chí Chủ tịch chỉ đạo sát sao.")]),
    ];
    desk.ledger.keep_section(first, "I.1", blocks, &on("2026-03-11")).unwrap();
    let second = desk.ledger.new_report_from_last(&draft(ReportKind::Quarterly, "2026-Q3"), first, &on("2026-09-10")).unwrap().thing.unwrap();
    (desk, first, second)
}

fn view(ledger: &Ledger, report: i64) -> ReportView {
    ledger.report_view(report).unwrap()
}

fn mark<'a>(view: &'a ReportView, words: &str) -> &'a ReportMark {
    view.marks.iter().find(|mark| mark.at.words == words).unwrap_or_else(|| panic!("{words}: {:?}", view.marks))
}

fn blocks(view: &ReportView, key: &str) -> Vec<Block> {
    view.sections.iter().find(|section| section.key == key).unwrap().blocks.clone()
}

fn open(view: &ReportView) -> Vec<String> {
    view.marks.iter().filter(|mark| mark.kind != MarkKind::Offer).map(|mark| mark.at.words.clone()).collect()
}

#[test]
fn text_head_and_chips_come_over_into_the_new_window() {
    let (desk, first, second) = begun();
    let view = view(&desk.ledger, second);
    assert_eq!(view.head.recipients, ["Như trên", "Đảng ủy xã", "Lưu: VT, VHXH"]);
    assert_eq!(view.head.bases.len(), 1);
    assert!(view.head.subject.contains("Quý III") && view.head.subject.contains("Quý IV"), "{}", view.head.subject);
    assert_eq!(view.last.as_ref().unwrap().id, first);
    assert_eq!(view.outline, self::view(&desk.ledger, first).outline);
    let blocks = blocks(&view, "I.1");
    assert!(blocks.iter().all(|block| !["a", "b", "c"].contains(&block.id())), "the new blocks have ids of their own");
    let Block::Para { text, .. } = &blocks[1] else { panic!("{blocks:?}") };
    let chips: Vec<_> =
        text.iter().filter_map(|piece| if let Inline::Figure(chip) = piece { Some((chip.window, chip.instead.clone())) } else { None }).collect();
    let moved = ("2025-06-15".parse().unwrap(), "2025-09-14".parse().unwrap());
    assert_eq!(chips, [(None, None), (None, None), (Some(moved), None)], "the report's own window follows, another moves, no value stays put");
    assert_eq!(desk.ledger.log(1).unwrap()[0].summary, "Lập báo cáo quý III năm 2026 từ báo cáo quý I năm 2026");
}

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

#[test]
fn reports_offered_are_the_last_one_and_the_same_one_last_year() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let make = |desk: &mut Desk, kind, period: &str| desk.ledger.new_report(&draft(kind, period), &on("2026-07-01")).unwrap().thing.unwrap();
    let (year_ago, quarter, half) = (
        make(&mut desk, ReportKind::Quarterly, "2025-Q3"),
        make(&mut desk, ReportKind::Quarterly, "2026-Q1"),
        make(&mut desk, ReportKind::SixMonth, "2026-H1"),
    );
    let offered = |desk: &Desk| {
        let list = desk.ledger.report_list("2026-09-01".parse().unwrap()).unwrap();
        assert!(list.occasional.iter().all(|one| one.earlier.is_empty()));
        list.proposals.into_iter().find(|one| one.period == "2026-Q3").unwrap().earlier
    };
    assert_eq!(offered(&desk), [], "nobody wrote in them yet: they say no more than an outline");
    for report in [year_ago, quarter, half] {
        desk.ledger.keep_section(report, "I.1", vec![para("a", vec![Inline::words("Đã làm.")])], &on("2026-07-02")).unwrap();
    }
    let earlier = offered(&desk);
    let earlier: Vec<(i64, &str)> = earlier.iter().map(|one| (one.id, one.why.as_str())).collect();
    assert_eq!(earlier, [(half, "kỳ trước"), (quarter, "báo cáo quý gần nhất"), (year_ago, "cùng kỳ năm trước")]);
    desk.ledger.undo(&on("2026-07-03")).unwrap();
    assert_eq!(offered(&desk).iter().map(|one| one.id).collect::<Vec<_>>(), [quarter, year_ago], "what was taken back was not written");
}

#[test]
fn the_issued_report_of_a_period_is_offered_before_a_later_draft_of_it() {
    let mut desk = Desk::empty();
    let ledger = &mut desk.ledger;
    ledger.fill_sample(&on("2026-11-20")).unwrap();
    let offered = |ledger: &Ledger| {
        let list = ledger.report_list("2026-11-20".parse().unwrap()).unwrap();
        let offered = list.proposals.into_iter().find(|one| one.period == "2027-Q1").unwrap().earlier;
        offered.into_iter().map(|one| (one.id, one.state, one.why)).collect::<Vec<_>>()
    };
    let before = offered(ledger);
    assert_eq!(before.first().map(|(_, state, _)| *state), Some(ReportState::Issued));
    // A second report of the same quarter, still being written.
    let draft = ledger.new_report(&draft(ReportKind::Quarterly, "2026-Q3"), &on("2026-11-20")).unwrap().thing.unwrap();
    ledger.keep_section(draft, "I.1", vec![para("a", vec![Inline::words("Đang viết.")])], &on("2026-11-20")).unwrap();
    let after = offered(ledger);
    assert_eq!(after.iter().take(before.len()).collect::<Vec<_>>(), before.iter().collect::<Vec<_>>(), "what was offered first still is");
    let added: Vec<(i64, &str)> = after.iter().skip(before.len()).map(|(id, _, why)| (*id, why.as_str())).collect();
    assert_eq!(added, [(draft, "kỳ trước, bản đang soạn")], "the draft can be chosen too");
}

#[test]
fn answering_every_mark_of_the_sample_leaves_none() {
    let mut desk = Desk::empty();
    let ledger = &mut desk.ledger;
    ledger.fill_sample(&on("2026-11-20")).unwrap();
    let list = ledger.report_list("2026-11-20".parse().unwrap()).unwrap();
    let proposal = list.proposals.iter().find(|one| one.period == "2027-Q1").unwrap();
    let source = proposal.earlier.iter().find(|one| one.title.contains("quý III")).unwrap().id;
    let report = ledger.new_report_from_last(&draft(ReportKind::Quarterly, "2027-Q1"), source, &on("2026-11-20")).unwrap().thing.unwrap();
    let begun = view(ledger, report);
    let mut steps = 0;
    loop {
        let now = view(ledger, report);
        let Some(next) = now.marks.first() else { break };
        let places: Vec<MarkPlace> = [next.at.clone()].into_iter().chain(next.same.iter().cloned()).collect();
        let answer = match (&next.chip, &next.instead) {
            (Some(chip), _) => MarkAnswer::Chip { chip: chip.chip.clone() },
            (None, Some(words)) => MarkAnswer::Instead { words: words.clone() },
            (None, None) => MarkAnswer::Right,
        };
        ledger.answer_marks(report, &places, &answer, &on("2026-11-20")).unwrap_or_else(|error| panic!("{}: {next:?}", error));
        steps += 1;
        assert!(steps < 1000);
    }
    let done = view(ledger, report);
    println!("{} marks, {} answers", begun.marks.len(), steps);
    for mark in &begun.marks {
        println!("{:?} {} -> {:?} {:?}", mark.kind, mark.at.words, mark.instead, mark.chip.as_ref().map(|chip| (&chip.name, &chip.shown)));
    }
    assert!(!done.open.iter().any(|point| point.sentence.contains("chỗ của kỳ trước")), "{:?}", done.open);
    for _ in 0..steps {
        ledger.undo(&on("2026-11-20")).unwrap();
    }
    let undone = view(ledger, report);
    assert_eq!((undone.marks, undone.sections), (begun.marks, begun.sections));
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

#[test]
fn the_difference_reads_word_by_word_on_screen_and_paper() {
    let (mut desk, _, second) = begun();
    let mut text = blocks(&view(&desk.ledger, second), "I.1");
    let id = text[0].id().to_owned();
    text[0] = para(&id, vec![Inline::words("Trong quý III năm 2026, Trung tâm tiếp nhận 125 hồ sơ, giảm so với 130 hồ sơ.")]);
    text.pop();
    text.push(para("new", vec![Inline::words("Một câu mới.")]));
    desk.ledger.keep_section(second, "I.1", text, &on("2026-09-11")).unwrap();
    let compared = desk.ledger.compare_with_last(second).unwrap();
    let rows: Vec<ComparedHow> = compared.rows.iter().filter(|row| row.section == "I.1").map(|row| row.how).collect();
    assert_eq!(rows, [ComparedHow::Changed, ComparedHow::Changed, ComparedHow::Added, ComparedHow::Gone]);
    let document = desk.ledger.comparison_document(second).unwrap();
    let said = document.appendices[0].body[1].plain();
    assert!(said.contains("Một câu mới.") && said.contains("[I]") && said.contains("[Đồng chí Chủ tịch chỉ đạo sát sao.]"), "{said}");
    assert!(typeset::pdf(&document).unwrap().starts_with(b"%PDF-"));
}

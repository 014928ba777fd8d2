//! Lập từ báo cáo kỳ trước: what comes over, what is marked, what the officer says of it.

#[path = "from_last/marks.rs"]
mod marks;

use ledger::Ledger;
use ledger::paper::{Block, FigureChip, FigureFormat, Inline};
use ledger::typeset;
use ledger::view::{ComparedHow, MarkAnswer, MarkKind, MarkPlace, NewReport, ReportKind, ReportMark, ReportState, ReportView};
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

#[test]
fn the_difference_reads_word_by_word_on_screen_and_paper() {
    let (mut desk, _, second) = begun();
    let mut text = blocks(&view(&desk.ledger, second), "I.1");
    let id = text[0].id().to_owned();
    text[0] = para(&id, vec![Inline::words("Trong quý III năm 2026, Trung tâm tiếp nhận 125 hồ sơ, giảm so với 130 hồ sơ.")]);
    text.pop();
    text.push(para("new", vec![Inline::words("Một câu mới.")]));
    desk.ledger.keep_section(second, "I.1", text, &on("2026-09-11")).unwrap();
    desk.ledger.keep_section(second, "IV", vec![para("ahead", vec![Inline::words("Tiếp tục.")])], &on("2026-09-11")).unwrap();
    let compared = desk.ledger.compare_with_last(second).unwrap();
    let rows: Vec<ComparedHow> = compared.rows.iter().filter(|row| row.section == "I.1").map(|row| row.how).collect();
    assert_eq!(rows, [ComparedHow::Changed, ComparedHow::Changed, ComparedHow::Added, ComparedHow::Gone]);
    // Each knows its paragraph of today, and the section its heading of then.
    let of = |section: &str| compared.rows.iter().filter(|row| row.section == section).collect::<Vec<_>>();
    let now: Vec<&str> = of("I.1").iter().map(|row| row.block.as_str()).collect();
    assert_eq!((now[0], now[2], now[3]), (id.as_str(), "new", ""));
    let ahead = of("IV")[0];
    assert_eq!(
        (ahead.heading.as_str(), ahead.was.as_str()),
        ("IV. Phương hướng, nhiệm vụ quý IV năm 2026", "IV. Phương hướng, nhiệm vụ quý II năm 2026")
    );
    let document = desk.ledger.comparison_document(second).unwrap();
    let said = document.appendices[0].body[1].plain();
    assert!(said.contains("Một câu mới.") && said.contains("[I]") && said.contains("[Đồng chí Chủ tịch chỉ đạo sát sao.]"), "{said}");
    // A paragraph of one side alone: in one pair of brackets, and the other side says so.
    assert!(said.contains("(không còn ở kỳ này)") && said.contains("(chưa có ở kỳ trước)"), "{said}");
    assert!(typeset::pdf(&document).unwrap().starts_with(b"%PDF-"));
}

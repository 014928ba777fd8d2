//! Nhận lại bản sửa: what is taken of a returned Word file, what stays, what is refused.

#[path = "take_back_again.rs"]
mod again;
#[path = "take_back_figures.rs"]
mod figures;
#[path = "take_back_looks.rs"]
mod looks;
#[path = "take_back_refused.rs"]
mod refused;
#[allow(dead_code, reason = "other tests change files in more ways")]
#[path = "../returned/rewrite.rs"]
mod rewrite;
#[path = "take_back_words.rs"]
mod words;

use ledger::paper::{Block, Document, Inline, TextRun};
use ledger::typeset::{self, FACE};
use ledger::view::{BackAnswer, BackHow, BackKind, BackProposal, BackReason, IssueDraft, NewReport, ReportKind};
use ledger::word::docx_of;
use tests::{Desk, on};

struct Leader {
    desk: Desk,
    report: i64,
    /// What was sent.
    paper: Document,
}

impl Leader {
    fn new() -> Leader {
        let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý IV"), ("4", "Hằng quý")]);
        desk.note("1", "done", "2026-02-01");
        let draft =
            NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
        let report = desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
        let text = |id: &str, words: &str| Block::Para { id: id.into(), text: vec![Inline::words(words)] };
        let written = vec![text("p1", "Ủy ban nhân dân xã đã kiện toàn ban chỉ đạo."), text("p2", "Các phòng họp giao ban hằng tuần về tiến độ.")];
        desk.ledger.keep_section(report, "I.1", written, &on("2026-09-10")).unwrap();
        let paper = desk.ledger.report_document(report).unwrap();
        desk.ledger.note_sent(report, &paper, &on("2026-09-10")).unwrap();
        Leader { desk, report, paper }
    }

    /// The report as it is goes to the leader.
    fn send(&mut self) {
        self.paper = self.desk.ledger.report_document(self.report).unwrap();
        self.desk.ledger.note_sent(self.report, &self.paper, &on("2026-09-10")).unwrap();
    }

    /// The file as a leader sends it back.
    fn file(&self, edit: impl Fn(&mut Vec<Block>)) -> Vec<u8> {
        let mut paper = self.paper.clone();
        edit(&mut paper.body);
        docx_of(&paper, Some(&self.desk.ledger.report_uid(self.report).unwrap())).unwrap()
    }

    fn back(&self, file: &[u8]) -> BackProposal {
        self.desk.ledger.take_back(self.report, file).unwrap()
    }

    fn accept(&mut self, file: &[u8], keys: &[&str], figures: &[(&str, &str)]) -> ledger::Result<ledger::view::Written> {
        let figures = figures.iter().map(|(key, reason)| BackReason { key: (*key).into(), reason: (*reason).into() }).collect();
        let answer = BackAnswer { token: self.back(file).token, taken: keys.iter().map(|key| (*key).to_owned()).collect(), figures };
        self.desk.ledger.accept_back(self.report, file, &answer, &on("2026-09-12"))
    }

    fn text(&self) -> String {
        self.desk.ledger.report_document(self.report).unwrap().body.iter().map(Block::plain).collect::<Vec<_>>().join("\n")
    }

    fn refusal(&self, file: &[u8]) -> String {
        self.desk.ledger.take_back(self.report, file).unwrap_err().to_string()
    }
}

/// Other words in the paragraph with an id.
fn reworded(body: &mut [Block], id: &str, from: &str, to: &str) {
    let block = body.iter_mut().find(|block| block.id() == id).expect("the paragraph");
    let (Block::Para { text, .. } | Block::Item { text, .. } | Block::Heading { text, .. }) = block else { panic!("{id} is no text") };
    let Some(Inline::Text(run)) = text.first_mut() else { panic!("{id} begins with no words") };
    assert!(run.text.contains(from), "{}", run.text);
    run.text = run.text.replace(from, to);
}

/// The first figure of the text reads otherwise; answers the block it stands in.
fn renumbered(body: &mut [Block], now: &str) -> String {
    for block in body {
        let id = block.id().to_owned();
        let (Block::Para { text, .. } | Block::Item { text, .. }) = block else { continue };
        for piece in text {
            if let Inline::Figure(chip) = piece
                && chip.id == "plan.total"
            {
                chip.shown = Some(now.into());
                return id;
            }
        }
    }
    panic!("no figure in the text");
}

#[test]
fn an_unedited_file_says_nothing_new_though_figures_moved_on() {
    let mut leader = Leader::new();
    let file = leader.file(|_| {});
    leader.desk.note("2", "done", "2026-07-05");
    assert!(leader.text().contains("đã hoàn thành 02"), "{}", leader.text());
    assert_eq!(leader.back(&file).differences, []);
    let log = leader.desk.ledger.log(1000).unwrap().len();
    leader.accept(&file, &[], &[]).unwrap();
    assert_eq!(leader.desk.ledger.log(1000).unwrap().len(), log, "nothing taken is no change");
}

#[test]
fn words_are_taken_one_place_at_a_time_and_taken_back_by_undo() {
    let mut leader = Leader::new();
    let before = leader.text();
    let file = leader.file(|body| {
        reworded(body, "p1", "kiện toàn", "củng cố, kiện toàn");
        reworded(body, "p2", "hằng tuần", "hằng tháng");
    });
    let proposal = leader.back(&file);
    assert_eq!(
        proposal.differences.iter().map(|one| (one.kind, one.block.as_str())).collect::<Vec<_>>(),
        [(BackKind::Changed, "p1"), (BackKind::Changed, "p2")]
    );
    assert_eq!(leader.text(), before, "a proposal writes nothing");
    let written = leader.accept(&file, &["1"], &[]).unwrap();
    assert_eq!(written.summary, "Nhận lại bản sửa báo cáo quý III năm 2026: 1 chỗ");
    assert_eq!(leader.text(), before.replace("kiện toàn", "củng cố, kiện toàn"));
    assert_eq!(leader.back(&file).differences.len(), 1, "what was taken is not asked again");
    leader.desk.ledger.undo(&on("2026-09-13")).unwrap();
    assert_eq!(leader.text(), before);
}

#[test]
fn a_changed_number_of_ours_stays_unless_a_reason_is_given() {
    let mut leader = Leader::new();
    let before = leader.text();
    let file = leader.file(|body| drop(renumbered(body, "30")));
    let proposal = leader.back(&file);
    let figure = &proposal.differences[0].figures[0];
    assert_eq!((figure.id.as_str(), figure.was.as_str(), figure.now.as_str()), ("plan.total", "04", "30"));
    leader.accept(&file, &["1"], &[]).unwrap();
    assert_eq!(leader.text(), before, "the figure stays");
    let refused = leader.accept(&file, &["1"], &[("1.1", "  ")]).unwrap_err();
    assert_eq!(refused.code(), "empty");
    leader.accept(&file, &["1"], &[("1.1", "theo số của Sở Nội vụ")]).unwrap();
    assert!(leader.text().contains("30 nhiệm vụ"), "{}", leader.text());
    let body = leader.desk.ledger.report_document(leader.report).unwrap().body;
    let instead = body.iter().find_map(|block| match block {
        Block::Para { text, .. } | Block::Item { text, .. } => {
            text.iter().find_map(|piece| if let Inline::Figure(chip) = piece { chip.instead.clone() } else { None })
        }
        _ => None,
    });
    assert_eq!(instead, Some(("30".into(), "theo số của Sở Nội vụ".into())));
    assert_eq!(leader.back(&file).differences, []);
}

#[test]
fn what_was_written_here_meanwhile_is_shown_and_not_lost() {
    let mut leader = Leader::new();
    let file = leader.file(|body| {
        reworded(body, "p1", "kiện toàn", "củng cố");
        body.retain(|block| block.id() != "p2");
    });
    let text = |id: &str, words: &str| Block::Para { id: id.into(), text: vec![Inline::words(words)] };
    let written = vec![
        text("p1", "Xã đã thành lập ban chỉ đạo mới."),
        text("p2", "Các phòng họp giao ban hằng tuần về tiến độ."),
        text("p3", "Đoạn viết thêm."),
    ];
    leader.desk.ledger.keep_section(leader.report, "I.1", written, &on("2026-09-11")).unwrap();
    let proposal = leader.back(&file);
    let here: Vec<_> = proposal.differences.iter().map(|one| one.here.as_deref()).collect();
    assert_eq!(here, [Some("Xã đã thành lập ban chỉ đạo mới."), None]);
    leader.accept(&file, &["2"], &[]).unwrap();
    assert!(leader.text().contains("ban chỉ đạo mới.\nĐoạn viết thêm.") && !leader.text().contains("giao ban"), "{}", leader.text());
    leader.accept(&file, &["1"], &[]).unwrap();
    assert!(leader.text().contains("đã củng cố ban chỉ đạo.\nĐoạn viết thêm."), "{}", leader.text());
}

#[test]
fn headings_of_sections_are_renamed_and_taken_away() {
    let mut leader = Leader::new();
    let sections = leader.desk.ledger.report_view(leader.report).unwrap().sections;
    let at = sections.iter().position(|section| section.key == "I.1").unwrap();
    let file = leader.file(|body| {
        let title = sections[at].title.clone();
        reworded(body, "muc-I.1", &title, "Về chỉ đạo của cấp ủy");
        body.retain(|block| block.id() != "muc-I.2");
    });
    let proposal = leader.back(&file);
    let keys: Vec<&str> = proposal.differences.iter().map(|one| one.key.as_str()).collect();
    leader.accept(&file, &keys, &[]).unwrap();
    let after = leader.desk.ledger.report_view(leader.report).unwrap().sections;
    assert_eq!(after[at].title, "Về chỉ đạo của cấp ủy");
    assert_eq!(after.len(), sections.len() - 1);
    let kept = sections[at].blocks.len() + sections[at + 1].blocks.len();
    assert_eq!(after[at].blocks.len(), kept, "its text belongs to the section above");
    assert_eq!(leader.back(&file).differences, []);
}

#[test]
fn what_a_leader_edits_in_an_appendix_of_ones_own_comes_back_and_the_plans_is_told() {
    use ledger::paper::{Align, Cell, Column, Row, Table};
    use ledger::view::AnnexKind;
    let mut leader = Leader::new();
    let on_day = on("2026-09-11");
    let row = |words: [&str; 2]| Row { group: false, cells: words.iter().map(|word| Cell { span: 1, text: vec![Inline::words(*word)] }).collect() };
    let column = || Column { share: 1, align: Align::Left };
    let table = Table {
        columns: vec![column(), column()],
        header: vec![row(["Thôn", "Số hộ"])],
        rows: vec![row(["Lam Thượng", "312"]), row(["Lam Hạ", "280"])],
        size: 12,
    };
    leader.desk.ledger.add_annex(leader.report, AnnexKind::Own, "Danh sách hộ", Some("I.1"), &on_day).unwrap();
    let key = leader.desk.ledger.report_view(leader.report).unwrap().annexes.pop().unwrap().key;
    let lead = Block::Para { id: "loi".into(), text: vec![Inline::words("Các thôn đã rà soát xong.")] };
    leader.desk.ledger.keep_section(leader.report, &key, vec![lead, Block::Table { id: "bang".into(), table }], &on_day).unwrap();
    leader.paper = leader.desk.ledger.report_document(leader.report).unwrap();
    leader.desk.ledger.note_sent(leader.report, &leader.paper, &on_day).unwrap();
    let mut paper = leader.paper.clone();
    reworded(&mut paper.appendices[1].body, "loi", "rà soát xong", "rà soát, công khai xong");
    let Some(Block::Table { table, .. }) = paper.appendices[1].body.last_mut() else { panic!("no table") };
    table.rows[1].cells[1].text = vec![Inline::words("281")];
    table.rows.push(row(["Lam Trung", "95"]));
    let Some(Block::Table { table, .. }) = paper.appendices[0].body.first_mut() else { panic!("no plan") };
    table.rows[1].cells[1].text = vec![Inline::words("Việc khác hẳn")];
    let file = docx_of(&paper, Some(&leader.desk.ledger.report_uid(leader.report).unwrap())).unwrap();
    let back = leader.back(&file);
    let headings: Vec<&str> = back.differences.iter().map(|one| one.heading.as_str()).collect();
    assert_eq!(headings, ["Phụ lục II Danh sách hộ", "Phụ lục II Danh sách hộ"], "{:#?}", back.differences);
    assert!(back.outside.iter().any(|one| one.sentence.contains("màn hình Kế hoạch")), "{:?}", back.outside);
    let keys: Vec<String> = back.differences.iter().map(|one| one.key.clone()).collect();
    leader.accept(&file, &keys.iter().map(String::as_str).collect::<Vec<_>>(), &[]).unwrap();
    let paper = leader.desk.ledger.report_document(leader.report).unwrap();
    let text: Vec<String> = paper.appendices[1].body.iter().map(Block::plain).collect();
    assert_eq!(text[0], "Các thôn đã rà soát, công khai xong.");
    assert!(text[1].contains("281") && text[1].contains("Lam Trung\n95"), "{text:?}");
    assert!(!leader.text().contains("Lam Trung"), "the body stays as it was");
    // The plan itself is not written by a Word file.
    assert!(!paper.appendices[0].body.iter().any(|block| block.plain().contains("Việc khác hẳn")));
}

#[test]
fn what_a_leader_writes_in_an_appendix_that_was_empty_is_taken_there() {
    use ledger::view::AnnexKind;
    let mut leader = Leader::new();
    let on_day = on("2026-09-11");
    for title in ["Danh sách hộ", "Danh sách thôn", "Danh sách tổ"] {
        leader.desk.ledger.add_annex(leader.report, AnnexKind::Own, title, Some("I.1"), &on_day).unwrap();
    }
    let keys: Vec<String> = leader.desk.ledger.report_view(leader.report).unwrap().annexes.into_iter().map(|annex| annex.key).collect();
    leader.paper = leader.desk.ledger.report_document(leader.report).unwrap();
    leader.desk.ledger.note_sent(leader.report, &leader.paper, &on_day).unwrap();
    let mut paper = leader.paper.clone();
    let para = |words: &str| Block::Para { id: String::new(), text: vec![Inline::words(words)] };
    paper.appendices[2].body = vec![para("Thôn Lam Thượng đã rà soát."), para("Thôn Lam Hạ đang rà soát.")];
    paper.appendices[3].body = vec![para("Tổ 1 có năm người.")];
    let file = docx_of(&paper, Some(&leader.desk.ledger.report_uid(leader.report).unwrap())).unwrap();
    let back = leader.back(&file);
    let told: Vec<(&str, &str)> = back.differences.iter().map(|one| (one.section.as_str(), one.heading.as_str())).collect();
    let (thon, to) = (keys[2].as_str(), keys[3].as_str());
    let expected = [(thon, "Phụ lục III Danh sách thôn"), (thon, "Phụ lục III Danh sách thôn"), (to, "Phụ lục IV Danh sách tổ")];
    assert_eq!(told, expected, "{:#?}", back.outside);
    assert_eq!(back.outside, []);
    leader.accept(&file, &["1", "2", "3"], &[]).unwrap();
    let paper = leader.desk.ledger.report_document(leader.report).unwrap();
    let text = |nth: usize| paper.appendices[nth].body.iter().map(Block::plain).collect::<Vec<_>>();
    assert_eq!((text(1), text(2)), (vec![], vec!["Thôn Lam Thượng đã rà soát.".to_owned(), "Thôn Lam Hạ đang rà soát.".to_owned()]));
    assert_eq!(text(3), ["Tổ 1 có năm người."]);
    assert!(leader.back(&file).differences.is_empty(), "taken once it is taken");
}

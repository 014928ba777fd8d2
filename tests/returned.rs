//! Nhận lại bản sửa: Word files that were really edited come back into their report.
//!
//! LibreOffice edits them with a macro (skipped with a line where it is not installed; `JUDGES=all`
//! demands it). `cargo test --test returned -- --nocapture` prints how much of each kind was known again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a test stops loudly")]

#[path = "returned/office.rs"]
mod office;
#[path = "returned/rewrite.rs"]
mod rewrite;

use ledger::paper::{Block, Document, FigureChip, FigureFormat, Inline};
use ledger::view::{BackAnswer, BackKind, BackProposal, Id, ReportKind};
use ledger::word::{self, read};
use office::Office;
use rewrite::{commented, stripped, tracked};
use tests::judge::skipped;
use tests::{Desk, on, papers};

/// A ledger with a report of these blocks, and its Word file as it was sent.
struct Sent {
    desk: Desk,
    report: Id,
    file: Vec<u8>,
}

impl Sent {
    fn of(document: &Document) -> Sent {
        let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý IV"), ("4", "Hằng quý")]);
        let report = desk.ledger.keep_paper(document, ReportKind::Quarterly, "2026-Q3", &on("2026-09-10")).unwrap().thing.unwrap();
        let mut sent = Sent { desk, report, file: Vec::new() };
        sent.file = sent.save();
        sent
    }

    /// "Lưu Word".
    fn save(&mut self) -> Vec<u8> {
        let document = self.desk.ledger.report_document(self.report).unwrap();
        self.desk.ledger.note_sent(self.report, &document, &on("2026-09-11")).unwrap();
        word::docx_of(&document, Some(&self.desk.ledger.report_uid(self.report).unwrap())).unwrap()
    }

    fn back(&self, file: &[u8]) -> BackProposal {
        self.desk.ledger.take_back(self.report, file).unwrap()
    }

    /// Takes everything, numbers of the file in place of figures.
    fn take_all(&mut self, file: &[u8]) {
        let proposal = self.back(file);
        let figures = proposal.differences.iter().flat_map(|one| &one.figures);
        let figures = figures.map(|one| ledger::view::BackReason { key: one.key.clone(), reason: "theo lãnh đạo".into() }).collect();
        let taken = proposal.differences.iter().map(|one| one.key.clone()).collect();
        let answer = BackAnswer { token: proposal.token, taken, figures };
        self.desk.ledger.accept_back(self.report, file, &answer, &on("2026-09-16")).unwrap();
    }

    /// The text of the report now, as its own Word file says it.
    fn text(&self) -> Vec<String> {
        lines(&word::docx(&self.desk.ledger.report_document(self.report).unwrap()).unwrap())
    }
}

/// All paragraphs and cells of a Word file, spaces single.
fn lines(file: &[u8]) -> Vec<String> {
    fn all(parts: &[read::Part], lines: &mut Vec<String>) {
        for part in parts {
            match part {
                read::Part::Para(para) => {
                    let text = para.text.split_whitespace().collect::<Vec<_>>().join(" ");
                    lines.extend(Some(text).filter(|text| !text.is_empty()));
                }
                read::Part::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| all(&cell.parts, lines)),
            }
        }
    }
    let mut found = Vec::new();
    all(&read::bytes(file).unwrap(), &mut found);
    found
}

/// A report of several pages with a table and figures of the plan in its text.
fn long_report() -> Document {
    let mut document = papers::report_of(7);
    document.appendices.clear();
    document.body.insert(6, papers::cases_table());
    let chip = |id: &str| Inline::Figure(FigureChip { id: id.into(), window: None, format: FigureFormat::Sentence, instead: None, shown: None });
    let text = vec![
        Inline::words("Kế hoạch của xã có "),
        chip("plan.total"),
        Inline::words(" nhiệm vụ, đã hoàn thành "),
        chip("plan.done"),
        Inline::words(" nhiệm vụ."),
    ];
    document.body.insert(3, Block::Para { id: String::new(), text });
    document
}

#[test]
fn files_edited_in_libreoffice_come_back() {
    let Some(office) = Office::open() else { return skipped("soffice") };
    let document = long_report();
    for (ways, least) in [
        ("none", 100),
        ("words", 100),
        ("added", 75),
        ("split", 100),
        ("merged", 100),
        ("removed", 100),
        ("moved", 100),
        ("tables", 100),
        ("looks", 100),
        ("number", 100),
        ("tracked-number", 100),
        ("tracked-words-removed-merged", 100),
        ("words-added-split-merged-removed-moved-tables", 75),
    ] {
        for is_bare in [false, true] {
            let mut sent = Sent::of(&document);
            let (kind, file) = if is_bare { (", no ids", stripped(&sent.file)) } else { ("", sent.file.clone()) };
            let returned = office.edited(&file, ways);
            let proposal = sent.back(&returned);
            let matched = proposal.matched;
            let known = matched.by_mark + matched.by_words;
            println!(
                "{ways}{kind}: {known} of {} paragraphs known ({} by marks, {} by words), {} differences",
                matched.paragraphs,
                matched.by_mark,
                matched.by_words,
                proposal.differences.len()
            );
            assert!(known * 100 >= matched.paragraphs * least, "{ways}{kind}: {matched:?}");
            assert_eq!(proposal.differences.is_empty(), ways == "none", "{ways}{kind}: {:?}", proposal.differences);
            assert!(proposal.outside.is_empty(), "{ways}{kind}: {:?}", proposal.outside);
            assert_eq!(proposal.tracked, ways.starts_with("tracked"));
            let looks = proposal.differences.iter().filter(|one| one.kind == BackKind::Look).count();
            assert!(if ways == "looks" { looks == proposal.differences.len() } else { looks == 0 }, "{ways}{kind}: {:?}", proposal.differences);
            sent.take_all(&returned);
            let (own, theirs) = (sent.text(), lines(&returned));
            let first = own.iter().zip(&theirs).position(|(own, theirs)| own != theirs);
            assert_eq!(first.map(|at| (&own[at], &theirs[at])), None, "{ways}{kind}");
            assert_eq!(own.len(), theirs.len(), "{ways}{kind}");
            assert_eq!(sent.back(&returned).differences, [], "{ways}{kind}: taken twice");
        }
    }
}

#[test]
fn tracked_changes_read_as_final_and_comments_are_listed() {
    let sent = Sent::of(&long_report());
    let file = tracked(&sent.file, "Kế hoạch của xã", "Kế hoạch năm của xã");
    let file = commented(&file, "nhiệm vụ, đã hoàn thành ", "Trần Minh Khang", "Đối chiếu lại &amp; ghi rõ");
    let proposal = sent.back(&file);
    assert!(proposal.tracked);
    assert_eq!(proposal.differences.len(), 1, "{:?}", proposal.differences);
    let words: String = proposal.differences[0].lines[0].words.iter().map(|words| format!("{:?}:{} ", words.how, words.text.trim())).collect();
    assert!(words.contains("New:năm"), "{words}");
    let comment = &proposal.comments[0];
    assert_eq!(
        (comment.author.as_str(), comment.text.as_str(), comment.moment.as_str()),
        ("Trần Minh Khang", "Đối chiếu lại & ghi rõ", "16/09/2026 08:30")
    );
    assert_eq!(comment.difference, proposal.differences[0].key);
    assert!(comment.about.starts_with("Kế hoạch năm của xã có"), "{}", comment.about);
}

#[test]
fn a_remark_comes_through_libreoffice_with_its_author_and_the_words_it_is_on() {
    let Some(office) = Office::open() else { return skipped("soffice") };
    let sent = Sent::of(&long_report());
    let file = commented(&sent.file, "đã hoàn thành", "Trần Minh Khang", "Đối chiếu lại &amp; ghi rõ");
    for returned in [office.saved(&file), file] {
        let proposal = sent.back(&returned);
        assert_eq!(proposal.differences, []);
        let [comment] = proposal.comments.as_slice() else { panic!("{:?}", proposal.comments) };
        assert_eq!((comment.author.as_str(), comment.text.as_str()), ("Trần Minh Khang", "Đối chiếu lại & ghi rõ"));
        assert_eq!(comment.words, "đã hoàn thành");
        assert!(comment.about.contains(&comment.words), "{comment:?}");
        assert_eq!((comment.section.is_empty(), comment.answer, comment.settled), (false, false, false));
    }
}

#[test]
fn a_file_without_any_id_is_known_by_its_words() {
    let sent = Sent::of(&long_report());
    let proposal = sent.back(&stripped(&sent.file));
    assert_eq!(proposal.differences, []);
    assert_eq!((proposal.matched.by_mark, proposal.matched.by_words), (0, proposal.matched.paragraphs));
}

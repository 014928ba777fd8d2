//! Documents cited in a report: in full the first time, short later.

use ledger::paper::{Block, Citation, Inline};
use ledger::view::{DocumentForm, NewReport, ReportKind};
use tests::{Desk, on};

#[test]
fn a_document_is_named_in_full_where_it_stands_first_and_short_behind() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let id = desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
    let form = DocumentForm {
        kind: "Kế hoạch".into(),
        number: "12/KH-UBND".into(),
        day: "15/01/2026".into(),
        subject: "tuyên truyền".into(),
        ..DocumentForm::default()
    };
    let plan = desk.ledger.keep_document(&form, &on("2026-09-10")).unwrap().thing.unwrap();
    let cited = |id: &str, full: bool| {
        let piece = Inline::Citation(Citation { document: plan, full, shown: None });
        Block::Para { id: id.into(), text: vec![Inline::words("Theo "), piece, Inline::words(".")] }
    };
    let mut write = |section: &str, block: Option<Block>| {
        desk.ledger.keep_section(id, section, block.into_iter().collect(), &on("2026-09-10")).unwrap();
        let view = desk.ledger.report_view(id).unwrap();
        let shown = |key: &str| view.sections.iter().find(|one| one.key == key).unwrap().blocks.iter().map(Block::plain).collect::<String>();
        let lines = ["I.1", "I.3", "I.4"].map(shown);
        // The page says what the editor shows.
        let page = desk.ledger.report_document(id).unwrap().body.iter().map(Block::plain).collect::<Vec<_>>();
        assert!(lines.iter().all(|line| line.is_empty() || page.contains(line)), "{lines:?}");
        lines.map(|line| match line.len() {
            0 => "",
            _ if line.contains("ngày 15/01/2026 về tuyên truyền") => "full",
            _ if line == "Theo Kế hoạch số 12/KH-UBND." => "short",
            _ => "other",
        })
    };
    assert_eq!(write("I.3", Some(cited("a", true))), ["", "full", ""]);
    assert_eq!(write("I.4", Some(cited("b", true))), ["", "full", "short"]);
    // Before them, kept short: always short, and the next one still names it in full.
    assert_eq!(write("I.1", Some(cited("c", false))), ["short", "full", "short"]);
    assert_eq!(write("I.1", None), ["", "full", "short"]);
    assert_eq!(write("I.3", None), ["", "", "full"]);
}

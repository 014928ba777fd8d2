//! Golden pages of appendices: the table of figures, a table of the officer's own.

use super::check;
use ledger::Ledger;
use ledger::paper::{Align, Block, Cell, Column, Inline, Row, Table};
use ledger::view::{AnnexKind, NewReport, ReportKind};
use tempfile::TempDir;
use tests::on;

const DAY: &str = "2026-11-20";

fn list() -> Block {
    let row = |words: [&str; 3]| Row { group: false, cells: words.iter().map(|word| Cell { span: 1, text: vec![Inline::words(*word)] }).collect() };
    let column = |share: u16, align: Align| Column { share, align };
    let across = Row { group: true, cells: vec![Cell { span: 3, text: vec![Inline::words("Các thôn vùng đồi")] }] };
    let table = Table {
        columns: vec![column(5, Align::Center), column(30, Align::Left), column(12, Align::Right)],
        header: vec![row(["TT", "Thôn", "Số hộ được hướng dẫn"])],
        rows: vec![across, row(["1", "Lam Thượng", "1.312"]), row(["2", "Lam Hạ", "280"])],
        size: 12,
    };
    Block::Table { id: "bang".into(), table }
}

#[test]
fn a_report_with_two_appendices() {
    let folder = TempDir::new().expect("a folder");
    let mut ledger = Ledger::open(folder.path(), &on("2026-01-05")).expect("a ledger");
    ledger.fill_sample(&on(DAY)).expect("the sample commune");
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let report = ledger.new_report(&draft, &on(DAY)).expect("a report").thing.expect("its id");
    ledger.add_annex(report, AnnexKind::Figures, "", None, &on(DAY)).expect("the figures");
    ledger.add_annex(report, AnnexKind::Own, "Số hộ được hướng dẫn nộp hồ sơ trực tuyến theo thôn", Some("I.4"), &on(DAY)).expect("a list");
    let annexes = ledger.report_view(report).expect("a view").annexes;
    ledger.keep_section(report, &annexes[1].key, vec![list()], &on(DAY)).expect("a table");
    check("annexes", &ledger.report_document(report).expect("a document"));
}

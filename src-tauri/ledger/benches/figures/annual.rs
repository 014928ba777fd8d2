//! The annual report from its parts: every figure was told of the four quarters, none of the year.

use super::{day, stamp, time};
use ledger::deadline::Span;
use ledger::view::{AnnexForm, AnnexKind, FigureDraft, NewReport, ReportKind};
use ledger::{Ledger, typeset};

const QUARTERS: [(&str, &str); 4] =
    [("2025-12-15", "2026-03-14"), ("2026-03-15", "2026-06-14"), ("2026-06-15", "2026-09-14"), ("2026-09-15", "2026-12-14")];

/// Prints how long each step takes.
pub(crate) fn print() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = Ledger::open(folder.path(), &stamp()).expect("a ledger");
    ledger.fill_sample(&stamp()).expect("the sample");
    for (nth, (from, to)) in QUARTERS.into_iter().enumerate() {
        let span = Span { first: from.parse().expect("a day"), last: to.parse().expect("a day") };
        let view = ledger.figures_view(Some(span), Some(span.last), day(2026, 12, 14)).expect("the sheet");
        for row in view.groups.iter().flat_map(|group| &group.rows).filter(|row| row.typed && row.form.formula.is_empty()) {
            let draft = FigureDraft {
                figure: row.form.id.clone(),
                from: from.to_owned(),
                to: to.to_owned(),
                value: (100 + nth).to_string(),
                as_of: to.to_owned(),
                ..FigureDraft::default()
            };
            // Words take no number.
            drop(ledger.keep_figure_value(&draft, &stamp()));
        }
    }
    let draft = NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let report = ledger.new_report(&draft, &stamp()).expect("a report").thing.expect("its id");
    ledger.add_annex(report, AnnexKind::Figures, "", None, &stamp()).expect("the table");
    let annex = ledger.report_view(report).expect("its view").annexes.pop().expect("the table");
    ledger.keep_annex(report, &annex.key, &AnnexForm { compared: true, ..annex.form.clone() }, &stamp()).expect("compared");
    println!("báo cáo năm từ bốn quý: {}", annex.about);
    time("mở báo cáo năm từ bốn quý", 20, || drop(ledger.report_view(report)));
    time("báo cáo năm thành văn bản, có phụ lục số liệu", 20, || drop(ledger.report_document(report)));
    let document = ledger.report_document(report).expect("a document");
    time("PDF của báo cáo ấy", 20, || drop(typeset::pdf(&document)));
    time("lập báo cáo năm từ bốn quý, rồi trả lại", 20, || {
        drop(ledger.new_report(&draft, &stamp()));
        drop(ledger.undo(&stamp()));
    });
}

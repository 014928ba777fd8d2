//! A golden page for each outline that ships: the report as it begins for the sample commune, every
//! sentence it offers written.

use super::check;
use ledger::Ledger;
use ledger::paper::Block;
use ledger::view::{NewReport, ReportKind};
use tempfile::TempDir;
use tests::on;

fn begun(set: &str, kind: ReportKind, period: &str) {
    let folder = TempDir::new().expect("a folder");
    let mut ledger = Ledger::open(folder.path(), &on("2026-01-05")).expect("a ledger");
    ledger.fill_sample(&on("2026-11-20")).expect("the sample commune");
    let draft = NewReport {
        kind,
        period: period.into(),
        from: Some("2026-06-15".into()),
        to: Some("2026-09-14".into()),
        as_of: Some("2026-09-14".into()),
        appendix: false,
        statistics: false,
    };
    let report = ledger.new_report_from(&draft, Some(set), &on("2026-11-20")).expect("a report").thing.expect("its id");
    for section in ledger.report_view(report).expect("a view").sections.into_iter().filter(|section| section.writable) {
        let blocks: Vec<Block> = section.blocks.iter().chain(section.offers.iter().flatten()).cloned().collect();
        let blocks = blocks.into_iter().enumerate().map(|(nth, block)| block.with_id(format!("{}-{nth}", section.key)));
        ledger.keep_section(report, &section.key, blocks.collect(), &on("2026-11-20")).expect("kept");
    }
    check(set, &ledger.report_document(report).expect("a document"));
}

#[test]
fn the_regular_report() {
    begun("outline-quarterly", ReportKind::Quarterly, "2026-Q3");
}

#[test]
fn the_report_with_decimal_numbers() {
    begun("outline-decimals", ReportKind::Free, "2026");
}

#[test]
fn the_report_for_an_inspection() {
    begun("outline-inspection", ReportKind::Inspection, "2026");
}

#[test]
fn the_report_in_two_parts() {
    begun("outline-two-parts", ReportKind::Inspection, "2026");
}

#[test]
fn a_free_report() {
    begun("outline-free", ReportKind::Free, "2026");
}

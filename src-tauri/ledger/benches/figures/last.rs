//! Lập từ báo cáo kỳ trước, on the sample: the new report, its marks, the difference.

use super::{day, stamp, time};
use ledger::Ledger;
use ledger::view::{NewReport, ReportKind};

/// Prints how long each takes.
pub(crate) fn print() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = Ledger::open(folder.path(), &stamp()).expect("a ledger");
    ledger.fill_sample(&stamp()).expect("the sample");
    let list = ledger.report_list(day(2026, 11, 26)).expect("the list");
    let proposal = list.proposals.iter().find(|one| one.period == "2027-Q1").expect("the next quarter");
    let source = proposal.earlier.first().expect("an earlier report").id;
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2027-Q1".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let report = ledger.new_report_from_last(&draft, source, &stamp()).expect("a report").thing.expect("its id");
    let marks = ledger.report_view(report).expect("its view").marks.len();
    time(&format!("mở báo cáo lập từ kỳ trước ({marks} chỗ cần xem)"), 20, || drop(ledger.report_view(report)));
    time("so báo cáo với kỳ trước", 20, || drop(ledger.compare_with_last(report)));
    time("lập báo cáo từ kỳ trước, rồi trả lại", 20, || {
        drop(ledger.new_report_from_last(&draft, source, &stamp()));
        drop(ledger.undo(&stamp()));
    });
}

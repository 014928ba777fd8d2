//! A plan of ten thousand rows, as a workbook and as a ledger.

use chrono::NaiveDate;
use ledger::deadline::{self, Before, Span};
use ledger::view::{DraftRow, NewOffice, PlanDraft};
use ledger::{Ledger, Stamp};
use std::fs;
use std::path::{Path, PathBuf};

/// So many rows the plan has.
pub(crate) const ROWS: usize = 10_000;
/// The deadline of every so-manieth row means nothing.
pub(crate) const UNCLEAR: usize = 500;

/// Fills the ledger in a folder with the plan, and writes its appendix as a workbook beside.
pub(crate) fn ledger_and_workbook(folder: &Path) -> PathBuf {
    let stamp = Stamp { moment: day(2026, 1, 5).and_hms_opt(9, 0, 0).unwrap_or_default(), person: "Lan".into(), seed: 7 };
    let mut ledger = Ledger::open(folder, &stamp).expect("a ledger");
    ledger.create_office(&NewOffice { name: "Lam Khê".into(), ..NewOffice::default() }, &stamp).expect("an office");
    let plan = ledger.keep_plan(&plan(), &stamp).expect("kept").thing.expect("its id");
    let book = folder.join("ke-hoach.xlsx");
    fs::write(&book, ledger.plan_workbook(plan, false, day(2026, 1, 5)).expect("a workbook")).expect("written");
    book
}

fn plan() -> PlanDraft {
    let span = Span { first: day(2026, 1, 1), last: day(2026, 12, 31) };
    let words = ["Quý I", "Tháng 7", "Trước ngày 15/12", "Hằng quý"];
    let rows = (1..=ROWS).map(|tt| {
        let deadline_text = if tt % UNCLEAR == 0 { format!("Xong đợt {tt}") } else { words[tt % words.len()].to_owned() };
        let deadline = deadline::read(&deadline_text, span, Before::default());
        DraftRow {
            group_roman: ["I", "II", "III", "IV", "V", "VI", "VII"][tt * 7 / (ROWS + 1)].to_owned(),
            group_name: "Cải cách".to_owned(),
            tt: tt.to_string(),
            // Rows of one line and of five: their heights can't be told beforehand.
            content: format!("Việc số {tt}: rà soát{}", ", cập nhật và công khai thủ tục hành chính".repeat(tt % 5)),
            lead: "Phòng Văn hóa - Xã hội".to_owned(),
            coordinating: "Các phòng, đơn vị".to_owned(),
            deadline_text,
            product: "Báo cáo".to_owned(),
            deadline_hint: deadline::hint(&deadline),
            deadline,
            warnings: Vec::new(),
            answered_last: None,
        }
    });
    PlanDraft {
        source: String::new(),
        title: "Kế hoạch năm 2026".to_owned(),
        from: span.first,
        to: span.last,
        rows: rows.collect(),
        warnings: Vec::new(),
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

//! The workbook of a unit: its tasks, and columns it fills in.

use super::{Asked, STATES, mark, shown_tt};
use crate::Result;
use crate::plan::workbook::state_words;
use crate::sheet::write::{self, ColumnOut, Line, SheetOut, Value, tab_name};
use crate::viet::day_screen;
use crate::view::UnitFile;
use crate::{Ledger, viet};
use chrono::NaiveDate;

/// What the first line of each workbook begins with; it is known by it when it comes back.
pub(super) const TITLE: &str = "PHIẾU BÁO KẾT QUẢ NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH";
/// What the line with the unit and the day begins with.
pub(super) const UNIT: &str = "Đơn vị: ";
/// What stands before the day.
pub(super) const MADE: &str = "; lập ngày ";

impl Ledger {
    /// One workbook for each unit: the tasks it leads, their state, and columns to fill in.
    ///
    /// A unit that is asked for figures, or told some before, finds them in a sheet of their own, beside its
    /// tasks or alone. States are chosen from a list; there are no macros and no formulas. Files are named
    /// `Phieu_PhongKinhTe.xlsx`.
    pub fn unit_workbooks(&self, as_of: NaiveDate) -> Result<Vec<UnitFile>> {
        let known = self.asked_facts(as_of)?;
        let mut files: Vec<UnitFile> = Vec::new();
        for asked in self.asked(&known, as_of)? {
            let tasks = (!asked.tasks.is_empty()).then(|| sheet(&asked, as_of));
            let sheets: Vec<SheetOut> = tasks.into_iter().chain(asked.figures).collect();
            let bytes = write::bytes(&sheets, as_of)?;
            let base = format!("Phieu_{}", file_name(&asked.unit));
            let taken = files.iter().filter(|file| file.name.starts_with(&base)).count();
            let name = if taken == 0 { format!("{base}.xlsx") } else { format!("{base}_{}.xlsx", taken + 1) };
            files.push(UnitFile { unit: asked.unit, name, bytes });
        }
        Ok(files)
    }
}

fn sheet(asked: &Asked, as_of: NaiveDate) -> SheetOut {
    let column = |head: &str, width: f64, centered: bool| ColumnOut { head: head.to_owned(), width, centered, ..ColumnOut::default() };
    let asked_for = |head: &str, width: f64| ColumnOut { asked: true, ..column(head, width, false) };
    let columns = vec![
        column("TT", 8.0, true),
        column("Nhiệm vụ", 46.0, false),
        column("Sản phẩm", 20.0, false),
        column("Hạn", 14.0, true),
        column("Đang ghi trong sổ", 18.0, false),
        ColumnOut { choices: STATES.iter().map(|(words, _)| (*words).to_owned()).collect(), ..asked_for("Kết quả (chọn)", 16.0) },
        asked_for("Ngày", 14.0),
        asked_for("Văn bản (loại, số, ngày)", 26.0),
        asked_for("Ghi chú, lý do", 28.0),
        column("Mã (không sửa)", 10.0, true),
    ];
    let lines = asked.tasks.iter().map(|(assigned, _, task, standing)| {
        let words = &task.words;
        let tt = Value::counted(&shown_tt(*assigned, &words.tt));
        let last = standing.last.or_else(|| words.last()).map_or_else(|| Value::Text(words.deadline_words.clone()), Value::Day);
        let since = standing.since.map(|day| format!(", {}", day_screen(day))).unwrap_or_default();
        Line::Row(vec![
            tt,
            Value::Text(words.content.clone()),
            Value::Text(words.product.clone()),
            last,
            Value::Text(format!("{}{since}", state_words(standing.state))),
            Value::Blank,
            Value::Blank,
            Value::Blank,
            Value::Blank,
            Value::Text(mark(task.id)),
        ])
    });
    SheetOut {
        name: tab_name("Nhiệm vụ"),
        above: vec![
            TITLE.to_owned(),
            format!("{UNIT}{}{MADE}{}", asked.unit, day_screen(as_of)),
            "Chỉ điền bốn cột tô màu; dòng nào không có gì mới thì để trống. Gửi lại chính tệp này.".to_owned(),
        ],
        columns,
        lines: lines.collect(),
    }
}

/// `PhongKinhTe`: plain letters, each word begun by a capital.
fn file_name(unit: &str) -> String {
    let plain = viet::fold(unit).replace('đ', "d");
    let words = plain.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let name: String =
        words.map(|word| word.chars().take(1).map(|first| first.to_ascii_uppercase()).chain(word.chars().skip(1)).collect::<String>()).collect();
    name.chars().take(40).collect()
}

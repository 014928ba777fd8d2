//! The sheet of a window as a workbook: filled in by whoever knows, and read back.

use super::Figures;
use super::asked::Asked;
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::sheet::write::{self, ColumnOut, Line, SheetOut, Value};
use crate::viet::day_screen;
use crate::view::{FigureCell, FigureRow, FigureWindow, FiguresView, Id};
use crate::{Ledger, Problem, Result, viet};
use chrono::NaiveDate;

/// What the first line begins with.
const TITLE: &str = "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH";
/// What stands before the name of the unit that fills it in.
pub(super) const UNIT: &str = "Đơn vị: ";
/// The heads of the columns that are read back: id, name, value, estimate, source.
pub(super) const HEADS: [&str; 5] = ["Mã (không sửa)", "Chỉ tiêu", "Kỳ này", "Ước (x)", "Nguồn số liệu"];

impl Ledger {
    /// The sheet of a window as an .xlsx: what is told, computed and counted, and columns to fill in.
    ///
    /// For a unit: only the figures that it is asked for or told before, else those that are typed, its own shares in them.
    /// Error: no such unit.
    pub fn figures_workbook(&self, window: Span, as_of: NaiveDate, unit: Option<Id>) -> Result<Vec<u8>> {
        write::bytes(&[self.asked_figures_of(window, as_of, as_of)?.sheet(unit)?], as_of)
    }

    /// What the file of the sheet of a window is called, without its ending; each unit's by its own name.
    ///
    /// Error: no such unit.
    pub fn figures_file_name(&self, window: Span, unit: Option<Id>) -> Result<String> {
        let name = format!("SoLieu_CCHC_{}_{}", window.first.format("%d%m%Y"), window.last.format("%d%m%Y"));
        let Some(unit) = unit else { return Ok(name) };
        let unit = self.units()?.into_iter().find(|known| known.id == Some(unit)).ok_or(Problem::NotFound("đơn vị"))?;
        Ok(format!("{name}_{}", unit.name))
    }

    /// What units are asked to tell of the window in hand, read once for all of them.
    pub(crate) fn asked_figures(&self, as_of: NaiveDate) -> Result<AskedFigures> {
        let window = self.window_in_hand(as_of)?;
        self.asked_figures_of(window, window.last.min(as_of), as_of)
    }

    fn asked_figures_of(&self, window: Span, as_of: NaiveDate, today: NaiveDate) -> Result<AskedFigures> {
        let (view, figures) = self.sheet_of(self.figure_values()?, Some(window), Some(as_of), today)?;
        Ok(AskedFigures { view, figures, asked: self.asked_units()? })
    }
}

/// The sheet of a window, out of which each unit gets its own figures.
pub(crate) struct AskedFigures {
    view: FiguresView,
    figures: Figures,
    asked: Asked,
}

impl AskedFigures {
    /// The sheet for a unit that is asked for figures, or told some before; none for others, nor for one that is no more.
    pub(crate) fn for_unit(&self, name: &str) -> Result<Option<SheetOut>> {
        let Some((unit, _)) = self.view.units.iter().find(|(_, known)| known == name) else { return Ok(None) };
        let window = Span { first: self.view.window.from, last: self.view.window.to };
        (self.figures.reckoner.stands(*unit, window) && self.rows().any(|row| self.wants(row, *unit))).then(|| self.sheet(Some(*unit))).transpose()
    }

    /// The sheet: of the office all figures; of a unit those it is asked for, of one that is asked for none all that are typed.
    fn sheet(&self, unit: Option<Id>) -> Result<SheetOut> {
        let any = unit.is_some_and(|unit| self.rows().any(|row| self.wants(row, unit)));
        let wanted = |row: &FigureRow| unit.is_none_or(|unit| if any { self.wants(row, unit) } else { row.typed });
        let mut lines = Vec::new();
        for group in &self.view.groups {
            let mut rows = group.rows.iter().filter(|row| wanted(row)).peekable();
            if rows.peek().is_some() {
                lines.push(Line::Group(format!("{}. {}", group.field, group.name)));
            }
            lines.extend(rows.map(|row| unit.map_or_else(|| line(row, None), |unit| line(row, Some(self.own(row, unit))))));
        }
        Ok(SheetOut { name: "Số liệu".to_owned(), above: above(&self.view, unit)?, columns: columns(), lines })
    }

    fn rows(&self) -> impl Iterator<Item = &FigureRow> {
        self.view.groups.iter().flat_map(|group| &group.rows)
    }

    /// What a unit told itself: of this window whole, of the one before, of the same one last year.
    fn own(&self, row: &FigureRow, unit: Id) -> [FigureCell; 3] {
        let reckoner = &self.figures.reckoner;
        let window = |window: &FigureWindow| Span { first: window.from, last: window.to };
        let told = |span: Span| reckoner.catalog.place(&row.form.id).map(|at| reckoner.of_unit(at, span, unit)).unwrap_or_default();
        [&self.view.window, &self.view.last, &self.view.year_ago].map(window).map(told)
    }

    fn wants(&self, row: &FigureRow, unit: Id) -> bool {
        self.asked.wants(&row.form.id, unit, &self.figures.reckoner.values)
    }
}

fn above(view: &FiguresView, unit: Option<Id>) -> Result<Vec<String>> {
    let window = &view.window;
    let days = format!("Từ ngày {} đến ngày {}; tính đến ngày {}", day_screen(window.from), day_screen(window.to), day_screen(view.as_of));
    let mut above = vec![format!("{TITLE} {}", window.name.to_uppercase()), days];
    if let Some(unit) = unit {
        let name = view.units.iter().find(|(id, _)| *id == unit).map(|(_, name)| name).ok_or(Problem::NotFound("đơn vị"))?;
        above.push(format!("{UNIT}{name}"));
    }
    above.push("Chỉ điền các ô tô màu; số nào là số ước thì ghi x ở cột Ước. Gửi lại chính tệp này.".to_owned());
    Ok(above)
}

fn columns() -> Vec<ColumnOut> {
    let column = |head: &str, width: f64, centered: bool| ColumnOut { head: head.to_owned(), width, centered, ..ColumnOut::default() };
    let asked = |head: &str, width: f64| ColumnOut { asked: true, ..column(head, width, false) };
    let [id, name, value, estimate, source] = HEADS;
    vec![
        column(name, 52.0, false),
        column("Đơn vị tính", 12.0, true),
        column("Kỳ trước", 16.0, false),
        asked(value, 18.0),
        ColumnOut { choices: vec!["x".to_owned()], centered: true, ..asked(estimate, 9.0) },
        asked(source, 37.0),
        column("Cùng kỳ năm trước", 20.0, false),
        column(id, 20.0, false),
    ]
}

/// A row of the sheet; `own`: what a unit told itself, in its own sheet.
fn line(row: &FigureRow, own: Option<[FigureCell; 3]>) -> Line {
    // Only what was told has a source to write over.
    let source = match &own {
        Some([now, ..]) => now.source.clone(),
        None => row.told.as_ref().map(|told| told.source.clone()).unwrap_or_default(),
    };
    let [now, last, year_ago] = own.unwrap_or_else(|| [&row.now, &row.last, &row.year_ago].map(Clone::clone));
    let number = |cell: &FigureCell| value(&cell.shown, row.form.kind);
    let cells = vec![
        Value::Text(row.form.name.clone()),
        Value::Text(row.form.unit.clone()),
        number(&last),
        number(&now),
        if now.estimate { Value::Text("x".to_owned()) } else { Value::Blank },
        text(&source),
        number(&year_ago),
        Value::Text(row.form.id.clone()),
    ];
    if row.typed { Line::Row(cells) } else { Line::Told(cells) }
}

fn text(words: &str) -> Value {
    if words.is_empty() { Value::Blank } else { Value::Text(words.to_owned()) }
}

/// A number as a number, so that a workbook can reckon with it; words as words.
fn value(shown: &str, kind: FigureKind) -> Value {
    let plain = viet::plain_number(shown).filter(|_| kind != FigureKind::Text);
    plain.and_then(|number| number.to_string().parse().ok()).map_or_else(|| text(shown), Value::Number)
}

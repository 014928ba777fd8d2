//! The tables of a workbook: those of one window and one unit are read, all others are named.

use super::called::Names;
use super::catalog::Catalog;
use super::heads::Said;
use super::periods;
use super::tables::{Table, Told};
use super::titled::Period;
use crate::deadline::Span;
use crate::problem::FigureProblem;
use crate::sheet::{Row, Sheet};
use crate::view::Note;

/// What a workbook says of a window.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) window: Span,
    /// The unit that filled it in, as it is written there.
    pub(super) unit: Option<String>,
    pub(super) said: Vec<Said>,
    pub(super) notes: Vec<Note>,
}

/// What is told of a workbook, each sentence once.
#[derive(Default)]
struct Notes(Vec<Note>);

impl Book {
    /// Reads the tables of all sheets. `asked`: the window; without it the days that are written there.
    ///
    /// Errors: no table with heads; no window.
    pub(super) fn read(sheets: &[Sheet], asked: Option<Span>, catalog: &Catalog, names: &Names) -> Result<Book, FigureProblem> {
        let tables: Vec<Table> = sheets.iter().flat_map(|sheet| Table::all(sheet, names)).collect();
        if tables.is_empty() {
            return Err(FigureProblem::NoFigures);
        }
        let days = |table: &Table| table.period.as_ref().and_then(Period::days);
        let window = asked.or_else(|| tables.iter().find_map(days)).ok_or(FigureProblem::NoWindow)?;
        let mut notes = Notes::default();
        let here = periods::name(window);
        let of = |table: &Table| table.other_window(window).unwrap_or_default();
        let is_of = |table: &&Table| table.other_window(window).is_none();
        let (mine, others): (Vec<&Table>, Vec<&Table>) = tables.iter().partition(is_of);
        let any = !mine.is_empty();
        if any {
            for table in &others {
                notes.add("other-window-left", format!("Trang “{}” ghi số liệu {} nên không nhập vào {here}.", table.sheet.name, of(table)));
            }
        }
        let mine = if any { mine } else { others };
        let mut told: Vec<Told> = mine.into_iter().map(|table| table.told(window, catalog, names)).collect();
        notes.leave_unknown(&mut told);
        let unit = notes.leave_other_units(&mut told);
        if !any {
            notes.ask_window(&mut told, window);
        }
        for one in &told {
            one.doubt.iter().filter(|_| one.is_known()).for_each(|doubt| notes.add(&doubt.code, doubt.sentence.clone()));
            // A formula that nobody reckoned looks like an empty cell: its row would go by unseen.
            let blank = one.table.sheet.notes.iter().find(|one| one.code == "cell-uncalculated");
            blank.into_iter().for_each(|one| notes.add(&one.code, one.sentence.clone()));
        }
        for sheet in sheets.iter().filter(|sheet| tables.iter().all(|table| table.sheet.name != sheet.name)) {
            if sheet.rows.iter().any(|row| tells(row, names)) {
                let sentence = format!(
                    "Trang “{}” có chỉ tiêu của bộ số liệu nhưng không có dòng tiêu đề nên chưa đọc. Hãy thêm dòng tiêu đề (“Chỉ tiêu”, “Kỳ này”) rồi nhập lại.",
                    sheet.name
                );
                notes.add("sheet-left", sentence);
            }
        }
        let hidden = sheets.iter().flat_map(|sheet| &sheet.notes).filter(|one| one.code == "sheet-hidden");
        hidden.for_each(|one| notes.add(&one.code, one.sentence.clone()));
        Ok(Book { window, unit, said: told.into_iter().flat_map(|one| one.said).collect(), notes: notes.0 })
    }
}

impl Notes {
    fn add(&mut self, code: &str, sentence: String) {
        if !self.0.iter().any(|known| known.sentence == sentence) {
            self.0.push(Note { code: code.to_owned(), sentence });
        }
    }

    /// Names the windows of tables none of which is of the window asked; of several no row is taken.
    fn ask_window(&mut self, told: &mut [Told], window: Span) {
        let mut others: Vec<String> = Vec::new();
        let any = told.iter().any(Told::is_known);
        for other in told.iter().filter(|one| !any || one.is_known()).filter_map(|one| one.table.other_window(window)) {
            if !others.contains(&other) {
                others.push(other);
            }
        }
        let (named, here) = (others.join(", "), periods::name(window));
        if others.len() > 1 {
            told.iter_mut().flat_map(|one| &mut one.said).for_each(|one| one.unsure = true);
            let sentence = format!("Tệp ghi số liệu {named}, đang nhập vào {here} nên chưa tích dòng nào. Hãy kiểm tra lại kỳ rồi tích dòng đúng.");
            self.add("other-window", sentence);
        } else {
            self.add("other-window", format!("Tệp ghi số liệu {named}, đang nhập vào {here}. Hãy kiểm tra lại kỳ."));
        }
    }

    /// Leaves out tables without a figure beside those with some.
    fn leave_unknown(&mut self, told: &mut Vec<Told>) {
        if !told.iter().any(Told::is_known) {
            return;
        }
        told.retain(|one| {
            let stays = one.said.is_empty() || one.is_known();
            if !stays {
                let sentence = format!("Trang “{}” có bảng không có chỉ tiêu nào của bộ số liệu nên bỏ qua bảng đó.", one.table.sheet.name);
                self.add("table-left", sentence);
            }
            stays
        });
    }

    /// Leaves out tables of other units than the first one's, which is returned; those of no unit follow it.
    ///
    /// The shares of two units in one window would stand under the first one's name.
    fn leave_other_units(&mut self, told: &mut Vec<Told>) -> Option<String> {
        let first = told.iter().find(|one| one.is_known()).or(told.first())?.table;
        let unit = first.unit.clone();
        told.retain(|one| {
            let sheet = &one.table.sheet.name;
            match (&one.table.unit, &unit) {
                (Some(own), _) if !unit.as_ref().is_some_and(|unit| one.table.is_of(unit)) => {
                    if one.is_known() {
                        let whole = unit.as_ref().map_or_else(|| "số chung".to_owned(), |unit| format!("số của {unit}"));
                        let sentence = format!(
                            "Trang “{sheet}” có bảng của {own} nên không nhập chung với {whole}. Hãy chép bảng đó ra một tệp riêng rồi nhập."
                        );
                        self.add("other-unit-left", sentence);
                    }
                    false
                }
                (None, Some(unit)) if one.is_known() => {
                    let sentence = format!(
                        "Trang “{sheet}” không ghi là của đơn vị nào nên tính là số của {unit}. Nếu không phải, hãy bỏ tích các dòng của trang đó."
                    );
                    self.add("unit-taken", sentence);
                    true
                }
                _ => true,
            }
        });
        unit
    }
}

/// True for a row that calls a figure and has a number beside it.
fn tells(row: &Row, names: &Names) -> bool {
    let words: Vec<String> = (0..row.width()).map(|column| row.words(column)).collect();
    let called = words.iter().position(|words| names.find(words).is_some());
    called.is_some_and(|at| words.iter().skip(at + 1).any(|words| crate::viet::plain_number(words).is_some()))
}

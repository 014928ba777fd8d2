//! The tables of a workbook: those of the window are read, all others are named.

use super::called::Names;
use super::catalog::Catalog;
use super::export::UNIT;
use super::heads::{Head, Said};
use super::periods;
use super::spoken::{self, Spoken, days_in};
use crate::deadline::Span;
use crate::problem::FigureProblem;
use crate::sheet::{Row, Sheet};
use crate::viet::key;
use crate::view::Note;

/// A line with one of these speaks of another paper, and of its year.
const OTHER_PAPERS: [&str; 7] = ["kem theo", "can cu", "ke hoach", "nghi quyet", "quyet dinh", "cong van", "huong dan"];

/// What a workbook says of a window.
#[derive(Debug)]
pub(super) struct Book {
    pub(super) window: Span,
    /// The unit that filled it in, as it is written there.
    pub(super) unit: Option<String>,
    pub(super) said: Vec<Said>,
    pub(super) notes: Vec<Note>,
}

/// A table with its head, and the lines above it.
struct Table<'a> {
    sheet: &'a Sheet,
    rows: &'a [Row],
    head: Head,
    period: Option<Period>,
}

/// The window that a table says its numbers are of.
#[derive(Debug, Clone)]
enum Period {
    Days(Span),
    Parts(Vec<Spoken>),
}

impl Book {
    /// Reads the tables of all sheets. `asked`: the window; without it the days that are written there.
    ///
    /// Errors: no table with heads; no window.
    pub(super) fn read(sheets: &[Sheet], asked: Option<Span>, catalog: &Catalog, names: &Names) -> Result<Book, FigureProblem> {
        let tables: Vec<Table> = sheets.iter().flat_map(tables).collect();
        let first = tables.first().ok_or(FigureProblem::NoFigures)?;
        let days = |table: &Table| if let Some(Period::Days(span)) = &table.period { Some(*span) } else { None };
        let window = asked.or_else(|| tables.iter().find_map(days)).ok_or(FigureProblem::NoWindow)?;
        let mut notes = Vec::new();
        let mut note = |code: &str, sentence: String| {
            if !notes.iter().any(|known: &Note| known.sentence == sentence) {
                notes.push(Note { code: code.to_owned(), sentence });
            }
        };
        let here = periods::name(window);
        let is_of = |table: &&Table| table.period.as_ref().is_none_or(|period| period.is(window));
        let (mut mine, others): (Vec<&Table>, Vec<&Table>) = tables.iter().partition(is_of);
        if mine.is_empty() {
            let other = first.period.as_ref().map(|period| period.name(window)).unwrap_or_default();
            note("other-window", format!("Tệp ghi số liệu của {other}, đang nhập vào {here}. Hãy kiểm tra lại kỳ."));
            mine = others;
        } else {
            for table in others {
                let other = table.period.as_ref().map(|period| period.name(window)).unwrap_or_default();
                note("other-window-left", format!("Trang “{}” ghi số liệu của {other} nên không nhập vào {here}.", table.sheet.name));
            }
        }
        let read = |table: &&Table| {
            let columns = table.head.columns(window, table.rows);
            let said = columns.read(table.rows.get(table.head.body..).unwrap_or_default(), catalog, names);
            (said, columns.doubt)
        };
        let read: Vec<(Vec<Said>, Option<Note>)> = mine.iter().map(read).collect();
        let is_known = |said: &[Said]| said.iter().any(|one| one.figure.is_some());
        let any = read.iter().any(|(said, _)| is_known(said));
        let mut all = Vec::new();
        for (table, (said, doubt)) in mine.iter().zip(read) {
            if any && !said.is_empty() && !is_known(&said) {
                let sentence = format!("Trang “{}” có bảng không có chỉ tiêu nào của bộ số liệu nên bỏ qua bảng đó.", table.sheet.name);
                note("table-left", sentence);
                continue;
            }
            doubt.filter(|_| is_known(&said)).into_iter().for_each(|doubt| note(&doubt.code, doubt.sentence));
            // A formula that nobody reckoned looks like an empty cell: its row would go by unseen.
            let blank = table.sheet.notes.iter().find(|one| one.code == "cell-uncalculated");
            blank.into_iter().for_each(|one| note(&one.code, one.sentence.clone()));
            all.extend(said);
        }
        for sheet in sheets.iter().filter(|sheet| tables.iter().all(|table| table.sheet.name != sheet.name)) {
            if sheet.rows.iter().any(|row| tells(row, names)) {
                let sentence = format!(
                    "Trang “{}” có chỉ tiêu của bộ số liệu nhưng không có dòng tiêu đề nên chưa đọc. Hãy thêm dòng tiêu đề (“Chỉ tiêu”, “Kỳ này”) rồi nhập lại.",
                    sheet.name
                );
                note("sheet-left", sentence);
            }
        }
        let hidden = sheets.iter().flat_map(|sheet| &sheet.notes).filter(|one| one.code == "sheet-hidden");
        hidden.for_each(|one| note(&one.code, one.sentence.clone()));
        let unit = tables.iter().flat_map(Table::above).find_map(|line| line.strip_prefix(UNIT).map(str::to_owned));
        Ok(Book { window, unit, said: all, notes })
    }
}

impl Table<'_> {
    /// The lines above its head.
    fn above(&self) -> Vec<String> {
        let line = |row: &Row| (0..row.width()).map(|column| row.words(column)).collect::<Vec<_>>().join(" ").trim().to_owned();
        self.rows.iter().take(self.head.at).map(line).collect()
    }
}

impl Period {
    fn of(lines: &[String]) -> Option<Period> {
        let is_own = |line: &&String| OTHER_PAPERS.iter().all(|words| !format!(" {} ", key(line)).contains(&format!(" {words} ")));
        let parts = |line: &String| Some(spoken::words(line, false).parts).filter(|parts| !parts.is_empty()).map(Period::Parts);
        lines.iter().find_map(|line| days_in(line)).map(Period::Days).or_else(|| lines.iter().filter(is_own).find_map(parts))
    }

    /// True for the window, or for its year alone.
    fn is(&self, window: Span) -> bool {
        match self {
            Period::Days(span) => *span == window,
            Period::Parts(parts) => parts.iter().any(|one| one.is(window) || one.months == (1, 12) && one.holds(window)),
        }
    }

    fn name(&self, window: Span) -> String {
        match self {
            Period::Days(span) => periods::name(*span),
            Period::Parts(parts) => parts.first().and_then(|one| one.span(window)).map(periods::name).unwrap_or_default(),
        }
    }
}

/// The tables of a sheet, one below the other. What one of them does not say of its window is as the first says.
fn tables(sheet: &Sheet) -> Vec<Table<'_>> {
    let mut heads: Vec<(usize, Head)> = Vec::new();
    let mut from = 0;
    while let Some(head) = sheet.rows.get(from..).and_then(Head::find) {
        let is_line =
            |at: &usize| sheet.rows.get(*at).is_some_and(|row| (0..row.width()).filter(|column| !row.words(*column).is_empty()).count() <= 1);
        let begin = if heads.is_empty() { 0 } else { (from..from + head.at).rev().take_while(is_line).last().unwrap_or(from + head.at) };
        let body = from + head.body;
        heads.push((begin, Head { at: from + head.at - begin, body: body - begin, columns: head.columns }));
        from = body;
    }
    let ends: Vec<usize> = heads.iter().skip(1).map(|(begin, _)| *begin).chain([sheet.rows.len()]).collect();
    let mut tables: Vec<Table> = Vec::new();
    for ((begin, head), end) in heads.into_iter().zip(ends) {
        let mut table = Table { sheet, rows: sheet.rows.get(begin..end).unwrap_or_default(), head, period: None };
        let of_first = || tables.first().and_then(|first| first.period.clone());
        table.period = Period::of(&table.above()).or_else(of_first).or_else(|| Period::of(std::slice::from_ref(&sheet.name)));
        tables.push(table);
    }
    tables
}

/// True for a row that calls a figure and has a number beside it.
fn tells(row: &Row, names: &Names) -> bool {
    let words: Vec<String> = (0..row.width()).map(|column| row.words(column)).collect();
    let called = words.iter().position(|words| names.find(words).is_some());
    called.is_some_and(|at| words.iter().skip(at + 1).any(|words| crate::viet::plain_number(words).is_some()))
}

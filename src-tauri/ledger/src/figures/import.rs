//! What a workbook or the clipboard says of a window, row by row, before anything is kept.

use super::catalog::Catalog;
use super::export::{HEADS, UNIT};
use super::known::{Content, Known, Reckoned};
use super::{Figures, counted, periods, typed};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::problem::FigureProblem;
use crate::sheet::{self, Cell, Row};
use crate::viet::{fold, nfc, typed_day};
use crate::view::{FigureDraft, FigureImport, FiguresDraft, Id, Note, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use chrono::NaiveDate;
use std::path::Path;

/// What other offices call the columns, without marks.
const NAMES: [&[&str]; 5] = [
    &["ma", "ma chi tieu", "ma so"],
    &["ten chi tieu", "noi dung", "noi dung chi tieu", "chi tieu, so lieu", "noi dung bao cao"],
    &["so lieu", "so ky nay", "gia tri", "thuc hien", "ket qua", "so luong", "ket qua thuc hien"],
    &["uoc", "so uoc"],
    &["nguon", "lay tu dau", "ghi chu"],
];

/// Where the columns stand that are read: id, name, value, estimate, source.
type Columns = [Option<usize>; 5];

/// A row before it is looked at.
struct Said {
    figure: Option<usize>,
    name: String,
    value: String,
    estimate: bool,
    source: String,
}

impl Ledger {
    /// Reads a workbook with figures of a window; nothing is kept yet.
    ///
    /// Figures are known by id, else by name. Without `window` the workbook must say it. Errors: no
    /// workbook; no figures in it ([`FigureProblem::NoFigures`]); no window ([`FigureProblem::NoWindow`]).
    pub fn read_figures(&self, name: &str, bytes: &[u8], window: Option<Span>) -> Result<FiguresDraft> {
        let sheets = sheet::read::bytes(bytes)?;
        let catalog = self.catalog()?;
        let found = sheets.iter().find_map(|sheet| columns(&sheet.rows).map(|(head, columns)| (sheet, head, columns)));
        let (sheet, head, columns) = found.ok_or(FigureProblem::NoFigures)?;
        let line = |row: &Row| (0..row.width()).map(|column| row.words(column)).collect::<Vec<_>>().join(" ").trim().to_owned();
        let above: Vec<String> = sheet.rows.iter().take(head).map(line).collect();
        let said_of = above.iter().find_map(|line| days_in(line));
        let window = window.or(said_of).ok_or(FigureProblem::NoWindow)?;
        let unit_name = above.iter().find_map(|line| line.strip_prefix(UNIT));
        let unit = match unit_name {
            Some(name) => Some(
                self.units()?.into_iter().find(|unit| fold(&unit.name) == fold(name)).and_then(|unit| unit.id).ok_or(Problem::NotFound("đơn vị"))?,
            ),
            None => None,
        };
        let said = sheet.rows.iter().skip(head + 1).filter_map(|row| said(row, columns, &catalog)).collect();
        let source = Path::new(name).file_name().map(|name| nfc(&name.to_string_lossy())).unwrap_or_default();
        let mut draft = self.figures_draft(source, window, unit, said)?;
        if let Some(other) = said_of.filter(|other| *other != window) {
            let sentence = format!("Tệp ghi số liệu của {}, đang nhập vào {}. Hãy kiểm tra lại kỳ.", periods::name(other), draft.window);
            draft.warnings.push(Note { code: "other-window".into(), sentence });
        }
        Ok(draft)
    }

    /// Reads what was copied out of a sheet: rows with names, or a column of values from a figure on down.
    ///
    /// Values alone fall on one figure after the other in the order of the sheet, computed ones with
    /// them, as they would in Excel. Error: no figures in it.
    pub fn paste_figures(&self, text: &str, from: &str, window: Span) -> Result<FiguresDraft> {
        let catalog = self.catalog()?;
        let cells = |line: &str| line.split('\t').map(|text| Cell { text: text.to_owned(), span: 1, ..Cell::default() }).collect();
        let rows: Vec<Row> = text.lines().map(|line| Row { cells: cells(line), ..Row::default() }).collect();
        let said = if let Some((head, columns)) = columns(&rows) {
            rows.iter().skip(head + 1).filter_map(|row| said(row, columns, &catalog)).collect()
        } else if rows.iter().any(|row| row.width() > 1 && named(&row.words(0), &catalog).is_some()) {
            rows.iter().filter_map(|row| beside(row, &catalog)).collect()
        } else {
            let first = catalog.place(from).ok_or(FigureProblem::NoFigures)?;
            let down = in_order(&catalog).into_iter().skip_while(|at| *at != first);
            down.zip(&rows).map(|(at, row)| Said::of(Some(at), String::new(), row.words(0))).filter(|said| !said.value.is_empty()).collect()
        };
        self.figures_draft("bảng đã dán".to_owned(), window, None, said)
    }

    /// Keeps what was read, as the officer looked at it, in one change.
    ///
    /// Errors: see [`Ledger::keep_figure_values`].
    pub fn keep_figures_draft(&mut self, draft: &FiguresDraft, stamp: &Stamp) -> Result<Written> {
        let taken = draft.rows.iter().filter(|row| row.take && !row.figure.is_empty()).map(|row| FigureDraft {
            figure: row.figure.clone(),
            from: draft.from.to_string(),
            to: draft.to.to_string(),
            unit: draft.unit,
            cumulative: false,
            estimate: row.estimate,
            value: row.value.clone(),
            source: if row.source.is_empty() { draft.source.clone() } else { row.source.clone() },
            as_of: String::new(),
        });
        let taken: Vec<FigureDraft> = taken.collect();
        self.keep_told_figures(&taken, Some(&draft.source), stamp)
    }

    fn figures_draft(&self, source: String, window: Span, unit: Option<Id>, said: Vec<Said>) -> Result<FiguresDraft> {
        if !said.is_empty() && said.iter().all(|one| one.figure.is_none()) {
            return Err(FigureProblem::NoFigures.into());
        }
        let figures = self.figures(window, window.last, &[])?;
        let mut rows: Vec<FigureImport> = said.into_iter().map(|one| figures.looked_at(one, window, unit)).collect();
        told_twice(&mut rows);
        Ok(FiguresDraft { source, from: window.first, to: window.last, window: periods::name(window), unit, rows, warnings: Vec::new() })
    }
}

impl Said {
    fn of(figure: Option<usize>, name: String, value: String) -> Said {
        Said { figure, name, value, estimate: false, source: String::new() }
    }
}

impl Figures {
    fn looked_at(&self, said: Said, window: Span, unit: Option<Id>) -> FigureImport {
        let mut row = FigureImport {
            figure: String::new(),
            name: said.name,
            unit: String::new(),
            now: String::new(),
            value: said.value,
            read: String::new(),
            source: said.source,
            estimate: said.estimate,
            take: false,
            warnings: Vec::new(),
        };
        let Some(at) = said.figure else {
            row.warnings
                .push(Note { code: "unknown-figure".into(), sentence: format!("Bộ số liệu không có chỉ tiêu “{}”.", row.name) });
            return row;
        };
        let figure = self.reckoner.catalog.figure(at);
        (row.figure, row.name, row.unit) = (figure.id.clone(), figure.name.clone(), figure.unit.clone());
        let (kept, estimate) = self.kept(at, window, unit);
        row.now = kept;
        let read = typed::read(figure, &row.value).map(|value| match value.parse() {
            Ok(amount) if figure.kind != FigureKind::Text => viet::amount(amount, amount.scale()),
            _ => value,
        });
        let computed = match figure.kind {
            FigureKind::Ratio => Some(FigureProblem::Computed(figure.name.clone())),
            _ => self.reckoner.count(at, window).filter(|_| counted::is_complete(&figure.id)).map(|_| FigureProblem::Counted(figure.name.clone())),
        };
        match (read, computed) {
            // What is computed may stand in the file as it is.
            (Ok(read), Some(_)) if read == row.now => row.read = read,
            (_, Some(problem)) | (Err(problem), None) => row.warnings.push(Note { code: problem.code().into(), sentence: problem.sentence() }),
            (Ok(read), None) => {
                row.take = read != row.now || row.estimate != estimate;
                row.read = read;
            }
        }
        row
    }

    /// What is kept of a figure now, and whether it is an estimate.
    fn kept(&self, at: usize, window: Span, unit: Option<Id>) -> (String, bool) {
        if unit.is_some() {
            let share = self.reckoner.of_units(at, window).into_iter().find(|(id, _)| Some(*id) == unit);
            return share.map(|(_, found)| (viet::amount(found.amount, found.amount.scale()), found.is_estimate())).unwrap_or_default();
        }
        match self.reckoner.figure(at, window) {
            Reckoned::Known(Known { content: Content::Amount(amount), estimate, .. }) => (viet::amount(amount, amount.scale()), estimate),
            Reckoned::Known(Known { content, estimate, .. }) => (content.cell(), estimate),
            Reckoned::Lacking(_) => (String::new(), false),
        }
    }
}

/// A figure that stands there with several values: which one holds is the officer's to say.
fn told_twice(rows: &mut [FigureImport]) {
    let told: Vec<(String, String)> = rows.iter().filter(|row| !row.figure.is_empty()).map(|row| (row.figure.clone(), row.value.clone())).collect();
    for row in rows {
        let mut values: Vec<&str> = Vec::new();
        for (_, value) in told.iter().filter(|(figure, _)| *figure == row.figure) {
            if !values.contains(&value.as_str()) {
                values.push(value);
            }
        }
        if values.len() > 1 {
            let sentence = format!("“{}” có nhiều giá trị: {}. Hãy chọn một dòng để nhập.", row.name, values.join("; "));
            row.warnings.push(Note { code: "figure-told-twice".into(), sentence });
            row.take = false;
        }
    }
}

/// The row with the heads, and where its columns stand: a value, and an id or a name.
fn columns(rows: &[Row]) -> Option<(usize, Columns)> {
    rows.iter().enumerate().find_map(|(at, row)| {
        let heads: Vec<String> = (0..row.width()).map(|column| fold(&row.words(column))).collect();
        let place = |nth: usize| {
            let own = HEADS.get(nth).map(|head| fold(head));
            let is = |head: &String| Some(head) == own.as_ref() || NAMES.get(nth).is_some_and(|names| names.contains(&head.as_str()));
            heads.iter().position(is)
        };
        let columns = [0, 1, 2, 3, 4].map(place);
        let [id, name, value, ..] = columns;
        (value.is_some() && (id.is_some() || name.is_some())).then_some((at, columns))
    })
}

/// What a row says; `None`: it has no value.
fn said(row: &Row, [id, name, value, estimate, source]: Columns, catalog: &Catalog) -> Option<Said> {
    let words = |column: Option<usize>| column.map(|column| row.words(column)).unwrap_or_default();
    let value = value.map(|column| row.typed(column)).unwrap_or_default();
    let (id, name) = (words(id), words(name));
    let called = if name.is_empty() { &id } else { &name };
    let is_one = !value.is_empty() && !called.is_empty();
    let figure = catalog.place(&id).or_else(|| named(&name, catalog));
    is_one.then(|| Said { figure, name: called.clone(), value, estimate: !words(estimate).is_empty(), source: words(source) })
}

/// A name, and the first cell beside it that can be its value.
fn beside(row: &Row, catalog: &Catalog) -> Option<Said> {
    let name = row.words(0);
    let figure = named(&name, catalog);
    let cells: Vec<String> = (1..row.width()).map(|column| row.words(column)).filter(|words| !words.is_empty()).collect();
    let unit = |words: &str| figure.is_some_and(|at| fold(words) == fold(&catalog.figure(at).unit));
    let counts = |words: &str| words.contains(|letter: char| letter.is_ascii_digit());
    let fits = |words: &&String| figure.map_or_else(|| counts(words), |at| !unit(words) && typed::read(catalog.figure(at), words).is_ok());
    let other = |words: &&String| !unit(words);
    let value = cells.iter().find(fits).or_else(|| cells.iter().find(other))?.clone();
    (!name.is_empty()).then(|| Said::of(figure, name, value))
}

fn named(name: &str, catalog: &Catalog) -> Option<usize> {
    let name = fold(name);
    catalog.set.figures.iter().position(|figure| !name.is_empty() && fold(&figure.name) == name)
}

/// Figures in the order of the sheet: field by field.
fn in_order(catalog: &Catalog) -> Vec<usize> {
    let of = |field: &str| (0..catalog.set.figures.len()).filter(|at| catalog.figure(*at).field == field).collect::<Vec<_>>();
    catalog.set.fields.iter().flat_map(|field| of(&field.id)).collect()
}

/// `Từ ngày 15/06/2026 đến ngày 14/09/2026`, in one cell or in several.
fn days_in(line: &str) -> Option<Span> {
    let plain = fold(line);
    let (_, rest) = plain.split_once(&fold("từ ngày"))?;
    let (first, rest) = rest.split_once(&fold("đến ngày"))?;
    let last = rest.split([';', ',', '(', ')']).next()?;
    let day = |text: &str| typed_day(text.trim_matches([' ', ':']), NaiveDate::default()).ok();
    let span = Span { first: day(first)?, last: day(last)? };
    (span.first <= span.last).then_some(span)
}

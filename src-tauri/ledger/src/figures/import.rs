//! What a workbook or the clipboard says of a window, row by row, before anything is kept.

use super::book::Book;
use super::called::Names;
use super::catalog::Catalog;
use super::heads::{Head, Said};
use super::known::{Content, Known, Reckoned};
use super::{Figures, counted, measured, pasted, periods, typed};
use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::problem::FigureProblem;
use crate::sheet;
use crate::viet::{fold, nfc};
use crate::view::{FigureDraft, FigureImport, FiguresDraft, Id, Note, Written};
use crate::{Ledger, Result, Stamp, viet};
use std::collections::HashMap;
use std::path::Path;

/// What is said of numbers that stand in several columns without heads.
const SEVERAL: &str = "Bảng có nhiều cột số mà không có dòng tiêu đề nên không biết cột nào là số của kỳ này. Hãy chép lại kèm dòng tiêu đề (cột số đặt tên “Kỳ này”), chép một cột số thôi, hoặc tích dòng có số đúng.";

impl Ledger {
    /// Reads a workbook with figures of a window; nothing is kept yet.
    ///
    /// Figures are known by id, else by name, in the tables of all sheets; what is left out is told. Without `window`
    /// the workbook must say its days. Errors: no workbook; no figures in it ([`FigureProblem::NoFigures`]); no window ([`FigureProblem::NoWindow`]).
    pub fn read_figures(&self, name: &str, bytes: &[u8], window: Option<Span>) -> Result<FiguresDraft> {
        let sheets = sheet::read::bytes(bytes)?;
        let catalog = self.catalog()?;
        let names = Names::of(&catalog);
        let book = Book::read(&sheets, window, &catalog, &names)?;
        let unit = book.unit.as_ref().map(|name| self.unit_called(name)).transpose()?.flatten();
        let source = Path::new(name).file_name().map(|name| nfc(&name.to_string_lossy())).unwrap_or_default();
        let draft = self.figures_draft(source, book.window, unit, book.said)?;
        Ok(FiguresDraft { warnings: book.notes, ..draft })
    }

    /// The unit that a file is of, by its name or another it goes by; none where that is the office itself.
    fn unit_called(&self, name: &str) -> Result<Option<Id>> {
        let called = fold(name);
        let office = self.office_on(None)?.map(|office| office.form);
        if office.is_some_and(|office| [office.name, office.short].iter().any(|own| fold(own) == called)) {
            return Ok(None);
        }
        let units = self.units()?;
        let by_name = units.iter().find(|unit| fold(&unit.name) == called);
        let unit = by_name.or_else(|| units.iter().find(|unit| unit.aliases.iter().any(|alias| fold(alias) == called)));
        unit.map(|unit| unit.id).ok_or_else(|| FigureProblem::UnknownUnit(name.to_owned()).into())
    }

    /// Reads what was copied out of a sheet: rows with names, or a column of values from a figure on down.
    ///
    /// Without a line of heads, of several columns of numbers none is taken before the officer says which. Values alone fall on one figure after the other in the order of the sheet, computed ones with
    /// them, as they would in Excel. Error: no figures in it.
    pub fn paste_figures(&self, text: &str, from: &str, window: Span) -> Result<FiguresDraft> {
        let catalog = self.catalog()?;
        let (rows, names) = (pasted::rows(text), Names::of(&catalog));
        let (said, doubt) = if let Some(head) = Head::find(&rows) {
            let columns = head.columns(window, &rows);
            (columns.read(rows.get(head.body..).unwrap_or_default(), &catalog, &names), columns.doubt)
        } else {
            let first = catalog.place(from);
            let down: Vec<usize> = in_order(&catalog).into_iter().skip_while(|at| Some(*at) != first).collect();
            let said = pasted::read(&rows, &down, &catalog, &names);
            let several = said.iter().any(|one| one.unsure).then(|| Note { code: "several-columns".into(), sentence: SEVERAL.to_owned() });
            (said, several)
        };
        if said.is_empty() {
            return Err(FigureProblem::NoFigures.into());
        }
        let draft = self.figures_draft("bảng đã dán".to_owned(), window, None, said)?;
        Ok(FiguresDraft { warnings: doubt.into_iter().collect(), ..draft })
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

impl Figures {
    fn looked_at(&self, said: Said, window: Span, unit: Option<Id>) -> FigureImport {
        let mut row = FigureImport {
            figure: String::new(),
            name: said.name.clone(),
            unit: String::new(),
            now: String::new(),
            value: said.value.clone(),
            read: String::new(),
            source: said.source.clone(),
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
        match measured::value(figure, &said) {
            Ok(value) => row.value = value,
            Err(note) => {
                row.warnings.push(note);
                return row;
            }
        }
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
                row.take = !said.unsure && (read != row.now || row.estimate != estimate);
                row.read = read;
            }
        }
        row
    }

    /// What is kept of a figure now, and whether it is an estimate.
    fn kept(&self, at: usize, window: Span, unit: Option<Id>) -> (String, bool) {
        if let Some(unit) = unit {
            let told = self.reckoner.of_unit(at, window, unit);
            return (told.shown, told.estimate);
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
    let mut told: HashMap<String, Vec<String>> = HashMap::new();
    for row in rows.iter().filter(|row| !row.figure.is_empty()) {
        let values = told.entry(row.figure.clone()).or_default();
        if !values.contains(&row.value) {
            values.push(row.value.clone());
        }
    }
    for row in rows {
        if let Some(values) = told.get(&row.figure).filter(|values| values.len() > 1) {
            let sentence = format!("“{}” có nhiều giá trị: {}. Hãy chọn một dòng để nhập.", row.name, values.join("; "));
            row.warnings.push(Note { code: "figure-told-twice".into(), sentence });
            row.take = false;
        }
    }
}

/// Figures in the order of the sheet: field by field.
fn in_order(catalog: &Catalog) -> Vec<usize> {
    let of = |field: &str| (0..catalog.set.figures.len()).filter(|at| catalog.figure(*at).field == field).collect::<Vec<_>>();
    catalog.set.fields.iter().flat_map(|field| of(&field.id)).collect()
}

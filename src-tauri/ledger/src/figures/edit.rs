//! Editing the set of figures: a figure or a law added, changed, taken out.

use super::catalog::Catalog;
use super::set::OWN;
use super::typed;
use crate::assets::{Figure, FigureKind, FigureSet, Law};
use crate::office::required;
use crate::problem::FigureProblem;
use crate::viet::{self, fold};
use crate::view::{FigureForm, FigureLawForm, Written};
use crate::{Ledger, Problem, Result, Stamp};

impl Ledger {
    /// Adds a figure to the commune's set (`id` empty), or changes one; values told stay with it.
    ///
    /// Of a figure that the ledger counts only name and unit change. Errors: no name, or another's;
    /// a field that is none; a total or a share without its formula; a formula that names no figure
    /// or comes back to itself; what was told would mean something else.
    pub fn keep_figure(&mut self, form: &FigureForm, stamp: &Stamp) -> Result<Written> {
        let mut set = self.figure_set()?;
        let name = required("Tên chỉ tiêu", &form.name)?;
        if set.figures.iter().any(|one| one.id != form.id && fold(&one.name) == fold(&name)) {
            return Err(FigureProblem::NameTaken(name).into());
        }
        if set.fields.iter().all(|field| field.id != form.field) {
            return Err(Problem::NotFound("lĩnh vực").into());
        }
        let formula = |text: &str, wanted: bool| match text.trim() {
            "" if wanted => Err(FigureProblem::NoFormula(name.clone())),
            text => Ok(Some(text.to_owned()).filter(|_| wanted)),
        };
        let is_share = form.kind == FigureKind::Ratio;
        let figure = Figure {
            id: if form.id.is_empty() { self.next_figure_id()? } else { form.id.clone() },
            field: form.field.clone(),
            kind: form.kind,
            unit: if is_share { "%".to_owned() } else { viet::nfc(form.unit.trim()) },
            formula: formula(&form.formula, is_share || form.kind == FigureKind::Total)?,
            denominator: formula(&form.denominator, is_share)?,
            ledger: false,
            name,
        };
        let summary = match set.figures.iter_mut().find(|one| one.id == figure.id) {
            Some(kept) if kept.ledger => {
                (kept.name, kept.unit) = (figure.name.clone(), figure.unit);
                format!("Sửa chỉ tiêu “{}”", figure.name)
            }
            Some(kept) => {
                self.same_meaning(kept, &figure)?;
                *kept = figure.clone();
                format!("Sửa chỉ tiêu “{}”", figure.name)
            }
            None if form.id.is_empty() => {
                let summary = format!("Thêm chỉ tiêu “{}”", figure.name);
                let before = set.figures.iter().position(|one| one.id == form.after);
                let before = before.or_else(|| set.figures.iter().rposition(|one| one.field == figure.field));
                set.figures.insert(before.map_or(set.figures.len(), |at| at + 1), figure);
                summary
            }
            None => return Err(FigureProblem::Unknown(form.id.clone()).into()),
        };
        self.keep_figure_set(&set, stamp, "keep-figure", summary)
    }

    /// Numbers that were told stay what they are. Error: by its new unit or kind they would be others.
    fn same_meaning(&self, kept: &Figure, figure: &Figure) -> Result<()> {
        let is_text = |figure: &Figure| figure.kind == FigureKind::Text;
        let counts_otherwise = fold(&kept.unit) != fold(&figure.unit) && (typed::is_measured(&kept.unit) || typed::is_measured(&figure.unit));
        // What adds up over windows, and what stands at one end of them, give other numbers for longer windows.
        let goes = |figure: &Figure| matches!(figure.kind, FigureKind::Flow | FigureKind::Opening | FigureKind::Closing);
        let goes_otherwise = goes(kept) && goes(figure) && kept.kind != figure.kind;
        let told = self.figure_values()?.of(&kept.id).len();
        if told == 0 || !(counts_otherwise || goes_otherwise || is_text(kept) != is_text(figure)) {
            return Ok(());
        }
        Err(FigureProblem::ToldOtherwise { figure: kept.name.clone(), unit: kept.unit.clone(), told }.into())
    }

    /// Takes a figure out of the commune's set; what was told of it stays in the ledger, unseen.
    ///
    /// Errors: a formula, a law or a report uses it.
    pub fn drop_figure(&mut self, id: &str, stamp: &Stamp) -> Result<Written> {
        let mut set = self.figure_set()?;
        let name = set.figures.iter().find(|one| one.id == id).map(|one| one.name.clone()).ok_or_else(|| FigureProblem::Unknown(id.to_owned()))?;
        let by = match used_in_set(set.clone(), id)? {
            Some(by) => Some(by),
            None => named(&self.reports_with_figure(id)?),
        };
        if let Some(by) = by {
            return Err(FigureProblem::InUse { figure: name, by }.into());
        }
        set.figures.retain(|one| one.id != id);
        self.keep_figure_set(&set, stamp, "drop-figure", format!("Bỏ chỉ tiêu “{name}”"))
    }

    /// Adds a law to the commune's set (`id` empty), or changes one.
    ///
    /// Errors: no words; a side that names no figure.
    pub fn keep_figure_law(&mut self, form: &FigureLawForm, stamp: &Stamp) -> Result<Written> {
        let mut set = self.figure_set()?;
        let words = required("Ràng buộc", &form.words)?;
        let law = Law {
            id: if form.id.is_empty() { self.next_figure_id()? } else { form.id.clone() },
            left: form.left.trim().to_owned(),
            right: form.right.trim().to_owned(),
            at_most: form.at_most,
            words: words.clone(),
        };
        match set.laws.iter_mut().find(|one| one.id == law.id) {
            Some(kept) => *kept = law,
            None if law.id.starts_with(OWN) => set.laws.push(law),
            None => return Err(Problem::NotFound("ràng buộc").into()),
        }
        self.keep_figure_set(&set, stamp, "keep-figure-law", format!("Ghi ràng buộc “{words}”"))
    }

    /// Takes a law out of the commune's set.
    pub fn drop_figure_law(&mut self, id: &str, stamp: &Stamp) -> Result<Written> {
        let mut set = self.figure_set()?;
        let words = set.laws.iter().find(|law| law.id == id).map(|law| law.words.clone()).ok_or(Problem::NotFound("ràng buộc"))?;
        set.laws.retain(|law| law.id != id);
        self.keep_figure_set(&set, stamp, "drop-figure-law", format!("Bỏ ràng buộc “{words}”"))
    }
}

/// The formula or law that needs a figure.
fn used_in_set(set: FigureSet, id: &str) -> Result<Option<String>> {
    let catalog = Catalog::of(set)?;
    let Some(at) = catalog.place(id) else { return Ok(None) };
    let formula = (0..catalog.set.figures.len())
        .filter(|other| *other != at)
        .find(|other| [catalog.formula(*other), catalog.denominator(*other)].into_iter().flatten().any(|formula| formula.names(at)))
        .map(|other| format!("công thức của “{}”", catalog.figure(other).name));
    let law = || {
        let found = catalog.laws.iter().position(|(left, right)| left.names(at) || right.names(at))?;
        catalog.set.laws.get(found).map(|law| format!("ràng buộc “{}”", law.words))
    };
    Ok(formula.or_else(law))
}

/// `báo cáo quý III năm 2026 và 2 báo cáo khác`.
fn named(reports: &[String]) -> Option<String> {
    let (first, rest) = reports.split_first()?;
    Some(if rest.is_empty() { first.clone() } else { format!("{first} và {} báo cáo khác", rest.len()) })
}

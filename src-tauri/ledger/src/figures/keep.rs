//! What the officer tells: values of a window, and why some do not agree.

use super::values::Told;
use super::windows::usual_day;
use super::{counted, periods, typed};
use crate::assets::{Figure, FigureKind};
use crate::change::Done;
use crate::deadline::Span;
use crate::problem::FigureProblem;
use crate::view::{FigureDraft, FigureNote, Id, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::str::FromStr;

/// The source of what nobody named one for.
const BY_HAND: &str = "Nhập tay";
/// The longest source or explanation, in letters.
const LONGEST: usize = 300;

/// What becomes of one value.
struct Step {
    figure: String,
    unit: Option<Id>,
    span: Span,
    closed: bool,
    /// The row that holds now.
    kept: Option<Id>,
    /// The value to keep; `None`: it is taken out.
    told: Option<Told>,
    summary: String,
}

impl Step {
    fn cell(&self) -> (&str, Option<Id>, Span, bool) {
        (&self.figure, self.unit, self.span, self.closed)
    }
}

impl Ledger {
    /// Keeps one value of a window, changes it, or takes it out.
    ///
    /// Errors: see [`Ledger::keep_figure_values`].
    pub fn keep_figure_value(&mut self, draft: &FigureDraft, stamp: &Stamp) -> Result<Written> {
        self.keep_figure_values(std::slice::from_ref(draft), stamp)
    }

    /// Keeps several values in one change.
    ///
    /// Errors, and then nothing is kept: no such figure; a share, or what the ledger counts itself;
    /// no number, below zero, too long, a part of what is counted; days that don't exist or are
    /// reversed; no such unit.
    pub fn keep_figure_values(&mut self, drafts: &[FigureDraft], stamp: &Stamp) -> Result<Written> {
        self.keep_told_figures(drafts, None, stamp)
    }

    /// The same; `from` says where several values come from.
    pub(super) fn keep_told_figures(&mut self, drafts: &[FigureDraft], from: Option<&str>, stamp: &Stamp) -> Result<Written> {
        let catalog = self.catalog()?;
        let values = self.figure_values()?;
        let units = self.units()?;
        let mut steps = Vec::new();
        for draft in drafts {
            let at = catalog.place(&draft.figure).ok_or_else(|| FigureProblem::Unknown(draft.figure.clone()))?;
            let figure = catalog.figure(at);
            if draft.unit.is_some_and(|unit| units.iter().all(|known| known.id != Some(unit))) {
                return Err(Problem::NotFound("đơn vị").into());
            }
            let span = self.window_told(draft, figure, stamp)?;
            let holds = |told: &&Told| told.unit == draft.unit && told.span == span && told.closed != draft.estimate;
            let kept = values.of(&figure.id).iter().find(holds);
            let Some(step) = self.step(draft, figure, span, kept, stamp)? else { continue };
            // Of two values for one cell the later counts.
            steps.retain(|other: &Step| other.cell() != step.cell());
            steps.push(step);
        }
        let summary = match (steps.as_slice(), from) {
            ([], _) => "Số liệu không thay đổi".to_owned(),
            ([first, ..], Some(from)) => format!("Nhập {} số liệu {} từ {from}", steps.len(), periods::name(first.span)),
            ([one], None) => one.summary.clone(),
            ([first, rest @ ..], None) => format!("{} và {} số khác", first.summary, rest.len()),
        };
        self.write(stamp, "keep-figures", |door| {
            for step in &steps {
                match (&step.told, step.kept) {
                    (Some(told), kept) => drop(door.keep_told(&step.figure, kept, told)?),
                    (None, Some(kept)) => drop(door.end("figure_value", kept)?),
                    (None, None) => {}
                }
            }
            Ok(Done::new(None, summary))
        })
    }

    /// Keeps why something does not agree in a window, or takes the explanation out.
    ///
    /// It holds for the numbers as they are now: of others the officer is asked again.
    pub fn explain_figures(&mut self, note: &FigureNote, stamp: &Stamp) -> Result<Written> {
        let span = days(&note.from, &note.to, stamp)?;
        let words = short("lời giải thích", &note.words)?;
        let kept = self.figure_notes(span)?.remove(&note.about);
        let name = periods::name(span);
        let figures = self.sheet_of(self.figure_values()?, Some(span), None, stamp.today())?.1;
        let doubt = figures.reckoner.doubts(span).into_iter().find(|doubt| doubt.about == note.about);
        let arithmetic = doubt.map(|doubt| doubt.arithmetic()).unwrap_or_default();
        self.write(stamp, "explain-figures", |door| {
            let thing = kept.as_ref().map(|kept| kept.thing);
            match (words.is_empty(), &kept) {
                (true, Some(kept)) => {
                    door.end("figure_note", kept.thing)?;
                    Ok(Done::new(None, format!("Bỏ lời giải thích số liệu {name}")))
                }
                (false, kept) if kept.as_ref().is_none_or(|kept| kept.words != words || kept.arithmetic != arithmetic) => Ok(Done::new(
                    Some(door.keep_figure_note(thing, &note.about, span, &words, &arithmetic)?),
                    format!("Giải thích số liệu {name}: {words}"),
                )),
                _ => Ok(Done::new(thing, "Lời giải thích không thay đổi")),
            }
        })
    }

    /// The window a value is of. Errors: as those of the value's days; a figure that takes no typing there.
    fn window_told(&self, draft: &FigureDraft, figure: &Figure, stamp: &Stamp) -> Result<Span> {
        let span = days(&draft.from, &draft.to, stamp)?;
        if figure.kind == FigureKind::Ratio {
            return Err(FigureProblem::Computed(figure.name.clone()).into());
        }
        if figure.ledger && counted::is_complete(&figure.id) && self.counted(span, span.last)?.amount(&figure.id).is_some() {
            return Err(FigureProblem::Counted(figure.name.clone()).into());
        }
        let adds_up = matches!(figure.kind, FigureKind::Flow | FigureKind::Total);
        Ok(if draft.cumulative && adds_up { Span { first: periods::year_of(span).first, ..span } } else { span })
    }

    /// What one draft does; `None`: nothing.
    fn step(&self, draft: &FigureDraft, figure: &Figure, span: Span, kept: Option<&Told>, stamp: &Stamp) -> Result<Option<Step>> {
        let (name, thing) = (periods::name(span), kept.map(|told| told.thing));
        let step = |told: Option<Told>, summary: String| Step {
            figure: figure.id.clone(),
            unit: draft.unit,
            span,
            closed: !draft.estimate,
            kept: thing,
            told,
            summary,
        };
        if draft.value.trim().is_empty() {
            let summary = format!("Bỏ số “{}” của {name}", figure.name);
            return Ok(thing.map(|_| step(None, summary)));
        }
        let value = typed::read(figure, &draft.value)?;
        let as_of = match draft.as_of.trim() {
            "" => kept.map_or_else(|| usual_day(span, stamp.today()), |told| told.as_of),
            text => viet::typed_day(text, stamp.today())?,
        };
        let source = match short(&figure.name, &draft.source)? {
            source if source.is_empty() => kept.map_or_else(|| BY_HAND.to_owned(), |told| told.source.clone()),
            source => source,
        };
        let amount = Decimal::from_str(&value).ok();
        let told = Told {
            thing: thing.unwrap_or_default(),
            unit: draft.unit,
            span,
            as_of,
            cumulative: draft.cumulative,
            closed: !draft.estimate,
            value,
            amount,
            source,
        };
        if kept == Some(&told) {
            return Ok(None);
        }
        let estimate = if draft.estimate { " (ước)" } else { "" };
        let summary = format!("Ghi “{}” {name}{estimate}: {}", figure.name, told.typed(figure.kind));
        Ok(Some(step(Some(told), summary)))
    }
}

impl Told {
    /// As it would be typed again.
    pub(super) fn typed(&self, kind: FigureKind) -> String {
        let amount = self.amount.filter(|_| kind != FigureKind::Text);
        amount.map_or_else(|| self.value.clone(), |amount| viet::amount(amount, amount.scale()))
    }
}

/// First and last day as typed. Errors: no days, reversed.
pub(super) fn days(from: &str, to: &str, stamp: &Stamp) -> Result<Span> {
    let day = |text: &str| -> Result<NaiveDate> { Ok(viet::typed_day(text, stamp.today())?) };
    let span = Span { first: day(from)?, last: day(to)? };
    if span.first > span.last { Err(Problem::DaysReversed.into()) } else { Ok(span) }
}

/// Words of a cell. Error: longer than one takes.
fn short(place: &str, words: &str) -> Result<String> {
    let words = viet::nfc(words.trim());
    if words.chars().count() > LONGEST { Err(FigureProblem::Wordy(place.to_owned()).into()) } else { Ok(words) }
}

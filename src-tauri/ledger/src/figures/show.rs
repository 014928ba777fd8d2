//! The sheet of a window: each figure with its neighbours in time, and what does not agree.

use super::counted;
use super::doubts::{Doubt, What};
use super::known::{Known, Reckoned};
use super::reckon::Reckoner;
use super::values::{Explained, Told, Values};
use super::windows::{Windows, usual_day};
use super::{Figures, periods};
use crate::assets::{Figure, FigureKind};
use crate::deadline::Span;
use crate::view::{
    FigureCell, FigureChange, FigureDoubt, FigureGroup, FigureLawForm, FigureRow, FigureShare, FigureTold, FigureWindow, FiguresView, Id,
};
use crate::{Ledger, Problem, Result, viet};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// Nothing, taken away: a line of the arithmetic of a doubt.
const NOTHING_OFF: &str = "−0";

impl Ledger {
    /// The sheet of a window on a day; without a window that of the report in hand, else of the next one due.
    ///
    /// `as_of`: unless given, that of the report of this very window; else the window's last day, today
    /// while it is yet to come. Error: the window is reversed.
    pub fn figures_view(&self, window: Option<Span>, as_of: Option<NaiveDate>, today: NaiveDate) -> Result<FiguresView> {
        Ok(self.sheet_of(self.figure_values()?, window, as_of, today)?.0)
    }

    /// The same from values that were read, with what it was reckoned from.
    pub(super) fn sheet_of(
        &self,
        values: Values,
        window: Option<Span>,
        as_of: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Result<(FiguresView, Figures)> {
        let now = window.map_or_else(|| self.window_in_hand(today), Ok)?;
        if now.first > now.last {
            return Err(Problem::DaysReversed.into());
        }
        let told = values.windows();
        let windows = Windows::of(now, &told);
        let others: Vec<Span> = [Some(windows.last), Some(windows.year_ago), windows.so_far].into_iter().flatten().collect();
        let as_of = as_of.map_or_else(|| self.day_of_sheet(now, today), Ok)?;
        let figures = self.figures_of(values, now, as_of, &others)?;
        let notes = self.figure_notes(now)?;
        let reckoner = &figures.reckoner;
        let doubts = reckoner.doubts(now);
        let mut groups = Vec::new();
        for field in &reckoner.catalog.set.fields {
            let places: Vec<usize> = (0..reckoner.catalog.set.figures.len()).filter(|at| reckoner.catalog.figure(*at).field == field.id).collect();
            let open = |doubt: &&Doubt| !doubt.is_explained(&notes) && doubt.figures.iter().any(|at| places.contains(at));
            let rows: Vec<FigureRow> = places.iter().map(|at| figures.row(*at, &windows, &doubts)).collect();
            groups.push(FigureGroup {
                field: field.id.clone(),
                name: field.name.clone(),
                known: count(rows.iter().filter(|row| !row.now.shown.is_empty()).count()),
                doubts: count(doubts.iter().filter(open).count()),
                rows,
            });
        }
        let shown = |span: Span| FigureWindow { from: span.first, to: span.last, name: periods::name(span), told: told.contains(&span) };
        let mut offered: Vec<(Id, String)> = reckoner.units.names.iter().map(|(id, name)| (*id, name.clone())).collect();
        offered.sort_by(|one, other| viet::compare(&one.1, &other.1));
        let view = FiguresView {
            window: shown(now),
            as_of,
            last: shown(windows.last),
            year_ago: shown(windows.year_ago),
            so_far: windows.so_far.map(shown),
            whole_year: windows.whole_year.map(shown),
            windows: self.windows_offered(&told, now, today)?.into_iter().map(shown).collect(),
            groups,
            doubts: doubts.iter().map(|doubt| reckoner.doubt(doubt, now, &notes)).collect(),
            gone: offered.iter().map(|(id, _)| *id).filter(|unit| !reckoner.stands(*unit, now)).collect(),
            units: offered,
            laws: reckoner.catalog.set.laws.iter().map(FigureLawForm::from).collect(),
            newer: self.newer_figures()?,
        };
        Ok((view, figures))
    }
}

impl Ledger {
    /// The day of the sheet of a window: that of the report of this very window, else the usual one.
    pub(super) fn day_of_sheet(&self, now: Span, today: NaiveDate) -> Result<NaiveDate> {
        let reports = self.report_rows()?;
        let own = reports.iter().find(|row| row.from == now.first && row.to == now.last);
        Ok(own.map_or_else(|| usual_day(now, today), |row| row.as_of))
    }
}

impl Figures {
    fn row(&self, at: usize, windows: &Windows, doubts: &[Doubt]) -> FigureRow {
        let (reckoner, figure) = (&self.reckoner, self.reckoner.catalog.figure(at));
        let [now, last, year_ago] = [windows.now, windows.last, windows.year_ago].map(|span| reckoner.figure(at, span));
        let own = |span: Span, closed: bool| reckoner.typed_by(at, span, None, closed);
        let (closed, estimate) = (own(windows.now, true), own(windows.now, false));
        let is_closed = matches!(&now, Reckoned::Known(known) if !known.estimate);
        let adds_up = reckoner.catalog.nature(at) == super::nature::Nature::Flow || figure.kind == FigureKind::Total;
        let counted = figure.ledger && counted::is_complete(&figure.id) && self.counted.amount(&figure.id).is_some();
        FigureRow {
            form: figure.into(),
            typed: figure.kind != FigureKind::Ratio && !counted,
            estimate: estimate.clone().filter(|_| closed.is_some() || is_closed),
            told: closed.or(estimate),
            since_last: since(&now, &last),
            since_year: since(&now, &year_ago),
            so_far: windows
                .so_far
                .filter(|_| adds_up || figure.kind == FigureKind::Ratio)
                .map(|span| reckoner.cell(at, &reckoner.figure(at, span), span)),
            whole_year: windows.whole_year.and_then(|span| own(span, false)),
            shares: reckoner.shares(at, windows.now),
            asked: reckoner.units.asked.units(&figure.id),
            lines: reckoner.lines(at, windows.now),
            older: self.older_day(&figure.id).is_some(),
            doubts: doubts.iter().filter(|doubt| doubt.figures.contains(&at)).map(|doubt| doubt.about.clone()).collect(),
            now: reckoner.cell(at, &now, windows.now),
            last: reckoner.cell(at, &last, windows.last),
            year_ago: reckoner.cell(at, &year_ago, windows.year_ago),
        }
    }
}

impl Reckoner {
    fn cell(&self, at: usize, reckoned: &Reckoned, span: Span) -> FigureCell {
        match reckoned {
            Reckoned::Known(known) => {
                FigureCell { shown: known.content.cell(), source: self.source(at, known, span), as_of: Some(known.as_of), estimate: known.estimate }
            }
            Reckoned::Lacking(lack) => FigureCell { source: self.why_and_what(at, lack), ..FigureCell::default() },
        }
    }

    /// What the office or a unit told of this very window.
    fn typed_by(&self, at: usize, span: Span, unit: Option<Id>, closed: bool) -> Option<FigureTold> {
        let figure = self.catalog.figure(at);
        let mut told = self.values.of(&figure.id).iter().filter(|told| told.unit == unit && told.span == span && told.closed == closed);
        told.next().map(|told| told.shown(figure))
    }

    fn shares(&self, at: usize, span: Span) -> Vec<FigureShare> {
        let share = |unit: Id, cell: FigureCell| {
            let name = self.units.names.get(&unit).cloned().unwrap_or_default();
            let [closed, estimate] = [true, false].map(|closed| self.typed_by(at, span, Some(unit), closed));
            let beside = estimate.clone().filter(|_| closed.is_some());
            FigureShare { unit, name, cell, told: closed.or(estimate), estimate: beside }
        };
        let shares = self.shares_of(at, span).into_iter().map(|told| share(told.unit, told.found.cell(told.whole)));
        if self.catalog.figure(at).kind != FigureKind::Text {
            return shares.collect();
        }
        let told = |unit: &Id| Some(self.of_unit(at, span, *unit)).filter(|cell| !cell.shown.is_empty()).map(|cell| share(*unit, cell));
        let mut words: Vec<FigureShare> = self.units.names.keys().filter_map(told).collect();
        words.sort_by_key(|share| share.unit);
        words
    }

    fn doubt(&self, doubt: &Doubt, span: Span, notes: &Explained) -> FigureDoubt {
        let words = notes.get(&doubt.about).map(|note| note.words.clone()).unwrap_or_default();
        let (note, note_before) = if doubt.is_explained(notes) { (words, String::new()) } else { (String::new(), words) };
        let unit = doubt.figures.first().map(|at| self.catalog.figure(*at).unit.as_str()).unwrap_or_default();
        let amount = |amount| viet::amount(amount, super::shown::DECIMALS).replace('-', "−");
        // What is taken away says so though there is none of it.
        let signed = |one: Decimal| if one.is_zero() && one.is_sign_negative() { NOTHING_OFF.to_owned() } else { amount(one) };
        let over = amount(doubt.left.abs());
        let left = if unit.is_empty() { over } else { format!("{over} {unit}") };
        FigureDoubt {
            about: doubt.about.clone(),
            figures: doubt.figures.iter().map(|at| self.catalog.figure(*at).id.clone()).collect(),
            title: match doubt.what {
                What::TooMuch => format!("Số vượt quá, thừa {left}"),
                What::Differs => format!("Số chưa khớp, lệch {left}"),
                What::Missing => "Còn thiếu số của đơn vị".to_owned(),
            },
            words: doubt.words.clone(),
            lines: doubt.lines.iter().map(|(name, one)| (name.clone(), signed(*one))).collect(),
            left: amount(doubt.left),
            note,
            note_before,
            mends: self.mends(doubt, span),
        }
    }
}

impl Figures {
    /// What does not agree in a window of the report and is not explained, as it is shown.
    pub(crate) fn open_doubts(&self, window: Span, notes: &Explained) -> Vec<FigureDoubt> {
        let open = self.reckoner.doubts(window).into_iter().filter(|doubt| !doubt.is_explained(notes));
        open.map(|doubt| self.reckoner.doubt(&doubt, window, notes)).collect()
    }

    /// The name of a figure of the set.
    pub(crate) fn name(&self, id: &str) -> Option<&str> {
        Some(&self.reckoner.catalog.figure(self.reckoner.catalog.place(id)?).name)
    }
}

impl Doubt {
    /// True where the officer said why, of these very numbers.
    fn is_explained(&self, notes: &Explained) -> bool {
        notes.get(&self.about).is_some_and(|note| note.arithmetic == self.arithmetic())
    }
}

impl FigureDoubt {
    /// Title, what should hold, and the arithmetic, in one sentence.
    pub(crate) fn sentence(&self) -> String {
        let plain = |amount: &str| if amount == NOTHING_OFF { "0".to_owned() } else { amount.to_owned() };
        let lines: Vec<String> = self.lines.iter().map(|(name, amount)| format!("{name} {}", plain(amount))).collect();
        format!("{}: {} ({}). Hãy sửa số hoặc ghi lời giải trình ở Số liệu.", self.title, self.words.trim_end_matches('.'), lines.join("; "))
    }
}

impl Told {
    fn shown(&self, figure: &Figure) -> FigureTold {
        FigureTold {
            value: self.typed(figure.kind),
            source: self.source.clone(),
            as_of: self.as_of,
            cumulative: self.cumulative,
            closed: self.closed,
        }
    }
}

fn since(now: &Reckoned, before: &Reckoned) -> Option<FigureChange> {
    match (now, before) {
        (Reckoned::Known(Known { content: now, .. }), Reckoned::Known(Known { content: before, .. })) => {
            now.since(before).map(|(direction, shown)| FigureChange { direction, shown })
        }
        _ => None,
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

//! The sheet of a window: each figure with its neighbours in time, and what does not agree.

use super::doubts::Doubt;
use super::known::{Known, Reckoned};
use super::reckon::Reckoner;
use super::values::Told;
use super::{Figures, periods, reckon};
use crate::assets::{Figure, FigureKind};
use crate::deadline::Span;
use crate::report::period;
use crate::view::{
    FigureCell, FigureChange, FigureDoubt, FigureGroup, FigureLawForm, FigureRow, FigureShare, FigureTold, FigureWindow, FiguresView, Id, ReportState,
};
use crate::{Ledger, Problem, Result, viet};
use chrono::NaiveDate;
use std::collections::HashMap;

/// The windows of one sheet.
struct Windows {
    now: Span,
    last: Span,
    year_ago: Span,
    so_far: Option<Span>,
    whole_year: Option<Span>,
}

impl Ledger {
    /// The sheet of a window on a day; without a window that of the report in hand, else of the next one due.
    ///
    /// `as_of`: unless given, that of the report of this very window; else the window's last day, today
    /// while it is yet to come. Error: the window is reversed.
    pub fn figures_view(&self, window: Option<Span>, as_of: Option<NaiveDate>, today: NaiveDate) -> Result<FiguresView> {
        let now = window.map_or_else(|| self.window_in_hand(today), Ok)?;
        if now.first > now.last {
            return Err(Problem::DaysReversed.into());
        }
        let values = self.figure_values()?;
        let told = values.windows();
        let windows = Windows::of(now, &told);
        let others: Vec<Span> = [Some(windows.last), Some(windows.year_ago), windows.so_far].into_iter().flatten().collect();
        let as_of = match as_of {
            Some(day) => day,
            None => self
                .report_rows()?
                .iter()
                .find(|row| row.from == now.first && row.to == now.last)
                .map_or_else(|| usual_day(now, today), |row| row.as_of),
        };
        let figures = self.figures_of(values, now, as_of, &others)?;
        let units: HashMap<Id, String> = self.units()?.into_iter().filter_map(|unit| Some((unit.id?, unit.name))).collect();
        let notes = self.figure_notes(now)?;
        let reckoner = &figures.reckoner;
        let doubts = reckoner.doubts(now);
        let mut groups = Vec::new();
        for field in &reckoner.catalog.set.fields {
            let places: Vec<usize> = (0..reckoner.catalog.set.figures.len()).filter(|at| reckoner.catalog.figure(*at).field == field.id).collect();
            let open = |doubt: &&Doubt| !notes.contains_key(&doubt.about) && doubt.figures.iter().any(|at| places.contains(at));
            let rows: Vec<FigureRow> = places.iter().map(|at| figures.row(*at, &windows, &doubts, &units)).collect();
            groups.push(FigureGroup {
                field: field.id.clone(),
                name: field.name.clone(),
                known: count(rows.iter().filter(|row| !row.now.shown.is_empty()).count()),
                doubts: count(doubts.iter().filter(open).count()),
                rows,
            });
        }
        let shown = |span: Span| FigureWindow { from: span.first, to: span.last, name: periods::name(span), told: told.contains(&span) };
        let mut offered = units.into_iter().collect::<Vec<_>>();
        offered.sort_by(|one, other| viet::compare(&one.1, &other.1));
        Ok(FiguresView {
            window: shown(now),
            as_of,
            last: shown(windows.last),
            year_ago: shown(windows.year_ago),
            so_far: windows.so_far.map(shown),
            whole_year: windows.whole_year.map(shown),
            windows: self.windows_offered(&told, now, today)?.into_iter().map(shown).collect(),
            groups,
            doubts: doubts.iter().map(|doubt| reckoner.doubt(doubt, notes.get(&doubt.about).map_or("", |(_, words)| words))).collect(),
            units: offered,
            laws: reckoner.catalog.set.laws.iter().map(FigureLawForm::from).collect(),
            newer: self.newer_figures()?,
        })
    }

    /// The window of the latest report that is being written, else of the next one that is due.
    pub(super) fn window_in_hand(&self, today: NaiveDate) -> Result<Span> {
        let reports = self.report_rows()?;
        let draft = reports.iter().find(|row| row.state == ReportState::Draft).map(|row| Span { first: row.from, last: row.to });
        let due = period::proposals(today).into_iter().map(|one| Span { first: one.from, last: one.to });
        let mut open = due.filter(|span| reports.iter().all(|row| row.to != span.last));
        Ok(draft.or_else(|| open.next()).unwrap_or(Span { first: today, last: today }))
    }

    /// Windows that were told, that reports have, and that reports are asked for; latest first.
    fn windows_offered(&self, told: &[Span], now: Span, today: NaiveDate) -> Result<Vec<Span>> {
        let reports = self.report_rows()?.into_iter().map(|row| Span { first: row.from, last: row.to });
        let asked = period::proposals(today).into_iter().map(|one| Span { first: one.from, last: one.to });
        let mut windows: Vec<Span> = told.iter().copied().chain([now]).chain(reports).chain(asked).collect();
        windows.sort_by_key(|span| (std::cmp::Reverse(span.last), std::cmp::Reverse(span.first)));
        windows.dedup();
        Ok(windows)
    }
}

impl Windows {
    fn of(now: Span, told: &[Span]) -> Windows {
        let (last, year_ago) = (reckon::preceding(told, now), reckon::year_ago(told, now));
        let year = periods::year_of(now);
        let so_far = Span { first: year.first, last: now.last };
        let other = |span: Span| Some(span).filter(|span| *span != now && span.first <= now.first);
        Windows { now, last, year_ago, so_far: other(so_far), whole_year: other(year) }
    }
}

impl Figures {
    fn row(&self, at: usize, windows: &Windows, doubts: &[Doubt], units: &HashMap<Id, String>) -> FigureRow {
        let (reckoner, figure) = (&self.reckoner, self.reckoner.catalog.figure(at));
        let [now, last, year_ago] = [windows.now, windows.last, windows.year_ago].map(|span| reckoner.figure(at, span));
        let own = |span: Span, closed: bool| {
            let mut told = reckoner.values.of(&figure.id).iter().filter(|told| told.unit.is_none() && told.span == span && told.closed == closed);
            told.next().map(|told| told.shown(figure))
        };
        let (closed, estimate) = (own(windows.now, true), own(windows.now, false));
        let adds_up = reckoner.catalog.nature(at) == super::nature::Nature::Flow || figure.kind == FigureKind::Total;
        let counted = figure.ledger && self.counted.amount(&figure.id).is_some();
        FigureRow {
            form: figure.into(),
            typed: figure.kind != FigureKind::Ratio && !counted,
            estimate: estimate.clone().filter(|_| closed.is_some()),
            told: closed.or(estimate),
            since_last: since(&now, &last),
            since_year: since(&now, &year_ago),
            so_far: windows
                .so_far
                .filter(|_| adds_up || figure.kind == FigureKind::Ratio)
                .map(|span| reckoner.cell(at, &reckoner.figure(at, span), span)),
            whole_year: windows.whole_year.and_then(|span| own(span, false)),
            shares: reckoner.shares(at, windows.now, units),
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
            Reckoned::Lacking(lack) => FigureCell { source: self.why(at, lack), ..FigureCell::default() },
        }
    }

    fn shares(&self, at: usize, span: Span, units: &HashMap<Id, String>) -> Vec<FigureShare> {
        let shares = self.of_units(at, span).into_iter().map(|(unit, found)| {
            let told = found.steps.first().map(|(_, told)| *told);
            FigureShare {
                unit,
                name: units.get(&unit).cloned().unwrap_or_default(),
                cell: FigureCell {
                    shown: viet::amount(found.amount, found.amount.scale()),
                    source: if found.is_direct() { told.map(|told| told.source.clone()).unwrap_or_default() } else { found.joined() },
                    as_of: told.map(|told| told.as_of),
                    estimate: found.is_estimate(),
                },
            }
        });
        shares.collect()
    }

    fn doubt(&self, doubt: &Doubt, note: &str) -> FigureDoubt {
        let unit = doubt.figures.first().map(|at| self.catalog.figure(*at).unit.as_str()).unwrap_or_default();
        let amount = |amount| viet::amount(amount, super::shown::DECIMALS).replace('-', "−");
        let over = amount(doubt.left.abs());
        let left = if unit.is_empty() { over } else { format!("{over} {unit}") };
        FigureDoubt {
            about: doubt.about.clone(),
            figures: doubt.figures.iter().map(|at| self.catalog.figure(*at).id.clone()).collect(),
            title: if doubt.at_most { format!("Số vượt quá, thừa {left}") } else { format!("Số chưa khớp, lệch {left}") },
            words: doubt.words.clone(),
            lines: doubt.lines.iter().map(|(name, one)| (name.clone(), amount(*one))).collect(),
            left: amount(doubt.left),
            note: note.to_owned(),
        }
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

/// The day a window speaks of: its last, or today before that.
pub(super) fn usual_day(window: Span, today: NaiveDate) -> NaiveDate {
    if today < window.first { window.last } else { window.last.min(today) }
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

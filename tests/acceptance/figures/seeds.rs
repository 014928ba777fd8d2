//! The figures of four reports that were really written: each computed one is theirs, or theirs is wrong.
//!
//! The fixtures hold figures alone. Where a report says something else, its line says why.

use super::{draft, row};
use ledger::assets::FigureKind;
use ledger::deadline::Span;
use ledger::view::{FigureForm, FiguresView};
use serde::Deserialize;
use std::collections::BTreeMap;
use tests::{Desk, day, on};

#[derive(Deserialize)]
struct Seed {
    seed: String,
    #[serde(flatten)]
    part: Part,
    /// Shares of the office's own.
    #[serde(default)]
    added: Vec<Added>,
    /// Figures of another window in the same report.
    beside: Option<Part>,
    /// Broken laws, and what is left over.
    doubts: Vec<String>,
}

#[derive(Deserialize)]
struct Part {
    window: (String, String),
    told: BTreeMap<String, String>,
    shown: Vec<Shown>,
}

#[derive(Deserialize)]
struct Added {
    name: String,
    formula: String,
    denominator: String,
}

#[derive(Deserialize)]
struct Shown {
    figure: String,
    ours: String,
    seed: String,
    why: String,
}

fn check(seed: &Seed, part: &Part, desk: &mut Desk) -> FiguresView {
    let window = (part.window.0.as_str(), part.window.1.as_str());
    let drafts: Vec<_> = part.told.iter().map(|(figure, value)| draft(figure, window, value)).collect();
    desk.ledger.keep_figure_values(&drafts, &on("2026-11-20")).unwrap();
    let span = Span { first: day(window.0), last: day(window.1) };
    let view = desk.ledger.figures_view(Some(span), None, day("2026-11-20")).unwrap();
    for line in &part.shown {
        let named = view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.name == line.figure);
        let cell = named.cloned().unwrap_or_else(|| row(&view, &line.figure)).now.shown;
        assert_eq!(cell, line.ours, "{}: {}", seed.seed, line.figure);
        assert_eq!(line.ours == line.seed, line.why.is_empty(), "{}: {} differs with its reason or not at all", seed.seed, line.figure);
    }
    view
}

#[test]
fn every_computed_figure_is_the_reports_or_its_mistake_is_written_down() {
    let mut computed = 0;
    for text in [
        include_str!("../../fixtures/figures/000.json"),
        include_str!("../../fixtures/figures/001.json"),
        include_str!("../../fixtures/figures/002.json"),
        include_str!("../../fixtures/figures/003.json"),
    ] {
        let seed: Seed = serde_json::from_str(text).unwrap();
        let mut desk = Desk::empty();
        for Added { name, formula, denominator } in &seed.added {
            let form = FigureForm {
                id: String::new(),
                name: name.clone(),
                field: "III".into(),
                kind: FigureKind::Ratio,
                unit: "%".into(),
                formula: formula.clone(),
                denominator: denominator.clone(),
                ledger: false,
                after: "case.on_time_rate".into(),
            };
            desk.ledger.keep_figure(&form, &on("2026-11-20")).unwrap();
        }
        let view = check(&seed, &seed.part, &mut desk);
        let doubts: Vec<String> = view.doubts.iter().map(|doubt| format!("{} {}", doubt.about, doubt.left)).collect();
        assert_eq!(doubts, seed.doubts, "{}", seed.seed);
        computed += seed.part.shown.len();
        if let Some(part) = &seed.beside {
            check(&seed, part, &mut desk);
        }
    }
    assert_eq!(computed, 37);
}

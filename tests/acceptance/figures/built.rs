//! The four reports that were really written, built from outlines, chips and text: every figure the
//! fixtures know is printed by a chip, as those reports print it or as their own mistakes are written down.

use super::draft;
use ledger::deadline::Span;
use ledger::paper::Block;
use ledger::typeset;
use ledger::view::{NewOffice, NewReport, ReportKind};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use tests::{Desk, day, on};

#[derive(Deserialize)]
struct Seed {
    seed: String,
    window: (String, String),
    told: BTreeMap<String, String>,
    shown: Vec<Shown>,
}

#[derive(Deserialize)]
struct Shown {
    figure: String,
    ours: String,
}

/// Each report, and the outline it is written by.
const BUILT: [(&str, &str, ReportKind); 4] = [
    (include_str!("../../fixtures/figures/000.json"), "outline-inspection", ReportKind::Inspection),
    (include_str!("../../fixtures/figures/001.json"), "outline-decimals", ReportKind::Free),
    (include_str!("../../fixtures/figures/002.json"), "outline-quarterly", ReportKind::Quarterly),
    (include_str!("../../fixtures/figures/003.json"), "outline-two-parts", ReportKind::Inspection),
];

/// A ledger with an office that knows the figures of a report and no plan: its counts were told.
fn desk_of(seed: &Seed) -> Desk {
    let mut desk = Desk::empty();
    let office = NewOffice {
        level: "Xã".into(),
        name: "Lam Khê".into(),
        province: "Thành phố Hải Phòng".into(),
        signer: "Trần Minh Khang".into(),
        ..NewOffice::default()
    };
    desk.ledger.create_office(&office, &on("2026-01-05")).unwrap();
    let window = (seed.window.0.as_str(), seed.window.1.as_str());
    let drafts: Vec<_> = seed.told.iter().map(|(figure, value)| draft(figure, window, value)).collect();
    desk.ledger.keep_figure_values(&drafts, &on("2026-11-20")).unwrap();
    desk
}

fn begun(desk: &mut Desk, seed: &Seed, set: &str, kind: ReportKind) -> i64 {
    let year = &seed.window.1[..4];
    let period = if kind == ReportKind::Quarterly { format!("{year}-Q3") } else { year.to_owned() };
    let draft = NewReport {
        kind,
        period,
        from: Some(seed.window.0.clone()),
        to: Some(seed.window.1.clone()),
        as_of: None,
        appendix: false,
        statistics: false,
    };
    desk.ledger.new_report_from(&draft, Some(set), &on("2026-11-20")).unwrap().thing.unwrap()
}

/// Writes every sentence and every figure with a value that the outline offers.
fn write_what_is_offered(desk: &mut Desk, report: i64) {
    for section in desk.ledger.report_view(report).unwrap().sections.into_iter().filter(|section| section.writable) {
        let figures = section.figures.iter().filter(|figure| figure.shown.is_some()).map(|figure| figure.block.clone());
        let blocks: Vec<Block> = section.blocks.iter().chain(section.offers.iter().flatten()).cloned().chain(figures).collect();
        let blocks = blocks.into_iter().enumerate().map(|(nth, block)| block.with_id(format!("{}-{nth}", section.key)));
        desk.ledger.keep_section(report, &section.key, blocks.collect(), &on("2026-11-20")).unwrap();
    }
}

/// The figures a report prints, by name.
fn printed(desk: &Desk, report: i64) -> BTreeMap<String, String> {
    desk.ledger.report_figures(report).unwrap().into_iter().filter(|tie| tie.shown != "…").map(|tie| (tie.name, tie.shown)).collect()
}

/// A figure without the sign of a share and the zero before a single digit, which running text asks for.
fn bare(shown: &str) -> &str {
    let shown = shown.trim_end_matches('%');
    shown.strip_prefix('0').filter(|digit| digit.len() == 1).unwrap_or(shown)
}

#[test]
fn each_report_is_built_from_its_outline_and_prints_the_figures_it_printed() {
    let mut figures = 0;
    for (text, set, kind) in BUILT {
        let seed: Seed = serde_json::from_str(text).unwrap();
        // A share of nothing is no figure.
        let computed = || seed.shown.iter().filter(|line| !line.ours.is_empty());
        let mut desk = desk_of(&seed);
        let report = begun(&mut desk, &seed, set, kind);
        write_what_is_offered(&mut desk, report);
        let window = Span { first: day(&seed.window.0), last: day(&seed.window.1) };
        let view = desk.ledger.figures_view(Some(window), None, day("2026-11-20")).unwrap();
        let names: BTreeMap<String, String> =
            view.groups.iter().flat_map(|group| &group.rows).map(|row| (row.form.id.clone(), row.form.name.clone())).collect();
        let wanted: BTreeSet<&String> = seed.told.keys().chain(computed().map(|line| &line.figure)).filter(|id| names.contains_key(*id)).collect();
        let known = printed(&desk, report);
        let left: Vec<&&String> = wanted.iter().filter(|id| !known.contains_key(&names[**id])).collect();
        assert!(left.is_empty(), "{}: the outline prints none of {left:?}", seed.seed);
        figures += wanted.len();
        for line in computed().filter(|line| names.contains_key(&line.figure)) {
            assert_eq!(bare(&known[&names[&line.figure]]), line.ours, "{}: {}", seed.seed, line.figure);
        }
        typeset::pdf(&desk.ledger.report_document(report).unwrap()).unwrap();
    }
    assert_eq!(figures, 166, "figures of the four reports");
}

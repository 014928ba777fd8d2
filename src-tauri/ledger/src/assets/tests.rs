//! The data files are whole: they parse, refer to what exists, and the sample says what it promises.

use super::*;
use crate::deadline::{self, Kind, Span};
use crate::paper::{Block, Inline};
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::{BTreeSet, HashMap};

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn figures_of(blocks: &[Block]) -> Vec<String> {
    let pieces = blocks.iter().flat_map(|block| match block {
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => text.as_slice(),
        Block::Part { .. } | Block::Table { .. } => &[],
    });
    pieces.filter_map(|piece| if let Inline::Figure(chip) = piece { Some(chip.id.clone()) } else { None }).collect()
}

fn known_figures() -> BTreeSet<String> {
    figures_cchc().unwrap().figures.into_iter().map(|figure| figure.id).chain(["as_of".to_owned()]).collect()
}

#[test]
fn all_text_is_composed() {
    for text in [
        include_str!("../../../../assets/sets/outline-quarterly.json"),
        include_str!("../../../../assets/sets/outline-inspection.json"),
        include_str!("../../../../assets/sets/outline-decimals.json"),
        include_str!("../../../../assets/sets/outline-two-parts.json"),
        include_str!("../../../../assets/sets/outline-free.json"),
        include_str!("../../../../assets/sets/figures-cchc.json"),
        include_str!("../../../../assets/sets/holidays.json"),
        include_str!("../../../../assets/sample/lam-khe.json"),
    ] {
        assert_eq!(crate::viet::nfc(text), text);
    }
}

/// Keys of the outline's sections, and whether each expects text.
fn outline_sections() -> Vec<(String, u64, bool)> {
    let text = include_str!("../../../../assets/sets/outline-quarterly.json");
    let outline: serde_json::Value = serde_json::from_str(text).unwrap();
    let sections = outline["sections"].as_array().unwrap().iter();
    sections.map(|one| (one["key"].as_str().unwrap().to_owned(), one["level"].as_u64().unwrap(), one["writable"].as_bool().unwrap())).collect()
}

#[test]
fn the_outline_is_a_tree_in_order() {
    let sections = outline_sections();
    let keys: Vec<&str> = sections.iter().map(|(key, ..)| key.as_str()).collect();
    assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "keys are unique");
    assert_eq!((keys[0], keys[keys.len() - 1]), ("mo-dau", "ket"));
    for (key, level, _) in &sections {
        let depth = if *level == 0 { 0 } else { key.split('.').count() };
        assert_eq!(depth as u64, *level, "{key}");
        if let Some((parent, _)) = key.rsplit_once('.') {
            assert!(keys.iter().position(|one| *one == parent) < keys.iter().position(|one| one == key), "{key}");
        }
    }
}

#[test]
fn formulas_name_figures_that_exist() {
    let set = figures_cchc().unwrap();
    let known = known_figures();
    assert_eq!(known.len(), set.figures.len() + 1, "ids are unique");
    let terms = |formula: &str| formula.split([' ', '+', '-']).filter(|term| !term.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let check = |formula: &str| terms(formula).iter().for_each(|id| assert!(known.contains(id.trim_end_matches("@previous")), "{id} in {formula}"));
    for figure in &set.figures {
        assert!(set.fields.iter().any(|field| field.id == figure.field), "{}", figure.id);
        assert_eq!(figure.denominator.is_some(), figure.kind == FigureKind::Ratio, "{}", figure.id);
        assert_eq!(figure.formula.is_some(), matches!(figure.kind, FigureKind::Ratio | FigureKind::Total), "{}", figure.id);
        figure.formula.iter().chain(&figure.denominator).for_each(|formula| check(formula));
    }
    for law in &set.laws {
        check(&law.left);
        check(&law.right);
    }
}

#[test]
fn holidays_are_in_order_and_fall_where_they_should() {
    let days = holidays().unwrap().days;
    assert!(days.windows(2).all(|pair| pair[0].day < pair[1].day));
    for day in &days {
        let weekend = matches!(day.day.weekday(), Weekday::Sat | Weekday::Sun);
        match day.kind {
            DayOffKind::Swapped => assert!(!weekend, "{}", day.day),
            DayOffKind::Workday => assert!(weekend, "{}", day.day),
            DayOffKind::Holiday => {}
        }
    }
    for year in 2025..=2027 {
        for (month, day) in [(1, 1), (4, 30), (5, 1), (9, 2)] {
            assert!(days.iter().any(|off| off.day == on(year, month, day) && off.kind == DayOffKind::Holiday && off.announced));
        }
        assert_eq!(days.iter().filter(|off| off.day.year() == year && off.name.starts_with("Tết") && off.day.month() < 3).count(), 6, "{year}");
    }
}

/// State of a row on a day by the entries up to it, as `domain.md` tells; enough for this sample.
fn state(meant: &deadline::Deadline, entries: &[&SampleEntry], on: NaiveDate) -> &'static str {
    let before: Vec<&&SampleEntry> = entries.iter().filter(|entry| entry.day <= on).collect();
    if before.iter().any(|entry| entry.state == "stopped") {
        return "stopped";
    }
    let last = before.iter().filter_map(|entry| entry.new_last).next_back().or(meant.last);
    let one = |last: Option<NaiveDate>, entries: &[&&SampleEntry]| {
        let latest = entries.iter().filter(|entry| entry.state != "extended").max_by_key(|entry| (entry.day, entry.recorded));
        match latest {
            Some(entry) if entry.state == "done" && last.is_none_or(|last| entry.day <= last) => "on time",
            Some(entry) if entry.state == "done" => "late",
            _ if last.is_some_and(|last| last < on) => "overdue",
            Some(_) => "in progress",
            None => "not started",
        }
    };
    if meant.kind != Kind::Recurring {
        return one(last, &before);
    }
    let of = |span: &Span| before.iter().filter(|entry| (span.first..=span.last).contains(&entry.occurrence.unwrap())).copied().collect::<Vec<_>>();
    let states: Vec<&str> = meant.occurrences.iter().map(|span| one(Some(span.last), &of(span))).collect();
    match states.as_slice() {
        states if states.contains(&"overdue") => "overdue",
        states if states.iter().all(|state| *state == "on time" || *state == "late") => {
            states.iter().find(|state| **state == "late").unwrap_or(&"on time")
        }
        states if states.iter().all(|state| *state == "not started") => "not started",
        _ => "in progress",
    }
}

fn tally<'a>(states: impl Iterator<Item = &'a str>) -> [usize; 6] {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    states.for_each(|state| *counts.entry(state).or_default() += 1);
    ["on time", "late", "in progress", "overdue", "not started", "stopped"].map(|state| counts.get(state).copied().unwrap_or_default())
}

#[test]
fn the_sample_stands_where_it_promises() {
    let sample = sample().unwrap();
    let plan = Span { first: sample.plan.from, last: sample.plan.to };
    let replaced: BTreeSet<usize> = sample.progress.iter().filter_map(|entry| entry.corrects).collect();
    let entries: Vec<&SampleEntry> = sample.progress.iter().enumerate().filter(|(at, _)| !replaced.contains(at)).map(|(_, entry)| entry).collect();
    let tasks: Vec<&SampleTask> = sample.plan.groups.iter().flat_map(|group| &group.tasks).collect();
    let today = on(2026, 11, 20);
    let mut kinds = Vec::new();
    let states = tasks.iter().map(|task| {
        let meant = deadline::read(&task.deadline, plan, sample.office.before);
        kinds.push(meant.kind);
        let own: Vec<&SampleEntry> = entries.iter().filter(|entry| entry.tt == task.tt).copied().collect();
        state(&meant, &own, today)
    });
    assert_eq!(tally(states), [19, 2, 6, 2, 2, 1]);
    for kind in [Kind::Date, Kind::Window, Kind::Recurring, Kind::Continuous, Kind::Triggered, Kind::Relative, Kind::Unknown] {
        assert!(kinds.contains(&kind), "{kind:?}");
    }
    for (level, counts) in [(SampleLevel::Above, [14, 2, 2, 1, 1, 0]), (SampleLevel::Own, [4, 1, 1, 1, 1, 0])] {
        let rows = sample.assigned.iter().filter(|task| task.level == level);
        let states =
            rows.map(|task| state(&deadline::read(&task.deadline, plan, sample.office.before), &task.progress.iter().collect::<Vec<_>>(), today));
        assert_eq!(tally(states), counts, "{level:?}");
    }
}

#[test]
fn the_sample_refers_to_what_it_holds() {
    let sample = sample().unwrap();
    let plan = Span { first: sample.plan.from, last: sample.plan.to };
    let tasks: HashMap<&str, &SampleTask> = sample.plan.groups.iter().flat_map(|group| &group.tasks).map(|task| (task.tt.as_str(), task)).collect();
    assert_eq!(tasks.len(), 32);
    for (at, entry) in sample.progress.iter().enumerate() {
        let meant = deadline::read(&tasks[entry.tt.as_str()].deadline, plan, sample.office.before);
        assert!(entry.recorded.date() >= entry.day, "{entry:?}");
        assert_eq!(entry.occurrence.is_some(), meant.kind == Kind::Recurring, "{entry:?}");
        if let Some(day) = entry.occurrence {
            assert!(meant.occurrences.iter().any(|span| (span.first..=span.last).contains(&day)), "{entry:?}");
        }
        if let Some(replaced) = entry.corrects {
            assert!(replaced < at && sample.progress[replaced].tt == entry.tt);
        }
        assert!(["not-started", "in-progress", "done", "stopped", "extended"].contains(&entry.state.as_str()));
    }
    assert!(sample.progress.windows(2).all(|pair| pair[0].recorded <= pair[1].recorded), "in the order they were recorded");
    assert!(sample.assigned.iter().all(|task| task.tt_link.as_deref().is_none_or(|tt| tasks.contains_key(tt))));
    assert!(sample.assigned.iter().all(|task| task.progress.iter().all(|entry| entry.day >= task.given)));

    let written: BTreeSet<String> = sample.report.sections.keys().cloned().collect();
    let wanted: BTreeSet<String> = outline_sections().into_iter().filter(|(_, _, writable)| *writable).map(|(key, ..)| key).collect();
    assert_eq!(written, wanted, "every section that expects text has some, and no other");
    let known = known_figures();
    for blocks in sample.report.sections.values() {
        figures_of(blocks).iter().for_each(|id| assert!(known.contains(id), "{id}"));
    }
    assert!(sample.report.sections["ket"].last().unwrap().plain().ends_with("./."));
}

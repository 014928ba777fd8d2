//! The statistics against a second, slower way of counting, over random histories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "a test stops loudly")]

use chrono::{Days, NaiveDate};
use ledger::view::ProgressDraft;
use ledger::{Level, Stamp};
use proptest::prelude::*;
use tests::{Desk, day, morning, plan};

/// What an officer may note of a row without occurrences: state, days after 1 January, extension in days.
#[derive(Debug, Clone)]
struct Noted {
    task: usize,
    state: &'static str,
    happened: u64,
    recorded: u64,
    extension: u64,
    corrects: Option<usize>,
}

const DEADLINES: [(&str, Option<(u32, u32)>); 5] =
    [("Quý I", Some((3, 31))), ("Tháng 6", Some((6, 30))), ("Trước ngày 15/10", Some((10, 14))), ("Khi có yêu cầu", None), ("Xong đợt II", None)];

fn noted() -> impl Strategy<Value = Noted> {
    let state = prop::sample::select(vec!["not-started", "in-progress", "done", "stopped", "extended"]);
    (0..DEADLINES.len(), state, 0_u64..360, 0_u64..5, 0_u64..200, prop::option::weighted(0.2, 0_usize..10)).prop_map(
        |(task, state, happened, late, extension, corrects)| Noted { task, state, happened, recorded: happened + late, extension, corrects },
    )
}

fn after_new_year(days: u64) -> NaiveDate {
    day("2026-01-01").checked_add_days(Days::new(days)).unwrap_or_default()
}

/// The rule of the forms, written down once more as plainly as it can be.
fn expected(kept: &[(Noted, bool)], task: usize, as_of: NaiveDate) -> &'static str {
    let mut last = DEADLINES[task].1.and_then(|(month, day)| NaiveDate::from_ymd_opt(2026, month, day));
    let mut ours: Vec<(usize, &Noted)> = kept
        .iter()
        .enumerate()
        .filter(|(_, (one, replaced))| one.task == task && !replaced && after_new_year(one.happened) <= as_of)
        .map(|(nth, (one, _))| (nth, one))
        .collect();
    ours.sort_by_key(|(nth, one)| (one.happened, *nth));
    if let Some((_, one)) = ours.iter().rev().find(|(_, one)| one.state == "extended") {
        last = Some(after_new_year(one.extension));
    }
    let ruling = ours.iter().rev().find(|(_, one)| one.state != "extended").map(|(_, one)| *one);
    match ruling {
        Some(one) if one.state == "stopped" => "stopped",
        Some(one) if one.state == "done" => match last {
            Some(last) if after_new_year(one.happened) > last => "done_late",
            _ => "done_on_time",
        },
        _ if last.is_some_and(|last| last < as_of) => "overdue",
        Some(one) if one.state == "in-progress" => "in_progress",
        _ => "not_started",
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn counts_equal_a_second_way_of_counting(history in prop::collection::vec(noted(), 0..14), asked in 0_u64..365, undone in 0_usize..3) {
        let rows: Vec<(String, &str)> = DEADLINES.iter().enumerate().map(|(nth, (words, _))| (format!("{}", nth + 1), *words)).collect();
        let rows: Vec<(&str, &str)> = rows.iter().map(|(tt, words)| (tt.as_str(), *words)).collect();
        let mut desk = Desk::empty();
        desk.ledger.keep_plan(&plan(&rows), &tests::on("2026-01-01")).unwrap();
        let tasks: Vec<i64> = rows.iter().map(|(tt, _)| desk.task(tt)).collect();
        let mut kept: Vec<(Noted, bool)> = Vec::new();
        let mut entries: Vec<i64> = Vec::new();
        let mut replaced_by: Vec<Option<usize>> = Vec::new();
        for one in history {
            // A correction stays with the task of what it corrects; what was replaced already is left alone.
            let corrects = one.corrects.filter(|nth| *nth < kept.len() && !kept[*nth].1);
            let task = corrects.map_or(one.task, |nth| kept[nth].0.task);
            let moment = after_new_year(one.recorded).and_hms_opt(10, 0, 0).unwrap();
            let draft = ProgressDraft {
                tasks: vec![tasks[task]],
                state: one.state.into(),
                day: after_new_year(one.happened).to_string(),
                new_last: after_new_year(one.extension).to_string(),
                reason: "theo văn bản".into(),
                corrects: corrects.map(|nth| entries[nth]),
                ..ProgressDraft::default()
            };
            let written = desk.ledger.record_progress(&draft, &Stamp { moment, person: "Lan".into(), seed: 3 }).unwrap();
            entries.push(written.thing.unwrap());
            if let Some(nth) = corrects {
                kept[nth].1 = true;
            }
            replaced_by.push(corrects);
            kept.push((Noted { task, ..one }, false));
        }
        for _ in 0..undone.min(kept.len()) {
            desk.ledger.undo(&Stamp { moment: morning("2026-12-31"), person: "Lan".into(), seed: 3 }).unwrap();
            kept.pop();
            if let Some(Some(nth)) = replaced_by.pop() {
                kept[nth].1 = false;
            }
        }
        let as_of = after_new_year(asked);
        let counts = desk.ledger.status(as_of, None, None, Level::Above).unwrap().plan;
        let count = |state: &str| (0..DEADLINES.len()).filter(|task| expected(&kept, *task, as_of) == state).count() as u32;
        let wanted = ["done_on_time", "done_late", "overdue", "in_progress", "not_started", "stopped"].map(count);
        let got = [counts.done_on_time, counts.done_late, counts.overdue, counts.in_progress, counts.not_started, counts.stopped];
        prop_assert_eq!(got, wanted, "{} {:?}", as_of, kept);
        prop_assert_eq!(counts.total, got.iter().sum::<u32>());
    }
}

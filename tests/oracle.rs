//! The statistics against a second, slower way of counting, over random histories.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "a test stops loudly")]

use chrono::{Days, NaiveDate};
use ledger::view::{ProgressDraft, Scope};
use ledger::{Level, Stamp};
use proptest::prelude::*;
use tests::{Desk, day, morning, plan};

/// What an officer may note: days after 1 January; the occurrence of the recurring row, the unit of
/// the row that two units lead.
#[derive(Debug, Clone)]
struct Noted {
    task: usize,
    state: &'static str,
    happened: u64,
    recorded: u64,
    extension: u64,
    corrects: Option<usize>,
    occurrence: usize,
    unit: usize,
}

const DEADLINES: [(&str, Option<(u32, u32)>); 7] = [
    ("Quý I", Some((3, 31))),
    ("Tháng 6", Some((6, 30))),
    ("Trước ngày 15/10", Some((10, 14))),
    ("Khi có yêu cầu", None),
    ("Xong đợt II", None),
    ("Hằng quý", None),
    ("Quý II", Some((6, 30))),
];
/// The recurring row, with the last days of its occurrences, and the row that two units lead.
const RECURRING: usize = 5;
const QUARTERS: [(u32, u32); 4] = [(3, 31), (6, 30), (9, 30), (12, 31)];
const SHARED: usize = 6;
/// `2` is the whole row.
const UNITS: [&str; 3] = ["Phòng Kinh tế", "Công an xã", ""];

fn noted() -> impl Strategy<Value = Noted> {
    let state = prop::sample::select(vec!["not-started", "in-progress", "done", "done", "stopped", "extended"]);
    let when = (0_u64..360, 0_u64..5, 0_u64..200);
    (0..DEADLINES.len(), state, when, prop::option::weighted(0.2, 0_usize..10), 0_usize..4, 0_usize..3).prop_map(
        |(task, state, (happened, late, extension), corrects, occurrence, unit)| {
            let unit = if task == SHARED { unit } else { 2 };
            Noted { task, state, happened, recorded: happened + late, extension, corrects, occurrence, unit }
        },
    )
}

fn after_new_year(days: u64) -> NaiveDate {
    day("2026-01-01").checked_add_days(Days::new(days)).unwrap_or_default()
}

fn date((month, day): (u32, u32)) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2026, month, day)
}

/// The state of a part, its last day in force, and the day of what rules: the rule of the forms,
/// written down once more as plainly as it can be.
fn part(ours: &[&Noted], last: Option<NaiveDate>, as_of: NaiveDate) -> (&'static str, Option<NaiveDate>, Option<NaiveDate>) {
    let mut last = last;
    if let Some(one) = ours.iter().rev().find(|one| one.state == "extended") {
        last = Some(after_new_year(one.extension));
    }
    let ruling = ours.iter().rev().find(|one| one.state != "extended");
    let since = ruling.map(|one| after_new_year(one.happened));
    let state = match ruling {
        Some(one) if one.state == "stopped" => "stopped",
        Some(one) if one.state == "done" => match last {
            Some(last) if after_new_year(one.happened) > last => "done_late",
            _ => "done_on_time",
        },
        _ if last.is_some_and(|last| last < as_of) => "overdue",
        Some(one) if one.state == "in-progress" => "in_progress",
        _ => "not_started",
    };
    (state, last, since)
}

/// A whole of parts: overdue if one is; done when all are, late if one was; begun if one was.
fn whole(parts: &[&'static str]) -> &'static str {
    let settled = |state: &&str| ["stopped", "done_on_time", "done_late"].contains(state);
    if parts.contains(&"overdue") {
        "overdue"
    } else if parts.iter().all(settled) {
        ["done_late", "done_on_time"].into_iter().find(|state| parts.contains(state)).unwrap_or("stopped")
    } else if parts.iter().any(|state| *state != "not_started") {
        "in_progress"
    } else {
        "not_started"
    }
}

/// A row's state, if the scope holds it.
fn expected(kept: &[(Noted, bool)], task: usize, as_of: NaiveDate, scope: Scope, window: (NaiveDate, NaiveDate)) -> Option<&'static str> {
    let known = kept.iter().filter(|(one, replaced)| one.task == task && !replaced && after_new_year(one.happened) <= as_of);
    let mut ours: Vec<&Noted> = known.map(|(one, _)| one).collect();
    // Stable: of one day, the later noted is the later.
    ours.sort_by_key(|one| one.happened);
    let inside = |day: Option<NaiveDate>| day.is_some_and(|day| window.0 <= day && day <= window.1);
    let (state, last, since) = match task {
        RECURRING => {
            let of = |nth: usize| ours.iter().copied().filter(|one| one.occurrence == nth).collect::<Vec<_>>();
            let parts: Vec<_> = (0..4).map(|nth| (date(QUARTERS[nth]), part(&of(nth), date(QUARTERS[nth]), as_of))).collect();
            if scope == Scope::DueWithin {
                let due: Vec<&str> = parts.iter().filter(|(last, _)| inside(*last)).map(|(_, part)| part.0).collect();
                return (!due.is_empty()).then(|| whole(&due));
            }
            let states: Vec<&str> = parts.iter().map(|(_, part)| part.0).collect();
            (whole(&states), None, parts.iter().filter_map(|(_, part)| part.2).max())
        }
        SHARED if ours.iter().any(|one| one.unit < 2) => {
            let of = |unit: usize| ours.iter().copied().filter(|one| one.unit == unit || one.unit == 2).collect::<Vec<_>>();
            let parts: Vec<_> = (0..2).map(|unit| part(&of(unit), date((6, 30)), as_of)).collect();
            let entire: Vec<&Noted> = ours.iter().copied().filter(|one| one.unit == 2).collect();
            let last = part(&entire, date((6, 30)), as_of).1;
            (whole(&[parts[0].0, parts[1].0]), last, parts.iter().filter_map(|part| part.2).max())
        }
        _ => part(&ours, DEADLINES[task].1.and_then(date), as_of),
    };
    let held = match scope {
        Scope::SinceStart => true,
        Scope::DoneWithin => state.starts_with("done") && inside(since),
        Scope::DueWithin => inside(last),
    };
    held.then_some(state)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases()) })]

    #[test]
    fn counts_equal_a_second_way_of_counting(
        history in prop::collection::vec(noted(), 0..16), asked in 0_u64..365, opens in 0_u64..365, closes in 0_u64..365, undone in 0_usize..3
    ) {
        let rows: Vec<(String, &str)> = DEADLINES.iter().enumerate().map(|(nth, (words, _))| (format!("{}", nth + 1), *words)).collect();
        let rows: Vec<(&str, &str)> = rows.iter().map(|(tt, words)| (tt.as_str(), *words)).collect();
        let mut desk = Desk::empty();
        let mut draft = plan(&rows);
        draft.rows[SHARED].lead = format!("{}; {}", UNITS[0], UNITS[1]);
        desk.ledger.keep_plan(&draft, &tests::on("2026-01-01")).unwrap();
        let tasks: Vec<i64> = rows.iter().map(|(tt, _)| desk.task(tt)).collect();
        let quarters: Vec<i64> = desk.ledger.task_view(tasks[RECURRING], day("2026-06-01")).unwrap().occurrences.iter().map(|one| one.id).collect();
        let mut kept: Vec<(Noted, bool)> = Vec::new();
        let mut entries: Vec<i64> = Vec::new();
        let mut replaced_by: Vec<Option<usize>> = Vec::new();
        for one in history {
            // A correction stays with the task, the occurrence and the unit of what it corrects; what was
            // replaced already is left alone.
            let corrects = one.corrects.filter(|nth| *nth < kept.len() && !kept[*nth].1);
            let (task, occurrence, unit) = corrects.map_or((one.task, one.occurrence, one.unit), |nth| {
                let before = &kept[nth].0;
                (before.task, before.occurrence, before.unit)
            });
            let moment = after_new_year(one.recorded).and_hms_opt(10, 0, 0).unwrap();
            let draft = ProgressDraft {
                tasks: vec![tasks[task]],
                state: one.state.into(),
                day: after_new_year(one.happened).to_string(),
                new_last: after_new_year(one.extension).to_string(),
                reason: "theo văn bản".into(),
                corrects: corrects.map(|nth| entries[nth]),
                occurrence: (task == RECURRING).then(|| quarters[occurrence]),
                unit: UNITS[unit].into(),
                ..ProgressDraft::default()
            };
            let written = desk.ledger.record_progress(&draft, &Stamp { moment, person: "Lan".into(), seed: 3 }).unwrap();
            entries.push(written.thing.unwrap());
            if let Some(nth) = corrects {
                kept[nth].1 = true;
            }
            replaced_by.push(corrects);
            kept.push((Noted { task, occurrence, unit, ..one }, false));
        }
        for _ in 0..undone.min(kept.len()) {
            desk.ledger.undo(&Stamp { moment: morning("2026-12-31"), person: "Lan".into(), seed: 3 }).unwrap();
            kept.pop();
            if let Some(Some(nth)) = replaced_by.pop() {
                kept[nth].1 = false;
            }
        }
        let as_of = after_new_year(asked);
        let window = (after_new_year(opens.min(closes)), after_new_year(opens.max(closes)));
        let id = desk.ledger.plan_view(None, as_of).unwrap().plan.unwrap().id;
        for scope in [Scope::SinceStart, Scope::DoneWithin, Scope::DueWithin] {
            let view = desk.ledger.statistics(id, scope, as_of, Some(window)).unwrap();
            let counts = view.counts;
            let count = |state: &str| (0..DEADLINES.len()).filter(|task| expected(&kept, *task, as_of, scope, window) == Some(state)).count() as u32;
            let wanted = ["done_on_time", "done_late", "overdue", "in_progress", "not_started", "stopped"].map(count);
            let got = [counts.done_on_time, counts.done_late, counts.overdue, counts.in_progress, counts.not_started, counts.stopped];
            prop_assert_eq!(got, wanted, "{:?} {} {:?} {:?}", scope, as_of, window, kept);
            prop_assert_eq!(counts.total, got.iter().sum::<u32>());
            prop_assert_eq!(counts.total, view.by_group.iter().map(|one| one.counts.total).sum::<u32>());
            prop_assert_eq!(counts.total as usize, view.rows.len());
            if scope == Scope::SinceStart {
                prop_assert_eq!(counts, desk.ledger.status(as_of, None, None, Level::Above).unwrap().plan);
                prop_assert_eq!(&view.by_group, &desk.ledger.plan_view(None, as_of).unwrap().groups);
                prop_assert_eq!(Some(view), desk.ledger.overview(as_of).unwrap().statistics, "the first screen counts as the statistics do");
            }
        }
    }
}

/// So many histories; `PROPTEST_CASES` asks for another number.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

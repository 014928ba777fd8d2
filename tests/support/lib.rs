//! What the acceptance tests share: an officer at a desk with a ledger of her own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "a test stops loudly")]

pub mod judge;
pub mod papers;

use chrono::{NaiveDate, NaiveDateTime};
use ledger::deadline::{self, Before, Span};
use ledger::view::{DraftRow, Id, NewOffice, PlanDraft, ProgressDraft};
use ledger::{Ledger, Result, Stamp};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A day from `2026-08-05`.
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Nine in the morning of a day.
pub fn morning(text: &str) -> NaiveDateTime {
    day(text).and_hms_opt(9, 0, 0).unwrap_or_default()
}

/// The stamp of an action on a day, by the officer of the tests.
pub fn on(text: &str) -> Stamp {
    Stamp { moment: morning(text), person: "Nguyễn Thị Lan".into(), seed: 1 }
}

/// A ledger in a folder of its own, gone when dropped.
pub struct Desk {
    folder: TempDir,
    /// The open ledger.
    pub ledger: Ledger,
}

impl Desk {
    /// An empty ledger.
    pub fn empty() -> Desk {
        let folder = TempDir::new().unwrap_or_else(|error| panic!("no temporary folder: {error}"));
        let ledger = Ledger::open(folder.path(), &on("2026-01-05")).unwrap_or_else(|error| panic!("{error}"));
        Desk { folder, ledger }
    }

    /// A ledger with an office, a signer and a plan for 2026 of the given rows: TT, deadline.
    pub fn with_plan(rows: &[(&str, &str)]) -> Desk {
        let mut desk = Desk::empty();
        let office = NewOffice {
            level: "Xã".into(),
            name: "Lam Khê".into(),
            province: "Thành phố Hải Phòng".into(),
            signer: "Trần Minh Khang".into(),
            ..NewOffice::default()
        };
        desk.ledger.create_office(&office, &on("2026-01-05")).unwrap_or_else(|error| panic!("{error}"));
        desk.ledger.keep_plan(&plan(rows), &on("2026-01-05")).unwrap_or_else(|error| panic!("{error}"));
        desk
    }

    /// The folder of the ledger.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Closes the ledger and opens it again, as tomorrow's start does.
    pub fn reopened(self, stamp: &Stamp) -> Result<Desk> {
        let Desk { folder, ledger } = self;
        drop(ledger);
        // A judge that another test starts just now holds every open file, the lock too, until it has begun.
        let tries = std::iter::repeat_n(std::time::Duration::from_millis(20), 250);
        for pause in tries {
            match Ledger::open(folder.path(), stamp) {
                Err(error) if error.code() == "ledger-in-use" => std::thread::sleep(pause),
                opened => return Ok(Desk { folder, ledger: opened? }),
            }
        }
        Ok(Desk { ledger: Ledger::open(folder.path(), stamp)?, folder })
    }

    /// Closes the ledger; its folder stays until the answer is dropped.
    pub fn closed(self) -> TempDir {
        self.folder
    }

    /// The task with a TT in the plan.
    pub fn task(&self, tt: &str) -> Id {
        let view = self.ledger.plan_view(None, day("2026-06-01")).unwrap_or_else(|error| panic!("{error}"));
        view.tasks.iter().find(|row| row.tt == tt).unwrap_or_else(|| panic!("no TT {tt}")).id
    }

    /// Notes a state for a task, as happened on a day, recorded the same day.
    pub fn note(&mut self, tt: &str, state: &str, happened: &str) -> Id {
        let draft = ProgressDraft {
            tasks: vec![self.task(tt)],
            state: state.into(),
            day: happened.into(),
            reason: "không phát sinh".into(),
            ..ProgressDraft::default()
        };
        let written = self.ledger.record_progress(&draft, &on(happened)).unwrap_or_else(|error| panic!("{error}"));
        written.thing.unwrap_or_default()
    }

    /// The counts of the plan on a day, as `total = on time + late + overdue + in progress + not started + stopped`.
    pub fn counts(&self, as_of: &str) -> String {
        let counts = self.ledger.status(day(as_of), None, None, ledger::Level::Above).unwrap_or_else(|error| panic!("{error}")).plan;
        format!(
            "{} = {} + {} + {} + {} + {} + {}",
            counts.total, counts.done_on_time, counts.done_late, counts.overdue, counts.in_progress, counts.not_started, counts.stopped
        )
    }
}

/// A plan draft for 2026 with one group.
pub fn plan(rows: &[(&str, &str)]) -> PlanDraft {
    let span = Span { first: day("2026-01-01"), last: day("2026-12-31") };
    let rows = rows.iter().map(|(tt, words)| {
        let deadline = deadline::read(words, span, Before::default());
        DraftRow {
            group_roman: "I".into(),
            group_name: "Chỉ đạo, điều hành".into(),
            tt: (*tt).into(),
            content: format!("Nhiệm vụ số {tt}"),
            lead: "Phòng Văn hóa - Xã hội".into(),
            coordinating: "Các phòng, đơn vị".into(),
            deadline_text: (*words).into(),
            product: "Báo cáo".into(),
            deadline_hint: deadline::hint(&deadline),
            deadline,
            warnings: Vec::new(),
            answered_last: None,
        }
    });
    PlanDraft {
        source: "thử.docx".into(),
        title: "Kế hoạch cải cách hành chính năm 2026".into(),
        from: span.first,
        to: span.last,
        rows: rows.collect(),
        warnings: Vec::new(),
    }
}

/// The folder of shared material, or `None` with one printed line.
pub fn shared(what: &str) -> Option<PathBuf> {
    let folder = std::env::var_os("SHARED").map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared"), PathBuf::from);
    let path = folder.join(what);
    if path.exists() {
        Some(path)
    } else {
        eprintln!("skipped: {} is not here", path.display());
        None
    }
}

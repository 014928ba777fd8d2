//! Statistics as of a day: the plan and the assigned tasks, for the screen and for the forms.

use crate::plan::Which;
use crate::progress::{Entry, Facts, Noted, Standing, tally, tally_assigned};
use crate::view::{AssignedCounts, Counts, Id};
use crate::{Ledger, Result};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

/// The statistics of a day, as the command line prints them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Status {
    /// The day they speak of.
    pub as_of: NaiveDate,
    /// The main plan whose period holds the day; zeros when there is none.
    pub plan: Counts,
    /// Assigned tasks of one level.
    pub assigned: AssignedCounts,
}

/// Who gave an assigned task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Level {
    /// Cấp trên giao.
    #[default]
    Above,
    /// Xã giao các phòng.
    Own,
}

impl Level {
    /// The level of a word; `None` for another word.
    pub fn parse(word: &str) -> Option<Level> {
        [Level::Above, Level::Own].into_iter().find(|level| level.name() == word)
    }

    /// The word kept in the ledger.
    pub fn name(self) -> &'static str {
        match self {
            Level::Above => "above",
            Level::Own => "own",
        }
    }
}

impl Ledger {
    /// Counts rows of the appendix and assigned tasks by their state on a day.
    ///
    /// `plan`: the main one whose period holds the day unless given. `from`: assigned tasks finished
    /// before it are left out; by default 1 January of the day's year.
    pub fn status(&self, as_of: NaiveDate, from: Option<NaiveDate>, plan: Option<Id>, level: Level) -> Result<Status> {
        let plan = match plan {
            Some(id) => Some(self.plan(id)?),
            None => self.main_plan_on(as_of)?,
        };
        let plan = match plan {
            Some(plan) => {
                let facts = self.plan_facts(plan.id, as_of)?;
                tally(&facts.standings(as_of))
            }
            None => Counts::default(),
        };
        Ok(Status { as_of, plan, assigned: self.assigned_counts(level, from, as_of)? })
    }

    /// The rows of a plan in force on a day, with all that was noted of them.
    pub(crate) fn plan_facts(&self, plan: Id, day: NaiveDate) -> Result<Facts> {
        self.facts(self.tasks(Which::Plan(plan, day))?)
    }

    /// The same with the words of every entry.
    pub(crate) fn told_plan_facts(&self, plan: Id, day: NaiveDate) -> Result<Facts<Entry>> {
        self.told_facts(self.tasks(Which::Plan(plan, day))?)
    }

    /// Assigned tasks of a level that count on a day.
    pub(crate) fn assigned_counts(&self, level: Level, from: Option<NaiveDate>, day: NaiveDate) -> Result<AssignedCounts> {
        let from = from.or_else(|| NaiveDate::from_ymd_opt(day.year(), 1, 1)).unwrap_or(day);
        Ok(tally_assigned(&self.assigned_facts(level, day)?, from, day))
    }

    /// Assigned tasks of a level given by a day.
    pub(crate) fn assigned_facts(&self, level: Level, day: NaiveDate) -> Result<Facts> {
        self.facts(self.tasks(Which::Assigned(level.name(), day))?)
    }
}

impl<E: Noted> Facts<E> {
    /// Where each task stands on a day, in order.
    pub(crate) fn standings(&self, day: NaiveDate) -> Vec<Standing> {
        self.tasks.iter().map(|task| Standing::of_row(self, task, day)).collect()
    }
}

//! Progress is a log, only added to: what happened to a task, on which day, by which paper.

mod facts;
mod history;
mod rows;
mod state;

pub(crate) use facts::{Facts, Mark, Noted, Occurrence};
pub(crate) use rows::Entry;
pub(crate) use state::{Standing, tally, tally_assigned};

use crate::change::{Done, Door};
use crate::plan::Task;
use crate::view::{Id, ProgressDraft, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use chrono::NaiveDate;

/// What an entry says happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    NotStarted,
    InProgress,
    Done,
    Stopped,
    /// Gia hạn: a new last day, no state of its own.
    Extended,
}

impl Said {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Said::NotStarted => "not-started",
            Said::InProgress => "in-progress",
            Said::Done => "done",
            Said::Stopped => "stopped",
            Said::Extended => "extended",
        }
    }

    pub(crate) fn parse(name: &str) -> Result<Said> {
        [Said::NotStarted, Said::InProgress, Said::Done, Said::Stopped, Said::Extended]
            .into_iter()
            .find(|said| said.name() == name)
            .ok_or_else(|| Problem::BadState(name.to_owned()).into())
    }

    fn words(self) -> &'static str {
        match self {
            Said::NotStarted => "chưa triển khai",
            Said::InProgress => "đang thực hiện",
            Said::Done => "hoàn thành",
            Said::Stopped => "không thực hiện",
            Said::Extended => "gia hạn",
        }
    }
}

/// Entries that were checked and wait to be written.
pub(crate) struct Prepared {
    entries: Vec<Entry>,
    documents: Vec<Id>,
    summary: String,
}

impl Prepared {
    /// Writes the entries with the documents they cite; answers the last.
    pub(crate) fn write(&self, door: &mut Door) -> Result<Option<Id>> {
        let mut last = None;
        for entry in &self.entries {
            let made = door.make_entry(entry)?;
            for document in &self.documents {
                door.cite(*document, made)?;
            }
            last = Some(made);
        }
        Ok(last)
    }
}

impl Ledger {
    /// Notes what happened, for one task or several, in one change.
    ///
    /// A correction replaces the entry it names and stays with that entry's occurrence. For a
    /// recurring task the entry goes to the occurrence whose period holds the day, else to the
    /// earliest open one. Errors: no such day, a day still to come, an unknown state, percent over
    /// 100, an extension without its new last day, a stop without a reason.
    pub fn record_progress(&mut self, draft: &ProgressDraft, stamp: &Stamp) -> Result<Written> {
        let prepared = self.prepare_progress(draft, stamp)?;
        self.write(stamp, "record-progress", |door| {
            let last = prepared.write(door)?;
            Ok(Done::new(last, prepared.summary.clone()))
        })
    }

    /// Checks what is to be noted and makes its entries; see [`Ledger::record_progress`].
    pub(crate) fn prepare_progress(&self, draft: &ProgressDraft, stamp: &Stamp) -> Result<Prepared> {
        let said = Said::parse(&draft.state)?;
        let day = viet::typed_day(&draft.day, stamp.today())?;
        if day > stamp.today() {
            return Err(Problem::DayInFuture { day, today: stamp.today() }.into());
        }
        if draft.percent.is_some_and(|percent| percent > 100) {
            return Err(Problem::BadPercent.into());
        }
        let new_last = match said {
            Said::Extended if draft.new_last.trim().is_empty() => return Err(Problem::Empty("Hạn mới").into()),
            Said::Extended => Some(viet::typed_day(&draft.new_last, stamp.today())?),
            _ => None,
        };
        let reason = viet::nfc(draft.reason.trim());
        if said == Said::Stopped && reason.is_empty() && draft.note.trim().is_empty() {
            return Err(Problem::Empty("Lý do không thực hiện").into());
        }
        let corrected = draft.corrects.map(|entry| self.entry(entry)).transpose()?;
        let replaced = |entry: &Entry| Ok::<bool, crate::Error>(self.facts_of(self.task(entry.task)?)?.is_superseded(entry.id));
        if corrected.as_ref().map(replaced).transpose()? == Some(true) {
            return Err(Problem::AlreadyCorrected.into());
        }
        let tasks = match &corrected {
            Some(entry) => vec![entry.task],
            None => draft.tasks.clone(),
        };
        if tasks.is_empty() {
            return Err(Problem::Empty("Nhiệm vụ cần ghi tiến độ").into());
        }
        let unit = viet::nfc(draft.unit.trim());
        for document in &draft.documents {
            self.document(*document)?;
        }
        let mut entries = Vec::new();
        let mut names = Vec::new();
        let mut doubts = String::new();
        for task in tasks {
            let task = self.task(task)?;
            let occurrence = match (&corrected, draft.occurrence) {
                (Some(entry), _) => entry.occurrence,
                (None, Some(occurrence)) => Some(occurrence),
                (None, None) => self.occurrence_for(&task, said, day)?,
            };
            if !unit.is_empty() && !task.words.lead_units().contains(&unit) {
                return Err(Problem::NotFound("đơn vị chủ trì").into());
            }
            names.push(task.words.tt.clone());
            if let Some(new_last) = new_last
                && let Some(last) = self.last_now(&task, occurrence, day)?.filter(|last| new_last < *last)
            {
                let (new, old) = (viet::day_screen(new_last), viet::day_screen(last));
                doubts += &format!("; TT {}: hạn mới {new} sớm hơn hạn đang có {old}, hãy xem lại ngày", task.words.tt);
            }
            let mark = Mark {
                id: 0,
                task: task.id,
                occurrence,
                day,
                said,
                percent: draft.percent,
                new_last,
                counts: draft.counts.unwrap_or(true),
                unit: unit.clone(),
                corrects: draft.corrects,
                change: 0,
            };
            let (note, evidence) = (viet::nfc(draft.note.trim()), viet::nfc(draft.evidence.trim()));
            entries.push(Entry { mark, note, evidence, reason: reason.clone(), moment: stamp.moment, person: String::new() });
        }
        let what = if corrected.is_some() { "Sửa mục tiến độ" } else { "Ghi tiến độ" };
        let summary = format!("{what} TT {}: {}, ngày {}", names.join(", "), said.words(), viet::day_screen(day));
        Ok(Prepared { entries, documents: draft.documents.clone(), summary: summary + &doubts })
    }

    /// The last day in force of a row, or of one of its occurrences, on a day.
    fn last_now(&self, task: &Task, occurrence: Option<Id>, day: NaiveDate) -> Result<Option<NaiveDate>> {
        let facts = self.facts_of(task.clone())?;
        let one = facts.occurrences(task.id).iter().find(|one| Some(one.id) == occurrence);
        let standing = one.map_or_else(|| Standing::of_row(&facts, task, day), |one| Standing::of_occurrence(&facts, task, one, day));
        Ok(standing.last)
    }

    /// The occurrence an entry goes to when the officer names none.
    fn occurrence_for(&self, task: &Task, said: Said, day: NaiveDate) -> Result<Option<Id>> {
        // A whole recurring row is stopped at once, unless an occurrence is named.
        if said == Said::Stopped || task.words.deadline.occurrences.is_empty() {
            return Ok(None);
        }
        let facts = self.facts_of(task.clone())?;
        let occurrences = facts.occurrences(task.id);
        if let Some(holding) = occurrences.iter().find(|occurrence| occurrence.first <= day && day <= occurrence.last) {
            return Ok(Some(holding.id));
        }
        let open = occurrences.iter().find(|occurrence| !Standing::of_occurrence(&facts, task, occurrence, day).is_settled());
        Ok(open.or(occurrences.last()).map(|occurrence| occurrence.id))
    }
}

//! Deadlines so many days after an event: counted from its day, over the office's working days.

use super::read::of_kept;
use super::{Task, TaskWords, Which};
use crate::days_off::Calendar;
use crate::deadline::{self, After, Before, Deadline, Kind, Span};
use crate::viet::day_screen;
use crate::view::{Id, Note};
use crate::{Ledger, Result};
use chrono::{Datelike, NaiveDate};

/// What the words of a deadline mean in this office: "trước ngày N", and its days off.
#[derive(Debug, Clone, Default)]
pub struct Meaning {
    before: Before,
    calendar: Calendar,
}

/// Without the office's own days off: weekends only.
impl From<Before> for Meaning {
    fn from(before: Before) -> Meaning {
        Meaning { before, ..Meaning::default() }
    }
}

impl Meaning {
    /// The same days off, another reading of "trước ngày N".
    pub(crate) fn with(self, before: Before) -> Meaning {
        Meaning { before, ..self }
    }

    /// Reads a deadline; a relative one ends on a day when that of its event is known.
    pub(crate) fn of(&self, words: &str, span: Span, event: Option<NaiveDate>) -> Deadline {
        let deadline = deadline::read(words, span, self.before);
        let last = counted(words, &deadline, event, &self.calendar).or(deadline.last);
        Deadline { last, ..deadline }
    }
}

impl Ledger {
    /// What the words of a deadline mean in this office.
    pub fn meaning(&self) -> Result<Meaning> {
        Ok(Meaning { before: self.before()?, calendar: self.calendar()? })
    }

    /// What is doubtful in each row of a plan.
    pub(super) fn doubts(&self, rows: &[(Option<Id>, &TaskWords)], span: Span) -> Result<Vec<Vec<Note>>> {
        let calendar = self.calendar()?;
        let mut doubts = of_kept(rows, span);
        for (notes, (_, words)) in doubts.iter_mut().zip(rows) {
            notes.extend(unknown_year(words, &calendar));
        }
        Ok(doubts)
    }

    /// The tasks that end on another day by this calendar, with their words then; where the officer
    /// answered the last day, it stays.
    pub(crate) fn counted_by(&self, calendar: &Calendar) -> Result<Vec<(Id, TaskWords)>> {
        let moved = self.tasks(Which::Counted)?.into_iter().filter(|task| task.words.answered_last.is_none()).filter_map(|task| {
            let Task { id, mut words, .. } = task;
            let last = counted(&words.deadline_words, &words.deadline, words.event_day, calendar);
            (last != words.deadline.last).then(|| {
                words.deadline.last = last;
                (id, words)
            })
        });
        Ok(moved.collect())
    }
}

fn counted(words: &str, deadline: &Deadline, event: Option<NaiveDate>, calendar: &Calendar) -> Option<NaiveDate> {
    let after = Some(words).filter(|_| deadline.kind == Kind::Relative).and_then(After::read)?;
    after.last(event.or(after.event)?, |day| calendar.is_working(day))
}

/// Working days counted in a year whose days off nobody entered yet: weekends only.
fn unknown_year(words: &TaskWords, calendar: &Calendar) -> Option<Note> {
    let last = words.deadline.last.filter(|_| words.deadline.kind == Kind::Relative && words.answered_last.is_none())?;
    let working = After::read(&words.deadline_words).is_some_and(|after| after.is_working());
    (working && !calendar.knows(last.year())).then(|| Note {
        code: "days-off-unknown".to_owned(),
        sentence: format!(
            "Chưa có ngày nghỉ lễ, Tết năm {}: hạn {} mới trừ thứ Bảy, Chủ nhật. Ghi ngày nghỉ ở Cài đặt thì hạn được tính lại.",
            last.year(),
            day_screen(last)
        ),
    })
}

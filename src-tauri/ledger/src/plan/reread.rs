//! Deadlines read again, all at once: in another period, or by another meaning of "trước ngày N".

use super::rows::{Task, TaskWords};
use super::{Meaning, Which, lost_periods};
use crate::change::Door;
use crate::deadline::Span;
use crate::status::Level;
use crate::view::Id;
use crate::{Ledger, Result};
use chrono::NaiveDate;

/// A row whose deadline means other days when it is read again.
pub(crate) struct Reread {
    task: Id,
    words: TaskWords,
    renew: bool,
}

impl Reread {
    fn of(task: Task, period: Span, meaning: &Meaning) -> Option<Reread> {
        let meant = meaning.of(&task.words.deadline_words, period, task.words.event_day);
        let words = TaskWords { deadline: meant, ..task.words.clone() }.in_force(task.from, &task.words);
        let renew = words.deadline.occurrences != task.words.deadline.occurrences;
        (words != task.words).then_some(Reread { task: task.id, words, renew })
    }
}

impl Door<'_> {
    /// Writes the new days; answers what is to be said of periods that are no more.
    pub(crate) fn write_reread(&mut self, reread: &[Reread]) -> Result<String> {
        let mut lost = 0;
        for one in reread {
            self.amend_task(one.task, &one.words)?;
            if one.renew {
                lost += self.renew_occurrences(one.task, &one.words.deadline)?;
            }
        }
        Ok(lost_periods(lost))
    }
}

impl Ledger {
    /// The rows whose deadline means other days in another period, and whether their occurrences change.
    pub(super) fn reread(&self, plan: Id, period: Span) -> Result<Vec<Reread>> {
        let meaning = self.meaning()?;
        Ok(self.all_tasks(plan)?.into_iter().filter_map(|task| Reread::of(task, period, &meaning)).collect())
    }

    /// The same of all plans and assigned tasks, where the office reads deadlines another way.
    pub(crate) fn reread_all(&self, meaning: &Meaning) -> Result<Vec<Reread>> {
        let always = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
        let mut reread = Vec::new();
        for plan in self.plans()? {
            let tasks = self.all_tasks(plan.id)?.into_iter();
            reread.extend(tasks.filter_map(|task| Reread::of(task, plan.span(), meaning)));
        }
        for level in [Level::Above, Level::Own] {
            let tasks = self.tasks(Which::Assigned(level.name(), always))?.into_iter();
            reread.extend(tasks.filter_map(|task| {
                let alone = task.span_alone();
                Reread::of(task, alone, meaning)
            }));
        }
        Ok(reread)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::deadline::{Before, read};

    #[test]
    fn an_edit_of_another_column_reads_no_deadline_anew() {
        let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
        let words = |text: &str, product: &str, before| TaskWords {
            deadline_words: text.to_owned(),
            deadline: read(text, Span { first: day(1, 1), last: day(12, 31) }, before),
            product: product.to_owned(),
            ..TaskWords::default()
        };
        let kept = words("Trước ngày 15/3", "Báo cáo", Before::Inclusive);
        let last = |new: TaskWords| new.with_days(&kept).deadline.last;
        assert_eq!(last(words("Trước ngày 15/3", "Tờ trình", Before::Exclusive)), Some(day(3, 15)));
        assert_eq!(last(words("Trước ngày 20/3", "Báo cáo", Before::Exclusive)), Some(day(3, 19)));
        let event = TaskWords { event_day: Some(day(2, 1)), ..words("Trước ngày 15/3", "Báo cáo", Before::Exclusive) };
        assert_eq!(last(event), Some(day(3, 14)), "another event is another count");
    }
}

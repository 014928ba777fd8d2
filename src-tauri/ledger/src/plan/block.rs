//! Several cells or rows at once: what is pasted, filled down, cleared, taken out.

use super::lost_periods;
use super::rows::TaskWords;
use crate::change::Done;
use crate::view::{FreshRows, Id, TaskEdit, Written};
use crate::{Ledger, Problem, Result, Stamp};

impl Ledger {
    /// Writes the words of several rows of a plan and adds new ones below, in one change.
    ///
    /// Errors: nothing to write; a row of another plan; an edited row left without content; a day
    /// that does not exist.
    pub fn write_cells(&mut self, plan: Id, edits: &[TaskEdit], fresh: Option<&FreshRows>, stamp: &Stamp) -> Result<Written> {
        let mut edited: Vec<(Id, TaskWords, TaskWords)> = Vec::new();
        for edit in edits {
            let kept = self.task(edit.task)?;
            if kept.plan != Some(plan) {
                return Err(Problem::NotFound("nhiệm vụ").into());
            }
            let words = self
                .task_words(plan, &edit.draft, stamp)?
                .with_own_day(&edit.draft, &kept.words)
                .with_days(&kept.words)
                .in_force(kept.from, &kept.words);
            edited.push((edit.task, kept.words, words));
        }
        edited.retain(|(_, kept, words)| kept != words);
        let mut added = Vec::new();
        let mut place = None;
        if let Some(fresh) = fresh.filter(|fresh| !fresh.rows.is_empty()) {
            for draft in &fresh.rows {
                added.push(self.task_words(plan, draft, stamp)?);
            }
            place = Some((fresh.group, self.position_after(plan, fresh.group, fresh.after)?));
        }
        let summary = match (edited.as_slice(), added.len()) {
            ([], 0) => "Không có ô nào thay đổi".to_owned(),
            ([(_, _, words)], 0) => format!("Sửa nhiệm vụ TT {}", words.tt),
            (edited, 0) => format!("Sửa {} nhiệm vụ", edited.len()),
            ([], rows) => format!("Dán thêm {rows} nhiệm vụ"),
            (edited, rows) => format!("Sửa {} nhiệm vụ, dán thêm {rows}", edited.len()),
        };
        self.write(stamp, "write-cells", |door| {
            let mut lost = 0;
            for (task, kept, words) in &edited {
                door.amend_task(*task, words)?;
                if words.deadline.occurrences != kept.deadline.occurrences {
                    lost += door.renew_occurrences(*task, &words.deadline)?;
                }
            }
            let mut last = None;
            if let Some((group, mut position)) = place {
                for words in &added {
                    door.make_room(plan, position)?;
                    last = Some(door.make_plan_task(plan, group, words, position)?);
                    position += 1;
                }
            }
            Ok(Done::new(last, summary + &lost_periods(lost)))
        })
    }

    /// Takes several rows out in one change; their progress comes back with undo.
    pub fn remove_tasks(&mut self, tasks: &[Id], stamp: &Stamp) -> Result<Written> {
        if tasks.is_empty() {
            return Err(Problem::Empty("Các dòng cần bỏ").into());
        }
        let mut names = Vec::new();
        for task in tasks {
            names.push(self.task(*task)?.words.tt);
        }
        self.write(stamp, "remove-tasks", |door| {
            for task in tasks {
                door.end_task(*task)?;
            }
            let shown = if names.len() > 8 { format!("{} nhiệm vụ", names.len()) } else { format!("nhiệm vụ TT {}", names.join(", ")) };
            Ok(Done::new(None, format!("Bỏ {shown}")))
        })
    }
}

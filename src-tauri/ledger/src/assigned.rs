//! Nhiệm vụ được giao: tasks that a document gives, from above or by the commune to its units.

use crate::change::Done;
use crate::office::required;
use crate::plan::{Giving, Task, TaskWords, Which, lost_periods, task_row};
use crate::progress::Standing;
use crate::status::Level;
use crate::viet::{self, count_sentence};
use crate::view::{AssignedCounts, AssignedForm, AssignedRow, AssignedView, Id, LinkRow, TaskDraft, Written};
use crate::{Ledger, Problem, Result, Stamp};
use chrono::{Datelike, NaiveDate};

impl Ledger {
    /// The assigned tasks of a level on a day; `from` is 1 January of its year unless given.
    pub fn assigned_view(&self, level: Level, as_of: NaiveDate, from: Option<NaiveDate>) -> Result<AssignedView> {
        let from = from.or_else(|| NaiveDate::from_ymd_opt(as_of.year(), 1, 1)).unwrap_or(as_of);
        let facts = self.assigned_facts(level, as_of)?;
        let before = from.pred_opt().unwrap_or(from);
        let counts = self.assigned_counts(level, Some(from), as_of)?;
        let names = self.unit_names(&facts)?;
        let mut rows = Vec::new();
        let mut givers: Vec<String> = Vec::new();
        for task in &facts.tasks {
            let gift = self.gift(task.id)?;
            let standing = Standing::of_row(&facts, task, as_of);
            let given = task.given.unwrap_or(as_of);
            let settled_before = given < from && Standing::of_row(&facts, task, before).is_settled();
            if !gift.giver.is_empty() && !givers.contains(&gift.giver) {
                givers.push(gift.giver.clone());
            }
            rows.push(AssignedRow {
                row: task_row(&facts, task, &standing, &names, Vec::new(), as_of),
                given,
                giver: gift.giver,
                document: gift.document,
                document_id: self.giving_document(task.id)?.map(|(_, document)| document),
                linked: task.linked.map(|id| self.link_row(id)).transpose()?.flatten(),
                carried: given < from && !settled_before,
                counted: !settled_before && standing.counts,
            });
        }
        let mut plan_rows = Vec::new();
        for plan in self.plans()?.into_iter().filter(|plan| plan.from <= as_of && as_of <= plan.to) {
            let tasks = self.tasks(Which::Plan(plan.id, as_of))?;
            plan_rows.extend(tasks.into_iter().map(|task| LinkRow { id: task.id, tt: task.words.tt, content: task.words.content }));
        }
        let mut units = self.units_offered(as_of)?;
        let known = self.units()?;
        for unit in rows.iter().flat_map(|one| &one.row.units) {
            if !units.contains(unit) && !known.iter().any(|kept| kept.name == *unit) {
                units.push(unit.clone());
            }
        }
        Ok(AssignedView { level: level.name().to_owned(), as_of, from, counts, sentence: sentence(&counts), rows, givers, plan_rows, units })
    }

    /// Adds an assigned task, or gives one new words. Its progress stays with it.
    ///
    /// Errors: no content; a level that is none; a giving day that does not exist or is to come.
    pub fn keep_assigned(&mut self, form: &AssignedForm, stamp: &Stamp) -> Result<Written> {
        let level = Level::parse(&form.level).ok_or(Problem::NotFound("cấp giao"))?;
        let given = viet::typed_day(&form.given, stamp.today())?;
        if given > stamp.today() {
            return Err(Problem::DayInFuture { day: given, today: stamp.today() }.into());
        }
        required("Nội dung nhiệm vụ", &form.content)?;
        let kept = form.id.map(|id| self.task(id)).transpose()?;
        if kept.as_ref().is_some_and(|task| task.plan.is_some()) {
            return Err(Problem::NotFound("nhiệm vụ được giao").into());
        }
        let linked = form.linked.map(|id| self.task(id)).transpose()?;
        if linked.as_ref().is_some_and(|task| task.plan.is_none()) {
            return Err(Problem::NotFound("dòng kế hoạch").into());
        }
        let document = form.document_id.map(|id| self.document(id)).transpose()?;
        let cited = form.id.map(|id| self.giving_document(id)).transpose()?.flatten();
        let tt = match form.tt.trim() {
            "" => self.next_assigned(level)?,
            typed => typed.to_owned(),
        };
        let draft = TaskDraft {
            tt,
            content: form.content.clone(),
            lead: form.lead.clone(),
            coordinating: form.coordinating.clone(),
            deadline_text: form.deadline_text.clone(),
            product: form.product.clone(),
            answered_last: form.answered_last.clone(),
            event_day: form.event_day.clone(),
            own_day: None,
        };
        let alone = Task { given: Some(given), ..Task::default() };
        let mut words = TaskWords::read(&draft, alone.span_alone(), &self.meaning()?, stamp)?;
        if let Some(task) = &kept {
            words = words.with_own_day(&draft, &task.words);
        }
        let (giver, typed) = (viet::nfc(form.giver.trim()), viet::nfc(form.document.trim()));
        let shown = document.as_ref().map_or(typed, crate::register::Document::beside);
        let linked = linked.map(|task| task.id);
        self.write(stamp, "assign-task", |door| {
            let gift = Giving { level: level.name(), given, giver: &giver, document: &shown, linked };
            let (task, lost) = door.keep_assigned(form.id, &words, &gift)?;
            if cited.map(|(_, id)| id) != form.document_id {
                if let Some((link, _)) = cited {
                    door.end("evidence", link)?;
                }
                if let Some(document) = form.document_id {
                    door.cite(document, task)?;
                }
            }
            let verb = if kept.is_some() { "Sửa" } else { "Ghi" };
            Ok(Done::new(Some(task), format!("{verb} nhiệm vụ được giao số {}: {}{}", words.tt, words.content, lost_periods(lost))))
        })
    }

    /// One more than the largest number of a level.
    fn next_assigned(&self, level: Level) -> Result<String> {
        let always = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
        let largest = self.tasks(Which::Assigned(level.name(), always))?.iter().filter_map(|task| task.words.tt.parse::<u32>().ok()).max();
        Ok((largest.unwrap_or_default() + 1).to_string())
    }

    fn link_row(&self, id: Id) -> Result<Option<LinkRow>> {
        // A row that was taken out of its plan leaves its assigned task alone.
        let found = self.tasks(Which::One(id))?.pop();
        Ok(found.map(|task| LinkRow { id: task.id, tt: task.words.tt, content: task.words.content }))
    }
}

/// The sentence of the form; empty when its rows would not add up.
pub(crate) fn sentence(assigned: &AssignedCounts) -> String {
    let counts = &assigned.counts;
    let doing = counts.in_progress + counts.not_started;
    let sums = counts.total == assigned.with_deadline + assigned.without_deadline
        && counts.total == counts.done_on_time + counts.done_late + counts.overdue + doing + counts.stopped;
    if !sums || counts.total == 0 {
        return String::new();
    }
    let n = |count: u32| format!("{} nhiệm vụ", count_sentence(i64::from(count)));
    let stopped = if counts.stopped > 0 { format!("; không thực hiện {}", n(counts.stopped)) } else { String::new() };
    format!(
        "Tổng số nhiệm vụ được giao: {} (có thời hạn {}, không có thời hạn {}); hoàn thành đúng hạn {}; hoàn thành nhưng quá hạn {}; quá hạn {}; đang thực hiện {}{stopped}.",
        n(counts.total),
        n(assigned.with_deadline),
        n(assigned.without_deadline),
        n(counts.done_on_time),
        n(counts.done_late),
        n(counts.overdue),
        n(doing)
    )
}

//! Kế hoạch sửa đổi, bổ sung: what a new table changes in a kept plan, and making it so from a day on.

use super::keep::Version;
use super::matching::{Row, matched};
use super::rows::{Task, TaskWords};
use super::{STEP, Which};
use crate::change::Done;
use crate::viet::{self, day_screen};
use crate::view::{DifferenceRow, Id, PlanDifference, PlanDraft, TaskDraft, Written};
use crate::{Ledger, Problem, Result, Stamp};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// What the columns are called in a difference; the last is the group.
const NAMES: [&str; 7] = ["số thứ tự", "nội dung", "cơ quan chủ trì", "cơ quan phối hợp", "thời hạn", "sản phẩm", "nhóm"];

impl Ledger {
    /// What a new table would change in the rows of a plan that are in force on a day.
    pub fn plan_difference(&self, plan: Id, draft: &PlanDraft, today: NaiveDate) -> Result<PlanDifference> {
        let brief = self.plan(plan)?;
        let compared = self.compare(plan, draft, today)?;
        let facts = self.facts(compared.kept.iter().map(|(task, _)| task.clone()).collect())?;
        let noted = |task: Id| !facts.entries(task).is_empty();
        let mut rows = Vec::new();
        for (row, found) in draft.rows.iter().zip(&compared.found) {
            let after = TaskDraft::from(row);
            let group = group_of(&row.group_roman, &row.group_name);
            let Some((task, before_group)) = found.and_then(|at| compared.kept.get(at)) else {
                let sentence = format!("TT {}: nhiệm vụ mới.", row.tt);
                rows.push(DifferenceRow {
                    kind: "added".into(),
                    task: None,
                    before: None,
                    after: Some(after),
                    group,
                    columns: Vec::new(),
                    progress: false,
                    sentence,
                });
                continue;
            };
            let before = draft_of(&task.words);
            let columns = columns_that_differ(&before, &after, before_group, &group);
            let kind = if columns.is_empty() { "same" } else { "changed" };
            let sentence = changed_sentence(&before, &after, before_group, &group, &columns);
            rows.push(DifferenceRow {
                kind: kind.into(),
                task: Some(task.id),
                progress: noted(task.id),
                before: Some(before),
                after: Some(after),
                group,
                columns,
                sentence,
            });
        }
        for (at, (task, group)) in compared.kept.iter().enumerate() {
            if !compared.found.contains(&Some(at)) {
                let progress = noted(task.id);
                let beside = if progress { " Tiến độ đã ghi vẫn nằm trong sổ." } else { "" };
                let sentence = format!("TT {}: không còn trong kế hoạch mới.{beside}", task.words.tt);
                let before = Some(draft_of(&task.words));
                rows.push(DifferenceRow {
                    kind: "removed".into(),
                    task: Some(task.id),
                    before,
                    after: None,
                    group: group.clone(),
                    columns: Vec::new(),
                    progress,
                    sentence,
                });
            }
        }
        let count = |kind: &str| u32::try_from(rows.iter().filter(|row| row.kind == kind).count()).unwrap_or(u32::MAX);
        Ok(PlanDifference { plan: brief, same: count("same"), changed: count("changed"), added: count("added"), removed: count("removed"), rows })
    }

    /// Makes a kept plan what a new table says, from a day on, in one change.
    ///
    /// Progress stays with its row. A row whose deadline means other days goes on as another row
    /// from that day, so that statistics of earlier days still see the old one; rows that are gone
    /// end the day before. Errors: no rows; a day that is none, or outside the plan's period.
    pub fn amend_plan(&mut self, plan: Id, draft: &PlanDraft, from: &str, stamp: &Stamp) -> Result<Written> {
        if draft.rows.is_empty() {
            return Err(Problem::NoPlanTable.into());
        }
        let from = viet::typed_day(from, stamp.today())?;
        let brief = self.plan(plan)?;
        if from < brief.from || from > brief.to {
            return Err(Problem::OutsidePlan(from).into());
        }
        let before = from.pred_opt().unwrap_or(from);
        let compared = self.compare(plan, draft, from)?;
        let meaning = self.meaning()?;
        let nothing = TaskWords::default();
        let mut news: Vec<TaskWords> = Vec::new();
        for (row, found) in draft.rows.iter().zip(&compared.found) {
            let mut words = TaskWords::taken_in(&TaskDraft::from(row), brief.span(), &meaning, stamp)?;
            let kept = found.and_then(|at| compared.kept.get(at));
            if let Some((task, _)) = kept {
                words.own_day = task.words.own_day;
                if words.deadline_words == task.words.deadline_words {
                    words.answered_last = words.answered_last.or(task.words.answered_last);
                    words.event_day = task.words.event_day;
                    words.deadline = meaning.of(&words.deadline_words, brief.span(), words.event_day);
                }
            }
            news.push(words.in_force(Some(from), kept.map_or(&nothing, |(task, _)| &task.words)));
        }
        let groups = self.groups(plan)?;
        self.write(stamp, "amend-plan", |door| {
            let mut ids: BTreeMap<String, Id> = groups.iter().map(|group| (viet::fold(&group_of(&group.roman, &group.name)), group.id)).collect();
            let mut next = groups.iter().map(|group| group.position + 1).max().unwrap_or_default();
            let (mut changed, mut added) = (0, 0);
            for ((nth, (row, words)), found) in (0_i64..).zip(draft.rows.iter().zip(&news)).zip(&compared.found) {
                let name = viet::fold(&group_of(&row.group_roman, &row.group_name));
                let group = match ids.get(&name) {
                    Some(id) => *id,
                    None => {
                        let id = door.make_group(plan, &row.group_roman, &row.group_name, next)?;
                        next += 1;
                        ids.insert(name, id);
                        id
                    }
                };
                let position = (nth + 1) * STEP;
                match found.and_then(|at| compared.kept.get(at)) {
                    None => {
                        added += 1;
                        door.make_version(plan, group, words, position, Version { from: Some(from), replaces: None })?;
                    }
                    Some((task, _)) if means_the_same(words, &task.words) => {
                        changed += usize::from(*words != task.words || task.group != Some(group));
                        door.set_row(task, group, words, position)?;
                    }
                    Some((task, _)) => {
                        changed += 1;
                        door.end_force(task.id, before)?;
                        door.make_version(plan, group, words, position, Version { from: Some(from), replaces: Some(task.id) })?;
                    }
                }
            }
            let mut removed = 0;
            for (at, (task, _)) in compared.kept.iter().enumerate() {
                if !compared.found.contains(&Some(at)) {
                    removed += 1;
                    door.end_force(task.id, before)?;
                }
            }
            Ok(Done::new(
                Some(plan),
                format!("Sửa đổi, bổ sung kế hoạch từ {}: {added} nhiệm vụ mới, {changed} thay đổi, {removed} không còn", day_screen(from)),
            ))
        })
    }

    fn compare(&self, plan: Id, draft: &PlanDraft, day: NaiveDate) -> Result<Compared> {
        let names: BTreeMap<Id, String> = self.groups(plan)?.into_iter().map(|group| (group.id, group_of(&group.roman, &group.name))).collect();
        let tasks = self.tasks(Which::Plan(plan, day))?;
        let kept: Vec<(Task, String)> = tasks
            .into_iter()
            .map(|task| {
                let group = task.group.and_then(|group| names.get(&group)).cloned().unwrap_or_default();
                (task, group)
            })
            .collect();
        let olds: Vec<TaskDraft> = kept.iter().map(|(task, _)| draft_of(&task.words)).collect();
        let news: Vec<(String, TaskDraft)> =
            draft.rows.iter().map(|row| (group_of(&row.group_roman, &row.group_name), TaskDraft::from(row))).collect();
        let old_rows: Vec<Row> = kept.iter().zip(&olds).map(|((_, group), words)| Row { group, words }).collect();
        let new_rows: Vec<Row> = news.iter().map(|(group, words)| Row { group, words }).collect();
        let found = matched(&old_rows, &new_rows);
        Ok(Compared { kept, found })
    }
}

/// Kept rows with their groups' names, and for each new row the kept one it is.
struct Compared {
    kept: Vec<(Task, String)>,
    found: Vec<Option<usize>>,
}

/// True when a row may simply get the new words: its days and occurrences stay what they were.
fn means_the_same(new: &TaskWords, old: &TaskWords) -> bool {
    new.last() == old.last() && new.deadline.kind == old.deadline.kind && new.deadline.occurrences == old.deadline.occurrences
}

fn group_of(roman: &str, name: &str) -> String {
    if roman.is_empty() { name.to_owned() } else { format!("{roman}. {name}") }
}

fn draft_of(words: &TaskWords) -> TaskDraft {
    TaskDraft {
        tt: words.tt.clone(),
        content: words.content.clone(),
        lead: words.lead.clone(),
        coordinating: words.coordinating.clone(),
        deadline_text: words.deadline_words.clone(),
        product: words.product.clone(),
        answered_last: words.answered_last.map(day_screen),
        event_day: words.event_day.map(day_screen),
        own_day: None,
    }
}

fn cells(draft: &TaskDraft) -> [&str; 6] {
    [&draft.tt, &draft.content, &draft.lead, &draft.coordinating, &draft.deadline_text, &draft.product]
}

fn columns_that_differ(before: &TaskDraft, after: &TaskDraft, before_group: &str, group: &str) -> Vec<usize> {
    let mut columns: Vec<usize> =
        cells(before).iter().zip(cells(after)).enumerate().filter(|(_, (old, new))| **old != *new).map(|(at, _)| at).collect();
    if viet::fold(before_group) != viet::fold(group) {
        columns.push(6);
    }
    columns
}

/// `TT 4: thời hạn từ “Quý II” thành “Quý III”; sản phẩm từ … thành ….`
fn changed_sentence(before: &TaskDraft, after: &TaskDraft, before_group: &str, group: &str, columns: &[usize]) -> String {
    if columns.is_empty() {
        return format!("TT {}: giữ nguyên.", after.tt);
    }
    let told = columns.iter().filter_map(|column| {
        let (old, new) = match column {
            6 => (before_group, group),
            at => (*cells(before).get(*at)?, *cells(after).get(*at)?),
        };
        let shown = |text: &str| if text.is_empty() { "(trống)".to_owned() } else { format!("“{text}”") };
        Some(format!("{} từ {} thành {}", NAMES.get(*column)?, shown(old), shown(new)))
    });
    format!("TT {}: {}.", after.tt, told.collect::<Vec<_>>().join("; "))
}

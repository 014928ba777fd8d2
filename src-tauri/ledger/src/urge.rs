//! Đôn đốc: what is late or due soon, by lead unit; a list to print, one letter for all, a message for each.

mod letter;

use crate::days_off::Calendar;
use crate::plan::{Task, UnitNames};
use crate::progress::{Facts, Standing};
use crate::status::Level;
use crate::viet::{self, day_paper};
use crate::view::{State, UrgeTask, UrgeUnit, UrgeView};
use crate::{Ledger, Result};
use chrono::{Days, NaiveDate};

impl Ledger {
    /// Open tasks that are overdue, or due within so many days, of the main plan and assigned ones.
    ///
    /// A task is due on its own target day (mốc nội bộ) where that is earlier; a day off is reminded
    /// of on the working day before. A task that several units lead stands with each.
    pub fn urge_view(&self, as_of: NaiveDate, within: u32) -> Result<UrgeView> {
        let mut known: Vec<(bool, Facts)> = Vec::new();
        if let Some(plan) = self.main_plan_on(as_of)? {
            known.push((false, self.plan_facts(plan.id, as_of)?));
        }
        for level in [Level::Above, Level::Own] {
            known.push((true, self.assigned_facts(level, as_of)?));
        }
        let cells = known.iter().flat_map(|(_, facts)| facts.tasks.iter().map(|task| task.words.lead.as_str()));
        let names = UnitNames::of(&self.units()?, cells);
        let calendar = self.calendar()?;
        let mut units: Vec<UrgeUnit> = Vec::new();
        let mut total = 0;
        for (assigned, facts) in &known {
            for task in &facts.tasks {
                let standing = Standing::of_row(facts, task, as_of);
                let Some(urged) = urged(task, &standing, *assigned, &calendar, (as_of, within)) else { continue };
                total += 1;
                let leading = names.leading(&task.words.lead);
                let none = vec![String::new()];
                for unit in if leading.is_empty() { &none } else { &leading } {
                    let at = units.iter().position(|one| one.unit == *unit).unwrap_or_else(|| {
                        units.push(UrgeUnit { unit: unit.clone(), tasks: Vec::new(), message: String::new() });
                        units.len() - 1
                    });
                    if let Some(one) = units.get_mut(at) {
                        one.tasks.push(urged.clone());
                    }
                }
            }
        }
        for unit in &mut units {
            unit.tasks.sort_by_key(|task| (task.due, task.assigned, task.id));
            unit.message = message(unit, as_of);
        }
        units.sort_by(|a, b| a.unit.is_empty().cmp(&b.unit.is_empty()).then_with(|| viet::compare(&a.unit, &b.unit)));
        Ok(UrgeView { as_of, within, total, units })
    }
}

/// A task that is to be urged; `None`: it is settled, has no day, or its day is far.
fn urged(task: &Task, standing: &Standing, assigned: bool, calendar: &Calendar, (as_of, within): (NaiveDate, u32)) -> Option<UrgeTask> {
    if standing.is_settled() {
        return None;
    }
    let own = task.words.own_day.filter(|own| standing.last.is_none_or(|last| *own < last));
    let due = own.or(standing.last)?;
    let remind = calendar.before(due);
    let soon = as_of.checked_add_days(Days::new(u64::from(within)))?;
    let overdue = standing.state == State::Overdue;
    (overdue || remind <= soon).then(|| UrgeTask {
        id: task.id,
        assigned,
        tt: task.words.tt.clone(),
        content: task.words.content.clone(),
        product: task.words.product.clone(),
        deadline_text: task.words.deadline_words.clone(),
        due,
        remind,
        own: own.is_some(),
        overdue,
        days: (due - as_of).num_days(),
    })
}

/// What stands behind a task: `quá hạn 12 ngày`, `còn 5 ngày`, `đến hạn hôm nay`.
fn distance(task: &UrgeTask) -> String {
    match task.days {
        0 => "đến hạn hôm nay".to_owned(),
        days if days > 0 => format!("còn {days} ngày"),
        days if task.overdue => format!("quá hạn {} ngày", -days),
        days => format!("quá mốc nội bộ {} ngày", -days),
    }
}

/// Plain text for a chat: no markup, one task a line.
fn message(unit: &UrgeUnit, as_of: NaiveDate) -> String {
    let to = if unit.unit.is_empty() { "các đơn vị" } else { &unit.unit };
    let line = |task: &UrgeTask| {
        let place = if task.assigned { format!("được giao số {}", task.tt) } else { format!("TT {}", task.tt) };
        format!("- {place}: {} ({} {}, {})", task.content, if task.own { "mốc" } else { "hạn" }, day_paper(task.due), distance(task))
    };
    let mut lines = vec![format!("Kính gửi {to}: đến ngày {}, còn các nhiệm vụ CCHC sau:", day_paper(as_of))];
    for (head, late) in [("Quá hạn:", true), ("Sắp đến hạn:", false)] {
        let some: Vec<String> = unit.tasks.iter().filter(|task| task.overdue == late).map(line).collect();
        if !some.is_empty() {
            lines.push(head.to_owned());
            lines.extend(some);
        }
    }
    lines.push("Đề nghị đơn vị báo kết quả, kèm số và ngày văn bản. Xin cảm ơn.".to_owned());
    lines.join("\n")
}

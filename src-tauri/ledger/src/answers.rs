//! Phiếu cho đơn vị: a workbook for each lead unit, and what it says when it comes back filled in.

mod back;
mod out;

use crate::change::Done;
use crate::plan::UnitNames;
use crate::progress::{Facts, Standing};
use crate::sheet::write::{Line, SheetOut, Value};
use crate::status::Level;
use crate::viet;
use crate::view::{AnswersDraft, Id, UnitAnswers, Written};
use crate::{Ledger, Problem, Result, Stamp};
use chrono::NaiveDate;

/// What a unit chooses from, and the state it means.
const STATES: [(&str, &str); 4] = [("Đã xong", "done"), ("Đang làm", "in-progress"), ("Chưa làm", "not-started"), ("Không thực hiện", "stopped")];

/// What one unit is asked: tasks, plan rows first, then assigned ones; and figures.
struct Asked<'a> {
    unit: String,
    tasks: Vec<(bool, &'a Facts, &'a crate::plan::Task, Standing)>,
    figures: Option<SheetOut>,
}

impl Ledger {
    /// The units that are asked for tasks or figures on a day, and what each answered last.
    pub fn unit_answers(&self, as_of: NaiveDate) -> Result<Vec<UnitAnswers>> {
        let known = self.asked_facts(as_of)?;
        let answers = self.answers()?;
        let units = self.asked(&known, as_of)?.into_iter().map(|asked| {
            let last = answers.iter().find(|(unit, ..)| *unit == asked.unit);
            let figures = figures_of(&asked);
            let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
            UnitAnswers {
                open: count(asked.tasks.iter().filter(|(.., standing)| !standing.is_settled()).count()),
                figures: count(figures.len()),
                told: count(figures.iter().filter(|told| **told).count()),
                unit: asked.unit,
                answered: last.map(|(_, received, _)| *received),
                rows: last.map_or(0, |(.., rows)| *rows),
            }
        });
        Ok(units.collect())
    }

    /// Notes what a unit answered, as the officer looked at it, in one change.
    ///
    /// Rows left out by the officer, without a state, or of tasks that are gone are not noted.
    /// Errors: a row that can't be noted as it stands (no such day, a stop without a reason); nothing to note.
    pub fn keep_answers(&mut self, draft: &AnswersDraft, stamp: &Stamp) -> Result<Written> {
        let mut prepared = Vec::new();
        for row in draft.rows.iter().filter(|row| row.take) {
            let Some(progress) = row.draft() else { continue };
            prepared.push(self.prepare_progress(&progress, stamp)?);
        }
        if prepared.is_empty() {
            return Err(Problem::NothingAnswered.into());
        }
        let rows = i64::try_from(prepared.len()).unwrap_or(i64::MAX);
        let unit = viet::nfc(draft.unit.trim());
        self.write(stamp, "keep-answers", |door| {
            for one in &prepared {
                one.write(door)?;
            }
            let today = stamp.today();
            let file = &draft.source;
            let answer = door.make("answer", &[("unit", &unit), ("asked", &draft.asked), ("received", &today), ("file", file), ("rows", &rows)])?;
            Ok(Done::new(Some(answer), format!("Nhận trả lời của {unit}: {rows} nhiệm vụ")))
        })
    }

    fn asked_facts(&self, as_of: NaiveDate) -> Result<Vec<(bool, Facts)>> {
        let mut known = Vec::new();
        if let Some(plan) = self.main_plan_on(as_of)? {
            known.push((false, self.plan_facts(plan.id, as_of)?));
        }
        for level in [Level::Above, Level::Own] {
            known.push((true, self.assigned_facts(level, as_of)?));
        }
        Ok(known)
    }

    /// Every unit with the tasks it leads and the figures it is asked for, in the order of the alphabet.
    ///
    /// A task given before this year and settled is asked of nobody.
    fn asked<'a>(&self, known: &'a [(bool, Facts)], as_of: NaiveDate) -> Result<Vec<Asked<'a>>> {
        let cells = known.iter().flat_map(|(_, facts)| facts.tasks.iter().map(|task| task.words.lead.as_str()));
        let names = UnitNames::of(&self.units()?, cells);
        let mut units: Vec<Asked> = Vec::new();
        for (assigned, facts) in known {
            for task in &facts.tasks {
                let standing = Standing::of_row(facts, task, as_of);
                if *assigned && standing.is_settled() {
                    continue;
                }
                for unit in names.leading(&task.words.lead) {
                    let at = units.iter().position(|one| one.unit == unit).unwrap_or_else(|| {
                        units.push(Asked { unit, tasks: Vec::new(), figures: None });
                        units.len() - 1
                    });
                    if let Some(one) = units.get_mut(at) {
                        one.tasks.push((*assigned, facts, task, standing));
                    }
                }
            }
        }
        let asked = self.asked_figures(as_of)?;
        for one in &mut units {
            one.figures = asked.for_unit(&one.unit)?;
        }
        // A unit that leads no task may be asked for figures all the same.
        for unit in self.units()?.into_iter().map(|unit| unit.name) {
            if units.iter().all(|one| one.unit != unit)
                && let Some(sheet) = asked.for_unit(&unit)?
            {
                units.push(Asked { unit, tasks: Vec::new(), figures: Some(sheet) });
            }
        }
        units.sort_by(|a, b| viet::compare(&a.unit, &b.unit));
        Ok(units)
    }

    /// Unit, day and rows of each answer, the latest first.
    fn answers(&self) -> Result<Vec<(String, NaiveDate, u32)>> {
        let mut query = self.conn.prepare_cached("SELECT unit, received, rows FROM answer WHERE until IS NULL ORDER BY received DESC, thing DESC")?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?)
    }
}

/// For each figure that is asked of a unit: true when it told it.
fn figures_of(asked: &Asked) -> Vec<bool> {
    let Some(sheet) = &asked.figures else { return Vec::new() };
    let value = sheet.columns.iter().position(|column| column.asked).unwrap_or_default();
    let rows = sheet.lines.iter().filter_map(|line| if let Line::Row(cells) = line { Some(cells) } else { None });
    rows.map(|cells| cells.get(value).is_some_and(|cell| *cell != Value::Blank)).collect()
}

/// A task's TT as its workbook shows it: `GV 7` for an assigned one.
fn shown_tt(assigned: bool, tt: &str) -> String {
    if assigned { format!("GV {tt}").trim_end().to_owned() } else { tt.to_owned() }
}

/// The mark a row is known by when it comes back: `N12`, the thing in this ledger.
fn mark(task: Id) -> String {
    format!("N{task}")
}

//! The plan as a workbook: the columns of the paper, and with the progress those of a day.

use crate::plan::Task;
use crate::progress::{Entry, Facts, Noted, Standing};
use crate::sheet::write::{self, ColumnOut, Line, SheetOut, Value};
use crate::viet::day_screen;
use crate::view::{Id, PlanBrief, State};
use crate::{Ledger, Result};
use chrono::NaiveDate;

impl Ledger {
    /// The plan's appendix as an .xlsx: numbers and days typed, words never formulas.
    ///
    /// With `progress` three columns more: the last day in force, the state on `as_of`, what proves it.
    pub fn plan_workbook(&self, plan: Id, progress: bool, as_of: NaiveDate) -> Result<Vec<u8>> {
        let plan = self.plan(plan)?;
        let facts = self.told_plan_facts(plan.id, as_of)?;
        let mut above = vec![plan.title.to_uppercase()];
        if progress {
            above.push(format!("(Tiến độ tính đến ngày {})", day_screen(as_of)));
        }
        let lines = self.plan_lines(&plan, &facts, |task| if progress { progress_cells(task, &facts, as_of) } else { Vec::new() })?;
        let columns = columns(progress);
        write::bytes(&[SheetOut { name: "Kế hoạch".to_owned(), above, columns, lines }], as_of)
    }

    /// Group rows and rows of a plan, each with further cells.
    pub(crate) fn plan_lines<E: Noted>(&self, plan: &PlanBrief, facts: &Facts<E>, more: impl Fn(&Task) -> Vec<Value>) -> Result<Vec<Line>> {
        let mut lines = Vec::new();
        for group in self.groups(plan.id)? {
            let mut tasks = facts.tasks.iter().filter(|task| task.group == Some(group.id)).peekable();
            if tasks.peek().is_none() {
                continue;
            }
            let name = if group.roman.is_empty() { group.name } else { format!("{}. {}", group.roman, group.name) };
            if !name.is_empty() {
                lines.push(Line::Group(name));
            }
            lines.extend(tasks.map(|task| {
                let words = &task.words;
                let texts = [&words.content, &words.lead, &words.coordinating, &words.deadline_words, &words.product];
                let mut cells = vec![Value::counted(&words.tt)];
                cells.extend(texts.map(|text| Value::Text(text.clone())));
                cells.extend(more(task));
                Line::Row(cells)
            }));
        }
        Ok(lines)
    }
}

/// The columns of the paper, and those of the progress.
pub(crate) fn columns(progress: bool) -> Vec<ColumnOut> {
    let column = |head: &str, width: f64, centered: bool| ColumnOut { head: head.to_owned(), width, centered, ..ColumnOut::default() };
    let mut columns = vec![
        column("TT", 6.0, true),
        column("Nội dung công việc", 48.0, false),
        column("Cơ quan chủ trì", 20.0, false),
        column("Cơ quan phối hợp", 20.0, false),
        column("Thời gian thực hiện/hoàn thành", 18.0, false),
        column("Sản phẩm", 24.0, false),
    ];
    if progress {
        columns.extend([
            column("Hạn", 12.0, true),
            column("Tình trạng", 18.0, false),
            column("Ngày", 12.0, true),
            column("Ghi chú, tài liệu kiểm chứng", 36.0, false),
        ]);
    }
    columns
}

fn progress_cells(task: &Task, facts: &Facts<Entry>, day: NaiveDate) -> Vec<Value> {
    let standing = Standing::of_row(facts, task, day);
    let ruling = facts.entries(task.id).iter().rfind(|entry| entry.day <= day && !facts.is_superseded(entry.id) && Some(entry.day) == standing.since);
    let noted = ruling.map(|entry| {
        let texts = [entry.reason.clone(), entry.note.clone(), facts.proof(entry)];
        texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ")
    });
    let last = standing.last.or_else(|| task.words.last());
    vec![
        last.map_or(Value::Blank, Value::Day),
        Value::Text(state_words(standing.state).to_owned()),
        standing.since.map_or(Value::Blank, Value::Day),
        noted.filter(|text| !text.is_empty()).map_or(Value::Blank, Value::Text),
    ]
}

/// The state as the forms call it.
pub(crate) fn state_words(state: State) -> &'static str {
    match state {
        State::DoneOnTime => "Hoàn thành đúng hạn",
        State::DoneLate => "Hoàn thành, quá hạn",
        State::Overdue => "Quá hạn",
        State::InProgress => "Đang thực hiện",
        State::NotStarted => "Chưa triển khai",
        State::Stopped => "Không thực hiện",
    }
}

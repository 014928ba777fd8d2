//! The plan as an appendix: its table, with or without its progress on a day.

use crate::paper::{Align, Appendix, Block, Cell, Column, Inline, Row, Table};
use crate::plan::Task;
use crate::progress::{Entry, Facts, Standing};
use crate::viet::day_paper;
use crate::view::{PlanBrief, State};
use crate::{Ledger, Result};
use chrono::NaiveDate;

impl Ledger {
    pub(in crate::report) fn plan_appendix(
        &self,
        plan: &PlanBrief,
        progress: Option<NaiveDate>,
        day: NaiveDate,
        reference: String,
    ) -> Result<Appendix> {
        let facts = self.told_plan_facts(plan.id, day)?;
        let columns = appendix_columns(progress.is_some());
        let width = u16::try_from(columns.len()).unwrap_or(u16::MAX);
        let mut rows = Vec::new();
        for group in self.groups(plan.id)? {
            let tasks: Vec<&Task> = facts.tasks.iter().filter(|task| task.group == Some(group.id)).collect();
            if tasks.is_empty() {
                continue;
            }
            let name = if group.roman.is_empty() { group.name } else { format!("{}. {}", group.roman, group.name) };
            if !name.is_empty() {
                rows.push(Row { group: true, cells: vec![cell(width, &name)] });
            }
            rows.extend(tasks.into_iter().map(|task| task_row(task, &facts, progress)));
        }
        let title = plan.title.to_uppercase();
        let title = if progress.is_some() { format!("TIẾN ĐỘ THỰC HIỆN {title}") } else { title };
        // The day stands where the figures stand: at the head of their column.
        let heading = |name: &str| match progress {
            Some(day) if name == PROGRESS => format!("{name} đến {}", day_paper(day)),
            _ => name.to_owned(),
        };
        let table = Table {
            header: vec![Row { group: false, cells: columns.iter().map(|(name, ..)| cell(1, &heading(name))).collect() }],
            columns: columns.iter().map(|(_, share, align)| Column { share: *share, align: *align }).collect(),
            rows,
            size: 12,
        };
        Ok(Appendix {
            title,
            reference,
            list: false,
            landscape: true,
            body: vec![Block::Table { id: "ke-hoach".to_owned(), table }],
            charts: Vec::new(),
        })
    }
}

/// The heading of the last column, before its day.
const PROGRESS: &str = "Kết quả, tiến độ";

/// The columns of the printed appendix: heading, share of the width, how the text stands.
fn appendix_columns(progress: bool) -> Vec<(&'static str, u16, Align)> {
    let texts = [
        ("TT", 5, Align::Center),
        ("Nội dung công việc", 32, Align::Left),
        ("Cơ quan chủ trì", 14, Align::Left),
        ("Cơ quan phối hợp", 14, Align::Left),
        ("Thời gian thực hiện/ hoàn thành", 13, Align::Left),
        ("Sản phẩm", 16, Align::Left),
    ];
    let mut columns = texts.to_vec();
    if progress {
        columns.push((PROGRESS, 24, Align::Left));
    }
    columns
}

fn task_row(task: &Task, facts: &Facts<Entry>, progress: Option<NaiveDate>) -> Row {
    let words = &task.words;
    let mut cells = vec![
        cell(1, &words.tt),
        cell(1, &words.content),
        cell(1, &words.lead),
        cell(1, &words.coordinating),
        cell(1, &words.deadline_words),
        cell(1, &words.product),
    ];
    if let Some(day) = progress {
        cells.push(cell(1, &result_words(task, facts, day)));
    }
    Row { group: false, cells }
}

/// What the last column says of a task: its state, the day, the paper that proves it.
fn result_words(task: &Task, facts: &Facts<Entry>, day: NaiveDate) -> String {
    let standing = Standing::of_row(facts, task, day);
    let ruling = facts.entries(task.id).iter().rfind(|entry| entry.day <= day && !facts.is_superseded(entry.id) && Some(entry.day) == standing.since);
    let on = standing.since.map(|day| format!(" ngày {}", day_paper(day))).unwrap_or_default();
    let mut words = match standing.state {
        State::DoneOnTime => format!("Hoàn thành{on}"),
        State::DoneLate => format!("Hoàn thành{on}, quá hạn"),
        State::Overdue => standing.last.map_or_else(|| "Quá hạn".to_owned(), |last| format!("Quá hạn, hạn {}", day_paper(last))),
        State::InProgress => "Đang thực hiện".to_owned(),
        State::NotStarted => "Chưa triển khai".to_owned(),
        State::Stopped => "Không thực hiện".to_owned(),
    };
    let occurrences = facts.occurrences(task.id);
    if !occurrences.is_empty() {
        let done = occurrences.iter().filter(|one| Standing::of_occurrence(facts, task, one, day).is_settled()).count();
        words.push_str(&format!("; đã xong {done}/{} lần", occurrences.len()));
    }
    if let Some(entry) = ruling {
        if standing.state == State::Stopped && !entry.reason.is_empty() {
            words.push_str(&format!(": {}", entry.reason));
        }
        let proof = facts.proof(entry);
        if standing.is_settled() && !proof.is_empty() {
            words.push_str(&format!(" ({proof})"));
        }
    }
    words
}

fn cell(span: u16, text: &str) -> Cell {
    Cell { span, text: vec![Inline::words(text)] }
}

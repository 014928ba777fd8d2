//! From the kept report to the document that is laid out: chips get their text, the plan its table.

use super::rows::{Head, SectionRow};
use crate::figures::Figures;
use crate::office::Office;
use crate::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Letterhead, Number, PlaceDate, Row, Signature, Table};
use crate::plan::Task;
use crate::progress::{Facts, Standing};
use crate::viet::{day_full, day_paper};
use crate::view::{Id, PlanBrief, State};
use crate::{Ledger, Result};
use chrono::{Datelike, NaiveDate};

impl Ledger {
    /// The report as a document: as it was submitted, else as it stands now.
    ///
    /// Number and day are filled in once they are recorded, blank before.
    pub fn report_document(&self, report: Id) -> Result<Document> {
        let mut document = match self.submission(report)? {
            Some((_, document, _)) => document,
            None => self.live_document(report)?,
        };
        if let Some((_, issue)) = self.issue(report)? {
            if let Some(number) = &mut document.letterhead.number {
                number.number = Some(issue.number.clone()).filter(|number| !number.is_empty());
            }
            if let Some(place) = &mut document.letterhead.place {
                place.day = issue.day;
            }
        }
        Ok(document)
    }

    /// The plan alone, as a landscape table, with or without its progress on a day.
    pub fn plan_document(&self, plan: Id, progress: bool, as_of: NaiveDate) -> Result<Document> {
        let plan = self.plan(plan)?;
        let office = self.office_on(Some(as_of))?.unwrap_or_else(Office::unnamed).form.name;
        let (number, day) = self.plan_reference(plan.id)?;
        let day = day.map_or_else(|| "ngày      tháng      năm       ".to_owned(), day_full);
        let number = if number.is_empty() { "        /KH-UBND".to_owned() } else { number };
        let reference = format!("(Kèm theo Kế hoạch số {number} {day} của {office})");
        Ok(Document {
            appendices: vec![self.plan_appendix(&plan, progress.then_some(as_of), as_of, reference)?],
            mark: self.mark()?,
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }

    /// The report from what is kept now.
    pub(super) fn live_document(&self, report: Id) -> Result<Document> {
        let head = self.head(report)?;
        let office = self.office_on(Some(head.as_of))?.unwrap_or_else(Office::unnamed);
        let figures = self.figures(head.as_of)?;
        let symbol = format!("BC-{}", office.form.symbol);
        let mut appendices = Vec::new();
        let plan = if head.appendix { self.main_plan_on(head.as_of)? } else { None };
        if let Some(plan) = plan {
            let year = head.as_of.year();
            let reference = format!("(Kèm theo Báo cáo số        /{symbol} ngày      tháng      năm {year} của {})", office.form.name);
            appendices.push(self.plan_appendix(&plan, Some(head.as_of), head.as_of, reference)?);
        }
        Ok(Document {
            letterhead: Letterhead {
                governing: Some(office.form.governing.clone()).filter(|name| !name.is_empty()),
                agency: office.agency_lines(),
                number: Some(Number { number: None, symbol }),
                place: Some(PlaceDate { place: office.form.place.clone(), day: None, year: head.as_of.year() }),
                about: None,
            },
            name: "BÁO CÁO".to_owned(),
            body: body(&self.sections(report)?, &figures),
            signature: Some(self.signature(&head)?),
            subject: head.subject,
            addressees: head.addressees,
            recipients: head.recipients,
            appendices,
            mark: self.mark()?,
            changed: self.last_moment()?.unwrap_or_else(|| head.as_of.and_time(chrono::NaiveTime::MIN)),
            ..Document::default()
        })
    }

    fn signature(&self, head: &Head) -> Result<Signature> {
        let signer = self.signers()?.into_iter().find(|signer| signer.id.is_some() && signer.id == head.signer);
        Ok(match signer {
            Some(signer) => Signature { lines: signer.lines, name: signer.name },
            None => Signature { lines: crate::office::signing_lines("Chủ tịch"), name: "……………".to_owned() },
        })
    }

    fn mark(&self) -> Result<Option<String>> {
        Ok(self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()))
    }

    fn plan_appendix(&self, plan: &PlanBrief, progress: Option<NaiveDate>, day: NaiveDate, reference: String) -> Result<Appendix> {
        let facts = self.plan_facts(plan.id, day)?;
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
        Ok(Appendix { title, reference, landscape: true, body: vec![Block::Table { id: "ke-hoach".to_owned(), table }] })
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

fn task_row(task: &Task, facts: &Facts, progress: Option<NaiveDate>) -> Row {
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
fn result_words(task: &Task, facts: &Facts, day: NaiveDate) -> String {
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
        if standing.is_settled() && !entry.evidence.is_empty() {
            words.push_str(&format!(" ({})", entry.evidence));
        }
    }
    words
}

/// Headings and texts of all sections, chips with their text.
fn body(sections: &[SectionRow], figures: &Figures) -> Vec<Block> {
    let mut blocks = Vec::new();
    for section in sections {
        if section.level > 0 {
            blocks.push(Block::Heading {
                id: format!("muc-{}", section.key),
                level: section.level,
                number: section.number.clone(),
                text: vec![Inline::words(section.title.clone())],
            });
        }
        blocks.extend(section.blocks.iter().filter(|block| !block.plain().trim().is_empty()).map(|block| resolved(block, figures)));
    }
    blocks
}

/// A block with the text of each figure in it.
pub(super) fn resolved(block: &Block, figures: &Figures) -> Block {
    let mut block = block.clone();
    each_inline(&mut block, &mut |piece| {
        if let Inline::Figure(chip) = piece {
            chip.shown = match &chip.instead {
                Some((value, _reason)) => Some(value.clone()),
                None => figures.text(&chip.id, chip.format),
            };
        }
    });
    block
}

/// Visits every piece of text in a block, those in cells too.
pub(super) fn each_inline(block: &mut Block, visit: &mut impl FnMut(&mut Inline)) {
    match block {
        Block::Part { .. } => {}
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => text.iter_mut().for_each(visit),
        Block::Table { table, .. } => {
            let cells = table.header.iter_mut().chain(&mut table.rows).flat_map(|row| &mut row.cells);
            cells.flat_map(|cell| &mut cell.text).for_each(visit);
        }
    }
}

fn cell(span: u16, text: &str) -> Cell {
    Cell { span, text: vec![Inline::words(text)] }
}

//! The earlier report and the new one side by side: on the screen, and as a paper.

use crate::figures::Figures;
use crate::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Row, Table, TextRun};
use crate::report::document::{resolved, windows};
use crate::report::outline::Citing;
use crate::report::rows::SectionRow;
use crate::report::take_back::shown::{self, Shown, difference};
use crate::report::{lower, name};
use crate::view::{BackHow, ComparedHow, ComparedRow, Comparison, Id};
use crate::{Ledger, Problem, Result};
use std::collections::HashMap;

/// A section with its texts as they are printed.
struct Told {
    key: String,
    heading: String,
    blocks: Vec<Block>,
}

impl Ledger {
    /// What differs between a report and the one it was begun from. Error: it was begun from none.
    pub fn compare_with_last(&self, report: Id) -> Result<Comparison> {
        let (source, pairs) = self.carried(report)?.ok_or(Problem::NotFound("báo cáo kỳ trước"))?;
        let (before, after) = (self.told(source)?, self.told(report)?);
        let rows = rows(&before, &after, &pairs);
        let changed = rows.iter().filter(|row| row.how != ComparedHow::Same).count();
        Ok(Comparison {
            before: name(&self.head(source)?),
            after: name(&self.head(report)?),
            rows,
            changed: u32::try_from(changed).unwrap_or(u32::MAX),
        })
    }

    /// The same as a paper: what is gone in brackets and slanted, what is new in bold.
    pub fn comparison_document(&self, report: Id) -> Result<Document> {
        let comparison = self.compare_with_last(report)?;
        Ok(Document {
            appendices: vec![appendix(&comparison)],
            mark: self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()),
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }

    fn told(&self, report: Id) -> Result<Vec<Told>> {
        let head = self.head(report)?;
        let mut sections = self.sections(report)?;
        let figures: Figures = self.figures(head.window, head.as_of, &windows(&sections))?;
        let documents = self.documents()?;
        let numbers = self.annex_numbers(&head)?;
        numbers.number(&mut sections);
        // What was frozen says what it said then.
        let all = |document: Document| {
            document.body.into_iter().chain(document.appendices.into_iter().flat_map(|appendix| appendix.body)).collect::<Vec<_>>()
        };
        let frozen = self.submission(report)?.map(|(_, document, _)| all(document)).unwrap_or_default();
        let printed: HashMap<&str, &Block> = frozen.iter().map(|block| (block.id(), block)).collect();
        let mut citing = Citing::of(&documents);
        let mut above: Vec<(u8, String)> = Vec::new();
        let told = |section: SectionRow| {
            let mut blocks: Vec<Block> = section.blocks.iter().map(|block| resolved(block, &figures)).collect();
            citing.cite(&mut blocks);
            numbers.name(&mut blocks);
            let blocks = blocks.into_iter().map(|block| printed.get(block.id()).map_or(block.clone(), |one| (*one).clone()));
            // Many sections are an `a)`: each is named with the numbers it stands under.
            above.retain(|(level, _)| *level < section.level);
            let under: String = above.iter().map(|(_, number)| number.as_str()).collect();
            if section.level > 0 {
                above.push((section.level, section.number.clone()));
            }
            let heading = format!("{under}{} {}", section.number, section.title).trim().to_owned();
            Told { key: section.key, heading, blocks: blocks.filter(|block| !block.plain().trim().is_empty()).collect() }
        };
        Ok(sections.into_iter().map(told).collect())
    }
}

fn rows(before: &[Told], after: &[Told], pairs: &[(String, String)]) -> Vec<ComparedRow> {
    let was: HashMap<&str, &str> = pairs.iter().map(|(new, old)| (new.as_str(), old.as_str())).collect();
    let old: HashMap<&str, &Block> = before.iter().flat_map(|section| &section.blocks).map(|block| (block.id(), block)).collect();
    let stayed: Vec<&str> = after.iter().flat_map(|section| &section.blocks).filter_map(|block| was.get(block.id()).copied()).collect();
    let mut rows = Vec::new();
    let mut done: Vec<&str> = Vec::new();
    for section in after {
        let from = rows.len();
        // The old section that became this one: the same key, else the one its text came from.
        let first = section.blocks.iter().find_map(|block| was.get(block.id()));
        let twin = before.iter().find(|one| one.key == section.key && one.heading == section.heading);
        let twin = twin.or_else(|| before.iter().find(|one| first.is_some_and(|first| one.blocks.iter().any(|block| block.id() == *first))));
        let twin = twin.or_else(|| before.iter().find(|one| one.key == section.key));
        let mut gone: Vec<&Block> = twin.iter().filter(|one| !done.contains(&one.key.as_str())).flat_map(|one| &one.blocks).collect();
        done.extend(twin.map(|one| one.key.as_str()));
        for block in &section.blocks {
            let source = was.get(block.id()).and_then(|id| old.get(id));
            if let Some(at) = source.and_then(|source| gone.iter().position(|one| one.id() == source.id())) {
                rows.extend(gone.drain(..=at).filter(|one| !stayed.contains(&one.id())).map(|one| row(section, Some(one), None)));
            }
            rows.push(row(section, source.copied(), Some(block)));
        }
        rows.extend(gone.into_iter().filter(|one| !stayed.contains(&one.id())).map(|one| row(section, Some(one), None)));
        name_first(&mut rows, from, section, twin);
    }
    for section in before.iter().filter(|section| !done.contains(&section.key.as_str())) {
        let from = rows.len();
        rows.extend(section.blocks.iter().filter(|one| !stayed.contains(&one.id())).map(|one| row(section, Some(one), None)));
        name_first(&mut rows, from, section, Some(section));
    }
    rows
}

fn name_first(rows: &mut [ComparedRow], from: usize, section: &Told, twin: Option<&Told>) {
    if let Some(first) = rows.get_mut(from) {
        first.heading = section.heading.clone();
        first.was = twin.map(|twin| twin.heading.clone()).unwrap_or_default();
    }
}

fn row(section: &Told, before: Option<&Block>, after: Option<&Block>) -> ComparedRow {
    let shown = |block: Option<&Block>| block.map_or_else(Shown::new, shown::block);
    let words = difference(&shown(before), &shown(after));
    let how = match (before, after) {
        (None, _) => ComparedHow::Added,
        (_, None) => ComparedHow::Gone,
        _ if words.iter().all(|one| one.how == BackHow::Same) => ComparedHow::Same,
        _ => ComparedHow::Changed,
    };
    let block = after.map(|block| block.id().to_owned()).unwrap_or_default();
    ComparedRow { section: section.key.clone(), heading: String::new(), was: String::new(), block, how, words }
}

/// Two columns, a row a paragraph that differs.
fn appendix(comparison: &Comparison) -> Appendix {
    let cell = |span, text| Cell { span, text };
    let mut rows: Vec<Row> = Vec::new();
    let mut heading = "";
    for row in &comparison.rows {
        if !row.heading.is_empty() {
            heading = &row.heading;
        }
        if row.how == ComparedHow::Same {
            continue;
        }
        if !heading.is_empty() {
            rows.push(Row { group: true, cells: vec![cell(2, vec![Inline::words(heading)])] });
            heading = "";
        }
        rows.push(Row { group: false, cells: vec![cell(1, side(row, BackHow::Gone)), cell(1, side(row, BackHow::New))] });
    }
    let same = comparison.rows.iter().filter(|row| row.how == ComparedHow::Same).count();
    let column = Column { share: 1, align: Align::Top };
    let head = |title: &str| Inline::words(title);
    let table = Table {
        columns: vec![column.clone(), column],
        header: vec![Row { group: false, cells: vec![cell(1, vec![head(&comparison.before)]), cell(1, vec![head(&comparison.after)])] }],
        rows,
        size: 12,
    };
    let note = format!("Chữ bỏ đi in nghiêng trong ngoặc vuông ở cột trái, chữ mới in đậm ở cột phải. {same} đoạn giữ nguyên không in lại.");
    Appendix {
        title: "So sánh hai báo cáo".to_owned(),
        reference: format!("({} so với {})", comparison.after, lower(&comparison.before)),
        list: true,
        landscape: true,
        body: vec![Block::Para { id: "ghi-chu".to_owned(), text: vec![Inline::words(note)] }, Block::Table { id: "so-sanh".to_owned(), table }],
        charts: Vec::new(),
    }
}

/// The words of one side: what stayed, and what is this side's own, each run of it in one pair of brackets.
fn side(row: &ComparedRow, own: BackHow) -> Vec<Inline> {
    let plain = |words: &str, bold, italic| Inline::Text(TextRun { text: words.to_owned(), bold, italic });
    match (row.how, own) {
        (ComparedHow::Gone, BackHow::New) => return vec![plain("(không còn ở kỳ này)", false, true)],
        (ComparedHow::Added, BackHow::Gone) => return vec![plain("(chưa có ở kỳ trước)", false, true)],
        _ => {}
    }
    let mut runs: Vec<(bool, String)> = Vec::new();
    for one in row.words.iter().filter(|one| one.how == BackHow::Same || one.how == own) {
        let is_own = one.how == own;
        match runs.last_mut() {
            Some((before, text)) if *before == is_own => text.push_str(&one.text),
            _ => runs.push((is_own, one.text.clone())),
        }
    }
    let mut text = Vec::new();
    for (is_own, words) in runs {
        if !is_own {
            text.push(plain(&words, false, false));
            continue;
        }
        let bare = words.trim_start();
        text.push(plain(words.get(..words.len() - bare.len()).unwrap_or(""), false, false));
        text.push(if own == BackHow::Gone { plain(&format!("[{bare}]"), false, true) } else { plain(bare, true, false) });
    }
    text
}

//! Bảng đối chiếu số liệu: every figure of a report in order, with where it comes from; typed numbers too.

mod places;
mod print;
mod source;

use crate::deadline::Span;
use crate::paper::{Appendix, Block, Column, Document, FigureChip, Row, Table};
use crate::problem::FigureProblem;
use crate::viet::{day_paper, roman};
use crate::view::{FigureTie, Id};
use crate::{Ledger, Result};
use places::{Told, each};
use print::{COLUMNS, cell, row};
use std::collections::HashSet;

/// Where a number comes from that somebody typed.
const TYPED: &str = "Gõ tay, chưa có nguồn";

impl Ledger {
    /// The figures of a report in the order of its text, each traced; among them the numbers that were
    /// typed, which have no source: the text is read from beginning to end by this table.
    ///
    /// What the ledger itself lays out, as the plan in the appendix, is not typed.
    /// Of a report that was submitted the values, sources and arithmetic are those it was frozen with; what would be
    /// another today says so.
    pub fn report_figures(&self, report: Id) -> Result<Vec<FigureTie>> {
        let head = self.head(report)?;
        let document = self.report_document(report)?;
        let blocks = || document.body.iter().chain(document.appendices.iter().flat_map(|appendix| &appendix.body));
        let mut windows: Vec<Span> = Vec::new();
        for block in blocks() {
            each(block, None, &mut |_, told| {
                if let Told::Chip(chip) = told {
                    windows.extend(chip.window.map(|(first, last)| Span { first, last }));
                }
            });
        }
        let still = self.names_before_numbers()?;
        let typed: HashSet<String> = self.sections(report)?.iter().flat_map(|section| &section.blocks).map(|block| block.id().to_owned()).collect();
        let sources = self.sources(report, &head, &windows)?;
        let mut ties = Vec::new();
        let word = |nth: usize| match document.appendices.len() {
            1 => "Phụ lục".to_owned(),
            _ => format!("Phụ lục {}", roman(u32::try_from(nth + 1).unwrap_or(u32::MAX))),
        };
        // The headings above a block end with the paper it stands in.
        let annexes = document.appendices.iter().enumerate().flat_map(|(nth, appendix)| appendix.body.iter().map(move |block| (Some(nth), block)));
        let mut place = Section::default();
        let mut paper = None;
        for (annex, block) in document.body.iter().map(|block| (None, block)).chain(annexes) {
            if annex != paper {
                (paper, place) = (annex, Section::default());
            }
            place.enter(block);
            let section = annex.map_or_else(|| place.words(), word);
            let still = Some(still.as_slice()).filter(|_| typed.contains(block.id()));
            each(block, still, &mut |[before, after], told| match told {
                // A phrase that is there only when its count is not zero.
                Told::Chip(chip) if chip.shown.as_deref() == Some("") => {}
                Told::Chip(chip) => ties.push(sources.tie(&section, [before, after], chip)),
                Told::Typed(number) => ties.push(FigureTie {
                    section: section.clone(),
                    before,
                    after,
                    shown: number.to_owned(),
                    source: TYPED.to_owned(),
                    ..FigureTie::default()
                }),
            });
        }
        Ok(ties)
    }

    /// One figure of a report, traced; it may stand in text that is not kept yet.
    pub fn trace_figure(&self, report: Id, chip: &FigureChip) -> Result<FigureTie> {
        let head = self.head(report)?;
        let windows: Vec<Span> = chip.window.map(|(first, last)| Span { first, last }).into_iter().collect();
        Ok(self.sources(report, &head, &windows)?.tie("", Default::default(), chip))
    }

    /// The figures of a report as a table to print.
    ///
    /// Error: there is no figure in the report.
    pub fn figures_document(&self, report: Id) -> Result<Document> {
        let ties = self.report_figures(report)?;
        if ties.is_empty() {
            return Err(FigureProblem::NoneInReport.into());
        }
        let head = self.head(report)?;
        let reference = format!("({}; số liệu tính đến ngày {})", super::name(&head), day_paper(head.as_of));
        let table = Table {
            columns: COLUMNS.iter().map(|(_, share, align)| Column { share: *share, align: *align }).collect(),
            header: vec![Row { group: false, cells: COLUMNS.iter().map(|(name, ..)| cell(name)).collect() }],
            rows: (1..).zip(&ties).map(|(nth, tie)| row(nth, tie)).collect(),
            size: 11,
        };
        let body = vec![Block::Table { id: "doi-chieu".to_owned(), table }];
        let title = "Bảng đối chiếu số liệu".to_owned();
        Ok(Document {
            appendices: vec![Appendix { title, reference, list: true, landscape: true, body, charts: Vec::new() }],
            mark: self.mark()?,
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }
}

/// The headings a block stands under, by level.
#[derive(Default)]
struct Section(Vec<(u8, String)>);

impl Section {
    fn enter(&mut self, block: &Block) {
        let (level, number) = match block {
            Block::Part { number, .. } => (0, number),
            Block::Heading { level, number, .. } => (*level, number),
            Block::Para { .. } | Block::Item { .. } | Block::Table { .. } => return,
        };
        self.0.retain(|(upper, _)| *upper < level);
        if !number.is_empty() {
            self.0.push((level, number.trim_end_matches('.').to_owned()));
        }
    }

    /// `II.1.a)`.
    fn words(&self) -> String {
        let numbers = self.0.iter().map(|(_, number)| number.as_str());
        let mut words = String::new();
        for number in numbers {
            // `1.2` below `1` says all by itself.
            let (_, last) = words.rsplit_once('.').unwrap_or(("", &words));
            let within = number.strip_prefix(last).and_then(|rest| rest.strip_prefix('.')).filter(|_| !last.is_empty());
            let number = within.unwrap_or(number).to_owned();
            if !words.is_empty() {
                words.push('.');
            }
            words.push_str(&number);
        }
        words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_is_named_by_all_the_headings_above_it() {
        let mut place = Section::default();
        let mut at = |level: u8, number: &str| {
            place.enter(&Block::Heading { id: String::new(), level, number: number.to_owned(), text: Vec::new() });
            place.words()
        };
        let steps = [(1, "II."), (2, "1."), (3, "1.2."), (3, "a)"), (2, "2."), (1, "III.")].map(|(level, number)| at(level, number));
        assert_eq!(steps, ["II", "II.1", "II.1.2", "II.1.a)", "II.2", "III"]);
    }
}

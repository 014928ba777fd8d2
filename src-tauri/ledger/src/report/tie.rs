//! Bảng đối chiếu số liệu: every figure of a report in order, with where it comes from.

use crate::assets::FigureKind;
use crate::deadline::Span;
use crate::figures::Figures;
use crate::paper::{Align, Appendix, Block, Cell, Column, Document, FigureChip, Inline, Row, Table, TextRun};
use crate::problem::FigureProblem;
use crate::viet::{capital, day_paper, day_screen, roman};
use crate::view::{FigureTie, Id};
use crate::{Ledger, Result};
use chrono::NaiveDate;

/// So many letters of the text beside a figure are shown on each side.
const BESIDE: usize = 60;

impl Ledger {
    /// The figures of a report in the order of its text, each traced.
    ///
    /// Of a report that was submitted the values are those it was frozen with; one that would be
    /// another today says so.
    pub fn report_figures(&self, report: Id) -> Result<Vec<FigureTie>> {
        let head = self.head(report)?;
        let document = self.report_document(report)?;
        let blocks = || document.body.iter().chain(document.appendices.iter().flat_map(|appendix| &appendix.body));
        let mut windows: Vec<Span> = Vec::new();
        for block in blocks() {
            each_chip(block, &mut |_, chip| windows.extend(chip.window.map(|(first, last)| Span { first, last })));
        }
        let figures = self.figures(head.window, head.as_of, &windows)?;
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
            each_chip(block, &mut |[before, after], chip| {
                // A phrase that is there only when its count is not zero.
                if chip.shown.as_deref() != Some("") {
                    ties.push(tie(&section, [before, after], chip, &figures, &head));
                }
            });
        }
        Ok(ties)
    }

    /// One figure of a report, traced; it may stand in text that is not kept yet.
    pub fn trace_figure(&self, report: Id, chip: &FigureChip) -> Result<FigureTie> {
        let head = self.head(report)?;
        let windows: Vec<Span> = chip.window.map(|(first, last)| Span { first, last }).into_iter().collect();
        let figures = self.figures(head.window, head.as_of, &windows)?;
        Ok(tie("", Default::default(), chip, &figures, &head))
    }

    /// The figures of a report as a table to print.
    ///
    /// Error: no figure in the report comes from the ledger.
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

/// Heading, share of the width, how the text stands.
const COLUMNS: [(&str, u16, Align); 7] = [
    ("TT", 5, Align::Center),
    ("Mục", 7, Align::Center),
    ("Trong báo cáo", 31, Align::Left),
    ("Giá trị", 10, Align::Right),
    ("Số liệu", 22, Align::Left),
    ("Kỳ, ngày lấy số", 15, Align::Left),
    ("Nguồn, cách tính", 30, Align::Left),
];

fn row(nth: usize, tie: &FigureTie) -> Row {
    let text = vec![Inline::words(tie.before.clone()), bold(&tie.shown), Inline::words(tie.after.clone())];
    let name = if tie.unit.is_empty() { tie.name.clone() } else { format!("{} ({})", tie.name, tie.unit) };
    let lines = |parts: &[&String]| -> Vec<Inline> {
        let mut text = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            if !text.is_empty() {
                text.push(Inline::Break);
            }
            text.push(Inline::words(as_printed(part)));
        }
        text
    };
    let cells = vec![
        cell(&nth.to_string()),
        cell(&tie.section),
        Cell { span: 1, text },
        cell(&tie.shown),
        cell(&name),
        Cell { span: 1, text: lines(&[&tie.window, &tie.as_of]) },
        Cell { span: 1, text: lines(&[&tie.source, &tie.formula, &tie.now]) },
    ];
    Row { group: false, cells }
}

/// The days of a text as a paper writes them: `14/09/2026` → `14/9/2026`.
fn as_printed(text: &str) -> String {
    const DAY: usize = "14/09/2026".len();
    let mut out = String::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let whole = !out.ends_with(|sign: char| sign.is_ascii_digit())
            && !rest.get(DAY..).is_some_and(|tail| tail.starts_with(|sign: char| sign.is_ascii_digit()));
        let day =
            rest.get(..DAY).filter(|_| whole).and_then(|day| NaiveDate::parse_from_str(day, "%d/%m/%Y").ok().filter(|read| day_screen(*read) == day));
        let length = match day {
            Some(day) => {
                out.push_str(&day_paper(day));
                DAY
            }
            None => {
                out.push(first);
                first.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

fn bold(words: &str) -> Inline {
    Inline::Text(TextRun { text: words.to_owned(), bold: true, italic: false })
}

fn cell(text: &str) -> Cell {
    Cell { span: 1, text: vec![Inline::words(text)] }
}

fn tie(section: &str, [before, after]: [String; 2], chip: &FigureChip, figures: &Figures, head: &super::rows::Head) -> FigureTie {
    let shown = chip.shown.clone().unwrap_or_else(|| "…".to_owned());
    let now = figures.text(&chip.id, chip.window, chip.format);
    let mut tie = FigureTie { section: section.to_owned(), before, after, shown, ..FigureTie::default() };
    tie.number = figures.set().figures.iter().any(|figure| figure.id == chip.id && figure.kind != FigureKind::Text);
    match figures.traced(&chip.id, chip.window) {
        Some(traced) => {
            tie.as_of = traced.as_of.map(|day| format!("tính đến {}", day_screen(day))).unwrap_or_default();
            tie.source = if traced.estimate { format!("{} (số ước)", traced.source) } else { traced.source };
            (tie.name, tie.unit, tie.window, tie.formula) = (traced.name, traced.unit, traced.window, traced.formula);
        }
        None => match super::outline::other_figure(&chip.id) {
            Some(name) => {
                tie.name = capital(name);
                tie.source = if chip.id == "as_of" { "Ngày lấy số liệu của báo cáo".to_owned() } else { "Sổ tự đếm".to_owned() };
                tie.as_of = format!("tính đến {}", day_screen(head.as_of));
            }
            None => {
                tie.name.clone_from(&chip.id);
                tie.source = "Không còn trong bộ số liệu".to_owned();
            }
        },
    }
    if let Some((_, reason)) = &chip.instead {
        tie.source = format!("Gõ thay số của sổ: {reason}");
        tie.now = now.map_or_else(|| "Sổ chưa có số này".to_owned(), |now| format!("Sổ tính: {now}"));
    } else if now.as_ref() != chip.shown.as_ref() {
        tie.now = now.map_or_else(|| "Nay sổ không còn số này".to_owned(), |now| format!("Nay sổ tính: {now}"));
    }
    tie
}

/// Visits each figure of a block with the words before and after it.
fn each_chip(block: &Block, visit: &mut impl FnMut([String; 2], &FigureChip)) {
    match block {
        Block::Part { .. } => {}
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => in_text(text, visit),
        Block::Table { table, .. } => {
            for row in table.header.iter().chain(&table.rows) {
                let name = row_name(row);
                for cell in &row.cells {
                    // A number alone in its cell is told by the name of its row.
                    in_text(&cell.text, &mut |[before, after], chip| {
                        let lead = if before.trim().is_empty() && !name.is_empty() { format!("{name}: {before}") } else { before };
                        visit([lead, after], chip);
                    });
                }
            }
        }
    }
}

/// What a row of a table is about: its first cell with words, behind a number that counts the rows.
fn row_name(row: &Row) -> String {
    let plain =
        row.cells.iter().filter(|cell| !cell.text.iter().any(|piece| matches!(piece, Inline::Figure(_)))).map(|cell| Inline::plain(&cell.text));
    let name = plain.map(|text| text.replace('\n', " ").trim().to_owned()).find(|text| text.chars().filter(|sign| sign.is_alphabetic()).count() > 1);
    name.map(|name| head(&name)).unwrap_or_default()
}

fn in_text(text: &[Inline], visit: &mut impl FnMut([String; 2], &FigureChip)) {
    for (at, piece) in text.iter().enumerate() {
        if let Inline::Figure(chip) = piece {
            let (before, after) = text.split_at(at);
            visit([tail(&Inline::plain(before)), head(&Inline::plain(after.get(1..).unwrap_or_default()))], chip);
        }
    }
}

/// The last words before a figure.
fn tail(text: &str) -> String {
    let text = text.replace('\n', " ");
    let cut = text.char_indices().rev().nth(BESIDE).map(|(at, _)| at);
    let whole = cut.and_then(|cut| Some(cut + text.get(cut..)?.find(' ')? + 1));
    whole.and_then(|whole| text.get(whole..)).map_or_else(|| text.clone(), |words| format!("…{words}"))
}

/// The first words after it.
fn head(text: &str) -> String {
    let text = text.replace('\n', " ");
    let cut = text.char_indices().nth(BESIDE).and_then(|(at, _)| text.get(..at)?.rfind(' '));
    cut.and_then(|cut| text.get(..cut)).map_or_else(|| text.clone(), |words| format!("{words}…"))
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

    #[test]
    fn days_are_written_as_on_paper() {
        assert_eq!(
            as_printed("15/06/2026–14/09/2026, số 12/09/20261, tính đến 03/10/2026"),
            "15/6/2026–14/9/2026, số 12/09/20261, tính đến 03/10/2026"
        );
    }

    #[test]
    fn a_row_is_named_by_its_first_words_not_by_its_place() {
        let row = |cells: &[&str]| Row { group: false, cells: cells.iter().map(|words| cell(words)).collect() };
        assert_eq!(row_name(&row(&["1", "Hồ sơ tiếp nhận", "Hồ sơ"])), "Hồ sơ tiếp nhận");
        assert_eq!(row_name(&row(&["a)", "12", ""])), "");
    }

    #[test]
    fn the_words_beside_a_figure_are_cut_between_words() {
        let long = "Trong kỳ, Trung tâm Phục vụ hành chính công của xã đã tiếp nhận và giải quyết tổng cộng ";
        assert_eq!(tail(long), "…hành chính công của xã đã tiếp nhận và giải quyết tổng cộng ");
        assert_eq!(head(long), "Trong kỳ, Trung tâm Phục vụ hành chính công của xã đã tiếp…");
        assert_eq!((tail("có "), head(" hồ sơ.")), ("có ".to_owned(), " hồ sơ.".to_owned()));
    }
}

//! An earlier report or plan, read from plain text or Word into a [`Document`], with a warning for
//! each thing that was supplied or mended.
//!
//! Nothing is kept here, no clock is asked, and no word of the body or of a table changes: lines are
//! joined, spaces made single, a word parted at a hyphen made whole, and that is all.

mod appendix;
mod body;
mod cells;
mod head;
mod join;
mod mark;
mod mend;
mod name;
mod notes;
mod shown;
mod table;
mod tail;
mod text;
mod told;
mod width;
mod word;

pub use shown::read_file;

use crate::paper::{Block, Document, Inline, Signature, Table};
use crate::view::{Mended, OfficeFound, ReportKind};
use crate::{Problem, Result};
use head::Head;
use name::Named;
use notes::Notes;
use std::path::Path;
use tail::Tail;
use text::Line;

/// What the office knows of itself, for what a paper lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    /// The lines of its letterhead: `ỦY BAN NHÂN DÂN`, `XÃ LAM KHÊ`.
    pub agency: Vec<String>,
    /// The place before the date.
    pub place: String,
    /// What stands after the type in a symbol: `UBND`.
    pub symbol: String,
    /// The unit that drafts: `VHXH`.
    pub drafting: String,
    /// Its usual recipients, without marks.
    pub recipients: Vec<String>,
    /// Who signs.
    pub signature: Option<Signature>,
}

/// The papers that are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// BÁO CÁO.
    Report,
    /// KẾ HOẠCH.
    Plan,
}

impl Paper {
    /// The mark of its type in a symbol (decree II.3).
    fn symbol(self) -> &'static str {
        match self {
            Paper::Report => "BC",
            Paper::Plan => "KH",
        }
    }
}

/// A paper that was taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// The document, as it will be printed.
    pub document: Document,
    /// What was supplied or mended, in the order of the paper.
    pub warnings: Vec<Mended>,
    /// Report or plan.
    pub paper: Paper,
    /// The kind of report its words speak of; `Free` for a plan.
    pub kind: ReportKind,
    /// Its period as `2026-Q3`, `2026-H1`, `2026`; empty where its words name none.
    pub period: String,
    /// What it tells of the office.
    pub found: OfficeFound,
}

impl TakenIn {
    /// The words of body and appendices, in order; tables cell by cell.
    pub fn words(&self) -> Vec<String> {
        let appendices = self.document.appendices.iter().flat_map(|appendix| &appendix.body);
        let text: Vec<String> = self.document.body.iter().chain(appendices).map(Block::plain).collect();
        text.iter().flat_map(|text| text.split_whitespace()).map(str::to_owned).collect()
    }
}

/// A piece of a paper, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Line(Line),
    Table(Table),
}

/// The largest text that is read, in bytes: a hundred times a long report.
const LIMIT: usize = 4 << 20;

/// Reads an earlier report or plan; its name tells its form.
///
/// What the paper lacks is taken from its own words, else from `office`, else left blank in its box.
///
/// # Errors
/// [`Problem::FileKind`] for a form that is not read, [`Problem::FileEmpty`], [`Problem::FileTooLarge`],
/// [`Problem::NotText`], what `word::read` refuses, [`Problem::NoReport`] for a file that holds
/// something else, and [`Problem::ManyReports`] for several documents in one file.
pub fn read_report(name: &str, bytes: &[u8], office: Option<&Facts>) -> Result<TakenIn> {
    let kind = Path::new(name).extension().map(|kind| kind.to_string_lossy().to_lowercase()).unwrap_or_default();
    let pieces = match kind.as_str() {
        "docx" | "docm" | "dotx" => word::pieces(&crate::word::read::bytes(bytes)?),
        "txt" | "text" => {
            if bytes.len() > LIMIT {
                return Err(Problem::FileTooLarge { megabytes: (bytes.len() as u64).div_ceil(1 << 20), limit: (LIMIT as u64) >> 20 }.into());
            }
            text::lines(&text::decode(bytes)?).into_iter().map(Piece::Line).collect()
        }
        "" => return Err(Problem::FileKind("không có đuôi tên".to_owned()).into()),
        other => return Err(Problem::FileKind(format!(".{other}")).into()),
    };
    if pieces.is_empty() {
        return Err(Problem::FileEmpty.into());
    }
    Zones::of(&pieces)?.taken_in(office)
}

/// A paper cut into its parts.
struct Zones<'a> {
    paper: Option<Paper>,
    head: Head,
    named: Named,
    body: &'a [Piece],
    tail: Tail,
    after: &'a [Piece],
    setting: join::Setting,
}

/// The name of a paper stands in its first lines.
const HEAD: usize = 60;

impl<'a> Zones<'a> {
    fn of(pieces: &'a [Piece]) -> Result<Zones<'a>> {
        let line = |at: usize| match pieces.get(at) {
            Some(Piece::Line(line)) => Some(line),
            _ => None,
        };
        let named_at = (0..pieces.len().min(HEAD)).find_map(|at| Some((at, name::name_of(&line(at)?.text)?)));
        let lines: Vec<Line> = (0..pieces.len()).filter_map(line).cloned().collect();
        let setting = join::Setting::of(&lines);
        let (paper, head, named, start) = match named_at {
            Some((at, (word, rest))) => {
                let above: Vec<Line> = (0..at).filter_map(line).cloned().collect();
                let named = Named::read(rest, pieces.get(at + 1..).unwrap_or(&[]));
                let start = at + 1 + named.read;
                let paper = if word == name::NAMES[0] { Paper::Report } else { Paper::Plan };
                (Some(paper), Head::read(&above), named, start)
            }
            None => {
                // A paper cut at its beginning: the headings of a report follow one another.
                let sections =
                    lines.iter().filter(|line| mark::marked(&line.text).is_some_and(|found| matches!(found.mark, mark::Mark::Roman(_)))).count();
                if sections < 2 {
                    return Err(Problem::NoReport.into());
                }
                (None, Head::default(), Named::default(), 0)
            }
        };
        let ends =
            |at: &usize| line(*at).is_some_and(|line| tail::begins(line) || appendix::is_appendix(&line.text) || appendix::is_other_document(line));
        let end = (start..pieces.len()).find(ends).unwrap_or(pieces.len());
        let body = pieces.get(start..end).unwrap_or(&[]);
        let last: Vec<Line> = (end..pieces.len()).map_while(line).cloned().collect();
        let (tail, read) = if last.first().is_some_and(tail::begins) { Tail::read(&last) } else { (Tail::default(), 0) };
        let after = pieces.get(end + read..).unwrap_or(&[]);
        let other = |piece: &Piece| matches!(piece, Piece::Line(line) if appendix::is_other_document(line));
        let again = |piece: &Piece| matches!(piece, Piece::Line(line) if name::name_of(&line.text).is_some_and(|(_, rest)| rest.is_empty()));
        if after.iter().any(|piece| other(piece) || again(piece)) {
            return Err(Problem::ManyReports.into());
        }
        if body.is_empty() && after.is_empty() {
            return Err(Problem::NoReport.into());
        }
        Ok(Zones { paper, head, named, body, tail, after, setting })
    }

    fn taken_in(self, office: Option<&Facts>) -> Result<TakenIn> {
        let mut notes = Notes::default();
        let body = without_page_numbers(self.body, &mut notes);
        let page_notes = std::mem::take(&mut notes);
        let wholes = body::wholes(&body, self.setting);
        let appendices = appendix::read(self.after, self.setting, &mut notes);
        let appendix_notes = std::mem::take(&mut notes);
        let texts: Vec<&str> = wholes
            .iter()
            .filter_map(|whole| match whole {
                body::Whole::Para(text) => Some(text.as_str()),
                body::Whole::Table(_) => None,
            })
            .collect();
        let mended = mend::Source { paper: self.paper, head: &self.head, named: &self.named, tail: &self.tail, texts: &texts, office };
        let mut document = mended.document(&mut notes);
        notes.0.extend(page_notes.0);
        document.body = body::blocks(&wholes, "doan");
        mend::end_of_body(&mut document.body, &mut notes);
        mended.end(&mut document, &mut notes);
        document.appendices = appendices;
        notes.0.extend(appendix_notes.0);
        let (paper, kind, period) = mended.period(&document);
        let found = mended.found(&document);
        Ok(TakenIn { document, warnings: notes.0, paper, kind, period, found })
    }
}

/// Letters of a page, fewest and most: a number alone is a page's only where a page may end.
const PAGE: (usize, usize) = (1200, 5200);

/// The pieces without the numbers of pages.
fn without_page_numbers(pieces: &[Piece], notes: &mut Notes) -> Vec<Piece> {
    let mut kept = Vec::new();
    let mut dropped: Vec<String> = Vec::new();
    let mut letters = 900;
    let mut last = 1;
    for piece in pieces {
        if let Piece::Line(line) = piece {
            let number = page_number(&line.text).filter(|_| !line.whole);
            let counts = |page: usize| page > last && (PAGE.0..=PAGE.1).contains(&(letters / (page - 1).max(1)));
            if let Some(page) = number.filter(|page| counts(*page)) {
                last = page;
                dropped.push(line.text.clone());
                continue;
            }
            letters += line.text.chars().count();
        }
        kept.push(piece.clone());
    }
    if !dropped.is_empty() {
        notes.mended("Số trang", &dropped.join(", "), "", "Số trang của bản cũ đứng riêng một dòng, không thuộc nội dung; bản in tự đánh số trang.");
    }
    kept
}

/// `7`, `- 7 -`, `Trang 7`.
fn page_number(text: &str) -> Option<usize> {
    let bare = text.strip_prefix("Trang ").unwrap_or(text).trim_matches(['-', '–', ' ']);
    (!bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|sign| sign.is_ascii_digit())).then(|| bare.parse().ok())?
}

/// Words of a head in which a blank number keeps its room: `số /QĐ-UBND`.
fn with_room(text: &str) -> String {
    text.replace("số /", "số        /")
}

/// The plain text of the last block that has any.
fn last_text(blocks: &mut [Block]) -> Option<&mut Vec<Inline>> {
    blocks.iter_mut().rev().find_map(|block| match block {
        Block::Para { text, .. } | Block::Item { text, .. } => Some(text),
        Block::Heading { .. } | Block::Part { .. } | Block::Table { .. } => None,
    })
}

//! A text as pieces: lines, and the tables whose cells stand between tabs, as they are copied from
//! Word or Excel.

use super::mark::{Mark, marked};
use super::text::{Line, lines};
use super::{Piece, appendix, head, name, tail, word};
use crate::word::read::{Cell, Para, Part, Row, Table};

/// A table has so many rows: of two columns three, for two lines of two may be words set apart.
fn rows(columns: usize) -> usize {
    if columns > 2 { 2 } else { 3 }
}

/// Lines of a cell in quotes, at most.
const QUOTED: usize = 40;

/// The lines and tables of a text.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let lines = lines(&unquoted(text));
    // A letterhead may be set with tabs.
    let named = lines.iter().position(|line| name::name_of(&line.text).is_some()).map_or(0, |at| at + 1);
    let mut pieces: Vec<Piece> = lines.iter().take(named).cloned().map(Piece::Line).collect();
    let (mut at, mut in_end) = (named, false);
    while let Some(line) = lines.get(at) {
        // A signature may be set with tabs too.
        in_end = (in_end || (tail::lists(line) && !line.columns.is_empty())) && !appendix::is_appendix(&line.text);
        let run = if in_end { &[] } else { run(lines.get(at..).unwrap_or(&[])) };
        match word::table(&table(run)).filter(|_| run.len() >= rows(line.columns.len())) {
            Some(table) => {
                pieces.push(Piece::Table(table));
                at += run.len();
            }
            None => {
                pieces.push(Piece::Line(line.clone()));
                at += 1;
            }
        }
    }
    pieces
}

/// The lines from here on that are rows of one table.
fn run(lines: &[Line]) -> &[Line] {
    let Some(first) = lines.first().filter(|line| is_row(line)) else { return &[] };
    let width = first.columns.len();
    let fits = |line: Option<&Line>| line.is_some_and(|line| is_row(line) && (2..=width).contains(&filled(line)));
    let group = |line: &Line| line.columns.is_empty() && marked(&line.text).is_some_and(|found| matches!(found.mark, Mark::Roman(_)));
    let rows = (0..lines.len()).take_while(|at| fits(lines.get(*at)) || (lines.get(*at).is_some_and(group) && fits(lines.get(at + 1))));
    lines.get(..rows.count()).unwrap_or(&[])
}

/// True for a line that may be a row: enough columns, and nothing of a letterhead or a signature.
fn is_row(line: &Line) -> bool {
    let worded = |cell: &String| !head::is_nation(cell);
    // `1.`, `a)`, `-` before a tab is the mark of a paragraph.
    let mark = line
        .columns
        .iter()
        .find(|cell| !cell.is_empty())
        .is_none_or(|cell| cell.ends_with(['.', ')']) && cell.chars().count() < 5 || ["-", "+", "*", "•"].contains(&cell.as_str()));
    line.columns.len() > 1 && !(mark && line.columns.len() < 4) && line.columns.iter().all(worded) && !tail::begins(line)
}

/// Columns up to the last one with words; a row of one is a group's.
fn filled(line: &Line) -> usize {
    line.columns.iter().rposition(|cell| !cell.is_empty()).map_or(0, |at| at + 1).max(2)
}

fn table(lines: &[Line]) -> Table {
    let width = lines.iter().map(filled).max().unwrap_or(0);
    let cell = |words: &str, span: usize| Cell {
        span: u16::try_from(span).unwrap_or(1),
        continued: false,
        parts: vec![Part::Para(Para { text: words.to_owned(), ..Para::default() })],
    };
    let row = |line: &Line| {
        let worded: Vec<&String> = line.columns.iter().filter(|cell| !cell.is_empty()).collect();
        let cells = match worded.as_slice() {
            [] => vec![cell(&line.text, width)],
            [one] => vec![cell(one, width)],
            _ => (0..width).map(|at| cell(line.columns.get(at).map_or("", String::as_str), 1)).collect(),
        };
        Row { header: false, cells }
    };
    Table { rows: lines.iter().map(row).collect(), ..Table::default() }
}

/// Cells that stand in quotes because a line ends in them, on one line and without the quotes.
fn unquoted(text: &str) -> String {
    if !text.contains("\t\"") && !text.contains("\"\t") {
        return text.to_owned();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('"') {
        let (before, quote) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(before);
        let begins = out.is_empty() || out.ends_with(['\t', '\n']);
        match quote.strip_prefix('"').filter(|_| begins).and_then(closed) {
            Some((cell, after)) => {
                out.push_str(&cell.replace("\"\"", "\"").replace("\r\n", " ").replace('\n', " "));
                rest = after;
            }
            None => {
                out.push('"');
                rest = quote.get(1..).unwrap_or("");
            }
        }
    }
    out + rest
}

/// The words up to the closing quote, and what follows it; only for a cell of several lines.
fn closed(text: &str) -> Option<(&str, &str)> {
    let mut signs = text.char_indices().peekable();
    while let Some((at, sign)) = signs.next() {
        if sign != '"' {
            continue;
        }
        if signs.next_if(|(_, next)| *next == '"').is_some() {
            continue;
        }
        let (cell, after) = (text.get(..at)?, text.get(at + 1..)?);
        let ends = after.is_empty() || after.starts_with(['\t', '\n', '\r']);
        return (ends && cell.contains('\n') && cell.matches('\n').count() < QUOTED).then_some((cell, after));
    }
    None
}

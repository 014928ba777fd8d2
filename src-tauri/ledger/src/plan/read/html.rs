//! Tables as Word and Excel put them on the clipboard: HTML that is not well-formed.

use super::grid::{Grid, Piece};
use super::html_list::Lists;
use super::html_signs::unescape;
use super::words::tidy;

/// Tables in tables are followed this deep.
const DEPTH: usize = 12;

/// More columns than any table of a document has.
const COLUMNS: usize = 63;

/// Elements after which a line ends.
const LINES: [&str; 10] = ["p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6"];

/// Elements whose words are not those of the page: `del` is what a tracked change took out.
const HIDDEN: [&str; 6] = ["head", "style", "script", "title", "xml", "del"];

/// Reads a page as lines and grids.
pub(super) fn read(html: &str) -> Vec<Piece> {
    let mut page = Page { levels: vec![Level::default()], hidden: None, lists: Lists::default() };
    // Windows puts lines of its own before the page.
    let mut rest = html.find('<').and_then(|at| html.get(at..)).unwrap_or(html);
    while let Some(at) = rest.find('<') {
        let (words, tag) = rest.split_at(at);
        page.write(words);
        let is_comment = tag.starts_with("<!--");
        let end = if is_comment { tag.find("-->").map(|at| at + 3) } else { end_of_tag(tag) };
        let Some((tag, after)) = end.and_then(|end| tag.split_at_checked(end)) else { break };
        if !is_comment {
            page.tag(tag.trim_start_matches('<').trim_end_matches('>'));
        }
        rest = after;
    }
    while page.levels.len() > 1 {
        page.close_table();
    }
    page.levels.pop().map(Level::finish).unwrap_or_default()
}

/// Where a tag ends: a `>` outside quotes.
fn end_of_tag(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in tag.char_indices() {
        match (quote, sign) {
            (None, '>') => return Some(at + 1),
            (None, '"' | '\'') => quote = Some(sign),
            (Some(open), sign) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// The page itself, or a table on it with the cell that is open.
#[derive(Default)]
struct Level {
    rows: Vec<Vec<Cell>>,
    pieces: Vec<Piece>,
    line: String,
    span: (usize, usize),
    in_cell: bool,
}

struct Cell {
    pieces: Vec<Piece>,
    columns: usize,
    rows: usize,
}

impl Level {
    fn end_line(&mut self) {
        let line = tidy(&std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.pieces.push(Piece::Line(line));
        }
    }

    fn end_cell(&mut self) {
        self.end_line();
        let pieces = std::mem::take(&mut self.pieces);
        if std::mem::take(&mut self.in_cell)
            && let Some(row) = self.rows.last_mut()
        {
            row.push(Cell { pieces, columns: self.span.0, rows: self.span.1 });
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.end_line();
        self.pieces
    }
}

struct Page {
    levels: Vec<Level>,
    hidden: Option<String>,
    lists: Lists,
}

impl Page {
    fn tag(&mut self, tag: &str) {
        let closes = tag.starts_with('/');
        let tag = tag.trim_start_matches('/');
        let name = tag.split(|sign: char| sign.is_whitespace() || sign == '/').next().unwrap_or("").to_lowercase();
        if let Some(hidden) = &self.hidden {
            if closes && *hidden == name {
                self.hidden = None;
            }
            return;
        }
        if HIDDEN.contains(&name.as_str()) && !closes && !tag.ends_with('/') {
            self.hidden = Some(name);
            return;
        }
        let on_page = self.levels.len() == 1;
        let deepest = self.levels.len() > DEPTH;
        let Some(level) = self.levels.last_mut() else { return };
        match (name.as_str(), closes) {
            ("table", false) if !deepest => {
                level.end_line();
                self.levels.push(Level::default());
            }
            ("table", true) if !on_page => self.close_table(),
            ("tr", _) if !on_page => {
                level.end_cell();
                if !closes {
                    level.rows.push(Vec::new());
                }
            }
            ("td" | "th", closes) if !on_page => {
                level.end_cell();
                level.in_cell = !closes;
                level.span = (attribute(tag, "colspan").unwrap_or(1).min(COLUMNS), attribute(tag, "rowspan").unwrap_or(1));
            }
            ("ol" | "ul", closes) => self.lists.list(tag, name == "ol", closes),
            ("li", false) => {
                level.end_line();
                level.line = self.lists.item(tag);
            }
            (name, _) if LINES.contains(&name) => level.end_line(),
            _ => {}
        }
    }

    fn close_table(&mut self) {
        let Some(mut level) = self.levels.pop() else { return };
        level.end_cell();
        if let Some(outer) = self.levels.last_mut() {
            outer.pieces.push(Piece::Grid(grid(level.rows)));
        }
    }

    fn write(&mut self, words: &str) {
        if let (None, Some(level)) = (&self.hidden, self.levels.last_mut()) {
            level.line.push_str(&unescape(words));
        }
    }
}

/// A grid whose cells over several rows are continued in the rows below.
fn grid(rows: Vec<Vec<Cell>>) -> Grid {
    let mut grid = Grid::default();
    // For each column where a cell goes on: its columns, and rows still to come.
    let mut going_on: Vec<(usize, usize)> = vec![(0, 0); COLUMNS + 1];
    let framed = rows.iter().flatten().any(|cell| cell.pieces.iter().any(|piece| matches!(piece, Piece::Grid(_))));
    for row in rows {
        let mut cells = Vec::new();
        let mut at = 0;
        let mut own = row.into_iter();
        loop {
            if let Some((columns, rows)) = going_on.get_mut(at).filter(|(_, rows)| *rows > 0) {
                *rows -= 1;
                cells.push((String::new(), *columns, true));
                at += *columns;
                continue;
            }
            let Some(cell) = own.next() else {
                // Cells that go on may stand further right.
                match going_on.iter().skip(at).position(|(_, rows)| *rows > 0) {
                    Some(gap) => {
                        cells.push((String::new(), gap, false));
                        at += gap;
                        continue;
                    }
                    None => break,
                }
            };
            cells.push((words_of(&cell.pieces), cell.columns, false));
            if let Some(place) = going_on.get_mut(at) {
                *place = (cell.columns, cell.rows.saturating_sub(1));
            }
            if framed {
                grid.inner.extend(cell.pieces);
            }
            at += cell.columns;
        }
        grid.push(cells);
    }
    grid
}

/// All words of a cell in one line.
fn words_of(pieces: &[Piece]) -> String {
    let words = pieces.iter().map(|piece| match piece {
        Piece::Line(line) => line.clone(),
        Piece::Grid(grid) => grid.rows.iter().map(super::grid::Row::words).collect::<Vec<_>>().join(" "),
    });
    tidy(&words.collect::<Vec<_>>().join(" "))
}

/// A number from 1 on in an attribute, with or without quotes.
pub(super) fn attribute(tag: &str, name: &str) -> Option<usize> {
    let tag = tag.to_lowercase();
    let value = tag.split_once(&format!("{name}=")).map_or("", |(_, value)| value).trim_start_matches(['"', '\'']);
    let end = value.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(value.len());
    value.get(..end).and_then(|number| number.parse().ok()).map(|number: usize| number.max(1))
}

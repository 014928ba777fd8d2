//! Paragraphs as blocks: which numbered ones are headings, which are items of a list (decree, V).

use super::Piece;
use super::mark::{Mark, Marked, marked};
use super::text::{is_capitals, is_ended};
use crate::paper::{Block, Inline, Item, Table};

/// A piece of a body, whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Whole {
    /// A paragraph.
    Para(String),
    /// A table.
    Table(Table),
}

/// Joins the lines between tables.
pub(super) fn wholes(pieces: &[Piece], setting: super::join::Setting) -> Vec<Whole> {
    let mut wholes = Vec::new();
    let mut lines = Vec::new();
    let close = |lines: &mut Vec<_>, wholes: &mut Vec<Whole>| wholes.extend(setting.paragraphs(&std::mem::take(lines)).into_iter().map(Whole::Para));
    for piece in pieces {
        match piece {
            Piece::Line(line) => lines.push(line.clone()),
            Piece::Table(table) => {
                close(&mut lines, &mut wholes);
                wholes.push(Whole::Table(table.clone()));
            }
        }
    }
    close(&mut lines, &mut wholes);
    wholes
}

/// A title is not longer than this, in letters.
const TITLE: usize = 200;
/// A title that ends with a full stop, or that nothing follows, is shorter.
const SHORT_TITLE: usize = 100;

/// The blocks of a body; ids count up from `first`.
pub(super) fn blocks(wholes: &[Whole], prefix: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    // For each kind of mark, what the last paragraph with it was: siblings are of one kind.
    let mut siblings: Vec<(u8, bool)> = Vec::new();
    let mut at = 0;
    while let Some(whole) = wholes.get(at) {
        at += 1;
        let id = format!("{prefix}-{}", blocks.len() + 1);
        let text = match whole {
            Whole::Para(text) => text,
            Whole::Table(table) => {
                blocks.push(Block::Table { id, table: table.clone() });
                continue;
            }
        };
        let Some(found) = marked(text) else {
            blocks.push(Block::Para { id, text: words(text) });
            continue;
        };
        let rank = rank(&found.mark);
        siblings.retain(|(of, _)| *of <= rank);
        let sibling = siblings.iter().find(|(of, _)| *of == rank).map(|(_, heading)| *heading);
        if found.mark == Mark::Part {
            let mut title = found.rest.to_owned();
            // The title may stand on its own line below.
            if let Some(Whole::Para(next)) = wholes.get(at)
                && title.is_empty()
                && is_capitals(next)
                && marked(next).is_none()
            {
                title.clone_from(next);
                at += 1;
            }
            blocks.push(Block::Part { id, number: found.written.to_owned(), title });
            siblings.clear();
            continue;
        }
        let content = has_content(rank, wholes.get(at));
        let heading = is_heading(&found, content, sibling);
        siblings.retain(|(of, _)| *of != rank);
        siblings.push((rank, heading));
        blocks.push(block(id, &found, heading));
    }
    blocks
}

fn words(text: &str) -> Vec<Inline> {
    vec![Inline::words(text)]
}

fn block(id: String, found: &Marked<'_>, heading: bool) -> Block {
    let text = words(found.rest);
    if heading {
        let level = match found.mark {
            Mark::Roman(_) | Mark::Capital => 1,
            Mark::Number(_) => 2,
            _ => 3,
        };
        return Block::Heading { id, level, number: found.written.to_owned(), text };
    }
    let item = match &found.mark {
        Mark::Dash => Item::Dash,
        Mark::Plus => Item::Plus,
        Mark::Letter(letter) => Item::Letter(letter.clone()),
        Mark::Star => return Block::Para { id, text: words(&format!("{} {}", found.written, found.rest)) },
        _ => Item::Number(found.written.to_owned()),
    };
    Block::Item { id, item, text }
}

/// How deep a mark stands.
fn rank(mark: &Mark) -> u8 {
    match mark {
        Mark::Part => 0,
        Mark::Capital => 1,
        Mark::Roman(_) => 2,
        Mark::Number(_) => 3,
        Mark::Deeper => 4,
        Mark::Letter(_) => 5,
        Mark::Dash | Mark::Star => 6,
        Mark::Plus => 7,
    }
}

/// True when what follows belongs to a paragraph of this rank: words, a table, a deeper mark.
fn has_content(rank: u8, next: Option<&Whole>) -> bool {
    match next {
        None => false,
        Some(Whole::Table(_)) => true,
        Some(Whole::Para(text)) => match marked(text) {
            Some(found) => self::rank(&found.mark) > rank,
            // `Trên đây là …` closes the whole paper.
            None => !text.starts_with("Trên đây") && !text.ends_with("./."),
        },
    }
}

/// A title rather than a sentence: by its form, by what follows it, by its siblings.
fn is_heading(found: &Marked<'_>, content: bool, sibling: Option<bool>) -> bool {
    let text = found.rest;
    let length = text.chars().count();
    let sentence = text.ends_with(['.', ';', ',', '…']);
    let sentences = text.contains(". ");
    match found.mark {
        Mark::Dash | Mark::Plus | Mark::Star | Mark::Part => false,
        Mark::Capital => true,
        Mark::Roman(_) => is_capitals(text) || (length <= TITLE && !sentences && (content || !sentence)),
        _ if sentences || length > TITLE + 60 => false,
        _ if content && !sentence => length <= TITLE || text.ends_with(':'),
        _ if content => !text.ends_with([';', ',']) && sibling != Some(false),
        _ => !is_ended(text) && !sentence && length <= SHORT_TITLE && sibling == Some(true),
    }
}

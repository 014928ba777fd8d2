//! Blocks again from returned paragraphs: their marks, their pieces.

use super::pieces::{Changed, again};
use super::units::{Said, Unit, plain, words};
use crate::paper::{Block, BlockId, Inline, Item};
use crate::report::document::each_inline;
use crate::report::take_in::mark::{Mark, marked};

/// A block that came back, with the figures in it whose words were changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Back {
    /// The block; its changed figures stand in it as they were.
    pub(super) block: Block,
    /// Those figures.
    pub(super) changed: Vec<Changed>,
}

/// What a paragraph is that was `before`, or is new.
///
/// `text` is what was sent of it, `others` all figures and citations of the report.
pub(super) fn back(before: Option<&Block>, text: &[Inline], unit: &Unit, id: BlockId, others: &[Inline]) -> Back {
    let said = plain(&unit.said);
    let rest = |mark: &str| again(text, &without(&unit.said, mark), others);
    let heading = |level: u8, number: &str| {
        let again = rest(number);
        Back { block: Block::Heading { id: id.clone(), level, number: number.to_owned(), text: again.text }, changed: again.changed }
    };
    let item = |item: Item, written: &str| {
        let again = rest(written);
        Back { block: Block::Item { id: id.clone(), item, text: again.text }, changed: again.changed }
    };
    let found = marked(&said);
    let as_item = || found.as_ref().and_then(|found| Some(item(item_of(&found.mark, found.written)?, found.written)));
    let para = || {
        let again = rest("");
        Back { block: Block::Para { id: id.clone(), text: again.text }, changed: again.changed }
    };
    match before {
        Some(Block::Heading { level, number, .. }) if begins(&said, number) => heading(*level, number),
        Some(Block::Heading { level, .. }) => heading(*level, found.as_ref().map_or("", |found| found.written)),
        Some(Block::Item { item: kept, .. }) if begins(&said, &kept.mark()) => item(kept.clone(), &kept.mark()),
        Some(Block::Item { .. }) => as_item().unwrap_or_else(para),
        // A sentence that began with a number before is no item now.
        Some(Block::Para { text, .. }) if marked(&Inline::plain(text)).is_some() => para(),
        Some(_) => as_item().unwrap_or_else(para),
        None => match (heading_level(&unit.style), &found) {
            (Some(level), _) => heading(level, found.as_ref().map_or("", |found| found.written)),
            (None, Some(found)) if matches!(found.mark, Mark::Roman(_)) && found.rest.chars().all(|sign| !sign.is_lowercase()) => {
                heading(1, found.written)
            }
            _ => as_item().unwrap_or_else(para),
        },
    }
}

/// The text of a block, without its mark; nothing for a part or a table.
fn text(block: &Block) -> &[Inline] {
    match block {
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => text,
        Block::Part { .. } | Block::Table { .. } => &[],
    }
}

/// Blocks as one text, the marks of all but the first among its words.
fn joined(blocks: &[&Block]) -> Vec<Inline> {
    let mut pieces: Vec<Inline> = Vec::new();
    for block in blocks {
        let mark = match block {
            _ if pieces.is_empty() => String::new(),
            Block::Item { item, .. } => format!(" {} ", item.mark()),
            Block::Heading { number, .. } => format!(" {number} "),
            _ => " ".to_owned(),
        };
        pieces.extend(Some(mark).filter(|mark| !mark.is_empty()).map(Inline::words));
        pieces.extend(text(block).iter().cloned());
    }
    pieces
}

fn item_of(mark: &Mark, written: &str) -> Option<Item> {
    match mark {
        Mark::Dash => Some(Item::Dash),
        Mark::Plus => Some(Item::Plus),
        Mark::Letter(letter) => Some(Item::Letter(letter.clone())),
        Mark::Number(_) | Mark::Deeper => Some(Item::Number(written.to_owned())),
        Mark::Part | Mark::Capital | Mark::Roman(_) | Mark::Star => None,
    }
}

/// Whether a text begins with a mark, and words follow it.
fn begins(said: &str, mark: &str) -> bool {
    mark.is_empty() || said.strip_prefix(mark).is_some_and(|rest| rest.starts_with(' '))
}

/// The pieces without a mark at their beginning.
fn without(said: &[Said], mark: &str) -> Vec<Said> {
    let mut left = mark.chars().filter(|sign| !sign.is_whitespace()).count();
    let mut pieces = Vec::new();
    for piece in said {
        let whole = words(piece);
        let mut rest = whole;
        while left > 0 || (pieces.is_empty() && rest.starts_with(' ')) {
            let Some(sign) = rest.chars().next() else { break };
            left -= usize::from(!sign.is_whitespace() && left > 0);
            rest = rest.get(sign.len_utf8()..).unwrap_or("");
        }
        match piece {
            _ if rest.is_empty() => {}
            Said::Chip(tag, shown) if shown == rest => pieces.push(Said::Chip(tag.clone(), shown.clone())),
            _ => pieces.push(Said::Words(rest.to_owned())),
        }
    }
    pieces
}

/// The level of a heading by its style, as we and LibreOffice name it.
fn heading_level(style: &str) -> Option<u8> {
    match style {
        "Heading1" => Some(1),
        "Heading2" => Some(2),
        "Heading3" | "Heading4" => Some(3),
        _ => None,
    }
}

/// What was sent of these blocks, as one text.
pub(super) fn joined_text(blocks: &[&Block]) -> Vec<Inline> {
    match blocks {
        [one] => text(one).to_vec(),
        many => joined(many),
    }
}

/// Number and title of a part from its lines.
pub(super) fn part(number: &str, title: &str, home: &[&Unit]) -> (String, String) {
    let mut lines: Vec<&str> = home.iter().map(|unit| unit.plain.as_str()).collect();
    let has_number = !number.trim().is_empty() && (lines.len() > 1 || title.trim().is_empty() || lines.first() == Some(&number));
    let number = if has_number && !lines.is_empty() { lines.remove(0).to_owned() } else { String::new() };
    (number, lines.join(" "))
}

/// The figures of blocks: id, and what each showed.
pub(super) fn figures<'a>(blocks: impl Iterator<Item = &'a Block>) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for block in blocks {
        each_inline(&mut block.clone(), &mut |piece| {
            if let Inline::Figure(chip) = piece {
                all.push((chip.id.clone(), chip.shown.clone().unwrap_or_default()));
            }
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(before: Option<&Block>, said: &str) -> String {
        let unit = Unit { said: vec![Said::Words(said.to_owned())], ..Unit::default() };
        let text = before.map(text).unwrap_or(&[]).to_vec();
        let block = back(before, &text, &unit, "a".into(), &[]).block;
        format!("{block:?}").split(' ').next().unwrap_or("").to_owned() + " " + &block.plain()
    }

    #[test]
    fn a_paragraph_keeps_its_mark_or_takes_the_new_one() {
        let words = |words: &str| vec![Inline::words(words)];
        let heading = Block::Heading { id: "a".into(), level: 2, number: "1.".into(), text: words("Kết quả") };
        let item = Block::Item { id: "a".into(), item: Item::Dash, text: words("Đã xong") };
        let para = Block::Para { id: "a".into(), text: words("Đã xong") };
        let counted = Block::Para { id: "a".into(), text: words("1. Đã xong") };
        for (before, said, after) in [
            (Some(&heading), "1. Kết quả mới", "Heading 1. Kết quả mới"),
            (Some(&heading), "2. Kết quả", "Heading 2. Kết quả"),
            (Some(&heading), "Kết quả", "Heading Kết quả"),
            (Some(&item), "- Chưa xong", "Item - Chưa xong"),
            (Some(&item), "+ Đã xong", "Item + Đã xong"),
            (Some(&item), "Đã xong cả", "Para Đã xong cả"),
            (Some(&para), "- Đã xong", "Item - Đã xong"),
            (Some(&counted), "1. Đã xong cả", "Para 1. Đã xong cả"),
            (None, "a) Đã xong", "Item a) Đã xong"),
            (None, "IV. KIẾN NGHỊ", "Heading IV. KIẾN NGHỊ"),
            (None, "Đã xong", "Para Đã xong"),
        ] {
            assert_eq!(told(before, said), after);
        }
    }
}

//! What the officer says of marks: right as they stand, other words, a figure of the ledger.

use super::line::{line, text_of, with};
use super::marks::Placed;
use super::show::offer;
use super::{head_blocks, with_head_block};
use crate::change::Done;
use crate::paper::{Block, Inline};
use crate::view::{Id, MarkAnswer, MarkPlace, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};

impl Ledger {
    /// Answers marks of a report, all alike, as one change that can be undone.
    ///
    /// Errors: the report is not a draft; the words stand there no more.
    pub fn answer_marks(&mut self, report: Id, places: &[MarkPlace], answer: &MarkAnswer, stamp: &Stamp) -> Result<Written> {
        self.refuse_unless_draft(report)?;
        let kept = self.kept_marks(report)?;
        let head = self.head(report)?;
        let head_blocks = head_blocks(&head);
        let mut new_head = head.clone();
        let mut changed: Vec<(Id, Vec<Block>)> = Vec::new();
        let mut fresh = Vec::new();
        // From the last one on: those before keep their places.
        let mut places: Vec<&MarkPlace> = places.iter().collect();
        places.sort_by_key(|place| std::cmp::Reverse(place.from));
        for place in &places {
            let is_known = place.mark.is_none_or(|mark| kept.iter().any(|one| one.id == mark));
            let section = if place.section.is_empty() { None } else { Some(self.section(report, &place.section)?) };
            let blocks: &[Block] = match &section {
                Some((id, row)) => changed.iter().find(|(other, _)| other == id).map_or(row.blocks.as_slice(), |(_, blocks)| blocks),
                None => &head_blocks,
            };
            let block = blocks.iter().find(|block| block.id() == place.block).filter(|_| is_known).ok_or(Problem::MarkMoved)?;
            let piece = match answer {
                MarkAnswer::Right => {
                    if place.mark.is_none() {
                        let (text, start, end) = found(block, place)?;
                        let at = Placed { id: 0, section: place.section.clone(), block: place.block.clone(), start, end };
                        fresh.push(offer(&at, &text));
                    }
                    continue;
                }
                MarkAnswer::Instead { words } => Inline::words(viet::nfc(words.trim())),
                MarkAnswer::Chip { chip } => {
                    // In the lines of the head there are no chips.
                    let _ = section.as_ref().ok_or(Problem::MarkMoved)?;
                    Inline::Figure(crate::paper::FigureChip { shown: None, instead: None, ..chip.clone() })
                }
            };
            let (_, start, end) = found(block, place)?;
            let new = rewritten(block, start, end, &piece);
            match section {
                None => new_head = with_head_block(new_head, &new),
                Some((id, row)) => {
                    if !changed.iter().any(|(other, _)| *other == id) {
                        changed.push((id, row.blocks));
                    }
                    let blocks = changed.iter_mut().find(|(other, _)| *other == id);
                    if let Some(old) = blocks.and_then(|(_, blocks)| blocks.iter_mut().find(|block| block.id() == new.id())) {
                        *old = new;
                    }
                }
            }
        }
        let said = if *answer == MarkAnswer::Right { "right" } else { "replaced" };
        let summary = summary(&places, answer);
        self.write(stamp, "answer-marks", |door| {
            for (section, blocks) in &changed {
                door.amend_section(*section, blocks)?;
            }
            if new_head != head {
                door.amend_report(report, &new_head)?;
            }
            for mark in places.iter().filter_map(|place| place.mark) {
                door.answer_mark(mark, said)?;
            }
            for mark in &fresh {
                door.make_mark(report, mark, Some(said))?;
            }
            Ok(Done::new(Some(report), summary))
        })
    }
}

/// The line of a block, and where the words of a place stand in it. Error: they do not.
fn found(block: &Block, place: &MarkPlace) -> Result<(String, usize, usize)> {
    let text = line(text_of(block).ok_or(Problem::MarkMoved)?);
    let start = byte(&text, place.from);
    let end = byte(&text, place.to);
    if text.get(start..end) == Some(place.words.as_str()) { Ok((text, start, end)) } else { Err(Problem::MarkMoved.into()) }
}

/// The byte at a place as the editor counts.
fn byte(text: &str, place: u32) -> usize {
    let mut left = usize::try_from(place).unwrap_or(usize::MAX);
    for (at, letter) in text.char_indices() {
        if left == 0 {
            return at;
        }
        left = left.saturating_sub(letter.len_utf16());
    }
    text.len()
}

fn rewritten(block: &Block, start: usize, end: usize, piece: &Inline) -> Block {
    let mut block = block.clone();
    match &mut block {
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => *text = with(text, start, end, piece),
        Block::Part { .. } | Block::Table { .. } => {}
    }
    block
}

fn summary(places: &[&MarkPlace], answer: &MarkAnswer) -> String {
    let words = places.first().map_or("", |place| place.words.as_str());
    let count = if places.len() > 1 { format!(" ở {} chỗ", places.len()) } else { String::new() };
    let is_plain = !words.is_empty() && !words.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.' || byte == b'_')
        || words.bytes().all(|byte| byte.is_ascii_digit());
    let named = if is_plain { format!(" “{words}”") } else { String::new() };
    match answer {
        MarkAnswer::Right => format!("Xác nhận{named} vẫn đúng{count}"),
        MarkAnswer::Instead { words: new } => format!("Thay{named} bằng “{}”{count}", new.trim()),
        MarkAnswer::Chip { .. } => format!("Thay số gõ tay{named} bằng số lấy từ sổ{count}"),
    }
}

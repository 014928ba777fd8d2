//! Figures of a report that are estimates, where its words do not say so.

use super::document::each_inline;
use super::open::named;
use super::rows::{Head, SectionRow};
use crate::deadline::Span;
use crate::figures::Figures;
use crate::paper::{Block, Inline};
use crate::viet::nfc;
use crate::view::OpenPoint;

/// For each section the estimates that stand in it as if they were closed, and the first block they stand in.
///
/// Where the paragraph says `ước` the reader knows; a value put by hand has its own reason.
pub(super) fn open_estimates(head: &Head, kept: &[SectionRow], figures: &Figures) -> Vec<OpenPoint> {
    kept.iter().filter_map(|section| of_section(head, section, figures)).collect()
}

fn of_section(head: &Head, section: &SectionRow, figures: &Figures) -> Option<OpenPoint> {
    let mut names: Vec<String> = Vec::new();
    let mut first = None;
    for block in section.blocks.iter().filter(|block| !says_so(block)) {
        each_inline(&mut block.clone(), &mut |piece| {
            let Inline::Figure(chip) = piece else { return };
            let span = chip.window.map_or(head.window, |(first, last)| Span { first, last });
            if chip.instead.is_none() && figures.is_estimate(&chip.id, span) {
                first.get_or_insert_with(|| block.id().to_owned());
                let name = format!("“{}”", figures.name(&chip.id).unwrap_or(&chip.id));
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        });
    }
    let sentence = format!("{} {} là số ước: hãy ghi rõ “ước” trong câu, hoặc thay bằng số chính thức.", section.whose(), named(&names));
    first.map(|block| OpenPoint { section: section.key.clone(), block, sentence, figure: None })
}

/// Whether a paragraph says that its numbers are estimates.
fn says_so(block: &Block) -> bool {
    nfc(&block.plain()).to_lowercase().split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "ước")
}

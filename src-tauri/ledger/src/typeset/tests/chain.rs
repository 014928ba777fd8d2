//! What a heading holds together with what follows it, and whether a page has room for all of it.

use super::super::flow::Frame;
use super::super::profile::DECREE_30;
use super::super::setting::Setting;
use super::super::text::entries;
use super::super::*;
use super::lines::Block;
use super::random::FIRST;
use super::together::{header_height, page_height};
use std::ops::RangeInclusive;

/// So many lines of a text are never parted: two on either side of a page's end can't be had of them.
const HELD: usize = 3;

/// Whether the blocks that hold together around a heading are taller than a page: then one of the
/// headings among them must stand without its text.
pub(super) fn too_tall(document: &Document, layout: &Layout, blocks: &[Block], body: &[&Block], heading: usize) -> bool {
    let chain = chain(document, body, heading);
    let Some(first) = body.get(*chain.start()) else { return false };
    // The title goes with the letterhead above it.
    let above = if *chain.start() == 0 { first.first().y - DECREE_30.margin_top.pt().0 } else { 0.0 };
    let below = if first.first().page == 0 { address_height(document) } else { 0.0 };
    let titled = below_title(document);
    let tall: f32 = chain.clone().filter_map(|at| Some((at, body.get(at)?))).map(|(at, block)| height(blocks, block, at <= titled)).sum();
    let end = end_of(layout, blocks, body, *chain.end());
    above + tall + end + below > page_height(layout, first.first().page)
}

fn is_heading(block: &Block) -> bool {
    matches!(block.role, Role::Heading(_))
}

/// The blocks that stay together with a heading, as far as those before and after it hold on.
fn chain(document: &Document, body: &[&Block], heading: usize) -> RangeInclusive<usize> {
    let mut chain = 0..=0;
    for at in (0..=heading).filter(|at| is_heading(body[*at])) {
        let end = held(body, at, if at == 0 { below_title(document) } else { 0 });
        chain = if at <= *chain.end() { *chain.start()..=end.max(*chain.end()) } else { at..=end };
    }
    chain
}

/// How many blocks below the title belong to it: the bracketed line and Kính gửi.
fn below_title(document: &Document) -> usize {
    let addressees = match entries(&document.addressees).len() {
        several @ 2.. => several + 1,
        few => few,
    };
    addressees + usize::from(document.bracket.is_some())
}

/// The last block that a heading keeps on its page: two lines below it (and what belongs to it) and
/// below each heading there; header rows never go without the row below them.
fn held(body: &[&Block], heading: usize, own: usize) -> usize {
    let mut wanted = DECREE_30.lines_together;
    // The title is no section.
    let (mut under, mut told) = (heading > 0, false);
    for (at, block) in body.iter().enumerate().skip(heading + 1 + own) {
        match block.role {
            Role::Heading(1) => return at - 1,
            // The signature is no text; what it holds on to is measured by itself.
            _ if ends(&block.first().text) => return at - 1,
            // A section of one line is whole.
            Role::Heading(_) if told => return at - 1,
            Role::Heading(_) => wanted = DECREE_30.lines_together,
            Role::Row => wanted = wanted.saturating_sub(block.tallest),
            _ => wanted = wanted.saturating_sub(block.lines.len()),
        }
        under |= is_heading(block);
        told |= under && !is_heading(block);
        if wanted == 0 && !block.header {
            return at;
        }
    }
    body.len() - 1
}

/// The height that a block needs so that what is above it need not part from it; `whole`: it is part
/// of a title, all of whose lines hold together.
fn height(blocks: &[Block], block: &Block, whole: bool) -> f32 {
    if block.role == Role::Row {
        // A row that a page does not hold parts, but its first piece still wants its header.
        let first = blocks.iter().find(|other| other.table == block.table).is_some_and(|first| std::ptr::eq(first, block));
        return block.row_height() + if first && !block.header { header_height(blocks, block.table) } else { 0.0 };
    }
    let lines = if whole || is_heading(block) { block.lines.len() } else { block.lines.len().min(HELD) };
    lines as f32 * DECREE_30.body_line().0 + DECREE_30.paragraph_gap.0 * 2.0
}

/// The height of what signature and recipients hold on to a chain, if they follow it; 0 if not.
fn end_of(layout: &Layout, blocks: &[Block], body: &[&Block], last: usize) -> f32 {
    // The last line of a text may leave the others behind; a row of a table is one.
    let Some(block) = body.get(last).filter(|last| last.role == Role::Row || last.lines.len() <= HELD) else { return 0.0 };
    let mut below = blocks.iter().skip_while(|other| !std::ptr::eq(*other, *block)).skip(1);
    match (below.next(), below.next()) {
        (Some(next), _) if ends(&next.first().text) => end_height(layout),
        // Two lines go with the signature: where the last text is one, another text's last as well.
        (Some(one), Some(next)) if one.lines.len() == 1 && ends(&next.first().text) => height(blocks, one, false) + end_height(layout),
        _ => 0.0,
    }
}

/// What the address line takes from the first page.
fn address_height(document: &Document) -> f32 {
    let frame = Frame::new(&DECREE_30, false, Pt::ZERO);
    let setting = Setting::new(&DECREE_30, Faces::bundled());
    foot::address(&setting, document.address.as_deref(), &frame).map_or(0.0, |address| address.height.0)
}

/// Whether a line begins what stands below the body: the recipients or the signature.
fn ends(line: &str) -> bool {
    line == FIRST || line == "Nơi nhận:"
}

/// From the first line of signature and recipients to the lowest.
fn end_height(layout: &Layout) -> f32 {
    let begun = |page: &&Page| page.runs.iter().any(|run| ends(&run.text));
    let page = layout.pages.iter().find(begun).expect("an end");
    let first = page.runs.iter().find(|run| ends(&run.text)).expect("its first line").y.0;
    let lowest = page.runs.iter().filter(|run| run.tag.is_some()).map(|run| run.y.0).fold(first, f32::max);
    lowest - first + (DECREE_30.signature_gap + DECREE_30.single_line(DECREE_30.signature)).0
}

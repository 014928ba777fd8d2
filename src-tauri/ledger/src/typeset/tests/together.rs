//! What stays together at a page's end: lines of a paragraph, a heading and its text, a row, a signature.

use super::super::flow::Frame;
use super::super::profile::DECREE_30;
use super::super::*;
use super::chain::too_tall;
use super::lines::Block;
use super::place::is_number;
use super::random::{FIRST, NAME};
use super::{HAIR, MARK};
use crate::paper::Document;

pub(super) fn page_height(layout: &Layout, page: usize) -> f32 {
    let page = &layout.pages[page];
    let marked = page.runs.iter().any(|run| run.text == MARK);
    let foot = if marked { DECREE_30.single_line(DECREE_30.mark) * DECREE_30.mark_line } else { Pt::ZERO };
    Frame::new(&DECREE_30, page.width > page.height, foot).height.0
}

/// No line of a paragraph stands alone at the end of a page or at the top of one.
pub(super) fn no_line_alone(blocks: &[Block]) {
    for block in blocks.iter().filter(|block| block.role != Role::Row && block.first().size == DECREE_30.body.0) {
        let on_pages = block.on_pages();
        if on_pages.len() > 1 {
            let ends = [on_pages.first(), on_pages.last()];
            assert!(ends.iter().flatten().all(|lines| **lines >= DECREE_30.lines_together), "{on_pages:?} of {}", block.first().text);
        }
    }
}

/// Below a heading stand two lines or more on its page; it is never parted itself.
pub(super) fn headings_keep(document: &Document, layout: &Layout, blocks: &[Block]) {
    let body: Vec<&Block> = blocks.iter().filter(|block| block.role == Role::Row || block.first().size == DECREE_30.body.0).collect();
    for (index, heading) in body.iter().enumerate().filter(|(_, block)| matches!(block.role, Role::Heading(_))) {
        assert_eq!(heading.on_pages().len(), 1, "parted: {}", heading.first().text);
        let page = heading.last().page;
        let mut below = 0;
        for block in body.iter().skip(index + 1).take_while(|block| !matches!(block.role, Role::Heading(1))) {
            if below > 0 && matches!(block.role, Role::Heading(_)) {
                // The section was one line, and whole.
                break;
            }
            let here = block.lines.iter().filter(|line| line.page == page).count();
            below += if matches!(block.role, Role::Heading(_)) { 0 } else { here };
            if below >= DECREE_30.lines_together || too_tall(document, layout, blocks, &body, index) {
                break;
            }
            assert!(here > 0, "{below} line(s) below {:?}, then {:?}", heading.last(), block.first());
        }
    }
}

/// The heights of a table's header rows together.
pub(super) fn header_height(blocks: &[Block], table: Option<Tag>) -> f32 {
    blocks.iter().filter(|block| block.table == table && block.header).map(Block::row_height).sum()
}

/// A row stands on one page unless it is taller than what a page leaves it.
pub(super) fn rows_are_whole(layout: &Layout, blocks: &[Block]) {
    for row in blocks.iter().filter(|block| block.role == Role::Row && block.on_pages().len() > 1) {
        let whole = page_height(layout, row.first().page);
        let header = header_height(blocks, row.table);
        let room = if row.header || header > whole * DECREE_30.tallest_header { whole } else { whole - header };
        assert!(row.row_height() > room - HAIR, "a row of {} pt parted in {room} pt: {:?}", row.row_height(), row.first());
    }
}

/// On each page that goes on with a table, its header stands again above it, and on no other.
pub(super) fn headers_are_repeated(layout: &Layout, blocks: &[Block]) {
    for (index, page) in layout.pages.iter().enumerate() {
        let again: String =
            page.runs.iter().filter(|run| run.tag.is_none() && !is_number(run) && run.text != MARK).map(|run| plain(&run.text)).collect();
        // What stands first on the page, and whether its table began on one before.
        let first = blocks.iter().filter(|block| block.lines.iter().any(|line| line.page == index));
        let top = |block: &&Block| block.lines.iter().filter(|line| line.page == index).map(|line| line.y).fold(f32::MAX, f32::min);
        let first = first.min_by(|a, b| top(a).total_cmp(&top(b)));
        let on_top = first.filter(|block| block.role == Role::Row && !block.header).map(|block| block.table);
        let repeated = |table: &Option<Tag>| header_height(blocks, *table) <= page_height(layout, index) * DECREE_30.tallest_header;
        match on_top.filter(repeated) {
            Some(table) => assert_eq!(again, header_text(layout, blocks, table, index), "the header on page {}", index + 1),
            // Rows without a word may stand above what is first on the page.
            None if again.is_empty() => {}
            None => {
                let begun = blocks.iter().rfind(|block| block.header && block.first().page < index).and_then(|block| block.table);
                assert_eq!(again, header_text(layout, blocks, begun, index), "a header on page {}", index + 1);
            }
        }
    }
}

/// The words of a table's header, where it stood first, if that was before a page.
fn header_text(layout: &Layout, blocks: &[Block], table: Option<Tag>, before: usize) -> String {
    let rows = blocks.iter().filter(|block| block.table == table && block.header && block.first().page < before);
    let words = |row: &Block| {
        let on = &layout.pages[row.first().page];
        let own = on.runs.iter().filter(|run| row.lines.iter().any(|line| line.y == run.y.0) && run.tag.is_some());
        own.map(|run| plain(&run.text)).collect::<String>()
    };
    rows.map(words).collect()
}

fn plain(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// The signature is whole, the room for it and for the seal is clear, and it never stands alone.
pub(super) fn signature_holds(document: &Document, layout: &Layout, blocks: &[Block]) {
    let Some(signature) = &document.signature else { return };
    let named = |page: &&Page| page.runs.iter().any(|run| run.text == NAME);
    let page = layout.pages.iter().find(named).expect("the signer's name is on a page");
    let width = |run: &Run| run.width(Faces::bundled()).0;
    let name = page.runs.iter().find(|run| run.text == NAME).expect("the name");
    let first = page.runs.iter().find(|run| run.text == FIRST).expect("the whole signature is on one page");
    let axis = name.x.0 + width(name) / 2.0;
    assert!(axis > page.width.0 / 2.0 && (first.x.0 + width(first) / 2.0 - axis).abs() < 0.1);
    let offices = page.runs.iter().filter(|run| run.y < name.y && run.y >= first.y && run.x.0 > axis - 130.0 && run.x.0 + 1.0 > page.width.0 / 2.0);
    let last = offices.map(|run| (run.y + run.size * font::DESCENT).0).fold(0.0, f32::max);
    let top = (name.y - name.size * font::ASCENT).0;
    assert!(top - last >= DECREE_30.signature_room.pt().0 - HAIR, "room {} after {signature:?}", top - last);
    let seal = (axis - DECREE_30.seal.0.pt().0, axis - DECREE_30.seal.1.pt().0);
    for run in &page.runs {
        let clear = run.y.0 <= last || (run.y - run.size * 0.7).0 >= top || run.x.0 >= seal.1 || run.x.0 + width(run) <= seal.0;
        assert!(clear, "under the seal: {run:?}");
    }
    let mut above: Vec<f32> = page.runs.iter().filter(|run| !is_number(run) && run.y < first.y).map(|run| run.y.0).collect();
    above.sort_by(f32::total_cmp);
    above.dedup();
    // A row before the closing line stays whole, even where that leaves only the line with the signature.
    let number = layout.pages.iter().position(|other| std::ptr::eq(other, page)).expect("one of the pages");
    let before = blocks.iter().rfind(|block| block.last().page + 1 == number);
    let lowest = page.runs.iter().filter(|run| run.tag.is_some()).map(|run| (run.y + run.size * font::DESCENT).0).fold(0.0, f32::max);
    // Below a row, the text keeps the room that it needs not at the top of a page.
    let taken = lowest - DECREE_30.margin_top.pt().0 + DECREE_30.paragraph_gap.0 * 2.0;
    let whole =
        |row: &Block| row.role == Role::Row && row.row_height() + header_height(blocks, row.table) + taken > page_height(layout, number) - HAIR;
    assert!(above.len() >= if before.is_some_and(whole) { 1 } else { 2 }, "the signature stands alone: {above:?} {before:?}");
}

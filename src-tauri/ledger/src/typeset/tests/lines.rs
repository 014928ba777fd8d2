//! The lines on the pages by what they belong to: a paragraph, a heading, an item, a row.

use super::super::*;
use std::collections::BTreeMap;

/// A line of a block: the pieces of text of it on one baseline.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) page: usize,
    pub(super) y: f32,
    pub(super) size: f32,
    pub(super) text: String,
}

/// A block of text with its lines, from first to last.
#[derive(Debug)]
pub(super) struct Block {
    pub(super) role: Role,
    /// The table that a row is in.
    pub(super) table: Option<Tag>,
    /// Whether it is a row that names columns.
    pub(super) header: bool,
    pub(super) lines: Vec<Line>,
    /// The most lines that a cell of a row has.
    pub(super) tallest: usize,
}

impl Block {
    pub(super) fn first(&self) -> &Line {
        self.lines.first().expect("a block has lines")
    }

    pub(super) fn last(&self) -> &Line {
        self.lines.last().expect("a block has lines")
    }

    /// How many lines of it stand on each page.
    pub(super) fn on_pages(&self) -> Vec<usize> {
        self.lines.chunk_by(|a, b| a.page == b.page).map(<[Line]>::len).collect()
    }

    /// The height of a row: its tallest cell's lines and the room above and below them.
    pub(super) fn row_height(&self) -> f32 {
        let profile = &profile::DECREE_30;
        self.tallest as f32 * profile.single_line(Pt(self.first().size)).0 + profile.cell_top.pt().0 * 2.0
    }
}

/// The nearest element that a page's end may part: a paragraph, a heading, an item, a row.
fn owner(tree: &Tree, tag: Tag) -> Option<Tag> {
    let mut here = Some(tag);
    while let Some(tag) = here {
        let element = tree.element(tag)?;
        if matches!(element.role, Role::Paragraph | Role::Heading(_) | Role::Item | Role::Row) {
            return Some(tag);
        }
        here = element.parent;
    }
    None
}

/// The blocks that have text, in the order of reading.
pub(super) fn blocks(layout: &Layout) -> Vec<Block> {
    let mut blocks: BTreeMap<Tag, Block> = BTreeMap::new();
    let mut cells: BTreeMap<(Tag, Tag), Vec<(usize, f32)>> = BTreeMap::new();
    for (page, on_page) in layout.pages.iter().enumerate() {
        for run in &on_page.runs {
            let Some(tag) = run.tag else { continue };
            let owner = owner(&layout.tree, tag).unwrap_or_else(|| panic!("{run:?} belongs to nothing"));
            let element = layout.tree.element(owner).expect("an element");
            let header = matches!(layout.tree.element(tag).map(|element| element.role), Some(Role::Header(_)));
            let table = (element.role == Role::Row).then_some(element.parent).flatten();
            let block = blocks.entry(owner).or_insert_with(|| Block { role: element.role, table, header, lines: Vec::new(), tallest: 0 });
            let places = cells.entry((owner, tag)).or_default();
            if places.last() != Some(&(page, run.y.0)) {
                places.push((page, run.y.0));
            }
            match block.lines.iter_mut().rev().take(64).find(|line| line.page == page && line.y == run.y.0) {
                Some(line) => line.text.push_str(&run.text),
                None => block.lines.push(Line { page, y: run.y.0, size: run.size.0, text: run.text.clone() }),
            }
        }
    }
    for ((owner, _), places) in cells {
        if let Some(block) = blocks.get_mut(&owner) {
            block.tallest = block.tallest.max(places.len());
        }
    }
    for block in blocks.values_mut() {
        block.lines.sort_by(|a, b| (a.page, a.y).partial_cmp(&(b.page, b.y)).expect("places"));
    }
    blocks.into_values().collect()
}

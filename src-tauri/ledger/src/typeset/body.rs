//! The body: parts, headings, paragraphs, items and tables as boxes (ô 6).

use super::flow::Frame;
use super::font::{DESCENT, Style};
use super::line::{balanced, even};
use super::page::Anchor;
use super::setting::Setting;
use super::slab::{Glue, Slab, Stand, ascent, centred, set};
use super::table;
use super::text::{Text, entries};
use super::unit::Pt;
use crate::paper::{Block, Inline};

/// Where parts stand among headings: below the name, above `I.`.
const PART: u8 = 2;

/// The boxes of a body.
pub(super) fn body(setting: &Setting<'_>, blocks: &[Block], frame: &Frame) -> Vec<Slab> {
    // Where there are parts, the outline hangs headings below them.
    let below = u8::from(blocks.iter().any(|block| matches!(block, Block::Part { .. })));
    blocks.iter().flat_map(|block| one(setting, block, below, frame)).collect()
}

fn one(setting: &Setting<'_>, block: &Block, below: u8, frame: &Frame) -> Vec<Slab> {
    match block {
        Block::Part { number, title, .. } => part(setting, number, title, frame.width),
        Block::Heading { level, number, text, .. } => heading(setting, *level, below, number, text, frame.width),
        Block::Para { text, .. } => paragraph(setting, &setting.pieces("", text, Style::Regular).tagged(setting.tree.paragraph()), frame.width),
        Block::Item { item, text, .. } => {
            paragraph(setting, &setting.pieces(&item.mark(), text, Style::Regular).item(setting.tree.item(item)), frame.width)
        }
        Block::Table { table, .. } => table::slabs(setting, table, frame),
    }
}

/// `Phần I` on its own line, its title in capitals below it, both centred and bold (V).
fn part(setting: &Setting<'_>, number: &str, title: &str, width: Pt) -> Vec<Slab> {
    let height = setting.body_line();
    let (number_text, title_text) = (setting.plain(number, Style::Bold), setting.capitals(title, Style::Bold));
    if number_text.is_empty() && title_text.is_empty() {
        // A heading without a word is none; in the tree it would leave a level without its element.
        return Vec::new();
    }
    let tag = setting.tree.heading(PART);
    let (number_text, title_text) = (number_text.tagged(tag), title_text.tagged(tag));
    let mut slabs = Vec::new();
    for text in [&number_text, &title_text] {
        for line in balanced(text, setting.body, width * setting.centred_width).iter().filter(|_| !text.is_empty()) {
            let runs = centred(text, line, setting.body, width / 2.0, ascent(setting.body));
            slabs.push(Slab { runs, height, ink: height, glue: Glue::Weak, keep_next: setting.lines_together, ..Slab::default() }.spaced(line.last));
        }
    }
    if let Some(first) = slabs.first_mut() {
        first.before = setting.paragraph_gap * 2.0;
        first.glue = Glue::None;
        first.section = true;
        first.anchor = Some(Anchor { level: 1, title: format!("{number}. {title}"), y: Pt::ZERO });
    }
    slabs
}

/// A heading (V): capitals and bold, bold, or upright as its level wants.
pub(super) fn heading(setting: &Setting<'_>, level: u8, below: u8, number: &str, text: &[Inline], width: Pt) -> Vec<Slab> {
    // `a)` is upright in the decree, with or without a title; everything above it is bold.
    let style = if number.ends_with(')') { Style::Regular } else { Style::Bold };
    let mut words = setting.pieces(number, text, style);
    if level <= 1 {
        words = words.capitals(setting.faces);
    }
    if words.is_empty() {
        return Vec::new();
    }
    let mut slabs = paragraph(setting, &words.tagged(setting.tree.heading(PART + level.max(1))), width);
    let title = format!("{number} {}", Inline::plain(text)).trim().to_owned();
    for (below, slab) in slabs.iter_mut().rev().enumerate() {
        slab.keep_next = below + setting.lines_together;
    }
    for slab in slabs.iter_mut().skip(1) {
        slab.glue = Glue::Weak;
    }
    if let Some(first) = slabs.first_mut() {
        first.section = true;
        first.anchor = Some(Anchor { level: level.max(1) + below, title, y: Pt::ZERO });
    }
    slabs
}

/// Legal bases (II.6): a paragraph each in italics, `;` after each and `.` after the last.
pub(super) fn bases(setting: &Setting<'_>, bases: &[String], width: Pt) -> Vec<Slab> {
    let bases = entries(bases);
    let last = bases.len().saturating_sub(1);
    let words = |(index, base): (usize, &&str)| setting.plain(&format!("{base}{}", if index < last { ";" } else { "." }), Style::Italic);
    bases.iter().enumerate().flat_map(|base| paragraph(setting, &words(base).tagged(setting.tree.paragraph()), width)).collect()
}

/// A paragraph: first line indented, both edges straight, no line of it alone on a page.
fn paragraph(setting: &Setting<'_>, text: &Text, width: Pt) -> Vec<Slab> {
    if text.is_empty() {
        return Vec::new();
    }
    let (size, indent) = (setting.body, setting.indent.pt());
    let lines = even(text, size, width - indent, width);
    let (count, height) = (lines.len(), setting.body_line());
    let slab = |(index, line)| {
        let left = if index == 0 { indent } else { Pt::ZERO };
        let held = index > 0 && (index < setting.lines_together || index + setting.lines_together > count);
        Slab {
            before: if index == 0 { setting.paragraph_gap } else { Pt::ZERO },
            height,
            ink: ascent(size) + size * DESCENT,
            runs: set(text, line, size, Stand::Full, left, width - left, ascent(size)),
            glue: if held { Glue::Weak } else { Glue::None },
            ..Slab::default()
        }
    };
    lines.iter().enumerate().map(slab).collect()
}

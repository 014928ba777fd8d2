//! The body: parts, headings, paragraphs, items and tables as boxes (ô 6).

use super::flow::Frame;
use super::font::{DESCENT, Style};
use super::line::{balanced, even};
use super::page::Anchor;
use super::profile::Profile;
use super::slab::{Glue, Slab, Stand, ascent, centred, set};
use super::table;
use super::text::Text;
use super::unit::Pt;
use crate::paper::{Block, Inline};

/// The boxes of a body.
pub(super) fn body(profile: &Profile, blocks: &[Block], frame: &Frame) -> Vec<Slab> {
    blocks.iter().flat_map(|block| one(profile, block, frame)).collect()
}

fn one(profile: &Profile, block: &Block, frame: &Frame) -> Vec<Slab> {
    match block {
        Block::Part { number, title, .. } => part(profile, number, title, frame.width),
        Block::Heading { level, number, text, .. } => heading(profile, *level, number, text, frame.width),
        Block::Para { text, .. } => paragraph(profile, &Text::of("", text, Style::Regular), frame.width),
        Block::Item { item, text, .. } => paragraph(profile, &Text::of(&item.mark(), text, Style::Regular), frame.width),
        Block::Table { table, .. } => table::slabs(profile, table, frame),
    }
}

/// `Phần I` on its own line, its title in capitals below it, both centred and bold (V).
fn part(profile: &Profile, number: &str, title: &str, width: Pt) -> Vec<Slab> {
    let height = profile.body_line();
    let number_text = Text::plain(number, Style::Bold);
    let title_text = Text::plain(title, Style::Bold).capitals();
    let mut slabs = Vec::new();
    for text in [&number_text, &title_text] {
        for line in balanced(text, profile.body, width * profile.centred_width).iter().filter(|_| !text.is_empty()) {
            let runs = centred(text, line, profile.body, width / 2.0, ascent(profile.body));
            slabs.push(Slab { runs, height, ink: height, glue: Glue::Weak, keep_next: 2, ..Slab::default() });
        }
    }
    if let Some(first) = slabs.first_mut() {
        first.before = profile.paragraph_gap * 2.0;
        first.glue = Glue::None;
        first.anchor = Some(Anchor { level: 1, title: format!("{number}. {title}"), y: Pt::ZERO });
    }
    slabs
}

/// A heading (V): capitals and bold, bold, or upright as its level wants.
fn heading(profile: &Profile, level: u8, number: &str, text: &[Inline], width: Pt) -> Vec<Slab> {
    // `a)` is upright in the decree, with or without a title; everything above it is bold.
    let style = if number.ends_with(')') { Style::Regular } else { Style::Bold };
    let mut words = Text::of(number, text, style);
    if level <= 1 {
        words = words.capitals();
    }
    let mut slabs = paragraph(profile, &words, width);
    let title = format!("{number} {}", Inline::plain(text)).trim().to_owned();
    for slab in slabs.iter_mut().skip(1) {
        slab.glue = Glue::Weak;
    }
    if let Some(last) = slabs.last_mut() {
        last.keep_next = 2;
    }
    if let Some(first) = slabs.first_mut() {
        first.anchor = Some(Anchor { level: level.max(1), title, y: Pt::ZERO });
    }
    slabs
}

/// A paragraph: first line indented, both edges straight, no line of it alone on a page.
fn paragraph(profile: &Profile, text: &Text, width: Pt) -> Vec<Slab> {
    if text.is_empty() {
        return Vec::new();
    }
    let (size, indent) = (profile.body, profile.indent.pt());
    let lines = even(text, size, width - indent, width);
    let (count, height) = (lines.len(), profile.body_line());
    let slab = |(index, line)| {
        let left = if index == 0 { indent } else { Pt::ZERO };
        let held = index > 0 && (index < profile.lines_together || index + profile.lines_together > count);
        Slab {
            before: if index == 0 { profile.paragraph_gap } else { Pt::ZERO },
            height,
            ink: ascent(size) + size * DESCENT,
            runs: set(text, line, size, Stand::Full, left, width - left, ascent(size)),
            glue: if held { Glue::Weak } else { Glue::None },
            ..Slab::default()
        }
    };
    lines.iter().enumerate().map(slab).collect()
}

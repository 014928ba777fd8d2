//! Where the text points to an appendix: put there when the appendix comes, taken out when it goes.

use super::{Annex, FIGURES, PLAN, What};
use crate::paper::{AnnexRef, Block, Inline, Item, TextRun};
use crate::report::kept_form;
use crate::report::rows::{Head, SectionRow};

/// As an outline of an earlier version wrote it, without a number.
const TYPED: &str = " (chi tiết tại Phụ lục kèm theo)";
const BEFORE: &str = " (chi tiết tại ";
const AFTER: &str = " kèm theo)";
/// What begins a paragraph that tells of nothing else.
const ONLY: &str = "Chi tiết tại ";

/// The words that name an appendix.
pub(in crate::report) fn pointer(key: &str) -> Inline {
    Inline::Annex(AnnexRef { annex: key.to_owned(), shown: None })
}

/// ` (chi tiết tại Phụ lục II kèm theo)`.
pub(in crate::report) fn phrase(key: &str) -> [Inline; 3] {
    [Inline::words(BEFORE), pointer(key), Inline::words(AFTER)]
}

/// Points to the table of figures of a new report whose outline does not: in its last section.
pub(in crate::report) fn point_to_figures(head: &Head, sections: &mut [SectionRow], id: impl FnOnce() -> String) {
    let Some(annex) = head.annexes().into_iter().find(|annex| annex.key == FIGURES) else { return };
    if sections.iter().any(|section| super::points_to(&section.blocks, FIGURES)) {
        return;
    }
    if let Some(last) = sections.iter_mut().rfind(|section| section.writable && section.level > 0) {
        point(last, &annex, id());
    }
}

/// The words of an earlier version that mean the plan point to it from now on.
pub(super) fn point_typed_words(sections: &mut [SectionRow]) {
    for text in texts(sections) {
        for at in (0..text.len()).rev() {
            let Some(Inline::Text(run)) = text.get(at) else { continue };
            let Some((before, rest)) = run.text.split_once(TYPED) else { continue };
            let (mut first, mut last) = (run.clone(), run.clone());
            first.text = format!("{before}{BEFORE}");
            last.text = format!("{AFTER}{rest}");
            text.splice(at..=at, [Inline::Text(first), pointer(PLAN), Inline::Text(last)]);
        }
    }
}

/// Points to an appendix from a section; `id` is that of a new paragraph, where the section has none.
///
/// The plan is told of at the beginning of its section, anything else at the end.
pub(super) fn point(section: &mut SectionRow, annex: &Annex, id: String) {
    let fits = |block: &&mut Block| {
        let plain = block.plain();
        !plain.trim().is_empty() && !plain.trim_end().ends_with(':') && matches!(block, Block::Para { .. } | Block::Item { .. })
    };
    let mut blocks = section.blocks.iter_mut().filter(fits);
    let found = if annex.what == What::Plan { blocks.next() } else { blocks.next_back() };
    match found {
        Some(Block::Para { text, .. } | Block::Item { text, .. }) => {
            let end = end_of(text);
            text.extend(phrase(&annex.key));
            if let (Some(Inline::Text(last)), false) = (text.last_mut(), end.is_empty()) {
                last.text.push_str(&end);
            }
        }
        _ => {
            let text = vec![Inline::words(ONLY), pointer(&annex.key), Inline::words(" kèm theo.")];
            // After a line that ends with a colon it is one more of its items.
            let in_list = matches!(section.blocks.last(), Some(Block::Item { .. }))
                || section.blocks.last().is_some_and(|last| last.plain().trim_end().ends_with(':'));
            section.blocks.push(if in_list { Block::Item { id, item: Item::Dash, text } } else { Block::Para { id, text } });
        }
    }
}

/// Takes the mark off the end of a sentence.
fn end_of(text: &mut Vec<Inline>) -> String {
    let Some(Inline::Text(last)) = text.last_mut() else { return String::new() };
    let bare = last.text.trim_end();
    let kept = bare.trim_end_matches(['.', ';', '/']).trim_end();
    let end = bare.get(kept.len()..).unwrap_or_default().to_owned();
    last.text.truncate(kept.len());
    if last.text.is_empty() {
        text.pop();
    }
    end
}

/// Takes out what points to an appendix; `said` are sentences that only tell of it. Answers whether
/// words that the officer wrote still point to it.
pub(super) fn unpoint(sections: &mut [SectionRow], key: &str, said: &[Block]) -> bool {
    let bare = |block: &Block| kept_form(block.clone().with_id(String::new()));
    let only = vec![Inline::words(ONLY), pointer(key), Inline::words(format!("{}.", AFTER.trim_end_matches(')')))];
    for section in sections.iter_mut() {
        section.blocks.retain(|block| {
            let is_only = matches!(block, Block::Para { text, .. } | Block::Item { text, .. } if *text == only);
            !is_only && said.iter().all(|one| bare(one) != bare(block))
        });
    }
    for text in texts(sections) {
        for at in (1..text.len().saturating_sub(1)).rev() {
            unphrase(text, at, key);
        }
        if key == PLAN {
            text.iter_mut().for_each(|piece| {
                if let Inline::Text(run) = piece {
                    run.text = run.text.replace(TYPED, "");
                }
            });
        }
    }
    sections.iter().any(|section| super::points_to(&section.blocks, key))
}

/// Takes the phrase around the piece at a place out of a text, if it is there.
fn unphrase(text: &mut Vec<Inline>, at: usize, key: &str) {
    let Some([Inline::Text(before), Inline::Annex(annex), Inline::Text(after)]) = text.get(at - 1..=at + 1) else { return };
    if annex.annex != key {
        return;
    }
    let (Some(first), Some(rest)) = (before.text.strip_suffix(BEFORE), after.text.strip_prefix(AFTER)) else { return };
    let one_style = (before.bold, before.italic) == (after.bold, after.italic);
    let run = |run: &TextRun, text: String| TextRun { text, ..run.clone() };
    let left = if one_style { vec![run(before, format!("{first}{rest}"))] } else { vec![run(before, first.to_owned()), run(after, rest.to_owned())] };
    let left: Vec<Inline> = left.into_iter().filter(|run| !run.text.is_empty()).map(Inline::Text).collect();
    text.splice(at - 1..=at + 1, left);
}

/// The texts of all blocks, those in tables too.
fn texts(sections: &mut [SectionRow]) -> impl Iterator<Item = &mut Vec<Inline>> {
    sections.iter_mut().flat_map(|section| &mut section.blocks).flat_map(|block| -> Vec<&mut Vec<Inline>> {
        match block {
            Block::Part { .. } => Vec::new(),
            Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => vec![text],
            Block::Table { table, .. } => {
                table.header.iter_mut().chain(&mut table.rows).flat_map(|row| &mut row.cells).map(|cell| &mut cell.text).collect()
            }
        }
    })
}

//! The marks of a report as the screen shows them: the open ones, each with its answers.

use super::known::known;
use super::line::{line, place, text_of};
use super::marks::{self, Mark, Part, Placed, placed};
use super::phrase::Phrase;
use super::rows::Kept;
use super::scan::scan;
use super::sure::{Own, Room, is_sure};
use super::{BRACKET, SUBJECT, head_blocks};
use crate::figures::{Figures, Printed};
use crate::paper::Block;
use crate::report::period;
use crate::report::rows::{Head, SectionRow};
use crate::view::{Id, LastReport, MarkChip, MarkKind, MarkPlace, ReportMark};
use crate::{Ledger, Result, viet};
use std::collections::{HashMap, HashSet};

/// What a heading says of things to come, by [`viet::key`].
const AHEAD: [&str; 3] = ["phuong huong", "thoi gian toi", "nhiem vu trong tam"];
/// Letters shown on each side of marked words.
const SHOWN: usize = 48;

impl Ledger {
    /// The report another was begun from, and what in it is to be looked at; of a frozen one nothing.
    pub(in crate::report) fn marks_of(
        &self,
        report: Id,
        head: &Head,
        sections: &[SectionRow],
        figures: &Figures,
    ) -> Result<(Option<LastReport>, Vec<ReportMark>)> {
        let kept = self.kept_marks(report)?;
        let carried = self.carried(report)?;
        let head_blocks = head_blocks(head);
        let parts: Vec<Part> = [Part { key: "", blocks: &head_blocks }]
            .into_iter()
            .chain(sections.iter().map(|section| Part { key: &section.key, blocks: &section.blocks }))
            .collect();
        let places = self.placed_marks(&kept, &parts, carried.as_ref().map(|(_, pairs)| pairs.as_slice()).unwrap_or(&[]));
        let now = figures.printed();
        let mut own = Own { ends: vec![head.window.first, head.window.last, head.as_of], next: String::new() };
        let (old, was) = match &carried {
            Some((source, pairs)) => {
                let before = self.head(*source)?;
                own.ends.extend([before.window.first, before.window.last, before.as_of]);
                let next = period::read(before.kind, &before.period)?.next;
                own.next = Phrase::of(&next).map(|phrase| phrase.part).unwrap_or_default();
                (self.figures(before.window, before.as_of, &[])?.printed(), self.old_texts(*source, pairs)?)
            }
            None => (Vec::new(), HashMap::new()),
        };
        let list = self.stale_words()?;
        let texts: HashMap<(&str, &str), String> = parts
            .iter()
            .flat_map(|part| part.blocks.iter().map(move |block| ((part.key, block.id()), text_of(block).map(line).unwrap_or_default())))
            .collect();
        let mut marks: Vec<ReportMark> = Vec::new();
        for (one, at) in places.iter().filter_map(|at| Some((kept.iter().find(|one| one.id == at.id)?, at))) {
            let Some(text) = texts.get(&(at.section.as_str(), at.block.as_str())).filter(|_| !one.answered) else { continue };
            let chip = (one.mark.kind == MarkKind::Number).then(|| chip(text, at.start, at.end, &now, &old, figures)).flatten();
            let was = was.get(&at.block).cloned().unwrap_or_default();
            let mut mark = shown(&one.mark, Some(one.id), at, text, chip, was);
            mark.sure = is_sure(mark.kind, text, at.start, at.end, room(at, &parts, sections), &own);
            marks.push(mark);
        }
        for part in parts.iter().filter(|part| !part.key.is_empty()) {
            for block in part.blocks {
                let Some(text) = texts.get(&(part.key, block.id())) else { continue };
                for one in scan(text, &list.still).into_iter().filter(|one| one.kind == MarkKind::Number) {
                    let over = |at: &&Placed| at.section == part.key && at.block == block.id() && at.start < one.end && one.start < at.end;
                    if places.iter().find(over).is_some() {
                        continue;
                    }
                    let Some(chip) = chip(text, one.start, one.end, &now, &[], figures) else { continue };
                    let at = Placed { id: 0, section: part.key.to_owned(), block: block.id().to_owned(), start: one.start, end: one.end };
                    let mark = offer(&at, text);
                    marks.push(shown(&mark, None, &at, text, Some(chip), String::new()));
                }
            }
        }
        let order: HashMap<(&str, &str), usize> =
            parts.iter().flat_map(|part| part.blocks.iter().map(move |block| (part.key, block.id()))).zip(0..).collect();
        marks.sort_by_key(|mark| (order.get(&(mark.at.section.as_str(), mark.at.block.as_str())).copied(), mark.at.from));
        let all: Vec<(MarkKind, bool, MarkPlace)> = marks.iter().map(|mark| (mark.kind, mark.sure, mark.at.clone())).collect();
        for mark in &mut marks {
            let same = |(kind, sure, at): &&(MarkKind, bool, MarkPlace)| {
                *kind == mark.kind
                    // A year of the period is answered apart from a year in which something happened.
                    && *sure == mark.sure
                    && at.words == mark.at.words
                    && *at != mark.at
                    && *kind != MarkKind::Number
                    && *kind != MarkKind::Offer
                    && *kind != MarkKind::Table
            };
            mark.same = all.iter().filter(same).map(|(.., at)| at.clone()).collect();
        }
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let last = match carried {
            Some((source, _)) => Some(LastReport {
                id: source,
                title: crate::report::name(&self.head(source)?),
                marks: count(kept.len()),
                open: count(marks.iter().filter(|mark| mark.kind != MarkKind::Offer).count()),
            }),
            None => None,
        };
        Ok((last, marks))
    }

    pub(super) fn placed_marks(&self, kept: &[Kept], parts: &[Part], pairs: &[(String, String)]) -> Vec<Placed> {
        let marks: Vec<(Id, Mark)> = kept.iter().map(|one| (one.id, one.mark.clone())).collect();
        let carried: HashSet<&str> = pairs.iter().map(|(new, _)| new.as_str()).collect();
        placed(&marks, parts, &carried)
    }

    /// What stood in the earlier report, by the block that it became.
    fn old_texts(&self, source: Id, pairs: &[(String, String)]) -> Result<HashMap<String, String>> {
        let document = self.report_document(source)?;
        let old: HashMap<&str, String> = document.body.iter().map(|block| (block.id(), block.plain())).collect();
        Ok(pairs.iter().filter_map(|(new, was)| Some((new.clone(), old.get(was.as_str())?.clone()))).collect())
    }
}

/// Where a mark stands: the text without a heading that the report begins with is its opening.
fn room(at: &Placed, parts: &[Part], sections: &[SectionRow]) -> Room {
    let is_heading = || {
        let blocks = parts.iter().filter(|part| part.key == at.section).flat_map(|part| part.blocks);
        blocks.filter(|block| block.id() == at.block).any(|block| matches!(block, Block::Heading { .. } | Block::Part { .. }))
    };
    let opening = sections.iter().find(|section| section.writable).filter(|first| first.level == 0 && first.number.is_empty());
    if [SUBJECT, BRACKET].contains(&at.block.as_str()) || is_heading() {
        Room::Heading
    } else if opening.is_some_and(|opening| opening.key == at.section) {
        Room::Opening
    } else if is_ahead(sections, &at.section) {
        Room::Ahead
    } else {
        Room::Text
    }
}

/// Whether a section, or one it stands under, is named for what is to come: `Phương hướng, nhiệm vụ quý IV năm 2026`.
fn is_ahead(sections: &[SectionRow], key: &str) -> bool {
    let Some(at) = sections.iter().position(|section| section.key == key) else { return false };
    let mut level = u8::MAX;
    for section in sections.iter().take(at + 1).rev().filter(|section| !section.is_annex()) {
        if section.level < level {
            level = section.level;
            let title = viet::key(&section.title);
            if AHEAD.iter().any(|words| title.contains(words)) {
                return true;
            }
        }
    }
    false
}

/// An offer, as a mark that is kept once the officer leaves the number as it is.
pub(super) fn offer(at: &Placed, text: &str) -> Mark {
    marks::around(
        Mark {
            section: at.section.clone(),
            block: at.block.clone(),
            kind: MarkKind::Number,
            words: text.get(at.start..at.end).unwrap_or("").to_owned(),
            lead: String::new(),
            tail: String::new(),
            why: marks::why(MarkKind::Offer).to_owned(),
            instead: None,
        },
        text,
        at.start,
        at.end,
    )
}

fn chip(text: &str, start: usize, end: usize, now: &[Printed], old: &[Printed], figures: &Figures) -> Option<MarkChip> {
    let (figure, chip) = known(text, start, end, now).or_else(|| known(text, start, end, old))?;
    let shown = figures.text(&chip.id, None, chip.format);
    Some(MarkChip { name: figure.name.clone(), shown, chip })
}

fn shown(mark: &Mark, id: Option<Id>, at: &Placed, text: &str, chip: Option<MarkChip>, was: String) -> ReportMark {
    let around = |text: &str| text.replace(super::line::CHIP, "…");
    let (before, after) = (text.get(..at.start).unwrap_or(""), text.get(at.end..).unwrap_or(""));
    let skip = before.chars().count().saturating_sub(SHOWN);
    let kind = if id.is_none() { MarkKind::Offer } else { mark.kind };
    let words = match kind {
        MarkKind::Table => String::new(),
        MarkKind::Override | MarkKind::Citation => mark.words.clone(),
        _ => text.get(at.start..at.end).unwrap_or("").to_owned(),
    };
    ReportMark {
        key: id.map_or_else(|| format!("{}:{}:{}", at.block, at.start, words), |id| id.to_string()),
        at: MarkPlace { mark: id, section: at.section.clone(), block: at.block.clone(), words, from: place(text, at.start), to: place(text, at.end) },
        kind,
        sure: true,
        why: mark.why.clone(),
        instead: mark.instead.clone(),
        chip,
        around: (around(&before.chars().skip(skip).collect::<String>()), around(&after.chars().take(SHOWN).collect::<String>())),
        same: Vec::new(),
        was,
    }
}

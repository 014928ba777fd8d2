//! A comparison as the screen is shown it: which difference where, what was remarked, what is left out.

use super::found::{Compared, Found, Slot};
use super::held::Held;
use super::sides::Place;
use super::words::{Token, tokens};
use super::{Beside, figure_key, key, shown};
use crate::paper::Block;
use crate::report::rows::SectionRow;
use crate::viet::day_screen;
use crate::view::{BackComment, BackDifference, BackFigure, BackOutside, BackProposal, Id};
use crate::word::read;
use crate::{Ledger, Result};
use chrono::NaiveDateTime;
use std::collections::HashMap;

impl Ledger {
    pub(super) fn proposal(&self, report: Id, file: &[u8], beside: &Beside) -> Result<BackProposal> {
        let now = super::with_own_annexes(self.live_document(report, &[])?, &beside.sections).body;
        let found = beside.compared.found.iter().enumerate();
        let before = beside.before();
        let held = Held::of(&beside.draft, &beside.compared, &beside.base.body);
        let open: Vec<BackDifference> =
            found.filter(|(_, found)| !held.has(found)).map(|(nth, found)| beside.difference(nth, found, &now, &before)).collect();
        let moment = |moment: NaiveDateTime| format!("{} {}", day_screen(moment.date()), moment.format("%H:%M"));
        Ok(BackProposal {
            report,
            title: crate::report::name(&self.head(report)?),
            base: match (beside.saved, beside.taken) {
                (Some(saved), Some(taken)) if beside.of_others.is_empty() => {
                    format!("So với bản Word lưu ngày {} và những chỗ đã nhận ngày {}.", moment(saved), moment(taken))
                }
                (Some(saved), Some(taken)) => format!(
                    "So với bản Word lưu ngày {} và những chỗ đã nhận ngày {}. Có chỗ đã nhận mà tệp này không có: nhận nếu lãnh đạo \
                     đã bỏ, để lại nếu đây là bản của người khác.",
                    moment(saved),
                    moment(taken)
                ),
                (Some(saved), None) => format!("So với bản Word lưu ngày {}.", moment(saved)),
                (None, _) => "Không thấy bản Word đã lưu từ sổ này; so với báo cáo đang soạn.".to_owned(),
            },
            doubt: if beside.is_named { None } else { self.doubt(report, beside)? },
            token: beside.token.clone(),
            matched: beside.compared.matched,
            comments: beside.comments(&read::comments(file)?, &open),
            differences: open,
            outside: outside(&beside.compared),
            tracked: read::asides(file)?.has_deleted || read::has_inserted(file)?,
            struck: beside.is_struck,
        })
    }
}

impl Beside {
    fn difference(&self, nth: usize, found: &Found, now: &[Block], before: &HashMap<usize, usize>) -> BackDifference {
        let near = found.blocks.first().or_else(|| before.get(&nth)).copied();
        let section = near.and_then(|block| self.section(block));
        let untouched = |block: &usize| self.base.body.get(*block).is_none_or(|block| self.draft.is_as_sent(block) == Some(true));
        let here = (self.of_others.contains(&nth) || !found.blocks.iter().all(untouched)).then(|| {
            let ids: Vec<&str> = found.blocks.iter().filter_map(|block| self.base.body.get(*block)).map(Block::id).collect();
            now.iter().filter(|block| ids.contains(&block.id())).map(Block::plain).collect::<Vec<_>>().join("\n")
        });
        let figure = |(place, (_, changed)): (usize, &(usize, super::pieces::Changed))| {
            let (was, now, phrase) = asked(&changed.was, &changed.now);
            BackFigure { key: figure_key(nth, place), id: changed.id.clone(), was, now, phrase }
        };
        BackDifference {
            key: key(nth),
            kind: found.kind,
            block: found.blocks.first().and_then(|block| self.base.body.get(*block)).map(|block| block.id().to_owned()).unwrap_or_default(),
            section: section.map(|section| section.key.clone()).unwrap_or_default(),
            heading: section.map(|section| format!("{} {}", section.number, section.title).trim().to_owned()).unwrap_or_default(),
            lines: found.lines.clone(),
            figures: found.changed.iter().enumerate().map(figure).collect(),
            lost: found.lost.clone(),
            here,
        }
    }

    /// For each difference that is new in the file the sent block that stands before it there, else the first one.
    fn before(&self) -> HashMap<usize, usize> {
        let kept = |slot: &Slot| if let Slot::Kept(block) = slot { Some(*block) } else { None };
        let mut last = self.compared.slots.iter().find_map(kept);
        let mut before = HashMap::new();
        for slot in &self.compared.slots {
            match (slot, last) {
                (Slot::Kept(block), _) => last = Some(*block),
                (Slot::New(found, _), Some(last)) => drop(before.entry(*found).or_insert(last)),
                (Slot::New(..), None) => {}
            }
        }
        before
    }

    /// The section that a sent block stands in here.
    fn section(&self, block: usize) -> Option<&SectionRow> {
        let known = (0..=block).rev().find_map(|block| self.draft.section_of(self.base.body.get(block)?.id()));
        self.sections.get(known.unwrap_or(0))
    }

    fn comments(&self, comments: &[read::Comment], open: &[BackDifference]) -> Vec<BackComment> {
        let before = self.before();
        let one = |comment: &read::Comment| {
            // An answer has no words of its own in some programs: it is about what it answers.
            let set = |id: &str| self.home.iter().position(|unit| unit.comments.iter().any(|one| one.id == id));
            let at = set(&comment.id).or_else(|| set(&comment.answers));
            let unit = at.and_then(|at| self.home.get(at));
            let on = unit
                .and_then(|unit| unit.comments.iter().find(|one| one.id == comment.id))
                .map(|one| crate::viet::nfc(&one.words))
                .unwrap_or_default();
            let (block, found) = at.and_then(|at| self.compared.places.get(at)).copied().unwrap_or_default();
            let difference = found.map(key).filter(|key| open.iter().any(|one| one.key == *key)).unwrap_or_default();
            let section = block.or_else(|| found.and_then(|found| before.get(&found).copied())).and_then(|block| self.section(block));
            BackComment {
                author: comment.author.clone(),
                moment: comment
                    .moment
                    .trim_end_matches('Z')
                    .parse()
                    .map(|moment: NaiveDateTime| format!("{} {}", day_screen(moment.date()), moment.format("%H:%M")))
                    .unwrap_or_default(),
                text: crate::viet::nfc(&comment.text),
                about: unit.map(|unit| beginning(&unit.plain)).unwrap_or_default(),
                words: if unit.is_some_and(|unit| unit.plain == on) { String::new() } else { beginning(&on) },
                answer: !comment.answers.is_empty(),
                settled: comment.settled,
                section: section.map(|section| section.key.clone()).unwrap_or_default(),
                difference,
            }
        };
        comments.iter().filter(|comment| !comment.text.is_empty()).map(one).collect()
    }
}

/// The number that was changed and what it is now; for a phrase, of which only numbers can be others, its words too.
fn asked(was: &str, now: &str) -> (String, String, Option<String>) {
    if was.trim_start().starts_with(|sign: char| sign.is_ascii_digit()) {
        return (was.trim().to_owned(), now.trim().to_owned(), None);
    }
    let numbers = |text: &str| tokens(text).into_iter().filter(Token::is_number).map(|token| token.text).collect::<Vec<_>>();
    let (before, after): (Vec<String>, Vec<String>) = numbers(was).into_iter().zip(numbers(now)).filter(|(was, now)| was != now).unzip();
    let phrase = was.trim_matches(|sign: char| sign.is_whitespace() || ";,().".contains(sign));
    (before.join(", "), after.join(", "), Some(phrase.to_owned()))
}

/// The first words of a paragraph.
fn beginning(text: &str) -> String {
    const WORDS: usize = 12;
    let words: Vec<&str> = text.split_whitespace().collect();
    let first = words.iter().take(WORDS).copied().collect::<Vec<_>>().join(" ");
    if words.len() > WORDS { first + "…" } else { first }
}

fn outside(compared: &Compared) -> Vec<BackOutside> {
    let one = |(place, before, after): &(Place, String, String)| {
        let sentence = match place {
            Place::Head | Place::Text => "Đầu văn bản: hãy sửa ở Đầu văn bản, nơi nhận của báo cáo.",
            Place::Signature => "Chữ ký, nơi nhận: hãy sửa ở Đầu văn bản, nơi nhận của báo cáo.",
            Place::Appendix => "Phụ lục: tên sửa ở mục Phụ lục của báo cáo; nhiệm vụ, số liệu sửa ở màn hình Kế hoạch, Số liệu.",
        };
        BackOutside { sentence: sentence.to_owned(), words: shown::by_lines(before, after) }
    };
    compared.outside.iter().map(one).collect()
}

//! The head of the first page: agency and Quốc hiệu, number and date, name, subject, Kính gửi.

use super::font::{DESCENT, Style};
use super::letter::{about_line, below_number};
use super::line::{Line, balanced, ragged};
use super::page::{Anchor, Rule};
use super::setting::Setting;
use super::slab::{Glue, Slab, Stand, ascent, centred, set};
use super::text::{BLANK, Text, entries};
use super::tree::Tag;
use super::unit::{Mm, Pt};
use crate::paper::{Document, Item, Letterhead, Number, PlaceDate};
use crate::viet;

/// Quốc hiệu (ô 1), in the spelling that the decree prints.
pub(super) const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/// Tiêu ngữ (ô 1).
pub(super) const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// A text already broken, and its lines.
pub(super) struct Lines {
    pub(super) text: Text,
    pub(super) size: Pt,
    pub(super) lines: Vec<Line>,
}

impl Lines {
    pub(super) fn new(setting: &Setting<'_>, text: &str, style: Style, size: Pt, width: Pt) -> Lines {
        let text = setting.plain(text, style);
        let lines = balanced(&text, size, width);
        Lines { text, size, lines }
    }

    pub(super) fn tagged(self, tag: Tag) -> Lines {
        Lines { text: self.text.tagged(tag), ..self }
    }

    fn width(&self, line: &Line) -> Pt {
        self.text.width(line.from, line.to, self.size)
    }

    pub(super) fn widest(&self) -> Pt {
        self.lines.iter().map(|line| self.width(line)).fold(Pt::ZERO, Pt::max)
    }

    fn last(&self) -> Pt {
        self.lines.last().map_or(Pt::ZERO, |line| self.width(line))
    }
}

/// The two columns above the name (ô 1–4), as one box.
pub(super) fn letterhead(setting: &Setting<'_>, head: &Letterhead, draft: bool, width: Pt) -> Slab {
    let mut slab = Slab::default();
    let widest_right = width - setting.left_column.pt();
    let nation = Lines::new(setting, NATION, Style::Bold, setting.nation, widest_right);
    let motto = Lines::new(setting, MOTTO, Style::Bold, setting.motto, widest_right);
    let date = head.place.as_ref().map(|place| Lines::new(setting, &date_line(setting, place), Style::Italic, setting.number, widest_right));
    let right = nation.widest().max(motto.widest()).max(date.as_ref().map_or(Pt::ZERO, Lines::widest));
    let right_axis = width - right / 2.0;
    let left = width - right - setting.column_gap.pt();
    let left_axis = left / 2.0;

    let step = setting.single_line(setting.motto);
    let top = ascent(setting.motto);
    let mut left_base = top;
    let agencies = head.governing.iter().map(|name| (name, Style::Regular)).chain(head.agency.iter().map(|name| (name, Style::Bold)));
    let agencies: Vec<Lines> =
        agencies.map(|(name, style)| Lines::new(setting, name, style, setting.nation, left).tagged(setting.tree.paragraph())).collect();
    let rows: usize = agencies.iter().map(|part| part.lines.len()).sum();
    for (row, (part, line)) in each_line(&agencies).enumerate() {
        // The second line stands level with Tiêu ngữ; more of them close up to single spacing.
        left_base += match row {
            0 => Pt::ZERO,
            1 => step,
            _ => setting.single_line(setting.nation),
        };
        slab.runs.extend(centred(&part.text, line, part.size, left_axis, left_base));
    }
    if let Some(own) = agencies.last() {
        slab.rules.push(under(setting, left_axis, own.last() * setting.agency_rule, left_base));
    }

    let under_motto = motto.last();
    let mut right_base = top - step;
    for (part, line) in each_line(&[nation, motto].map(|part| part.tagged(setting.tree.paragraph()))) {
        right_base += step;
        slab.runs.extend(centred(&part.text, line, part.size, right_axis, right_base));
    }
    slab.rules.push(under(setting, right_axis, under_motto, right_base));

    let mut base = left_base.max(right_base) + setting.rule_drop;
    left_base += setting.rule_drop;
    if head.number.is_some() || date.is_some() {
        // Air between the rules and the line, less of it where a long name has taken it.
        base += setting.single_line(setting.number) + if rows > 3 { setting.number_gap.1 } else { setting.number_gap.0 };
        if let Some(number) = &head.number {
            let number = Lines::new(setting, &number_line(setting, number), Style::Regular, setting.number, left).tagged(setting.tree.paragraph());
            for (index, line) in number.lines.iter().enumerate() {
                left_base = base + setting.single_line(setting.number) * index as f32;
                slab.runs.extend(centred(&number.text, line, number.size, left_axis, left_base));
            }
        }
        if let Some(date) = date.map(|date| date.tagged(setting.tree.paragraph())) {
            for (index, line) in date.lines.iter().enumerate() {
                let y = base + setting.single_line(setting.number) * index as f32;
                slab.runs.extend(centred(&date.text, line, date.size, right_axis, y));
            }
            base += setting.single_line(setting.number) * date.lines.len().saturating_sub(1) as f32;
        }
    }
    let (below, left_base) = below_number(setting, head, draft, (left, left_axis), (left_base, right_base));
    slab.runs.extend(below);
    // A letter has no name: what it is about stands for it in the outline.
    slab.anchor = head.about.as_deref().and_then(about_line).map(|title| Anchor { level: 1, title, y: Pt::ZERO });
    slab.height = base.max(left_base) + setting.number * DESCENT;
    slab.ink = slab.height;
    slab
}

/// Each line of some texts with its text.
fn each_line<'a>(parts: impl IntoIterator<Item = &'a Lines>) -> impl Iterator<Item = (&'a Lines, &'a Line)> {
    parts.into_iter().flat_map(|part| part.lines.iter().map(move |line| (part, line)))
}

/// `Số: 05/BC-UBND`, or the same with room for the number.
pub(super) fn number_line(setting: &Setting<'_>, number: &Number) -> String {
    match &number.number {
        Some(given) => format!("Số: {given}/{}", number.symbol),
        None => format!("Số: {}/{}", blank(setting, setting.number_room, setting.number), number.symbol),
    }
}

/// `Lam Khê, ngày 03 tháng 9 năm 2026`, or the same with room for day and month.
pub(super) fn date_line(setting: &Setting<'_>, place: &PlaceDate) -> String {
    match place.day {
        Some(day) => format!("{}, {}", place.place, viet::day_full(day)),
        None => {
            let room = blank(setting, setting.day_room, setting.number);
            format!("{}, ngày{room}tháng{room}năm {}", place.place, place.year)
        }
    }
}

/// Spaces that fill a room; they are copied as spaces.
fn blank(setting: &Setting<'_>, room: Mm, size: Pt) -> String {
    let space = setting.space(size);
    let mut filled = Pt::ZERO;
    let mut spaces = String::new();
    while filled < room.pt() && space.0 > 0.0 {
        spaces.push(BLANK);
        filled += space;
    }
    spaces
}

/// A rule centred under a baseline.
fn under(setting: &Setting<'_>, axis: Pt, length: Pt, baseline: Pt) -> Rule {
    Rule::level(axis - length / 2.0, axis + length / 2.0, baseline + setting.rule_drop, setting.rule)
}

/// Name, subject, bracketed line and the rule under them (ô 5a).
pub(super) fn name(setting: &Setting<'_>, document: &Document, width: Pt) -> Vec<Slab> {
    let mut slabs = Vec::new();
    let size = setting.name;
    if document.name.is_empty() && document.subject.is_empty() && document.bracket.is_none() {
        return slabs; // A letter.
    }
    // Name and subject are one title.
    let title = setting.tree.heading(1);
    let name = Lines::new(setting, &document.name, Style::Bold, size, width).tagged(title);
    slabs.extend(stack(setting, &name, width).into_iter().zip(&name.lines).map(|(slab, line)| slab.spaced(line.last)));
    let subject = Lines::new(setting, &document.subject, Style::Bold, size, width * setting.centred_width).tagged(title);
    let held = if slabs.is_empty() { Glue::Firm } else { Glue::Weak };
    slabs.extend(stack(setting, &subject, width).into_iter().map(|slab| slab.glued(held)));
    if let Some(bracket) = &document.bracket {
        let bracket = Lines::new(setting, bracket, Style::Italic, size, width * setting.centred_width);
        slabs.extend(stack(setting, &bracket.tagged(setting.tree.paragraph()), width));
    }
    if let Some(last) = slabs.last_mut() {
        let length = if subject.text.is_empty() { name.last() } else { subject.last() } * setting.subject_rule;
        last.rules.push(under(setting, width / 2.0, length, ascent(size)));
        last.height += setting.rule_drop;
        last.ink = last.height;
    }
    if let Some(first) = slabs.first_mut() {
        first.before = setting.name_gap;
        first.anchor = Some(Anchor { level: 1, title: document.name.clone(), y: Pt::ZERO });
    }
    slabs
}

/// Centred lines, one box each, all of which stay together, with what is above and below them too.
fn stack(setting: &Setting<'_>, lines: &Lines, width: Pt) -> Vec<Slab> {
    let height = setting.single_line(lines.size);
    let slab = |(index, line): (usize, &Line)| Slab {
        runs: centred(&lines.text, line, lines.size, width / 2.0, ascent(lines.size)),
        height,
        ink: height,
        glue: if index == 0 { Glue::Firm } else { Glue::Weak },
        keep_next: 1,
        ..Slab::default()
    };
    if lines.text.is_empty() { Vec::new() } else { lines.lines.iter().enumerate().map(slab).collect() }
}

/// `Kính gửi:` (ô 9a): one addressee on its line, several below it, dashes under the colon.
pub(super) fn addressees(setting: &Setting<'_>, names: &[String], width: Pt) -> Vec<Slab> {
    let size = setting.body;
    let word = setting.plain("Kính gửi:", Style::Regular);
    let colon = setting.plain("Kính gửi", Style::Regular).whole_width(size);
    let names = entries(names);
    let (texts, hang): (Vec<Text>, Pt) = match names.as_slice() {
        [] => return Vec::new(),
        [one] => (vec![setting.plain(one, Style::Regular)], word.whole_width(size) + setting.space(size)),
        many => {
            let last = many.len() - 1;
            let item = |(index, name): (usize, &&str)| setting.plain(&format!("- {name}{}", if index < last { ";" } else { "." }), Style::Regular);
            (many.iter().enumerate().map(item).collect(), colon)
        }
    };
    // Wrapped lines stand under the name, not under its dash.
    let dash = if names.len() > 1 { setting.plain("- ", Style::Regular).whole_width(size) + setting.space(size) } else { Pt::ZERO };
    let room = width - hang;
    let whole = texts.iter().map(|text| text.whole_width(size)).fold(Pt::ZERO, Pt::max).min(room) + hang;
    let centred = (width - whole) / 2.0;
    // A block as wide as the page begins where paragraphs do.
    let left = if centred < setting.indent.pt() * 1.2 { setting.indent.pt() } else { centred };

    let mut slabs = Vec::new();
    let height = setting.single_line(size);
    let called = setting.tree.paragraph();
    let word = word.tagged(called);
    let texts: Vec<Text> = match texts.len() {
        1 => texts.into_iter().map(|text| text.tagged(called)).collect(),
        _ => texts.into_iter().map(|text| text.item(setting.tree.item(&Item::Dash))).collect(),
    };
    let head = set(&word, &Line { from: 0, to: word.signs().len(), last: true }, size, Stand::Left, left, width, ascent(size));
    let held = |glue| Slab { height, ink: height, glue, keep_next: 1, ..Slab::default() };
    let called = Slab { before: setting.body_gap, runs: head, ..held(Glue::Firm) }.spaced(true);
    // One addressee stands beside the word, several below it.
    let mut beside = None;
    if names.len() == 1 {
        beside = Some(called)
    } else {
        slabs.push(called)
    }
    for text in &texts {
        let room = width - left - hang;
        for (index, line) in ragged(text, size, room, room - dash).iter().enumerate() {
            let x = left + hang + if index > 0 { dash } else { Pt::ZERO };
            let mut slab = beside.take().unwrap_or_else(|| held(if index == 0 { Glue::Firm } else { Glue::Weak }));
            slab.runs.extend(set(text, line, size, Stand::Left, x, room, ascent(size)));
            slabs.push(slab);
        }
    }
    slabs
}

//! The address line at the foot of the first page, under a rule across the text area (ô 13).

use super::flow::Frame;
use super::font::{DESCENT, Style};
use super::head::Lines;
use super::page::{Page, Rule, Run};
use super::setting::Setting;
use super::slab::{Slab, ascent, centred};
use super::unit::Pt;

/// The address with its rule as one box, to stand at the very foot of the text area; none, none.
pub(super) fn address(setting: &Setting<'_>, words: Option<&str>, frame: &Frame) -> Option<Slab> {
    let words = words.map(str::trim).filter(|words| !words.is_empty())?;
    let size = setting.address;
    let lines = Lines::new(setting, words, Style::Regular, size, frame.width);
    let (axis, pitch) = (frame.width / 2.0, setting.single_line(size));
    let mut slab = Slab::default();
    slab.rules.push(Rule::level(Pt::ZERO, frame.width, setting.address_gap, setting.rule));
    let mut base = setting.address_gap + setting.rule_drop / 2.0 + ascent(size);
    for line in &lines.lines {
        slab.runs.extend(centred(&lines.text, line, size, axis, base));
        base += pitch;
    }
    slab.height = base - pitch + size * DESCENT;
    slab.ink = slab.height;
    Some(slab)
}

/// Prints the box at the foot of a page; it is read when all else of the document has been.
pub(super) fn print(setting: &Setting<'_>, address: Slab, page: &mut Page, frame: &Frame) {
    let tag = Some(setting.tree.paragraph());
    let (right, down) = (frame.left, frame.top + frame.height - address.height);
    page.runs.extend(address.runs.into_iter().map(|run| Run { tag, ..run.shifted(right, down) }));
    page.rules.extend(address.rules.iter().map(|rule| rule.shifted(right, down)));
}

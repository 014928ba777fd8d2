//! Appendices (III): pages of their own, numbered by themselves.

use super::body::body;
use super::chart;
use super::flow::{Frame, flow};
use super::font::Style;
use super::letter::head_of_draft;
use super::line::balanced;
use super::page::{Anchor, Page, Rule};
use super::setting::Setting;
use super::slab::{Glue, Slab, ascent, centred};
use super::unit::Pt;
use crate::paper::Appendix;
use crate::viet;

/// The pages of an appendix; `number` is its place among several.
pub(super) fn pages(setting: &Setting<'_>, appendix: &Appendix, number: Option<u32>, draft: bool, foot: Pt) -> Vec<Page> {
    let frame = Frame::new(setting, appendix.landscape, foot);
    let mut slabs: Vec<Slab> = draft.then(|| head_of_draft(setting, frame.width)).into_iter().collect();
    slabs.extend(head(setting, appendix, number, frame.width));
    slabs.extend(body(setting, &appendix.body, &frame));
    slabs.extend(chart::slabs(setting, &appendix.charts, &frame));
    flow(slabs, &frame)
}

/// `Phụ lục I` unless it is a list by itself, the title in capitals, the reference and a short rule.
fn head(setting: &Setting<'_>, appendix: &Appendix, number: Option<u32>, width: Pt) -> Vec<Slab> {
    let size = setting.appendix;
    let word = match number {
        _ if appendix.list => String::new(),
        None => "Phụ lục".to_owned(),
        Some(number) => format!("Phụ lục {}", viet::roman(number)),
    };
    let title = setting.tree.heading(1);
    let parts = [
        setting.plain(&word, Style::Bold).tagged(title),
        setting.capitals(&appendix.title, Style::Bold).tagged(title),
        setting.plain(&appendix.reference, Style::Italic).tagged(setting.tree.paragraph()),
    ];
    let height = setting.single_line(size);
    let mut slabs = Vec::new();
    for text in parts.iter().filter(|text| !text.is_empty()) {
        for line in balanced(text, size, width) {
            let runs = centred(text, &line, size, width / 2.0, ascent(size));
            slabs.push(Slab { runs, height, ink: height, glue: Glue::Weak, keep_next: 1, ..Slab::default() }.spaced(line.last));
        }
    }
    if let Some(first) = slabs.first_mut() {
        first.anchor =
            Some(Anchor { level: 1, title: if appendix.list { appendix.title.clone() } else { format!("{word}. {}", appendix.title) }, y: Pt::ZERO });
    }
    if let (Some(last), false) = (slabs.last_mut(), appendix.reference.is_empty()) {
        let (axis, half) = (width / 2.0, setting.reference_rule.pt() / 2.0);
        last.rules.push(Rule::level(axis - half, axis + half, ascent(size) + setting.rule_drop, setting.rule));
        last.height += setting.reference_drop;
        last.ink = last.height;
    }
    slabs
}

//! Who signs and who receives (ô 7, 9b): one box, so that a page never parts them.

use super::flow::Frame;
use super::font::{DESCENT, Style};
use super::line::{balanced, ragged};
use super::page::{Room, Run};
use super::setting::Setting;
use super::slab::{Glue, Slab, Stand, ascent, centred, set};
use super::text::{TIED, entries};
use super::unit::Pt;
use crate::paper::{Document, Item, Signature};

/// The signature with `Nơi nhận:` beside it. A list longer than the signature is tall goes on
/// below it; only a very long one may go on to the next page.
pub(super) fn slabs(setting: &Setting<'_>, document: &Document, frame: &Frame) -> Vec<Slab> {
    let list = recipients(setting, &document.recipients, document.drafter.as_deref(), frame.width);
    let (signing, signed, room) = document.signature.as_ref().map_or((Vec::new(), Pt::ZERO, None), |sign| signature(setting, sign, frame.width));
    if signing.is_empty() && list.is_empty() {
        return Vec::new();
    }
    let mut runs = Vec::new();
    let listed = list.last().map_or(Pt::ZERO, |(bottom, _)| *bottom);
    let mut height = signed.max(listed);
    if height > frame.height * setting.tallest_block {
        // As much of the list as stands beside the signature; the rest follows in the same rhythm.
        height = list.iter().map(|(bottom, _)| *bottom).find(|bottom| *bottom >= signed).unwrap_or(signed);
    }
    let mut rest = Vec::new();
    let mut above = height;
    for (bottom, line) in list {
        if bottom <= height {
            runs.extend(line);
        } else {
            let tall = (bottom - above).max(setting.single_line(setting.recipients));
            let base = tall - setting.recipients * DESCENT;
            let line = line.into_iter().map(|run| Run { y: base, ..run }).collect();
            rest.push(Slab { height: tall, ink: tall, runs: line, ..Slab::default() });
            above = bottom;
        }
    }
    runs.extend(signing);
    let block = Slab { before: setting.signature_gap, height, ink: height, runs, room, glue: Glue::Strong, ..Slab::default() };
    std::iter::once(block).chain(rest).collect()
}

/// The lines above the room for the signature and the name below it, how tall all that is, and the room.
fn signature(setting: &Setting<'_>, sign: &Signature, width: Pt) -> (Vec<Run>, Pt, Option<Room>) {
    let size = setting.signature;
    let (half, axis) = (width / 2.0, width * 0.75);
    let line_height = setting.single_line(size);
    let mut runs = Vec::new();
    let mut top = Pt::ZERO;
    for words in &sign.lines {
        let text = setting.plain(words, Style::Bold).tagged(setting.tree.paragraph());
        for line in balanced(&text, size, half) {
            runs.extend(centred(&text, &line, size, axis, top + ascent(size)));
            top += line_height;
        }
    }
    // The room is measured from ink to ink: below the last line's letters, above the name's.
    let free = Room {
        left: axis - half / 2.0,
        top: top - line_height + ascent(size) + size * DESCENT,
        width: half,
        height: setting.signature_room.pt(),
        tag: setting.tree.form(),
    };
    top = free.top + free.height;
    let name = setting.plain(&sign.name, Style::Bold).tagged(setting.tree.paragraph());
    for line in balanced(&name, size, half) {
        runs.extend(centred(&name, &line, size, axis, top + ascent(size)));
        top += line_height;
    }
    (runs, top, Some(free))
}

/// `Nơi nhận:` and its lines, then the drafter's mark (ô 12), each with its bottom.
fn recipients(setting: &Setting<'_>, names: &[String], drafter: Option<&str>, width: Pt) -> Vec<(Pt, Vec<Run>)> {
    let mut lines = Vec::new();
    // Level with the first line of the authority, whose type is larger.
    let mut base = ascent(setting.signature);
    let names = entries(names);
    if !names.is_empty() {
        base = listed(setting, &names, width, base, &mut lines);
    }
    let size = setting.drafter;
    let mark = setting.capitals(drafter.unwrap_or_default(), Style::Regular);
    let mark = if mark.is_empty() { mark } else { mark.tagged(setting.tree.paragraph()) };
    let room = setting.recipients_width.pt().min(width);
    for line in ragged(&mark, size, room, room).iter().filter(|_| !mark.is_empty()) {
        lines.push((base + size * DESCENT, set(&mark, line, size, Stand::Right, Pt::ZERO, room, base)));
        base += setting.single_line(size);
    }
    lines
}

/// Adds `Nơi nhận:` and its list; answers the next baseline.
fn listed(setting: &Setting<'_>, names: &[&str], width: Pt, mut base: Pt, lines: &mut Vec<(Pt, Vec<Run>)>) -> Pt {
    let size = setting.recipients;
    let room = setting.recipients_width.pt().min(width);
    let word = setting.plain("Nơi nhận:", Style::BoldItalic).tagged(setting.tree.paragraph());
    let whole = ragged(&word, setting.recipients_word, width, width);
    let runs = whole.iter().flat_map(|line| set(&word, line, setting.recipients_word, Stand::Left, Pt::ZERO, width, base)).collect();
    lines.push((base + setting.recipients_word * DESCENT, runs));
    base += setting.single_line(setting.recipients_word) - ascent(setting.recipients_word) + ascent(size);
    let dash = format!("-{TIED}");
    let hang = setting.plain("- a", Style::Regular).width(0, 2, size);
    let last = names.len() - 1;
    for (index, name) in names.iter().enumerate() {
        let text =
            setting.plain(&format!("{dash}{name}{}", if index < last { ";" } else { "." }), Style::Regular).item(setting.tree.item(&Item::Dash));
        for (number, line) in ragged(&text, size, room, room - hang).iter().enumerate() {
            let left = if number > 0 { hang } else { Pt::ZERO };
            lines.push((base + size * DESCENT, set(&text, line, size, Stand::Left, left, room, base)));
            base += setting.single_line(size);
        }
    }
    base
}

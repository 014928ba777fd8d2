//! Bars told apart without colour: frames filled with level and upright lines.

use super::page::Rule;
use super::unit::Pt;
use crate::paper::Fill;

/// Thickness of frames and thin lines.
const THIN: Pt = Pt(0.5);
/// From one thin line to the next.
const STEP: Pt = Pt(2.6);
/// A thick stripe, and from one to the next.
const STRIPE: (Pt, Pt) = (Pt(2.0), Pt(3.6));
/// White on each side of a part: two that touch stay two.
const GAP: Pt = Pt(0.5);
/// The least of a part that is seen: a sliver, where its share of the bar would be nothing.
const SLIVER: Pt = Pt(0.3);

/// Where each part of a bar begins and ends, if `of` would reach from the first edge to the second.
pub(super) fn stretches(counts: &[u32], of: u32, (left, right): (Pt, Pt)) -> Vec<(Pt, Pt)> {
    let unit = (right - left).max(Pt::ZERO) / of.max(1) as f32;
    let ends = counts.iter().scan(0_u64, |sum, count| {
        let begin = *sum;
        *sum += u64::from(*count);
        Some((left + unit * begin as f32, left + unit * *sum as f32))
    });
    ends.collect()
}

/// A bar of parts, from the first edge on.
pub(super) fn bar(parts: &[(Fill, u32)], of: u32, width: (Pt, Pt), height: (Pt, Pt)) -> Vec<Rule> {
    let counts: Vec<u32> = parts.iter().map(|(_, count)| *count).collect();
    let stretches = stretches(&counts, of, width);
    let drawn = parts.iter().zip(stretches).filter(|((_, count), _)| *count > 0);
    drawn.flat_map(|((fill, _), (left, right))| filled(*fill, (left + GAP, right - GAP), height)).collect()
}

/// A part of a bar; one too narrow for a frame is a black sliver.
pub(super) fn filled(fill: Fill, (left, right): (Pt, Pt), (top, bottom): (Pt, Pt)) -> Vec<Rule> {
    let width = right - left;
    if width < THIN * 3.0 {
        return vec![Rule::upright((left + right) / 2.0, top, bottom, width.max(SLIVER))];
    }
    let middle = (top + bottom) / 2.0;
    if fill == Fill::Solid {
        return vec![Rule::level(left, right, middle, bottom - top)];
    }
    // A frame lies inside its edges.
    let inner = (left + THIN / 2.0, right - THIN / 2.0, top + THIN / 2.0, bottom - THIN / 2.0);
    let mut rules = vec![
        Rule::level(left, right, inner.2, THIN),
        Rule::level(left, right, inner.3, THIN),
        Rule::upright(inner.0, top, bottom, THIN),
        Rule::upright(inner.1, top, bottom, THIN),
    ];
    let level = |y: Pt| Rule::level(left, right, y, THIN);
    match fill {
        Fill::Solid | Fill::Empty => {}
        Fill::Stripes => rules.extend(between(left, right, STRIPE.1, STRIPE.0).map(|x| Rule::upright(x, top, bottom, STRIPE.0))),
        Fill::Lines => rules.extend(between(top, bottom, STEP, THIN).map(level)),
        Fill::Grid => {
            rules.extend(between(top, bottom, STEP, THIN).map(level));
            rules.extend(between(left, right, STEP, THIN).map(|x| Rule::upright(x, top, bottom, THIN)));
        }
        Fill::Struck => rules.push(Rule::level(left, right, middle, THIN * 2.0)),
    }
    rules
}

/// Places for lines between two edges, evenly about the middle, none touching them.
fn between(from: Pt, to: Pt, step: Pt, thickness: Pt) -> impl Iterator<Item = Pt> {
    let room = to - from - thickness * 2.0;
    let count = (room / step).floor().max(0.0);
    let middle = (from + to) / 2.0;
    let first = middle - step * ((count - 1.0) / 2.0);
    // No page is wide enough for more.
    (0_u16..).take_while(move |index| f32::from(*index) < count).map(move |index| first + step * f32::from(index))
}

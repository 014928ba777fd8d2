//! Numbers of sections: `Phần thứ nhất`, `I.`, `1.`, `a)` or `1.1.`, as their places are.

use super::{Numbering, Section};
use crate::viet;

const ORDINALS: [&str; 10] = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// Numbers the sections by their levels: those of a part begin at `I.` again, none is deeper by more
/// than one than the one above it, siblings stay siblings, and one without sections below expects text.
pub(super) fn set(sections: &mut [Section], numbering: Numbering) {
    let mut parts = 0_usize;
    let mut counts = [0_usize; 3];
    let mut above = 0_u8;
    // Siblings to come: the level that those before came with, and the one they got.
    let mut known: Vec<(u8, u8)> = Vec::new();
    let last = sections.len().saturating_sub(1);
    for (at, section) in sections.iter_mut().enumerate() {
        if section.is_part() {
            parts += 1;
            (counts, above, known) = ([0; 3], 0, Vec::new());
            section.number = format!("Phần thứ {}", ORDINALS.get(parts - 1).map_or_else(|| parts.to_string(), |word| (*word).to_owned()));
            continue;
        }
        if section.level == 0 && (at == 0 || at == last) {
            section.number.clear();
            continue;
        }
        let came = section.level.clamp(1, 3);
        known.retain(|(upper, _)| *upper <= came);
        let sibling = known.last().filter(|(upper, _)| *upper == came).map(|(_, level)| *level);
        section.level = sibling.unwrap_or_else(|| came.min(above + 1));
        if sibling.is_none() {
            known.push((came, section.level));
        }
        above = section.level;
        let depth = usize::from(section.level);
        let [one, two, three] = &mut counts;
        match depth {
            1 => (*one, *two, *three) = (*one + 1, 0, 0),
            2 => (*two, *three) = (*two + 1, 0),
            _ => *three += 1,
        }
        section.number = match (depth, numbering) {
            (1, _) => format!("{}.", viet::roman(u32::try_from(*one).unwrap_or(u32::MAX))),
            (2, _) => format!("{two}."),
            (_, Numbering::Letters) => viet::letter(*three).map_or_else(|| format!("{three})"), |letter| format!("{letter})")),
            (_, Numbering::Decimals) => format!("{two}.{three}."),
        };
    }
    let below: Vec<bool> = (0..sections.len()).map(|at| has_below(sections, at)).collect();
    for (section, below) in sections.iter_mut().zip(below) {
        section.writable |= !below && !section.is_part();
    }
}

/// True when the next section stands below this one.
fn has_below(sections: &[Section], at: usize) -> bool {
    let level = |at: usize| sections.get(at).map(|section| if section.is_end() { 0 } else { section.level });
    level(at).zip(level(at + 1)).is_some_and(|(here, next)| next > here && here > 0)
}

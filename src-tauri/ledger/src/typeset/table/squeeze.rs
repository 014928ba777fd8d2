//! How small a table's type and the room in its cells must be, so that nothing is clipped.
//!
//! A table as offices make it keeps what it asks for. One of many columns first gives up the room
//! at the sides of its cells, then size; only then are words torn, and at last single letters
//! stand below each other.

use super::super::line::widest_word;
use super::super::setting::Setting;
use super::super::unit::Pt;
use super::Cell;
use super::columns::raise;

/// A word longer than so many times the size is torn before all type is made smaller for it.
const LONG_WORD: f32 = 6.0;
/// Against rounding, for each column.
const HAIR: Pt = Pt(0.04);

/// The size of type and the room at each side of a cell.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) struct Fit {
    pub(in super::super) size: Pt,
    pub(in super::super) side: Pt,
}

/// What a table of this size is set in, in so many columns of a width.
pub(in super::super) fn squeezed(setting: &Setting<'_>, rows: &[&[Cell]], columns: usize, size: Pt, width: Pt) -> Fit {
    let (mut words, mut letters) = (vec![Pt::ZERO; columns], vec![Pt::ZERO; columns]);
    for cell in rows.iter().copied().flatten() {
        let word = widest_word(&cell.text, Pt(1.0)).min(Pt(LONG_WORD));
        raise(&mut words, cell, word);
        raise(&mut letters, cell, widest_letter(cell));
    }
    let sum = |ems: &[Pt]| ems.iter().map(|em| em.0).sum::<f32>();
    let (words, letters, count) = (sum(&words), sum(&letters), columns as f32);
    let asked = Fit { size, side: setting.cell_side.pt() };
    let needs = |ems: f32, fit: Fit| fit.size * ems + (fit.side * 2.0 + HAIR) * count;
    // The room at the sides that is left at a size; the largest size that leaves the least room.
    let side_at = |ems: f32, size: Pt| ((width - HAIR * count - size * ems) / (count * 2.0)).min(asked.side);
    let size_for = |ems: f32| ((width - HAIR * count) / (ems + count * setting.cell_side_least * 2.0)).max(Pt(0.1));
    for (ems, least) in [(words, setting.table_least), (letters, Pt::ZERO)] {
        let narrow = Fit { size, side: side_at(ems, size) };
        if needs(ems, asked) <= width {
            return asked;
        }
        if narrow.side >= size * setting.cell_side_least {
            return narrow;
        }
        let small = size_for(ems);
        if small >= least {
            return Fit { size: small.min(size), side: small.min(size) * setting.cell_side_least };
        }
    }
    asked
}

/// The widest letter of a cell at a size of one.
pub(super) fn widest_letter(cell: &Cell) -> Pt {
    let widest = cell.text.signs().iter().map(|sign| sign.milli).max().unwrap_or(0);
    Pt(f32::from(widest) / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::super::super::font::{Faces, Style};
    use super::super::super::profile::DECREE_30;
    use super::super::super::text::Text;
    use super::*;
    use crate::paper::Align;

    /// So many columns of a word each, in 12 points on 165 mm.
    fn fit(columns: usize, word: &str) -> Fit {
        let cell = |column| Cell { text: Text::plain(Faces::bundled(), word, Style::Regular), column, span: 1, align: Align::Left, ink: None };
        let row: Vec<Cell> = (0..columns).map(cell).collect();
        squeezed(&Setting::new(&DECREE_30, Faces::bundled()), &[&row], columns, Pt(12.0), Pt(467.7))
    }

    #[test]
    fn room_goes_first_then_size_then_words() {
        let usual = Fit { size: Pt(12.0), side: DECREE_30.cell_side.pt() };
        assert_eq!(fit(6, "nghiêng"), usual);
        assert_eq!(fit(2, &"w".repeat(500)), usual, "one long word makes no table small");
        let narrow = fit(10, "nghiêng");
        assert!(narrow.size == usual.size && narrow.side < usual.side, "{narrow:?}");
        let small = fit(13, "nghiêng");
        assert!(small.size < usual.size && small.size >= DECREE_30.table_least, "{small:?}");
        let torn = fit(20, "nghiêng");
        assert_eq!(torn.size, usual.size, "words are torn where smaller type would not save them");
        let letters = fit(80, "nghiêng");
        assert!(letters.size < DECREE_30.table_least && letters.size > Pt(1.0), "{letters:?}");
    }
}

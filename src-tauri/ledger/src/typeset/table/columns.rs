//! How wide each column is: the shares asked for, but no word is torn where that can be helped.

use super::super::line::{widest_unit, widest_word};
use super::super::setting::Setting;
use super::super::unit::Pt;
use super::Cell;
use super::fit::fitted;

/// Units that belong together may widen their column as long as all of them take no more than
/// this share of the table; beyond it only single words may.
const UNITS_SHARE: f32 = 0.85;

/// The left edge of each column, and the right edge of the last.
pub(super) fn widths(setting: &Setting<'_>, shares: &[u16], rows: &[&[Cell]], size: Pt, width: Pt) -> Vec<Pt> {
    let mut words = vec![Pt::ZERO; shares.len()];
    let mut units = vec![Pt::ZERO; shares.len()];
    for cell in rows.iter().copied().flatten() {
        // A hair more than needed, so that rounding never breaks what was measured to fit.
        let sides = setting.cell_side.pt() * 2.0 + Pt(0.02);
        raise(&mut words, cell, widest_word(&cell.text, size) + sides);
        raise(&mut units, cell, widest_unit(&cell.text, size) + sides);
    }
    let asked: Vec<Pt> = shares.iter().map(|share| Pt(f32::from((*share).max(1)))).collect();
    let least = if units.iter().copied().sum::<Pt>() <= width * UNITS_SHARE { units } else { words };
    let given = fitted(setting, rows, &least, shared_out(&asked, &least, width), size);
    let mut edge = Pt::ZERO;
    let edges = given.into_iter().map(|column| {
        edge += column;
        edge
    });
    std::iter::once(Pt::ZERO).chain(edges).collect()
}

/// Lets the columns of a cell be wide enough for it.
fn raise(least: &mut [Pt], cell: &Cell, needed: Pt) {
    let Some(columns) = least.get_mut(cell.column..cell.column + cell.span) else { return };
    let short = needed - columns.iter().copied().sum::<Pt>();
    if short > Pt::ZERO {
        let each = short / columns.len() as f32;
        columns.iter_mut().for_each(|column| *column += each);
    }
}

/// Shares a width out as asked, but gives each column at least what it needs.
fn shared_out(asked: &[Pt], least: &[Pt], width: Pt) -> Vec<Pt> {
    if least.iter().copied().sum::<Pt>() >= width {
        return capped(least, width);
    }
    let mut given: Vec<Option<Pt>> = vec![None; asked.len()];
    loop {
        let fixed: Pt = given.iter().flatten().copied().sum();
        let open: Pt = asked.iter().zip(&given).filter(|(_, given)| given.is_none()).map(|(asked, _)| *asked).sum();
        let scale = (width - fixed) / open;
        let mut settled = true;
        for ((given, asked), least) in given.iter_mut().zip(asked).zip(least) {
            if given.is_none() && *asked * scale < *least {
                *given = Some(*least);
                settled = false;
            }
        }
        if settled {
            return given.iter().zip(asked).map(|(given, asked)| given.unwrap_or(*asked * scale)).collect();
        }
    }
}

/// Where not all can have what they need, those that need little do, and the rest share alike.
fn capped(least: &[Pt], width: Pt) -> Vec<Pt> {
    let mut needs = least.to_vec();
    needs.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut left, mut cap) = (width, width);
    for (index, need) in needs.iter().enumerate() {
        cap = left / (needs.len() - index) as f32;
        if *need > cap {
            break;
        }
        left = left - *need;
    }
    least.iter().map(|least| least.min(cap)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_kept_unless_a_word_needs_more() {
        let points = |values: &[f32]| values.iter().copied().map(Pt).collect::<Vec<_>>();
        let cases: [(&[f32], &[f32], &[f32]); 4] = [
            (&[1.0, 1.0, 2.0], &[0.0, 0.0, 0.0], &[25.0, 25.0, 50.0]),
            (&[1.0, 1.0, 2.0], &[40.0, 0.0, 0.0], &[40.0, 20.0, 40.0]),
            (&[1.0, 8.0, 1.0], &[20.0, 0.0, 20.0], &[20.0, 60.0, 20.0]),
            (&[1.0, 1.0], &[150.0, 20.0], &[80.0, 20.0]),
        ];
        for (asked, least, expected) in cases {
            assert_eq!(shared_out(&points(asked), &points(least), Pt(100.0)), points(expected), "{asked:?} {least:?}");
        }
    }
}

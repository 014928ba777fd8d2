//! How wide each column is: the shares asked for, but no word is torn where that can be helped.

use super::super::line::{longest_line, widest_unit, widest_word};
use super::super::parts::each;
use super::super::unit::Pt;
use super::Cell;
use super::fit::fitted;
use super::squeeze::{Fit, widest_letter};

/// Units that belong together may widen their column as long as all of them take no more than
/// this share of the table; beyond it only single words may.
const UNITS_SHARE: f32 = 0.85;

/// A column of sentences asks for this share of the table; beyond it, four times the text asks for
/// twice the width.
const SENTENCE_SHARE: f32 = 0.25;

/// The left edge of each column, and the right edge of the last.
///
/// Columns that all ask for the same, or for nothing, are as wide as what stands in them wants.
pub(super) fn widths(shares: &[u16], rows: &[&[Cell]], fit: Fit, width: Pt) -> Vec<Pt> {
    let (least, given) = given(shares, rows, fit, width);
    edges(fitted(rows, &least, given, fit))
}

/// The same, with no width moved to where words would save lines: what is drawn needs its width.
pub(in super::super) fn as_asked(shares: &[u16], rows: &[&[Cell]], fit: Fit, width: Pt) -> Vec<Pt> {
    edges(given(shares, rows, fit, width).1)
}

/// What each column needs, and the share of it that it is given.
fn given(shares: &[u16], rows: &[&[Cell]], fit: Fit, width: Pt) -> (Vec<Pt>, Vec<Pt>) {
    let mut words = vec![Pt::ZERO; shares.len()];
    let mut units = vec![Pt::ZERO; shares.len()];
    let mut letters = vec![Pt::ZERO; shares.len()];
    // A hair more than needed, so that rounding never breaks what was measured to fit.
    let sides = fit.side * 2.0 + Pt(0.02);
    let widest = |cell: &Cell| (widest_word(&cell.text, fit.size), widest_unit(&cell.text, fit.size), fit.size * widest_letter(cell).0);
    let measured = each(rows, |_, row| row.iter().map(widest).collect::<Vec<_>>());
    for (cell, (word, unit, letter)) in rows.iter().copied().flatten().zip(measured.into_iter().flatten()) {
        raise(&mut words, cell, word + sides);
        raise(&mut units, cell, unit + sides);
        raise(&mut letters, cell, letter + sides);
    }
    let alike = shares.windows(2).all(|pair| matches!(pair, [one, other] if one == other));
    let asked: Vec<Pt> =
        if alike { wishes(shares.len(), rows, fit, width) } else { shares.iter().map(|share| Pt(f32::from((*share).max(1)))).collect() };
    let least = if units.iter().copied().sum::<Pt>() <= width * UNITS_SHARE { units } else { words };
    let given = shared_out(&asked, &least, &letters, width);
    (least, given)
}

fn edges(widths: Vec<Pt>) -> Vec<Pt> {
    let mut edge = Pt::ZERO;
    let edges = widths.into_iter().map(|column| {
        edge += column;
        edge
    });
    std::iter::once(Pt::ZERO).chain(edges).collect()
}

/// What each column would take if it were asked: its longest line, sentences less than that.
fn wishes(columns: usize, rows: &[&[Cell]], fit: Fit, width: Pt) -> Vec<Pt> {
    let mut wishes = vec![Pt(1.0); columns];
    let bound = width * SENTENCE_SHARE;
    for cell in rows.iter().copied().flatten().filter(|cell| cell.span == 1) {
        let line = longest_line(&cell.text, fit.size) + fit.side * 2.0;
        let wish = if line <= bound { line } else { bound * (line / bound).sqrt() };
        if let Some(column) = wishes.get_mut(cell.column) {
            *column = column.max(wish);
        }
    }
    wishes
}

/// Lets the columns of a cell be wide enough for it.
pub(super) fn raise(least: &mut [Pt], cell: &Cell, needed: Pt) {
    let Some(columns) = least.get_mut(cell.column..cell.column + cell.span) else { return };
    let short = needed - columns.iter().copied().sum::<Pt>();
    if short > Pt::ZERO {
        let each = short / columns.len() as f32;
        columns.iter_mut().for_each(|column| *column += each);
    }
}

/// Shares a width out as asked, but gives each column at least what it needs; where not all can
/// have that, at least its widest letter.
fn shared_out(asked: &[Pt], least: &[Pt], letters: &[Pt], width: Pt) -> Vec<Pt> {
    if least.iter().copied().sum::<Pt>() >= width {
        let beyond: Vec<Pt> = least.iter().zip(letters).map(|(least, letter)| *least - *letter).collect();
        let free = width - letters.iter().copied().sum::<Pt>();
        return capped(&beyond, free.max(Pt::ZERO)).into_iter().zip(letters).map(|(more, letter)| *letter + more).collect();
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
            assert_eq!(shared_out(&points(asked), &points(least), &vec![Pt::ZERO; least.len()], Pt(100.0)), points(expected), "{asked:?} {least:?}");
        }
    }

    /// The widths of the columns of one row, as shares of the table in percent.
    fn chosen(shares: &[u16], words: &[&str]) -> Vec<f32> {
        use super::super::super::font::{Faces, Style};
        use super::super::super::text::Text;
        let cell = |(column, words): (usize, &&str)| Cell {
            text: Text::plain(Faces::bundled(), words, Style::Regular),
            column,
            span: 1,
            align: crate::paper::Align::Left,
            ink: None,
        };
        let row: Vec<Cell> = words.iter().enumerate().map(cell).collect();
        let edges = widths(shares, &[&row], Fit { size: Pt(12.0), side: Pt(4.5) }, Pt(467.7));
        edges.windows(2).map(|pair| ((pair[1] - pair[0]) / Pt(467.7) * 100.0).round()).collect()
    }

    #[test]
    fn an_address_takes_no_room_from_the_words_beside_it() {
        let address = "https://lamkhe.thainguyen.gov.vn/tin-tuc-su-kien/ubnd-xa-lam-khe-trien-khai-cong-tac-cai-cach-hanh-chinh-nam-2026.html";
        let title = "UBND xã Lam Khê triển khai công tác cải cách hành chính năm 2026";
        let widths = chosen(&[4, 40, 60], &["1", title, address]);
        assert!(widths[1] > 20.0 && widths[2] > 30.0, "{widths:?}");
    }

    #[test]
    fn columns_that_ask_for_nothing_are_as_wide_as_their_words() {
        let sentence = "Niêm yết, công khai đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã ".repeat(3);
        for shares in [[0, 0, 0], [7, 7, 7]] {
            let widths = chosen(&shares, &["12", &sentence, "Báo cáo"]);
            assert!(widths[0] < 10.0 && widths[1] > 70.0 && widths[2] < 20.0 && widths[2] > widths[0], "{widths:?}");
            assert_eq!(chosen(&shares, &["một", "một", "một"]), [33.0, 33.0, 33.0]);
        }
        assert_eq!(chosen(&[1, 1, 2], &["một", "một", "một"]), [25.0, 25.0, 50.0], "what is asked for is given");
    }
}

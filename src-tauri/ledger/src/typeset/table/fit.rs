//! Moving width between columns where that makes a table noticeably shorter.
//!
//! A column of long sentences in a narrow column makes tall, empty rows. Widths asked for are
//! kept within bounds, and moved only as long as each step saves lines.

use super::super::line::{Estimate, estimate};
use super::super::parts::each;
use super::super::unit::Pt;
use super::Cell;
use super::squeeze::Fit;

/// A column keeps at least and takes at most so much of what it was given.
const BOUNDS: (f32, f32) = (0.6, 1.8);
/// How much is moved at a time, as shares of the table.
const STEPS: [f32; 3] = [0.02, 0.04, 0.08];
/// A step must save one line of so many, or it is not worth leaving what was asked for.
const WORTH: usize = 50;
/// A table of more columns is a grid of figures: nothing is gained, and each pair would be tried.
const WIDEST_TABLE: usize = 12;
/// No table needs more steps.
const MOST: usize = 16;

/// The lines of a column's cells, row by row, at a width.
type Lines = Vec<usize>;

/// The widths, moved from columns that can spare some to those that need it.
pub(super) fn fitted(rows: &[&[Cell]], least: &[Pt], given: Vec<Pt>, fit: Fit) -> Vec<Pt> {
    if given.len() > WIDEST_TABLE {
        return given;
    }
    let columns = given.len();
    let texts: Vec<Vec<Option<Estimate>>> = each(rows, |_, row| (0..columns).map(|column| single(row, column, fit.size)).collect());
    let sides = fit.side * 2.0;
    let lines = |column: usize, width: Pt| -> Lines {
        let count = |row: &Vec<Option<Estimate>>| row.get(column).and_then(Option::as_ref).map_or(1, |text| text.lines(width - sides));
        texts.iter().map(count).collect()
    };
    let whole: Pt = given.iter().copied().sum();
    let bounds: Vec<(Pt, Pt)> = given.iter().zip(least).map(|(given, least)| ((*given * BOUNDS.0).max(*least), *given * BOUNDS.1)).collect();
    let mut widths = given;
    for _ in 0..MOST {
        let now: Vec<Lines> = widths.iter().enumerate().map(|(column, width)| lines(column, *width)).collect();
        let total = height(&now, rows.len());
        let mut best = (total, None);
        for step in STEPS.map(|step| whole * step) {
            let changed = |sign: f32| -> Vec<Option<Lines>> {
                let allowed = |(column, (width, (low, high))): (usize, (&Pt, &(Pt, Pt)))| {
                    let width = *width + step * sign;
                    (width >= *low && width <= *high).then(|| lines(column, width))
                };
                widths.iter().zip(&bounds).enumerate().map(allowed).collect()
            };
            let (less, more) = (changed(-1.0), changed(1.0));
            for (from, narrower) in less.iter().enumerate() {
                for (to, wider) in more.iter().enumerate().filter(|(to, _)| *to != from) {
                    let (Some(narrower), Some(wider)) = (narrower, wider) else { continue };
                    let seen = |column: usize, lines| {
                        if column == from {
                            narrower
                        } else if column == to {
                            wider
                        } else {
                            lines
                        }
                    };
                    let moved: Vec<&Lines> = now.iter().enumerate().map(|(column, lines)| seen(column, lines)).collect();
                    let total = height(&moved, rows.len());
                    if total < best.0 {
                        best = (total, Some((from, to, step)));
                    }
                }
            }
        }
        let (after, Some((from, to, step))) = best else { break };
        if (total - after) * WORTH < total {
            break;
        }
        for (column, width) in widths.iter_mut().enumerate() {
            *width += if column == to {
                step
            } else if column == from {
                -step
            } else {
                Pt::ZERO
            };
        }
    }
    widths
}

/// The text of a cell that fills just this column.
fn single(row: &[Cell], column: usize, size: Pt) -> Option<Estimate> {
    row.iter().find(|cell| cell.column == column && cell.span == 1).map(|cell| estimate(&cell.text, size))
}

/// The lines of all rows, each as tall as its tallest cell.
fn height<T: AsRef<[usize]>>(columns: &[T], rows: usize) -> usize {
    (0..rows).map(|row| columns.iter().filter_map(|lines| lines.as_ref().get(row).copied()).max().unwrap_or(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::super::super::font::{Faces, Style};
    use super::super::super::profile::DECREE_30;
    use super::super::super::text::Text;
    use super::*;
    use crate::paper::Align;

    fn fit(words: [&str; 2], given: [f32; 2]) -> Vec<Pt> {
        let cell = |(column, words): (usize, &&str)| Cell {
            text: Text::plain(Faces::bundled(), words, Style::Regular),
            column,
            span: 1,
            align: Align::Left,
            ink: None,
        };
        let row: Vec<Cell> = words.iter().enumerate().map(cell).collect();
        fitted(&[&row], &[Pt(30.0); 2], given.map(Pt).to_vec(), Fit { size: Pt(12.0), side: DECREE_30.cell_side.pt() })
    }

    #[test]
    fn width_goes_where_the_words_are() {
        let long = "Danh mục văn bản quy phạm pháp luật thuộc lĩnh vực trọng tâm, liên ngành; báo cáo kết quả rà soát văn bản ".repeat(3);
        let widths = fit(["Kế hoạch", &long], [300.0, 100.0]);
        let [first, second] = widths.as_slice() else { panic!("two columns") };
        assert!(*second > Pt(150.0) && *second <= Pt(180.5), "{widths:?}");
        assert!((*first + *second).0 > 399.9 && (*first + *second).0 < 400.1, "{widths:?}");
    }

    #[test]
    fn widths_stay_as_asked_where_nothing_is_gained() {
        assert_eq!(fit(["Kế hoạch", "Báo cáo"], [300.0, 100.0]), [Pt(300.0), Pt(100.0)]);
    }
}

//! Charts: a table whose rows have a bar beside their names; the bars say nothing that it does not.
//!
//! The samples at the head of the columns are the legend; it stands on each page, as the head does.
//! What is drawn is an artifact: the table alone is read, and it has no column of bars.

use super::body::heading;
use super::flow::Frame;
use super::font::Style;
use super::line::cell as cell_lines;
use super::setting::Setting;
use super::slab::{Glue, Slab, Stand, ascent, set};
use super::table::{Cell, Ink, Measure, as_asked, squeezed, stacked};
use super::tree::{Role, Tag};
use super::unit::{Mm, Pt};
use crate::paper::{Align, Bar, Chart, Inline};

/// The heading of a chart among those of the body.
const LEVEL: u8 = 2;
/// Size of type of names and numbers.
const SIZE: Pt = Pt(12.0);
/// Room in a cell, above and below: bars keep apart.
const PAD: Mm = Mm(1.8);
/// Shares of the width: numbers in the list, names, bars, each count.
const SHARES: [u16; 4] = [9, 56, 90, 14];
/// Where these columns stand.
const TT: usize = 0;
const NAMES: usize = 1;
const BARS: usize = 2;
const COUNTS: usize = 3;

/// The boxes of charts, their bars all of one scale.
pub(super) fn slabs(setting: &Setting<'_>, charts: &[Chart], frame: &Frame) -> Vec<Slab> {
    let longest = charts.iter().map(Chart::longest).max().unwrap_or(0);
    charts.iter().flat_map(|chart| one(setting, chart, longest, frame)).collect()
}

fn one(setting: &Setting<'_>, chart: &Chart, longest: u32, frame: &Frame) -> Vec<Slab> {
    let mut slabs = heading(setting, LEVEL, 0, "", &[Inline::words(&chart.title)], frame.width);
    let sheet = Sheet { setting, whole: setting.tree.table() };
    let header = [sheet.header(chart)];
    let mut rows: Vec<Vec<Cell>> = chart.bars.iter().map(|bar| sheet.row(bar, chart, longest)).collect();
    rows.extend(chart.sum.iter().map(|sum| sheet.sum(sum)));

    let [tt, names, drawn, count] = SHARES;
    let shares: Vec<u16> = [tt, names, drawn, count].into_iter().chain(chart.parts.iter().map(|_| count)).collect();
    let cells: Vec<&[Cell]> = header.iter().chain(&rows).map(Vec::as_slice).collect();
    let fit = squeezed(setting, &cells, shares.len(), SIZE, frame.width);
    let edges = as_asked(&shares, &cells, fit, frame.width);
    let measure = Measure { profile: setting.profile, fit, pad: PAD.pt(), edges };
    let mut table = stacked(&measure, (&header, &rows), |_| false, frame.height);
    // A chart that fits on a page stands on one; longer ones part between bars.
    table.iter_mut().skip(1).for_each(|slab| slab.glue = slab.glue.max(Glue::Group));
    slabs.append(&mut table);
    slabs.extend(note(setting, &chart.note, frame.width));
    slabs
}

/// What the cells of one table are made with.
struct Sheet<'a> {
    setting: &'a Setting<'a>,
    whole: Tag,
}

impl Sheet<'_> {
    /// Names of the columns; above that of a part, how it is drawn.
    fn header(&self, chart: &Chart) -> Vec<Cell> {
        let row = self.setting.tree.inside(self.whole, Role::Row);
        let cell = |words: &str, column, span, ink| {
            let tag = self.setting.tree.inside(row, Role::Header(1));
            Cell { text: self.setting.plain(words, Style::Bold).tagged(tag), column, span, align: Align::Center, ink }
        };
        let mut cells = vec![cell(Chart::TT, TT, 1, None), cell(&chart.names, NAMES, 2, None), cell(&chart.total, COUNTS, 1, None)];
        cells.extend((COUNTS + 1..).zip(&chart.parts).map(|(column, part)| cell(&part.name, column, 1, Some(Ink::Sample(part.fill)))));
        cells
    }

    /// A bar with its name before it and its counts behind it.
    fn row(&self, bar: &Bar, chart: &Chart, of: u32) -> Vec<Cell> {
        let row = self.setting.tree.inside(self.whole, Role::Row);
        let cell = |words: &str, column, align, role| self.cell(row, (words, Style::Regular), (column, 1), align, role);
        let parts = chart.parts.iter().map(|part| part.fill).zip(bar.counts.iter().copied()).collect();
        let mut cells = vec![
            cell(&bar.tt, TT, Align::Center, Role::Cell(1)),
            cell(&bar.name, NAMES, Align::Left, Role::RowHeader(1)),
            Cell { text: self.setting.plain("", Style::Regular), column: BARS, span: 1, align: Align::Left, ink: Some(Ink::Bar { parts, of }) },
        ];
        cells.extend((COUNTS..).zip(bar.numbers()).map(|(column, number)| cell(&number.to_string(), column, Align::Center, Role::Cell(1))));
        cells
    }

    /// A sum: its name over all columns before its counts.
    fn sum(&self, sum: &Bar) -> Vec<Cell> {
        let row = self.setting.tree.inside(self.whole, Role::Row);
        let cell = |words: &str, place, align, role| self.cell(row, (words, Style::Bold), place, align, role);
        let mut cells = vec![cell(&sum.name, (TT, COUNTS), Align::Left, Role::RowHeader(2))];
        cells.extend((COUNTS..).zip(sum.numbers()).map(|(column, number)| cell(&number.to_string(), (column, 1), Align::Center, Role::Cell(1))));
        cells
    }

    fn cell(&self, row: Tag, (words, style): (&str, Style), (column, span): (usize, usize), align: Align, role: Role) -> Cell {
        let tag = self.setting.tree.inside(row, role);
        Cell { text: self.setting.plain(words, style).tagged(tag), column, span, align, ink: None }
    }
}

/// The sentence below, in the table's type.
fn note(setting: &Setting<'_>, words: &str, width: Pt) -> Vec<Slab> {
    let text = setting.plain(words, Style::Italic);
    if text.is_empty() {
        return Vec::new();
    }
    let text = text.tagged(setting.tree.paragraph());
    let height = setting.single_line(SIZE);
    let slab = |line| Slab {
        runs: set(&text, line, SIZE, Stand::Left, Pt::ZERO, width, ascent(SIZE)),
        height,
        ink: height,
        glue: Glue::Firm,
        ..Slab::default()
    };
    cell_lines(&text, SIZE, width).iter().map(slab).collect()
}

//! A workbook in memory: what kind it is, and its sheets.

use super::shown::Words;
use super::{Cell, Row, Sheet, container, ods, xls, xlsx};
use crate::{Problem, Result};
use std::collections::BTreeMap;

/// Reads the sheets of a workbook: .xlsx, .xlsm, .xls, .ods, told by its bytes.
///
/// # Errors
/// Not a workbook ([`Problem::NotWorkbook`]), with a password, unpacking to more than a workbook
/// of an office holds.
pub(crate) fn bytes(bytes: &[u8]) -> Result<Vec<Sheet>> {
    if bytes.is_empty() {
        return Err(Problem::FileEmpty.into());
    }
    if bytes.starts_with(&container::OLE) {
        return xls::read(bytes);
    }
    let mut zip = container::open(bytes)?;
    match container::part(&mut zip, "content.xml")? {
        Some(content) => ods::read(&mut zip, &content),
        None => xlsx::read(bytes, &mut zip),
    }
}

/// A rectangle of merged cells, counted from 0, ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Merged {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Rows from single cells and merged rectangles. Rectangles that overlap one before them are not
/// merged; answers their number too.
pub(super) fn rows(cells: BTreeMap<(u32, u32), Words>, merged: &[Merged], is_hidden: impl Fn(u32) -> bool) -> (Vec<Row>, usize) {
    let mut by_row: BTreeMap<u32, Vec<(u32, Words)>> = BTreeMap::new();
    for ((row, column), words) in cells {
        by_row.entry(row).or_default().push((column, words));
    }
    // For each row that is there, the merged columns: first, last, whether it is the topmost row.
    let mut spans: BTreeMap<u32, Vec<(u32, u32, bool)>> = BTreeMap::new();
    let mut overlapping = 0;
    for one in merged {
        let touched: Vec<u32> = by_row.range(one.rows.0..=one.rows.1).map(|(row, _)| *row).collect();
        let taken =
            |row: &u32| spans.get(row).is_some_and(|spans| spans.iter().any(|(first, last, _)| *first <= one.columns.1 && one.columns.0 <= *last));
        if touched.iter().any(taken) {
            overlapping += 1;
            continue;
        }
        for row in touched {
            spans.entry(row).or_default().push((one.columns.0, one.columns.1, row == one.rows.0));
        }
    }
    let rows = by_row.into_iter().map(|(number, words)| {
        let mut row = Row { number: number as usize + 1, hidden: is_hidden(number), cells: Vec::new() };
        let mut words = words.into_iter().peekable();
        let spans = spans.get(&number).map_or(&[][..], Vec::as_slice);
        let mut column = 0;
        while words.peek().is_some() || spans.iter().any(|(first, ..)| *first >= column) {
            let (last, continued) = spans.iter().find(|(first, ..)| *first == column).map_or((column, false), |(_, last, top)| (*last, !top));
            let mut shown = Words::default();
            // What stands under a merged cell is not shown by the workbook.
            while let Some((at, own)) = words.next_if(|(at, _)| *at <= last) {
                if at == column && !continued {
                    shown = own;
                }
            }
            row.cells.push(Cell { text: shown.text, is_number: shown.is_number, span: (last - column) as usize + 1, continued });
            column = last + 1;
        }
        row
    });
    (rows.collect(), overlapping)
}

/// Columns of the widest row.
pub(super) fn width(rows: &[Row]) -> u32 {
    let widest = rows.iter().map(|row| row.cells.iter().map(|cell| cell.span).sum::<usize>()).max();
    widest.and_then(|width| u32::try_from(width).ok()).unwrap_or(0)
}

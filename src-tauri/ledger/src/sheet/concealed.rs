//! What a workbook hides, and the sentences that say so.

use super::{COLUMNS, column_name};
use crate::view::Note;
use std::collections::BTreeSet;

/// Rows and columns of one sheet that are hidden, counted from 0.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Concealed {
    pub(super) rows: BTreeSet<u32>,
    pub(super) columns: BTreeSet<u32>,
}

impl Concealed {
    /// Hides columns `first..=last`; those past the last that is read are left out.
    pub(super) fn hide_columns(&mut self, first: u32, last: u32) {
        self.columns.extend(first..=last.min(COLUMNS - 1));
    }

    /// One sentence about hidden columns that hold words, where there are any.
    pub(super) fn note(&self, sheet: &str, width: u32) -> Option<Note> {
        let columns: Vec<String> = self.columns.iter().filter(|column| **column < width).map(|column| column_name(*column)).collect();
        let sentence = || format!("Cột {} đang ẩn trong trang “{sheet}”; vẫn được đọc.", named(&columns));
        (!columns.is_empty()).then(|| Note { code: "column-hidden".to_owned(), sentence: sentence() })
    }
}

/// The sentence about a sheet that is hidden, and so not read.
pub(super) fn hidden_sheet(name: &str) -> Note {
    let sentence = format!("Trang tính “{name}” đang ẩn nên không đọc. Nếu cần, hãy cho hiện trang đó rồi nhập lại.");
    Note { code: "sheet-hidden".to_owned(), sentence }
}

/// At most this many cells are named in one sentence.
const NAMED: usize = 8;

/// Places for a sentence: the first few, then how many there are.
pub(super) fn named(places: &[String]) -> String {
    let shown = places.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    if places.len() > NAMED { format!("{shown}… ({} chỗ)", places.len()) } else { shown }
}

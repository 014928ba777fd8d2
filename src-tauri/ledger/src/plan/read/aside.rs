//! Words in columns that the plan has no place for: left out, and told.

use super::columns::Other;
use super::found::Found;
use super::words::quoted;
use crate::sheet::column_name;
use crate::view::Note;

/// A column that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Aside {
    /// One with a name.
    Named(Other),
    /// One without: what it is called, its cells with words, and the first of them.
    Unnamed { column: String, cells: usize, first: String },
}

impl Aside {
    /// What the officer reads of it.
    pub(super) fn note(&self) -> Note {
        let (code, sentence) = match self {
            Aside::Named(Other { name, rival: Some((field, taken)), .. }) => (
                "column-unread",
                format!(
                    "Cột {} cũng là {}; đang lấy cột {}. Nếu phải lấy cột kia, hãy bấm “Chỉ lại các cột”.",
                    quoted(name),
                    field.name(),
                    quoted(taken)
                ),
            ),
            Aside::Named(other) => ("column-unread", format!("Cột {} không có chỗ trong sổ nên không đọc.", quoted(&other.name))),
            Aside::Unnamed { column, cells, first } => {
                ("column-unnamed", format!("{column} không có tên nên không đọc: {cells} ô có chữ, ô đầu là {}.", quoted(first)))
            }
        };
        Note { code: code.to_owned(), sentence }
    }
}

/// The columns of a table that were left out with words in them.
pub(super) fn of(found: &Found) -> Vec<Aside> {
    let columns = &found.header.columns;
    let mut named: Vec<Other> = Vec::new();
    let mut unnamed: Vec<(usize, usize, String)> = Vec::new();
    let body = found.grid.rows.iter().skip(found.header.end);
    for row in body {
        let mut left = row.own().filter(|cell| (cell.at..cell.at + cell.span).all(|at| columns.field(at).is_none())).peekable();
        // Asked only where something is left out: most rows of most plans leave out nothing.
        if left.peek().is_none() || found.group(row).is_some() || found.header.comes_again(row) {
            continue;
        }
        for cell in left {
            match columns.other(cell.at) {
                Some(other) if !named.contains(other) => named.push(other.clone()),
                None if !columns.is_decided(cell.at) => match unnamed.iter_mut().find(|(at, ..)| *at == cell.at) {
                    Some((_, cells, _)) => *cells += 1,
                    None => unnamed.push((cell.at, 1, cell.text.clone())),
                },
                Some(_) | None => {}
            }
        }
    }
    unnamed.sort();
    let in_sheet = !found.grid.sheet.is_empty();
    let called = |at: usize| match u32::try_from(at) {
        Ok(at) if in_sheet => format!("Cột {}", column_name(at)),
        _ => format!("Cột thứ {}", at + 1),
    };
    let unnamed = unnamed.into_iter().map(|(at, cells, first)| Aside::Unnamed { column: called(at), cells, first });
    named.into_iter().map(Aside::Named).chain(unnamed).collect()
}

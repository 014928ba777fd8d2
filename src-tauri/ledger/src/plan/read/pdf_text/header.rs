//! The header of a table whose cells come one after the other.

use super::lines::Line;
use super::number::{Number, group};
use crate::plan::read::columns::{Field, named};
use crate::plan::read::words::key;

/// Lines of a header, at most.
const LINES: usize = 24;
/// Words that begin with a capital, in the name of one column, at most.
const CAPITALS: usize = 4;
/// Columns the ledger has no place for, at most.
const OTHERS: usize = 2;

/// The header of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Header {
    /// The names of its columns, TT first, and what each holds.
    pub(super) columns: Vec<(String, Option<Field>)>,
    /// Its lines.
    pub(super) lines: usize,
    /// All its words, folded: it comes again on each page.
    key: String,
}

impl Header {
    /// A header whose columns are known.
    pub(super) fn of(columns: Vec<(String, Option<Field>)>) -> Header {
        Header { columns, lines: 0, key: String::new() }
    }

    /// What the columns after TT hold.
    pub(super) fn fields(&self) -> Vec<Option<Field>> {
        self.columns.iter().skip(1).map(|(_, field)| *field).collect()
    }

    /// How many lines from the first on say the header again.
    pub(super) fn again(&self, lines: &[Line]) -> Option<usize> {
        let mut said = String::new();
        for (at, line) in lines.iter().take(LINES).enumerate() {
            said.push_str(&key(&line.text).replace(' ', ""));
            if !self.key.starts_with(&said) {
                return None;
            }
            if said.len() == self.key.len() {
                return Some(at + 1);
            }
        }
        None
    }
}

/// The header that begins with the first line: `TT`, then names up to the first row or group.
pub(super) fn find(lines: &[Line]) -> Option<Header> {
    let first = &lines.first()?.text;
    let begins = |start: &str| key(first).starts_with(start);
    let words = if begins("so thu tu") { 3 } else { 1 + usize::from(begins("so tt")) };
    let mut split = first.split(' ');
    let number = split.by_ref().take(words).collect::<Vec<_>>().join(" ");
    if named(&number).map(|(field, _)| field) != Some(Field::Tt) {
        return None;
    }
    let begins = |line: &Line| {
        group(&line.text).is_some_and(|(_, count)| count == 1) || Number::split(&line.text).is_some_and(|(number, ..)| number.follows(None, true))
    };
    let end = lines.iter().take(LINES).position(begins)?;
    // A name begins with a capital; its other words do not.
    let mut atoms: Vec<String> = Vec::new();
    let others = lines.get(1..end)?.iter().flat_map(|line| line.text.split(' '));
    for word in split.chain(others) {
        match atoms.last_mut().filter(|_| !word.starts_with(char::is_uppercase)) {
            Some(last) => last.extend([" ", word]),
            None => atoms.push(word.to_owned()),
        }
    }
    let mut columns = (0..=OTHERS).find_map(|others| {
        let mut columns = Vec::new();
        parted(&atoms, others, &mut columns).then_some(columns)
    })?;
    let has = |field: Field| columns.iter().any(|(_, own)| *own == Some(field));
    if !(has(Field::Content) && (has(Field::Lead) || has(Field::Deadline)) && columns.len() >= 2) {
        return None;
    }
    columns.insert(0, (number, Some(Field::Tt)));
    let key = lines.get(..end)?.iter().map(|line| key(&line.text).replace(' ', "")).collect();
    Some(Header { columns, lines: end, key })
}

/// Parts the words of a header into names of different columns, so many of them unknown.
fn parted(atoms: &[String], others: usize, columns: &mut Vec<(String, Option<Field>)>) -> bool {
    if atoms.is_empty() {
        return others == 0;
    }
    (1..=atoms.len().min(CAPITALS)).any(|count| {
        let name = atoms.get(..count).unwrap_or(&[]).join(" ");
        let field = named(&name).map(|(field, _)| field).filter(|field| *field != Field::Tt && !columns.iter().any(|(_, own)| *own == Some(*field)));
        let left = match field {
            Some(_) => others,
            None if others > 0 && count <= 2 && name.chars().count() < 40 => others - 1,
            None => return false,
        };
        columns.push((name, field));
        let whole = parted(atoms.get(count..).unwrap_or(&[]), left, columns);
        if !whole {
            columns.pop();
        }
        whole
    })
}

//! A plan's table that extraction left as one column of lines: rows, and the cells they fall into.
//!
//! A row begins with the next number. Which of its lines stand in which cell is weighed in
//! [`super::cells`]: nothing in the text says where a cell ends.

use super::Piece;
use super::cells::{Atom, Columns};
use super::mark::{Mark, marked};
use super::notes::Notes;
use super::text::{Line, key, tidy};
use crate::paper::{Align, Cell, Column, Inline, Row, Table};
use crate::plan::read::column_named;

/// Share of the width and stand of TT, content, lead, coordinating, deadline, product.
const LOOKS: [(u16, Align); 6] = [(5, Align::Center), (32, Align::Left), (14, Align::Left), (14, Align::Left), (13, Align::Left), (16, Align::Left)];

/// Lines of a header, at most.
const HEADER: usize = 24;
/// A plan of two hundred rows has some 4000 lines; a table with more stays as it is.
const LINES: usize = 6_000;
/// A number may be left out: so many at most (seed 004 has no TT 22).
const GAP: u32 = 3;

/// True when a table's header begins here.
pub(super) fn is_header(pieces: &[Piece]) -> bool {
    header(&lines(pieces.get(..HEADER + 1).unwrap_or(pieces))).is_some()
}

/// Reads a table; answers it and how many pieces it is made of. `None` when no header begins here.
pub(super) fn read(pieces: &[Piece], notes: &mut Notes) -> Option<(Table, usize)> {
    let lines = lines(pieces);
    let header = header(&lines).filter(|_| lines.len() <= LINES)?;
    let (rows, left_out) = rows(&lines, &header);
    if let Some(first) = left_out.first() {
        let why = format!("Tên cột lặp lại ở đầu {} trang của bản cũ; bản in tự lặp lại.", left_out.len());
        notes.mended("Phụ lục, tên cột", first, "", &why);
    }
    let mut columns = Columns::new(&header.fields);
    columns.learn(rows.iter().filter_map(|row| match row {
        Found::Task { atoms, broken, .. } => Some((atoms.as_slice(), *broken)),
        Found::Group(_) => None,
    }));
    let width = u16::try_from(header.names.len()).ok()?;
    let mut last = 0;
    let rows = rows.into_iter().map(|row| match row {
        Found::Group(name) => Row { group: true, cells: vec![cell(width, &name)] },
        Found::Task { tt, atoms, broken } => {
            let words = columns.cells(&atoms, broken);
            doubt(&tt, &mut last, columns.is_doubtful(&words), notes);
            Row { group: false, cells: std::iter::once(&tt).chain(&words).map(|words| cell(1, words)).collect() }
        }
    });
    let rows = rows.collect();
    let looks = std::iter::once(0).chain(header.fields.iter().copied()).filter_map(|field| LOOKS.get(field));
    let table = Table {
        rows,
        header: vec![Row { group: false, cells: header.names.iter().map(|name| cell(1, name)).collect() }],
        columns: looks.map(|(share, align)| Column { share: *share, align: *align }).collect(),
        size: 12,
    };
    Some((table, lines.len()))
}

/// Notes a number that was left out, and a row whose cells may stand in the wrong columns.
fn doubt(tt: &str, last: &mut u32, doubtful: bool, notes: &mut Notes) {
    let place = format!("Phụ lục, TT {tt}");
    let number = row_number(tt).map_or(*last + 1, |(number, _)| number);
    if number > *last + 1 {
        notes.blank(&place, &format!("Bản cũ đánh số từ {last} sang {number}; giữ nguyên."));
    }
    if doubtful {
        notes.blank(&place, "Chưa chắc chữ của dòng này đứng đúng cột; hãy đối chiếu với bản cũ.");
    }
    *last = number;
}

fn cell(span: u16, words: &str) -> Cell {
    Cell { span, text: vec![Inline::words(words)] }
}

/// The lines up to the next table.
fn lines(pieces: &[Piece]) -> Vec<Line> {
    let line = |piece: &Piece| match piece {
        Piece::Line(line) => Some(line.clone()),
        Piece::Table(_) => None,
    };
    pieces.iter().map_while(line).collect()
}

/// The header of a table.
struct Header {
    /// Its lines, folded: it repeats on each page.
    keys: Vec<String>,
    /// The names of its columns, TT first.
    names: Vec<String>,
    /// What the columns after TT hold.
    fields: Vec<usize>,
}

/// The lines from `TT` to the first row or group, when each name in them is a plan's.
fn header(lines: &[Line]) -> Option<Header> {
    let first = lines.first()?;
    let (number, rest) = first.text.split_once(' ').unwrap_or((&first.text, ""));
    let (number, rest) = if key(&first.text).starts_with("so tt") { first.text.split_at_checked("Số TT".len())? } else { (number, rest) };
    if column_named(number) != Some(0) {
        return None;
    }
    let begins = |line: &Line| group(&line.text).is_some() || row_number(&line.text).is_some_and(|(tt, _)| tt == 1);
    let end = lines.iter().take(HEADER).position(begins)?;
    // A name begins with a capital; its other words do not.
    let mut atoms: Vec<String> = Vec::new();
    let others = lines.get(1..end)?.iter().flat_map(|line| line.text.split(' '));
    for word in rest.split(' ').chain(others).filter(|word| !word.is_empty()) {
        match atoms.last_mut().filter(|_| !word.starts_with(char::is_uppercase)) {
            Some(last) => last.extend([" ", word]),
            None => atoms.push(word.to_owned()),
        }
    }
    let mut names = Vec::new();
    let mut fields = Vec::new();
    parted(&atoms, &mut names, &mut fields).then_some(())?;
    if !(fields.contains(&1) && fields.len() >= 3) {
        return None;
    }
    names.insert(0, number.to_owned());
    let keys = lines.get(..end)?.iter().map(|line| key(&line.text)).collect();
    Some(Header { keys, names, fields })
}

/// Parts the words of a header into names of different columns.
fn parted(atoms: &[String], names: &mut Vec<String>, fields: &mut Vec<usize>) -> bool {
    if atoms.is_empty() {
        return true;
    }
    (1..=atoms.len().min(4)).any(|count| {
        let name = atoms.get(..count).unwrap_or(&[]).join(" ");
        let Some(field) = column_named(&name).filter(|field| *field > 0 && !fields.contains(field)) else { return false };
        names.push(name);
        fields.push(field);
        let whole = parted(atoms.get(count..).unwrap_or(&[]), names, fields);
        if !whole {
            names.pop();
            fields.pop();
        }
        whole
    })
}

/// A row as it was found.
enum Found {
    Group(String),
    Task { tt: String, atoms: Vec<Atom>, broken: Option<usize> },
}

/// Cuts the lines below the header into rows; answers the repeated headers it left out.
fn rows(lines: &[Line], header: &Header) -> (Vec<Found>, Vec<String>) {
    let mut rows: Vec<Found> = Vec::new();
    let mut left_out = Vec::new();
    let mut last = 0;
    let mut groups = 0;
    let mut at = header.keys.len();
    let repeats = |at: usize| {
        lines.get(at..at + header.keys.len()).is_some_and(|lines| lines.iter().map(|line| key(&line.text)).eq(header.keys.iter().cloned()))
    };
    while let Some(line) = lines.get(at) {
        // The number of a page stands right above the repeated header.
        let above = line.text.len() <= 3 && line.text.bytes().all(|sign| sign.is_ascii_digit()) && repeats(at + 1);
        if above || repeats(at) {
            let next = at + header.keys.len() + usize::from(above);
            left_out.push(lines.get(at..next).unwrap_or(&[]).iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
            at = next;
            if let Some(Found::Task { atoms, broken, .. }) = rows.last_mut() {
                *broken = broken.or(Some(atoms.len()));
            }
            continue;
        }
        at += 1;
        let open = match rows.last() {
            Some(Found::Task { atoms, .. }) => atoms.len() < header.fields.len(),
            _ => false,
        };
        if let Some((count, name)) = group(&line.text).filter(|(count, _)| *count == groups + 1 && !open) {
            groups = count;
            rows.push(Found::Group(name));
        } else if let Some((tt, rest)) = row_number(&line.text).filter(|(tt, _)| (last + 1..=last + GAP).contains(tt) && !open) {
            last = tt;
            let tt = line.text.split(' ').next().unwrap_or("").to_owned();
            rows.push(Found::Task { tt, atoms: Atom::of(rest), broken: None });
        } else {
            match rows.last_mut() {
                Some(Found::Task { atoms, .. }) => atoms.extend(Atom::of(&line.text)),
                Some(Found::Group(name)) => name.extend([" ", &line.text]),
                // Words between header and first row: kept, in a row of their own.
                None => rows.push(Found::Group(line.text.clone())),
            }
        }
    }
    // A break after the last line of a row parts nothing.
    for row in &mut rows {
        if let Found::Task { atoms, broken, .. } = row {
            *broken = broken.filter(|at| *at > 0 && *at < atoms.len());
        }
    }
    (rows, left_out)
}

/// `II. Cải cách thể chế`: its count and the whole line.
fn group(text: &str) -> Option<(u32, String)> {
    match marked(text)?.mark {
        Mark::Roman(count) => Some((count, tidy(text))),
        _ => None,
    }
}

/// A number that stands alone or before words: `12`, `12 Thực hiện …`.
fn row_number(text: &str) -> Option<(u32, &str)> {
    let (number, rest) = text.split_once(' ').unwrap_or((text, ""));
    let number = number.strip_suffix('.').unwrap_or(number);
    let figures = !number.is_empty() && number.len() <= 3 && number.bytes().all(|sign| sign.is_ascii_digit());
    let tt: u32 = figures.then(|| number.parse().ok())??;
    (rest.is_empty() || rest.starts_with(char::is_uppercase)).then_some((tt, rest))
}

//! Faces for tests: the bundled ones under another name, with other rights, with shared glyphs.

use crate::typeset::Style;
use crate::typeset::glyph_ids;
use std::collections::BTreeMap;

/// The bundled face of a style.
pub(crate) fn bundled(style: Style) -> &'static [u8] {
    match style {
        Style::Regular => include_bytes!("../../../../assets/fonts/LiberationSerif-Regular.ttf"),
        Style::Bold => include_bytes!("../../../../assets/fonts/LiberationSerif-Bold.ttf"),
        Style::Italic => include_bytes!("../../../../assets/fonts/LiberationSerif-Italic.ttf"),
        Style::BoldItalic => include_bytes!("../../../../assets/fonts/LiberationSerif-BoldItalic.ttf"),
    }
}

/// The bundled face as Times New Roman 7.00, with these rights (OS/2 fsType) and each letter of
/// `instead` shown by the glyph of another, or by none.
pub(crate) fn renamed(style: Style, rights: u16, instead: &[(char, Option<char>)]) -> Vec<u8> {
    let file = bundled(style);
    let mut tables = tables(file);
    let subfamily = match style {
        Style::Regular => "Regular",
        Style::Bold => "Bold",
        Style::Italic => "Italic",
        Style::BoldItalic => "Bold Italic",
    };
    tables.insert(*b"name", names(&[(1, "Times New Roman"), (2, subfamily), (5, "Version 7.00"), (6, "TimesNewRomanPSMT")]));
    tables.get_mut(b"OS/2").expect("a table")[8..10].copy_from_slice(&rights.to_be_bytes());
    if !instead.is_empty() {
        let mut ids = glyph_ids(file);
        for (letter, shown) in instead {
            match shown.map(|shown| ids[&shown]) {
                Some(id) => ids.insert(*letter, id),
                None => ids.remove(letter),
            };
        }
        tables.insert(*b"cmap", letters(&ids));
    }
    put_together(&tables)
}

type Tables = BTreeMap<[u8; 4], Vec<u8>>;

fn tables(file: &[u8]) -> Tables {
    let long = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().expect("four bytes")) as usize;
    let count = usize::from(u16::from_be_bytes([file[4], file[5]]));
    let table = |index: usize| {
        let at = 12 + index * 16;
        (file[at..at + 4].try_into().expect("a tag"), file[long(at + 8)..long(at + 8) + long(at + 12)].to_vec())
    };
    (0..count).map(table).collect()
}

fn put_together(tables: &Tables) -> Vec<u8> {
    let mut file = b"\0\x01\0\0".to_vec();
    let word = |number: usize| u16::try_from(number).expect("small").to_be_bytes();
    let long = |number: usize| u32::try_from(number).expect("small").to_be_bytes();
    file.extend(word(tables.len()));
    file.extend([0; 6]);
    let mut at = 12 + tables.len() * 16;
    for (tag, table) in tables {
        file.extend(tag);
        file.extend([0; 4]);
        file.extend(long(at));
        file.extend(long(table.len()));
        at += table.len().next_multiple_of(4);
    }
    for table in tables.values() {
        file.extend(table);
        file.resize(file.len().next_multiple_of(4), 0);
    }
    file
}

/// A name table for Windows, in English.
fn names(names: &[(u16, &str)]) -> Vec<u8> {
    let texts: Vec<Vec<u8>> = names.iter().map(|(_, text)| text.encode_utf16().flat_map(u16::to_be_bytes).collect()).collect();
    let count = u16::try_from(names.len()).expect("few");
    let mut table: Vec<u8> = [0, count, 6 + 12 * count].iter().flat_map(|word| word.to_be_bytes()).collect();
    let mut at = 0;
    for ((id, _), text) in names.iter().zip(&texts) {
        let length = u16::try_from(text.len()).expect("short");
        table.extend([3, 1, 0x409, *id, length, at].iter().flat_map(|word| word.to_be_bytes()));
        at += length;
    }
    table.extend(texts.concat());
    table
}

/// A table of letters (format 12), one group each.
fn letters(ids: &BTreeMap<char, u16>) -> Vec<u8> {
    let count = u32::try_from(ids.len()).expect("few");
    let mut table: Vec<u8> = [0_u16, 1, 3, 10, 0, 12, 12, 0].iter().flat_map(|word| word.to_be_bytes()).collect();
    table.extend([16 + 12 * count, 0, count].iter().flat_map(|long| long.to_be_bytes()));
    for (letter, id) in ids {
        table.extend([u32::from(*letter), u32::from(*letter), u32::from(*id)].iter().flat_map(|long| long.to_be_bytes()));
    }
    table
}

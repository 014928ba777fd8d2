//! A file of plain text as lines: what PDF extraction leaves, tidied and with its evidence kept.

use super::notes::Notes;
use super::old_font;
pub(super) use crate::viet::{is_capitals, key};
use crate::{Problem, Result};
use unicode_normalization::UnicodeNormalization;

/// A line, or a paragraph that is known to be whole.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    /// Its words, NFC, one space between them; never empty.
    pub(super) text: String,
    /// Its pieces, where wide gaps part it: columns that extraction set side by side.
    pub(super) cells: Vec<String>,
    /// Spaces at its end: extraction leaves one where a line was broken.
    pub(super) trail: usize,
    /// Empty lines before it.
    pub(super) blank: usize,
    /// True for a paragraph of a Word file: nothing goes on with it.
    pub(super) whole: bool,
    /// True when a page begins with it.
    pub(super) page: bool,
    /// Its pieces between tabs, empty ones too; none where it has no tab.
    pub(super) columns: Vec<String>,
}

impl Line {
    /// A paragraph that is known to be whole.
    pub(super) fn whole(text: &str) -> Option<Line> {
        let text = tidy(text);
        (!text.is_empty()).then(|| Line { cells: vec![text.clone()], text, whole: true, ..Line::default() })
    }
}

/// Gaps this wide part columns.
const GAP: &str = "   ";
/// Spoiled words that are named, at most.
const SPOILED: usize = 20;

/// The text of a file: UTF-8, or UTF-16 as Windows marks it.
///
/// # Errors
/// [`Problem::OldFont`] for letters of TCVN3 or VNI, [`Problem::NotText`] for other bytes that are
/// no text, or a web page.
pub(super) fn decode(bytes: &[u8], notes: &mut Notes) -> Result<String> {
    let utf16 = |bytes: &[u8], big: bool| {
        let unit = |pair: &[u8]| match pair {
            [one, two] if big => u16::from_be_bytes([*one, *two]),
            [one, two] => u16::from_le_bytes([*one, *two]),
            _ => 0,
        };
        let text = char::decode_utf16(bytes.chunks_exact(2).map(unit)).map(|sign| sign.unwrap_or(char::REPLACEMENT_CHARACTER)).collect::<String>();
        (text, bytes.len() % 2 == 1)
    };
    let (text, is_cut) = match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, false),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, true),
        [0xEF, 0xBB, 0xBF, rest @ ..] | rest => utf8(rest)?,
    };
    let odd = text.chars().filter(|sign| is_odd(*sign)).count();
    let start: String = text.chars().take(2000).collect::<String>().to_lowercase();
    let is_page = ["<!doctype html", "<html", "<head", "<body", "<script"].iter().any(|tag| start.contains(tag));
    if is_page || odd * 100 > text.chars().count() {
        return Err(Problem::NotText.into());
    }
    let spoiled: Vec<&str> = text.split_whitespace().filter(|word| word.contains(char::REPLACEMENT_CHARACTER)).take(SPOILED).collect();
    if !spoiled.is_empty() {
        let why = "Những chữ này đã hỏng từ trước khi đọc, có ký tự không nhận ra; hãy đối chiếu với bản cũ.";
        notes.mended("Chữ hỏng", &spoiled.join(", "), &tidy(&spoiled.join(", ")), why);
    }
    if is_cut {
        notes.blank("Cuối tệp", "Tệp bị cắt ở cuối nên chữ cuối cùng có thể đã mất; hãy đối chiếu với bản cũ.");
    }
    Ok(text)
}

/// Words of UTF-8, and whether the last sign was cut.
fn utf8(bytes: &[u8]) -> Result<(String, bool)> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((text.to_owned(), false)),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 3 => {
            Ok((String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or(&[])).into_owned(), true))
        }
        Err(_) => {
            let signs: String = bytes.iter().map(|byte| char::from(*byte)).collect();
            Err(if old_font::is_old(&signs) { Problem::OldFont } else { Problem::NotText }.into())
        }
    }
}

/// Signs that no text of an office holds: control characters and what could not be decoded.
fn is_odd(sign: char) -> bool {
    (sign.is_control() && !matches!(sign, '\n' | '\r' | '\t' | '\u{c}' | '\u{b}')) || sign == char::REPLACEMENT_CHARACTER
}

/// The lines of a text, empty ones counted and dropped.
pub(super) fn lines(text: &str) -> Vec<Line> {
    // The sign of a new page stands at the beginning of its first line.
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{2028}', '\u{2029}'], "\n").replace('\u{c}', "\n\u{c}");
    let padded = is_padded(&text);
    let mut lines = Vec::new();
    let (mut blank, mut page) = (0, false);
    for raw in text.split('\n') {
        page |= raw.starts_with('\u{c}');
        let tidied = tidy(raw);
        if tidied.is_empty() {
            blank += 1;
            continue;
        }
        let columns: Vec<String> = if raw.trim().contains('\t') { raw.split('\t').map(tidy).collect() } else { Vec::new() };
        let spaced = raw.replace('\t', GAP);
        let cells = with_boxes(spaced.trim().split(GAP).map(tidy).filter(|cell| !cell.is_empty()));
        let trail = if padded { 0 } else { spaced.chars().rev().take_while(|sign| sign.is_whitespace()).count() };
        lines.push(Line { text: tidied, cells, trail, blank, whole: false, page: page && !lines.is_empty(), columns });
        (blank, page) = (0, false);
    }
    lines
}

/// True when most lines were filled with spaces to one width: those spaces tell nothing.
fn is_padded(text: &str) -> bool {
    let full: Vec<(usize, bool)> = text.split('\n').filter(|raw| !raw.trim().is_empty()).map(|raw| (raw.nfc().count(), raw.ends_with(' '))).collect();
    let filled = full.iter().filter(|(_, spaces)| *spaces).count();
    let mut widths: std::collections::BTreeMap<usize, usize> = std::collections::BTreeMap::new();
    for (width, _) in full.iter().filter(|(_, spaces)| *spaces) {
        *widths.entry(*width).or_default() += 1;
    }
    let most = widths.values().max().copied().unwrap_or(0);
    filled > 4 && filled * 2 > full.len() && most * 10 > filled * 8
}

/// Cells joined again where the gap is only the room of a blank: `Số:      /BC-UBND`, `ngày    tháng`.
pub(super) fn with_boxes(cells: impl Iterator<Item = String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    for cell in cells {
        let day = ["tháng", "năm 20"].iter().any(|start| cell.starts_with(start));
        let figures = cell.starts_with(|sign: char| sign.is_ascii_digit());
        let joins = |last: &str| match cell.starts_with('/') {
            true => last.starts_with("Số"),
            false => day || (figures && ["Số:", " ngày", " tháng"].iter().any(|end| last.ends_with(end))),
        };
        match joined.last_mut().filter(|last| joins(last)) {
            Some(last) => last.extend([" ", &cell]),
            None => joined.push(cell),
        }
    }
    joined
}

/// Words in NFC, one space between them, without signs that take no room.
pub(super) fn tidy(text: &str) -> String {
    let seen: String = text
        .nfc()
        .map(bullet)
        .filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') && !is_odd(*sign))
        .collect();
    seen.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Word's own bullets, which stand in letters of private use, as a dash.
fn bullet(sign: char) -> char {
    if matches!(sign, '\u{f0b7}' | '\u{f02d}' | '\u{f0a7}' | '\u{f0d8}') { '-' } else { sign }
}

/// True when a sentence or an item of a list ends here.
pub(super) fn is_ended(text: &str) -> bool {
    text.trim_end_matches(['"', '”', ')', '’', ' ']).ends_with(['.', ';', ':', '?', '!', '…'])
}

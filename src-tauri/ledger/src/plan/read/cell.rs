//! A cell that names units, taken apart: nothing it says vanishes.

use super::columns::NAMES;
use super::words::key;
use std::borrow::Cow;
use std::sync::LazyLock;

/// One thing a cell names.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) kind: PartKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    /// A unit, as its name begins or as it is registered.
    Unit,
    /// `Các phòng, ban`: no single unit.
    Many,
    /// A name that begins as no unit does, closed by a sign (`UBND xã, …`).
    Loose,
    /// Words beside a name: `theo phân công`, `Giám đốc` before `Trung tâm`.
    Aside,
}

/// Words that names of units begin with and words for several, folded once.
struct Starts {
    one: Vec<String>,
    listed: Vec<String>,
    many: Vec<String>,
}

static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    let folded = |starts: &[String]| starts.iter().map(|start| key(start)).collect();
    Starts { one: folded(&NAMES.unit_starts), listed: folded(&NAMES.listed_starts), many: folded(&NAMES.many_starts) }
});

/// A name that begins as those of units do.
fn is_one(piece: &str) -> bool {
    begins(piece, &STARTS.one)
}

pub(super) fn is_many(piece: &str) -> bool {
    begins(piece, &STARTS.many)
}

/// True when the text begins as the names of units do, or with a word for several.
pub(super) fn begins_one(text: &str) -> bool {
    is_many(text) || is_one(text)
}

/// True when the text begins with one of these words, folded, and a word ends there.
fn begins(text: &str, starts: &[String]) -> bool {
    let head: String = text.chars().take(40).collect();
    let head = key(&head);
    starts.iter().any(|start| head.strip_prefix(start.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Takes a cell apart. A name begins at the cell's beginning, after a comma, semicolon or line
/// break, or where a word units begin with stands in capitals.
///
/// `known` tells names in the register of units; those are never cut, whatever signs they hold.
pub(super) fn parts<'a>(cell: &'a str, known: &dyn Fn(&str) -> bool) -> Vec<Part<'a>> {
    cell.split(';').flat_map(|line| of_line(line, known)).collect()
}

fn of_line<'a>(line: &'a str, known: &dyn Fn(&str) -> bool) -> Vec<Part<'a>> {
    let cuts = cuts(line);
    let cut = |at: usize| cuts.get(at).copied().unwrap_or((line.len(), '\n'));
    let slice = |from: usize, to: usize| -> &'a str {
        let piece = line.get(cut(from).0..cut(to).0).unwrap_or("");
        piece.trim_matches(joint).trim_end_matches(" và")
    };
    let last = cuts.len() - 1;
    let mut parts: Vec<Part<'a>> = Vec::new();
    // Where the unit began that a piece after a comma may go on.
    let mut open: Option<usize> = None;
    let mut loose: Option<usize> = None;
    let mut at = 0;
    while at < last {
        // `Phòng Kinh tế, Hạ tầng và Đô thị` in the register is one name.
        let whole = (at + 2..=last).rev().find(|to| known(slice(at, *to)));
        let to = whole.unwrap_or(at + 1);
        let piece = slice(at, to);
        let unit = whole.is_some() || known(piece) || is_one(piece);
        let (kind, after) = (kind_of(piece, unit, closed(line, cut(to))), cut(at).1);
        let goes_on = open.filter(|_| after == ',' && kind == PartKind::Loose && !is_short(piece) && !begins(piece, &STARTS.listed));
        // `Ông Nguyễn Văn A, công chức Tư pháp`: one person and the post.
        let post = loose.filter(|_| after == ',' && unit && piece.starts_with(char::is_lowercase));
        match goes_on.or(post).zip(parts.last_mut()) {
            _ if piece.is_empty() => {}
            Some((from, before)) => match with_start(&before.text, piece).filter(|name| known(name)) {
                Some(name) => {
                    open = None;
                    parts.push(Part { text: name.into(), kind: PartKind::Unit });
                }
                None => before.text = slice(from, to).into(),
            },
            None => {
                open = unit.then_some(at);
                loose = (kind == PartKind::Loose).then_some(at);
                parts.push(Part { text: piece.into(), kind });
            }
        }
        at = to;
    }
    parts
}

fn kind_of(piece: &str, unit: bool, closed: bool) -> PartKind {
    if is_many(piece) {
        PartKind::Many
    } else if unit {
        PartKind::Unit
    } else if closed && piece.starts_with(char::is_uppercase) {
        PartKind::Loose
    } else {
        PartKind::Aside
    }
}

/// Places where a name may begin, each with the sign it stands after; the end is the last.
fn cuts(line: &str) -> Vec<(usize, char)> {
    let starts = || NAMES.many_starts.iter().chain(&NAMES.unit_starts);
    let mut cuts = vec![(0, '\n')];
    for (at, sign) in line.char_indices() {
        let rest = line.get(at + sign.len_utf8()..).unwrap_or("");
        // `Hội đồng và Phòng`: the word stands alone; `Trung tâm Phòng`: no name ends there.
        let after_name =
            sign == ' ' && starts().any(|start| rest.strip_prefix(start.as_str()).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)));
        if matches!(sign, ',' | '\n') || after_name {
            cuts.push((at, sign));
        }
    }
    cuts.push((line.len(), '\n'));
    cuts
}

/// True when a piece ends at a sign or at `và`, not in the middle of a name (`Giám đốc Trung tâm`).
fn closed(line: &str, (end, sign): (usize, char)) -> bool {
    sign != ' ' || line.get(..end).is_some_and(|before| before.ends_with(" và") || before.ends_with(" &") || before.ends_with(','))
}

/// What joins units, and marks them in a list of lines.
fn joint(sign: char) -> bool {
    sign.is_whitespace() || ",;.-–•+".contains(sign)
}

/// `VHXH`, `UBND xã`, `Đ/c Lan`: its first word is a short form, so it goes on no name.
fn is_short(piece: &str) -> bool {
    let first = piece.split(' ').next().unwrap_or("");
    first.contains(['/', '.']) || first.chars().count() > 1 && first.chars().filter(|sign| sign.is_alphabetic()).all(char::is_uppercase)
}

/// `Phòng Kinh tế, Văn hóa - Xã hội`: the second name with the first one's word.
fn with_start(before: &str, piece: &str) -> Option<String> {
    let start = NAMES.unit_starts.iter().filter(|start| begins(before, &[key(start)])).max_by_key(|start| start.len())?;
    Some(format!("{start} {piece}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn units(cell: &str, register: &[&str]) -> Vec<String> {
        let known = |name: &str| register.contains(&name);
        parts(cell, &known)
            .into_iter()
            .filter(|part| matches!(part.kind, PartKind::Unit | PartKind::Loose))
            .map(|part| part.text.into_owned())
            .collect()
    }

    #[test]
    fn a_name_with_commas_is_one_name() {
        for (cell, register, names) in [
            ("Phòng Kinh tế, Hạ tầng và Đô thị", &[][..], &["Phòng Kinh tế, Hạ tầng và Đô thị"][..]),
            ("Phòng Kinh tế, Hạ tầng và Đô thị, Công an phường", &[], &["Phòng Kinh tế, Hạ tầng và Đô thị", "Công an phường"]),
            ("Phòng văn hóa, thể thao, Công an xã", &["Phòng văn hóa, thể thao"], &["Phòng văn hóa, thể thao", "Công an xã"]),
            ("Phòng Kinh tế, Văn hóa - Xã hội", &["Phòng Văn hóa - Xã hội"], &["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"]),
            ("Phòng Kinh tế, Xã hội, Đô thị", &["Phòng Xã hội"], &["Phòng Kinh tế", "Phòng Xã hội", "Đô thị"]),
            ("Phòng Kinh tế, VHXH", &[], &["Phòng Kinh tế", "VHXH"]),
            ("UBND xã, Phòng Kinh tế", &[], &["UBND xã", "Phòng Kinh tế"]),
            ("Phòng Kinh tế, UBND xã", &[], &["Phòng Kinh tế", "UBND xã"]),
            ("Phòng Kinh tế, Đ/c Lan", &[], &["Phòng Kinh tế", "Đ/c Lan"]),
            ("Phòng Kinh tế, theo phân công", &[], &["Phòng Kinh tế"]),
            ("Công an xã, Hạt Kiểm lâm", &[], &["Công an xã", "Hạt Kiểm lâm"]),
            ("Ông Nguyễn Văn A, công chức Tư pháp", &[], &["Ông Nguyễn Văn A, công chức Tư pháp"]),
            ("Giám đốc Trung tâm Y tế", &[], &["Trung tâm Y tế"]),
            ("Phòng Kinh tế\nHạt Kiểm lâm", &[], &["Phòng Kinh tế", "Hạt Kiểm lâm"]),
            ("Phòng Kinh tế,", &[], &["Phòng Kinh tế"]),
        ] {
            assert_eq!(units(cell, register), names, "{cell}");
        }
    }
}

//! The mark a paragraph begins with: `Phần I`, `I.`, `1.`, `1.1.`, `a)`, `-`, `+` (decree, V).

use super::text::{is_capitals, key};
use crate::viet::from_roman;

/// What kind of mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) enum Mark {
    /// `Phần I`, `Phần thứ hai`.
    Part,
    /// `A.` before capitals.
    Capital,
    /// `I.`
    Roman(u32),
    /// `1.`
    Number(u32),
    /// `1.1.`
    Deeper,
    /// `a)`
    Letter(String),
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `*`, `•`: a mark that stays among the words.
    Star,
}

/// A paragraph taken apart: its mark, the mark as written, the words after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) struct Marked<'a> {
    pub(in crate::report) mark: Mark,
    pub(in crate::report) written: &'a str,
    pub(in crate::report) rest: &'a str,
}

/// Takes the mark off a paragraph; `None` when it begins with words.
pub(in crate::report) fn marked(text: &str) -> Option<Marked<'_>> {
    part(text).or_else(|| bullet(text)).or_else(|| numbered(text))
}

/// `Phần I`, `PHẦN THỨ HAI`, alone or with its title after a sign.
fn part(text: &str) -> Option<Marked<'_>> {
    let mut words = text.split_inclusive(' ');
    let first = words.next()?;
    if key(first) != "phan" || !first.starts_with('P') {
        return None;
    }
    let second = words.next()?;
    let length = if key(second) == "thu" { first.len() + second.len() + words.next()?.len() } else { first.len() + second.len() };
    let (written, rest) = text.split_at_checked(length)?;
    let name = key(written);
    let count = name.rsplit(' ').next().unwrap_or("");
    let ordinal = ["nhat", "hai", "ba", "tu", "bon", "nam", "sau"].contains(&count) && name.starts_with("phan thu ");
    let numbered = roman(written.trim_end().trim_end_matches(['.', ':', '-', '–']).rsplit(' ').next().unwrap_or("")).is_some();
    let rest = rest.trim_start_matches([':', '.', '-', '–', ' ']);
    let alone = rest.is_empty() || is_capitals(rest);
    ((ordinal || numbered) && alone).then(|| Marked { mark: Mark::Part, written: written.trim_end_matches([':', '.', '-', '–', ' ']), rest })
}

fn bullet(text: &str) -> Option<Marked<'_>> {
    let sign = text.chars().next()?;
    let (written, rest) = text.split_at_checked(sign.len_utf8())?;
    let mark = match sign {
        '-' | '–' | '—' | '−' => Mark::Dash,
        '+' => Mark::Plus,
        '*' | '•' | '◦' | '▪' | '·' => Mark::Star,
        _ => return None,
    };
    let spaced = rest.starts_with(' ');
    let rest = rest.trim_start();
    // `-5 độ`, `--`, a sign alone: not a mark.
    let worded = rest.starts_with(|sign: char| sign.is_alphanumeric() || "“\"(‘'<[*".contains(sign));
    (worded && (spaced || rest.starts_with(char::is_uppercase))).then_some(Marked { mark, written, rest })
}

fn numbered(text: &str) -> Option<Marked<'_>> {
    let end = text.find(|sign: char| !sign.is_alphanumeric() && sign != '.')?;
    // `1.Title` without a space: the figure ends at its dot.
    let run = text.get(..end)?;
    let cut = match run.find(|sign: char| !sign.is_ascii_digit() && sign != '.') {
        Some(at) if run.starts_with(|sign: char| sign.is_ascii_digit()) && run.get(..at).is_some_and(|head| head.ends_with('.')) => at,
        _ => end,
    };
    let (head, tail) = text.split_at_checked(cut)?;
    let closed = tail.starts_with(')');
    let rest = tail.strip_prefix(')').unwrap_or(tail).trim_start();
    let written = text.get(..text.len() - rest.len())?.trim_end();
    let name = head.trim_end_matches('.');
    let dotted = head.len() == name.len() + 1;
    if rest.is_empty() || rest.starts_with([',', ';', '.', '/']) {
        return None;
    }
    let mark = if let (true, Some(count)) = (dotted, roman(name)) {
        Mark::Roman(count)
    } else if dotted && matches!(name.as_bytes(), [b'A'..=b'H']) && is_capitals(rest) {
        Mark::Capital
    } else if closed && !dotted && is_letter(name) {
        Mark::Letter(name.to_owned())
    } else if let (true, Some(count)) = (dotted || closed, small(name)) {
        Mark::Number(count)
    } else if is_deeper(name) && (dotted || rest.starts_with(char::is_uppercase)) {
        Mark::Deeper
    } else {
        return None;
    };
    Some(Marked { mark, written, rest })
}

/// One small letter; Vietnamese order and the letters of other alphabets alike (seed 004 has `f)`).
fn is_letter(name: &str) -> bool {
    let mut signs = name.chars();
    signs.next().is_some_and(|sign| sign.is_ascii_lowercase() || sign == 'đ') && signs.next().is_none()
}

/// A number of one or two figures, as headings count.
fn small(name: &str) -> Option<u32> {
    (name.len() <= 2 && !name.starts_with('0')).then(|| name.parse().ok())?
}

/// `1.1`, `2.3.1`: each part of one or two figures.
fn is_deeper(name: &str) -> bool {
    name.contains('.') && name.split('.').all(|part| small(part).is_some())
}

/// A Roman number in capitals from I to XXXIX.
pub(super) fn roman(name: &str) -> Option<u32> {
    let figures = !name.is_empty() && name.bytes().all(|sign| matches!(sign, b'I' | b'V' | b'X'));
    figures.then(|| from_roman(name)).flatten().filter(|count| *count < 40)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_decree_and_of_practice_are_known() {
        for (text, shown) in [
            ("I. CÔNG TÁC CHỈ ĐẠO", "Roman(1) I. | CÔNG TÁC CHỈ ĐẠO"),
            ("1. Mặt tích cực", "Number(1) 1. | Mặt tích cực"),
            ("1.Mặt tích cực", "Number(1) 1. | Mặt tích cực"),
            ("2.1. Kết quả", "Deeper 2.1. | Kết quả"),
            ("2.1 Kết quả", "Deeper 2.1 | Kết quả"),
            ("đ) Vườn cây", "Letter(\"đ\") đ) | Vườn cây"),
            ("- Đã xong", "Dash - | Đã xong"),
            ("-Đã xong", "Dash - | Đã xong"),
            ("+ 100% hồ sơ", "Plus + | 100% hồ sơ"),
            ("Phần thứ hai", "Part Phần thứ hai | "),
            ("PHẦN II: NHIỆM VỤ", "Part PHẦN II | NHIỆM VỤ"),
            ("A. KẾT QUẢ", "Capital A. | KẾT QUẢ"),
        ] {
            let found = marked(text).map(|found| format!("{:?} {} | {}", found.mark, found.written, found.rest));
            assert_eq!(found.as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn words_and_figures_are_no_marks() {
        for text in [
            "2025 trên địa bàn",
            "22/8/2025 về",
            "2.139 hồ sơ",
            "10.529 triệu",
            "Phần mềm một cửa",
            "Phần lớn",
            "-5 độ",
            "1.",
            "I.",
            "+",
            "C. Mai",
            "05. Ghi chú",
        ] {
            assert_eq!(marked(text), None, "{text}");
        }
    }
}

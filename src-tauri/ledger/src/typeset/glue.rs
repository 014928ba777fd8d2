//! Which words must not be torn apart at a line's end.

use super::text::{BLANK, Sign};

/// What may happen between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Gap {
    /// A line may end here.
    #[default]
    Open,
    /// A line may end here if the paragraph would otherwise be torn open (inside a full date).
    Soft,
    /// Inside a name that a hyphen joins (`Văn hóa - Xã hội`): one word of it stands badly alone.
    Name,
    /// Kept together where it fits.
    Tied,
    /// Before a hyphen between spaces: kept together where it fits, the first place to part.
    BeforeDash,
    /// After such a hyphen: a line never ends with it.
    AfterDash,
}

/// Words that a number, a Roman number or a letter belongs to.
const NUMBERED: [&str; 22] = [
    "số", "số:", "điều", "khoản", "điểm", "mục", "chương", "phần", "quý", "tháng", "ngày", "năm", "tuần", "lục", "bảng", "biểu", "mẫu", "tt", "kỳ",
    "khóa", "khoá", "thứ",
];

/// Words that belong to the number before them.
const UNITS: [&str; 43] = [
    "đồng",
    "triệu",
    "tỷ",
    "tỉ",
    "nghìn",
    "ngàn",
    "%",
    "km",
    "km2",
    "m",
    "m2",
    "ha",
    "kg",
    "tấn",
    "người",
    "hồ",
    "thủ",
    "nhiệm",
    "văn",
    "ngày",
    "tháng",
    "năm",
    "giờ",
    "điểm",
    "phút",
    "lượt",
    "cuộc",
    "lớp",
    "thôn",
    "hộ",
    "trang",
    "xã",
    "phường",
    "tthc",
    "đơn",
    "tin",
    "bài",
    "lần",
    "buổi",
    "phòng",
    "trường",
    "tổ",
    "máy",
];

/// Notes at each space of a text what may happen there.
pub(super) fn bind(signs: &mut [Sign]) {
    for line in signs.split_mut(|sign| sign.letter == '\n') {
        let words: Vec<(usize, usize, bool)> = words(line).collect();
        for index in 1..words.len() {
            let word = |index: usize| words.get(index).copied();
            let near = [index.checked_sub(2).and_then(word), word(index - 1), word(index), word(index + 1)];
            if !near.iter().flatten().any(|(.., notable)| *notable) {
                continue; // Two of three words: nothing holds them.
            }
            let texts = near.map(|word| word.map(|(from, to, _)| line.iter().take(to).skip(from).map(|sign| sign.letter).collect::<String>()));
            if let [before, Some(left), Some(right), after] = &texts
                && let Some(space) = near[1].and_then(|(_, to, _)| line.get_mut(to))
            {
                space.gap = gap(before.as_deref(), left, right, after.as_deref());
            }
        }
    }
}

/// The words of a line, from where to where, and whether each could hold on to one beside it.
fn words(line: &[Sign]) -> impl Iterator<Item = (usize, usize, bool)> {
    let mut from = 0;
    line.split(|sign| sign.letter == ' ').filter_map(move |word| {
        let (begin, end) = (from, from + word.len());
        from = end + 1;
        (begin < end).then(|| (begin, end, notable(word.iter().map(|sign| sign.letter))))
    })
}

/// Whether a word is one that `gap` looks for: a figure, a dash, a single letter, a Roman number, `đồng`,
/// or one that it would have to look into.
fn notable(mut word: impl Iterator<Item = char>) -> bool {
    let (first, second) = (word.next().unwrap_or(' '), word.next().unwrap_or(' '));
    // No figure, no dash, no bracket: those of other scripts are none of ours.
    let plain = |letter: char| letter.is_ascii_alphabetic() || matches!(letter, '\u{c0}'..='\u{1fff}');
    !(plain(first) && plain(second))
        || matches!(first, 'I' | 'V' | 'X' | 'L' | 'C')
        || matches!((first, second), ('đ' | 'Đ', 'ồ' | 'Ồ'))
        || word.any(|letter| letter == BLANK)
}

/// What may happen between `left` and `right`; what stands before and after them.
pub(super) fn gap(before: Option<&str>, left: &str, right: &str, after: Option<&str>) -> Gap {
    // Room left blank joins words: of `ngày      tháng` only `tháng` touches what follows.
    let left = left.rsplit(BLANK).next().unwrap_or(left);
    let right = right.split(BLANK).next().unwrap_or(right);
    if is_dash(right) {
        return Gap::BeforeDash;
    }
    if is_dash(left) {
        return Gap::AfterDash;
    }
    // `(Điều 5)`, `“Mẫu 02”`: what opens a bracket or a quotation is no part of the word.
    let left = left.trim_start_matches(['(', '[', '“', '"', '‘']);
    let (numbered, numbered_next) = (is_number(right) || is_roman(right), after.is_some_and(|word| is_number(word) || is_roman(word)));
    // Small letters are made only where they are asked for, which is seldom.
    if (numbered || is_letter(right)) && belongs_before(&left.to_lowercase(), numbered) {
        return Gap::Tied;
    }
    if numbered_next && (is_number(left) || is_roman(left)) && matches!(right.to_lowercase().as_str(), "tháng" | "năm") {
        return Gap::Soft;
    }
    if ends_in_number(left) && !numbered_next && UNITS.contains(&unit(&right.to_lowercase())) {
        return Gap::Tied;
    }
    if right.starts_with(['đ', 'Đ'])
        && unit(&right.to_lowercase()) == "đồng"
        && matches!(left.to_lowercase().as_str(), "triệu" | "tỷ" | "tỉ" | "nghìn")
    {
        return Gap::Tied;
    }
    let joined = after.is_some_and(is_dash) && !left.ends_with([',', '.', ';', ':']);
    if joined || before.is_some_and(is_dash) && left.starts_with(char::is_uppercase) && !left.ends_with([',', '.', ';', ':']) {
        return Gap::Name;
    }
    Gap::Open
}

/// Whether a number (else a single letter) belongs to this word before it.
fn belongs_before(left: &str, numbered: bool) -> bool {
    if numbered { NUMBERED.contains(&left) } else { left == "điểm" }
}

/// A word without the marks after it.
fn unit(word: &str) -> &str {
    word.trim_end_matches([',', '.', ';', ')', ':'])
}

fn is_dash(word: &str) -> bool {
    matches!(word, "-" | "–" | "—")
}

fn is_number(word: &str) -> bool {
    word.chars().next().is_some_and(|letter| letter.is_ascii_digit())
}

fn ends_in_number(word: &str) -> bool {
    is_number(word) && word.chars().next_back().is_some_and(|letter| letter.is_ascii_digit())
}

fn is_roman(word: &str) -> bool {
    let word = word.trim_end_matches([',', '.', ';', ')', ':', '/']);
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L' | 'C'))
}

fn is_letter(word: &str) -> bool {
    word.trim_end_matches([',', '.', ';', ')']).chars().count() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_belong_together_are_kept() {
        let cases = [
            ("hóa", "-", Some("Xã"), Gap::BeforeDash),
            ("-", "Xã", Some("hội"), Gap::AfterDash),
            ("Điều", "5", Some("Luật"), Gap::Tied),
            ("số", "61/2018/NĐ-CP", Some("ngày"), Gap::Tied),
            ("Số:", "05/BC-UBND", None, Gap::Tied),
            ("Quý", "III", Some("năm"), Gap::Tied),
            ("điểm", "a", Some("khoản"), Gap::Tied),
            ("ngày", "03", Some("tháng"), Gap::Tied),
            ("03", "tháng", Some("9"), Gap::Soft),
            ("tháng", "9", Some("năm"), Gap::Tied),
            ("9", "năm", Some("2026"), Gap::Soft),
            ("năm", "2026", None, Gap::Tied),
            ("300", "triệu", Some("đồng"), Gap::Tied),
            ("triệu", "đồng;", None, Gap::Tied),
            ("31", "nhiệm", Some("vụ"), Gap::Tied),
            ("05", "ngày", Some("làm"), Gap::Tied),
            ("05/BC-UBND", "ngày", Some("03"), Gap::Open),
            ("ngày\u{a0}\u{a0}\u{a0}tháng", "7", Some("năm"), Gap::Tied),
            ("(Điều", "5", Some("Luật"), Gap::Tied),
            ("“Mẫu", "02”", None, Gap::Tied),
            ("(31", "nhiệm", Some("vụ"), Gap::Tied),
            ("14", "thôn,", None, Gap::Tied),
            ("báo", "cáo", None, Gap::Open),
            ("năm", "qua", None, Gap::Open),
        ];
        for (left, right, after, expected) in cases {
            assert_eq!(gap(None, left, right, after), expected, "{left} | {right}");
        }
        assert_eq!(gap(Some("Phòng"), "Văn", "hóa", Some("-")), Gap::Name);
        assert_eq!(gap(Some("-"), "Xã", "hội", None), Gap::Name);
        assert_eq!(gap(Some("-"), "Xã,", "hội", None), Gap::Open);
        assert_eq!(gap(Some("-"), "theo", "dõi", None), Gap::Open);
    }

    #[test]
    fn words_that_are_not_notable_hold_nothing() {
        let words = [
            "-",
            "–",
            "Điều",
            "điểm",
            "số:",
            "a",
            "b)",
            "III",
            "IV,",
            "5",
            "05/BC",
            "%",
            "%;",
            "đồng",
            "Đồng.",
            "tỷ",
            "Triệu",
            "nghìn",
            "tháng",
            "Năm",
            "hồ",
            "Xã",
            "Xã,",
            "hội",
            "(Điều",
            "“Mẫu",
            "(5",
            "Chỉ",
            "Việt",
            "được",
            "ngày\u{a0}\u{a0}\u{a0}tháng",
            "là",
            ".",
        ];
        let is = |word: &str| notable(word.chars());
        for (before, left) in words.iter().flat_map(|before| words.map(|left| (before, left))).filter(|(before, left)| !is(before) && !is(left)) {
            for (right, after) in words.iter().flat_map(|right| words.map(|after| (right, after))).filter(|(right, after)| !is(right) && !is(after)) {
                assert_eq!(gap(Some(before), left, right, Some(after)), Gap::Open, "{before} {left} | {right} {after}");
            }
        }
        assert!(["-", "b)", "III", "05/BC", "đồng", "(Điều", "."].into_iter().all(is));
    }
}

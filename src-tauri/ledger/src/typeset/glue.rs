//! Which words must not be torn apart at a line's end.

use super::text::BLANK;

/// What may happen between two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    /// A line may end here.
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
const UNITS: [&str; 31] = [
    "đồng", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "%", "km", "km2", "m", "m2", "ha", "kg", "tấn", "người", "hồ", "thủ", "nhiệm", "văn", "ngày",
    "tháng", "năm", "giờ", "điểm", "phút", "lượt", "cuộc", "lớp", "thôn", "hộ", "trang",
];

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
    let (low_left, low_right) = (left.to_lowercase(), right.to_lowercase());
    let numbered_next = after.is_some_and(|word| is_number(word) || is_roman(word));
    if NUMBERED.contains(&low_left.as_str()) && (is_number(right) || is_roman(right)) || low_left == "điểm" && is_letter(right) {
        return Gap::Tied;
    }
    if (is_number(left) || is_roman(left)) && matches!(low_right.as_str(), "tháng" | "năm") && numbered_next {
        return Gap::Soft;
    }
    let unit = low_right.trim_end_matches([',', '.', ';', ')', ':']);
    if ends_in_number(left) && UNITS.contains(&unit) && !numbered_next {
        return Gap::Tied;
    }
    if matches!(low_left.as_str(), "triệu" | "tỷ" | "tỉ" | "nghìn") && unit == "đồng" {
        return Gap::Tied;
    }
    let joined = after.is_some_and(is_dash) && !left.ends_with([',', '.', ';', ':']);
    if joined || before.is_some_and(is_dash) && left.starts_with(char::is_uppercase) && !left.ends_with([',', '.', ';', ':']) {
        return Gap::Name;
    }
    Gap::Open
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
}

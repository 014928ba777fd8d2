//! The order of the Vietnamese alphabet.

use std::cmp::Ordering;
use unicode_normalization::UnicodeNormalization;

/// Compares two texts as a Vietnamese dictionary does, syllable by syllable.
///
/// First the letters (a ă â b c d đ e ê … u ư v x y), then the tone (none, huyền, hỏi, ngã, sắc,
/// nặng), and at last capitals. Numbers come before letters, by value.
pub fn compare(a: &str, b: &str) -> Ordering {
    syllables(a).cmp(&syllables(b)).then_with(|| b.cmp(a))
}

/// A syllable, or a number, as it is compared.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Syllable {
    Number(u64),
    Letters(Vec<(char, u8)>, u8),
}

fn syllables(text: &str) -> Vec<Syllable> {
    text.split(|c: char| !c.is_alphanumeric() && !unicode_normalization::char::is_combining_mark(c))
        .filter(|word| !word.is_empty())
        .map(|word| word.parse().map_or_else(|_| letters(word), Syllable::Number))
        .collect()
}

fn letters(word: &str) -> Syllable {
    let mut letters: Vec<(char, u8)> = Vec::new();
    let mut tone = 0;
    for c in word.nfd().flat_map(char::to_lowercase) {
        let mut shape = |shape| {
            if let Some(last) = letters.last_mut() {
                last.1 = shape;
            }
        };
        match c {
            '\u{306}' => shape(1), // ă
            '\u{302}' => shape(2), // â ê ô
            '\u{31b}' => shape(3), // ơ ư
            '\u{300}' => tone = 1,
            '\u{309}' => tone = 2,
            '\u{303}' => tone = 3,
            '\u{301}' => tone = 4,
            '\u{323}' => tone = 5,
            'đ' => letters.push(('d', 1)),
            c => letters.push((c, 0)),
        }
    }
    Syllable::Letters(letters, tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_in_a_dictionary() {
        let ordered = [
            "2",
            "10",
            "an",
            "ăn",
            "ân",
            "ba",
            "bà",
            "bà con",
            "bả",
            "bã",
            "bá",
            "bá cáo",
            "bạ",
            "dân",
            "đào",
            "em",
            "êm",
            "hoa",
            "Hoà",
            "hoàn",
            "Lê Thị Hồng Vân",
            "mo",
            "mô",
            "mơ",
            "Phòng Kinh tế",
            "Phòng Văn hóa - Xã hội",
            "Trần Minh Khang",
            "ư",
            "Văn phòng HĐND và UBND",
        ];
        let mut sorted: Vec<String> = ordered.iter().map(|word| word.to_string()).collect();
        sorted.sort();
        sorted.sort_by(|a, b| compare(a, b));
        assert_eq!(sorted, ordered);
        let mut decomposed: Vec<String> = ordered.iter().rev().map(|word| word.nfd().collect()).collect();
        decomposed.sort_by(|a, b| compare(a, b));
        assert_eq!(decomposed.iter().map(|word| word.nfc().collect::<String>()).collect::<Vec<_>>(), ordered);
    }

    #[test]
    fn equal_only_when_the_same() {
        assert_eq!(compare("hoà", "hoà"), Ordering::Equal);
        assert_ne!(compare("hoà", "hòa"), Ordering::Equal);
        assert_eq!(compare("ban hành", "Ban hành"), Ordering::Less);
    }
}

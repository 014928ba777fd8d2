//! Finding words in Vietnamese text, with marks or without.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Text in composed letters (NFC), as everything is kept and printed.
pub fn nfc(text: &str) -> String {
    text.nfc().collect()
}

/// Text in small letters without marks; `đ` stays a letter of its own, spaces become single.
pub fn fold(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    single_spaces(&plain.collect::<String>())
}

/// Small letters and figures without marks, `đ` as `d`, one space between words: what words are known by.
pub(crate) fn key(text: &str) -> String {
    spaced(&fold(text).replace('đ', "d"))
}

/// The letters and figures of a text, one space between words.
pub(crate) fn spaced(text: &str) -> String {
    text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// True when all its letters are capitals, and it has two or more.
pub(crate) fn is_capitals(text: &str) -> bool {
    let mut letters = text.chars().filter(|sign| sign.is_alphabetic());
    letters.clone().count() > 1 && letters.all(|sign| !sign.is_lowercase())
}

/// How well a text matches what is searched; the better comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The words as typed, marks and all.
    Exact,
    /// The same letters with other marks; only when none were typed.
    Unmarked,
    /// Every word somewhere, not side by side.
    Scattered,
}

/// How a text matches a query, or `None`.
///
/// Capitals, composed or decomposed letters, spaces and the place of the tone never count
/// (`hoà` = `hòa`). A query with a mark wants those marks. A query without any finds every mark:
/// `quyet dinh` finds `Quyết định`, its `d` standing for `đ` too; a `đ` that was typed finds only `đ`.
/// An empty query matches everything.
pub fn matches(query: &str, text: &str) -> Option<Rank> {
    let (query, text) = (spelled(query), spelled(text));
    if text.contains(&query) {
        return Some(Rank::Exact);
    }
    let unmarked = fold(&query);
    let ignores_marks = query.replace('đ', "d") == unmarked.replace('đ', "d");
    let found: &dyn Fn(&str) -> bool = if ignores_marks {
        // Where no đ was typed, d stands for both.
        let text = if unmarked.contains('đ') { fold(&text) } else { fold(&text).replace('đ', "d") };
        if text.contains(&unmarked) {
            return Some(Rank::Unmarked);
        }
        &move |word: &str| text.contains(word)
    } else {
        &|word: &str| text.contains(word)
    };
    query.split(' ').all(found).then_some(Rank::Scattered)
}

/// One spelling for all ways to write the same words: small composed letters, single spaces, the
/// tone in its older place (`hòa`, `khỏe`, `thúy`).
fn spelled(text: &str) -> String {
    let letters: Vec<char> = single_spaces(&text.nfkc().collect::<String>()).chars().flat_map(char::to_lowercase).collect();
    let mut spelled = String::with_capacity(text.len());
    let mut rest = letters.as_slice();
    let mut before = ' ';
    while let [first, after @ ..] = rest {
        match after {
            [second, tail @ ..] if tail.first().is_none_or(|c| !c.is_alphabetic()) && before != 'q' => match older_place(*first, *second) {
                Some((toned, plain)) => {
                    spelled.extend([toned, plain]);
                    before = plain;
                    rest = tail;
                    continue;
                }
                None => spelled.push(*first),
            },
            _ => spelled.push(*first),
        }
        before = *first;
        rest = after;
    }
    spelled
}

/// `oà` → `òa`, `oè` → `òe`, `uỳ` → `ùy`, at the end of a syllable.
fn older_place(first: char, second: char) -> Option<(char, char)> {
    let (plain, toned, places) = match first {
        'o' if "àáảãạ".contains(second) => ('a', "òóỏõọ", "àáảãạ"),
        'o' if "èéẻẽẹ".contains(second) => ('e', "òóỏõọ", "èéẻẽẹ"),
        'u' if "ỳýỷỹỵ".contains(second) => ('y', "ùúủũụ", "ỳýỷỹỵ"),
        _ => return None,
    };
    let at = places.chars().position(|c| c == second)?;
    toned.chars().nth(at).map(|toned| (toned, plain))
}

fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_marks_everything_is_found() {
        let cases = [
            ("quyết định", "Quyết định phê duyệt", Some(Rank::Exact)),
            ("quyet dinh", "Quyết định phê duyệt", Some(Rank::Unmarked)),
            ("QUYET DINH", "quyết định", Some(Rank::Unmarked)),
            ("quyet đinh", "Quyết định", Some(Rank::Unmarked)),
            ("đao tao", "dạo tạo", None),
            ("dao tao", "Đào tạo, bồi dưỡng", Some(Rank::Unmarked)),
            ("quyết đinh", "Quyết định", None),
            ("hoà", "Hòa Bình", Some(Rank::Exact)),
            ("thúy", "chị Thuý", Some(Rank::Exact)),
            ("khoẻ", "sức khỏe", Some(Rank::Exact)),
            ("quý", "Quý III", Some(Rank::Exact)),
            ("hoàn", "hoàn thành", Some(Rank::Exact)),
            ("hò", "hoà", Some(Rank::Exact)),
            ("má", "ma", None),
            ("ke hoach 2026", "Kế hoạch cải cách hành chính năm 2026", Some(Rank::Scattered)),
            ("ke hoach 2027", "Kế hoạch cải cách hành chính năm 2026", None),
            ("", "gì cũng được", Some(Rank::Exact)),
            ("  báo   cáo ", "Báo\u{a0}cáo", Some(Rank::Exact)),
            ("bao cao", "báo cáo", Some(Rank::Unmarked)),
            ("d", "đ", Some(Rank::Unmarked)),
            ("đ", "d", None),
        ];
        for (query, text, rank) in cases {
            assert_eq!(matches(query, text), rank, "{query} in {text}");
            let decomposed: String = text.nfd().collect();
            assert_eq!(matches(query, &decomposed), rank, "{query} in decomposed {text}");
        }
    }

    #[test]
    fn exact_comes_first() {
        let mut found = ["báo cáo", "bao cao", "bào cạo"].map(|text| (matches("bao cao", text), text));
        found.sort();
        assert_eq!(found[0].1, "bao cao");
    }

    #[test]
    fn folding_keeps_only_letters() {
        assert_eq!(fold("Cải  Cách\nHÀNH chính Đảng ủy"), "cai cach hanh chinh đang uy");
        assert_eq!(nfc("Hoa\u{300}"), "Hoà");
    }
}

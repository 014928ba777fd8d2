//! Words of a file: made whole, and folded for comparing.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a cell or line: NFC, any run of spaces and breaks as one space, no signs that
/// take no room (soft hyphens, zero-width spaces).
pub(super) fn tidy(text: &str) -> String {
    let seen: String = text.nfc().filter(|sign| !matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')).collect();
    let words: Vec<&str> = seen.split_whitespace().collect();
    words.join(" ")
}

/// Lower case, without marks (`đ` is `d`), every dash a hyphen, `&` the word `va`.
pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.nfd().filter(|sign| !is_combining_mark(*sign)).flat_map(char::to_lowercase) {
        match sign {
            'đ' => out.push('d'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '&' => out.push_str(" va "),
            sign => out.push(sign),
        }
    }
    out
}

/// The letters and figures of [`fold`], one space between words.
pub(super) fn key(text: &str) -> String {
    crate::viet::spaced(&fold(text))
}

/// The words as they are quoted in a sentence, cut after some sixty signs.
pub(super) fn quoted(text: &str) -> String {
    let short: String = text.chars().take(60).collect();
    if short.len() < text.len() { format!("“{}…”", short.trim_end()) } else { format!("“{text}”") }
}

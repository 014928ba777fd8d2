//! How wide words stand in Times, near enough to tell whether a line was full.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Widths of `a` to `z` in thousandths of the size.
const SMALL: [u32; 26] =
    [444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444];
/// Widths of `A` to `Z`.
const CAPITAL: [u32; 26] =
    [722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611];

/// The width of some words, in thousandths of the size.
pub(crate) fn width(text: &str) -> u32 {
    text.nfd().filter(|sign| !is_combining_mark(*sign)).map(sign).sum()
}

/// The first word of a line with the space before it.
pub(crate) fn first_word(text: &str) -> u32 {
    250 + width(text.split(' ').next().unwrap_or(""))
}

fn sign(sign: char) -> u32 {
    let of =
        |widths: &[u32; 26], first: char| u32::from(sign).checked_sub(u32::from(first)).and_then(|at| widths.get(usize::try_from(at).ok()?)).copied();
    match sign {
        'a'..='z' => of(&SMALL, 'a').unwrap_or(500),
        'A'..='Z' => of(&CAPITAL, 'A').unwrap_or(700),
        'Đ' => 722,
        ' ' | '.' | ',' => 250,
        ':' | ';' | '/' => 278,
        '(' | ')' | '-' => 333,
        '%' => 833,
        '…' => 1000,
        _ => 500,
    }
}

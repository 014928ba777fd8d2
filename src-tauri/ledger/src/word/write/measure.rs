//! Lengths of the page and of words, in twips (1/20 point, 1 mm = 56,693 twips).

/// A4 upright: width and height.
pub(super) const A4: (u32, u32) = (11906, 16838);

/// Margins of the visual edges (I: top and bottom 20–25, left 30–35, right 15–20 mm).
pub(super) const TOP: u32 = mm(20);
/// Bottom margin.
pub(super) const BOTTOM: u32 = mm(20);
/// Left margin.
pub(super) const LEFT: u32 = mm(30);
/// Right margin.
pub(super) const RIGHT: u32 = mm(15);

/// Width of the text on an upright page.
pub(super) const TEXT_PORTRAIT: u32 = A4.0 - LEFT - RIGHT;
/// Width of the text on a page that lies.
pub(super) const TEXT_LANDSCAPE: u32 = A4.1 - LEFT - RIGHT;

/// Width of the agency's half of the letterhead; Quốc hiệu needs the rest for one line.
pub(super) const AGENCY: u32 = mm(68);

/// Width of the recipients' column (at most 75 mm: the seal must not touch it).
pub(super) const RECIPIENTS: u32 = mm(72);

/// Room for the signature and the seal (7c: at least 25 mm).
pub(super) const SIGNATURE_ROOM: u32 = mm(27);

/// A length in millimetres.
pub(super) const fn mm(length: u32) -> u32 {
    (length * 56_693 + 500) / 1000
}

/// The width of words set in bold Times New Roman, to draw rules under them.
pub(super) fn width(text: &str, points: u32) -> u32 {
    use unicode_normalization::UnicodeNormalization;
    use unicode_normalization::char::is_combining_mark;
    let thousandths: u32 = text.nfd().filter(|sign| !is_combining_mark(*sign)).map(advance).sum();
    thousandths * points / 50
}

/// Thousandths of the size a sign takes; marks above and below take none.
fn advance(sign: char) -> u32 {
    match sign {
        'W' => 1000,
        'M' => 944,
        'G' | 'H' | 'K' | 'O' | 'Q' => 778,
        'A' | 'C' | 'D' | 'N' | 'R' | 'U' | 'V' | 'X' | 'Y' | 'Đ' | 'w' => 722,
        'B' | 'E' | 'L' | 'T' | 'Z' => 667,
        'F' | 'P' => 611,
        'm' => 833,
        'S' | 'b' | 'd' | 'h' | 'k' | 'n' | 'p' | 'q' | 'u' | 'đ' => 556,
        'c' | 'e' | 'r' | 'z' => 444,
        'I' | 's' => 389,
        'f' | 'j' | 't' | '-' | '(' | ')' => 333,
        'i' | 'l' | '/' => 278,
        ' ' | '.' | ',' => 250,
        _ => 500,
    }
}

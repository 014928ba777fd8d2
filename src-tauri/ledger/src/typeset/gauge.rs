//! What the Word twin asks of layout: widths of words, shapes of centred lines, columns of tables.
//!
//! Word breaks its lines itself; it is only told the widths in which they come out as on our page.

use super::font::{Faces, Style};
use super::line::{balanced, even};
use super::profile::DECREE_30;
use super::setting::Setting;
use super::text::{BLANK, TIED, known_letters};
use super::unit::Pt;
use super::{head, letter, table};
use crate::paper::{Inline, Letterhead, Table};

/// Quốc hiệu (ô 1).
pub(crate) const NATION: &str = head::NATION;
/// Tiêu ngữ (ô 1).
pub(crate) const MOTTO: &str = head::MOTTO;
/// What stands at the head of a draft.
pub(crate) const DRAFT: &str = letter::DRAFT;

/// From a line's top to its baseline, as a share of the size.
pub(crate) const ASCENT: f32 = super::font::ASCENT;

fn setting() -> Setting<'static> {
    Setting::new(&DECREE_30, Faces::bundled())
}

/// How wide words are on one line.
pub(crate) fn width(words: &str, style: Style, size: Pt) -> Pt {
    setting().plain(words, style).whole_width(size)
}

/// The lines of a centred text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Shape {
    /// Width of the longest.
    pub(crate) widest: Pt,
    /// Width of the last.
    pub(crate) last: Pt,
    /// How many there are.
    pub(crate) lines: usize,
}

/// The lines that a centred text takes in a width.
pub(crate) fn centred(words: &str, style: Style, size: Pt, room: Pt) -> Shape {
    let text = setting().plain(words, style);
    let widths: Vec<Pt> = balanced(&text, size, room).iter().map(|line| text.width(line.from, line.to, size)).collect();
    Shape { widest: widths.iter().copied().fold(Pt::ZERO, Pt::max), last: widths.last().copied().unwrap_or_default(), lines: widths.len() }
}

/// How many lines a paragraph of the body takes in a width.
pub(crate) fn lines(pieces: &[Inline], room: Pt) -> usize {
    let setting = setting();
    let text = setting.pieces("", pieces, Style::Regular);
    if text.is_empty() { 0 } else { even(&text, setting.body, room - setting.indent.pt(), room).len() }
}

/// The widths of a table's columns, chosen by what stands in them.
pub(crate) fn columns(asked: &Table, room: Pt) -> Vec<Pt> {
    let edges = table::edges(&setting(), asked, room);
    edges.windows(2).filter_map(|pair| if let [left, right] = pair { Some(*right - *left) } else { None }).collect()
}

/// The letterhead's left column; Quốc hiệu, Tiêu ngữ and the day need the rest.
pub(crate) fn agency_column(letterhead: &Letterhead, room: Pt) -> Pt {
    let setting = setting();
    let nation = width(head::NATION, Style::Bold, setting.nation);
    let motto = width(head::MOTTO, Style::Bold, setting.motto);
    let widest = room - setting.left_column.pt();
    let date = date_line(letterhead).map_or(Pt::ZERO, |date| centred(&date, Style::Italic, setting.number, widest).widest);
    room - nation.max(motto).max(date) - setting.column_gap.pt()
}

/// `Số: 05/BC-UBND`, or the same with room for the number.
pub(crate) fn number_line(letterhead: &Letterhead) -> Option<String> {
    letterhead.number.as_ref().map(|number| head::number_line(&setting(), number))
}

/// `Lam Khê, ngày 03 tháng 9 năm 2026`, or the same with room for day and month.
pub(crate) fn date_line(letterhead: &Letterhead) -> Option<String> {
    letterhead.place.as_ref().map(|place| head::date_line(&setting(), place))
}

/// `V/v …`, whether or not it was typed with its mark; none of nothing.
pub(crate) fn about_line(about: &str) -> Option<String> {
    letter::about_line(about)
}

/// The letters that are set for those that were typed: NFC, one kind of space, `\n` for every
/// kind of line end, nothing that shows nothing.
///
/// A space that never ends a line is U+00A0; so are the spaces of room left blank.
pub(crate) fn letters(words: &str) -> String {
    let known: Vec<char> = known_letters(words).map(|letter| if letter == TIED { BLANK } else { letter }).collect();
    let is_space = |letter: char| letter == ' ' || letter == BLANK;
    let mut made = String::with_capacity(words.len());
    for group in known.chunk_by(|a, b| is_space(*a) == is_space(*b)) {
        match group {
            [first, ..] if is_space(*first) => match group.len() {
                1 | 2 => made.push(if group.contains(&BLANK) { BLANK } else { ' ' }),
                room => made.extend(std::iter::repeat_n(BLANK, room)),
            },
            _ => made.extend(group),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_as_wide_as_the_face_says() {
        // Measured on a page: the rule under Tiêu ngữ is 56 mm long.
        for (words, points, millimetres) in [(head::MOTTO, 13.0, 56.0), ("XÃ LAM KHÊ", 12.0, 27.0)] {
            let measured = width(words, Style::Bold, Pt(points)).mm().0;
            assert!((measured - millimetres).abs() < 1.0, "{words}: {measured} mm");
        }
    }

    #[test]
    fn letters_are_those_of_the_page() {
        for (typed, set) in [
            ("hoa\u{300}", "hoà"),
            ("một\u{b}hai\u{2028}ba", "một\nhai\nba"),
            ("một  hai\tba", "một hai ba"),
            ("số      /QĐ", "số\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}/QĐ"),
            ("Điều\u{a0}5", "Điều\u{a0}5"),
            ("QĐ\u{2011}UBND\u{200b}", "QĐ-UBND"),
            ("\u{0}\u{1f}a\u{feff}", "a"),
            ("\u{d0}ảng", "Đảng"),
        ] {
            assert_eq!(letters(typed), set, "{typed:?}");
        }
    }
}

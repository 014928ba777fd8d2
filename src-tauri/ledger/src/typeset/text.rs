//! Styled text made ready for setting: NFC, known letters, one kind of space.

use super::font::{Faces, Style};
use super::glue::{Gap, bind};
use super::page::printed;
use super::tree::Tag;
use super::unit::Pt;
use crate::paper::Inline;
use unicode_normalization::UnicodeNormalization;

/// A space that stretches like any other but never ends a line.
pub(super) const TIED: char = '\u{202f}';
/// Room left blank: never stretches, never ends a line.
pub(super) const BLANK: char = '\u{a0}';
/// So many spaces in a row are room left blank (`số      /QĐ-UBND`), not a slip of the thumb.
const BLANK_RUN: usize = 3;

/// A letter in its style.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sign {
    pub(super) letter: char,
    pub(super) style: Style,
    /// Width in thousandths of the size.
    pub(super) milli: u16,
    /// The element it belongs to.
    pub(super) tag: Option<Tag>,
    /// Of a space between two words: whether a line may end there.
    pub(super) gap: Gap,
}

/// Text to be set; `\n` in it forces a line to end.
#[derive(Debug, Clone, Default)]
pub(super) struct Text {
    signs: Vec<Sign>,
}

impl Text {
    /// Text in one style.
    pub(super) fn plain(faces: &Faces, text: &str, style: Style) -> Text {
        let mut made = Text::default();
        made.push(faces, text, style);
        made.tidy(faces)
    }

    /// The pieces of a block, in a style that theirs adds to, after a mark such as `1.` or `-`.
    pub(super) fn of(faces: &Faces, mark: &str, pieces: &[Inline], base: Style) -> Text {
        let mut made = Text::default();
        if !mark.is_empty() {
            made.push(faces, mark, base);
            made.letter(faces, TIED, base);
        }
        for piece in pieces {
            match piece {
                Inline::Text(run) => made.push(faces, &run.text, base.with(run.bold, run.italic)),
                Inline::Break => made.letter(faces, '\n', base),
                Inline::Figure(_) | Inline::Citation(_) | Inline::Annex(_) => made.push(faces, &Inline::plain(std::slice::from_ref(piece)), base),
            }
        }
        made.tidy(faces)
    }

    /// The same in capitals.
    pub(super) fn capitals(self, faces: &Faces) -> Text {
        let mut made = Text::default();
        for sign in self.signs {
            sign.letter.to_uppercase().for_each(|letter| made.letter(faces, letter, sign.style));
        }
        bind(&mut made.signs);
        made
    }

    /// The same as an element, or a part of one.
    pub(super) fn tagged(mut self, tag: Tag) -> Text {
        self.signs.iter_mut().for_each(|sign| sign.tag = Some(tag));
        self
    }

    /// The same as an item: its mark up to the first space, and what it says.
    pub(super) fn item(mut self, (label, body): (Tag, Tag)) -> Text {
        let mark = self.signs.iter().position(|sign| is_space(sign.letter)).map_or(self.signs.len(), |space| space + 1);
        self.signs.iter_mut().enumerate().for_each(|(index, sign)| sign.tag = Some(if index < mark { label } else { body }));
        self
    }

    /// The letters.
    pub(super) fn signs(&self) -> &[Sign] {
        &self.signs
    }

    /// Whether there is nothing to set.
    pub(super) fn is_empty(&self) -> bool {
        self.signs.is_empty()
    }

    /// The letters from one place to before another.
    pub(super) fn part(&self, from: usize, to: usize) -> &[Sign] {
        self.signs.get(from..to).unwrap_or(&[])
    }

    /// The words as a string, as they would be copied.
    pub(super) fn string(&self, from: usize, to: usize) -> String {
        self.part(from, to).iter().map(|sign| sign.letter).collect()
    }

    /// How wide a part is at a size.
    pub(super) fn width(&self, from: usize, to: usize, size: Pt) -> Pt {
        width(self.part(from, to), size)
    }

    /// How wide the whole is on one line.
    pub(super) fn whole_width(&self, size: Pt) -> Pt {
        width(&self.signs, size)
    }

    fn push(&mut self, faces: &Faces, text: &str, style: Style) {
        let face = faces.face(style);
        self.signs.reserve(text.len());
        self.signs.extend(known_letters(text).map(|letter| Sign {
            letter,
            style,
            milli: face.width(printed(letter)).unwrap_or(0),
            tag: None,
            gap: Gap::Open,
        }));
    }

    fn letter(&mut self, faces: &Faces, letter: char, style: Style) {
        let milli = faces.face(style).width(printed(letter)).unwrap_or(0);
        self.signs.push(Sign { letter, style, milli, tag: None, gap: Gap::Open });
    }

    /// Spaces made even: one or two become one, more become blank room, none at a line's edge.
    fn tidy(self, faces: &Faces) -> Text {
        let mut made = Text { signs: Vec::with_capacity(self.signs.len()) };
        for (index, line) in self.signs.split(|sign| sign.letter == '\n').enumerate() {
            if index > 0 {
                made.letter(faces, '\n', Style::Regular);
            }
            let begin = made.signs.len();
            for group in line.chunk_by(|a, b| is_space(a.letter) == is_space(b.letter)) {
                match group {
                    [first, ..] if is_space(first.letter) => {
                        if made.signs.len() == begin {
                            continue; // Spaces before the text are the typist's indent: ours is measured.
                        }
                        if group.len() >= BLANK_RUN {
                            group.iter().for_each(|sign| made.letter(faces, BLANK, sign.style));
                        } else {
                            let tied = group.iter().any(|sign| sign.letter == TIED);
                            made.letter(faces, if tied { TIED } else { ' ' }, first.style);
                        }
                    }
                    _ => made.signs.extend_from_slice(group),
                }
            }
            while made.signs.len() > begin && made.signs.last().is_some_and(|sign| is_space(sign.letter)) {
                made.signs.pop();
            }
        }
        bind(&mut made.signs);
        made
    }
}

/// The lines of a list that say something, each without the end mark that the list gives it anyway.
pub(super) fn entries(lines: &[String]) -> Vec<&str> {
    lines.iter().map(|line| bare(line)).filter(|line| !line.is_empty()).collect()
}

fn bare(line: &str) -> &str {
    let nothing = |letter: char| letter.is_whitespace() || letter.is_control();
    line.trim_start_matches(nothing).trim_end_matches(|letter| nothing(letter) || matches!(letter, ';' | '.' | ','))
}

/// How wide letters are at a size.
pub(super) fn width(signs: &[Sign], size: Pt) -> Pt {
    let milli: u32 = signs.iter().map(|sign| u32::from(sign.milli)).sum();
    size * (milli as f32 / 1000.0)
}

fn is_space(letter: char) -> bool {
    matches!(letter, ' ' | TIED | BLANK)
}

/// The letters that are set for those that were typed.
pub(super) fn known_letters(text: &str) -> impl Iterator<Item = char> {
    // What is composed already needs no composing, which takes longer than all else done to a letter.
    let (composed, other) = if text.chars().all(is_composed) { (text, "") } else { ("", text) };
    composed.chars().chain(other.nfc()).filter_map(known)
}

/// Whether a letter stands as it is, whatever is beside it: Latin letters, Vietnamese ones, usual marks.
fn is_composed(letter: char) -> bool {
    matches!(letter, '\0'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}' | '\u{2010}'..='\u{2027}')
}

/// The letter that is set for one that was typed; none for those that show nothing.
fn known(letter: char) -> Option<char> {
    match letter {
        '\n' | '\u{2028}' | '\u{2029}' | '\u{b}' => Some('\n'),
        '\t' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => Some(' '),
        BLANK | TIED | '\u{2007}' => Some(TIED),
        // Faces lack the no-break hyphen; ours never ends a line with a hyphen anyway.
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => None,
        _ if letter.is_control() => None,
        // The Icelandic letter that some typing programs give instead of Đ looks the same and is another.
        '\u{d0}' => Some('Đ'),
        _ => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_letters_are_left_as_they_are() {
        for letter in ('\0'..='\u{3000}').filter(|letter| is_composed(*letter)) {
            for other in ["", "a", "\u{301}"] {
                let pair = format!("{letter}{other}");
                assert!(other == "\u{301}" || pair.nfc().eq(pair.chars()), "{letter:?} before {other:?}");
                let pair = format!("{other}{letter}");
                assert!(pair.nfc().eq(pair.chars()), "{letter:?} after {other:?}");
            }
        }
    }
}

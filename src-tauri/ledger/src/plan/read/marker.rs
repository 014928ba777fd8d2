//! The mark a group's name begins with: `IV.`, `A.`, `1.`.

use super::words::fold;

/// What kind of mark; rows of the first kind found in a plan are its groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Roman,
    Letter,
    /// A name across the table without any mark.
    Bare,
    Number,
}

/// A group's mark, as it will be shown, and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Marked {
    pub(super) level: Level,
    pub(super) mark: String,
    pub(super) name: String,
}

/// Splits `IV. Cải cách tổ chức bộ máy`; `None` when the text begins with no mark.
pub(super) fn split(text: &str) -> Option<Marked> {
    let text = without_word(text);
    let end = text.find(|sign: char| !sign.is_ascii_alphanumeric()).unwrap_or(text.len());
    let (mark, rest) = text.split_at_checked(end)?;
    let name = rest.trim_start_matches(|sign: char| sign.is_whitespace() || ".):-–—".contains(sign));
    let ended = rest.is_empty() || rest.starts_with(['.', ')', ':', '-', '–', '—']);
    let level = level(mark)?;
    // `I Chỉ đạo` has no sign between; a letter or a number without one is the beginning of words.
    let spaced = level == Level::Roman && rest.starts_with(' ') && name.starts_with(char::is_uppercase);
    // `1.1.` is a task's number, `V/v` a word.
    let inner = level == Level::Number && name.starts_with(|sign: char| sign.is_ascii_digit());
    ((ended || spaced) && !inner).then(|| Marked { level, mark: mark.to_owned(), name: name.to_owned() })
}

/// `Mục I.`, `Phần A`, `Nhóm 1:` without the first word.
fn without_word(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(' ') else { return text };
    let rest = rest.trim_start();
    let marks = ["muc", "phan", "nhom", "linh"].contains(&fold(first).as_str());
    if marks && rest.split(|sign: char| !sign.is_ascii_alphanumeric()).next().is_some_and(|mark| level(mark).is_some()) { rest } else { text }
}

fn level(mark: &str) -> Option<Level> {
    if is_roman(mark) {
        return Some(Level::Roman);
    }
    match mark.as_bytes() {
        [b'A'..=b'Z'] => Some(Level::Letter),
        [b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9'] => Some(Level::Number),
        _ => None,
    }
}

/// Roman figures from I to XXXIX, in capitals; plans have no more groups, and C, D, M are letters.
fn is_roman(mark: &str) -> bool {
    let units = mark.trim_start_matches('X');
    let tens = mark.len() - units.len();
    !mark.is_empty() && tens <= 3 && matches!(units, "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX")
}

//! Numbers a page counts by itself: `<ol start="3"><li>`, where a column TT may hold nothing else.

use super::html::attribute;
use crate::viet::roman;

/// The lists that are open, the innermost last; `None` for one with dots.
#[derive(Default)]
pub(super) struct Lists(Vec<Option<(u32, char)>>);

impl Lists {
    /// A list begins or ends.
    pub(super) fn list(&mut self, tag: &str, is_numbered: bool, closes: bool) {
        if closes {
            self.0.pop();
            return;
        }
        let kind = tag.split_whitespace().find_map(|part| part.strip_prefix("type=")).and_then(|kind| kind.trim_matches(['"', '\'']).chars().next());
        let start = u32::try_from(attribute(tag, "start").unwrap_or(1)).unwrap_or(1);
        self.0.push(is_numbered.then_some((start, kind.unwrap_or('1'))));
    }

    /// What stands before the words of the next item; empty for dots, and outside a list.
    pub(super) fn item(&mut self, tag: &str) -> String {
        let Some(Some((next, kind))) = self.0.last_mut() else { return String::new() };
        let number = attribute(tag, "value").and_then(|number| u32::try_from(number).ok()).unwrap_or(*next);
        *next = number.saturating_add(1);
        let letter = |first: u8| u8::try_from(number.saturating_sub(1) % 26).map_or('?', |place| char::from(first + place));
        match *kind {
            'I' => format!("{}. ", roman(number)),
            'i' => format!("{}. ", roman(number).to_lowercase()),
            'A' => format!("{}. ", letter(b'A')),
            'a' => format!("{}. ", letter(b'a')),
            _ => format!("{number}. "),
        }
    }
}

//! The words that comments are set on, while they are read.

use super::Remarked;
use std::collections::HashMap;

/// So many comments may be open at once, and so many bytes of the words each is set on are kept.
const MOST: usize = 200;
const QUOTED: usize = 600;

/// Words by the id of their comment; `true` while its range is open.
#[derive(Default)]
pub(super) struct Remarks(HashMap<String, (bool, String)>);

impl Remarks {
    /// A comment's range begins.
    pub(super) fn begin(&mut self, id: String) {
        if self.0.len() < MOST {
            self.0.insert(id, (true, String::new()));
        }
    }

    /// It ends.
    pub(super) fn end(&mut self, id: &str) {
        self.0.get_mut(id).into_iter().for_each(|(open, _)| *open = false);
    }

    /// Words that stand in every range that is open; of two paragraphs, with a space between them.
    pub(super) fn write(&mut self, text: &str) {
        self.0.values_mut().filter(|(open, words)| *open && words.len() < QUOTED).for_each(|(_, words)| words.push_str(text));
    }

    /// Where a comment stands, with the words of its range.
    pub(super) fn take(&mut self, id: String) -> Remarked {
        let words = self.0.remove(&id).map(|(_, words)| words).unwrap_or_default();
        Remarked { id, words: words.split_whitespace().collect::<Vec<_>>().join(" ") }
    }
}

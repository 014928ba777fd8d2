//! What was supplied or mended, in the order of the paper.

use crate::view::Mended;

/// The list that grows while a paper is read.
#[derive(Debug, Default)]
pub(super) struct Notes(pub(super) Vec<Mended>);

impl Notes {
    /// Something stands otherwise than it was written; nothing is noted when it does not.
    pub(super) fn mended(&mut self, place: &str, was: &str, now: &str, why: &str) {
        if was != now {
            self.0.push(Mended { r#where: place.to_owned(), was: was.to_owned(), now: now.to_owned(), why: why.to_owned() });
        }
    }

    /// Something that was not there.
    pub(super) fn supplied(&mut self, place: &str, now: &str, why: &str) {
        self.mended(place, "", now, why);
    }

    /// Something whose box stays blank.
    pub(super) fn blank(&mut self, place: &str, why: &str) {
        self.0.push(Mended { r#where: place.to_owned(), was: String::new(), now: String::new(), why: why.to_owned() });
    }
}

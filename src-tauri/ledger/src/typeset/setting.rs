//! What a text is set with: the decree's values and the faces of this run.

use super::font::{Faces, Style};
use super::profile::Profile;
use super::text::Text;
use super::tree::Growth;
use super::unit::Pt;
use crate::paper::Inline;
use std::ops::Deref;

/// The values and faces that one layout uses; read like the profile it rests on.
pub(super) struct Setting<'a> {
    pub(super) profile: &'a Profile,
    pub(super) faces: &'a Faces,
    /// What has been set so far; layout goes in the order of reading.
    pub(super) tree: Growth,
}

impl Deref for Setting<'_> {
    type Target = Profile;

    fn deref(&self) -> &Profile {
        self.profile
    }
}

impl<'a> Setting<'a> {
    /// These values and faces, with nothing set yet.
    pub(super) fn new(profile: &'a Profile, faces: &'a Faces) -> Setting<'a> {
        Setting { profile, faces, tree: Growth::new() }
    }

    /// Text in one style.
    pub(super) fn plain(&self, text: &str, style: Style) -> Text {
        Text::plain(self.faces, text, style)
    }

    /// The same in capitals.
    pub(super) fn capitals(&self, text: &str, style: Style) -> Text {
        Text::plain(self.faces, text, style).capitals(self.faces)
    }

    /// The pieces of a block, in a style that theirs adds to, after a mark such as `1.` or `-`.
    pub(super) fn pieces(&self, mark: &str, pieces: &[Inline], base: Style) -> Text {
        Text::of(self.faces, mark, pieces, base)
    }

    /// The width of a space.
    pub(super) fn space(&self, size: Pt) -> Pt {
        self.plain("a b", Style::Regular).width(1, 2, size)
    }
}

//! Lengths as Word counts them: twips, 1/20 of a point. The lengths themselves are the decree's.

use crate::typeset::gauge::ASCENT;
use crate::typeset::profile::{DECREE_30, Profile};
use crate::typeset::{Mm, Pt};

/// The decree whose page is written.
pub(super) static DECREE: &Profile = &DECREE_30;

/// A length in twips.
pub(super) fn twips(length: Pt) -> u32 {
    round(length * 20.0)
}

/// A length in millimetres, in twips.
pub(super) fn mm(length: Mm) -> u32 {
    twips(length.pt())
}

/// A size of type; Word counts half points.
pub(super) fn half_points(size: Pt) -> u32 {
    round(size * 2.0)
}

/// The thickness of a line; Word counts eighths of a point.
pub(super) fn eighths(thickness: Pt) -> u32 {
    round(thickness * 8.0)
}

/// Width and height of a page as read.
pub(super) fn page(landscape: bool) -> (u32, u32) {
    let (width, height) = DECREE.page(landscape);
    (twips(width), twips(height))
}

/// Width of the text on a page.
pub(super) fn text_width(landscape: bool) -> Pt {
    DECREE.page(landscape).0 - DECREE.margin_left.pt() - DECREE.margin_right.pt()
}

/// From a line's lowest ink to its bottom as Word sets it, at a size.
pub(super) fn below_baseline(size: Pt) -> Pt {
    size * (DECREE.single - ASCENT)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lengths on a page: positive, far below the limit; others saturate")]
fn round(length: Pt) -> u32 {
    length.0.round().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_words_own() {
        assert_eq!((page(false), page(true)), ((11906, 16838), (16838, 11906)));
        assert_eq!((mm(Mm(20.0)), mm(Mm(30.0)), mm(Mm(15.0)), mm(Mm(12.7))), (1134, 1701, 850, 720));
        assert_eq!((half_points(Pt(11.0)), eighths(Pt(0.75)), twips(Pt(-3.0))), (22, 6, 0));
        assert_eq!(twips(text_width(false)), 9354);
    }
}

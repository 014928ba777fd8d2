//! Where ink may stand: inside the margins, nothing on anything else, nothing clipped.

use super::super::flow::Frame;
use super::super::profile::DECREE_30;
use super::super::*;
use super::HAIR;

/// Whether it is a page number: the only ink in the top margin.
pub(super) fn is_number(run: &Run) -> bool {
    run.y < DECREE_30.margin_top.pt()
}

/// No line stands outside the margins.
pub(super) fn inside_the_margins(pages: &[Page]) {
    for page in pages {
        let frame = Frame::new(&DECREE_30, page.width > page.height, Pt::ZERO);
        let (right, bottom) = (frame.left + frame.width, frame.top + frame.height);
        for run in page.runs.iter().filter(|run| !is_number(run)) {
            assert!(run.x.0 >= frame.left.0 - HAIR && (run.x + run.width(Faces::bundled())).0 <= right.0 + HAIR, "outside: {run:?}");
            assert!((run.y - run.size * font::ASCENT).0 >= frame.top.0 - HAIR, "too high: {run:?}");
            assert!((run.y + run.size * font::DESCENT).0 <= bottom.0 + HAIR, "too low: {run:?}");
        }
        for rule in &page.rules {
            assert!(rule.from.0.0 >= frame.left.0 - HAIR && rule.to.0.0 <= right.0 + HAIR && rule.to.1.0 <= bottom.0 + HAIR, "outside: {rule:?}");
        }
    }
}

/// Ink of letters: left, right, top, bottom.
type Ink = (f32, f32, f32, f32);

fn ink(run: &Run) -> Ink {
    (run.x.0, (run.x + run.width(Faces::bundled())).0, (run.y - run.size * 0.7).0, (run.y + run.size * 0.2).0)
}

/// No letters stand on others, and no line is drawn through letters: nothing is clipped by a cell.
pub(super) fn nothing_overlaps(pages: &[Page]) {
    for page in pages {
        let mut inks: Vec<(Ink, &Run)> = page.runs.iter().map(|run| (ink(run), run)).collect();
        inks.sort_by(|(a, _), (b, _)| a.2.total_cmp(&b.2));
        for (index, ((left, right, _, bottom), run)) in inks.iter().enumerate() {
            // From the top downwards: once one begins below this one's ink, so do all after it.
            let near = inks.iter().skip(index + 1).take_while(|((_, _, top, _), _)| *top + HAIR < *bottom);
            for ((other_left, other_right, ..), other) in near {
                assert!(*right <= other_left + HAIR || *other_right <= left + HAIR, "{run:?} on {other:?}");
            }
        }
        let mut rules: Vec<&Rule> = page.rules.iter().collect();
        rules.sort_by(|a, b| a.from.1.0.total_cmp(&b.from.1.0));
        for ((left, right, top, bottom), run) in &inks {
            for rule in rules.iter().take_while(|rule| rule.from.1.0 < bottom - HAIR) {
                let through = rule.from.0.0 < right - HAIR && rule.to.0.0 > left + HAIR && rule.to.1.0 > top + HAIR;
                assert!(!through, "{rule:?} through {run:?}");
            }
        }
    }
}

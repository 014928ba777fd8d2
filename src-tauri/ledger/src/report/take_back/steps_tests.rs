//! Two leaders edit two copies of one file, and each sends it back more than once.

use super::tests::{Edit, Taking, edit, paper, para, text};
use crate::paper::{Block, Document, Inline};
use proptest::prelude::*;

/// A leader's copy: what was sent with the edits made so far, each in the paragraph it is for.
fn copy(base: &Document, edits: &[(usize, Edit)]) -> Document {
    let mut document = base.clone();
    for (at, one) in edits {
        let Some(place) = document.body.iter().position(|block| block.id() == base.body[*at].id()) else { continue };
        match one {
            // Nothing like it is written anywhere else.
            Edit::Add => {
                let words: Vec<String> = (0..9).map(|nth| format!("thêm{at}x{nth}")).collect();
                document.body.insert(place + 1, Block::Para { id: String::new(), text: vec![Inline::words(words.join(" "))] });
            }
            Edit::Remove => drop(document.body.remove(place)),
            one => edit(&mut document.body, *one, place, *at),
        }
    }
    document
}

fn plans() -> impl Strategy<Value = Vec<(Edit, bool, usize)>> {
    let kinds = [Edit::Change, Edit::Number, Edit::Remove, Edit::Add, Edit::Change];
    prop::collection::vec(((0..kinds.len()).prop_map(move |nth| kinds[nth]), any::<bool>(), 0..4_usize), 6..15)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    /// Each paragraph is edited by one leader at most, in one of their rounds; what is chosen beforehand is taken.
    #[test]
    fn what_one_leader_edited_stays_whatever_the_other_sends_later(plans in plans(), turns in prop::collection::vec(any::<bool>(), 0..5)) {
        let base = paper((0..plans.len()).map(|nth| para(nth + 1)).collect());
        let is_heading = |at: usize| matches!(base.body[at], Block::Heading { .. });
        let edits = |of: bool, round: usize| -> Vec<(usize, Edit)> {
            let one = |(at, (edit, whose, when)): (usize, &(Edit, bool, usize))| (*whose == of && *when <= round).then_some((at, *edit));
            plans.iter().enumerate().filter_map(one).filter(|(at, edit)| !is_heading(*at) || matches!(edit, Edit::Change)).collect()
        };
        let all = [edits(false, 4), edits(true, 4)].concat();
        let edited = text(&copy(&base, &all).body);
        let sent = text(&base.body);
        // What each edit left or wrote, by the text alone.
        let done = |body: &[Block]| -> Vec<bool> {
            let lines = text(body);
            let is_done = |(at, edit): &(usize, Edit)| match edit {
                Edit::Remove => !lines.contains(&sent[*at]),
                _ => text(&copy(&base, &[(*at, *edit)]).body).iter().filter(|line| !sent.contains(line)).all(|line| lines.contains(line)),
            };
            all.iter().map(is_done).collect()
        };
        let mut taking = Taking::sent(&base);
        let mut rounds = [0, 0];
        for whose in turns.into_iter().chain([false, true, false, true, false, true]) {
            let round = &mut rounds[usize::from(whose)];
            let before = done(&taking.body());
            taking.take_of(&copy(&base, &edits(whose, *round)), |chosen, nth| !chosen.of_others.contains(&nth));
            *round += 1;
            for (nth, (was, is)) in before.into_iter().zip(done(&taking.body())).enumerate() {
                prop_assert!(is || !was, "{:?} is gone again", all[nth]);
            }
        }
        for whose in [false, true] {
            taking.take_of(&copy(&base, &edits(whose, 4)), |chosen, nth| !chosen.of_others.contains(&nth));
        }
        // Of two paragraphs that are gone one may be taken for the other: then the officer is asked.
        let takes_out = |of: bool| edits(of, 4).iter().any(|(_, edit)| matches!(edit, Edit::Remove));
        if !(takes_out(false) && takes_out(true)) {
            prop_assert_eq!(text(&taking.body()), edited);
        }
    }
}

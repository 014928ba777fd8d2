//! Why something does not agree holds for the numbers it was said of.

use super::{Desk, stamp};
use crate::view::{FigureDoubt, FigureNote};

const Q3: &str = "
    case.received 2026-Q3 2.310
    case.resolved 2026-Q3 2.278
    case.beyond 2026-Q3 0
    case.supplement 2026-Q3 0
    case.within 2026-Q3 25";

fn explain(desk: &mut Desk, words: &str) {
    let note = FigureNote { about: "received-in-out".into(), from: "2026-06-15".into(), to: "2026-09-14".into(), words: words.into() };
    desk.ledger.explain_figures(&note, &stamp()).unwrap();
}

fn doubt(desk: &Desk) -> (FigureDoubt, u32) {
    let view = desk.view("2026-Q3");
    let open = view.groups.iter().map(|group| group.doubts).sum();
    (view.doubts.into_iter().find(|doubt| doubt.about == "received-in-out").unwrap(), open)
}

#[test]
fn a_bigger_break_is_asked_again_and_the_old_words_stay_to_be_read() {
    let mut desk = Desk::new();
    desk.tell(Q3).unwrap();
    explain(&mut desk, "Phần mềm đếm trùng");
    let (explained, open) = doubt(&desk);
    assert_eq!((explained.left.as_str(), explained.note.as_str(), explained.note_before.as_str(), open), ("7", "Phần mềm đếm trùng", "", 0));
    desk.tell("case.within 2026-Q3 3").unwrap();
    let (bigger, open) = doubt(&desk);
    assert_eq!((bigger.left.as_str(), bigger.note.as_str(), bigger.note_before.as_str(), open), ("29", "", "Phần mềm đếm trùng", 1));
    // The same words, said of these numbers, hold for them.
    explain(&mut desk, "Phần mềm đếm trùng");
    assert_eq!((doubt(&desk).0.note.as_str(), doubt(&desk).1), ("Phần mềm đếm trùng", 0));
    // And no longer for those before; taken back they do again.
    desk.tell("case.within 2026-Q3 25").unwrap();
    assert_eq!(doubt(&desk).1, 1);
    desk.ledger.undo(&stamp()).unwrap();
    desk.ledger.undo(&stamp()).unwrap();
    desk.ledger.undo(&stamp()).unwrap();
    assert_eq!((doubt(&desk).0.left.as_str(), doubt(&desk).1), ("7", 0));
}

#[test]
fn a_missing_unit_stays_explained_while_another_mends_its_number() {
    let mut desk = Desk::new();
    desk.tell("news.portal 2026-H1 10 @1\n news.portal 2026-H1 30 @2\n news.portal 2026-Q3 8 @1").unwrap();
    let note =
        |words: &str| FigureNote { about: "shares:news.portal".into(), from: "2026-06-15".into(), to: "2026-09-14".into(), words: words.into() };
    desk.ledger.explain_figures(&note("Đơn vị đang sáp nhập"), &stamp()).unwrap();
    desk.tell("news.portal 2026-Q3 9 @1").unwrap();
    assert_eq!(desk.view("2026-Q3").doubts[0].note, "Đơn vị đang sáp nhập");
}

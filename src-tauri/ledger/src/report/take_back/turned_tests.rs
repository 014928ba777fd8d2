//! Clauses turned round, cut and rewritten in every way: each figure stays with what it counts, or becomes words.

use super::tests::{figure, said, words};
use super::*;
use crate::report::take_back::units::plain;
use crate::word::Tag;
use proptest::prelude::*;

/// What a clause counts: the words before its number and behind it.
const CLAUSES: [(&str, &str); 9] = [
    ("đã hoàn thành đúng hạn", "nhiệm vụ"),
    ("hoàn thành nhưng quá hạn", "nhiệm vụ"),
    ("quá hạn chưa hoàn thành", "nhiệm vụ"),
    ("đang thực hiện", "nhiệm vụ"),
    ("gồm", "nhiệm vụ có thời hạn"),
    ("giao thêm", "nhiệm vụ không có thời hạn"),
    ("tiếp nhận mới", "hồ sơ"),
    ("hồ sơ trực tuyến đạt", "kế hoạch năm"),
    ("tổng kinh phí đã chi", "cho chuyển đổi số"),
];

/// What a leader makes of a clause.
#[derive(Debug, Clone, Copy)]
enum Turn {
    Keep,
    /// Another number, that no figure shows.
    Fresh,
    /// The number of the clause so many places on.
    Other(usize),
    /// Words before, behind, and in place of the clause's own.
    Before,
    Behind,
    Anew,
}

/// Where the controls are in the file that comes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Controls {
    Lost,
    /// They went with their clauses.
    Moved,
    /// All was typed over, each control holds what is there now.
    Typed,
    /// The same, with the words behind the number.
    Swallowed,
}

fn numbers_of(values: &[usize]) -> Vec<String> {
    let one = |(nth, value): (usize, &usize)| match nth {
        4..=6 => format!("1.{value}{value}{value}"),
        7 => format!("9{value},81%"),
        8 => format!("{value}.52{value} triệu đồng"),
        _ => format!("{value:02}"),
    };
    values.iter().enumerate().map(one).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..Default::default() })]

    #[test]
    fn no_figure_stands_where_the_file_says_another_number_and_no_word_is_lost(
        values in prop::collection::vec(0_usize..5, CLAUSES.len()),
        order in Just((0..CLAUSES.len()).collect::<Vec<usize>>()).prop_shuffle(),
        count in 1..=CLAUSES.len(),
        turns in prop::collection::vec(turn(), CLAUSES.len()),
        controls in prop::sample::select(vec![Controls::Lost, Controls::Moved, Controls::Typed, Controls::Swallowed]),
        in_order in any::<bool>(),
    ) {
        let numbers = numbers_of(&values);
        let mut before = vec![words("Kết quả: ")];
        for (nth, ((first, last), number)) in CLAUSES.iter().zip(&numbers).enumerate() {
            before.extend([words(&format!("{first} ")), figure(&format!("f{nth}"), number), words(&format!(" {last}; "))]);
        }
        before.push(words("hết."));
        let tag = |nth: usize| Tag::of(&figure(&format!("f{nth}"), "")).unwrap();
        let mut order: Vec<usize> = order.into_iter().take(count).collect();
        if in_order {
            order.sort_unstable();
        }
        let mut after = vec![said("Kết quả: ")];
        for (place, nth) in order.iter().copied().enumerate() {
            let (mut first, mut last) = (CLAUSES[nth].0.to_owned(), CLAUSES[nth].1.to_owned());
            let mut number = numbers[nth].clone();
            match turns[nth] {
                Turn::Keep => {}
                Turn::Fresh => number = numbers_of(&vec![values[nth] + 11 + nth; CLAUSES.len()])[nth].clone(),
                Turn::Other(far) if nth < 7 => number = numbers[(nth + far) % 7].clone(),
                Turn::Other(_) => {}
                Turn::Before => first = format!("riêng năm nay {first}"),
                Turn::Behind => last.push_str(" theo kế hoạch"),
                Turn::Anew => first = "lãnh đạo viết lại thành".to_owned(),
            }
            let control = match controls {
                Controls::Lost => None,
                Controls::Moved => Some(nth),
                Controls::Typed | Controls::Swallowed => Some(place),
            };
            after.push(said(&format!("{first} ")));
            match control {
                None => after.push(said(&format!("{number} {last}"))),
                Some(nth) if controls == Controls::Swallowed => after.push(Said::Chip(tag(nth), format!("{number} {last}"))),
                Some(nth) => after.extend([Said::Chip(tag(nth), number), said(&format!(" {last}"))]),
            }
            after.push(said("; "));
        }
        after.push(said("hết."));
        let again = again(&before, &after, &before);
        // Every figure says whose it is, and what the file says in its place.
        let (mut text, mut told, mut figures) = (String::new(), String::new(), 0);
        for piece in &again.text {
            match piece {
                Inline::Figure(chip) => {
                    let now = again.changed.iter().find(|changed| changed.nth == figures).map(|changed| changed.now.as_str());
                    let shown = now.or(chip.shown.as_deref()).unwrap();
                    text.push_str(shown);
                    told.push_str(&format!("{{{}{}}}", chip.id, if now.is_some() { "→" } else { "" }));
                    figures += 1;
                }
                other => [&mut text, &mut told].into_iter().for_each(|line| line.push_str(&Inline::plain(std::slice::from_ref(other)))),
            }
        }
        prop_assert_eq!(&text, &plain(&after), "no word is lost");
        for (place, (nth, clause)) in order.iter().zip(told.split("; ")).enumerate() {
            let figure = clause.split_once('{').and_then(|(_, rest)| rest.split_once('}')).map(|(figure, _)| figure);
            let is_typed = matches!(controls, Controls::Typed | Controls::Swallowed);
            let holds = figure.is_none_or(|figure| {
                let own = format!("f{nth}");
                // What stands in its own control as it was is that figure, whatever the words around it are.
                figure.trim_end_matches('→') == own || (is_typed && figure == format!("f{place}"))
            });
            prop_assert!(holds, "{} in {}", clause, told);
            // Nor is a figure given up where its clause is as it was.
            let is_kept = matches!(turns[*nth], Turn::Keep | Turn::Before | Turn::Behind | Turn::Fresh);
            prop_assert!(figure.is_some() || !is_kept || is_typed, "{} without its figure in {}", clause, told);
        }
    }
}

#[test]
fn a_number_in_words_that_two_figures_of_one_value_share_is_given_to_neither_by_what_is_left() {
    let named = [("đã hoàn thành đúng hạn", "04"), ("hoàn thành nhưng quá hạn", "00"), ("quá hạn chưa hoàn thành", "00"), ("đang thực hiện", "04")];
    let mut before = vec![words("Kết quả: ")];
    for (nth, (first, number)) in named.iter().enumerate() {
        before.extend([words(&format!("{first} ")), figure(&format!("f{nth}"), number), words(" nhiệm vụ; ")]);
    }
    let tag = |nth: usize| Tag::of(&figure(&format!("f{nth}"), "")).unwrap();
    // All was typed over: the first and the third say the same of the same number.
    let typed = [
        ("lãnh đạo viết lại thành", "04"),
        ("quá hạn chưa hoàn thành", "00"),
        ("lãnh đạo viết lại thành", "04"),
        ("riêng năm nay hoàn thành nhưng quá hạn", "00"),
    ];
    let mut after = vec![said("Kết quả: ")];
    for (place, (first, number)) in typed.iter().enumerate() {
        after.extend([said(&format!("{first} ")), Said::Chip(tag(place), (*number).to_owned()), said(" nhiệm vụ; ")]);
    }
    let again = again(&before, &after, &before);
    let own: Vec<&str> = again.text.iter().filter_map(|piece| if let Inline::Figure(chip) = piece { Some(chip.id.as_str()) } else { None }).collect();
    assert_eq!(again.text.iter().map(|piece| Inline::plain(std::slice::from_ref(piece))).collect::<String>(), plain(&after));
    assert!(!own.contains(&"f3"), "nothing says that it is still counted: {own:?}");
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![3 => Just(Turn::Keep), 2 => Just(Turn::Fresh), 1 => (1_usize..7).prop_map(Turn::Other), 1 => Just(Turn::Before), 1 => Just(Turn::Behind), 1 => Just(Turn::Anew)]
}

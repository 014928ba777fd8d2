use super::*;
use crate::paper::{FigureChip, FigureFormat};
use crate::word::Tag;

pub(super) fn words(text: &str) -> Inline {
    Inline::words(text)
}

fn strong(text: &str) -> Inline {
    Inline::Text(TextRun { text: text.into(), bold: true, italic: false })
}

pub(super) fn figure(id: &str, shown: &str) -> Inline {
    Inline::Figure(FigureChip { id: id.into(), window: None, format: FigureFormat::Plain, instead: None, shown: Some(shown.into()) })
}

pub(super) fn said(text: &str) -> Said {
    Said::Words(text.into())
}

/// The pieces as one line: figures in braces, bold words in stars; then the changed figures.
fn check(before: &[Inline], after: &[Said], expected: &str) {
    let again = again(before, after, &[]);
    let one = |piece: &Inline| match piece {
        Inline::Text(run) if run.bold => format!("*{}*", run.text),
        Inline::Text(run) => run.text.clone(),
        Inline::Figure(chip) => format!("{{{}}}", chip.id),
        Inline::Citation(_) => "{vb}".into(),
        Inline::Annex(_) => "{pl}".into(),
        Inline::Break => "/".into(),
    };
    let changed: String = again.changed.iter().map(|one| format!(" | {}#{} {}→{}", one.id, one.nth, one.was, one.now)).collect();
    assert_eq!(again.text.iter().map(one).collect::<String>() + &changed, expected);
}

#[test]
fn a_figure_without_its_control_is_found_by_the_words_around_it() {
    let before = [words("Tổng số "), figure("a", "28"), words(" nhiệm vụ, đạt "), figure("b", "99,81%"), words(" kế hoạch.")];
    check(&before, &[said("Tổng số 28 nhiệm vụ, đạt 99,81% kế hoạch.")], "Tổng số {a} nhiệm vụ, đạt {b} kế hoạch.");
    check(&before, &[said("Toàn xã có 28 nhiệm vụ; đạt 99,81% kế hoạch năm.")], "Toàn xã có {a} nhiệm vụ; đạt {b} kế hoạch năm.");
    check(&before, &[said("Tổng số 30 nhiệm vụ, đạt 99,9% kế hoạch.")], "Tổng số {a} nhiệm vụ, đạt {b} kế hoạch. | a#0 28→30 | b#1 99,81%→99,9%");
    check(&before, &[said("Tổng số nhiệm vụ đạt 99,81% kế hoạch.")], "Tổng số nhiệm vụ đạt {b} kế hoạch.");
    check(&before, &[said("Xã không có việc nào mới.")], "Xã không có việc nào mới.");
}

#[test]
fn a_control_tells_which_figure_it_is_whatever_was_typed_into_it() {
    let before = [words("Có "), figure("a", "28"), words(" việc.")];
    let tag = Tag::of(&before[1]).unwrap();
    let with = |shown: &str| [said("Năm nay có "), Said::Chip(tag.clone(), shown.into()), said(" việc lớn.")];
    check(&before, &with("28"), "Năm nay có {a} việc lớn.");
    check(&before, &with("31"), "Năm nay có {a} việc lớn. | a#0 28→31");
    check(&before, &with("28 (hai mươi tám)"), "Năm nay có {a} (hai mươi tám) việc lớn.");
    check(&before, &with("ba mươi"), "Năm nay có ba mươi việc lớn.");
    check(&before, &with(""), "Năm nay có việc lớn.");
    let other = Tag::Figure { id: "x".into(), window: None, format: FigureFormat::Plain };
    check(&before, &[said("Có "), Said::Chip(other, "5".into()), said(" việc.")], "Có {a} việc. | a#0 28→5");
}

#[test]
fn an_empty_phrase_and_emphasis_stay_where_they_were() {
    let before = [words("Đã xong "), figure("a", "5"), figure("note", ""), words(" việc, "), strong("đúng hạn"), words(" cả.")];
    check(&before, &[said("Đã làm xong 5 việc, đúng hạn cả.")], "Đã làm xong {a}{note} việc, *đúng hạn* cả.");
    let phrase = [words("Đã xong "), figure("a", "5"), words(" việc"), figure("note", " (trong đó 01 việc quá hạn)"), words(".")];
    check(&phrase, &[said("Xã đã xong 5 việc (trong đó 01 việc quá hạn).")], "Xã đã xong {a} việc{note}.");
    check(
        &phrase,
        &[said("Đã xong 5 việc (trong đó 02 việc quá hạn).")],
        "Đã xong {a} việc{note}. | note#1  (trong đó 01 việc quá hạn)→ (trong đó 02 việc quá hạn)",
    );
    check(&[strong("Đậm cả")], &[said("Đậm hết cả")], "*Đậm hết cả*");
    check(&[words("Một"), Inline::Break, words("hai")], &[said("Một\nhai ba")], "Một/hai ba");
}

/// "16 có thời hạn và 04 không có thời hạn", the controls as they were sent.
fn two() -> (Vec<Inline>, [Tag; 2]) {
    let before = vec![
        words("Tổng số, gồm "),
        figure("with", "16"),
        words(" nhiệm vụ có thời hạn và "),
        figure("none", "04"),
        words(" nhiệm vụ không có thời hạn."),
    ];
    let tags = [Tag::of(&before[1]).unwrap(), Tag::of(&before[3]).unwrap()];
    (before, tags)
}

#[test]
fn clauses_that_were_turned_round_take_their_figures_with_them() {
    let (before, [with, none]) = two();
    let turned = "Tổng số, gồm {none} nhiệm vụ không có thời hạn và {with} nhiệm vụ có thời hạn.";
    check(&before, &[said("Tổng số, gồm 04 nhiệm vụ không có thời hạn và 16 nhiệm vụ có thời hạn.")], turned);
    // Typed into the controls that were there.
    let chip = |tag: &Tag, shown: &str| Said::Chip(tag.clone(), shown.into());
    let (gap, end) = (said(" nhiệm vụ không có thời hạn và "), said(" nhiệm vụ có thời hạn."));
    check(&before, &[said("Tổng số, gồm "), chip(&with, "04"), gap.clone(), chip(&none, "16"), end.clone()], turned);
    check(&before, &[said("Tổng số, gồm "), chip(&with, "04 nhiệm vụ không có thời hạn và 16"), end.clone()], turned);
    // With another number a clause still says whose it is.
    check(
        &before,
        &[said("Tổng số, gồm "), chip(&with, "05"), gap.clone(), chip(&none, "17"), end.clone()],
        "Tổng số, gồm 05 nhiệm vụ không có thời hạn và 17 nhiệm vụ có thời hạn.",
    );
    let cases = [
        words("Tổng số hồ sơ tiếp nhận: "),
        figure("all", "4.821"),
        words(" hồ sơ, gồm "),
        figure("old", "41"),
        words(" hồ sơ kỳ trước chuyển sang và "),
        figure("new", "4.780"),
        words(" hồ sơ tiếp nhận mới, trong đó "),
        figure("online", "4.600"),
        words(" hồ sơ trực tuyến, đạt "),
        figure("share", "96,23%"),
        words("."),
    ];
    check(
        &cases,
        &[said(
            "Trung tâm đã nhận mới 4.780 hồ sơ (4.600 hồ sơ trực tuyến, bằng 96,23%); cộng 41 hồ sơ kỳ trước chuyển sang là 4.821 hồ sơ tiếp nhận.",
        )],
        "Trung tâm đã nhận mới {new} hồ sơ ({online} hồ sơ trực tuyến, bằng {share}); cộng {old} hồ sơ kỳ trước chuyển sang là {all} hồ sơ tiếp nhận.",
    );
}

#[test]
fn two_numbers_that_changed_places_alone_are_the_leaders_words() {
    let before =
        [words("gồm "), figure("new", "4.780"), words(" hồ sơ tiếp nhận mới, trong đó "), figure("online", "4.600"), words(" hồ sơ trực tuyến.")];
    let tags = [1, 3].map(|at: usize| Tag::of(&before[at]).unwrap());
    let swapped = "gồm 4.600 hồ sơ tiếp nhận mới, trong đó 4.780 hồ sơ trực tuyến.";
    check(&before, &[said(swapped)], swapped);
    let chip = |nth: usize, shown: &str| Said::Chip(tags[nth].clone(), shown.into());
    let typed = [said("gồm "), chip(0, "4.600"), said(" hồ sơ tiếp nhận mới, trong đó "), chip(1, "4.780"), said(" hồ sơ trực tuyến.")];
    check(&before, &typed, swapped);
    let moved = [said("gồm "), chip(1, "4.600"), said(" hồ sơ tiếp nhận mới, trong đó "), chip(0, "4.780"), said(" hồ sơ trực tuyến.")];
    check(&before, &moved, swapped);
}

#[test]
fn a_number_of_something_else_is_no_figure() {
    let (before, _) = two();
    check(
        &before,
        &[said("Tổng số, gồm 16 nhiệm vụ có thời hạn; giao 04 phòng, theo Kế hoạch số 16/KH-UBND.")],
        "Tổng số, gồm {with} nhiệm vụ có thời hạn; giao 04 phòng, theo Kế hoạch số 16/KH-UBND.",
    );
    // The number of another figure, that stands at its own place.
    check(
        &before,
        &[said("Tổng số, gồm 04 nhiệm vụ có thời hạn và 04 nhiệm vụ không có thời hạn.")],
        "Tổng số, gồm {with} nhiệm vụ có thời hạn và {none} nhiệm vụ không có thời hạn. | with#0 16→04",
    );
}

#[test]
fn words_that_were_typed_into_a_number_stay_words() {
    let before = [
        words("Giao các phòng, đơn vị "),
        figure("all", "08"),
        words(" nhiệm vụ: đã hoàn thành đúng hạn "),
        figure("done", "04"),
        words(" nhiệm vụ; quá hạn "),
        figure("late", "01"),
        words(" nhiệm vụ."),
    ];
    let [all, done] = [1, 3].map(|at: usize| Tag::of(&before[at]).unwrap());
    let chip = |shown: &str| Said::Chip(all.clone(), shown.into());
    let late = || said(" nhiệm vụ; quá hạn 01 nhiệm vụ.");
    check(
        &before,
        &[said("Giao các phòng, đơn vị "), chip("09 nhiệm vụ; xong sớm 05"), Said::Chip(done, String::new()), late()],
        "Giao các phòng, đơn vị {all} nhiệm vụ; xong sớm 05 nhiệm vụ; quá hạn {late} nhiệm vụ. | all#0 08→09",
    );
    let rest = || said(": đã hoàn thành đúng hạn 04 nhiệm vụ; quá hạn 01 nhiệm vụ.");
    let after = ": đã hoàn thành đúng hạn {done} nhiệm vụ; quá hạn {late} nhiệm vụ.";
    check(&before, &[said("Giao các phòng, đơn vị "), chip("tám nhiệm vụ"), rest()], &format!("Giao các phòng, đơn vị tám nhiệm vụ{after}"));
    check(&before, &[said("Giao các phòng, đơn vị "), chip("08 nhiệm vụ"), rest()], &format!("Giao các phòng, đơn vị {{all}} nhiệm vụ{after}"));
    check(
        &before,
        &[said("Giao các phòng, đơn vị "), chip("10 đầu nhiệm vụ"), rest()],
        &format!("Giao các phòng, đơn vị {{all}} đầu nhiệm vụ{after} | all#0 08→10"),
    );
}

#[test]
fn of_a_phrase_only_its_number_may_be_another() {
    let before = [
        words("Đã xong "),
        figure("done", "21"),
        words(" nhiệm vụ"),
        figure("late", " (trong đó 02 nhiệm vụ quá hạn)"),
        figure("none", "; không thực hiện 01 nhiệm vụ"),
        words(" cả năm."),
    ];
    let tags = [3, 4].map(|at: usize| Tag::of(&before[at]).unwrap());
    let with = |late: &str, none: &str| {
        [said("Đã xong 21 nhiệm vụ"), Said::Chip(tags[0].clone(), late.into()), Said::Chip(tags[1].clone(), none.into()), said(" cả năm.")]
    };
    check(
        &before,
        &with(" (trong đó 03 nhiệm vụ quá hạn)", "; không thực hiện 02 nhiệm vụ"),
        "Đã xong {done} nhiệm vụ{late}{none} cả năm. | late#1  (trong đó 02 nhiệm vụ quá hạn)→ (trong đó 03 nhiệm vụ quá hạn) | none#2 ; không thực hiện 01 nhiệm vụ→; không thực hiện 02 nhiệm vụ",
    );
    check(&before, &with(" (02 nhiệm vụ quá hạn do mưa bão)", ""), "Đã xong {done} nhiệm vụ (02 nhiệm vụ quá hạn do mưa bão) cả năm.");
    // One control for both, as LibreOffice joins them.
    check(&before, &with(" (trong đó 02 nhiệm vụ quá hạn); không thực hiện 01 nhiệm vụ", ""), "Đã xong {done} nhiệm vụ{late}{none} cả năm.");
    check(
        &before,
        &[said("Không thực hiện 01 nhiệm vụ; đã xong 21 nhiệm vụ (trong đó 02 nhiệm vụ quá hạn) cả năm.")],
        "Không thực hiện 01 nhiệm vụ; đã xong {done} nhiệm vụ{late} cả năm.",
    );
    let twins =
        [words("Xong 21"), figure("one", " (trong đó 02 quá hạn cả)"), words("; còn 10"), figure("two", " (trong đó 01 quá hạn cả)"), words(".")];
    check(&twins, &[said("Còn 10 (trong đó 01 quá hạn cả); xong 21 (trong đó 02 quá hạn cả).")], "Còn 10{two}; xong 21{one}.");
    check(&twins, &[said("Xong 21; còn 10 (trong đó 03 quá hạn cả).")], "Xong 21; còn 10 (trong đó 03 quá hạn cả).");
    check(
        &twins,
        &[said("Xong 21 (trong đó 02 quá hạn cả); còn 10 (trong đó 03 quá hạn cả).")],
        "Xong 21{one}; còn 10{two}. | two#1  (trong đó 01 quá hạn cả)→ (trong đó 03 quá hạn cả)",
    );
}

#[test]
fn two_cells_of_a_row_that_changed_places_ask_for_nothing() {
    let (all, with) = (figure("all", "20"), figure("with", "16"));
    let cell =
        |before: &Inline, now: &str, beside: &Inline| again_beside(std::slice::from_ref(before), &[said(now)], &[], &[words("Thôn"), beside.clone()]);
    assert_eq!(cell(&all, "16", &with), Again { text: vec![words("16")], changed: Vec::new() });
    assert_eq!(cell(&all, "20", &with).text, std::slice::from_ref(&all));
    // Another number is one that was changed.
    assert_eq!(cell(&all, "21", &with).changed.len(), 1);
}

use super::*;
use crate::paper::{FigureChip, FigureFormat};
use crate::word::Tag;

fn words(text: &str) -> Inline {
    Inline::words(text)
}

fn strong(text: &str) -> Inline {
    Inline::Text(TextRun { text: text.into(), bold: true, italic: false })
}

fn figure(id: &str, shown: &str) -> Inline {
    Inline::Figure(FigureChip { id: id.into(), window: None, format: FigureFormat::Plain, instead: None, shown: Some(shown.into()) })
}

fn said(text: &str) -> Said {
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
    check(&before, &with("ba mươi"), "Năm nay có {a} việc lớn. | a#0 28→ba mươi");
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
        "Đã xong {a} việc{note}. | note#1  (trong đó 01 việc quá hạn)→(trong đó 02 việc quá hạn)",
    );
    check(&[strong("Đậm cả")], &[said("Đậm hết cả")], "*Đậm hết cả*");
    check(&[words("Một"), Inline::Break, words("hai")], &[said("Một\nhai ba")], "Một/hai ba");
}

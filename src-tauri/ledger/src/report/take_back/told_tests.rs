//! What differs is told as what it is: cut, joined, new, moved, around the text.

use super::compare::compare;
use super::tests::{home, paper, words};
use crate::paper::{Block, Document, Inline};
use crate::view::{BackHow, BackKind};

/// Kinds and words of what differs, as `kind: text`.
fn told(base: &Document, edited: &Document) -> Vec<String> {
    let one = |how: BackHow, text: &str| match how {
        BackHow::Same => text.to_owned(),
        BackHow::Gone => format!("[-{text}-]"),
        BackHow::New => format!("[+{text}+]"),
        look => format!("[{look:?} {text}]"),
    };
    let line =
        |line: &crate::view::BackLine| line.label.clone() + " " + &line.words.iter().map(|words| one(words.how, &words.text)).collect::<String>();
    let found = compare(base, &home(edited)).unwrap().found;
    found.iter().map(|found| format!("{:?}:{}", found.kind, found.lines.iter().map(line).collect::<String>())).collect()
}

fn plain(id: &str, words: &str) -> Block {
    Block::Para { id: id.into(), text: vec![Inline::words(words)] }
}

#[test]
fn a_cut_and_a_join_are_read_as_such() {
    let base = paper(vec![plain("a", "Xã đã ban hành kế hoạch. Các phòng đã làm xong việc."), plain("b", "Người dân hài lòng với cách làm.")]);
    let cut = paper(vec![plain("a", "Xã đã ban hành kế hoạch."), plain("a", "Các phòng đã làm xong việc."), base.body[1].clone()]);
    assert_eq!(told(&base, &cut), ["Split: Xã đã ban hành kế hoạch.[+ ¶+] Các phòng đã làm xong việc."]);
    let joined = paper(vec![plain("a", "Xã đã ban hành kế hoạch. Các phòng đã làm xong việc. Người dân hài lòng với cách làm.")]);
    assert_eq!(told(&base, &joined), ["Merged: Xã đã ban hành kế hoạch. Các phòng đã làm xong việc.[- ¶-] Người dân hài lòng với cách làm."]);
}

#[test]
fn a_new_paragraph_in_the_control_of_another_is_new() {
    let base = paper(vec![plain("a", "Xã đã ban hành kế hoạch kiểm tra."), plain("b", "Người dân hài lòng với cách làm.")]);
    let edited =
        paper(vec![plain("a", "Xã đã ban hành kế hoạch kiểm tra."), plain("a", "Việc này do Chủ tịch trực tiếp chỉ đạo."), base.body[1].clone()]);
    assert_eq!(told(&base, &edited), ["Added: [+Việc này do Chủ tịch trực tiếp chỉ đạo.+]"]);
    let above =
        paper(vec![plain("a", "Việc này do Chủ tịch trực tiếp chỉ đạo."), plain("a", "Xã đã ban hành kế hoạch kiểm tra."), base.body[1].clone()]);
    assert_eq!(told(&base, &above), told(&base, &edited));
}

#[test]
fn a_moved_paragraph_is_one_difference() {
    let base = paper((1..5).map(|nth| plain(&format!("b{nth}"), &words(nth))).collect());
    let mut edited = base.clone();
    edited.body.rotate_left(1);
    let found = compare(&base, &home(&edited)).unwrap().found;
    assert_eq!(found.iter().map(|one| (one.kind, one.blocks.clone())).collect::<Vec<_>>(), [(BackKind::Moved, vec![0])]);
}

#[test]
fn what_stands_around_the_text_is_told_and_not_taken() {
    let base = paper(vec![plain("a", &words(1)), plain("b", &words(2))]);
    let edited = Document {
        subject: "Kết quả công tác cải cách".into(), recipients: vec!["Sở Nội vụ".into(), "Lưu: VT".into()], ..base.clone()
    };
    let compared = compare(&base, &home(&edited)).unwrap();
    assert!(compared.found.is_empty(), "{:?}", compared.found);
    assert_eq!(compared.outside.len(), 2, "{:?}", compared.outside);
}

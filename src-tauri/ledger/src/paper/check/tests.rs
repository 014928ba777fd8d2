//! Each note with the papers that ask for it and those that do not.

use super::*;
use crate::paper::{Appendix, Block, Inline, Signature};

/// A report to the Sở that lacks nothing.
fn sound() -> Document {
    Document {
        name: "BÁO CÁO".into(),
        addressees: vec!["Sở Nội vụ".into()],
        body: vec![para("Ủy ban nhân dân xã Lam Khê báo cáo kết quả quý III (Phụ lục kèm theo)./.")],
        signature: Some(Signature { lines: vec!["TM. ỦY BAN NHÂN DÂN".into(), "CHỦ TỊCH".into()], name: "Trần Minh Khang".into() }),
        recipients: vec!["Như trên".into(), "Chủ tịch UBND xã (để b/c)".into(), "Lưu: VT, VHXH".into()],
        ..Document::default()
    }
}

fn para(words: &str) -> Block {
    Block::Para { id: "p".into(), text: vec![Inline::words(words)] }
}

fn appendices(count: usize) -> Vec<Appendix> {
    let one = Appendix { title: "Danh mục".into(), reference: String::new(), list: false, landscape: false, body: Vec::new(), charts: Vec::new() };
    vec![one; count]
}

fn codes(change: impl FnOnce(&mut Document)) -> String {
    let mut paper = sound();
    change(&mut paper);
    check(&paper).iter().map(Note::code).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_sound_paper_has_no_notes() {
    assert_eq!(codes(|_| ()), "");
    assert_eq!(codes(|paper| paper.appendices = appendices(1)), "");
    assert_eq!(codes(|paper| (paper.signature, paper.addressees, paper.recipients) = (None, Vec::new(), Vec::new())), "", "issued with a Decision");
    let alone = Document { appendices: appendices(2), ..Document::default() };
    assert_eq!(check(&alone), [], "an appendix alone");
}

#[test]
fn the_signer_is_asked_for() {
    for (name, expected) in [("", "no-signer"), ("  ", "no-signer"), ("……………", "no-signer"), ("...", "no-signer"), ("Lê An", "")] {
        assert_eq!(codes(|paper| paper.signature.as_mut().unwrap().name = name.into()), expected, "{name:?}");
    }
}

#[test]
fn the_end_mark_is_asked_for() {
    for (last, expected) in
        [("Hết.", "no-end-mark"), ("Hết./.", ""), ("Hết./.  ", ""), ("Hết. /.", "no-end-mark"), ("./. và tiếp", "no-end-mark"), ("", "")]
    {
        assert_eq!(codes(|paper| paper.body.push(para(last))), expected, "{last:?}");
    }
    assert_eq!(codes(|paper| paper.body.clear()), "no-body");
    assert_eq!(codes(|paper| paper.body = vec![para(" ")]), "no-body");
}

#[test]
fn kinh_gui_is_asked_for_where_the_paper_goes_up() {
    let cases: [(&str, Option<&str>, &[&str], &str); 7] = [
        ("BÁO CÁO", None, &["Sở Nội vụ (để b/c)", "Lưu: VT"], "no-addressee"),
        ("BÁO CÁO", None, &["Đảng ủy xã (để báo cáo)", "Lưu: VT"], "no-addressee"),
        ("BÁO CÁO", None, &["Các thôn", "Lưu: VT"], ""),
        ("TỜ TRÌNH", None, &["Lưu: VT"], "no-addressee"),
        ("KẾ HOẠCH", None, &["Đảng ủy xã (để b/c)", "Lưu: VT"], ""),
        ("", Some("cử công chức tập huấn"), &["Lưu: VT"], "no-addressee"),
        ("BÁO CÁO", None, &["Như trên", "Lưu: VT"], "nobody-above"),
    ];
    for (name, about, recipients, expected) in cases {
        let found = codes(|paper| {
            paper.name = name.into();
            paper.letterhead.about = about.map(String::from);
            paper.addressees.clear();
            paper.recipients = recipients.iter().map(|words| (*words).to_owned()).collect();
        });
        assert_eq!(found, expected, "{name} {recipients:?}");
    }
}

#[test]
fn the_list_of_recipients_begins_and_ends_as_the_decree_wants() {
    let cases: [(&[&str], &str); 6] = [
        (&["Như trên", "Lưu: VT."], ""),
        (&["NHƯ TRÊN;", "Lưu:VT, VHXH"], ""),
        (&["Sở Nội vụ", "Lưu: VT"], "not-as-above"),
        (&["Như trên"], "not-filed"),
        (&["Sở Nội vụ", "Lưu: VHXH"], "not-as-above not-filed"),
        (&[], "not-filed"),
    ];
    for (recipients, expected) in cases {
        assert_eq!(codes(|paper| paper.recipients = recipients.iter().map(|words| (*words).to_owned()).collect()), expected, "{recipients:?}");
    }
}

#[test]
fn each_appendix_is_pointed_to() {
    for (count, words, missing) in [
        (1, "Số liệu ở phụ lục.", ""),
        (1, "Số liệu ở PHỤ LỤC I.", ""),
        (1, "Số liệu ở danh mục.", "Phụ lục"),
        (2, "(Phụ lục I, II kèm theo).", ""),
        (2, "tại Phụ lục I và Phụ lục II.", ""),
        (2, "các Phụ lục kèm theo.", ""),
        (2, "tại Phụ lục I.", "Phụ lục II"),
        (3, "tại Phụ lục I. Việc khác ở Phụ lục III.", "Phụ lục II"),
        (4, "(Phụ lục I-IV).", ""),
        (4, "từ Phụ lục I đến IV.", ""),
        (4, "Phụ lục I – III; công khai.", "Phụ lục IV"),
        (2, "Không nhắc.", "Phụ lục I Phụ lục II"),
    ] {
        let mut paper = sound();
        paper.body = vec![para(words), para("Hết./.")];
        paper.appendices = appendices(count);
        let found: Vec<String> = check(&paper)
            .into_iter()
            .map(|note| match note {
                Note::AppendixUnmentioned(name) => name,
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(found.join(" "), missing, "{words}");
    }
}

#[test]
fn decomposed_text_is_read_alike() {
    use unicode_normalization::UnicodeNormalization;
    let spread = |text: &str| text.nfd().collect::<String>();
    let found = codes(|paper| {
        paper.body = vec![para(&spread("Số liệu ở Phụ lục II, phụ lục I./."))];
        paper.recipients = vec![spread("Như trên"), spread("Lưu: VT")];
        paper.appendices = appendices(2);
    });
    assert_eq!(found, "");
}

#[test]
fn every_note_says_what_to_do() {
    let all = [
        Note::NoAddressee,
        Note::NoBody,
        Note::NoEndMark,
        Note::AppendixUnmentioned("Phụ lục II".into()),
        Note::NoSigner,
        Note::NobodyAbove,
        Note::NotAsAbove,
        Note::NotFiled,
    ];
    for note in all {
        let sentence = note.sentence();
        assert!(sentence.contains(": ") && sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{sentence}");
    }
}

//! What the file must carry so that readers, archives and signing tools take it.

use super::bytes;
use crate::paper::{Block, Document as Paper, Inline, Letterhead};
use crate::typeset::{Faces, Options, laid_out};
use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object};

pub(super) fn paper() -> Paper {
    let heading =
        |level, number: &str, words: &str| Block::Heading { id: String::new(), level, number: number.into(), text: vec![Inline::words(words)] };
    let para = |words: &str| Block::Para { id: String::new(), text: vec![Inline::words(words)] };
    Paper {
        letterhead: Letterhead { agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()], ..Letterhead::default() },
        name: "BÁO CÁO".into(),
        subject: "Kết quả <thử> & kiểm tra".into(),
        body: vec![heading(1, "I.", "Chỉ đạo"), heading(2, "1.", "Kế hoạch"), para("Đã ban hành."), heading(1, "II.", "Kết quả"), para("Xong./.")],
        changed: NaiveDate::from_ymd_opt(2026, 9, 3).unwrap().and_hms_opt(16, 30, 5).unwrap(),
        ..Default::default()
    }
}

fn written() -> (Vec<u8>, Document) {
    let paper = paper();
    let bytes = bytes(&paper, &laid_out(&paper, Faces::bundled()).expect("laid out"), &Options::default()).expect("written");
    let file = Document::load_mem(&bytes).expect("read back");
    (bytes, file)
}

pub(super) fn text(object: &Object) -> String {
    let bytes = object.as_str().expect("a string");
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(units) => String::from_utf16(&units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect::<Vec<_>>()).expect("UTF-16"),
        None => String::from_utf8(bytes.to_vec()).expect("plain"),
    }
}

fn referred<'a>(file: &'a Document, dictionary: &Dictionary, key: &[u8]) -> &'a Object {
    file.get_object(dictionary.get(key).and_then(Object::as_reference).expect("a reference")).expect("an object")
}

#[test]
fn the_file_begins_and_ends_as_signing_tools_want() {
    let (bytes, _) = written();
    assert!(bytes.starts_with(b"%PDF-1.7\n"));
    assert!(bytes.ends_with(b"%%EOF\n"));
}

#[test]
fn title_language_and_dates_are_the_documents_own() {
    let (_, file) = written();
    let catalog = file.catalog().expect("a catalog");
    assert_eq!(text(catalog.get(b"Lang").unwrap()), "vi-VN");
    let preferences = catalog.get(b"ViewerPreferences").and_then(Object::as_dict).unwrap();
    assert!(preferences.get(b"DisplayDocTitle").and_then(Object::as_bool).unwrap());
    let info = referred(&file, &file.trailer, b"Info").as_dict().unwrap();
    assert_eq!(text(info.get(b"Title").unwrap()), "BÁO CÁO Kết quả <thử> & kiểm tra");
    assert_eq!(text(info.get(b"Author").unwrap()), "ỦY BAN NHÂN DÂN XÃ LAM KHÊ");
    for key in [b"CreationDate".as_slice(), b"ModDate"] {
        assert_eq!(text(info.get(key).unwrap()), "D:20260903163005+07'00'");
    }
    assert!(!info.has(b"GTS_PDFXVersion") && !info.has(b"Trapped"), "nothing that says what the file is not");
}

#[test]
fn xmp_says_what_the_information_says() {
    let (_, file) = written();
    let xmp = referred(&file, file.catalog().unwrap(), b"Metadata").as_stream().unwrap();
    let xmp = String::from_utf8(xmp.content.clone()).expect("plain UTF-8");
    for expected in [
        ">BÁO CÁO Kết quả &lt;thử&gt; &amp; kiểm tra</rdf:li>",
        "<rdf:li>ỦY BAN NHÂN DÂN XÃ LAM KHÊ</rdf:li>",
        "<xmp:CreateDate>2026-09-03T16:30:05+07:00</xmp:CreateDate>",
        "<xmp:ModifyDate>2026-09-03T16:30:05+07:00</xmp:ModifyDate>",
        "<pdf:Producer>Sổ CCHC</pdf:Producer>",
    ] {
        assert!(xmp.contains(expected), "{expected} is not in {xmp}");
    }
    for claim in ["<pdfaid:part>2</pdfaid:part>", "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"] {
        assert!(xmp.contains(claim), "{claim}");
    }
}

#[test]
fn headings_are_an_outline() {
    let (_, file) = written();
    let outlines = referred(&file, file.catalog().unwrap(), b"Outlines").as_dict().unwrap();
    assert_eq!(outlines.get(b"Count").and_then(Object::as_i64).unwrap(), 4);
    let name = referred(&file, outlines, b"First").as_dict().unwrap();
    let first = referred(&file, name, b"Next").as_dict().unwrap();
    let below = referred(&file, first, b"First").as_dict().unwrap();
    let second = referred(&file, first, b"Next").as_dict().unwrap();
    let titles = [name, first, below, second].map(|entry| text(entry.get(b"Title").unwrap()));
    assert_eq!(titles, ["BÁO CÁO", "I. Chỉ đạo", "1. Kế hoạch", "II. Kết quả"]);
    assert!(!second.has(b"Next"));
}

#[test]
fn every_face_is_a_subset_with_its_text() {
    let (_, file) = written();
    let fonts = file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|font| font.has_type(b"Font") && font.has(b"ToUnicode"));
    let mut names = Vec::new();
    for font in fonts {
        let name = String::from_utf8(font.get(b"BaseFont").and_then(Object::as_name).unwrap().to_vec()).unwrap();
        let (tag, face) = name.split_once('+').expect("a subset's tag");
        assert!(tag.len() == 6 && tag.chars().all(|letter| letter.is_ascii_uppercase()), "{tag}");
        names.push(face.to_owned());
    }
    names.sort();
    assert_eq!(names, ["LiberationSerif", "LiberationSerif-Bold"]);
    let descriptors = file.objects.values().filter_map(|object| object.as_dict().ok()).filter(|font| font.has_type(b"FontDescriptor"));
    for descriptor in descriptors {
        assert!(descriptor.has(b"FontFile2"));
        assert_eq!(descriptor.get(b"CapHeight").and_then(Object::as_i64).unwrap(), 655);
    }
}

#[test]
fn the_colour_profile_has_its_own_length() {
    let profile = super::colour::srgb();
    assert_eq!(u32::from_be_bytes([profile[0], profile[1], profile[2], profile[3]]) as usize, profile.len());
    assert_eq!(&profile[36..40], b"acsp");
}

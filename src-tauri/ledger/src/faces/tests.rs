//! When the computer's faces are used, and what is said when they are not.

use super::sample::{bundled, renamed};
use super::*;
use crate::paper::{Block, Inline};
use crate::typeset::Style;

const ALL: [Style; 4] = [Style::Regular, Style::Bold, Style::Italic, Style::BoldItalic];
const NAMES: [&str; 4] = ["times.ttf", "TIMESBD.TTF", "timesi.ttf", "Times_New_Roman_Bold_Italic.ttf"];

/// A file's name and content.
type File = (&'static str, Vec<u8>);

fn document(words: &str) -> Document {
    let body = vec![Block::Para { id: String::new(), text: vec![Inline::words(words)] }];
    Document { name: "BÁO CÁO".into(), body, ..Document::default() }
}

/// Faces as a computer has them: in folders below a folder.
fn computer(files: &[File]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let below = folder.path().join("truetype/msttcorefonts");
    std::fs::create_dir_all(&below).expect("folders");
    for (name, file) in files {
        std::fs::write(below.join(name), file).expect("written");
    }
    std::fs::write(below.join("timeless.txt"), "not a face").expect("written");
    std::fs::write(below.join("times-broken.ttf"), "not a face").expect("written");
    folder
}

fn all(rights: u16, instead: &[(char, Option<char>)]) -> Vec<File> {
    NAMES.into_iter().zip(ALL.map(|style| renamed(style, rights, instead))).collect()
}

fn printed(files: &[File], words: &str) -> Printed {
    let folder = computer(files);
    print(&document(words), &find(&[folder.path().to_owned()]), false).expect("printed")
}

#[test]
fn times_new_roman_is_used_where_it_is_whole() {
    let printed = printed(&all(8, &[]), "Kế hoạch năm 2026");
    assert_eq!((printed.face.as_str(), printed.note), ("Times New Roman 7.00", None));
    let names = |bytes: &[u8]| String::from_utf8_lossy(bytes).matches("+TimesNewRomanPSMT").count();
    assert!(names(&printed.pdf) > 0 && names(&typeset::pdf(&document("x")).expect("a PDF")) == 0);
}

#[test]
fn a_missing_style_a_missing_right_or_a_missing_letter_is_said() {
    let refused = all(2, &[]);
    let whole = all(8, &[]);
    let lacking = all(8, &[('ệ', None)]);
    let other: Vec<_> = NAMES.into_iter().zip(ALL.map(|style| bundled(style).to_vec())).collect();
    let cases: [(&[File], &str); 5] = [
        (&[], "Máy này không có đủ bốn kiểu phông Times New Roman"),
        (&whole[..3], "Máy này không có đủ bốn kiểu phông Times New Roman"),
        (&other, "Máy này không có đủ bốn kiểu phông Times New Roman"),
        (&refused, "Phông Times New Roman của máy này không cho nhúng vào tệp"),
        (&lacking, "Phông Times New Roman 7.00 của máy này không có chữ ệ"),
    ];
    for (files, why) in cases {
        let printed = printed(files, "Việc số 1");
        assert_eq!(printed.face, typeset::FACE);
        assert_eq!(printed.note.as_deref(), Some(format!("{why}; văn bản in bằng phông Liberation Serif 2.1.5 có sẵn trong chương trình.").as_str()));
        assert_eq!(printed.pdf, typeset::pdf(&document("Việc số 1")).expect("a PDF"), "as if nothing had been asked");
    }
}

#[test]
fn letters_that_no_face_has_are_still_named() {
    let error = print(&document("đã xong ✓"), &Err(Unfit::Incomplete), false).expect_err("refused");
    assert_eq!(error.code(), "missing-glyphs");
}

#[test]
fn folders_come_from_the_environment() {
    let var = |name: &str| match name {
        "HOME" | "LOCALAPPDATA" => Some(OsString::from("/home/lan")),
        "WINDIR" => Some(OsString::from("/windows")),
        _ => Some(OsString::new()),
    };
    let folders = folders(var);
    assert!(folders.iter().any(|folder| folder.starts_with("/home/lan")) && folders.iter().all(|folder| folder.is_absolute()), "{folders:?}");
}

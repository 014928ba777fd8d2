//! What must not stop the program: text that no officer would write.

use super::super::*;
use super::{obeys, place};
use crate::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Letterhead, Row, Signature, Table};
use unicode_normalization::UnicodeNormalization;

fn para(words: &str) -> Block {
    Block::Para { id: String::new(), text: vec![Inline::words(words)] }
}

fn plain(body: Vec<Block>) -> Document {
    Document {
        letterhead: Letterhead { agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()], ..Letterhead::default() },
        name: "BÁO CÁO".into(),
        body,
        ..Document::default()
    }
}

fn grid(columns: usize, rows: usize, words: impl Fn(usize, usize) -> String, size: u8) -> Block {
    let row = |row: usize| Row {
        group: false,
        cells: (0..columns).map(|column| Cell { span: 1, text: vec![Inline::words(words(row, column))] }).collect(),
    };
    let table =
        Table { columns: vec![Column { share: 0, align: Align::Center }; columns], header: vec![row(0)], rows: (1..=rows).map(row).collect(), size };
    Block::Table { id: String::new(), table }
}

#[test]
fn letters_of_every_plane_are_named_before_printing() {
    let planes: Vec<char> = (0..=16_u32).filter_map(|plane| char::from_u32(plane * 0x1_0000 + 0x4e00)).collect();
    assert_eq!(planes.len(), 17);
    let document = plain(vec![para(&format!("đã xong {}", planes.iter().collect::<String>())), para("chưa ☐")]);
    let mut expected = planes.clone();
    expected.push('☐');
    expected.sort_unstable();
    assert_eq!(missing(&document, Faces::bundled()), expected);
    let error = pages(&document).expect_err("refused");
    assert_eq!(error.code(), "missing-glyphs");
    // What nothing shows goes by its number: private places, tags.
    let told = |letter: &char| error.to_string().contains(*letter) || error.to_string().contains(&format!("U+{:04X}", u32::from(*letter)));
    assert!(expected.iter().all(told), "{error}");
    let symbol = pages(&plain(vec![para("đạt \u{f0b7} 95%")])).expect_err("refused");
    assert_eq!(symbol.to_string(), "Phông chữ không có các ký tự: U+F0B7. Hãy thay các ký tự đó rồi in lại.");
    assert_eq!(missing(&plain(vec![para("Đã xong, ₫ “ơ”.")]), Faces::bundled()), []);
}

#[test]
fn control_characters_are_not_printed() {
    let controls: String = (0..0x20_u8).chain(0x7f..0xa0).map(char::from).filter(|letter| !matches!(letter, '\n' | '\u{b}' | '\t')).collect();
    let document = plain(vec![para(&format!("một{controls} hai{controls}")), para(&controls), grid(2, 1, |_, _| controls.clone(), 12)]);
    let words: Vec<String> = pages(&document).expect("laid out").iter().flat_map(|page| &page.runs).map(|run| run.text.clone()).collect();
    assert!(words.contains(&"một hai".to_owned()), "{words:?}");
    assert!(words.iter().all(|text| !text.chars().any(char::is_control) && !text.is_empty()), "{words:?}");
}

#[test]
fn decomposed_text_is_printed_as_composed() {
    let composed = plain(vec![para("Ủy ban nhân dân xã Lam Khê đề nghị, hướng dẫn: ở xã, phường."), grid(3, 2, |_, _| "Đã giải quyết".into(), 12)]);
    let mut spread = composed.clone();
    spread.body = vec![para(&"Ủy ban nhân dân xã Lam Khê đề nghị, hướng dẫn: ở xã, phường.".nfd().collect::<String>())];
    spread.body.push(grid(3, 2, |_, _| "Đã giải quyết".nfd().collect(), 12));
    assert_eq!(pages(&composed).expect("laid out"), pages(&spread).expect("laid out"));
}

#[test]
fn a_hundred_thousand_letters_without_a_space_keep_to_the_page() {
    let long: String = "nghiêng".chars().cycle().take(100_000).collect();
    let appendix =
        Appendix { title: "Danh mục".into(), reference: String::new(), list: false, landscape: true, body: vec![para(&long)], charts: vec![] };
    for document in [
        plain(vec![para(&long)]),
        plain(vec![grid(3, 1, |row, column| if (row, column) == (1, 1) { long.clone() } else { "một".into() }, 12)]),
        Document { appendices: vec![appendix], ..plain(vec![para("một")]) },
    ] {
        let layout = laid_out(&document, Faces::bundled()).expect("laid out");
        place::inside_the_margins(&layout.pages);
        let letters: usize = layout.pages.iter().flat_map(|page| &page.runs).filter(|run| run.tag.is_some()).map(|run| run.text.len()).sum();
        assert!(letters > long.len(), "nothing is lost");
    }
    for places in 0..4 {
        let mut document = plain(vec![para("một./.")]);
        match places {
            0 => document.subject.clone_from(&long),
            1 => document.addressees = vec!["Sở Nội vụ".into(), long.clone()],
            2 => document.recipients = vec![long.clone(), "Lưu: VT".into()],
            _ => document.bases = vec![long.clone()],
        }
        place::inside_the_margins(&pages(&document).expect("laid out"));
    }
}

#[test]
fn an_empty_report_is_a_page() {
    for document in [Document::default(), plain(Vec::new()), plain(vec![para(""), para(" \n ")]), plain(vec![grid(0, 3, |_, _| String::new(), 12)])] {
        let pages = pages(&document).expect("laid out");
        assert_eq!(pages.len(), 1);
        place::inside_the_margins(&pages);
    }
    let mut unsigned = plain(vec![para("Hết./.")]);
    unsigned.signature = Some(Signature { lines: Vec::new(), name: String::new() });
    place::inside_the_margins(&pages(&unsigned).expect("laid out"));
}

#[test]
fn a_table_of_forty_columns_clips_nothing() {
    let words = |row: usize, column: usize| if row == 0 { format!("Chỉ tiêu số {column}") } else { format!("{}", row * 1_000 + column) };
    for columns in [14, 20, 40, 120] {
        for landscape in [false, true] {
            for size in [11, 13] {
                let table = grid(columns, 5, words, size);
                let mut document = plain(vec![para("một./.")]);
                document.appendices = vec![Appendix {
                    title: "Biểu".into(),
                    reference: "(Kèm theo)".into(),
                    list: false,
                    landscape,
                    body: vec![table],
                    charts: vec![],
                }];
                obeys(&document);
            }
        }
    }
}

//! Rules on documents made for them.

use super::super::*;
use crate::paper::{Appendix, Block, Inline, Letterhead};
use chrono::NaiveDate;

/// A document of nothing but paragraphs of so many short lines each.
fn paragraphs(lines: &[usize]) -> Document {
    let para = |count: &usize| Block::Para {
        id: String::new(),
        text: (0..*count).flat_map(|_| [Inline::words("dòng"), Inline::Break]).take(count * 2 - 1).collect(),
    };
    Document {
        letterhead: Letterhead { agency: vec!["XÃ LAM KHÊ".into()], ..Letterhead::default() },
        name: "BÁO CÁO".into(),
        subject: String::new(),
        body: lines.iter().map(para).collect(),
        changed: NaiveDate::from_ymd_opt(2026, 9, 3).unwrap().and_hms_opt(8, 0, 0).unwrap(),
        ..Default::default()
    }
}

#[test]
fn no_line_of_a_paragraph_stands_alone() {
    for above in 1..45 {
        for count in 2..6 {
            let mut lines = vec![1; above];
            lines.push(count);
            let pages = pages(&paragraphs(&lines)).expect("laid out");
            let on_pages: Vec<usize> = pages.iter().map(|page| page.runs.iter().filter(|run| run.text == "dòng").count()).collect();
            let mut before = 0;
            for on_page in on_pages {
                let split = above.max(before)..(before + on_page).min(above + count);
                assert!(split.is_empty() || split.len() >= 2, "{above} + {count}: {} of it on a page", split.len());
                before += on_page;
            }
        }
    }
}

#[test]
fn letters_that_no_face_has_are_named() {
    let mut document = paragraphs(&[1]);
    document.body = vec![Block::Para { id: String::new(), text: vec![Inline::words("đã xong ✓, chưa xong ☐, 電")] }];
    let error = pages(&document).expect_err("refused");
    assert_eq!(error.code(), "missing-glyphs");
    assert_eq!(error.to_string(), Problem::MissingGlyphs("☐ ✓ 電".into()).sentence());
}

#[test]
fn an_appendix_can_stand_alone() {
    let mut document = paragraphs(&[]);
    document.name = String::new();
    document.appendices =
        vec![Appendix { title: "Danh mục".into(), reference: String::new(), list: false, landscape: true, body: Vec::new(), charts: Vec::new() }];
    let pages = pages(&document).expect("laid out");
    let shown: Vec<&str> = pages.iter().flat_map(|page| &page.runs).map(|run| run.text.as_str()).collect();
    assert_eq!(shown, ["Phụ lục", "DANH MỤC"]);
    assert!(pages.iter().all(|page| page.width > page.height));
}

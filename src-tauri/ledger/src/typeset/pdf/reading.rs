//! The words of a file, read as a screen reader reads them, are the document's, in its order.

use super::clauses::keeps_all;
use super::read::{Read, read};
use crate::faces::sample::renamed;
use crate::paper::{Block, Document as Paper, Inline, Item};
use crate::typeset::text::Text;
use crate::typeset::{Faces, Options, Style, laid_out, tests};
use crate::viet::nfc;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use std::hash::{BuildHasher, Hasher, RandomState};

fn squeezed(words: &str) -> String {
    nfc(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What each block says, cell by cell, capitals as printed.
fn said(blocks: &[Block], out: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Part { number, title, .. } => out.push(format!("{number} {}", title.to_uppercase())),
            Block::Heading { level: 1, .. } => out.push(block.plain().to_uppercase()),
            Block::Table { table, .. } => {
                let cells = table.header.iter().chain(&table.rows).flat_map(|row| &row.cells);
                out.extend(cells.map(|cell| Inline::plain(&cell.text)));
            }
            _ => out.push(block.plain()),
        }
    }
}

/// What a document says, in the order of reading.
fn expected(paper: &Paper) -> Vec<String> {
    // Signs that show nothing may stand behind an end mark.
    let bare = |words: &String| printed(words).trim().trim_end_matches([';', '.', ',', ' ']).to_owned();
    let head = &paper.letterhead;
    let mut out: Vec<String> = head.governing.iter().chain(&head.agency).cloned().collect();
    out.push("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM".to_owned());
    out.push("Độc lập - Tự do - Hạnh phúc".to_owned());
    out.extend(head.number.iter().map(|number| format!("/{}", number.symbol)));
    out.extend(head.place.iter().map(|place| format!("{}, ngày", place.place)));
    out.extend(head.about.clone());
    out.extend(paper.draft.then(|| "DỰ THẢO".to_owned()));
    out.push(format!("{} {}", paper.name, paper.subject));
    out.extend(paper.bracket.clone());
    out.extend(paper.addressees.iter().map(bare));
    out.extend(paper.bases.iter().map(bare));
    said(&paper.body, &mut out);
    out.extend(paper.recipients.iter().map(bare));
    out.extend(paper.drafter.as_deref().map(str::to_uppercase));
    out.extend(paper.signature.iter().flat_map(|signature| signature.lines.iter().chain([&signature.name]).cloned()));
    out.extend(paper.address.clone());
    for appendix in &paper.appendices {
        out.extend([appendix.title.to_uppercase(), appendix.reference.clone()]);
        said(&appendix.body, &mut out);
    }
    out
}

fn made(paper: &Paper) -> Read {
    made_in(paper, Faces::bundled())
}

fn made_in(paper: &Paper, faces: &Faces) -> Read {
    let options = Options { faces, signature_field: false };
    let layout = laid_out(paper, options.faces).expect("laid out");
    read(super::bytes(paper, &layout, &options).expect("written"))
}

/// Words as the paper prints them: no control signs, one kind of hyphen.
fn printed(words: &str) -> String {
    let text = Text::plain(Faces::bundled(), words, Style::Regular);
    text.string(0, text.signs().len())
}

/// Each element's own words, in the order of the tree, and where every word of the document is found in them.
fn reads_in_order(paper: &Paper) {
    let read = made(paper);
    let leaves = read.nodes.iter().filter(|node| !node.pieces.is_empty() && node.role != "LBody" && node.role != "Lbl" || node.role == "LI");
    let whole = squeezed(&leaves.map(|node| node.text.as_str()).collect::<Vec<_>>().join(" "));
    let mut left = whole.as_str();
    for words in expected(paper) {
        let words = squeezed(&printed(&words));
        let Some(at) = left.find(&words) else { panic!("“{words}” is not in what is left to read: {left}") };
        left = &left[at + words.len()..];
    }
}

/// What is passed over was either read before or says nothing: page numbers, the mark, header rows again.
fn only_these_are_passed_over(paper: &Paper) {
    let tables = paper.body.iter().chain(paper.appendices.iter().flat_map(|appendix| &appendix.body)).filter_map(|block| match block {
        Block::Table { table, .. } => Some(table),
        _ => None,
    });
    let headers: Vec<String> =
        tables.flat_map(|table| table.header.iter().flat_map(|row| &row.cells)).map(|cell| squeezed(&printed(&Inline::plain(&cell.text)))).collect();
    for run in laid_out(paper, Faces::bundled()).expect("laid out").pages.iter().flat_map(|page| &page.runs).filter(|run| run.tag.is_none()) {
        let words = squeezed(&run.text);
        let known = words.parse::<u32>().is_ok() || paper.mark.as_ref() == Some(&words) || headers.iter().any(|header| header.contains(&words));
        assert!(known, "“{words}” belongs to no element");
    }
}

/// The same with what only some kinds of documents have.
fn with_every_element(paper: &Paper) -> Paper {
    let mut full = paper.clone();
    full.letterhead.about = Some("V/v cử công chức tập huấn".into());
    full.bases = vec!["Căn cứ Luật Tổ chức chính quyền địa phương".into(), "Theo đề nghị của Phòng Văn hóa - Xã hội".into()];
    full.drafter = Some("PL.(30)".into());
    full.address = Some("Số 12 đường Bến Ngự, xã Lam Khê, thành phố Hải Phòng; điện thoại 0225 3000 001".into());
    full.draft = true;
    full
}

#[test]
fn the_tree_reads_as_the_document_does() {
    let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("SEED={seed}");
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 30 };
    let config = ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(seed), cases, ..ProptestConfig::default() };
    let obeys = |mut paper: Paper| {
        // A list taller than most of a page is read on after the signature, as it stands on the next page.
        paper.recipients.truncate(3);
        let full = with_every_element(&paper);
        for paper in [paper, full] {
            reads_in_order(&paper);
            only_these_are_passed_over(&paper);
        }
        Ok(())
    };
    TestRunner::new(config).run(&tests::random::document(), obeys).unwrap_or_else(|failure| panic!("SEED={seed}: {failure}"));
}

/// The outline of the tree: each element's role, deeper ones further in, and the words of the lowest.
fn shown(read: &Read) -> String {
    let line = |node: &super::read::Node| {
        let words = if node.children == 0 { format!(" {}", squeezed(&node.text)) } else { String::new() };
        format!("{}{}{words}\n", "  ".repeat(node.depth), node.role)
    };
    read.nodes.iter().map(line).collect()
}

#[test]
fn parts_headings_and_lists_hang_as_they_are_meant() {
    let id = String::new;
    let words = |words: &str| vec![Inline::words(words)];
    let item = |item, text: &str| Block::Item { id: id(), item, text: words(text) };
    let heading = |level, number: &str, text: &str| Block::Heading { id: id(), level, number: number.into(), text: words(text) };
    let mut paper = super::tests::paper();
    paper.letterhead.agency.clear();
    paper.body = vec![
        Block::Part { id: id(), number: "Phần I".into(), title: "Kết quả".into() },
        heading(1, "I.", "Chỉ đạo"),
        heading(3, "a)", "Kế hoạch"),
        item(Item::Dash, "Một"),
        item(Item::Plus, "Một một"),
        item(Item::Plus, "Một hai"),
        item(Item::Dash, "Hai"),
        Block::Para { id: id(), text: words("Xong./.") },
    ];
    let expected = "\
Document
  P CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
  P Độc lập - Tự do - Hạnh phúc
  H1 BÁO CÁO Kết quả <thử> & kiểm tra
  H2 Phần I KẾT QUẢ
  H3 I. CHỈ ĐẠO
  H4 a) Kế hoạch
  L
    LI
      Lbl -
      LBody
        L
          LI
            Lbl +
            LBody Một một
          LI
            Lbl +
            LBody Một hai
    LI
      Lbl -
      LBody Hai
  P Xong./.
";
    assert_eq!(shown(&made(&paper)), expected);
}

#[test]
fn a_paragraph_on_two_pages_is_one_element() {
    let mut paper = super::tests::paper();
    let long = "Ủy ban nhân dân xã đã ban hành kế hoạch và giao việc cho từng bộ phận. ".repeat(60);
    paper.body.insert(0, Block::Para { id: String::new(), text: vec![Inline::words(&long)] });
    let read = made(&paper);
    let node = read.nodes.iter().find(|node| squeezed(&node.text) == squeezed(&long)).expect("one element says all of it");
    let pages: Vec<_> = node.pieces.iter().map(|(page, _)| *page).collect();
    assert!(pages.len() == 2 && pages[0] != pages[1], "{pages:?}");
}

/// Times New Roman shows some letters by one glyph; what was typed is copied all the same.
#[test]
fn letters_that_share_a_glyph_are_copied_as_typed() {
    let shared = [('\u{189}', Some('Đ')), ('\u{3bc}', Some('\u{b5}')), ('\u{a0}', Some(' '))];
    let styles = [Style::Regular, Style::Bold, Style::Italic, Style::BoldItalic];
    let faces = Faces::of_family("Times New Roman", styles.map(|style| renamed(style, 8, &shared)).to_vec()).expect("a family");
    let typed = "Đơn vị Đ và Ɖ đo 5 \u{b5}m, không phải 5 \u{3bc}m; số      /QĐ-UBND ĐƯỢC CẤP";
    let mut paper = super::tests::paper();
    paper.body = vec![Block::Para { id: String::new(), text: vec![Inline::words(typed)] }];
    let read = made_in(&paper, &faces);
    assert!(read.nodes.iter().any(|node| squeezed(&node.text) == squeezed(typed)));
    assert!(super::read::fonts(&read.file).iter().any(|font| font.descendant.get(b"CIDToGIDMap").is_ok_and(|map| map.as_reference().is_ok())));
    keeps_all(&read);
}

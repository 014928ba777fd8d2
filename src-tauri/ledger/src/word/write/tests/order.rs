//! The order of elements that ECMA-376 (Part 1, clause 17) asks for: Word repairs or refuses a file without it.

use super::super::docx;
use super::{moment, parts, row, sample, words};
use crate::paper::{Align, Block, Column, Document, Inline, Table};
use crate::word::read::{Part, bytes};
use quick_xml::Reader;
use quick_xml::events::Event;

/// What may stand in an element, in order. Elements of other namespaces stand where Word writes them.
const ORDER: [(&str, &str); 22] = [
    ("w:body", "*"),
    ("w:document", "w:background w:body"),
    ("w:p", "w:pPr *"),
    ("w:r", "w:rPr *"),
    ("w:sdt", "w:sdtPr w:sdtEndPr w:sdtContent"),
    ("w:sdtPr", "w:rPr w:alias w:tag w:id w:lock w:placeholder w:temporary w:showingPlcHdr w15:appearance w:dataBinding w:label w:tabIndex w:text"),
    (
        "w:pPr",
        "w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs \
         w:suppressAutoHyphens w:kinsoku w:wordWrap w:overflowPunct w:topLinePunct w:autoSpaceDE w:autoSpaceDN w:bidi w:adjustRightInd \
         w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:suppressOverlap w:jc w:textDirection w:textAlignment \
         w:textboxTightWrap w:outlineLvl w:divId w:cnfStyle w:rPr w:sectPr w:pPrChange",
    ),
    (
        "w:rPr",
        "w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:dstrike w:outline w:shadow w:emboss w:imprint w:noProof w:snapToGrid \
         w:vanish w:webHidden w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:effect w:bdr w:shd w:fitText w:vertAlign w:rtl \
         w:cs w:em w:lang",
    ),
    ("w:pBdr", "w:top w:left w:bottom w:right w:between w:bar"),
    ("w:tbl", "w:tblPr w:tblGrid w:tr"),
    (
        "w:tblPr",
        "w:tblStyle w:tblpPr w:tblOverlap w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd \
         w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook",
    ),
    ("w:tblBorders", "w:top w:left w:start w:bottom w:right w:end w:insideH w:insideV"),
    ("w:tblCellMar", "w:top w:left w:start w:bottom w:right w:end"),
    ("w:tr", "w:tblPrEx w:trPr w:tc"),
    ("w:tc", "w:tcPr *"),
    ("w:tcPr", "w:cnfStyle w:tcW w:gridSpan w:hMerge w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:tcFitText w:vAlign w:hideMark"),
    (
        "w:sectPr",
        "w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols \
         w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid",
    ),
    ("w:styles", "w:docDefaults w:latentStyles w:style"),
    ("w:docDefaults", "w:rPrDefault w:pPrDefault"),
    (
        "w:style",
        "w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:personal \
         w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr",
    ),
    ("w:settings", "w:writeProtection w:view w:zoom w:defaultTabStop w:characterSpacingControl w:compat w:themeFontLang"),
    ("w:compat", "w:doNotExpandShiftReturn w:compatSetting"),
];

/// Fails with the first element that stands where it may not.
fn check(file: &[u8]) {
    let allowed = |parent: &str| ORDER.iter().find(|(name, _)| *name == parent).map(|(_, order)| order.split_whitespace().collect::<Vec<_>>());
    let mut seen = 0;
    for (part, text) in parts(file) {
        let mut reader = Reader::from_str(&text);
        let mut open: Vec<(String, usize)> = Vec::new();
        loop {
            let event = reader.read_event().unwrap();
            let (tag, empty) = match &event {
                Event::Start(tag) => (tag, false),
                Event::Empty(tag) => (tag, true),
                Event::End(_) => {
                    open.pop();
                    continue;
                }
                Event::Eof => break,
                _ => continue,
            };
            let name = tag.name().as_ref().to_owned();
            if let Some((parent, reached)) = open.last_mut()
                && let Some(order) = allowed(parent)
            {
                let place = order.iter().position(|one| *one == name).or_else(|| order.iter().position(|one| *one == "*"));
                let place = place.unwrap_or_else(|| panic!("{part}: {name} does not belong in {parent}"));
                assert!(place >= *reached, "{part}: {name} stands too late in {parent}");
                *reached = place;
                seen += 1;
            }
            if !empty {
                open.push((name, 0));
            }
        }
    }
    assert!(seen > 50, "the tables above were looked at");
}

/// A document with everything a document may hold.
fn everything() -> Document {
    let mut document = sample();
    document.letterhead.governing = Some("ỦY BAN NHÂN DÂN THÀNH PHỐ".into());
    document.letterhead.about = Some("cử người tham gia tập huấn".into());
    document.bracket = Some("(Phục vụ Đoàn kiểm tra)".into());
    document.bases = vec!["Căn cứ Luật A;".into(), "Căn cứ Luật B".into()];
    document.drafter = Some("pl.(05)".into());
    document.address = Some("Thôn Đông, xã Lam Khê".into());
    document.draft = true;
    document.body = document.body.into_iter().enumerate().map(|(at, block)| block.with_id(format!("b{at}"))).collect();
    document
}

#[test]
fn elements_stand_in_their_order() {
    for document in [everything(), sample(), Document::default()] {
        check(&docx(&document).unwrap());
    }
}

#[test]
fn an_empty_report_is_a_file() {
    let document = Document { changed: moment(), ..Document::default() };
    let parts = bytes(&docx(&document).unwrap()).unwrap();
    assert_eq!(super::all_words(&parts), "CỘNGHÒAXÃHỘICHỦNGHĨAVIỆTNAMĐộclập-Tựdo-Hạnhphúc");
}

#[test]
fn hostile_text_is_only_text() {
    let hostile = "a\u{0}b\u{b}c\u{1b}\u{fffe}]]><w:p/>&amp;<!--\u{202e}d\u{ad}e\u{feff}\u{300}\u{85}\t\r\n\"'";
    let mut document = everything();
    document.subject = hostile.into();
    document.mark = Some(hostile.into());
    document.address = Some(hostile.into());
    document.letterhead.agency = vec![hostile.into()];
    document.recipients = vec![hostile.into(), String::new()];
    document.body = vec![
        Block::Para { id: hostile.into(), text: words(hostile) },
        Block::Part { id: "x".into(), number: hostile.into(), title: hostile.into() },
        Block::Heading { id: "y".into(), level: 200, number: hostile.into(), text: words(hostile) },
    ];
    let file = docx(&document).unwrap();
    check(&file);
    let parts = bytes(&file).unwrap();
    let Some(Part::Para(para)) = parts.iter().find(|part| matches!(part, Part::Para(para) if para.style == "BodyText")) else {
        panic!("a paragraph")
    };
    assert!(para.text.starts_with("ab\nc]]><w:p/>&amp;<!--") && !para.text.contains('\u{0}'), "{:?}", para.text);
    assert_eq!(para.block, hostile);
}

#[test]
fn a_table_of_forty_columns_keeps_its_words() {
    let mut document = sample();
    let cells: Vec<String> = (1..=40).map(|at| format!("cột{at}")).collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let columns = (0..40).map(|_| Column { share: 1, align: Align::Center }).collect();
    let table = Table { columns, header: vec![row(&cells)], rows: vec![row(&cells[..7]), row(&cells)], size: 11 };
    document.body = vec![Block::Table { id: "t".into(), table }];
    let file = docx(&document).unwrap();
    check(&file);
    let parts = bytes(&file).unwrap();
    let read = parts.iter().find_map(|part| if let Part::Table(table) = part { Some(table).filter(|table| table.block == "t") } else { None });
    let spans: Vec<u16> = read.unwrap().rows.iter().map(|row| row.cells.iter().map(|cell| cell.span).sum()).collect();
    assert_eq!(spans, [40, 40, 40]);
    let (_, text) = super::parts(&file).into_iter().find(|(name, _)| name == "word/document.xml").unwrap();
    let grid = text.split("<w:tblGrid>").nth(2).unwrap().split("</w:tblGrid>").next().unwrap();
    let widths: Vec<u32> = grid.split("w:w=\"").skip(1).map(|rest| rest.split('"').next().unwrap().parse().unwrap()).collect();
    assert_eq!(widths.len(), 40);
    assert!(widths.iter().sum::<u32>() <= 9400, "no wider than the text: {widths:?}");
}

#[test]
fn three_thousand_headings_are_written_at_once() {
    let mut document = sample();
    let heading = |at: usize| Block::Heading { id: format!("h{at}"), level: 2, number: format!("{at}."), text: vec![Inline::words("Một mục")] };
    document.body = (0..3000).map(heading).collect();
    let parts = bytes(&docx(&document).unwrap()).unwrap();
    let headings = parts.iter().filter(|part| matches!(part, Part::Para(para) if para.style == "Heading2" && para.block.starts_with('h')));
    assert_eq!(headings.count(), 3000);
}

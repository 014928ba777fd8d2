//! What goes out comes back: ids of blocks, figures and citations.

use super::super::{docx, docx_of};
use super::{all_paras, parts as parts_of, sample};
use crate::paper::{Block, Citation, Document, FigureChip, FigureFormat, Inline, Item, TextRun};
use crate::word::read::{Origin, Para, Part, bytes, origin};

/// The sample with an id in each block, long ones and strange ones too.
fn named() -> Document {
    let mut document = sample();
    let bodies = std::iter::once(&mut document.body).chain(document.appendices.iter_mut().map(|appendix| &mut appendix.body));
    for (at, block) in bodies.flatten().enumerate() {
        let id = match at % 4 {
            0 => format!("0197f0aa-6c1e-7000-8000-{at:012}"),
            1 => format!("mục {at} <&\"'>"),
            2 => format!("{at}-{}", "dài".repeat(40)),
            _ => format!("b{at}"),
        };
        *block = block.clone().with_id(id);
    }
    document
}

/// Each part of a body with its block's id and words; a table by its first cell.
fn told(parts: &[Part]) -> Vec<(String, String)> {
    let one = |part: &Part| match part {
        Part::Para(para) => (para.block.clone(), para.text.replace('\u{a0}', " ")),
        Part::Table(table) => {
            let first = all_paras(std::slice::from_ref(part)).into_iter().next();
            (table.block.clone(), first.map(|para| para.text.clone()).unwrap_or_default())
        }
    };
    parts.iter().map(one).filter(|(id, _)| !id.is_empty()).collect()
}

/// What `told` says of blocks as they are.
fn expected(document: &Document) -> Vec<(String, String)> {
    let bodies = std::iter::once(&document.body).chain(document.appendices.iter().map(|appendix| &appendix.body));
    let one = |block: &Block| -> Vec<(String, String)> {
        let pair = |words: &str| (block.id().to_owned(), words.to_owned());
        match block {
            Block::Part { number, title, .. } => vec![pair(number), pair(title)],
            Block::Table { .. } => vec![pair(block.plain().lines().next().unwrap_or_default())],
            _ => vec![pair(&block.plain())],
        }
    };
    bodies.flatten().flat_map(one).collect()
}

#[test]
fn each_block_comes_back_under_its_id() {
    let document = named();
    assert_eq!(told(&bytes(&docx(&document).unwrap()).unwrap()), expected(&document));
}

/// Some programs drop tags: bookmarks and the list tell as much.
#[test]
fn ids_come_back_without_their_tags() {
    let document = named();
    let untagged = rewritten(&docx(&document).unwrap(), |text| {
        text.split("<w:tag ").enumerate().map(|(at, piece)| if at == 0 { piece } else { piece.split_once("/>").unwrap().1 }).collect()
    });
    let parts = bytes(&untagged).unwrap();
    assert_eq!(told(&parts), expected(&document));
    assert_eq!(chips(&parts), chips(&bytes(&docx(&document).unwrap()).unwrap()));
}

#[test]
fn figures_and_citations_come_back_with_their_words() {
    let mut document = sample();
    let day = |text: &str| text.parse().unwrap();
    let window = Some((day("2026-06-15"), day("2026-09-14")));
    let long = "so-lieu.".repeat(12);
    let chip = |id: &str, window, format, shown: &str| FigureChip { id: id.into(), window, format, instead: None, shown: Some(shown.into()) };
    let pieces = vec![
        Inline::Figure(chip("plan.total", None, FigureFormat::Sentence, "05")),
        Inline::words(" việc, "),
        Inline::Figure(chip("plan.total", None, FigureFormat::Sentence, "05")),
        Inline::Figure(chip(&long, window, FigureFormat::Percent, "97,5%")),
        Inline::Text(TextRun { text: " & ".into(), bold: true, italic: false }),
        Inline::Citation(Citation { document: 7, full: true, shown: Some("Kế hoạch số 03/KH-UBND".into()) }),
    ];
    document.body = vec![Block::Item { id: "b".into(), item: Item::Dash, text: pieces.clone() }];
    let parts = bytes(&docx(&document).unwrap()).unwrap();
    let expected: Vec<Inline> = pieces.into_iter().filter(|piece| !matches!(piece, Inline::Text(_))).collect();
    assert_eq!(chips(&parts), expected);
}

/// The figures and citations of all paragraphs, showing the words that are there now.
fn chips(parts: &[Part]) -> Vec<Inline> {
    all_paras(parts).iter().flat_map(|para: &&Para| para.chips.iter().filter_map(|chip| chip.tag.piece(&para.text[chip.from..chip.to]))).collect()
}

#[test]
fn an_edited_file_keeps_what_it_says_of_its_pieces() {
    let mut document = sample();
    let chip = FigureChip { id: "plan.total".into(), window: None, format: FigureFormat::Sentence, instead: None, shown: Some("05".into()) };
    document.body = vec![Block::Para { id: "b1".into(), text: vec![Inline::words("Một đoạn có "), Inline::Figure(chip)] }];
    let file = docx(&document).unwrap();
    let edited = |from: &str, to: &str| bytes(&rewritten(&file, |text| text.replace(from, to))).unwrap();
    // Cut in two: the first half is the block, whose bookmark it has.
    let cut = edited("Một đoạn", "Một</w:t></w:r></w:p><w:p><w:r><w:t>đoạn");
    assert_eq!(told(&cut), [("b1".to_owned(), "Một".to_owned())]);
    assert_eq!(chips(&cut).len(), 1);
    // The words of a figure deleted: Word asks for some, and nobody wrote that.
    let emptied = edited("<w:id w:val=\"1\"/>", "<w:id w:val=\"1\"/><w:showingPlcHdr/>");
    assert_eq!(told(&emptied), [("b1".to_owned(), "Một đoạn có ".to_owned())]);
}

#[test]
fn a_paragraph_that_was_deleted_whole_leaves_nothing_to_the_next() {
    let mut document = sample();
    let para = |id: &str, words: &str| Block::Para { id: id.into(), text: vec![Inline::words(words)] };
    document.body = vec![para("b1", "Bỏ cả đoạn."), para("b2", "Giữ lại.")];
    let deleted = |text: &str| {
        let gone = "</w:pPr><w:bookmarkStart w:id=\"1\"";
        let end = "<w:r><w:t xml:space=\"preserve\">Bỏ cả đoạn.</w:t></w:r>";
        assert!(text.contains(gone) && text.contains(end), "{text}");
        text.replace(gone, "<w:rPr><w:del w:id=\"90\"/></w:rPr></w:pPr><w:bookmarkStart w:id=\"1\"")
            .replace(end, "<w:del w:id=\"91\"><w:r><w:delText>Bỏ cả đoạn.</w:delText></w:r></w:del>")
    };
    let parts = bytes(&rewritten(&docx(&document).unwrap(), deleted)).unwrap();
    assert_eq!(told(&parts), [("b2".to_owned(), "Giữ lại.".to_owned())]);
}

#[test]
fn a_file_says_which_report_it_is() {
    let document = sample();
    let of = |report| origin(&docx_of(&document, report).unwrap()).unwrap();
    let moment = "2026-09-16T08:30:00".to_owned();
    assert_eq!(of(Some("0197-x")), Some(Origin { report: "0197-x".into(), moment: moment.clone() }));
    assert_eq!(of(None), Some(Origin { report: String::new(), moment }));
    assert_eq!(origin(&crate::word::read::sample::docx("")).unwrap(), None, "a file of somebody else");
}

#[test]
fn numbers_of_controls_and_bookmarks_are_never_the_same() {
    let file = docx(&named()).unwrap();
    let (_, text) = parts_of(&file).into_iter().find(|(name, _)| name == "word/document.xml").unwrap();
    for begin in ["<w:id w:val=\"", "<w:bookmarkStart w:id=\"", "w:name=\"_so_cchc_"] {
        let mut numbers: Vec<&str> = text.split(begin).skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let all = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        // Paragraphs have bookmarks, tables and figures have controls as well.
        assert!(all > if begin.contains("bookmark") { 10 } else { 0 } && numbers.len() == all, "{begin}");
    }
    for tag in text.split("<w:tag w:val=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        assert!(tag.chars().count() <= 64, "Word refuses a longer tag: {tag}");
    }
}

/// The file with another main part.
fn rewritten(file: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts_of(file) {
        zip.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        let text = if name == "word/document.xml" { change(&text) } else { text };
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

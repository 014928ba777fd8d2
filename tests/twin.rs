//! LibreOffice judges the Word twin: no warning, the same words as our PDF, a page more or less.
//!
//! Skipped with a line where LibreOffice or pdftotext is not installed; `JUDGES=all` demands both.
//! `TWIN=folder` keeps the files to look at.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a test that cannot go on fails")]

#[path = "twin/office.rs"]
mod office;
#[path = "twin/words.rs"]
mod words;

use ledger::paper::{Block, Document, Inline, Number, PlaceDate, TextRun};
use ledger::word::docx;
use office::{Office, skipped};
use tests::papers;

/// The papers that are made twice.
fn cases() -> Vec<(String, Document)> {
    let mut cases: Vec<(String, Document)> = [1, 2, 3, 7, 20].iter().map(|pages| (format!("report-{pages}"), papers::report_of(*pages))).collect();
    let mut filled = papers::report_of(2);
    filled.letterhead.number = Some(Number { number: Some("137".into()), symbol: "BC-UBND".into() });
    filled.letterhead.place = Some(PlaceDate { place: "Xã Nguyễn Lương Bằng".into(), day: Some(papers::day()), year: 2026 });
    cases.push(("filled".into(), filled));
    let mut marked = papers::report_of(2);
    marked.mark = Some("SỐ LIỆU MẪU".into());
    marked.appendices.push(papers::cases_appendix());
    cases.push(("marked".into(), marked));
    let mut alone = papers::attached_plan();
    (alone.name, alone.body) = (String::new(), Vec::new());
    cases.push(("alone".into(), alone));
    cases.push(("long-agency".into(), papers::long_agency()));
    cases.push(("several-addressees".into(), papers::several_addressees()));
    cases.push(("table".into(), papers::report_with_table()));
    cases.push(("attached".into(), papers::attached_plan()));
    cases
}

/// What the body says in bold or italics, as pdftohtml marks it; the beginning is enough.
fn emphasised(document: &Document) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Para { text, .. } | Block::Item { text, .. } => text.clone(),
        _ => Vec::new(),
    };
    let begin = |run: &TextRun| run.text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
    let one = |piece: Inline| match piece {
        Inline::Text(run) if run.bold => Some(format!("<b>{}", begin(&run))),
        Inline::Text(run) if run.italic => Some(format!("<i>{}", begin(&run))),
        _ => None,
    };
    document.body.iter().flat_map(text).filter_map(one).collect()
}

#[test]
fn libreoffice_prints_the_same_words_on_as_many_pages() {
    let Some(office) = Office::open() else { return skipped("soffice with pdftotext") };
    let cases = cases();
    for (name, document) in &cases {
        office.put(&format!("{name}.docx"), &docx(document).expect("a Word file"));
        office.put(&format!("{name}-pdf.pdf"), &ledger::typeset::pdf(document).expect("a PDF"));
    }
    let names: Vec<String> = cases.iter().map(|(name, _)| format!("{name}.docx")).collect();
    assert_eq!(office.convert(&names, "pdf"), "", "LibreOffice has nothing to say");
    for (name, document) in &cases {
        let (own, twin) = (office.text(&format!("{name}-pdf.pdf")), office.text(&format!("{name}.pdf")));
        words::assert_same(name, document, &own, &twin);
        let set = office.set(&format!("{name}.pdf"));
        for words in emphasised(document) {
            assert!(set.contains(&words), "{name}: not bold or italic in Word: {words}");
        }
        let (own, twin) = (own.matches('\u{c}').count(), twin.matches('\u{c}').count());
        println!("{name}: {own} pages, in Word {twin}");
        assert!(own.abs_diff(twin) <= 1, "{name}: {own} pages, {twin} in Word");
    }
}

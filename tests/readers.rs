//! Readers of PDF copy every word whole and in order, and find the rooms for clerk and signer empty.
//!
//! A reader that is not installed is skipped with a line; `JUDGES=all` demands all.

#![expect(clippy::expect_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use ledger::paper::{Block, Document, Inline};
use ledger::take_in::read_report;
use ledger::typeset::{Faces, Pt, Run, laid_out, pdf};
use ledger::viet::nfc;
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::judge::{asked, skipped};
use tests::papers::{self, elements};

struct File {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn file(document: &Document) -> File {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("paper.pdf");
    std::fs::write(&path, pdf(document).expect("a PDF")).expect("written");
    File { _folder: folder, path }
}

/// Our own papers, and the five documents of real offices where they are at hand.
fn all() -> Vec<(String, Document)> {
    let mut papers: Vec<(String, Document)> = own().into_iter().map(|(name, document)| (name.to_owned(), document)).collect();
    for entry in tests::shared("seeds").into_iter().flat_map(|seeds| std::fs::read_dir(seeds).expect("a folder")) {
        let path = entry.expect("a file").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let taken = read_report(&name, &std::fs::read(&path).expect("read"), None).unwrap_or_else(|error| panic!("{name}: {error}"));
        papers.push((name, taken.document));
    }
    papers
}

fn own() -> Vec<(&'static str, Document)> {
    let mut marked = papers::report_of(2);
    marked.mark = Some("SỐ LIỆU MẪU".into());
    vec![
        ("seven pages", papers::report_of(7)),
        ("filled", papers::filled_report()),
        ("marked", marked),
        ("long agency", papers::long_agency()),
        ("several addressees", papers::several_addressees()),
        ("a table in the body", papers::report_with_table()),
        ("issued with a decision", papers::attached_plan()),
        ("a draft in parts", elements::draft_in_parts()),
        ("bases, drafter, address", elements::submission()),
    ]
}

fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The paragraphs, headings and cells of a document, as printed.
fn paragraphs(document: &Document) -> Vec<String> {
    let blocks = document.body.iter().chain(document.appendices.iter().flat_map(|appendix| &appendix.body));
    let words = |block: &Block| match block {
        Block::Part { number, title, .. } => vec![number.clone(), title.to_uppercase()],
        Block::Heading { level: 1, .. } => vec![block.plain().to_uppercase()],
        Block::Table { table, .. } => {
            let cells = table.header.iter().chain(&table.rows).flat_map(|row| &row.cells);
            cells.map(|cell| Inline::plain(&cell.text)).collect()
        }
        _ => vec![block.plain()],
    };
    let said = [squeezed(&document.subject)].into_iter().chain(document.bases.iter().cloned()).chain(blocks.flat_map(words));
    said.map(|words| squeezed(&nfc(&words))).filter(|words| !words.is_empty()).collect()
}

/// What a reader copies, but for numbers of pages, the mark and an address: they stand where a page ends.
fn copied(said: &str, document: &Document) -> String {
    let address = document.address.clone().map(|address| squeezed(&address)).unwrap_or_default();
    let between = |line: &&str| {
        let line = squeezed(line);
        line.parse::<u32>().is_err() && document.mark.as_ref() != Some(&line) && (line.is_empty() || !address.contains(&line))
    };
    squeezed(&said.lines().filter(between).collect::<Vec<_>>().join("\n"))
}

#[test]
fn readers_copy_every_paragraph_whole() {
    for (name, document) in all() {
        let paper = file(&document);
        let path = paper.path.display().to_string();
        let readers: [(&str, Vec<&str>); 2] = [("pdftotext", vec![&path, "-"]), ("mutool", vec!["draw", "-q", "-F", "txt", &path])];
        for (reader, args) in readers {
            let Some((_, said)) = asked(Path::new(reader), &args) else {
                skipped(reader);
                continue;
            };
            assert_eq!(said, nfc(&said), "{reader}, {name}: NFC as it was typed");
            let copied = copied(&said, &document);
            // Cells of a row are copied line by line: only text across the page is whole.
            let tables: Vec<String> = cells(&document);
            for words in paragraphs(&document).iter().filter(|words| !tables.contains(words)) {
                assert!(copied.contains(words.as_str()), "{reader}, {name}, lost: {words}\n{copied}");
            }
        }
    }
}

fn cells(document: &Document) -> Vec<String> {
    let blocks = document.body.iter().chain(document.appendices.iter().flat_map(|appendix| &appendix.body));
    let tables = blocks.filter(|block| matches!(block, Block::Table { .. }));
    tables
        .flat_map(|block| match block {
            Block::Table { table, .. } => {
                table.header.iter().chain(&table.rows).flat_map(|row| &row.cells).map(|cell| squeezed(&nfc(&Inline::plain(&cell.text)))).collect()
            }
            _ => Vec::new(),
        })
        .collect()
}

/// Poppler walks the structure tree as a screen reader does: what it says is the document, in order.
#[test]
fn a_reader_of_tags_says_the_document_in_order() {
    for (name, document) in all() {
        let paper = file(&document);
        let Some((_, said)) = asked(Path::new("pdfinfo"), &["-struct-text", &paper.path.display().to_string()]) else { return skipped("pdfinfo") };
        let lines = said.lines().map(str::trim).filter_map(|line| line.strip_prefix('"')?.strip_suffix('"'));
        let whole = squeezed(&lines.collect::<Vec<_>>().join(" "));
        let mut left = whole.as_str();
        for words in paragraphs(&document) {
            let Some(at) = left.find(&words) else { panic!("{name}: “{words}” is not in what is left to read: {left}") };
            left = &left[at + words.len()..];
        }
    }
}

/// A rectangle on a page, from its upper left corner.
struct Area {
    page: usize,
    left: Pt,
    top: Pt,
    width: Pt,
    height: Pt,
}

/// The rooms that clerk and signer fill: number, day, month, signature, and the seal left of it.
fn rooms(document: &Document) -> Vec<Area> {
    let pages = laid_out(document, Faces::bundled()).expect("laid out").pages;
    let mut rooms = Vec::new();
    for (page, sheet) in pages.iter().enumerate() {
        for run in &sheet.runs {
            let width = |text: String| Run { text, ..run.clone() }.width(Faces::bundled());
            let letters: Vec<char> = run.text.chars().collect();
            let mut begin = 0;
            for group in letters.chunk_by(|a, b| (*a == '\u{a0}') == (*b == '\u{a0}')) {
                if group.len() >= 3 && group[0] == '\u{a0}' {
                    let before = width(letters[..begin].iter().collect());
                    // A hair at either side: letters reach a little out of their widths.
                    let free = width(group.iter().collect()) - Pt(3.0);
                    rooms.push(Area { page, left: run.x + before + Pt(1.5), top: run.y - run.size * 0.7, width: free, height: run.size * 0.9 });
                }
                begin += group.len();
            }
        }
        if let Some(room) = sheet.room {
            let axis = room.left + room.width / 2.0;
            let mm = |length: f32| Pt(length * 72.0 / 25.4);
            let (top, height) = (room.top + Pt(1.0), room.height - Pt(2.0));
            rooms.push(Area { page, left: room.left, top, width: room.width, height });
            rooms.push(Area { page, left: axis - mm(44.0), top, width: mm(36.0), height });
        }
    }
    rooms
}

#[test]
fn no_ink_stands_where_clerk_and_signer_write() {
    const DPI: f32 = 144.0;
    let mut documents = all();
    documents.push(("blank".into(), papers::short_report()));
    for (name, document) in documents {
        let paper = file(&document);
        let rooms = rooms(&document);
        assert!(!rooms.is_empty() || document.signature.is_none(), "{name}: room to sign");
        for room in rooms {
            let pixels = |length: Pt| format!("{:.0}", (length.0 * DPI / 72.0).max(1.0));
            let page = (room.page + 1).to_string();
            let output = Command::new("pdftoppm")
                .args(["-gray", "-r", &DPI.to_string(), "-f", &page, "-l", &page])
                .args(["-x", &pixels(room.left), "-y", &pixels(room.top), "-W", &pixels(room.width), "-H", &pixels(room.height)])
                .arg(&paper.path)
                .output();
            let Ok(output) = output else { return skipped("pdftoppm") };
            // P5, width, height, 255, then a byte a pixel.
            let head: usize = output.stdout.iter().enumerate().filter(|(_, byte)| **byte == b'\n').nth(2).expect("a picture").0;
            let picture = &output.stdout[head + 1..];
            assert!(picture.len() > 100, "{name}: a picture of the room");
            assert!(picture.iter().all(|grey| *grey == 255), "{name}: ink in the room on page {page} at {:?}, {:?}", room.left.mm(), room.top.mm());
        }
    }
}

//! Papers taken in, printed, judged, and read again by other readers.

use super::*;

/// A printed paper, in a folder of its own.
struct Printed {
    _folder: tempfile::TempDir,
    path: PathBuf,
}

fn print(taken: &TakenIn) -> Printed {
    let folder = tempfile::tempdir().unwrap_or_else(|error| panic!("{error}"));
    let path = folder.path().join("paper.pdf");
    let bytes = pdf(&taken.document).unwrap_or_else(|error| panic!("{error}"));
    std::fs::write(&path, bytes).unwrap_or_else(|error| panic!("{error}"));
    Printed { _folder: folder, path }
}

#[test]
fn the_decrees_checker_finds_nothing_in_the_papers_taken_in() {
    let (Some(python), Some(checker)) = (python("pymupdf"), shared("tools/nd30.py")) else {
        return skipped("the decree's checker (nd30.py with pymupdf)");
    };
    for (number, name) in SEEDS.iter().enumerate() {
        let Some((_, taken)) = seed(number) else { return };
        let printed = print(&taken);
        let (checker, path) = (checker.display().to_string(), printed.path.display().to_string());
        let more: &[&str] = if number == 4 { &["--kind", "KH", "--attached", "--appendices", "1"] } else { &["--appendices", "0"] };
        let args: Vec<&str> = [checker.as_str(), path.as_str()].into_iter().chain(more.iter().copied()).collect();
        let (content, said) = asked(&python, &args).unwrap_or_default();
        assert!(content, "{name}: {said}");
    }
}

/// Readers of a PDF in the order in which its text was written.
fn readers(path: &str) -> [(&'static str, Vec<String>); 2] {
    let args = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<_>>();
    [("pdftotext", args(&["-raw", path, "-"])), ("mutool", args(&["draw", "-q", "-F", "txt", path]))]
}

/// What a reader says, without the numbers of pages; `None`: it is not here.
fn read_with(reader: &str, args: &[String]) -> Option<Vec<String>> {
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let Some((_, said)) = asked(Path::new(reader), &args) else {
        skipped(reader);
        return None;
    };
    // Numbers stand in tables too: only a line at a page's edge is the page's.
    let pages = said.split('\u{c}').flat_map(|page| {
        let mut lines: Vec<&str> = page.lines().filter(|line| !line.trim().is_empty()).collect();
        let numbered = |line: Option<&&str>| line.is_some_and(|line| line.trim().parse::<u32>().is_ok());
        if numbered(lines.last()) {
            lines.pop();
        } else if numbered(lines.first()) {
            lines.remove(0);
        }
        lines
    });
    Some(pages.flat_map(str::split_whitespace).map(str::to_owned).collect())
}

#[test]
fn every_paragraph_taken_in_is_printed_whole() {
    for (number, name) in SEEDS.iter().enumerate() {
        let Some((_, taken)) = seed(number) else { return };
        let printed = print(&taken);
        for (reader, args) in readers(&printed.path.display().to_string()) {
            let Some(words) = read_with(reader, &args) else { continue };
            let copied = words.join(" ");
            for block in taken.document.body.iter().filter(|block| !matches!(block, Block::Table { .. })) {
                let plain = block.plain().replace('\n', " ");
                assert!(copied.contains(plain.trim()) || copied.contains(&plain.to_uppercase()), "{name}: {reader} lost {plain}");
            }
        }
    }
}

#[test]
fn a_report_printed_and_extracted_again_says_the_same() {
    for (number, name) in SEEDS.iter().enumerate().take(4) {
        let Some((_, taken)) = seed(number) else { return };
        let printed = print(&taken);
        for more in [None, Some("-layout"), Some("-raw")] {
            let path = printed.path.display().to_string();
            let args: Vec<&str> = more.into_iter().chain([path.as_str(), "-"]).collect();
            let Some((_, text)) = asked(Path::new("pdftotext"), &args) else { return skipped("pdftotext") };
            let again = read_report("a.txt", text.as_bytes(), None).unwrap_or_else(|refused| panic!("{name} {more:?}: {refused}"));
            assert_eq!(again.words().join(" "), taken.words().join(" "), "{name} {more:?}");
            let (first, second) = (&taken.document, &again.document);
            assert_eq!(
                (&second.letterhead, &second.subject, &second.bracket),
                (&first.letterhead, &first.subject, &first.bracket),
                "{name} {more:?}"
            );
            assert_eq!((&second.signature, &second.recipients), (&first.signature, &first.recipients), "{name} {more:?}");
            let warned: Vec<&str> = again.warnings.iter().map(|one| one.r#where.as_str()).collect();
            assert_eq!(warned, ["Số trang"], "{name} {more:?}");
        }
    }
}

#[test]
fn the_plan_copied_out_of_its_pdf_has_every_cell() {
    let (Some((_, taken)), Some(path)) = (seed(4), shared("samples/an-lao-plan.json")) else { return skipped("an-lao-plan.json") };
    let expected: Vec<serde_json::Value> = serde_json::from_slice(&std::fs::read(path).unwrap_or_default()).unwrap_or_default();
    let printed = print(&taken);
    let path = printed.path.display().to_string();
    for more in ["-raw", "-layout"] {
        let Some((_, text)) = asked(Path::new("pdftotext"), &[more, path.as_str(), "-"]) else { return skipped("pdftotext") };
        let source = ledger::view::PlanSource::Pasted { html: String::new(), text };
        let draft =
            ledger::plan::read::read_plan(&source, &ledger::plan::Meaning::default(), None).unwrap_or_else(|refused| panic!("{more}: {refused}"));
        assert_eq!(draft.rows.len(), expected.len(), "{more}");
        for (row, expected) in draft.rows.iter().zip(&expected) {
            let cells = [&row.group_roman, &row.content, &row.lead, &row.coordinating, &row.deadline_text, &row.product];
            let names = ["group_roman", "content", "lead", "coordinating", "deadline_text", "product"];
            assert_eq!(cells.map(String::as_str), names.map(|name| expected[name].as_str().unwrap_or("")), "{more}, TT {}", row.tt);
        }
    }
}

/// Longest common subsequence, in words.
fn common(left: &[String], right: &[String]) -> usize {
    // Words as numbers: compared thirty million times.
    let mut known = std::collections::HashMap::new();
    let mut number = |word: &String| {
        let next = known.len();
        *known.entry(word.clone()).or_insert(next)
    };
    let (left, right): (Vec<usize>, Vec<usize>) = (left.iter().map(&mut number).collect(), right.iter().map(&mut number).collect());
    let mut row = vec![0_u32; right.len() + 1];
    for word in &left {
        let mut corner = 0;
        for (at, other) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if word == other { corner + 1 } else { above.max(row[at]) };
            corner = above;
        }
    }
    row.last().map_or(0, |count| *count as usize)
}

/// Words without the repetitions of a table's header row.
fn without_repeats(words: Vec<String>) -> Vec<String> {
    const HEADER: &str = "TT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian thực hiện/ hoàn thành Sản phẩm";
    let text = words.join(" ");
    let Some((before, after)) = text.split_once(HEADER) else { return words };
    let text = format!("{before}{HEADER}{}", after.replace(HEADER, ""));
    text.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_words_of_every_paper_are_printed_in_order() {
    for (number, name) in SEEDS.iter().enumerate() {
        let Some((text, taken)) = seed(number) else { return };
        let source = without_repeats(ledger::viet::nfc(&text).split_whitespace().map(str::to_owned).collect());
        let printed = print(&taken);
        for (reader, args) in readers(&printed.path.display().to_string()) {
            let Some(words) = read_with(reader, &args) else { continue };
            let found = common(&source, &without_repeats(words));
            println!("{name}: {found} of {} words by {reader}, {:.2} %", source.len(), 100.0 * found as f64 / source.len() as f64);
            assert!(found * 1000 >= source.len() * 995, "{name} by {reader}: {found} of {}", source.len());
        }
    }
}

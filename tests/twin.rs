//! LibreOffice judges the Word twin: no warning, the same words as our PDF, a page more or less.
//!
//! Skipped with a line where LibreOffice or pdftotext is not installed; `JUDGES=all` demands both.
//! `TWIN=folder` keeps the files to look at.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "a test that cannot go on fails")]

#[path = "twin/office.rs"]
mod office;
#[path = "twin/words.rs"]
mod words;

use ledger::paper::{Block, Citation, Document, FigureChip, FigureFormat, Inline, Number, PlaceDate, TextRun};
use ledger::take_in::read_report;
use ledger::word::{docx, docx_of, read};
use office::{Office, skipped};
use std::path::{Path, PathBuf};
use std::process::Command;
use tests::papers::{self, elements};

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
    cases.push(("submission".into(), elements::submission()));
    cases.push(("letter".into(), elements::letter()));
    cases.push(("draft-in-parts".into(), elements::draft_in_parts()));
    let mut draft = papers::attached_plan();
    draft.draft = true;
    cases.push(("draft-plan".into(), draft.clone()));
    (draft.name, draft.body) = (String::new(), Vec::new());
    cases.push(("draft-alone".into(), draft));
    let mut foot = papers::report_of(3);
    (foot.address, foot.mark) = (elements::submission().address, Some("SỐ LIỆU MẪU".into()));
    cases.push(("foot".into(), foot));
    cases.extend(elements::signed().into_iter().map(|(form, paper)| (format!("signed-{form:?}"), paper)));
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
    judge(&office, &cases());
}

/// The five documents of real offices, taken in and printed in both ways.
#[test]
fn the_seeds_are_the_same_in_word() {
    let (Some(office), Some(seeds)) = (Office::open(), tests::shared("seeds")) else { return skipped("soffice with pdftotext, or the seeds") };
    let mut cases = Vec::new();
    for entry in std::fs::read_dir(seeds).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let taken = read_report(&name, &std::fs::read(&path).unwrap(), None).unwrap_or_else(|error| panic!("{name}: {error}"));
        cases.push((name.get(..3).unwrap_or(&name).to_owned(), taken.document));
    }
    assert_eq!(cases.len(), 5);
    judge(&office, &cases);
}

/// Prints each paper in both ways and fails with the first thing that differs.
fn judge(office: &Office, cases: &[(String, Document)]) {
    for (name, document) in cases {
        office.put(&format!("{name}.docx"), &docx(document).expect("a Word file"));
        office.put(&format!("{name}-pdf.pdf"), &ledger::typeset::pdf(document).expect("a PDF"));
    }
    let names: Vec<String> = cases.iter().map(|(name, _)| format!("{name}.docx")).collect();
    assert_eq!(office.convert(&names, "pdf", "."), "", "LibreOffice has nothing to say");
    for (name, document) in cases {
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

/// A report with chips, emphasis, a part and a table, each block under its own id.
fn with_chips() -> Document {
    let mut document = papers::report_with_table();
    let chip =
        |id: &str, shown: &str| FigureChip { id: id.into(), window: None, format: FigureFormat::Sentence, instead: None, shown: Some(shown.into()) };
    let window = Some((papers::day() - chrono::Duration::days(80), papers::day()));
    let text = vec![
        Inline::words("Toàn xã có "),
        Inline::Figure(chip("plan.total", "31")),
        Inline::words(" nhiệm vụ, đã xong "),
        Inline::Figure(FigureChip { window, ..chip("plan.done", "14") }),
        Inline::words(" theo "),
        Inline::Citation(Citation { document: 12, full: false, shown: Some("Kế hoạch số 09/KH-UBND".into()) }),
        Inline::words("."),
    ];
    document.body.insert(1, Block::Para { id: String::new(), text });
    document.body.insert(2, Block::Part { id: String::new(), number: "Phần thứ hai".into(), title: "Phương hướng".into() });
    let id = |(at, block): (usize, Block)| block.with_id(format!("0197f0aa-6c1e-7000-8000-{at:012}"));
    document.body = document.body.into_iter().enumerate().map(id).collect();
    document
}

/// The blocks of a Word file, each with its figures and citations.
fn told(file: &[u8]) -> Vec<(String, Vec<Inline>)> {
    let chips = |para: &read::Para| para.chips.iter().filter_map(|chip| chip.tag.piece(para.text.get(chip.from..chip.to)?)).collect();
    let one = |part: &read::Part| match part {
        read::Part::Para(para) => (para.block.clone(), chips(para)),
        read::Part::Table(table) => (table.block.clone(), Vec::new()),
    };
    let mut told: Vec<_> = read::bytes(file).unwrap().iter().map(one).filter(|(id, _)| !id.is_empty()).collect();
    // Both lines of a part are one block.
    told.dedup();
    told
}

#[test]
fn what_libreoffice_saves_still_says_what_it_is() {
    let Some(office) = Office::open() else { return skipped("soffice with pdftotext") };
    let document = with_chips();
    let file = docx_of(&document, Some("0197f0aa-0000-7000-8000-00000000feed")).expect("a Word file");
    office.put("chips.docx", &file);
    assert_eq!(office.convert(&["chips.docx".to_owned()], "docx:MS Word 2007 XML", "saved"), "");
    let saved = office.get("saved/chips.docx");
    assert_eq!(told(&saved), told(&file));
    assert_eq!(told(&file).len(), document.body.len());
    assert_eq!(read::origin(&saved).unwrap(), read::origin(&file).unwrap());
}

/// Another reader of Word files: sections, first pages, repeated rows and styles as it sees them.
#[test]
fn python_docx_sees_what_was_written() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join(".venv/bin/python");
    let choices = std::env::var_os("JUDGE_PYTHON").map(PathBuf::from).into_iter().chain([own, PathBuf::from("python3")]);
    let has = |python: &PathBuf| Command::new(python).args(["-c", "import docx"]).output().is_ok_and(|output| output.status.success());
    let mut choices = choices;
    let Some(python) = choices.find(has) else { return skipped("python-docx") };
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("paper.docx");
    let mut document = with_chips();
    document.appendices.push(papers::plan_appendix());
    std::fs::write(&path, docx(&document).unwrap()).unwrap();
    let asked = "import sys, docx; d = docx.Document(sys.argv[1]); print(*[(s.orientation, s.different_first_page_header_footer) for s in d.sections]); \
                 print(len(d.tables), len(d.element.xpath('//w:tblHeader')), len(d.element.xpath('//w:sdt'))); \
                 print(d.core_properties.title); print(sorted({p.style.name for p in d.paragraphs}))";
    let output = Command::new(python).args(["-c", asked]).arg(&path).env("PYTHONIOENCODING", "utf-8").output().unwrap();
    assert!(output.status.success(), "{output:?}");
    expect_test::expect![[r#"
        (<WD_ORIENTATION.PORTRAIT: 0>, True) (<WD_ORIENTATION.LANDSCAPE: 1>, True)
        2 2 5
        BÁO CÁO Kết quả thực hiện công tác cải cách hành chính Quý III, phương hướng, nhiệm vụ trọng tâm Quý IV năm 2026
        ['Body Text', 'Dòng đệm', 'Gạch ngang', 'Heading 1', 'Heading 2', 'Kèm theo', 'Kính gửi', 'Phần', 'Phụ lục', 'Trích yếu', 'Tên loại', 'Tên phần', 'Tên phụ lục']
    "#]]
    .assert_eq(&String::from_utf8_lossy(&output.stdout));
}

/// Wherever a page ends, the signature is whole, with two lines of the body above it.
#[test]
fn the_signature_never_stands_alone() {
    let Some(office) = Office::open() else { return skipped("soffice with pdftotext") };
    let mut names = Vec::new();
    for (more, closing) in (0..24).flat_map(|more| [(more, true), (more, false)]) {
        let mut document = papers::short_report();
        let last = document.body.len() - 1;
        for at in 0..more / 2 {
            document.body.insert(last + at, papers::item("Một dòng thêm vào, ngắn hơn bề rộng của trang."));
        }
        // A longer subject lets pages end at other places.
        if more % 2 == 1 {
            document.subject.push_str(", trong đó có việc thanh toán trực tuyến, số hóa hồ sơ và trả kết quả tại nhà cho người cao tuổi");
        }
        if closing {
            *document.body.last_mut().unwrap() = papers::para("Trên đây là báo cáo./.");
        }
        let name = format!("signed-{more}-{closing}.docx");
        office.put(&name, &docx(&document).expect("a Word file"));
        names.push(name);
    }
    assert_eq!(office.convert(&names, "pdf", "."), "");
    let mut turned = 0;
    for name in names.iter().map(|name| name.replace(".docx", ".pdf")) {
        let text = office.text(&name);
        let page = text.split('\u{c}').find(|page| page.contains("Nơi nhận:")).expect("recipients");
        assert!(page.contains("TM. ỦY BAN") && page.contains("Trần Thị Minh Hạnh"), "{name}: the signature is parted: {page}");
        let above = page.split("Nơi nhận:").next().unwrap_or_default();
        let lines: Vec<&str> = above.lines().filter(|line| line.trim().parse::<u32>().is_err()).collect();
        assert!(lines.len() >= 2 && above.contains("./."), "{name}: stands alone below {lines:?}");
        turned += usize::from(lines.len() < 6);
    }
    assert!(turned > 2, "pages ended right above the signature {turned} times");
}

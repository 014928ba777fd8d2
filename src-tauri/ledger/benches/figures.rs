//! Figures that are printed, never judged: how long the main job takes in process.
//!
//! Each line is the median and the spread of several runs after one that is not counted.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::cast_possible_truncation,
    reason = "a bench stops loudly and prints"
)]

#[path = "figures/annual.rs"]
mod annual;
#[path = "figures/growth.rs"]
mod growth;
#[path = "figures/last.rs"]
mod last;

use chrono::NaiveDate;
use ledger::deadline::{self, Before, Span};
use ledger::paper::{Block, Document, Inline};
use ledger::plan::Meaning;
use ledger::view::{DraftRow, FigureDraft, NewOffice, NewReport, PlanDraft, ProgressDraft, ReportKind, Scope};
use ledger::{Ledger, Level, Stamp, typeset, word};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

fn main() {
    // `-- --ten-years FOLDER` makes the ledger that the window's start is measured with, and no more.
    let args: Vec<String> = std::env::args().collect();
    if let Some(at) = args.iter().position(|word| word == "--ten-years") {
        return drop(ten_years(Path::new(&args[at + 1])));
    }
    println!("{:<46} {:>10} {:>10} {:>10}", "việc", "ít nhất", "giữa", "nhiều nhất");
    let sample = std::env::var_os("SHARED")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from)
        .join("samples/an-lao-plan.docx");
    if sample.exists() {
        time("đọc phụ lục 31 dòng từ Word", 20, || drop(ledger::plan::read_plan_file(&sample, &Meaning::default())));
    } else {
        println!("skipped: {} is not here", sample.display());
    }
    for rows in [31, 10_000] {
        with_plan(rows);
    }
    workbooks();
    entries();
    units();
    papers();
    years();
    told();
    annual::print();
    last::print();
    growth::print();
}

/// Reading a plan of so many rows out of an Excel workbook.
fn workbooks() {
    for rows in [31, 10_000] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let ledger = open(folder.path(), rows);
        let as_of = day(2026, 9, 14);
        let plan = ledger.plan_view(None, as_of).expect("the plan").plan.expect("a plan").id;
        let runs = if rows > 1000 { 5 } else { 20 };
        time(&format!("phụ lục {rows} dòng ra Excel"), runs, || drop(ledger.plan_workbook(plan, false, as_of)));
        let bytes = ledger.plan_workbook(plan, false, as_of).expect("a workbook");
        time(&format!("đọc phụ lục {rows} dòng từ Excel"), runs, || {
            drop(ledger::plan::read::read_plan_bytes("ke-hoach.xlsx", &bytes, &Meaning::default()));
        });
    }
}

/// Statistics of ten thousand rows with a hundred thousand entries, as of a day.
fn entries() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = open(folder.path(), 10_000);
    let as_of = day(2026, 9, 14);
    let view = ledger.plan_view(None, as_of).expect("the plan");
    let (plan, tasks) = (view.plan.expect("a plan").id, view.tasks.iter().map(|row| row.id).collect::<Vec<i64>>());
    for nth in 0..10 {
        let on = day(2026, 1 + nth % 9, 1 + nth).to_string();
        let draft =
            ProgressDraft { tasks: tasks.clone(), state: "in-progress".into(), day: on, note: format!("lần {nth}"), ..ProgressDraft::default() };
        ledger.record_progress(&draft, &stamp()).expect("noted");
    }
    time("thống kê 10.000 nhiệm vụ, 100.000 mục", 7, || drop(ledger.status(as_of, None, Some(plan), Level::Above)));
    time("thống kê theo lĩnh vực, đơn vị (như trên)", 7, || drop(ledger.statistics(plan, Scope::SinceStart, as_of, None)));
}

/// Ten thousand rows whose cells spell their units in two thousand ways.
fn units() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = open(folder.path(), 31);
    let mut draft = plan(10_000, 2027);
    let starts = ["Phòng Kinh tế", "P. KT", "Công an xã", "TT PVHCC", "Phòng VH-XH; Văn phòng HĐND và UBND", "Đ/c Lan"];
    for (nth, row) in draft.rows.iter_mut().enumerate() {
        row.lead = format!("{} thôn {}", starts[nth % starts.len()], nth % 2000);
    }
    ledger.keep_plan(&draft, &stamp()).expect("kept");
    let plan = ledger.plan_view(None, day(2027, 6, 1)).expect("the plan").plan.expect("a plan").id;
    time("thống kê theo đơn vị, 2.000 cách viết", 7, || drop(ledger.statistics(plan, Scope::SinceStart, day(2027, 6, 1), None)));
    time("tìm cách viết có vẻ là một đơn vị (như trên)", 7, || drop(ledger.unit_proposals()));
}

/// Keeping, counting and showing a plan of so many rows, a third of them with progress.
fn with_plan(rows: usize) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = open(folder.path(), rows);
    let as_of = day(2026, 9, 14);
    let tasks: Vec<i64> = ledger.plan_view(None, as_of).expect("the plan").tasks.iter().map(|row| row.id).collect();
    for half in tasks.chunks(2).take(rows / 2) {
        let draft = ProgressDraft { tasks: half[..1].to_vec(), state: "done".into(), day: "2026-08-01".into(), ..ProgressDraft::default() };
        ledger.record_progress(&draft, &stamp()).expect("noted");
    }
    let runs = if rows > 1000 { 7 } else { 50 };
    time(&format!("thống kê {rows} nhiệm vụ"), runs, || drop(ledger.status(as_of, None, None, Level::Above)));
    time(&format!("lưới {rows} nhiệm vụ"), runs, || drop(ledger.plan_view(None, as_of)));
    let one = tasks.first().copied().unwrap_or_default();
    time(&format!("ghi một mục tiến độ ({rows} nhiệm vụ)"), runs, || {
        let draft = ProgressDraft { tasks: vec![one], state: "in-progress".into(), day: "2026-08-01".into(), ..ProgressDraft::default() };
        drop(ledger.record_progress(&draft, &stamp()));
    });
}

/// Reports of a few lengths, from the document to the bytes.
fn papers() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = open(folder.path(), 31);
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let report = ledger.new_report(&draft, &stamp()).expect("a report").thing.unwrap_or_default();
    let short = ledger.report_document(report).expect("a document");
    for pages in [2, 12, 20] {
        let document = grown(&short, pages);
        let pdf = typeset::pdf(&document).expect("a pdf");
        let made = count_pages(&pdf);
        time(&format!("PDF {made} trang, {} KB", pdf.len() / 1024), 20, || drop(typeset::pdf(&document)));
        time(&format!("DOCX của {made} trang"), 20, || drop(word::docx(&document)));
    }
}

/// Opening a ledger that holds ten years of plans and notes.
fn years() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    drop(ten_years(folder.path()));
    time("mở sổ mười năm (600 nhiệm vụ, 3.000 mục)", 10, || drop(Ledger::open(folder.path(), &stamp())));
    let ledger = Ledger::open(folder.path(), &stamp()).expect("a ledger");
    time("tổng quan của sổ mười năm", 20, || drop(ledger.overview(day(2026, 9, 14))));
}

/// Every figure of ten years: told by quarters, half of them as lũy kế, reckoned anew for every window.
fn told() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut ledger = ten_years(folder.path());
    let sheet = ledger.figures_view(None, None, day(2026, 9, 14)).expect("a sheet");
    let ids: Vec<String> = sheet.groups.iter().flat_map(|group| &group.rows).filter(|row| row.typed).map(|row| row.form.id.clone()).collect();
    let quarters: Vec<Span> = (2017..2027)
        .flat_map(|year| {
            [(year - 1, 12, year, 3), (year, 3, year, 6), (year, 6, year, 9), (year, 9, year, 12)]
                .map(|(first, from, last, to)| Span { first: day(first, from, 15), last: day(last, to, 14) })
        })
        .collect();
    for (nth, window) in quarters.iter().enumerate() {
        let drafts = ids.iter().enumerate().map(|(at, id)| FigureDraft {
            figure: id.clone(),
            from: window.first.to_string(),
            to: window.last.to_string(),
            cumulative: at % 2 == 0,
            value: (1000 + nth * 7 + at).to_string(),
            source: "Hệ thống TTHC".into(),
            ..FigureDraft::default()
        });
        ledger.keep_figure_values(&drafts.collect::<Vec<_>>(), &stamp()).expect("kept");
    }
    let (count, windows) = (ids.len() * quarters.len(), quarters.len());
    let last = quarters.last().copied();
    time(&format!("bảng số liệu một kỳ ({count} số đã ghi)"), 20, || drop(ledger.figures_view(last, None, day(2026, 9, 14))));
    time(&format!("tính lại mọi số liệu của mười năm ({windows} kỳ)"), 5, || {
        quarters.iter().for_each(|window| drop(ledger.figures_view(Some(*window), None, day(2026, 9, 14))));
    });
    let one = FigureDraft { figure: ids[0].clone(), from: "2026-06-15".into(), to: "2026-09-14".into(), ..FigureDraft::default() };
    let mut nth = 0;
    time(&format!("ghi một số ({count} số đã ghi)"), 20, || {
        nth += 1;
        drop(ledger.keep_figure_value(&FigureDraft { value: nth.to_string(), ..one.clone() }, &stamp()));
    });
}

/// Ten plans of sixty tasks, each task with five notes.
fn ten_years(folder: &Path) -> Ledger {
    let mut ledger = Ledger::open(folder, &stamp()).expect("a ledger");
    let office = NewOffice { name: "Lam Khê".into(), signer: "Trần Minh Khang".into(), ..NewOffice::default() };
    ledger.create_office(&office, &stamp()).expect("an office");
    for year in 2017..2027 {
        ledger.keep_plan(&plan(60, year), &stamp()).expect("kept");
        let tasks: Vec<i64> = ledger.plan_view(None, day(year, 6, 1)).expect("the plan").tasks.iter().map(|row| row.id).collect();
        for (nth, task) in tasks.iter().enumerate().flat_map(|one| [one; 5]) {
            let day = day(year, 1 + (nth % 9) as u32, 10).to_string();
            let draft = ProgressDraft { tasks: vec![*task], state: "in-progress".into(), day, ..ProgressDraft::default() };
            ledger.record_progress(&draft, &stamp()).expect("noted");
        }
    }
    ledger
}

fn time(what: &str, runs: usize, mut action: impl FnMut()) {
    action();
    let mut all: Vec<Duration> = (0..runs)
        .map(|_| {
            let start = Instant::now();
            action();
            start.elapsed()
        })
        .collect();
    all.sort();
    let ms = |one: Option<&Duration>| format!("{:.2} ms", one.map_or(0.0, Duration::as_secs_f64) * 1000.0);
    println!("{what:<46} {:>10} {:>10} {:>10}", ms(all.first()), ms(all.get(runs / 2)), ms(all.last()));
}

fn open(folder: &Path, rows: usize) -> Ledger {
    let mut ledger = Ledger::open(folder, &stamp()).expect("a ledger");
    let office = NewOffice { name: "Lam Khê".into(), signer: "Trần Minh Khang".into(), ..NewOffice::default() };
    ledger.create_office(&office, &stamp()).expect("an office");
    let start = Instant::now();
    ledger.keep_plan(&plan(rows, 2026), &stamp()).expect("kept");
    println!("{:<46} {:>32}", format!("ghi {rows} nhiệm vụ vào sổ (một lần)"), format!("{:.1} ms", start.elapsed().as_secs_f64() * 1000.0));
    ledger
}

fn plan(rows: usize, year: i32) -> PlanDraft {
    let span = Span { first: day(year, 1, 1), last: day(year, 12, 31) };
    let words = ["Quý I", "Tháng 7", "Trước ngày 15/12", "Hằng quý", "Thường xuyên", "Theo yêu cầu của Sở Nội vụ"];
    let rows = (1..=rows).map(|tt| {
        let deadline_text = words[tt % words.len()].to_owned();
        let deadline = deadline::read(&deadline_text, span, Before::default());
        DraftRow {
            group_roman: ["I", "II", "III", "IV", "V", "VI", "VII"][tt * 7 / (rows + 1)].to_owned(),
            group_name: "Cải cách".to_owned(),
            tt: tt.to_string(),
            content: format!("Rà soát, cập nhật và công khai thủ tục hành chính thuộc thẩm quyền, đợt {tt}"),
            lead: "Phòng Văn hóa - Xã hội".to_owned(),
            coordinating: "Các phòng, đơn vị".to_owned(),
            deadline_text,
            product: "Báo cáo của UBND xã".to_owned(),
            deadline_hint: deadline::hint(&deadline),
            deadline,
            warnings: Vec::new(),
            answered_last: None,
        }
    });
    PlanDraft {
        source: String::new(),
        title: format!("Kế hoạch năm {year}"),
        from: span.first,
        to: span.last,
        rows: rows.collect(),
        warnings: Vec::new(),
    }
}

/// The document with so much text added that it fills about so many pages.
fn grown(short: &Document, pages: usize) -> Document {
    let sentence = "Ủy ban nhân dân xã tiếp tục rà soát, công khai thủ tục hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp; \
                    chỉ đạo các phòng, đơn vị thực hiện nghiêm kỷ luật, kỷ cương hành chính trong giải quyết công việc. ";
    let mut document = short.clone();
    let last = document.body.pop();
    while count_pages(&typeset::pdf(&document).expect("a pdf")) < pages {
        let id = format!("them-{}", document.body.len());
        document.body.push(Block::Para { id, text: vec![Inline::words(sentence.repeat(3).trim())] });
    }
    document.body.extend(last);
    document
}

fn count_pages(pdf: &[u8]) -> usize {
    lopdf::Document::load_mem(pdf).map_or(0, |document| document.get_pages().len())
}

fn stamp() -> Stamp {
    Stamp { moment: day(2026, 9, 14).and_hms_opt(9, 0, 0).unwrap_or_default(), person: "Lan".into(), seed: 7 }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

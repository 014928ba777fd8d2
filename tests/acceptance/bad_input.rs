//! Bad input of figures and reports: each thing with the exact sentence the officer reads, and nothing written.

#[path = "bad_input/formulas.rs"]
mod formulas;
#[path = "bad_input/papers.rs"]
mod papers;

use ledger::Result;
use ledger::deadline::Span;
use ledger::typeset;
use ledger::view::{FigureDraft, FigureRow, NewReport, ProgressDraft, ReportKind, StartView, Written};
use std::collections::BTreeMap;
use tests::{Desk, day, on};

/// Windows as first and last day.
type Window = (&'static str, &'static str);
const Q1: Window = ("2025-12-15", "2026-03-14");
const Q2: Window = ("2026-03-15", "2026-06-14");
const Q3: Window = ("2026-06-15", "2026-09-14");

/// The rows of every table of the ledger, the log among them.
fn rows(desk: &Desk) -> BTreeMap<String, i64> {
    let conn = rusqlite::Connection::open(desk.folder().join("so-cchc.db")).unwrap();
    let mut tables = conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'").unwrap();
    let names: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().collect::<std::result::Result<_, _>>().unwrap();
    names.into_iter().map(|name| (name.clone(), conn.query_row(&format!("SELECT count(*) FROM {name}"), [], |row| row.get(0)).unwrap())).collect()
}

/// The sentence of a refusal; no table has a row more or less, and Ctrl+Z would take back what it would have before.
fn refused<T: std::fmt::Debug>(desk: &mut Desk, act: impl FnOnce(&mut Desk) -> Result<T>) -> String {
    let undo = |desk: &Desk| desk.ledger.overview(day("2026-09-15")).unwrap().undo;
    let before = (rows(desk), undo(desk));
    let sentence = act(desk).expect_err("refused").to_string();
    assert_eq!((rows(desk), undo(desk)), before, "{sentence}");
    assert!(sentence.ends_with('.') && !sentence.contains('!'), "{sentence}");
    sentence
}

fn draft(figure: &str, (from, to): Window, value: &str) -> FigureDraft {
    FigureDraft {
        figure: figure.into(),
        from: from.into(),
        to: to.into(),
        value: value.into(),
        source: "Sổ theo dõi".into(),
        ..FigureDraft::default()
    }
}

fn tell(desk: &mut Desk, figure: &str, window: Window, value: &str) -> Written {
    desk.ledger.keep_figure_value(&draft(figure, window, value), &on("2026-09-15")).unwrap()
}

fn row(desk: &Desk, (from, to): Window, figure: &str) -> FigureRow {
    let view = desk.ledger.figures_view(Some(Span { first: day(from), last: day(to) }), None, day("2026-09-15")).unwrap();
    view.groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == figure).unwrap()
}

/// What a cell shows and what stands beside it.
fn cell(desk: &Desk, window: Window, figure: &str) -> (String, String) {
    let now = row(desk, window, figure).now;
    (now.shown, now.source)
}

fn report(desk: &mut Desk, kind: ReportKind, period: &str) -> i64 {
    let draft = NewReport { kind, period: period.into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    desk.ledger.new_report(&draft, &on("2026-09-15")).unwrap().thing.unwrap()
}

#[test]
fn a_value_of_the_wrong_kind_is_told_and_the_old_one_stays() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "case.new_online", Q3, "1.986");
    tell(&mut desk, "case.satisfaction", Q3, "trên 98%");
    let name = "“Hồ sơ tiếp nhận mới trực tuyến”";
    let how = "Hãy gõ số, nghìn cách bằng dấu chấm, số lẻ sau dấu phẩy, ví dụ 2.310 hoặc 85,97.";
    for (typed, sentence) in [
        ("nhiều", format!("“nhiều” ở {name} không phải số. {how}")),
        ("1e9", format!("“1e9” ở {name} không phải số. {how}")),
        ("10²⁰", format!("“10²⁰” ở {name} không phải số. {how}")),
        ("NaN", format!("“NaN” ở {name} không phải số. {how}")),
        ("=1+1", format!("“=1+1” ở {name} không phải số. {how}")),
        ("-5", format!("{name} không thể nhỏ hơn 0. Hãy kiểm tra lại số.")),
        ("−5", format!("{name} không thể nhỏ hơn 0. Hãy kiểm tra lại số.")),
        ("100000000000000000000", format!("Số ở {name} dài quá 15 chữ số, chắc là gõ nhầm. Hãy kiểm tra lại.")),
        ("100.000.000.000.000.000.000", format!("Số ở {name} dài quá 15 chữ số, chắc là gõ nhầm. Hãy kiểm tra lại.")),
        ("1,5", format!("{name} đếm theo hồ sơ nên là số nguyên, không thể là 1,5. Nghìn cách bằng dấu chấm, ví dụ 1.234.")),
    ] {
        let one = draft("case.new_online", Q3, typed);
        assert_eq!(refused(&mut desk, |desk| desk.ledger.keep_figure_value(&one, &on("2026-09-15"))), sentence);
        // One bad value among good ones keeps none of them.
        let many = [draft("lead.meetings", Q3, "3"), one];
        assert_eq!(refused(&mut desk, |desk| desk.ledger.keep_figure_values(&many, &on("2026-09-15"))), sentence);
    }
    let long = draft("case.satisfaction", Q3, &"x".repeat(301));
    assert_eq!(
        refused(&mut desk, |desk| desk.ledger.keep_figure_value(&long, &on("2026-09-15"))),
        "Lời ở “Mức độ hài lòng của người dân, doanh nghiệp” dài quá 300 chữ. Hãy viết gọn lại, phần còn lại ghi trong báo cáo."
    );
    assert_eq!((cell(&desk, Q3, "case.new_online").0.as_str(), cell(&desk, Q3, "case.satisfaction").0.as_str()), ("1.986", "trên 98%"));
    desk.ledger.undo(&on("2026-09-15")).unwrap();
    assert_eq!((cell(&desk, Q3, "case.new_online").0.as_str(), cell(&desk, Q3, "case.satisfaction").0.as_str()), ("1.986", ""));
}

#[test]
fn windows_that_overlap_or_leave_a_gap_are_kept_and_named_with_what_to_do() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let half = ("2025-12-15", "2026-06-14");
    tell(&mut desk, "lead.meetings", Q1, "2");
    tell(&mut desk, "lead.meetings", ("2026-03-01", "2026-06-14"), "3");
    tell(&mut desk, "lead.dialogues", Q1, "1");
    tell(&mut desk, "news.portal", half, "9");
    for (window, figure, said) in [
        (half, "lead.meetings", "Hai kỳ trùng nhau từ 01/03/2026 đến 14/03/2026 nên không cộng được; hãy gõ số của cả kỳ này"),
        (half, "lead.dialogues", "Thiếu số từ 15/03/2026 đến 14/06/2026; hãy gõ số của những ngày đó, hoặc của cả kỳ này"),
        (Q2, "news.portal", "Mới có số của 6 tháng đầu năm 2026, chưa tách riêng kỳ này; hãy gõ số của kỳ này"),
    ] {
        assert_eq!(cell(&desk, window, figure), (String::new(), said.into()));
    }
    // Doing as it says settles it, and what was told of the parts stays.
    tell(&mut desk, "lead.meetings", half, "5");
    assert_eq!((cell(&desk, half, "lead.meetings").0.as_str(), cell(&desk, Q1, "lead.meetings").0.as_str()), ("5", "2"));
    let reversed = FigureDraft { from: Q3.1.into(), to: Q3.0.into(), ..draft("lead.meetings", Q3, "1") };
    assert_eq!(
        refused(&mut desk, |desk| desk.ledger.keep_figure_value(&reversed, &on("2026-09-15"))),
        "Ngày đầu đứng sau ngày cuối. Hãy đổi lại hai ngày."
    );
}

#[test]
fn a_clock_set_back_is_said_at_once_and_loses_nothing() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "lead.meetings", Q3, "3");
    let clock = |desk: &Desk, today: &str| match desk.ledger.start_view(&on(today)).unwrap() {
        StartView::Open { clock, .. } => clock,
        other => panic!("{other:?}"),
    };
    assert_eq!(clock(&desk, "2026-09-15"), None, "later the same day, and on every day after");
    assert_eq!(
        clock(&desk, "2020-01-01").unwrap(),
        "Đồng hồ máy đang là ngày 01/01/2020, trước lần ghi sổ gần nhất (15/09/2026). Sổ vẫn nguyên. Hãy chỉnh lại ngày giờ của máy rồi mở lại chương trình."
    );
    let done = ProgressDraft { tasks: vec![desk.task("1")], state: "done".into(), day: "05/8/2026".into(), ..ProgressDraft::default() };
    assert_eq!(
        refused(&mut desk, |desk| desk.ledger.record_progress(&done, &on("2020-01-01"))),
        "Ngày 05/08/2026 chưa tới, đồng hồ máy đang là ngày 01/01/2020. Hãy ghi ngày việc đã xảy ra, hoặc chỉnh lại đồng hồ máy nếu nó sai."
    );
    // A report that goes up with such a clock is told, too.
    let report =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let id = desk.ledger.new_report(&report, &on("2026-09-15")).unwrap().thing.unwrap();
    let document = desk.ledger.report_document(id).unwrap();
    let sent = desk.ledger.submit_report(id, &document, "", &typeset::pdf(&document).unwrap(), &on("2020-01-01")).unwrap();
    assert!(sent.warnings.iter().any(|warning| warning.starts_with("Đồng hồ máy đang là ngày 01/01/2020")), "{:?}", sent.warnings);
    // What has no day of its own is kept all the same; the log goes on in the order things were done.
    desk.ledger.keep_figure_value(&draft("lead.meetings", Q3, "4"), &on("2020-01-01")).unwrap();
    assert_eq!(row(&desk, Q3, "lead.meetings").now.as_of, Some(day(Q3.1)));
    let mut desk = desk.reopened(&on("2020-01-02")).unwrap();
    assert!(desk.ledger.undo(&on("2020-01-02")).unwrap().summary.starts_with("Trả lại: ghi “"));
    assert_eq!(cell(&desk, Q3, "lead.meetings").0, "3");
    desk.ledger.record_progress(&done, &on("2026-09-16")).unwrap();
}

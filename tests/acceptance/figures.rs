//! Figures: told, refused, explained, taken back; the set edited; what reports take from them.

#[path = "figures/built.rs"]
mod built;
#[path = "figures/refused.rs"]
mod refused;
#[path = "figures/seeds.rs"]
mod seeds;
#[path = "figures/set.rs"]
mod set;
#[path = "figures/tie.rs"]
mod tie;

use ledger::deadline::Span;
use ledger::paper::{Block, FigureChip, FigureFormat, Inline};
use ledger::view::{FigureDraft, FigureNote, FigureRow, FiguresView, NewReport, ReportKind};
use tests::{Desk, day, on};

/// The third quarter, as the Ministry has it.
const Q3: (&str, &str) = ("2026-06-15", "2026-09-14");

fn draft(figure: &str, (from, to): (&str, &str), value: &str) -> FigureDraft {
    FigureDraft {
        figure: figure.into(),
        from: from.into(),
        to: to.into(),
        value: value.into(),
        source: "Hệ thống TTHC".into(),
        ..FigureDraft::default()
    }
}

fn tell(desk: &mut Desk, figure: &str, window: (&str, &str), value: &str) {
    desk.ledger.keep_figure_value(&draft(figure, window, value), &on("2026-09-15")).unwrap();
}

fn view(desk: &Desk, (from, to): (&str, &str)) -> FiguresView {
    desk.ledger.figures_view(Some(Span { first: day(from), last: day(to) }), None, day("2026-09-15")).unwrap()
}

fn row(view: &FiguresView, id: &str) -> FigureRow {
    view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.id == id).unwrap_or_else(|| panic!("no {id}")).clone()
}

fn shown(desk: &Desk, id: &str) -> String {
    row(&view(desk, Q3), id).now.shown
}

fn report(desk: &mut Desk) -> i64 {
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap()
}

fn chip(id: &str, window: Option<(&str, &str)>, format: FigureFormat) -> Inline {
    let window = window.map(|(from, to)| (day(from), day(to)));
    Inline::Figure(FigureChip { id: id.into(), window, format, instead: None, shown: None })
}

#[test]
fn a_value_is_told_changed_taken_out_and_each_can_be_undone() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "lead.meetings", Q3, "3");
    let changed = FigureDraft { source: String::new(), as_of: "10/9/2026".into(), ..draft("lead.meetings", Q3, "1.004") };
    let written = desk.ledger.keep_figure_value(&changed, &on("2026-09-16")).unwrap();
    assert!(written.summary.ends_with("quý III/2026: 1.004"), "{}", written.summary);
    let told = row(&view(&desk, Q3), "lead.meetings").told.unwrap();
    assert_eq!((told.value.as_str(), told.source.as_str(), told.as_of), ("1.004", "Hệ thống TTHC", day("2026-09-10")), "the source stays");
    // The same once more is no change.
    let changes = desk.ledger.log(99).unwrap().len();
    desk.ledger.keep_figure_value(&changed, &on("2026-09-16")).unwrap();
    assert_eq!(desk.ledger.log(99).unwrap().len(), changes);
    tell(&mut desk, "lead.meetings", Q3, " ");
    assert_eq!(shown(&desk, "lead.meetings"), "");
    for value in ["1.004", "3", ""] {
        desk.ledger.undo(&on("2026-09-17")).unwrap();
        assert_eq!(shown(&desk, "lead.meetings"), value);
    }
    for value in ["3", "1.004", ""] {
        desk.ledger.redo(&on("2026-09-17")).unwrap();
        assert_eq!(shown(&desk, "lead.meetings"), value);
    }
}

#[test]
fn several_values_are_one_change_and_stand_or_fall_together() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let good = [draft("lead.meetings", Q3, "3"), draft("lead.dialogues", Q3, "1"), draft("lead.meetings", Q3, "4")];
    let written = desk.ledger.keep_figure_values(&good, &on("2026-09-16")).unwrap();
    assert_eq!(written.summary, "Ghi “Cuộc đối thoại với người dân, doanh nghiệp” quý III/2026: 1 và 1 số khác");
    assert_eq!((shown(&desk, "lead.meetings"), shown(&desk, "lead.dialogues")), ("4".into(), "1".into()), "the later of two counts");
    let bad = [draft("lead.meetings", Q3, "9"), draft("lead.dialogues", Q3, "một")];
    desk.ledger.keep_figure_values(&bad, &on("2026-09-16")).unwrap_err();
    assert_eq!(shown(&desk, "lead.meetings"), "4");
    desk.ledger.undo(&on("2026-09-17")).unwrap();
    assert_eq!((shown(&desk, "lead.meetings"), shown(&desk, "lead.dialogues")), (String::new(), String::new()));
}

#[test]
fn a_doubt_is_explained_and_no_longer_counts_as_open() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    for (figure, value) in [("case.received", "2.182"), ("case.resolved", "2.143"), ("case.open", "26")] {
        tell(&mut desk, figure, Q3, value);
    }
    let note = |words: &str| FigureNote { about: "received-in-out".into(), from: Q3.0.into(), to: Q3.1.into(), words: words.into() };
    let field = |desk: &Desk| view(desk, Q3).groups[2].doubts;
    assert_eq!((view(&desk, Q3).doubts[0].left.as_str(), field(&desk)), ("13", 1));
    desk.ledger.explain_figures(&note("13 hồ sơ dân rút trên hệ thống cũ"), &on("2026-09-16")).unwrap();
    assert_eq!((view(&desk, Q3).doubts[0].note.as_str(), field(&desk)), ("13 hồ sơ dân rút trên hệ thống cũ", 0));
    desk.ledger.explain_figures(&note("Hệ thống chưa đồng bộ"), &on("2026-09-16")).unwrap();
    desk.ledger.undo(&on("2026-09-16")).unwrap();
    assert_eq!(view(&desk, Q3).doubts[0].note, "13 hồ sơ dân rút trên hệ thống cũ");
    desk.ledger.explain_figures(&note(""), &on("2026-09-16")).unwrap();
    assert_eq!(field(&desk), 1);
}

#[test]
fn chips_follow_the_figures_each_of_its_own_window() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let report = report(&mut desk);
    let text = vec![
        chip("case.new_online", None, FigureFormat::Plain),
        Inline::words("; "),
        chip("case.new_online", Some(("2025-06-15", "2025-09-14")), FigureFormat::Plain),
        Inline::words("; "),
        chip("case.online_rate", None, FigureFormat::Percent1),
        Inline::words("; "),
        chip("money.invest_paid", None, FigureFormat::Million),
        Inline::words("; "),
        chip("lead.meetings", None, FigureFormat::Sentence),
    ];
    desk.ledger.keep_section(report, "I.1", vec![Block::Para { id: "a".into(), text }], &on("2026-09-10")).unwrap();
    let said = |desk: &Desk| {
        desk.ledger.report_document(report).unwrap().body.iter().map(Block::plain).find(|words| words.matches("; ").count() == 4).unwrap()
    };
    assert_eq!(said(&desk), "…; …; …; …; …", "what is not known is loud");
    for (figure, value) in [("case.new_online", "1.986"), ("case.new_direct", "283"), ("money.invest_paid", "10,529 tỷ đồng"), ("lead.meetings", "4")]
    {
        tell(&mut desk, figure, Q3, value);
    }
    tell(&mut desk, "case.new_online", ("2025-06-15", "2025-09-14"), "1.043");
    assert_eq!(said(&desk), "1.986; 1.043; 87,5%; 10.529 triệu đồng; 04");
    tell(&mut desk, "case.new_direct", Q3, "0");
    assert_eq!(said(&desk), "1.986; 1.043; 100%; 10.529 triệu đồng; 04");
}

#[test]
fn what_the_ledger_counts_comes_from_it() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý IV")]);
    desk.note("1", "done", "2026-02-01");
    // A year the ledger knows nothing of can be told.
    let before = ("2025-06-15", "2025-09-14");
    tell(&mut desk, "plan.total", before, "31");
    tell(&mut desk, "plan.done", before, "14");
    let sheet = view(&desk, Q3);
    let cells = |id: &str| {
        let row = row(&sheet, id);
        (row.typed, row.now.shown, row.year_ago.shown, row.now.source)
    };
    assert_eq!(cells("plan.total"), (false, "3".into(), "31".into(), "Sổ tự đếm".into()));
    assert_eq!(cells("plan.done_percent"), (false, "33,33".into(), "45,16".into(), "1 / 3".into()));
    assert_eq!(row(&sheet, "plan.done_percent").since_year.unwrap().shown, "−11,83 điểm");
    assert_eq!(cells("lead.documents"), (true, String::new(), String::new(), String::new()), "an empty register counts nothing");
}

#[test]
fn a_register_that_lacks_documents_stands_beside_what_was_told_and_a_fuller_one_before_it() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "lead.documents", Q3, "2");
    let document = |kind: &str, number: &str, issuer: &str| ledger::view::DocumentForm {
        kind: kind.into(),
        number: number.into(),
        day: "2026-07-31".into(),
        issuer: issuer.into(),
        subject: "cải cách hành chính".into(),
        ..ledger::view::DocumentForm::default()
    };
    // What others wrote, and a report of one's own, say nothing of what was issued.
    for (kind, number, issuer) in [("Công văn", "1810/SNV-CCHC", "Sở Nội vụ"), ("Báo cáo", "12/BC-UBND", "UBND xã Lam Khê")] {
        desk.ledger.keep_document(&document(kind, number, issuer), &on("2026-09-15")).unwrap();
    }
    let shown = |desk: &Desk| {
        let sheet = view(desk, Q3);
        let doubt = sheet.doubts.first().map(|doubt| (doubt.left.clone(), doubt.words.contains("Báo cáo lấy số đã gõ")));
        (row(&sheet, "lead.documents").now.shown, doubt)
    };
    assert_eq!(shown(&desk), ("2".into(), None));
    let mut keep = |number: &str| {
        desk.ledger.keep_document(&document("Kế hoạch", number, "UBND xã Lam Khê"), &on("2026-09-15")).unwrap();
        shown(&desk)
    };
    assert_eq!(keep("09/KH-UBND"), ("2".into(), Some(("1".into(), true))), "one of two is registered");
    assert_eq!(keep("10/KH-UBND"), ("2".into(), None));
    assert_eq!(keep("11/KH-UBND"), ("3".into(), Some(("−1".into(), false))), "there are more than were told");
}

#[test]
fn what_was_copied_is_looked_at_by_name_or_down_a_column() {
    let desk = Desk::with_plan(&[("1", "Quý III")]);
    let span = Span { first: day(Q3.0), last: day(Q3.1) };
    let read = |text: &str, from: &str| {
        let draft = desk.ledger.paste_figures(text, from, span).unwrap();
        draft.rows.into_iter().map(|row| format!("{} {} {}", row.figure, row.read, row.take)).collect::<Vec<_>>()
    };
    let names = "Cuộc đối thoại với người dân, doanh nghiệp\tcuộc\t1\nHồ sơ thanh toán trực tuyến\thồ sơ\t1.318\nMưa\tmm\t9";
    assert_eq!(read(names, ""), ["lead.dialogues 1 true", "case.paid_online 1.318 true", "  false"]);
    // What is no number is told as it stands, never the unit beside it.
    let draft = desk.ledger.paste_figures("Hồ sơ có phí, lệ phí\thồ sơ\tmột nghìn\nMưa\tmm\t9", "", span).unwrap();
    assert_eq!(draft.rows.iter().map(|row| row.value.as_str()).collect::<Vec<_>>(), ["một nghìn", "9"]);
    // The total between them takes its line, as it would in Excel; an empty cell leaves what is there.
    let column = "1.986\r\n283\r\n2.269\r\n\r\n1.742\r\n";
    assert_eq!(
        read(column, "case.new_online"),
        ["case.new_online 1.986 true", "case.new_direct 283 true", "case.new 2.269 true", "case.early 1.742 true"]
    );
    let error = desk.ledger.paste_figures("xin chào", "", span).unwrap_err();
    assert_eq!(error.code(), "no-figures");
}

#[test]
fn a_unit_fills_in_its_own_workbook() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let unit = ledger::view::UnitForm { id: None, name: "Phòng Kinh tế".into(), aliases: Vec::new(), from: String::new(), to: String::new() };
    let unit = desk.ledger.keep_unit(&unit, &on("2026-09-01")).unwrap().thing.unwrap();
    let share = FigureDraft { unit: Some(unit), ..draft("news.portal", Q3, "12") };
    desk.ledger.keep_figure_value(&share, &on("2026-09-05")).unwrap();
    let q4 = Span { first: day("2026-09-15"), last: day("2026-12-14") };
    let bytes = desk.ledger.figures_workbook(q4, q4.last, Some(unit)).unwrap();
    let empty = desk.ledger.read_figures("phieu.xlsx", &bytes, None).unwrap();
    assert!(empty.rows.is_empty() && empty.unit == Some(unit), "{empty:?}");
    let q3 = Span { first: day(Q3.0), last: day(Q3.1) };
    let bytes = desk.ledger.figures_workbook(q3, q3.last, Some(unit)).unwrap();
    let mut back = desk.ledger.read_figures("phieu.xlsx", &bytes, None).unwrap();
    assert_eq!((back.rows.len(), back.rows[0].now.as_str(), back.rows[0].take), (1, "12", false));
    (back.rows[0].value, back.rows[0].take) = ("15".into(), true);
    desk.ledger.keep_figures_draft(&back, &on("2026-09-15")).unwrap();
    let row = row(&view(&desk, Q3), "news.portal");
    assert_eq!((row.now.shown.as_str(), row.now.source.as_str()), ("15", "Cộng từ 01 đơn vị"));
    assert_eq!((row.shares[0].name.as_str(), row.shares[0].cell.shown.as_str()), ("Phòng Kinh tế", "15"));
}

#[test]
fn a_unit_finds_the_figures_asked_of_it_beside_its_tasks() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let lead = desk.ledger.unit_answers(day("2026-09-10")).unwrap().remove(0).unit;
    let alone = desk.ledger.unit_workbooks(day("2026-09-10")).unwrap().remove(0).bytes;
    assert_eq!(desk.ledger.read_figures("phieu.xlsx", &alone, None).unwrap_err().code(), "no-figures");
    let unit = ledger::view::UnitForm { id: None, name: lead, aliases: Vec::new(), from: String::new(), to: String::new() };
    let unit = desk.ledger.keep_unit(&unit, &on("2026-09-01")).unwrap().thing.unwrap();
    let share = FigureDraft { unit: Some(unit), ..draft("news.portal", Q3, "12") };
    desk.ledger.keep_figure_value(&share, &on("2026-09-05")).unwrap();
    let both = desk.ledger.unit_workbooks(day("2026-09-10")).unwrap().remove(0).bytes;
    let figures = desk.ledger.read_figures("phieu.xlsx", &both, None).unwrap();
    assert_eq!((figures.unit, figures.window.as_str(), figures.rows[0].now.as_str()), (Some(unit), "quý III/2026", "12"));
    let path = desk.folder().join("phieu.xlsx");
    std::fs::write(&path, &both).unwrap();
    assert_eq!(desk.ledger.read_answers(&path, day("2026-09-10")).unwrap().rows.len(), 1, "the tasks are read from the other sheet");
}

#[test]
fn the_sheet_opens_on_the_report_in_hand() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let opened = |desk: &Desk| desk.ledger.figures_view(None, None, day("2026-11-20")).unwrap().window.name;
    let as_of =
        |desk: &Desk, today: &str| desk.ledger.figures_view(Some(Span { first: day(Q3.0), last: day(Q3.1) }), None, day(today)).unwrap().as_of;
    assert_eq!(opened(&desk), "năm 2026");
    assert_eq!(as_of(&desk, "2026-08-01"), day("2026-08-01"), "nothing is counted on a day that is yet to come");
    assert_eq!(as_of(&desk, "2026-11-20"), day(Q3.1));
    let id = report(&mut desk);
    assert_eq!(opened(&desk), "quý III/2026");
    let head = ledger::view::ReportHead { as_of: "10/9/2026".into(), ..desk.ledger.report_view(id).unwrap().head };
    desk.ledger.keep_report_head(id, &head, &on("2026-09-11")).unwrap();
    assert_eq!(as_of(&desk, "2026-11-20"), day("2026-09-10"), "as the report of that window says");
}

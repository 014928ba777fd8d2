//! Trình with open points, the register after issue, the report's own task, replacement and correction.

#[path = "after_issue/own_task.rs"]
mod own_task;

use ledger::paper::{Block, FigureChip, FigureFormat, Inline};
use ledger::typeset::{self, FACE};
use ledger::view::{Correction, DoneProposal, FigureDraft, FigureNote, IssueDraft, NewReport, ProgressDraft, ReportKind, ReportState, TaskDraft};
use tests::{Desk, day, on};

/// A draft of the third quarter; row 9 of the plan asks for the reports themselves.
fn desk_with_report() -> (Desk, i64) {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý IV"), ("9", "Quý III")]);
    let words = TaskDraft {
        tt: "9".into(),
        content: "Báo cáo định kỳ công tác cải cách hành chính".into(),
        lead: "Phòng Văn hóa - Xã hội".into(),
        deadline_text: "Quý III".into(),
        product: "Báo cáo của UBND xã".into(),
        ..TaskDraft::default()
    };
    desk.ledger.edit_task(desk.task("9"), &words, &on("2026-01-06")).unwrap();
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let id = desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
    (desk, id)
}

fn chip(id: &str) -> Inline {
    Inline::Figure(FigureChip { id: id.into(), window: None, format: FigureFormat::Plain, instead: None, shown: None })
}

fn write(desk: &mut Desk, report: i64, section: &str, text: Vec<Inline>) {
    desk.ledger.keep_section(report, section, vec![Block::Para { id: "p".into(), text }], &on("2026-09-11")).unwrap();
}

fn tell(desk: &mut Desk, figure: &str, value: &str, as_of: &str) {
    let draft = FigureDraft {
        figure: figure.into(),
        from: "2026-06-15".into(),
        to: "2026-09-14".into(),
        value: value.into(),
        as_of: as_of.into(),
        source: "Phần mềm một cửa".into(),
        ..FigureDraft::default()
    };
    desk.ledger.keep_figure_value(&draft, &on("2026-09-12")).unwrap();
}

fn submit(desk: &mut Desk, report: i64, reason: &str) -> String {
    let document = desk.ledger.report_document(report).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    desk.ledger.submit_report_with(report, &document, FACE, &pdf, reason, &on("2026-09-15")).unwrap().summary
}

fn issue(desk: &mut Desk, report: i64, number: &str, day: &str) {
    desk.ledger.issue_report(report, &IssueDraft { number: number.into(), day: day.into(), signed: None }, &on("2026-09-20")).unwrap();
}

fn sentences(desk: &Desk, report: i64) -> Vec<String> {
    desk.ledger.open_points(report).unwrap().into_iter().map(|point| point.sentence).collect()
}

#[test]
fn figures_without_a_value_that_break_a_law_or_are_older_are_open_points() {
    let (mut desk, report) = desk_with_report();
    write(&mut desk, report, "II.2", vec![Inline::words("Tiếp nhận "), chip("case.received"), Inline::words(", giải quyết "), chip("case.resolved")]);
    let open = sentences(&desk, report);
    assert!(open.iter().any(|one| one.contains("có 2 số liệu chưa có giá trị: “")), "{open:?}");
    for (figure, value) in [
        ("case.carried", "0"),
        ("case.new_online", "60"),
        ("case.new_direct", "40"),
        ("case.early", "0"),
        ("case.on_time", "90"),
        ("case.late", "0"),
        ("case.refused", "0"),
        ("case.withdrawn", "0"),
        ("case.within", "3"),
        ("case.beyond", "0"),
        ("case.supplement", "0"),
    ] {
        tell(&mut desk, figure, value, "2026-09-14");
    }
    let open = desk.ledger.open_points(report).unwrap();
    let law = open.iter().find(|one| one.sentence.starts_with("Số chưa khớp, lệch 7")).unwrap_or_else(|| panic!("{open:?}"));
    assert_eq!((law.section.as_str(), law.figure.is_some()), ("II.2", true));
    assert!(law.sentence.contains("100") && law.sentence.contains("90"), "{}", law.sentence);
    // Explained it is no longer open.
    let note = FigureNote {
        about: "received-in-out".into(), from: "2026-06-15".into(), to: "2026-09-14".into(), words: "Phần mềm đếm trùng".into()
    };
    desk.ledger.explain_figures(&note, &on("2026-09-12")).unwrap();
    assert!(!sentences(&desk, report).iter().any(|one| one.starts_with("Số chưa khớp")));
    tell(&mut desk, "case.new_online", "60", "2026-09-01");
    let open = sentences(&desk, report);
    let older: Vec<&String> = open.iter().filter(|one| one.contains("01/09/2026") && one.contains("14/09/2026")).collect();
    assert_eq!(older.len(), 1, "figures of one earlier day are one thing to look at: {open:?}");
}

#[test]
fn dots_left_in_the_text_are_open_and_an_ending_in_dots_is_not() {
    let (mut desk, report) = desk_with_report();
    let asks = |desk: &Desk| sentences(desk, report).iter().any(|one| one.contains("còn chỗ để trống"));
    write(&mut desk, report, "II.2", vec![Inline::words("Tổ chức … buổi tuyên truyền")]);
    assert!(asks(&desk));
    write(&mut desk, report, "II.2", vec![Inline::words("Tuyên truyền bằng loa, pa nô, v.v… đến từng thôn...")]);
    assert!(!asks(&desk));
}

#[test]
fn a_report_goes_up_with_open_points_and_the_reason_is_kept() {
    let (mut desk, report) = desk_with_report();
    assert!(!sentences(&desk, report).is_empty());
    let told = submit(&mut desk, report, " Lãnh đạo đã xem ");
    assert!(told.contains("chỗ để ngỏ, lý do: Lãnh đạo đã xem"), "{told}");
    let history = desk.ledger.report_view(report).unwrap().history;
    assert!(history[0].contains("lý do: Lãnh đạo đã xem"), "{history:?}");
    desk.ledger.withdraw_report(report, &on("2026-09-16")).unwrap();
    assert_eq!(desk.ledger.report_view(report).unwrap().row.state, ReportState::Draft);
}

#[test]
fn an_issued_report_stands_in_the_register_once_and_its_task_is_proposed() {
    let (mut desk, report) = desk_with_report();
    submit(&mut desk, report, "xong");
    // Without a number there is nothing to register.
    issue(&mut desk, report, "", "18/9/2026");
    assert!(desk.ledger.register_view(day("2026-09-20")).unwrap().documents.is_empty());
    issue(&mut desk, report, "31", "");
    let documents = desk.ledger.register_view(day("2026-09-20")).unwrap().documents;
    assert_eq!(documents.len(), 1);
    assert_eq!((documents[0].kind.as_str(), documents[0].number.as_str()), ("Báo cáo", "31/BC-UBND"));
    assert_eq!(documents[0].day, Some(day("2026-09-18")));
    let own = desk.ledger.report_view(report).unwrap().own_tasks;
    assert_eq!(own.iter().map(|one| one.tt.as_str()).collect::<Vec<_>>(), ["9"], "{own:?}");
    assert_eq!(own[0].document, documents[0].id);
    // A corrected number corrects the entry.
    issue(&mut desk, report, "32", "");
    let documents = desk.ledger.register_view(day("2026-09-20")).unwrap().documents;
    assert_eq!(documents.iter().map(|one| one.number.as_str()).collect::<Vec<_>>(), ["32/BC-UBND"]);
    // One undo takes both back.
    desk.ledger.undo(&on("2026-09-21")).unwrap();
    assert_eq!(desk.ledger.register_view(day("2026-09-21")).unwrap().documents[0].number, "31/BC-UBND");
}

#[test]
fn an_entry_that_stands_in_the_register_already_is_not_made_again() {
    let (mut desk, report) = desk_with_report();
    let form = ledger::view::DocumentForm {
        kind: "Báo cáo".into(),
        number: "31/BC-UBND".into(),
        day: "18/9/2026".into(),
        issuer: "UBND xã Lam Khê".into(),
        subject: "Cải cách hành chính".into(),
        ..Default::default()
    };
    desk.ledger.keep_document(&form, &on("2026-09-19")).unwrap();
    issue(&mut desk, report, "31", "18/9/2026");
    let documents = desk.ledger.register_view(day("2026-09-20")).unwrap().documents;
    assert_eq!(documents.iter().map(|one| one.subject.as_str()).collect::<Vec<_>>(), ["Cải cách hành chính"]);
}

#[test]
fn a_replacement_is_a_draft_that_names_what_it_replaces() {
    let (mut desk, report) = desk_with_report();
    assert_eq!(desk.ledger.replace_report(report, &on("2026-09-16")).unwrap_err().code(), "not-issued");
    submit(&mut desk, report, "xong");
    issue(&mut desk, report, "", "18/9/2026");
    assert_eq!(desk.ledger.replace_report(report, &on("2026-09-20")).unwrap_err().code(), "number-unknown");
    issue(&mut desk, report, "31", "");
    let before = desk.ledger.report_document(report).unwrap();
    let new = desk.ledger.replace_report(report, &on("2026-09-21")).unwrap().thing.unwrap();
    let document = desk.ledger.report_document(new).unwrap();
    assert_eq!(document.bracket.as_deref(), Some("(Thay thế Báo cáo số 31/BC-UBND ngày 18/9/2026 của UBND xã Lam Khê)"));
    assert_eq!(document.body, before.body, "the text is the same");
    assert_eq!(document.letterhead.number.as_ref().and_then(|number| number.number.clone()), None);
    assert_eq!(desk.ledger.report_document(report).unwrap(), before, "what was issued stays");
    let since = |desk: &Desk| desk.ledger.report_view(report).unwrap().row.since;
    assert_eq!(since(&desk), ["Đang soạn báo cáo thay thế."]);
    submit(&mut desk, new, "xong");
    assert_eq!(since(&desk), ["Đã trình báo cáo thay thế."]);
    issue(&mut desk, new, "45", "");
    assert_eq!(since(&desk), ["Đã phát hành báo cáo thay thế, chưa ghi đủ số, ngày."]);
    let issued = desk.ledger.withdraw_report(new, &on("2026-09-24")).unwrap_err();
    assert_eq!(issued.code(), "issued", "it can't be withdrawn, and is not told to be sent up first");
    let again = desk.ledger.keep_section(new, "I.1", Vec::new(), &on("2026-09-24")).unwrap_err();
    assert_eq!(again.code(), "issued");
    desk.ledger.issue_report(new, &IssueDraft { number: "45".into(), day: "22/9/2026".into(), signed: None }, &on("2026-09-25")).unwrap();
    assert_eq!(since(&desk), ["Đã được thay thế bằng Báo cáo số 45/BC-UBND ngày 22/9/2026."]);
    // The next report begins from a report, and is about none.
    let next = NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let next = desk.ledger.new_report_from_last(&next, new, &on("2026-11-20")).unwrap().thing.unwrap();
    assert_eq!(since(&desk).len(), 1);
    assert!(desk.ledger.report_view(next).unwrap().row.since.is_empty());
}

#[test]
fn a_replacement_is_told_from_what_it_replaces_and_is_not_saved_over_it() {
    let (mut desk, report) = desk_with_report();
    submit(&mut desk, report, "xong");
    issue(&mut desk, report, "236", "18/9/2026");
    let new = desk.ledger.replace_report(report, &on("2026-09-21")).unwrap().thing.unwrap();
    let rows = desk.ledger.report_list(day("2026-09-21")).unwrap().reports;
    let title = |id: i64| rows.iter().find(|row| row.id == id).unwrap().title.clone();
    assert_eq!(title(report), "Báo cáo quý III năm 2026");
    assert_eq!(title(new), "Báo cáo quý III năm 2026, thay thế Báo cáo số 236/BC-UBND");
    assert_eq!(desk.ledger.report_file_name(report).unwrap(), "BC_CCHC_QuyIII_2026");
    assert_eq!(desk.ledger.report_file_name(new).unwrap(), "BC_CCHC_QuyIII_2026_ThayThe");
    // A replacement may be replaced.
    submit(&mut desk, new, "xong");
    issue(&mut desk, new, "245", "19/9/2026");
    let third = desk.ledger.replace_report(new, &on("2026-09-22")).unwrap().thing.unwrap();
    assert_eq!(desk.ledger.report_file_name(third).unwrap(), "BC_CCHC_QuyIII_2026_ThayThe2");
    // A letter is no report.
    let letter = desk.ledger.correct_report(report, &[], &on("2026-09-21")).unwrap().thing.unwrap();
    let rows = desk.ledger.report_list(day("2026-09-21")).unwrap().reports;
    let paper = |id: i64| rows.iter().find(|row| row.id == id).unwrap().paper.as_str();
    assert_eq!((paper(letter), paper(new)), ("Công văn", ""));
}

#[test]
fn an_as_of_day_that_is_ahead_or_outside_its_window_is_told_with_what_to_do() {
    let (mut desk, report) = desk_with_report();
    let ahead = |desk: &Desk, today: &str| {
        desk.ledger.open_points_on(report, day(today)).unwrap().into_iter().filter(|point| point.sentence.contains("ngày chưa tới")).count()
    };
    assert_eq!((ahead(&desk, "2026-09-13"), ahead(&desk, "2026-09-14")), (1, 0));
    let told = desk.ledger.report_view_on(report, day("2026-09-13")).unwrap().open.remove(0).sentence;
    assert!(told.starts_with("Báo cáo tính đến ngày 14/09/2026, ngày chưa tới: sổ mới có số đến hôm nay, 13/09/2026. Hãy sửa ô"), "{told}");
    // It goes up with a reason, which is kept beside the point.
    let document = desk.ledger.report_document(report).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    let summary = desk.ledger.submit_report_with(report, &document, FACE, &pdf, "gửi trước", &on("2026-09-12")).unwrap().summary;
    assert!(summary.contains("lý do: gửi trước"), "{summary}");
    for (as_of, words) in [("2026-05-01", "ở trước kỳ số liệu (15/06/2026 đến 14/09/2026)"), ("2027-05-01", "ở sau kỳ số liệu"), ("2026-09-30", "")]
    {
        let draft = NewReport {
            kind: ReportKind::Quarterly,
            period: "2026-Q3".into(),
            from: None,
            to: None,
            as_of: Some(as_of.into()),
            appendix: false,
            statistics: false,
        };
        let written = desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap();
        let open: String = sentences(&desk, written.thing.unwrap()).join(" ");
        assert_eq!(written.warnings.len(), usize::from(!words.is_empty()), "{as_of}");
        assert!(written.warnings.iter().all(|one| one.contains(words) && one.contains("Hãy sửa") && open.contains(one.as_str())), "{written:?}");
    }
}

#[test]
fn a_correcting_letter_says_what_is_wrong_and_what_is_right() {
    let (mut desk, report) = desk_with_report();
    submit(&mut desk, report, "xong");
    issue(&mut desk, report, "31", "18/9/2026");
    let rows = [Correction { place: "điểm 2, mục II".into(), was: "55,77%".into(), is: "55,78%".into() }];
    let letter = desk.ledger.correct_report(report, &rows, &on("2026-09-21")).unwrap().thing.unwrap();
    let document = desk.ledger.report_document(letter).unwrap();
    assert_eq!(document.letterhead.about.as_deref(), Some("đính chính Báo cáo số 31/BC-UBND ngày 18/9/2026"));
    assert_eq!((document.name.as_str(), document.subject.as_str()), ("", ""));
    let text: Vec<String> = document.body.iter().map(Block::plain).collect();
    assert!(text.iter().any(|line| line.contains("Tại điểm 2, mục II: đã ghi “55,77%”; nay sửa thành “55,78%”.")), "{text:?}");
    assert!(text.last().unwrap().ends_with("./."));
    let view = desk.ledger.report_view(letter).unwrap();
    assert_eq!(view.row.title, "Công văn đính chính Báo cáo số 31/BC-UBND ngày 18/9/2026");
    assert_eq!(desk.ledger.report_file_name(letter).unwrap(), "CV_DinhChinhBaoCaoSo_31_BC_UBND_Ngay_18_9_2026");
    assert!(sentences(&desk, letter).is_empty(), "{:?}", sentences(&desk, letter));
    // Its head can be kept as it is shown.
    let head = view.head.clone();
    desk.ledger.keep_report_head(letter, &head, &on("2026-09-21")).unwrap();
    assert_eq!(desk.ledger.report_document(letter).unwrap().letterhead.about.as_deref(), Some(head.subject.as_str()));
    submit(&mut desk, letter, "");
    desk.ledger.issue_report(letter, &IssueDraft { number: "120".into(), day: "22/9/2026".into(), signed: None }, &on("2026-09-25")).unwrap();
    assert_eq!(desk.ledger.report_view(report).unwrap().row.since, ["Đã đính chính bằng Công văn số 120/UBND-VHXH ngày 22/9/2026."]);
    let kinds: Vec<String> = desk.ledger.register_view(day("2026-09-25")).unwrap().documents.into_iter().map(|one| one.kind).collect();
    assert!(kinds.contains(&"Công văn".to_owned()), "{kinds:?}");
    // Without lines there is room to fill in, and it is asked for.
    let blank = desk.ledger.correct_report(report, &[], &on("2026-09-26")).unwrap().thing.unwrap();
    assert!(sentences(&desk, blank).iter().any(|one| one.contains("để trống")), "{:?}", sentences(&desk, blank));
}

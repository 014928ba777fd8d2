//! A workbook for each unit goes out, is filled in, and comes back with a preview.

use ledger::view::{AnswersDraft, FigureUnits, TaskDraft, UnitForm};
use rust_xlsxwriter::{Workbook, Worksheet};
use std::path::PathBuf;
use tests::{Desk, day, on};

/// The mark of a task, as the workbook bears it.
fn mark(desk: &Desk, tt: &str) -> String {
    format!("N{}", desk.task(tt))
}

/// A workbook as a phone's Excel saves it: the table filled in, without colours and lists.
fn filled(desk: &Desk, rows: &[[&str; 5]]) -> PathBuf {
    let mut book = Workbook::new();
    answers_page(book.add_worksheet(), desk, rows);
    let path = desk.folder().join("phiếu trả lời.xlsx");
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    path
}

fn answers_page(page: &mut Worksheet, desk: &Desk, rows: &[[&str; 5]]) {
    page.write(0, 0, "PHIẾU BÁO KẾT QUẢ NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH").unwrap();
    page.write(1, 0, "Đơn vị: Phòng Văn hóa - Xã hội; lập ngày 01/04/2026").unwrap();
    let heads = [
        "TT",
        "Nhiệm vụ",
        "Sản phẩm",
        "Hạn",
        "Đang ghi trong sổ",
        "Kết quả (chọn)",
        "Ngày",
        "Văn bản (loại, số, ngày)",
        "Ghi chú, lý do",
        "Mã (không sửa)",
    ];
    for (column, head) in (0..).zip(heads) {
        page.write(3, column, head).unwrap();
    }
    for (row, [tt, state, when, document, note]) in (4..).zip(rows) {
        let marked = mark(desk, tt);
        let content = format!("Nhiệm vụ số {tt}");
        for (column, words) in [(0, *tt), (1, content.as_str()), (5, *state), (6, *when), (7, *document), (8, *note), (9, marked.as_str())] {
            page.write(row, column, words).unwrap();
        }
    }
}

fn taken(draft: &AnswersDraft) -> Vec<(String, bool, String)> {
    let codes = |row: &ledger::view::AnswerRow| row.warnings.iter().map(|note| note.code.clone()).collect::<Vec<_>>().join(",");
    draft.rows.iter().map(|row| (row.tt.clone(), row.take, codes(row))).collect()
}

#[test]
fn each_unit_gets_its_own_tasks_and_the_file_reads_as_it_was_sent() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III")]);
    let task = desk.task("3");
    let words = TaskDraft {
        tt: "3".into(),
        content: "=HYPERLINK(\"x\")\nvà dòng sau".into(),
        lead: "Công an xã".into(),
        deadline_text: "Quý III".into(),
        ..TaskDraft::default()
    };
    desk.ledger.edit_task(task, &words, &on("2026-01-06")).unwrap();
    let files = desk.ledger.unit_workbooks(day("2026-04-01")).unwrap();
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["Phieu_CongAnXa.xlsx", "Phieu_PhongVanHoaXaHoi.xlsx"]);
    assert_eq!(files, desk.ledger.unit_workbooks(day("2026-04-01")).unwrap(), "the same bytes each time");
    for (file, tts) in files.iter().zip([vec!["3"], vec!["1", "2"]]) {
        let path = desk.folder().join(&file.name);
        std::fs::write(&path, &file.bytes).unwrap();
        let draft = desk.ledger.read_answers(&path, day("2026-04-02")).unwrap();
        assert_eq!((draft.unit.as_str(), draft.asked), (file.unit.as_str(), Some(day("2026-04-01"))));
        assert_eq!(draft.rows.iter().map(|row| row.tt.as_str()).collect::<Vec<_>>(), tts);
        assert!(draft.rows.iter().all(|row| !row.take && row.state.is_none()), "nothing is filled in yet");
        assert!(draft.rows.iter().all(|row| row.warnings.is_empty()), "words come back as they went: {:?}", draft.rows);
        assert_eq!(desk.ledger.keep_answers(&draft, &on("2026-04-02")).expect_err("nothing to note").code(), "nothing-answered");
    }
}

#[test]
fn assigned_tasks_of_an_untouched_workbook_are_those_of_the_ledger() {
    let mut desk = Desk::empty();
    desk.ledger.fill_sample(&on("2026-11-20")).unwrap();
    let mut assigned = 0;
    for file in desk.ledger.unit_workbooks(day("2026-11-20")).unwrap() {
        let path = desk.folder().join(&file.name);
        std::fs::write(&path, &file.bytes).unwrap();
        let draft = desk.ledger.read_answers(&path, day("2026-11-21")).unwrap();
        assigned += draft.rows.iter().filter(|row| row.assigned).count();
        let doubted: Vec<_> = draft.rows.iter().filter(|row| !row.warnings.is_empty()).collect();
        assert!(doubted.is_empty(), "{}: {doubted:?}", file.name);
    }
    assert!(assigned > 2, "the sample gives units tasks of their own");
}

/// A unit of the office, asked for a figure.
fn asked_for_figures(desk: &mut Desk, name: &str, figure: &str) -> i64 {
    let form = UnitForm { id: None, name: name.into(), aliases: Vec::new(), from: String::new(), to: String::new() };
    let unit = desk.ledger.keep_unit(&form, &on("2026-09-01")).unwrap().thing.unwrap();
    desk.ledger.ask_figure_units(&FigureUnits { figure: figure.into(), units: vec![unit] }, &on("2026-09-01")).unwrap();
    unit
}

/// The sheet of figures of a unit, filled in.
fn figures_page(book: &mut Workbook, unit: &str, figure: &str, value: f64) {
    let page = book.add_worksheet().set_name("Số liệu").unwrap();
    page.write(0, 0, "SỐ LIỆU CẢI CÁCH HÀNH CHÍNH QUÝ III/2026").unwrap();
    page.write(1, 0, "Từ ngày 15/06/2026 đến ngày 14/09/2026; tính đến ngày 10/09/2026").unwrap();
    page.write(2, 0, format!("Đơn vị: {unit}")).unwrap();
    for (column, head) in (0..).zip(["Chỉ tiêu", "Kỳ này", "Ước (x)", "Nguồn số liệu", "Mã (không sửa)"]) {
        page.write(4, column, head).unwrap();
    }
    page.write(5, 0, figure).unwrap();
    page.write(5, 1, value).unwrap();
    page.write(5, 4, figure).unwrap();
}

#[test]
fn a_unit_that_leads_no_task_gets_a_workbook_for_its_figures() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let unit = asked_for_figures(&mut desk, "Công an xã", "citizens.sessions");
    let files = desk.ledger.unit_workbooks(day("2026-09-10")).unwrap();
    assert_eq!(files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>(), ["Phieu_CongAnXa.xlsx", "Phieu_PhongVanHoaXaHoi.xlsx"]);
    let row = |desk: &Desk| desk.ledger.unit_answers(day("2026-09-10")).unwrap().remove(0);
    assert_eq!((row(&desk).unit.as_str(), row(&desk).open, row(&desk).figures, row(&desk).told), ("Công an xã", 0, 1, 0));
    // Untouched, it says nothing; it is known all the same.
    let path = desk.folder().join(&files[0].name);
    std::fs::write(&path, &files[0].bytes).unwrap();
    let empty = desk.ledger.read_answers(&path, day("2026-09-11")).unwrap();
    assert_eq!((empty.unit.as_str(), empty.rows.len(), empty.figures.map(|figures| figures.rows.len())), ("Công an xã", 0, Some(0)));
    // Filled in, its figures come back by the same door.
    let mut book = Workbook::new();
    figures_page(&mut book, "Công an xã", "citizens.sessions", 12.0);
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    let figures = desk.ledger.read_answers(&path, day("2026-09-11")).unwrap().figures.unwrap();
    assert_eq!((figures.unit, figures.rows[0].read.as_str(), figures.rows[0].take), (Some(unit), "12", true));
    desk.ledger.keep_figures_draft(&figures, &on("2026-09-11")).unwrap();
    assert_eq!((row(&desk).figures, row(&desk).told), (1, 1));
    let again = desk.ledger.read_answers(&path, day("2026-09-12")).unwrap().figures.unwrap();
    assert!(again.rows.iter().all(|row| !row.take), "once is enough");
    // Of a unit that the office does not know, it says so.
    let mut book = Workbook::new();
    figures_page(&mut book, "Phòng Lạ", "citizens.sessions", 12.0);
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(desk.ledger.read_answers(&path, day("2026-09-12")).unwrap_err().code(), "unknown-unit");
}

#[test]
fn figures_beside_the_tasks_of_an_answer_are_read_with_them() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let lead = desk.ledger.unit_answers(day("2026-09-10")).unwrap().remove(0).unit;
    let both = |unit: &str| {
        let mut book = Workbook::new();
        answers_page(book.add_worksheet(), &desk, &[["1", "Đã xong", "28/3/2026", "", ""]]);
        figures_page(&mut book, unit, "citizens.sessions", 12.0);
        let path = desk.folder().join("phiếu trả lời.xlsx");
        std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
        path
    };
    // Of a unit that the office does not know, the tasks are read, and the figures are said to be left out.
    let path = both("Phòng Lạ");
    let strange = desk.ledger.read_answers(&path, day("2026-09-11")).unwrap();
    assert_eq!((strange.rows[0].take, strange.figures), (true, None));
    assert!(strange.unread.contains("đơn vị"), "{}", strange.unread);
    let path = both(&lead);
    asked_for_figures(&mut desk, &lead, "citizens.sessions");
    let draft = desk.ledger.read_answers(&path, day("2026-09-11")).unwrap();
    let figures = draft.figures.clone().unwrap();
    assert_eq!((draft.rows[0].take, figures.window.as_str(), figures.rows.iter().filter(|row| row.take).count()), (true, "quý III/2026", 1));
    assert_eq!(desk.ledger.keep_answers(&draft, &on("2026-09-11")).unwrap().summary, format!("Nhận trả lời của {lead}: 1 nhiệm vụ"));
}

#[test]
fn what_a_unit_answered_is_noted_in_one_change_and_doubts_are_kept_back() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý III"), ("4", "Quý IV"), ("5", "Quý IV"), ("6", "Quý IV")]);
    desk.note("5", "in-progress", "2026-02-01");
    let path = filled(
        &desk,
        &[
            ["1", "Đã xong", "28/3/2026", "Báo cáo số 5/BC-UBND ngày 28/3/2026", ""],
            ["2", "đang làm", "", "", "đã thành lập tổ"],
            ["3", "Đã xong", "", "", ""],
            ["4", "Không thực hiện", "", "", ""],
            ["5", "Đang làm", "", "", ""],
            ["6", "", "", "", ""],
        ],
    );
    let mut draft = desk.ledger.read_answers(&path, day("2026-04-03")).unwrap();
    let expected = [("1", true, ""), ("2", true, ""), ("3", false, "day-none"), ("4", false, "reason-none"), ("5", false, ""), ("6", false, "")];
    assert_eq!(taken(&draft), expected.map(|(tt, take, code)| (tt.to_owned(), take, code.to_owned())));
    // The officer asks the unit for the missing day and types it in the preview.
    draft.rows[2].day = "01/4/2026".into();
    draft.rows[2].take = true;
    let written = desk.ledger.keep_answers(&draft, &on("2026-04-03")).unwrap();
    assert_eq!(written.summary, "Nhận trả lời của Phòng Văn hóa - Xã hội: 3 nhiệm vụ");
    assert_eq!(desk.counts("2026-04-03"), "6 = 2 + 0 + 0 + 2 + 2 + 0");
    let history = desk.ledger.task_view(desk.task("1"), day("2026-04-03")).unwrap().history;
    assert!(history[0].sentence.contains("tài liệu kiểm chứng: Báo cáo số 5/BC-UBND ngày 28/3/2026"), "{}", history[0].sentence);
    let units = desk.ledger.unit_answers(day("2026-04-03")).unwrap();
    assert_eq!((units[0].open, units[0].answered, units[0].rows), (4, Some(day("2026-04-03")), 3));
    // The same file again says nothing new, whatever day it comes on; another note does.
    let again = desk.ledger.read_answers(&path, day("2026-04-06")).unwrap();
    assert_eq!(again.rows.iter().map(|row| row.take).collect::<Vec<_>>(), [false; 6]);
    let path = filled(&desk, &[["2", "đang làm", "", "", "đã họp tổ"], ["1", "Đã xong", "28/3/2026", "Báo cáo số 6/BC-UBND", ""]]);
    let more = desk.ledger.read_answers(&path, day("2026-04-06")).unwrap();
    assert_eq!(more.rows.iter().map(|row| row.take).collect::<Vec<_>>(), [true; 2]);
    desk.ledger.undo(&on("2026-04-04")).unwrap();
    assert_eq!(desk.counts("2026-04-03"), "6 = 0 + 0 + 1 + 1 + 4 + 0", "one undo takes the whole answer back");
    assert_eq!(desk.ledger.unit_answers(day("2026-04-03")).unwrap()[0].answered, None);
}

#[test]
fn a_sheet_of_another_ledger_or_of_an_earlier_day_is_asked_about() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II")]);
    desk.note("1", "done", "2026-03-01");
    let path = filled(&desk, &[["1", "Đang làm", "", "", "đang chờ"], ["2", "Đang làm", "", "", ""]]);
    let draft = desk.ledger.read_answers(&path, day("2026-04-03")).unwrap();
    assert_eq!(taken(&draft), [("1".to_owned(), false, "goes-back".to_owned()), ("2".to_owned(), true, String::new())]);

    // Other words beside the mark: the row of another ledger, or one that was changed since.
    let task = desk.task("2");
    let words = TaskDraft { tt: "2".into(), content: "Việc khác hẳn".into(), deadline_text: "Quý II".into(), ..TaskDraft::default() };
    desk.ledger.edit_task(task, &words, &on("2026-04-02")).unwrap();
    let draft = desk.ledger.read_answers(&path, day("2026-04-03")).unwrap();
    assert_eq!(taken(&draft)[1], ("2".to_owned(), false, "words-differ".to_owned()));
}

#[test]
fn another_workbook_is_refused_with_a_sentence() {
    let desk = Desk::with_plan(&[("1", "Quý I")]);
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "Thu chi").unwrap();
    let path = desk.folder().join("khác.xlsx");
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(desk.ledger.read_answers(&path, day("2026-04-03")).expect_err("not ours").code(), "not-answers");
}

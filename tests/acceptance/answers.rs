//! A workbook for each unit goes out, is filled in, and comes back with a preview.

use ledger::view::{AnswersDraft, TaskDraft};
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
    let page: &mut Worksheet = book.add_worksheet();
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
    let path = desk.folder().join("phiếu trả lời.xlsx");
    std::fs::write(&path, book.save_to_buffer().unwrap()).unwrap();
    path
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

//! Nhận lại bản sửa: the leader's Word file comes back into its report, in the window.

use crate::rig::Machine;
use crate::screens::pictures;
use ledger::paper::{Block, Inline};
use ledger::view::{Id, NewReport, ReportKind};
use ledger::word::docx_of;
use ledger::{Ledger, Stamp};
use std::fs;
use std::path::{Path, PathBuf};

/// The sample with a new report that was sent to a leader; answers it, and the file that came back:
/// one sentence reworded, one added, one number changed.
fn returned(folder: &Path) -> (Id, PathBuf) {
    let moment = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap_or_default();
    let stamp = Stamp { moment, person: "Lan".into(), seed: 7 };
    let mut ledger = Ledger::open(folder, &stamp).expect("a ledger");
    ledger.fill_sample(&stamp).expect("the sample");
    let draft = NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: false, statistics: false };
    let report = ledger.new_report(&draft, &stamp).expect("a report").thing.expect("its id");
    let para = |id: &str, words: &str| Block::Para { id: id.into(), text: vec![Inline::words(words)] };
    let written = vec![
        para("p1", "Ủy ban nhân dân xã đã kiện toàn ban chỉ đạo cải cách hành chính và phân công từng thành viên phụ trách."),
        para("p2", "Các phòng, đơn vị họp giao ban hằng tuần về tiến độ thực hiện kế hoạch."),
    ];
    ledger.keep_section(report, "I.1", written, &stamp).expect("kept");
    let mut paper = ledger.report_document(report).expect("a document");
    ledger.note_sent(report, &paper, &stamp).expect("noted");
    let mut numbers = 0;
    for block in &mut paper.body {
        let id = block.id().to_owned();
        let (Block::Para { text, .. } | Block::Item { text, .. }) = block else { continue };
        for piece in text {
            match piece {
                Inline::Text(run) if id == "p1" => run.text = run.text.replace("kiện toàn", "củng cố, kiện toàn"),
                Inline::Figure(chip) if chip.id == "plan.total" && numbers == 0 => {
                    chip.shown = Some("40".into());
                    numbers += 1;
                }
                _ => {}
            }
        }
    }
    assert_eq!(numbers, 1, "the report says how many tasks there are");
    let after = paper.body.iter().position(|block| block.id() == "p2").expect("the second sentence");
    paper.body.insert(after + 1, para("", "Chủ tịch Ủy ban nhân dân xã trực tiếp đối thoại với người dân mỗi quý."));
    let file = folder.join("ban-sua.docx");
    fs::write(&file, docx_of(&paper, Some(&ledger.report_uid(report).expect("its uid"))).expect("a Word file")).expect("written");
    (report, file)
}

#[tokio::test]
async fn a_leaders_edits_are_taken_by_keyboard_and_a_number_only_with_its_reason() {
    let machine = Machine::new();
    let folder = tempfile::tempdir().expect("a folder");
    let (report, file) = returned(folder.path());
    let place = folder.path().display().to_string();
    let window = machine.start(&["--ledger", &place, "--import", &file.display().to_string(), "--now", "2026-11-21T09:41:00"]).await;
    window.click("[data-t=nav-report]").await;
    window.click(&format!("[data-t=report-row][data-id=\"{report}\"]")).await;
    window.click("[data-t=report-back]").await;
    window.reads("[data-t=back-summary]", "3 chỗ khác, nhận 3").await;
    window.reads("[data-t=back-row] ins", "củng cố,").await;
    // The first place has the focus: Space leaves it, and takes it again.
    window.press("Space").await;
    window.reads("[data-t=back-summary]", "nhận 2").await;
    window.press("Space").await;
    window.press("Down").await;
    window.see("[data-t=back-row][data-key=\"2\"] [data-t=back-difference]:focus").await;
    window.press("Space").await;
    window.reads("[data-t=back-accept]", "Nhận 2 chỗ vào báo cáo").await;
    // The number is ours: it gives way only with a reason.
    window.press("F8").await;
    window.see("[data-t=back-figure-keep]:focus").await;
    window.press("Down").await;
    window.see("[data-t=back-figure-reason]").await;
    pictures(&window, "5-nhan-lai-ban-sua").await;
    window.press("Ctrl+Enter").await;
    window.reads("[data-t=back-figure]", "Hãy ghi lý do thay số").await;
    window.see("[data-t=back-figure-reason]:focus").await;
    window.type_in("theo số của Sở Nội vụ").await;
    window.press("Ctrl+Enter").await;
    window.reads(".ProseMirror", "củng cố, kiện toàn").await;
    window.reads(".ProseMirror .figure", "40").await;
    window.until("!document.body.innerText.includes('trực tiếp đối thoại')").await;
    // By mouse: what was left is still there to be taken, and nothing else.
    window.click("[data-t=report-back]").await;
    window.reads("[data-t=back-summary]", "1 chỗ khác").await;
    window.click("[data-t=back-none]").await;
    window.reads("[data-t=back-summary]", "nhận 0").await;
    window.click("[data-t=back-all]").await;
    window.click("[data-t=back-accept]").await;
    window.reads(".ProseMirror", "trực tiếp đối thoại").await;
    // One change, one undo.
    window.press("Ctrl+z").await;
    window.until("![...document.querySelectorAll('.ProseMirror')].some((one) => one.innerText.includes('trực tiếp đối thoại'))").await;
    window.reads(".ProseMirror", "củng cố, kiện toàn").await;
    window.close().await;
}

//! Lập từ báo cáo kỳ trước, in the window: the choice, the marks and their answers, both texts side by side.

use crate::judge;
use crate::rig::{Machine, Window};
use crate::screens::pictures;
use ledger::paper::{Align, Block, Cell, Column, FigureChip, FigureFormat, Inline, Row, Table};
use ledger::view::Id;
use ledger::{Ledger, Stamp};
use serde_json::{Value, json};
use std::path::Path;

const MORNING: &str = "2026-11-26T09:41:00";
/// More answers than any report of the sample asks for.
const ENOUGH: usize = 200;

/// What a card offers, the best first: all that say the same, the whole paragraph, this place.
const OFFERED: &str = "const card = document.querySelector('[data-t=mark-card]');
    const hooks = [...card?.querySelectorAll('[data-t]') ?? []].map((one) => one.dataset.t);
    const best = ['mark-instead-all', 'mark-paragraph', 'mark-chip', 'mark-instead', 'mark-right'].find((hook) => hooks.includes(hook));
    return card && [card.dataset.key, best, hooks.indexOf('mark-chip') >= 0 || hooks.indexOf('mark-instead') >= 0 ? 'proposed' : 'plain']";

/// The key of the mark that is looked at and its best answer; nothing once no mark is open.
async fn offered(window: &Window) -> Option<(String, String)> {
    window
        .until("document.querySelector('[data-t=mark-card]') || document.querySelector('[data-t=mark-count]')?.innerText.startsWith('Không')")
        .await;
    let answer = window.client.execute(OFFERED, vec![]).await.expect("an answer");
    let part = |nth: usize| answer.get(nth).and_then(Value::as_str).map(str::to_owned);
    part(0).zip(part(1))
}

/// Waits until another mark is looked at, or none is left.
async fn past(window: &Window, key: &str) {
    window
        .until(&format!(
            "(document.querySelector('[data-t=mark-card]')?.dataset.key ?? {0}) !== {0} || document.querySelector('[data-t=mark-count]').innerText.startsWith('Không')",
            json!(key)
        ))
        .await;
}

async fn count(window: &Window) -> u64 {
    let text = window.client.execute("return document.querySelector('[data-t=mark-count]').innerText", vec![]).await.expect("the count");
    text.as_str().and_then(|text| text.split(' ').nth(1)?.parse().ok()).unwrap_or(0)
}

#[tokio::test]
async fn a_report_from_the_last_one_has_no_open_mark_in_the_end_by_keyboard_alone() {
    let machine = Machine::new();
    let window = machine.start(&["--now", MORNING]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+6").await;
    window.see("[data-t=report-new]").await;
    window.press("Ctrl+Enter").await;
    // The last report is chosen already; an empty outline is three keys away, and back.
    window.see("[data-t=report-source]:checked:focus").await;
    window.reads("[data-t=report-form] label", "Kỳ trước, báo cáo quý gần nhất: báo cáo quý III năm 2026").await;
    pictures(&window, "5-lap-tu-ky-truoc").await;
    window.press("Down").await;
    window.see("[data-t=report-outline]").await;
    window.press("Up").await;
    window.see("[data-t=report-carries]").await;
    window.press("Enter").await;
    window.see("[data-t=mark-count]").await;
    let marks = count(&window).await;
    assert!(marks > 50, "the sample's text is full of what is of its quarter: {marks}");
    window.press("F8").await;
    // Typed over: the words are selected. The next one is reached from there.
    let (first, _) = offered(&window).await.expect("a first mark");
    keys(&window, "15/SNV-CCHC").await;
    window.until("document.querySelector('[data-t=mark-card]') === null").await;
    window.press("F8").await;
    let (second, _) = offered(&window).await.expect("a second mark");
    assert_ne!(first, second);
    window.press("Alt+1").await;
    past(&window, &second).await;
    assert_eq!(count(&window).await, marks - 2);
    // An answer is taken back as one, and given again.
    window.press("Ctrl+z").await;
    window.see(&format!("[data-t=mark-card][data-key=\"{second}\"]")).await;
    assert_eq!(count(&window).await, marks - 1);
    window.press("Ctrl+y").await;
    window.reads("[data-t=mark-count]", &format!("Còn {} chỗ", marks - 2)).await;
    window.press("F8").await;
    window.press("Shift+F8").await;
    let mut answers = 0;
    while let Some((key, best)) = offered(&window).await {
        let chord = match best.as_str() {
            "mark-instead-all" => "Alt+Shift+1",
            "mark-paragraph" => "Alt+0",
            _ => "Alt+1",
        };
        window.press(chord).await;
        past(&window, &key).await;
        answers += 1;
        assert!(answers < ENOUGH, "no end: {key}");
    }
    println!("{marks} marks, {answers} answers");
    window.reads("[data-t=mark-count]", "Không còn chỗ nào cần xem").await;
    window.until("document.querySelector('.open-mark') === null").await;
    window.press("Ctrl+p").await;
    window.reads("[data-t=status]", "Đã mở bản in").await;
    let printed = machine.opened().await;
    judge::reads(&printed, "15/SNV-CCHC của Sở Nội vụ");
    judge::reads(&printed, "quý I năm 2027");
    judge::does_not_read(&printed, "quý III năm 2026");
    window.close().await;
}

/// Keys as a hand presses them, into whatever has the focus.
async fn keys(window: &Window, text: &str) {
    for letter in text.chars() {
        window.press(&letter.to_string()).await;
    }
}

#[tokio::test]
async fn the_same_with_the_mouse() {
    let machine = Machine::new();
    let window = machine.start(&["--now", MORNING]).await;
    window.click("[data-t=open-sample]").await;
    window.click("[data-t=nav-report]").await;
    window.click("[data-t=report-new]").await;
    window.click("[data-t=report-create]").await;
    window.see("[data-t=mark-count]").await;
    // A click into marked words opens their card; Esc and its cross close it.
    window.click(".open-mark.period").await;
    window.reads("[data-t=mark-card]", "Chữ chỉ kỳ, năm của báo cáo trước").await;
    window.click("[data-t=mark-close]").await;
    window.until("document.querySelector('[data-t=mark-card]') === null").await;
    window.click("[data-t=mark-after]").await;
    let mut answers = 0;
    while let Some((key, best)) = offered(&window).await {
        window.click(&format!("[data-t={best}]")).await;
        past(&window, &key).await;
        answers += 1;
        assert!(answers < ENOUGH, "no end: {key}");
    }
    window.reads("[data-t=mark-count]", "Không còn chỗ nào cần xem").await;
    window.click("[data-t=report-save-pdf]").await;
    window.reads("[data-t=status]", "BC_CCHC_QuyI_2027.pdf").await;
    judge::does_not_read(&machine.saved().join("BC_CCHC_QuyI_2027.pdf"), "quý III năm 2026");

    // Both texts side by side, and the difference as a paper.
    window.click("[data-t=report-compare]").await;
    window.reads("[data-t=compare-said]", "đoạn khác").await;
    window.reads("[data-t=compared][data-how=changed] del", "2026").await;
    window.reads("[data-t=compared][data-how=changed] ins", "2027").await;
    window.press("F8").await;
    window.see("[data-t=compared][data-how=changed]:focus").await;
    // Only the list moves, never the window under it.
    window.until("document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollTop === 0").await;
    pictures(&window, "5-so-voi-ky-truoc").await;
    window.press("Alt+1").await;
    window.until("document.querySelector('[data-t=compared][data-how=same]') === null").await;
    window.click("[data-t=compare-save]").await;
    window.reads("[data-t=status]", "SoSanh_BC_CCHC_QuyI_2027.pdf").await;
    let paper = machine.saved().join("SoSanh_BC_CCHC_QuyI_2027.pdf");
    judge::reads(&paper, "SO SÁNH HAI BÁO CÁO");
    judge::reads(&paper, "I.1. Về tổ chức chỉ đạo, điều hành");
    // From a paragraph to the section it is written in.
    window.press("F8").await;
    window.press("F8").await;
    window.see("[data-t=compared][data-section=\"I.1\"]:focus").await;
    window.press("Enter").await;
    window.see("[data-t=section-editor][data-section=\"I.1\"]:focus").await;
    window.close().await;
}

/// The sample with a report of the year in which every kind of mark will stand, and its id.
fn written(folder: &Path) -> Id {
    let moment = chrono::NaiveDate::from_ymd_opt(2026, 11, 20).and_then(|day| day.and_hms_opt(9, 0, 0)).unwrap_or_default();
    let stamp = Stamp { moment, person: "Lan".into(), seed: 7 };
    let mut ledger = Ledger::open(folder, &stamp).expect("a ledger");
    ledger.fill_sample(&stamp).expect("the sample");
    let list = ledger.report_list("2026-11-20".parse().expect("a day")).expect("the list");
    let report = list.reports.iter().find(|one| one.title == "Báo cáo năm 2026").expect("the draft of the sample").id;
    let mut head = ledger.report_view(report).expect("its head").head;
    head.bases = vec!["Căn cứ Luật Cán bộ, công chức".into(), "Căn cứ Kế hoạch số 12/KH-UBND ngày 05/01/2026 của UBND huyện".into()];
    ledger.keep_report_head(report, &head, &stamp).expect("kept");
    let instead = Some(("05".into(), "Đếm tay".into()));
    let done = Inline::Figure(FigureChip { id: "plan.done".into(), window: None, format: FigureFormat::Sentence, instead, shown: None });
    let cell = |words: &str| Cell { span: 1, text: vec![Inline::words(words)] };
    let row = |first: &str, second: &str| Row { group: false, cells: vec![cell(first), cell(second)] };
    let column = |align| Column { share: 1, align };
    let table = Table {
        columns: vec![column(Align::Left), column(Align::Center)],
        header: vec![row("Đơn vị", "Hồ sơ")],
        rows: vec![row("Thôn Đông", "125")],
        size: 12,
    };
    let text = vec![
        Block::Para {
            id: "a".into(), text: vec![Inline::words("Trong năm 2026, Bộ phận một cửa tiếp nhận 125 hồ sơ, giảm so với 130 hồ sơ.")]
        },
        Block::Para {
            id: "b".into(),
            text: vec![Inline::words("Đã xong "), done, Inline::words(" việc UBND huyện giao; huyện đã kiểm tra, huyện đã khen.")],
        },
        Block::Table { id: "t".into(), table },
    ];
    ledger.keep_section(report, "I.1", text, &stamp).expect("kept");
    report
}

#[tokio::test]
async fn every_kind_of_mark_is_seen_and_answered_those_of_the_head_too() {
    let machine = Machine::new();
    let folder = tempfile::tempdir().expect("a folder");
    let report = written(folder.path());
    let place = folder.path().display().to_string();
    let window = machine.start(&["--ledger", &place, "--now", MORNING]).await;
    window.click("[data-t=nav-report]").await;
    window.click("[data-t=report-new]").await;
    window.see(&format!("[data-t=report-source][data-source=\"{report}\"]:checked")).await;
    window.click("[data-t=report-create]").await;
    window.see("[data-t=mark-count]").await;
    for kind in ["period", "words", "number", "override"] {
        window.see(&format!(".ProseMirror .open-mark.{kind}")).await;
    }
    window.see(".ProseMirror .table.open-mark").await;
    window.click("[data-t=outline-head]").await;
    // The first ones stand in the head: shown as printed, and selected in their field.
    window.press("F8").await;
    window.reads("[data-t=head-mark] mark", "12/KH-UBND ngày 05/01/2026").await;
    let selected = "const field = document.activeElement; return field.value?.slice(field.selectionStart, field.selectionEnd)";
    let words = window.client.execute(selected, vec![]).await.expect("the selection");
    assert_eq!(words, Value::from("12/KH-UBND ngày 05/01/2026"));
    pictures(&window, "5-dau-van-ban-ky-truoc").await;
    window.press("Alt+1").await;
    window.reads("[data-t=head-mark] mark", "UBND huyện").await;
    window.reads("[data-t=mark-instead]", "UBND thành phố").await;
    window.press("Alt+1").await;
    // On from the head to the text.
    window.see(".ProseMirror .open-mark.at").await;

    // Typed anew in the card, for all that say the same.
    while offered(&window).await.is_some() && !says(&window, "huyện").await {
        window.press("F8").await;
    }
    pictures(&window, "5-soan-tu-ky-truoc").await;
    window.press("Alt+2").await;
    window.see("[data-t=mark-words]:focus").await;
    keys(&window, "tinh").await;
    window.press("Shift+Enter").await;
    window.reads(".ProseMirror", "tinh đã kiểm tra, tinh đã khen").await;
    window.press("Ctrl+z").await;
    window.reads(".ProseMirror", "huyện đã kiểm tra, huyện đã khen").await;
    window.press("Ctrl+y").await;
    window.reads(".ProseMirror", "tinh đã kiểm tra, tinh đã khen").await;

    // A chip and a table are selected as a whole, and confirmed.
    window.click(".ProseMirror .table.open-mark").await;
    window.reads("[data-t=mark-right]", "Bảng này đã đúng").await;
    window.press("Alt+1").await;
    window.until("document.querySelector('.ProseMirror .table.open-mark') === null").await;
    offered(&window).await.expect("the next mark is looked at");
    window.press("Escape").await;
    window.until("document.querySelector('[data-t=mark-card]') === null").await;
    window.click(".ProseMirror .open-mark.override").await;
    window.reads("[data-t=mark-card]", "Kỳ trước ghi 05 thay cho số của sổ (Đếm tay)").await;
    window.press("Alt+1").await;
    window.until("document.querySelector('.ProseMirror .open-mark.override') === null").await;
    window.click("[data-t=outline-head]").await;
    window.until("document.querySelector('[data-t=head-bases]').value.includes('của UBND thành phố')").await;
    window.close().await;
}

/// Whether the mark that is looked at is these words.
async fn says(window: &Window, words: &str) -> bool {
    window.client.execute("return getSelection().toString()", vec![]).await.ok() == Some(Value::from(words))
}

#[tokio::test]
async fn the_words_to_be_looked_at_are_changed_in_the_settings() {
    let machine = Machine::new();
    let window = machine.start(&["--now", MORNING]).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+7").await;
    window.click("[data-t=settings-stale]").await;
    window.see("[data-t=stale-row]").await;
    window.click("[data-t=stale-add]").await;
    window.see("[data-t=stale-words]:focus").await;
    window.type_in("bản tin").await;
    window.press("Tab").await;
    window.type_in("chuyên mục").await;
    window.press("Enter").await;
    window.reads("[data-t=status]", "Thêm chữ cần xem “bản tin”").await;
    pictures(&window, "6-chu-can-xem").await;
    window.until("document.querySelector('[data-t=stale-row] [data-t=stale-words]').value === 'bản tin'").await;
    // The report begun now asks about it.
    window.press("Ctrl+6").await;
    window.see("[data-t=report-new]").await;
    window.press("Ctrl+Enter").await;
    window.see("[data-t=report-source]:checked:focus").await;
    window.press("Enter").await;
    window.reads(".ProseMirror .open-mark.words", "bản tin").await;
    window.click(".ProseMirror .open-mark.words").await;
    window.reads("[data-t=mark-instead]", "chuyên mục").await;
    window.close().await;
}

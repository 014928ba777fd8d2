//! Số liệu in the window: filled by the keyboard, doubted and explained, pasted with a preview, out and in again.

use crate::rig::{Machine, Window};
use std::path::Path;

/// The sample, third quarter, procedures.
async fn third_quarter(machine: &Machine, words: &[&str]) -> Window {
    let window = machine.start(&[&["--now", "2026-11-20T09:41:00"], words].concat()).await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    window.press("Ctrl+5").await;
    go_to(&window, "2026-06-15", "quý III/2026").await;
    window.click("[data-t=figures-field][data-field=III]").await;
    window.see("[data-key=\"case.within\"]").await;
    window
}

async fn go_to(window: &Window, from: &str, name: &str) {
    window.click("[data-t=figures-window]").await;
    window.click(&format!("[data-t=figures-window-choice][data-from=\"{from}\"]:not([data-to=\"2026-12-14\"][data-from=\"2025-12-15\"])")).await;
    window.reads("[data-t=figures-window]", name).await;
}

fn cell(figure: &str, col: &str) -> String {
    format!("[data-key=\"{figure}\"] [data-col={col}]")
}

/// Clicks a cell, wherever it lies, and waits until it has the focus.
async fn stand_on(window: &Window, figure: &str, col: &str) {
    let place = cell(figure, col);
    window.see(&place).await;
    let show = format!("document.querySelector({}).scrollIntoView({{ block: 'center' }})", serde_json::json!(place));
    window.client.execute(&show, vec![]).await.expect("the cell comes into view");
    window.click(&place).await;
    on(window, figure, col).await;
}

async fn on(window: &Window, figure: &str, col: &str) {
    let place = serde_json::json!(cell(figure, col));
    window.until(&format!("document.querySelector({place})?.contains(document.activeElement)")).await;
}

async fn keys(window: &Window, words: &str) {
    for letter in words.chars() {
        window.press(&if letter == ' ' { "Space".to_owned() } else { letter.to_string() }).await;
    }
}

#[tokio::test]
async fn figures_are_filled_by_the_keyboard_and_a_doubt_is_explained() {
    let machine = Machine::new();
    let window = third_quarter(&machine, &[]).await;
    // The first key opens the cell, Enter keeps it and goes to the next that takes typing.
    stand_on(&window, "case.within", "now").await;
    keys(&window, "25").await;
    window.press("Enter").await;
    on(&window, "case.beyond", "now").await;
    window.reads(&cell("case.within", "now"), "25").await;
    window.reads("[data-t=figures-field][data-field=III]", "33/36 1").await;
    // What is no number says so in its cell, which stays open with what was typed.
    keys(&window, "abc").await;
    window.press("Enter").await;
    window.reads(&cell("case.beyond", "now"), "không phải số").await;
    window.until(&format!("document.querySelector('{} [data-t=cell-editor]')?.value === 'abc'", cell("case.beyond", "now"))).await;
    window.press("Escape").await;
    window.reads(&cell("case.beyond", "now"), "0").await;
    window.until("document.querySelector('[data-t=figure-refused]') === null").await;
    // Enter passes over what is reckoned; Tab goes to the source, with its words.
    window.press("Enter").await;
    window.see(&format!("{} [data-t=cell-editor]:focus", cell("case.beyond", "now"))).await;
    window.press("Tab").await;
    window.see(&format!("{} [data-t=cell-editor]:focus", cell("case.beyond", "source"))).await;
    window.press("Escape").await;
    stand_on(&window, "case.supplement", "now").await;
    window.press("F2").await;
    window.press("Enter").await;
    on(&window, "case.digitised_in", "now").await;

    // A share takes no key; it tells how it came.
    window.press("Up").await;
    on(&window, "case.online_rate", "now").await;
    keys(&window, "5").await;
    window.until("document.querySelector('[data-t=cell-editor]') === null").await;
    window.press("Enter").await;
    window.reads("[data-t=figure-drawer]", "Tỷ lệ hồ sơ nộp trực tuyến").await;
    window.reads("[data-t=figure-lines]", "chia cho Hồ sơ tiếp nhận mới trong kỳ 1.208").await;
    window.press("Escape").await;
    window.until("document.querySelector('[data-t=figure-drawer]') === null").await;

    // The broken law, with its arithmetic; F8 goes there; explained it is grey, and can be opened again.
    window.press("F8").await;
    window.reads("[data-t=figure-doubt]", "Số chưa khớp, lệch 7 hồ sơ").await;
    window.reads("[data-t=figure-doubt]", "Trừ Hồ sơ đang giải quyết − 25").await;
    on(&window, "case.open", "now").await;
    window.click("[data-t=doubt-explain]").await;
    window.see("[data-t=doubt-words]:focus").await;
    window.type_in("Hệ thống chưa đồng bộ").await;
    window.press("Enter").await;
    window.reads("[data-t=figure-doubt].answered", "Hệ thống chưa đồng bộ").await;
    window.click("[data-t=doubt-reopen]").await;
    window.click("[data-t=doubt-unexplain]").await;
    window.see("[data-t=doubt-explain]").await;
    // Each step can be taken back: the explanation, and the number before it.
    stand_on(&window, "case.late", "now").await;
    for _ in 0..2 {
        window.press("Ctrl+z").await;
    }
    window.reads("[data-t=figures-margin]", "Số chưa khớp").await;
    window.press("Ctrl+z").await;
    window.reads(&cell("case.within", "now"), "32").await;
    window.until("document.querySelector('[data-t=figure-doubt]') === null").await;
    window.press("Ctrl+y").await;
    window.reads(&cell("case.within", "now"), "25").await;
    window.close().await;
}

#[tokio::test]
async fn a_column_is_pasted_after_it_was_looked_at_and_taken_back_as_one() {
    let machine = Machine::new();
    let window = third_quarter(&machine, &[]).await;
    stand_on(&window, "case.early", "now").await;
    for _ in 0..2 {
        window.press("Shift+Down").await;
    }
    window.press("Ctrl+c").await;
    go_to(&window, "2026-09-15", "quý IV/2026").await;
    window.reads(&cell("case.early", "now"), "chưa có").await;
    stand_on(&window, "case.early", "now").await;
    window.press("Ctrl+v").await;
    window.reads("[data-t=figures-read]", "Hồ sơ giải quyết trước hạn – 1.143").await;
    window.reads("dialog", "Chưa ghi gì vào sổ").await;
    // One row is left out.
    window.click("[data-t=figures-read-row]:nth-child(3) [data-t=figures-read-take]").await;
    window.reads("[data-t=figures-read-keep]", "Ghi 2 số vào quý IV/2026").await;
    window.click("[data-t=figures-read-keep]").await;
    window.reads(&cell("case.early", "now"), "1.143").await;
    window.reads(&cell("case.on_time", "now"), "52").await;
    window.reads(&cell("case.late", "now"), "chưa có").await;
    // A source is filled down.
    stand_on(&window, "case.early", "source").await;
    window.press("F2").await;
    window.press("Ctrl+a").await;
    window.type_in("Sổ một cửa").await;
    window.press("Enter").await;
    window.reads(&cell("case.early", "source"), "Sổ một cửa").await;
    on(&window, "case.on_time", "source").await;
    window.press("Ctrl+d").await;
    window.reads(&cell("case.on_time", "source"), "Sổ một cửa").await;
    for _ in 0..3 {
        window.press("Ctrl+z").await;
    }
    window.reads(&cell("case.early", "now"), "chưa có").await;
    window.reads(&cell("case.on_time", "now"), "chưa có").await;
    // What no figure is named by is told, and nothing is kept.
    window.click("[data-t=figures-in]").await;
    window.click("[data-t=figures-paste]").await;
    window.fill("[data-t=figures-paste-box]", "Mưa\tmm\t9").await;
    window.click("[data-t=figures-paste-read]").await;
    window.see("dialog").await;
    window.close().await;
}

#[tokio::test]
async fn an_estimate_is_closed_and_units_add_up() {
    let machine = Machine::new();
    let window = third_quarter(&machine, &[]).await;
    go_to(&window, "2026-09-15", "quý IV/2026").await;
    stand_on(&window, "case.apologies", "now").await;
    keys(&window, "~4").await;
    window.press("Enter").await;
    window.reads(&cell("case.apologies", "now"), "ước 4").await;
    stand_on(&window, "case.apologies", "now").await;
    window.press("Alt+Enter").await;
    window.click("[data-t=figure-close]").await;
    window.reads("[data-t=figure-estimate]", "Trước khi chốt đã ước 4").await;
    window.until("document.querySelector('[data-t=figure-close]') === null").await;
    // A unit is asked, and its share becomes the sum where the office told nothing itself.
    stand_on(&window, "case.digitised_out", "now").await;
    window.reads("[data-t=figure-drawer]", "Kết quả giải quyết được số hóa").await;
    let unit = "document.querySelector('[data-t=share-add]').options[1].value";
    let unit = window.client.execute(&format!("return {unit}"), vec![]).await.expect("a unit");
    window.choose("[data-t=share-add]", unit.as_str().expect("its number")).await;
    window.fill("[data-t=share-value]", "17").await;
    window.press("Enter").await;
    window.reads(&cell("case.digitised_out", "now"), "17").await;
    window.reads(&cell("case.digitised_out", "source"), "Cộng từ 01 đơn vị").await;
    window.until("document.querySelector('[data-t=share-asked]').checked").await;
    window.close().await;
}

#[tokio::test]
async fn the_sheet_goes_to_excel_and_comes_back() {
    let machine = Machine::new();
    let book = machine.saved().join("SoLieu_CCHC_15062026_14092026.xlsx");
    let window = third_quarter(&machine, &["--import", book.to_str().expect("a plain path")]).await;
    window.click("[data-t=figures-out]").await;
    window.click("[data-t=figures-save]").await;
    window.reads("[data-t=status]", "Đã lưu vào").await;
    assert!(Path::new(&book).exists());
    stand_on(&window, "case.within", "now").await;
    keys(&window, "30").await;
    window.press("Enter").await;
    window.reads(&cell("case.within", "now"), "30").await;
    window.click("[data-t=figures-in]").await;
    window.click("[data-t=figures-file]").await;
    window.reads("[data-t=figures-read]", "Hồ sơ đang giải quyết trong hạn 30 32").await;
    window.click("[data-t=figures-read-keep]").await;
    window.reads(&cell("case.within", "now"), "32").await;
    window.close().await;
}

#[tokio::test]
async fn the_commune_s_own_figure_is_added_and_one_that_a_law_needs_stays() {
    let machine = Machine::new();
    let window = third_quarter(&machine, &[]).await;
    window.click("[data-t=figures-set]").await;
    window.click("[data-t=figure-new]").await;
    window.fill("[data-t=figure-name]", "Máy in dùng chung").await;
    window.fill("[data-t=figure-unit]", "máy").await;
    window.click("[data-t=figure-keep]").await;
    window.reads("[data-t=figures-sheet]", "Máy in dùng chung").await;
    window.fill("[data-t=set-find]", "dang giai quyet trong han").await;
    window.click("[data-t=set-figure][data-figure=\"case.within\"]").await;
    window.click("[data-t=figure-remove]").await;
    window.reads("[data-t=set-refused]", "đang được dùng trong công thức của “Hồ sơ đang giải quyết”").await;
    window.press("Escape").await;
    window.press("Ctrl+z").await;
    window.until("!document.querySelector('[data-t=figures-sheet]').innerText.includes('Máy in')").await;
    window.close().await;
}

#[tokio::test]
async fn what_was_changed_of_a_figure_is_asked_about_before_another_is_shown() {
    let machine = Machine::new();
    let window = third_quarter(&machine, &[]).await;
    let figure = |id: &str| format!("[data-t=set-figure][data-figure=\"{id}\"]");
    let name = "document.querySelector('[data-t=figure-name]')?.value";
    window.click("[data-t=figures-set]").await;
    window.click(&figure("case.within")).await;
    window.until(&format!("{name} === 'Hồ sơ đang giải quyết trong hạn'")).await;
    window.fill("[data-t=figure-name]", "Hồ sơ còn trong hạn").await;
    // A click elsewhere asks; to stay leaves everything as it was typed.
    window.click(&figure("case.open")).await;
    window.click("[data-t=set-stay]").await;
    window.until(&format!("{name} === 'Hồ sơ còn trong hạn'")).await;
    // So do the other part, and Esc.
    window.click("[data-t=set-laws]").await;
    window.see("[data-t=set-unsaved]").await;
    window.press("Escape").await;
    window.until(&format!("!document.querySelector('[data-t=set-unsaved]') && {name} === 'Hồ sơ còn trong hạn'")).await;
    window.press("Escape").await;
    window.click("[data-t=set-stay]").await;
    // Kept, then on to the other.
    window.click(&figure("case.open")).await;
    window.click("[data-t=set-keep]").await;
    window.until(&format!("{name} === 'Hồ sơ đang giải quyết'")).await;
    window.reads(&figure("case.within"), "Hồ sơ còn trong hạn").await;
    // Dropped, it is as it was; a form that was kept shows what was kept and asks nothing.
    window.fill("[data-t=figure-name]", "Tên khác").await;
    window.click(&figure("case.within")).await;
    window.click("[data-t=set-drop]").await;
    window.until(&format!("{name} === 'Hồ sơ còn trong hạn'")).await;
    window.fill("[data-t=figure-name]", "Hồ sơ trong hạn").await;
    window.click("[data-t=figure-keep]").await;
    window.reads(&figure("case.within"), "Hồ sơ trong hạn").await;
    window.until(&format!("{name} === 'Hồ sơ trong hạn'")).await;
    window.click(&figure("case.open")).await;
    window.until(&format!("{name} === 'Hồ sơ đang giải quyết'")).await;
    window.press("Escape").await;
    window.until("!document.querySelector('[data-t=set-find]')").await;
    window.close().await;
}

#[tokio::test]
async fn nothing_in_the_title_covers_another_however_long_the_names_of_the_windows_are() {
    let machine = Machine::new();
    let window = third_quarter(&machine, &[]).await;
    window.click("[data-t=figures-window]").await;
    window.click("[data-t=figures-window-choice][data-from=\"2025-12-15\"][data-to=\"2026-06-14\"]").await;
    window.reads("[data-t=figures-window]", "6 tháng đầu năm 2026").await;
    window.reads("[data-t=figures-beside]", "6 tháng cuối năm 2025").await;
    let right = "Math.max(...[...document.querySelectorAll('header.title .bar > *')].map((one) => one.getBoundingClientRect().right))";
    window.until(&format!("{right} <= document.querySelector('[data-t=figures-in]').getBoundingClientRect().left")).await;
    window.close().await;
}

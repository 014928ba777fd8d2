//! A picture of every screen, for the eye.

use crate::PAGES_SHOWN;
use crate::documents::register;
use crate::rig::{Machine, Window};

/// Pictures of what the window shows, light and dark.
pub(crate) async fn pictures(window: &Window, name: &str) {
    for theme in ["dark", "light"] {
        // Colours would glide from one theme to the other, and the picture be taken half way.
        let script = "const still = new CSSStyleSheet();
            still.replaceSync('* { transition: none !important }');
            document.adoptedStyleSheets = [still];
            document.documentElement.dataset.theme = arguments[0];
            return `${innerWidth}x${innerHeight}`";
        let size = window.client.execute(script, vec![theme.into()]).await.expect("the page takes its theme");
        window.picture(&format!("{name}-{}-{theme}", size.as_str().unwrap_or_default())).await;
    }
}

/// A walk through every screen, on the sample.
async fn walk(window: &Window) {
    window.see("[data-t=office-name]").await;
    pictures(window, "7-lan-dau").await;
    window.click("[data-t=open-sample]").await;
    window.see("[data-t=progress-card]").await;
    pictures(window, "1-tong-quan").await;
    window.press("Ctrl+2").await;
    window.click("[data-t=task-row] [data-cell=\"1\"]").await;
    window.see("[data-t=history]").await;
    pictures(window, "2-ke-hoach").await;
    window.press("Ctrl+p").await;
    window.see("[data-t=plan-print-plain]").await;
    pictures(window, "2-ke-hoach-in").await;
    window.press("Escape").await;
    window.press("Ctrl+Shift+T").await;
    window.see("[data-t=statistics-table]").await;
    pictures(window, "2-ke-hoach-thong-ke").await;
    window.press("Escape").await;
    window.click("[data-t=import-open]").await;
    window.click("[data-t=import-file]").await;
    window.see("[data-t=import-keep]").await;
    pictures(window, "3-nhap-ke-hoach").await;
    window.click("[data-t=import-columns]").await;
    window.see("[data-t=columns-read]").await;
    pictures(window, "3-nhap-ke-hoach-cot").await;
    window.press("Escape").await;
    // A plan with rows that nobody answers for, and units spelled in several ways.
    window.click("[data-t=import-keep]").await;
    // TT 12 names the departments, TT 17 the departments and one unit.
    window.until("document.querySelector('[data-t=filter-no-lead] b')?.innerText === '2'").await;
    pictures(window, "2-ke-hoach-vua-nhap").await;
    window.press("Ctrl+7").await;
    window.click("[data-t=settings-units]").await;
    window.see("[data-t=unit-row]").await;
    pictures(window, "6-cai-dat-don-vi").await;
    window.press("Ctrl+2").await;
    window.press("Ctrl+z").await;
    window.until("document.querySelector('[data-t=filter-no-lead]') === null").await;
    window.press("Ctrl+3").await;
    window.click("[data-t=assigned-row] td:nth-child(2)").await;
    window.see("[data-t=history]").await;
    pictures(window, "4-duoc-giao").await;
    window.click("[data-t=assigned-edit]").await;
    window.see("[data-t=assigned-keep]").await;
    pictures(window, "4-duoc-giao-sua").await;
    window.press("Escape").await;
    window.press("Ctrl+4").await;
    register(window).await;
    pictures(window, "4-van-ban").await;
    window.press("Ctrl+5").await;
    figures(window).await;
    window.press("Ctrl+6").await;
    window.see("[data-t=report-row]").await;
    pictures(window, "5-bao-cao-danh-sach").await;
    window.click("[data-t=report-row]").await;
    window.until(PAGES_SHOWN).await;
    pictures(window, "5-bao-cao").await;
    window.click("[data-t=report-print-more]").await;
    window.see("[data-t=report-print-here]").await;
    pictures(window, "5-bao-cao-in").await;
    window.press("Escape").await;
    window.click("[data-t=outline-head]").await;
    window.tab_to("[data-t=head-more] summary").await;
    window.press("Space").await;
    window.until("document.querySelector('[data-t=head-more]').open").await;
    pictures(window, "5-bao-cao-dau-van-ban").await;
    window.press("Ctrl+7").await;
    window.see("[data-t=settings-office]").await;
    pictures(window, "6-cai-dat").await;
    window.click("[data-t=signer-add]").await;
    window.until("document.querySelector('[data-t=signer-form]')").await;
    pictures(window, "6-cai-dat-nguoi-ky").await;
    window.press("Escape").await;
    window.click("[data-t=settings-outlines]").await;
    window.see("[data-t=outline-section]").await;
    pictures(window, "6-cai-dat-de-cuong").await;
    window.click("[data-t=outline-section]:nth-of-type(4) [data-t=outline-title]").await;
    window.see("[data-t=outline-offers]").await;
    pictures(window, "6-cai-dat-de-cuong-muc").await;
    window.click("[data-t=settings-weekly]").await;
    window.see("[data-t=weekly-on]").await;
    pictures(window, "6-cai-dat-nhac").await;
    window.click("[data-t=settings-days]").await;
    window.see("[data-t=day-off-row]").await;
    pictures(window, "6-cai-dat-ngay-nghi").await;
    window.click("[data-t=nav-help]").await;
    window.see("[data-t=help]").await;
    pictures(window, "8-tro-giup").await;
}

/// The sheet of the third quarter with a number that does not agree, where it comes from, what is pasted, the set.
async fn figures(window: &Window) {
    window.click("[data-t=figures-window]").await;
    window.see("[data-t=figures-window-choice]").await;
    pictures(window, "4-so-lieu-ky").await;
    window.click("[data-t=figures-window-choice][data-from=\"2026-06-15\"]").await;
    window.click("[data-t=figures-field][data-field=III]").await;
    window.click("[data-key=\"case.new_direct\"] [data-col=now]").await;
    for key in ["3", "9", "Enter"] {
        window.press(key).await;
    }
    window.see("[data-t=figure-doubt]").await;
    window.press("F8").await;
    pictures(window, "4-so-lieu").await;
    window.press("Alt+Enter").await;
    window.see("[data-t=figure-lines]").await;
    pictures(window, "4-so-lieu-tu-dau").await;
    window.press("Escape").await;
    window.click("[data-t=figures-set]").await;
    window.see("[data-t=figure-edit]").await;
    pictures(window, "4-so-lieu-bo-chi-tieu").await;
    window.press("Escape").await;
    window.press("Ctrl+z").await;
    window.until("document.querySelector('[data-t=figure-doubt]') === null").await;
}

#[tokio::test]
async fn screens() {
    for size in [(1366, 768), (1920, 1080)] {
        let machine = Machine::new();
        let Some(plan) = machine.plan() else { return };
        let window = machine.start(&["--now", "2026-11-20T09:41:00", "--import", &plan]).await;
        window.client.set_window_size(size.0, size.1).await.expect("the window takes its size");
        window.until(&format!("innerWidth === {} && innerHeight === {}", size.0, size.1)).await;
        walk(&window).await;
        window.close().await;
    }
}

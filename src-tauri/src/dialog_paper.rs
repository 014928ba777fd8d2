//! The paper of the window's own print dialog: a whole A4 sheet, as the page asks for.
//!
//! WebView2 takes `@page { margin: 0 }` from the page. WebKitGTK does not: it would set margins of its
//! own around the page and shrink it, so it is told before its dialog opens.

use tauri::WebviewWindow;

/// Lays whole A4 sheets into the dialog.
#[cfg(target_os = "linux")]
pub(crate) fn lay_whole(window: &WebviewWindow) -> tauri::Result<()> {
    use gtk::{PageSetup, PaperSize, Unit};
    use webkit2gtk::{PrintOperationExt, WebViewExt};

    window.with_webview(|webview| {
        webview.inner().connect_print(|_, operation| {
            let sheet = PageSetup::new();
            sheet.set_paper_size(&PaperSize::new(Some("iso_a4")));
            for margin in [PageSetup::set_top_margin, PageSetup::set_bottom_margin, PageSetup::set_left_margin, PageSetup::set_right_margin] {
                margin(&sheet, 0.0, Unit::Mm);
            }
            operation.set_page_setup(&sheet);
            false // The dialog opens as it does without us.
        });
    })
}

/// Elsewhere the page's own word holds.
#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "as on Linux, where the window may be gone")]
pub(crate) fn lay_whole(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

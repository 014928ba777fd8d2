//! The one window.

use crate::trace;
use std::path::Path;
use tauri::webview::PageLoadEvent;
use tauri::{App, AppHandle, Manager, WebviewWindowBuilder};
use tauri_plugin_window_state::StateFlags;

const MAIN: &str = "main";

/// What the window keeps from one day to the next.
pub(crate) const REMEMBERED: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

/// Opens the window as `tauri.conf.json` describes it. What the page remembers (theme, widths) lies
/// in a folder of its own under `data`, never among the ledger's files.
pub(crate) fn open(app: &App, data: &Path) -> tauri::Result<()> {
    let config = app.config();
    let Some(described) = config.app.windows.iter().find(|window| window.label == MAIN) else { return Err(tauri::Error::WindowNotFound) };
    let mut builder = WebviewWindowBuilder::from_config(app.handle(), described)?.data_directory(data.join("window"));
    if trace::wanted() {
        builder = builder
            .initialization_script(trace::PAGE)
            .on_page_load(|_, page| if page.event() == PageLoadEvent::Started { trace::mark("page asked for") } else { trace::mark("page loaded") })
            .on_document_title_changed(|_, title| trace::titled(&title));
    }
    builder.build()?;
    trace::mark("window");
    Ok(())
}

/// Shows the window that is open already, when the program is started a second time.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window manager may refuse; the officer then finds the window in the task bar.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

//! The one window.

use crate::{dialog_paper, trace};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tauri::webview::PageLoadEvent;
use tauri::{App, AppHandle, Manager, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_window_state::StateFlags;

const MAIN: &str = "main";

/// What the window keeps from one day to the next.
pub(crate) const REMEMBERED: StateFlags = StateFlags::SIZE.union(StateFlags::POSITION).union(StateFlags::MAXIMIZED);

const LAST_WORDS: &str = "document.activeElement?.blur?.(); window.dispatchEvent(new Event('pagehide'))";
/// The page listens for it (`ui/src/App.svelte`).
const OVERVIEW: &str = "window.dispatchEvent(new Event('show-overview'))";
/// Long enough for a write (some milliseconds), too short to be noticed.
const PARTING: Duration = Duration::from_millis(200);

/// What the page remembers (theme, widths) lies in a folder of its own, never among the ledger's files.
pub(crate) fn folder(data: &Path) -> PathBuf {
    data.join("window")
}

/// Opens the window as `tauri.conf.json` describes it.
pub(crate) fn open(app: &App, data: &Path) -> tauri::Result<()> {
    let config = app.config();
    let Some(described) = config.app.windows.iter().find(|window| window.label == MAIN) else { return Err(tauri::Error::WindowNotFound) };
    let mut builder = WebviewWindowBuilder::from_config(app.handle(), described)?.data_directory(folder(data));
    if trace::wanted() {
        builder = builder
            .initialization_script(trace::PAGE)
            .on_page_load(|_, page| if page.event() == PageLoadEvent::Started { trace::mark("page asked for") } else { trace::mark("page loaded") })
            .on_document_title_changed(|_, title| trace::titled(&title));
    }
    let window = builder.build()?;
    dialog_paper::lay_whole(&window)?;
    let closing = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            api.prevent_close();
            tauri::async_runtime::spawn(part(closing.clone()));
        }
    });
    trace::mark("window");
    Ok(())
}

/// Lets the page keep what is still being typed, then closes: a field keeps its text when it loses
/// the focus, the editor when the page is hidden.
async fn part(window: WebviewWindow) {
    // A page that can't answer any more doesn't hold the window open.
    let _ = window.eval(LAST_WORDS);
    tokio::time::sleep(PARTING).await;
    let _ = window.destroy();
}

/// Shows the window that is open already, when the program is started a second time.
pub(crate) fn bring_forward(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window manager may refuse; the officer then finds the window in the task bar.
        let _ = window.unminimize();
        let _ = window.set_focus();
    }
}

/// Brings the window forward and shows Tổng quan in it.
pub(crate) fn show_overview(app: &AppHandle) {
    bring_forward(app);
    if let Some(window) = app.get_webview_window(MAIN) {
        let _ = window.eval(OVERVIEW);
    }
}

//! Builds the page (`ui/dist`) when its sources changed, and lists what the page may ask.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Every command of the window. A command that is not named here can't be called at all; a test
/// compares this list with the handler, the capability and `ui/src/api.ts`.
const COMMANDS: &[&str] = &[
    "start",
    "create_ledger",
    "open_sample",
    "leave_sample",
    "overview",
    "plan_view",
    "task_view",
    "choose_plan_file",
    "choose_report_file",
    "read_old_report",
    "take_in_report",
    "plan_in_report",
    "choose_returned_file",
    "read_returned",
    "accept_returned",
    "keep_plan",
    "add_task",
    "edit_task",
    "move_task",
    "remove_task",
    "read_deadline",
    "record_progress",
    "undo",
    "undo_older",
    "redo",
    "report_list",
    "new_report",
    "new_report_from_last",
    "answer_marks",
    "compare_with_last",
    "save_comparison_pdf",
    "report_view",
    "keep_section",
    "keep_report_head",
    "add_annex",
    "keep_annex",
    "move_annex",
    "remove_annex",
    "cite_annex",
    "preview_pdf",
    "report_pdf",
    "print_report",
    "plan_pdf",
    "print_plan",
    "save_report_pdf",
    "save_report_docx",
    "trace_figure",
    "save_report_figures",
    "save_plan_pdf",
    "open_path",
    "submit_report",
    "withdraw_report",
    "issue_report",
    "choose_signed_file",
    "choose_checked_file",
    "check_file",
    "replace_report",
    "correct_report",
    "choose_form",
    "read_form",
    "fill_form",
    "request_form",
    "keep_request",
    "drop_request",
    "answer_request",
    "settings_view",
    "keep_office",
    "keep_signer",
    "keep_recipients",
    "keep_unit",
    "merge_units",
    "keep_units_apart",
    "days_off_view",
    "keep_day_off",
    "drop_day_off",
    "stale_words_view",
    "keep_stale_words",
    "drop_stale_words",
    "outlines_view",
    "keep_outline",
    "copy_outline",
    "drop_outline",
    "renew_outline",
    "read_outline",
    "back_up_now",
    "weekly_view",
    "keep_weekly",
    "read_plan",
    "plan_columns",
    "look_again",
    "plan_difference",
    "amend_plan",
    "plan_form",
    "keep_plan_form",
    "keep_group",
    "remove_group",
    "write_cells",
    "remove_tasks",
    "statistics",
    "save_plan_xlsx",
    "save_plan_docx",
    "assigned_view",
    "keep_assigned",
    "register_view",
    "keep_document",
    "remove_document",
    "attach_file",
    "remove_file",
    "open_kept_file",
    "urge_view",
    "save_evidence_pack",
    "unit_answers",
    "save_unit_workbooks",
    "choose_answers",
    "read_answers",
    "keep_answers",
    "save_urge_list",
    "save_urge_letter",
    "save_urge_letter_docx",
    "chart_pdf",
    "print_chart",
    "save_chart_pdf",
    "save_chart_docx",
    "figures_view",
    "keep_figure_values",
    "explain_figures",
    "choose_figures",
    "read_figures",
    "paste_figures",
    "keep_figures_draft",
    "save_figures_xlsx",
    "ask_figure_units",
    "keep_figure",
    "drop_figure",
    "keep_figure_law",
    "drop_figure_law",
    "renew_figures",
];

/// What the page is made of; a change in one of them builds it again.
const SOURCES: &[&str] = &["public", "index.html", "package.json", "package-lock.json", "vite.config.ts", "svelte.config.js", "tsconfig.json"];

fn main() {
    let ui = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../ui");
    println!("cargo:rerun-if-env-changed=UI_PREBUILT");
    for source in SOURCES.iter().map(|name| ui.join(name)).chain(sources(&ui.join("src"))).filter(|path| path.exists()) {
        println!("cargo:rerun-if-changed={}", source.display());
    }
    if env::var_os("UI_PREBUILT").is_none_or(|value| value != "1") {
        install(&ui);
        npm(&ui, &["run", "build"]);
    }
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    if let Err(error) = tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest)) {
        panic!("{error:#}");
    }
}

/// What lies in `ui/src`, without the types that a test of the ledger writes anew at each run.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.path()).filter(|path| !path.ends_with("bindings")).collect()
}

/// `npm ci`, unless the very lock file in force was installed already.
fn install(ui: &Path) {
    let lock = fs::read(ui.join("package-lock.json")).unwrap_or_default();
    let installed = ui.join("node_modules/.installed-lock");
    if fs::read(&installed).is_ok_and(|seen| seen == lock) {
        return;
    }
    npm(ui, &["ci", "--no-audit", "--no-fund"]);
    if let Err(error) = fs::write(&installed, lock) {
        panic!("{}: {error}", installed.display());
    }
}

fn npm(ui: &Path, words: &[&str]) {
    let program = if cfg!(windows) { "npm.cmd" } else { "npm" };
    match Command::new(program).args(words).current_dir(ui).status() {
        Ok(status) if status.success() => {}
        Ok(status) => panic!("npm {} in {} ended with {status}", words.join(" "), ui.display()),
        Err(error) => panic!("npm can't be started ({error}): install Node 20.19 or newer, or build ui/dist and set UI_PREBUILT=1"),
    }
}

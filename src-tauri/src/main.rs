//! The window of Sổ CCHC: it hands the officer's wishes to the ledger and shows the answers.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod args;
mod clock;
mod commands;
mod copies;
mod dialog_paper;
mod face;
mod failure;
mod files;
mod graphics;
mod print;
mod state;
mod trace;
mod turns;
mod weekly;
mod window;

use args::Args;
use commands::{
    annexes, answers, assigned, chart, figures, forms, outlines, plan, plan_import, progress, register, report, request, settings, start, take_back,
    take_in, tie, urge,
};
use state::Desk;
use std::process::ExitCode;
use tauri::{App, Manager, RunEvent};
use weekly::Weekly;

fn main() -> ExitCode {
    graphics::prefer_what_works();
    let args = match Args::read(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(sentence) => {
            eprintln!("{sentence}");
            return ExitCode::from(2);
        }
    };
    if !graphics::has_screen() {
        eprintln!("Ở đây không có màn hình nên không mở được cửa sổ. Hãy dùng lệnh cchc, hoặc chạy trên máy có màn hình.");
        return ExitCode::FAILURE;
    }
    match run(args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Không mở được cửa sổ: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Args) -> tauri::Result<()> {
    let mut builder = tauri::Builder::default();
    if args.ledger.is_none() {
        // One window on the officer's own ledger; a folder named by hand is guarded by its lock alone.
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, _, _| window::bring_forward(app)));
    }
    let app = builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(window::REMEMBERED).build())
        .setup(move |app| Ok(set_up(app, args)?))
        .invoke_handler(tauri::generate_handler![
            start::start,
            start::create_ledger,
            start::open_sample,
            start::leave_sample,
            start::overview,
            plan::plan_view,
            plan::task_view,
            plan_import::choose_plan_file,
            take_back::choose_returned_file,
            take_back::read_returned,
            take_back::accept_returned,
            take_in::choose_report_file,
            take_in::read_old_report,
            take_in::take_in_report,
            take_in::plan_in_report,
            plan_import::keep_plan,
            plan::add_task,
            plan::edit_task,
            plan::move_task,
            plan::remove_task,
            plan::read_deadline,
            progress::record_progress,
            progress::undo,
            progress::undo_older,
            progress::redo,
            report::report_list,
            report::new_report,
            report::new_report_from_last,
            report::answer_marks,
            report::compare_with_last,
            report::save_comparison_pdf,
            report::report_view,
            report::keep_section,
            report::keep_report_head,
            annexes::add_annex,
            annexes::keep_annex,
            annexes::move_annex,
            annexes::remove_annex,
            annexes::cite_annex,
            report::preview_pdf,
            report::report_pdf,
            report::print_report,
            plan::plan_pdf,
            plan::print_plan,
            report::save_report_pdf,
            report::save_report_docx,
            tie::trace_figure,
            tie::save_report_figures,
            plan::save_plan_pdf,
            settings::open_path,
            report::submit_report,
            report::withdraw_report,
            report::issue_report,
            report::choose_signed_file,
            report::choose_checked_file,
            report::check_file,
            report::replace_report,
            report::correct_report,
            forms::choose_form,
            forms::read_form,
            forms::fill_form,
            request::request_form,
            request::keep_request,
            request::drop_request,
            request::answer_request,
            settings::settings_view,
            settings::keep_office,
            settings::keep_signer,
            settings::keep_recipients,
            settings::keep_unit,
            settings::merge_units,
            settings::keep_units_apart,
            settings::days_off_view,
            settings::keep_day_off,
            settings::drop_day_off,
            settings::stale_words_view,
            settings::keep_stale_words,
            settings::drop_stale_words,
            outlines::outlines_view,
            outlines::keep_outline,
            outlines::copy_outline,
            outlines::drop_outline,
            outlines::renew_outline,
            outlines::read_outline,
            settings::back_up_now,
            settings::weekly_view,
            settings::keep_weekly,
            plan_import::read_plan,
            plan_import::plan_columns,
            plan_import::look_again,
            plan_import::plan_difference,
            plan_import::amend_plan,
            plan::plan_form,
            plan::keep_plan_form,
            plan::keep_group,
            plan::remove_group,
            plan::write_cells,
            plan::remove_tasks,
            plan::statistics,
            plan::save_plan_xlsx,
            plan::save_plan_docx,
            assigned::assigned_view,
            assigned::keep_assigned,
            register::register_view,
            register::keep_document,
            register::remove_document,
            register::attach_file,
            register::remove_file,
            register::open_kept_file,
            register::save_evidence_pack,
            urge::urge_view,
            answers::unit_answers,
            answers::save_unit_workbooks,
            answers::choose_answers,
            answers::read_answers,
            answers::keep_answers,
            urge::save_urge_list,
            urge::save_urge_letter,
            urge::save_urge_letter_docx,
            chart::chart_pdf,
            chart::print_chart,
            chart::save_chart_pdf,
            chart::save_chart_docx,
            figures::figures_view,
            figures::keep_figure_values,
            figures::explain_figures,
            figures::choose_figures,
            figures::read_figures,
            figures::paste_figures,
            figures::keep_figures_draft,
            figures::save_figures_xlsx,
            figures::ask_figure_units,
            figures::keep_figure,
            figures::drop_figure,
            figures::keep_figure_law,
            figures::drop_figure_law,
            figures::renew_figures,
        ])
        .build(tauri::generate_context!())?;
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            app.state::<Desk>().close();
        }
    });
    Ok(())
}

/// Shows the window first; the ledger is opened behind it.
fn set_up(app: &mut App, args: Args) -> tauri::Result<()> {
    let usual = app.path().app_local_data_dir()?;
    app.manage(Desk::new(args.ledger.clone().unwrap_or_else(|| usual.clone()), args));
    app.manage(Weekly::read(window::folder(&usual).join("weekly.json")));
    window::open(app, &usual)?;
    tauri::async_runtime::spawn(copies::watch(app.handle().clone()));
    tauri::async_runtime::spawn(weekly::watch(app.handle().clone()));
    Ok(())
}

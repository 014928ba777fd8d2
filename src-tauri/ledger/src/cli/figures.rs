//! Figures: the sheet of a window, out to a workbook and in again.

use super::args::Args;
use super::{Failure, Outcome, Place, json, read_in, write_out};
use ledger::deadline::Span;
use ledger::view::{FigureCell, FigureImport, FiguresDraft, FiguresView};
use ledger::{Problem, report_window, viet};
use std::path::Path;

pub(super) fn show(place: &Place, args: &mut Args) -> Outcome {
    let (window, as_of) = (window(args)?, args.day("as-of")?);
    let view = place.open()?.figures_view(window, as_of, place.stamp.today())?;
    if args.flag("json") { json(&view) } else { Ok(told(&view)) }
}

pub(super) fn import(place: &Place, args: &mut Args, file: &str) -> Outcome {
    let (dry, as_json) = (args.flag("dry-run"), args.flag("json"));
    let window = window(args)?;
    let bytes = read_in(file)?;
    // A dry run makes no ledger.
    let mut ledger = if dry { place.open_existing()? } else { place.open()? };
    let draft = ledger.read_figures(file, &bytes, window)?;
    let taken = draft.rows.iter().filter(|row| row.take).count();
    let summary = match dry {
        true => format!("Đọc được {} số liệu, {taken} số sẽ ghi; chưa ghi gì vào sổ", draft.rows.len()),
        false => ledger.keep_figures_draft(&draft, &place.stamp)?.summary,
    };
    if as_json { json(&draft) } else { Ok(read(&draft) + &format!("{summary}.\n")) }
}

pub(super) fn export(place: &Place, args: &mut Args, out: &Path) -> Outcome {
    let (window, as_of) = (window(args)?, args.day("as-of")?);
    let ledger = place.open()?;
    let view = ledger.figures_view(window, as_of, place.stamp.today())?;
    let window = Span { first: view.window.from, last: view.window.to };
    write_out(out, &ledger.figures_workbook(window, view.as_of, None)?)?;
    Ok(String::new())
}

/// The window that was asked for: a period of the Ministry's, two days, or none.
fn window(args: &mut Args) -> Result<Option<Span>, Failure> {
    let asked = args.option("window").or(args.option("period"));
    let span = match (asked, args.day("from")?, args.day("to")?) {
        (None, None, None) => return Ok(None),
        (Some(asked), None, None) => match asked.split_once("..") {
            Some((first, last)) => {
                let day = |text: &str| viet::typed_day(text, chrono::NaiveDate::default());
                Span { first: day(first)?, last: day(last)? }
            }
            None => report_window(&asked)?,
        },
        (None, Some(first), Some(last)) => Span { first, last },
        _ => {
            return Err(Failure::Usage("Kỳ số liệu: hãy ghi --window, ví dụ 2026-Q3 hoặc 2026-06-15..2026-09-14, hay cả --from và --to.".to_owned()));
        }
    };
    if span.first > span.last { Err(Problem::DaysReversed.into()) } else { Ok(Some(span)) }
}

/// A line a figure: its value, that of the window before, where it comes from; then what does not agree.
fn told(view: &FiguresView) -> String {
    let mut text = format!("Số liệu {}, tính đến ngày {}; so với {}.\n", view.window.name, viet::day_screen(view.as_of), view.last.name);
    for group in &view.groups {
        text.push_str(&format!("{}. {} ({}/{})\n", group.field, group.name, group.known, group.rows.len()));
        for row in &group.rows {
            let estimate = if row.now.estimate { " (ước)" } else { "" };
            let change = row.since_last.as_ref().map(|change| format!(" ({})", change.shown)).unwrap_or_default();
            let source = if row.now.source.is_empty() { String::new() } else { format!("; {}", row.now.source) };
            text.push_str(&format!(
                "  {}: {} {}{estimate}; kỳ trước {}{change}{source}\n",
                row.form.name,
                or(&row.now),
                row.form.unit,
                or(&row.last)
            ));
        }
    }
    for doubt in &view.doubts {
        text.push_str(&format!("! {}. {}.\n", doubt.title, doubt.words.trim_end_matches('.')));
        doubt.lines.iter().for_each(|(name, amount)| text.push_str(&format!("    {name}: {amount}\n")));
        text.push_str(&format!("    Còn lại: {}\n", doubt.left));
        if !doubt.note.is_empty() {
            text.push_str(&format!("    Giải thích: {}\n", doubt.note));
        }
    }
    text
}

fn or(cell: &FigureCell) -> &str {
    if cell.shown.is_empty() { "chưa có" } else { &cell.shown }
}

/// What a file says, a line a row.
fn read(draft: &FiguresDraft) -> String {
    let mut text = format!("Số liệu {}, từ ngày {} đến ngày {}.\n", draft.window, viet::day_screen(draft.from), viet::day_screen(draft.to));
    draft.warnings.iter().for_each(|note| text.push_str(&format!("! {}\n", note.sentence)));
    for row in &draft.rows {
        let FigureImport { name, value, now, read, .. } = row;
        let was = if now.is_empty() { "chưa có" } else { now };
        let new = if read.is_empty() { value } else { read };
        let left = if row.take { "" } else { " (để nguyên)" };
        text.push_str(&format!("- {name}: {was} → {new}{left}\n"));
        row.warnings.iter().for_each(|note| text.push_str(&format!("  ! {}\n", note.sentence)));
    }
    text
}

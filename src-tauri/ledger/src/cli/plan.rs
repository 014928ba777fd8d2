//! Plans, progress, statistics, deadlines.

use super::args::Args;
use super::{Failure, Outcome, Place, json, read_in, write_out};
use chrono::NaiveDate;
use ledger::deadline::{self, Before, Deadline, Kind, Span};
use ledger::paper::Document;
use ledger::plan::Meaning;
use ledger::view::{ChartAsked, Id, Note, PlanDraft, PlanView, ProgressDraft, Scope};
use ledger::{Ledger, Level, Problem, viet};
use serde::Serialize;
use std::path::Path;

/// A row as the command line's contract has it.
#[derive(Serialize)]
struct RowOut<'a> {
    group_roman: &'a str,
    group_name: &'a str,
    tt: serde_json::Value,
    content: &'a str,
    lead: &'a str,
    coordinating: &'a str,
    deadline_text: &'a str,
    product: &'a str,
    deadline: DeadlineOut,
    warnings: &'a [Note],
}

#[derive(Serialize)]
struct DeadlineOut {
    kind: Kind,
    first: Option<NaiveDate>,
    last: Option<NaiveDate>,
}

impl DeadlineOut {
    fn of(deadline: &Deadline) -> DeadlineOut {
        DeadlineOut { kind: deadline.kind, first: deadline.first, last: deadline.last }
    }
}

pub(super) fn import(place: &Place, args: &mut Args, file: &str) -> Outcome {
    let (dry, as_json) = (args.flag("dry-run"), args.flag("json"));
    // A dry run makes no ledger; an existing one is asked what "trước" means here.
    let mut ledger = match dry && !place.is_there()? {
        true => None,
        false => Some(place.open()?),
    };
    let meaning = ledger.as_ref().map_or(Ok(Meaning::default()), Ledger::meaning)?;
    let draft = match file {
        "" => {
            let report = args.number("report")?.ok_or_else(|| Failure::Usage("Thiếu tệp, hoặc --report và số của văn bản đã nhập.".to_owned()))?;
            let ledger = ledger.as_ref().ok_or(Problem::NoLedger)?;
            ledger.plan_in_report(report)?
        }
        "-" => {
            let bytes = read_in(file)?;
            ledger::plan::read::read_plan_bytes(super::form_of(&bytes), &bytes, &meaning)?
        }
        file => ledger::plan::read_plan_file(Path::new(file), &meaning)?,
    };
    let mut summary = format!("Đọc được {} nhiệm vụ; chưa ghi gì vào sổ", draft.rows.len());
    if let Some(ledger) = ledger.as_mut().filter(|_| !dry) {
        summary = ledger.keep_plan(&draft, &place.stamp)?.summary;
    }
    if as_json { json(&draft_rows(&draft)) } else { Ok(draft_text(&draft) + &format!("{summary}.\n")) }
}

pub(super) fn show(place: &Place, args: &mut Args) -> Outcome {
    let view = place.open()?.plan_view(args.number("plan")?, place.stamp.today())?;
    if args.flag("json") { json(&shown_rows(&view)) } else { Ok(shown_text(&view)) }
}

pub(super) fn print(place: &Place, args: &mut Args, out: &Path, make: fn(&Document) -> ledger::Result<Vec<u8>>) -> Outcome {
    let as_of = args.day("as-of")?.unwrap_or(place.stamp.today());
    let ledger = place.open()?;
    let view = ledger.plan_view(args.number("plan")?, as_of)?;
    let plan = view.plan.ok_or(Problem::NoPlan(as_of))?;
    let document = ledger.plan_document(plan.id, args.flag("progress"), as_of)?;
    write_out(out, &make(&document)?)?;
    Ok(String::new())
}

pub(super) fn workbook(place: &Place, args: &mut Args, out: &Path) -> Outcome {
    let as_of = args.day("as-of")?.unwrap_or(place.stamp.today());
    let ledger = place.open()?;
    let plan = ledger.plan_view(args.number("plan")?, as_of)?.plan.ok_or(Problem::NoPlan(as_of))?;
    write_out(out, &ledger.plan_workbook(plan.id, args.flag("progress"), as_of)?)?;
    Ok(String::new())
}

pub(super) fn chart(place: &Place, args: &mut Args, out: &Path) -> Outcome {
    let as_of = args.day("as-of")?.unwrap_or(place.stamp.today());
    let ledger = place.open()?;
    let plan = ledger.plan_view(args.number("plan")?, as_of)?.plan.ok_or(Problem::NoPlan(as_of))?;
    let document = ledger.statistics_chart(&ChartAsked { plan: plan.id, scope: Scope::SinceStart, as_of, window: None })?;
    write_out(out, &ledger::typeset::pdf(&document)?)?;
    Ok(String::new())
}

pub(super) fn progress(place: &Place, args: &mut Args, tt: &str) -> Outcome {
    let day = viet::typed_day(&args.required("on")?, place.stamp.today())?;
    let mut ledger = place.open()?;
    let assigned = args.flag("assigned");
    let plan: Option<Id> = args.number("plan")?;
    let task = match args.number::<Id>("row")? {
        Some(row) => row,
        None => find_task(&ledger, tt, day, plan, assigned)?,
    };
    // TT says which row is meant; a row or an entry named besides must be of that row.
    let found = ledger.task_view(task, day)?.row.tt;
    if found != tt.trim() {
        return Err(Problem::OtherTask { asked: tt.to_owned(), found }.into());
    }
    let corrects: Option<Id> = args.number("corrects")?;
    if let Some(entry) = corrects.filter(|entry| !ledger.is_entry_of(*entry, task)) {
        return Err(Problem::OtherTask { asked: tt.to_owned(), found: ledger.tt_of_entry(entry)? }.into());
    }
    let occurrence = match args.day("occurrence")? {
        None => None,
        Some(within) => {
            let occurrences = ledger.task_view(task, day)?.occurrences;
            let found = occurrences.iter().find(|one| one.first <= within && within <= one.last).map(|one| one.id);
            Some(found.ok_or(Problem::NotFound("lần thực hiện"))?)
        }
    };
    let draft = ProgressDraft {
        tasks: vec![task],
        state: args.required("state")?,
        day: day.to_string(),
        note: args.option("note").unwrap_or_default(),
        evidence: args.option("evidence").unwrap_or_default(),
        percent: args.number("percent")?,
        new_last: args.option("new-last").unwrap_or_default(),
        reason: args.option("reason").unwrap_or_default(),
        counts: args.flag("no-count").then_some(false),
        corrects,
        occurrence,
        unit: args.option("unit").unwrap_or_default(),
        documents: Vec::new(),
    };
    let written = ledger.record_progress(&draft, &place.stamp)?;
    if args.flag("json") { json(&serde_json::json!({ "id": written.thing })) } else { Ok(format!("{}\n", written.summary)) }
}

fn find_task(ledger: &Ledger, tt: &str, day: NaiveDate, plan: Option<Id>, assigned: bool) -> Result<Id, Failure> {
    let rows: Vec<(Id, String)> = if assigned { ledger.assigned_with(tt, day)? } else { ledger.tasks_with(tt, day, plan)? };
    match rows.as_slice() {
        [] => Err(Problem::NoTask(tt.to_owned()).into()),
        [(id, _)] => Ok(*id),
        many => {
            let rows = many.iter().map(|(id, content)| format!("--row {id} ({content})")).collect();
            Err(Problem::ManyTasks { tt: tt.to_owned(), rows }.into())
        }
    }
}

pub(super) fn status(place: &Place, args: &mut Args) -> Outcome {
    let as_of = args.day("as-of")?.ok_or_else(|| Failure::Usage("Lệnh này cần --as-of.".to_owned()))?;
    let level = match args.option("level").as_deref() {
        None | Some("above") => Level::Above,
        Some("own") => Level::Own,
        Some(other) => return Err(Failure::Usage(format!("--level {other}: phải là above hoặc own."))),
    };
    let status = place.open()?.status(as_of, args.day("from")?, args.number("plan")?, level)?;
    if args.flag("json") {
        return json(&status);
    }
    let line = |name: &str, counts: &ledger::view::Counts| {
        format!(
            "{name}: {} = {} đúng hạn + {} hoàn thành nhưng quá hạn + {} quá hạn + {} đang thực hiện + {} chưa triển khai + {} không thực hiện\n",
            counts.total, counts.done_on_time, counts.done_late, counts.overdue, counts.in_progress, counts.not_started, counts.stopped
        )
    };
    Ok(format!(
        "Tính đến ngày {}\n{}{}",
        viet::day_screen(as_of),
        line("Kế hoạch", &status.plan),
        line("Nhiệm vụ được giao", &status.assigned.counts)
    ))
}

pub(super) fn deadline(args: &mut Args, text: &str) -> Outcome {
    let span = match (args.day("from")?, args.day("to")?) {
        (Some(first), Some(last)) if first <= last => Span { first, last },
        (Some(_), Some(_)) => return Err(Problem::DaysReversed.into()),
        _ => return Err(Failure::Usage("Lệnh này cần --from và --to.".to_owned())),
    };
    let meant = deadline::read(text, span, Before::default());
    if args.flag("json") {
        let DeadlineOut { kind, first, last } = DeadlineOut::of(&meant);
        return json(&serde_json::json!({ "kind": kind, "first": first, "last": last, "occurrences": meant.occurrences }));
    }
    Ok(format!("{}\n", deadline::hint(&meant)))
}

/// TT is text; the samples write plain numbers as numbers, and so does the contract's JSON.
fn tt_json(tt: &str) -> serde_json::Value {
    match tt.parse::<u32>() {
        Ok(number) if number.to_string() == tt => number.into(),
        _ => tt.into(),
    }
}

/// The rows of a draft or of the grid: the two have the same columns under the same names.
macro_rules! row_out {
    ($row:expr, $roman:expr, $name:expr) => {
        RowOut {
            group_roman: $roman,
            group_name: $name,
            tt: tt_json(&$row.tt),
            content: &$row.content,
            lead: &$row.lead,
            coordinating: &$row.coordinating,
            deadline_text: &$row.deadline_text,
            product: &$row.product,
            deadline: DeadlineOut::of(&$row.deadline),
            warnings: &$row.warnings,
        }
    };
}

fn draft_rows(draft: &PlanDraft) -> Vec<RowOut<'_>> {
    draft.rows.iter().map(|row| row_out!(row, &row.group_roman, &row.group_name)).collect()
}

fn shown_rows(view: &PlanView) -> Vec<RowOut<'_>> {
    let rows = view.tasks.iter().filter_map(|row| Some((row, view.groups.iter().find(|group| group.id == row.group)?)));
    rows.map(|(row, group)| row_out!(row, &group.roman, &group.name)).collect()
}

fn draft_text(draft: &PlanDraft) -> String {
    let mut text = String::new();
    let mut group = "";
    for row in &draft.rows {
        if row.group_name != group {
            group = &row.group_name;
            text.push_str(&format!("{}. {group}\n", row.group_roman));
        }
        text.push_str(&format!("  {:>3}  {} | {} | {} ({})\n", row.tt, row.content, row.lead, row.deadline_text, row.deadline_hint));
        row.warnings.iter().for_each(|note| text.push_str(&format!("       ! {}\n", note.sentence)));
    }
    draft.warnings.iter().for_each(|note| text.push_str(&format!("! {}\n", note.sentence)));
    text
}

fn shown_text(view: &PlanView) -> String {
    let mut text = view.plan.as_ref().map(|plan| format!("{}\n", plan.title)).unwrap_or_default();
    for group in &view.groups {
        text.push_str(&format!("{}. {}\n", group.roman, group.name));
        for row in view.tasks.iter().filter(|row| row.group == group.id) {
            text.push_str(&format!("  {:>3}  {} | {} | {} ({})\n", row.tt, row.content, row.lead, row.deadline_text, row.deadline_hint));
        }
    }
    text
}

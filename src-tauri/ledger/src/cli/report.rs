//! Reports and what became of them.

use super::args::Args;
use super::{Failure, Outcome, Place, json, read_in, write_out};
use ledger::faces::{self, Printed};
use ledger::paper::Document;
use ledger::take_in::read_report;
use ledger::typeset::Faces;
use ledger::view::{Id, IssueDraft, NewReport, Written};
use ledger::{Problem, Verdict, report_kind, word};
use std::path::Path;

pub(super) fn begin(place: &Place, args: &mut Args) -> Outcome {
    let kind = args.required("kind")?;
    let kind = report_kind(&kind).ok_or_else(|| Failure::Usage(format!("--kind {kind}: không có loại báo cáo này.")))?;
    let draft = NewReport {
        kind,
        period: args.required("period")?,
        from: args.option("from"),
        to: args.option("to"),
        as_of: args.option("as-of"),
        appendix: !args.flag("no-appendix"),
        statistics: false,
    };
    let outline = args.option("outline");
    let mut ledger = place.open()?;
    let written = ledger.new_report_from(&draft, outline.as_deref(), &place.stamp)?;
    if !args.flag("json") {
        let summary = format!("{}: số {}", written.summary, written.thing.unwrap_or_default());
        return Ok(told(&Written { summary, ..written }));
    }
    let open = match written.thing {
        Some(id) => ledger.report_view_on(id, place.stamp.today())?.open,
        None => Vec::new(),
    };
    let warnings: Vec<_> = open.iter().map(|point| serde_json::json!({ "where": point.section, "sentence": point.sentence })).collect();
    json(&serde_json::json!({ "id": written.thing, "warnings": warnings }))
}

pub(super) fn import(place: &Place, args: &mut Args, file: &str) -> Outcome {
    let bytes = read_in(file)?;
    let name = if file == "-" { super::form_of(&bytes) } else { file };
    let mut ledger = place.open()?;
    let taken = read_report(name, &bytes, ledger.taking_in_facts()?.as_ref())?;
    let written = ledger.take_in_report(&taken, &place.stamp)?;
    if args.flag("json") {
        return json(&serde_json::json!({ "id": written.thing, "warnings": taken.warnings }));
    }
    let mut text = format!("{}: số {}\n", written.summary, written.thing.unwrap_or_default());
    for one in &taken.warnings {
        let was = if one.was.is_empty() { "(không có)" } else { &one.was };
        let now = if one.now.is_empty() { "(để trống)" } else { &one.now };
        text.push_str(&format!("- {}: {was} → {now}. {}\n", one.r#where, one.why));
    }
    Ok(text)
}

pub(super) fn pdf(place: &Place, args: &mut Args, id: &str, out: &Path) -> Outcome {
    let ledger = place.open()?;
    let report = report_id(id)?;
    let bytes = match ledger.frozen_pdf(report)? {
        Some(bytes) => bytes,
        None => printed(place, args, &ledger.report_document(report)?, ledger.signature_field(report)?)?.pdf,
    };
    write_out(out, &bytes)?;
    Ok(String::new())
}

/// The document in the face that `--face` asks for; where that is another one, standard error says why.
fn printed(place: &Place, args: &mut Args, document: &Document, signature_field: bool) -> Result<Printed, Failure> {
    let printed = match args.option("face").as_deref() {
        Some("system") => faces::print(document, &faces::find(&place.fonts), signature_field)?,
        None | Some("bundled") => faces::print_in(document, Faces::bundled(), signature_field)?,
        Some(other) => return Err(Failure::Usage(format!("--face {other}: chỉ có system (phông của máy) hoặc bundled (phông có sẵn)."))),
    };
    if let Some(note) = &printed.note {
        super::say(note);
    }
    Ok(printed)
}

/// Bảng đối chiếu số liệu: as a PDF, or as lines where no file is named.
pub(super) fn figures(place: &Place, args: &mut Args, id: &str, out: &Path) -> Outcome {
    let ledger = place.open()?;
    let report = report_id(id)?;
    if !out.as_os_str().is_empty() {
        write_out(out, &printed(place, args, &ledger.figures_document(report)?, false)?.pdf)?;
        return Ok(String::new());
    }
    let ties = ledger.report_figures(report)?;
    if args.flag("json") {
        return json(&ties);
    }
    let lines = ties.iter().map(|tie| {
        let told = [&tie.name, &tie.window, &tie.as_of, &tie.source, &tie.formula, &tie.now];
        let told: Vec<&str> = told.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        format!("{}\t{}\t{}\n", tie.section, tie.shown, told.join("; "))
    });
    Ok(lines.collect())
}

pub(super) fn docx(place: &Place, id: &str, out: &Path) -> Outcome {
    let mut ledger = place.open()?;
    let report = report_id(id)?;
    let document = ledger.report_document(report)?;
    write_out(out, &word::docx_of(&document, Some(&ledger.report_uid(report)?))?)?;
    ledger.note_sent(report, &document, &place.stamp)?;
    Ok(String::new())
}

pub(super) fn submit(place: &Place, args: &mut Args, id: &str) -> Outcome {
    let mut ledger = place.open()?;
    let report = report_id(id)?;
    let document = ledger.report_document(report)?;
    // What is open does not stop it; whoever sent it up is told by name.
    for point in ledger.open_points_on(report, place.stamp.today())? {
        super::say(&format!("- {}", point.sentence));
    }
    let Printed { pdf, face, .. } = printed(place, args, &document, ledger.signature_field(report)?)?;
    Ok(told(&ledger.submit_report(report, &document, &face, &pdf, &place.stamp)?))
}

pub(super) fn withdraw(place: &Place, id: &str) -> Outcome {
    Ok(format!("{}\n", place.open()?.withdraw_report(report_id(id)?, &place.stamp)?.summary))
}

pub(super) fn issue(place: &Place, args: &mut Args, id: &str) -> Outcome {
    let draft =
        IssueDraft { number: args.option("number").unwrap_or_default(), day: args.option("on").unwrap_or_default(), signed: args.option("signed") };
    let (mut ledger, report) = (place.open()?, report_id(id)?);
    let mut written = ledger.issue_report(report, &draft, &place.stamp)?;
    if let Some(signed) = draft.signed.as_deref().filter(|path| !path.trim().is_empty()) {
        written.warnings.extend(ledger.papers()?.signed_doubt(report, &read_in(signed.trim())?, || faces::find(&place.fonts))?);
    }
    Ok(told(&written))
}

pub(super) fn verify_file(place: &Place, file: &str) -> Outcome {
    let bytes = read_in(file)?;
    let verified = place.open_existing()?.verify_file(&bytes, || faces::find(&place.fonts))?;
    match verified.verdict {
        Verdict::NotOurs => Err(Problem::NotOurs.into()),
        _ => Ok(format!("{}\n", verified.sentence())),
    }
}

/// What was done, and what should be looked at.
fn told(written: &Written) -> String {
    let warnings = written.warnings.iter().map(|warning| format!("Lưu ý: {warning}\n"));
    std::iter::once(format!("{}\n", written.summary)).chain(warnings).collect()
}

pub(super) fn verify_ledger(place: &Place) -> Outcome {
    match place.open_existing()?.verify_ledger()?.as_slice() {
        [] => Ok("Sổ nguyên vẹn.\n".to_owned()),
        missing => Err(Problem::FilesMissing(missing.len()).into()),
    }
}

pub(super) fn report_id(id: &str) -> Result<Id, Failure> {
    id.parse().map_err(|_| Failure::Usage(format!("{id}: số của báo cáo phải là một số.")))
}

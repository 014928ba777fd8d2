//! Nhận lại bản sửa: what a returned Word file says otherwise, taken into its report.

use super::args::Args;
use super::report::report_id;
use super::{Failure, Outcome, Place, json, read_in};
use ledger::Problem;
use ledger::view::{BackAnswer, BackComment, BackDifference, BackHow, BackKind, BackProposal, BackReason, BackWords};
use std::collections::HashSet;

/// Takes all differences but those of paragraphs that were changed here meanwhile; figures stay.
///
/// `--all` takes those too, `--sure` takes of a file that may be of another report, `--override REASON` puts the numbers of the file in the figures' place,
/// `--dry-run` only tells.
pub(super) fn run(place: &Place, args: &mut Args, id: &str, file: &str) -> Outcome {
    let (dry, all, sure, as_json) = (args.flag("dry-run"), args.flag("all"), args.flag("sure"), args.flag("json"));
    let reason = args.option("override");
    if reason.as_deref().is_some_and(|reason| reason.trim().is_empty()) {
        return Err(Failure::Usage("--override: hãy ghi lý do thay số.".to_owned()));
    }
    let report = report_id(id)?;
    let bytes = read_in(file)?;
    if bytes.is_empty() {
        return Err(Problem::FileEmpty.into());
    }
    let mut ledger = place.open_existing()?;
    let proposal = ledger.take_back(report, &bytes)?;
    if let Some(why) = proposal.doubt.clone().filter(|_| !dry && !sure) {
        return Err(Problem::DoubtfulReturn(why).into());
    }
    let is_taken = |one: &&BackDifference| !dry && (all || one.here.is_none());
    let taken: Vec<String> = proposal.differences.iter().filter(is_taken).map(|one| one.key.clone()).collect();
    let figures = proposal.differences.iter().filter(is_taken).flat_map(|one| &one.figures);
    let figures = figures.filter_map(|one| Some(BackReason { key: one.key.clone(), reason: reason.clone()? })).collect();
    let done = if dry {
        String::new()
    } else {
        let answer = BackAnswer { token: proposal.token.clone(), taken: taken.clone(), figures };
        ledger.accept_back(report, &bytes, &answer, &place.stamp)?.summary
    };
    if as_json {
        return json(&serde_json::json!({ "proposal": proposal, "taken": taken, "summary": done }));
    }
    Ok(told(&proposal, &taken, &done, dry, reason.is_some()))
}

/// What was found and done, a line each.
fn told(proposal: &BackProposal, taken: &[String], done: &str, dry: bool, overridden: bool) -> String {
    let matched = proposal.matched;
    let mut text = match (dry, proposal.differences.is_empty()) {
        (_, true) => format!("{}: không có chỗ nào khác.\n", proposal.title),
        (true, false) => format!("{}: {} chỗ khác, chưa nhận chỗ nào.\n", proposal.title, proposal.differences.len()),
        (false, false) => format!("{done}\n"),
    };
    let known = matched.by_mark + matched.by_words;
    text.extend(proposal.doubt.iter().map(|why| format!("{why} Hãy xem có đúng tệp không.\n")));
    text.push_str(&format!("{} Nhận ra {known} trên {} đoạn của tệp.\n", proposal.base, matched.paragraphs));
    if proposal.struck {
        text.push_str("Bản sửa có chữ gạch ngang: đọc như đề nghị bỏ.\n");
    }
    let taken: HashSet<&str> = taken.iter().map(String::as_str).collect();
    for one in &proposal.differences {
        let left = if dry || taken.contains(one.key.as_str()) {
            ""
        } else {
            " (để lại: trên máy đã sửa sau khi gửi, dùng --all để nhận)"
        };
        text.push_str(&format!("- {}{left}. {}\n", kind(one.kind), one.heading));
        for line in &one.lines {
            let label = if line.label.is_empty() { String::new() } else { format!("{}: ", line.label) };
            text.push_str(&format!("  {label}{}\n", words(&line.words).replace('\n', " ")));
        }
        if !one.lost.is_empty() {
            text.push_str(&format!("  Không còn số lấy từ sổ: {}.\n", one.lost.join("; ")));
        }
        for figure in &one.figures {
            let kept = if overridden { "thay bằng số của tệp" } else { "giữ số của sổ" };
            let number = figure.phrase.as_ref().map_or("Số".to_owned(), |phrase| format!("Trong “{phrase}”, số"));
            text.push_str(&format!("  {number} {} trong tệp là {}: {kept}.\n", figure.was, figure.now));
        }
    }
    for one in &proposal.outside {
        text.push_str(&format!("- Không nhận. {}\n  {}\n", one.sentence, words(&one.words).replace('\n', " ")));
    }
    text.extend(proposal.comments.iter().map(remark));
    text
}

fn remark(one: &BackComment) -> String {
    let author = if one.author.is_empty() { "không ghi tên" } else { &one.author };
    let what = if one.answer { "Trả lời của" } else { "Ghi chú của" };
    let about = if one.words.is_empty() { &one.about } else { &one.words };
    let settled = if one.settled { " (đã xong)" } else { "" };
    format!("- {what} {author} ở “{about}”{settled}: {}\n", one.text.replace('\n', " "))
}

fn kind(kind: BackKind) -> &'static str {
    match kind {
        BackKind::Changed => "Sửa",
        BackKind::Added => "Thêm",
        BackKind::Removed => "Bỏ",
        BackKind::Moved => "Chuyển chỗ",
        BackKind::Split => "Tách đoạn",
        BackKind::Merged => "Gộp đoạn",
        BackKind::Look => "Đậm, nghiêng",
    }
}

fn words(words: &[BackWords]) -> String {
    let one = |one: &BackWords| match one.how {
        BackHow::Same => one.text.clone(),
        BackHow::Gone => format!("[-{}-]", one.text),
        BackHow::New => format!("[+{}+]", one.text),
        BackHow::Bold => format!("[đậm: {}]", one.text),
        BackHow::Italic => format!("[nghiêng: {}]", one.text),
        BackHow::Both => format!("[đậm nghiêng: {}]", one.text),
        BackHow::Plain => format!("[thường: {}]", one.text),
    };
    words.iter().map(one).collect()
}

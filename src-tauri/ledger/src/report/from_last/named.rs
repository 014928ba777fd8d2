//! The name of a cited document: what times in it belong to, which no period of a report moves.

use super::line::Word;
use super::scan::Found;
use crate::view::MarkKind;

/// Words with which a document's subject begins.
const BEGINS: [&[&str]; 7] = [&["về"], &["v/v"], &["phê", "duyệt"], &["ban", "hành"], &["triển", "khai"], &["quy", "định"], &["sửa", "đổi"]];
/// Words that no subject holds: the sentence goes on with what was done.
const GOES_ON: [&str; 9] = ["đã", "đang", "sẽ", "chưa", "là", "thì", "nên", "nay", "đạt"];
/// Words before a time that is the sentence's own: `trong năm 2026`, `đến quý III`.
const BEFORE_A_TIME: [&str; 11] = ["trong", "đến", "từ", "tính", "vào", "trước", "sau", "hết", "kỳ", "và", "suốt"];
/// With these a part behind a comma goes on with the sentence, not with the name.
const NEW_PART: [&str; 14] = ["trong", "đến", "tính", "từ", "trên", "xã", "phường", "ubnd", "ủy", "nay", "năm", "quý", "tháng", "ngày"];
/// Words that may stand between number and time where no subject is begun: `của UBND tỉnh Hải Dương`.
const OFFICE: usize = 6;

/// Makes one mark of a document and the times in its name: `09/KH-UBND ngày 15/01/2026 về cải cách hành chính năm 2026`.
pub(super) fn whole_names(words: &[Word], found: Vec<Found>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let mut rest = found.into_iter().peekable();
    while let Some(mut one) = rest.next() {
        if one.kind == MarkKind::Document {
            let mut inside: Vec<Found> = Vec::new();
            while let Some(next) = rest.peek().filter(|next| next.kind != MarkKind::Document && holds(words, one.end, next)) {
                inside.push(next.clone());
                rest.next();
            }
            // A number at the end may be the sentence's own: only a time closes a name.
            let last = inside.iter().rposition(|one| matches!(one.kind, MarkKind::Period | MarkKind::Day));
            let beyond = inside.split_off(last.map_or(0, |last| last + 1));
            one.end = inside.last().map_or(one.end, |last| last.end);
            out.push(one);
            out.extend(beyond);
        } else {
            out.push(one);
        }
    }
    out
}

/// True when what stands at `next` is still in the name of the document whose number and day end at `end`.
fn holds(words: &[Word], end: usize, next: &Found) -> bool {
    let between: Vec<&Word> = words.iter().filter(|word| word.start >= end && word.end <= next.start).collect();
    let number = words.iter().find(|word| word.end == end);
    // What closes the number, or a word behind it, and the first word of the part that begins then.
    let closes = number.into_iter().chain(between.iter().copied()).zip(between.iter().copied().map(Some).chain([None]));
    let goes_on = closes.filter(|(word, _)| word.closed.is_some()).all(|(word, then)| {
        word.closed == Some(',') && then.is_some_and(|then| !NEW_PART.contains(&then.low.as_str())) || matches!(word.closed, Some('”' | '"'))
    });
    let begins =
        BEGINS.iter().any(|begin| between.windows(begin.len()).any(|part| part.iter().map(|word| word.low.as_str()).eq(begin.iter().copied())));
    let is_office = between.len() <= OFFICE && between.first().is_none_or(|word| word.low == "của") && next.kind != MarkKind::Number;
    let own = between.last().is_some_and(|word| BEFORE_A_TIME.contains(&word.low.as_str())) && next.kind != MarkKind::Number;
    goes_on && !own && (begins || is_office) && !between.iter().any(|word| GOES_ON.contains(&word.low.as_str()))
}

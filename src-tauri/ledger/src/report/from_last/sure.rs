//! Whether what is proposed is the first answer: a year or a day may well be of something that happened.

use super::line::{CHIP, words};
use super::moves::is_day;
use super::phrase::{Phrase, is_year_alone};
use super::scan::scan;
use crate::view::MarkKind;
use chrono::NaiveDate;

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    /// A heading, the subject: what is named there is the report's own period.
    Heading,
    /// The text that opens the report, which tells its period.
    Opening,
    /// Text under a heading that speaks of what is to come.
    Ahead,
    /// Any other text: it tells what happened.
    Text,
}

/// Words before a day that is the last one counted: `tính đến hết ngày 14/9/2026`.
const COUNTED_TO: [&str; 4] = ["tính đến", "tính tới", "liệu đến", "điểm đến"];
/// Words between `đến` and the day.
const BETWEEN: [&str; 4] = ["ngày", "hết", "thời", "điểm"];
/// What stands between two days of a span.
const REACHES: [&str; 6] = ["đến", "đến hết", "tới", "đến ngày", "-", "–"];

/// What belongs to a report's own period: its days, and the one that was to come after the earlier report's.
pub(super) struct Own {
    pub(super) ends: Vec<NaiveDate>,
    /// `quý iv`; empty: the report was begun from none.
    pub(super) next: String,
}

/// True when the words at a place of a line speak of the report's own period.
///
/// A period that something is compared with does not; a year alone does so in the opening and in a
/// heading, but not in the name of a cited document. The period that came next does so only where
/// something is to come: elsewhere its name without a year is that of one long past. A day does so as
/// the end of what is counted, or of the period's span.
pub(super) fn is_sure(kind: MarkKind, line: &str, start: usize, end: usize, room: Room, own: &Own) -> bool {
    let Some(said) = line.get(start..end) else { return false };
    let is_text = [Room::Text, Room::Ahead].contains(&room);
    match kind {
        // What something was compared with is mostly meant as it is named.
        MarkKind::Period if is_compared(line, start) => false,
        MarkKind::Period if is_year_alone(said) => !is_text && !names_document(line, end),
        MarkKind::Period if room == Room::Text => Phrase::of(said).is_none_or(|phrase| phrase.year.is_some() || phrase.part != own.next),
        MarkKind::Day => room == Room::Heading || is_counted_to(line, start, room) || is_of_span(line, start, end, &own.ends),
        _ => true,
    }
}

/// `So với năm 2026`, `cùng kỳ năm 2026`.
fn is_compared(line: &str, start: usize) -> bool {
    let before = lows_before(line, start);
    ["so với", "so với cả", "cùng kỳ", "cùng kỳ của"].iter().any(|words| before.ends_with(words))
}

/// `Kế hoạch CCHC năm 2026 (Quyết định số 12/QĐ-UBND …)`.
fn names_document(line: &str, end: usize) -> bool {
    let inside = line.get(end..).unwrap_or("").trim_start().strip_prefix('(').and_then(|rest| rest.split(')').next());
    inside.is_some_and(|inside| scan(inside, &[]).iter().any(|one| one.kind == MarkKind::Document))
}

fn is_counted_to(line: &str, start: usize, room: Room) -> bool {
    let before = lows_before(line, start);
    let mut lead = before.as_str();
    while let Some(rest) = BETWEEN.iter().find_map(|word| lead.strip_suffix(word)) {
        lead = rest.trim_end();
    }
    // `Đến ngày 14/9/2026, …` begins a sentence; in the opening it need not.
    let begins = lead == "đến" || lead.ends_with(". đến") || lead.ends_with("; đến");
    begins || COUNTED_TO.iter().any(|words| lead.ends_with(words)) || room == Room::Opening && lead.ends_with(" đến")
}

/// `từ ngày 15/6/2026 đến ngày 14/9/2026`: the other end is one of the period's days too.
fn is_of_span(line: &str, start: usize, end: usize, ends: &[NaiveDate]) -> bool {
    let is_own = |from: usize, to: usize| line.get(from..to).is_some_and(|words| ends.iter().any(|day| is_day(words, *day)));
    if is_own(start, end) && is_beside_chip(line, start, end) {
        return true;
    }
    let days: Vec<_> = scan(line, &[]).into_iter().filter(|one| one.kind == MarkKind::Day).collect();
    days.iter().zip(days.iter().skip(1)).filter(|(first, second)| first.start == start || second.start == start).any(|(first, second)| {
        let gap = line.get(first.end..second.start).unwrap_or("").trim().to_lowercase();
        let other = if first.start == start { second } else { first };
        REACHES.contains(&gap.as_str()) && is_own(other.start, other.end)
    })
}

/// `từ ngày 15/6/2026 đến ngày …` with a figure for the other day.
fn is_beside_chip(line: &str, start: usize, end: usize) -> bool {
    let after = line.get(end..).unwrap_or("").split_once(CHIP).map(|(gap, _)| gap.trim().to_lowercase());
    let before = line.get(..start).unwrap_or("").rsplit_once(CHIP).map(|(_, gap)| gap.trim().to_lowercase());
    let begins = lows_before(line, start);
    let begins = begins.strip_suffix("ngày").unwrap_or(&begins).trim_end();
    let from = begins == "từ" || begins.ends_with(" từ");
    from && after.is_some_and(|gap| REACHES.contains(&gap.as_str())) || before.is_some_and(|gap| REACHES.contains(&gap.as_str()))
}

/// The last words before a place in small letters, each apart by one space.
fn lows_before(line: &str, start: usize) -> String {
    let before = line.get(..start).unwrap_or("");
    let all = words(before);
    let last = all.get(all.len().saturating_sub(6)..).unwrap_or(&[]);
    let sign = |closed: Option<char>| closed.map(String::from).unwrap_or_default();
    last.iter().map(|word| format!("{}{}", word.low, sign(word.closed))).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sure(line: &str, said: &str, room: Room) -> bool {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let start = line.find(said).unwrap();
        let kind = scan(line, &[]).into_iter().find(|one| one.start == start).unwrap().kind;
        let own = Own { ends: vec![day("2026-06-15"), day("2026-09-14"), day("2026-12-15")], next: "quý iv".to_owned() };
        is_sure(kind, line, start, start + said.len(), room, &own)
    }

    #[test]
    fn a_year_alone_is_the_report_s_own_in_its_opening_and_its_headings_only() {
        for (line, said, room, expected) in [
            ("UBND xã báo cáo kết quả năm 2026 như sau:", "năm 2026", Room::Opening, true),
            ("Kết quả thực hiện Kế hoạch năm 2026", "năm 2026", Room::Heading, true),
            ("So với năm 2026 giảm 5%", "năm 2026", Room::Text, false),
            ("So với năm 2026 giảm 5%", "năm 2026", Room::Opening, false),
            ("từ đầu năm 2026 xã đã sáp nhập", "năm 2026", Room::Text, false),
            ("Kế hoạch CCHC năm 2026 (Quyết định số 12/QĐ-UBND ngày 15/01/2026)", "năm 2026", Room::Opening, false),
            ("Trong quý III năm 2026, xã", "quý III năm 2026", Room::Text, true),
            ("So với quý ba năm 2026 tăng", "quý ba năm 2026", Room::Text, false),
            ("Kế hoạch CCHC 2026", "2026", Room::Text, false),
            // What came next when it was written is long past, or still to come: only where that is told it is clear.
            ("tồn tại sau đợt tự kiểm tra quý IV", "quý IV", Room::Text, false),
            ("tồn tại sau đợt tự kiểm tra quý IV năm 2026", "quý IV năm 2026", Room::Text, true),
            ("Trong quý IV, UBND xã tập trung", "quý IV", Room::Ahead, true),
            ("phương hướng quý IV như sau:", "quý IV", Room::Opening, true),
            ("tồn tại sau đợt tự kiểm tra quý III", "quý III", Room::Text, true),
            ("Kế hoạch năm 2026 đã giao", "năm 2026", Room::Ahead, false),
        ] {
            assert_eq!(sure(line, said, room), expected, "{line}");
        }
    }

    #[test]
    fn a_day_is_the_report_s_own_as_the_end_of_what_is_counted() {
        for (line, said, room, expected) in [
            ("Tại cuộc họp ngày 14/9/2026 Chủ tịch giao", "ngày 14/9/2026", Room::Text, false),
            ("Tại cuộc họp ngày 14/9/2026 Chủ tịch giao", "ngày 14/9/2026", Room::Opening, false),
            ("Tính đến hết ngày 14/9/2026, xã", "ngày 14/9/2026", Room::Text, true),
            ("(số liệu tính đến 14/9/2026)", "14/9/2026", Room::Text, true),
            ("Đến ngày 14/9/2026, xã đã xong", "ngày 14/9/2026", Room::Text, true),
            ("gia hạn đến ngày 14/9/2026", "ngày 14/9/2026", Room::Text, false),
            ("số liệu từ ngày 15/6/2026 đến ngày 14/9/2026", "ngày 15/6/2026", Room::Text, true),
            ("số liệu từ ngày 15/6/2026 đến ngày 14/9/2026", "ngày 14/9/2026", Room::Text, true),
            // The first end was answered already.
            ("từ ngày 15/12/2026 đến ngày 14/9/2026", "ngày 14/9/2026", Room::Text, true),
            ("nộp từ ngày 15/6/2026 đến ngày 20/6/2026", "ngày 15/6/2026", Room::Text, false),
            ("(số liệu tính từ ngày 15/6/2026 đến ngày \u{fffc}) như sau:", "ngày 15/6/2026", Room::Opening, true),
            ("(số liệu từ 15/6/2026 đến \u{fffc})", "15/6/2026", Room::Text, true),
            ("họp ngày 15/6/2026 giao \u{fffc} việc", "ngày 15/6/2026", Room::Opening, false),
            ("số liệu từ ngày \u{fffc} đến ngày 14/9/2026", "ngày 14/9/2026", Room::Text, true),
            ("nộp từ ngày 20/6/2026 đến ngày \u{fffc}", "ngày 20/6/2026", Room::Text, false),
            ("từ ngày 15 tháng 6 năm 2026 đến hết ngày 14 tháng 9 năm 2026", "ngày 14 tháng 9 năm 2026", Room::Text, true),
        ] {
            assert_eq!(sure(line, said, room), expected, "{line}");
        }
    }
}

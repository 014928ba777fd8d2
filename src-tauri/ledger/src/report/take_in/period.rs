//! Which report some words name: its kind, its part of a year, and the year that belongs to it.

use crate::viet::{fold, nfc};
use crate::view::ReportKind;

/// A period that some words name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::report) struct Named {
    /// The kind of report that is written of it.
    pub(in crate::report) kind: ReportKind,
    /// What stands after the year: `-Q3`, `-H1`; nothing for a whole year.
    pub(in crate::report) part: &'static str,
    /// The year; `None`: the words have none for it.
    pub(in crate::report) year: Option<i32>,
}

/// A word without marks, and what parts it from the word before.
struct Word {
    text: String,
    before: String,
}

struct Words(Vec<Word>);

const QUARTERS: [&str; 4] = ["-Q1", "-Q2", "-Q3", "-Q4"];

/// The period that some words name; `None`: they name none.
pub(in crate::report) fn named(words: &str) -> Option<Named> {
    let words = Words::of(words);
    let at = |kind, part, (first, last)| Named { kind, part, year: words.year_of(part, first, last) };
    let (quarter, half, nine) = (words.quarter(0), words.months(&["6", "06", "sau"]), words.months(&["9", "09", "chin"]));
    quarter
        .map(|(place, nth)| at(ReportKind::Quarterly, QUARTERS.get(nth).copied().unwrap_or_default(), (place, place + 1)))
        .or_else(|| half.map(|place| at(ReportKind::SixMonth, "-H1", (place, place + 1))))
        .or_else(|| nine.map(|place| at(ReportKind::NineMonth, "-9M", (place, place + 1))))
        .or_else(|| words.whole_year().map(|place| at(ReportKind::Annual, "", (place, place))))
}

/// The year that some words speak of, outside of spans of years, dates and numbers of documents.
pub(in crate::report) fn year(words: &str) -> Option<i32> {
    let words = Words::of(words);
    (0..words.0.len()).find_map(|at| words.year(at))
}

/// True when some words speak of one month: `tháng 11 năm 2026`.
pub(in crate::report) fn is_of_a_month(words: &str) -> bool {
    let words = Words::of(words);
    let day = |at: usize| at > 1 && words.is(at - 2, "ngay");
    (0..words.0.len()).any(|at| words.is(at, "thang") && words.digits(at + 1) && !day(at))
}

/// Kind and period of a paper: `(Quarterly, 2026-Q3)`; the period is empty where no year is known.
///
/// `written`: the year it was written in, for words that name none.
pub(super) fn period(subject: &str, written: Option<i32>, inspected: bool) -> (ReportKind, String) {
    let named = named(subject).unwrap_or_else(|| Named { kind: ReportKind::Free, part: "", year: year(subject) });
    let kind = if inspected { ReportKind::Inspection } else { named.kind };
    (kind, named.year.or(written).map(|year| format!("{year}{}", named.part)).unwrap_or_default())
}

impl Words {
    fn of(text: &str) -> Words {
        let mut words = Vec::new();
        let (mut word, mut before) = (String::new(), String::new());
        for sign in nfc(text).chars().chain([' ']) {
            if sign.is_alphanumeric() {
                word.push(sign);
                continue;
            }
            if !word.is_empty() {
                let text = fold(&word).replace('đ', "d");
                words.push(Word { text, before: std::mem::take(&mut before).trim().to_owned() });
                word.clear();
            }
            before.push(sign);
        }
        Words(words)
    }

    fn text(&self, at: usize) -> &str {
        self.0.get(at).map_or("", |word| &word.text)
    }

    fn is(&self, at: usize, text: &str) -> bool {
        self.text(at) == text
    }

    fn digits(&self, at: usize) -> bool {
        !self.text(at).is_empty() && self.text(at).bytes().all(|sign| sign.is_ascii_digit())
    }

    /// True when a word is tied to the one before it by one of some signs alone.
    fn tied(&self, at: usize, signs: &[&str]) -> bool {
        self.0.get(at).is_some_and(|word| signs.contains(&word.before.as_str()))
    }

    /// The first quarter named from a place on: its place and its number from 0.
    fn quarter(&self, from: usize) -> Option<(usize, usize)> {
        let nth = |word: &str| {
            ["i", "ii", "iii", "iv"].iter().position(|roman| *roman == word).or(match word {
                "1" | "2" | "3" | "4" => word.parse::<usize>().ok().map(|nth| nth - 1),
                _ => None,
            })
        };
        (from..self.0.len()).filter(|at| self.is(*at, "quy") || self.is(*at, "qui")).find_map(|at| Some((at, nth(self.text(at + 1))?)))
    }

    /// The place of so many months from the year's first on: not `ngày 6 tháng 9`, not `6 tháng cuối năm`.
    fn months(&self, counts: &[&str]) -> Option<usize> {
        (0..self.0.len()).find(|at| {
            let counted = counts.contains(&self.text(*at)) && self.is(*at + 1, "thang");
            // Without marks "sáu tháng" and "sau tháng" are alike.
            let sure = !self.is(*at, "sau") || self.is(*at + 2, "dau");
            counted && sure && !self.is(*at + 2, "cuoi") && !(*at > 0 && self.is(*at - 1, "ngay"))
        })
    }

    /// The place of "năm" for a whole year: of no date, no month, no span of years, and no part of a name.
    fn whole_year(&self) -> Option<usize> {
        (0..self.0.len()).find(|at| {
            let before = at.checked_sub(1).unwrap_or(usize::MAX);
            let elsewhere = self.digits(before) || ["viet", "mien"].contains(&self.text(before));
            self.is(*at, "nam") && !elsewhere && (self.bare_year(*at + 1).is_none() || self.year(*at + 1).is_some())
        })
    }

    /// Four digits of this century.
    fn bare_year(&self, at: usize) -> Option<i32> {
        let year = self.text(at).parse().ok().filter(|_| self.digits(at) && self.text(at).len() == 4)?;
        (2000..2100).contains(&year).then_some(year)
    }

    /// A year that is no end of a span, no part of a date and of no document's number.
    fn year(&self, at: usize) -> Option<i32> {
        const DASHES: [&str; 3] = ["-", "–", "—"];
        let year = self.bare_year(at)?;
        let to = |at: usize| self.is(at, "den") && (self.bare_year(at + 1).is_some() || self.is(at + 1, "nam") && self.bare_year(at + 2).is_some());
        let begins = self.bare_year(at + 1).is_some() && self.tied(at + 1, &DASHES) || to(at + 1);
        let since = |steps: usize| at.checked_sub(steps).filter(|from| self.bare_year(*from).is_some());
        let ends = since(1).is_some() && self.tied(at, &DASHES) || since(2).or(since(3)).is_some_and(|from| to(from + 1));
        let all = |from: Option<usize>| from.is_some_and(|from| self.digits(from) && self.digits(from + 1));
        let short = all(at.checked_sub(2)) && self.tied(at, &["/", "-", "."]) && self.tied(at - 1, &["/", "-", "."]);
        let long = at.checked_sub(5).is_some_and(|from| self.is(from, "ngay") && self.is(from + 2, "thang") && self.is(from + 4, "nam"));
        let number = self.tied(at + 1, &["/"]) && !self.digits(at + 1);
        (!begins && !ends && !short && !long && !number).then_some(year)
    }

    /// The year of a period that stands at some words: the next one after it, else the last before.
    fn year_of(&self, part: &str, first: usize, last: usize) -> Option<i32> {
        let after = (last + 1..self.0.len()).find_map(|at| Some((at, self.year(at)?)));
        let Some((at, year)) = after else { return (0..first).rev().find_map(|at| self.year(at)) };
        // `quý IV, phương hướng quý I năm 2027`: the year is that of what comes next.
        let onward = (last + 1..at).find(|at| self.is(*at, "huong") || self.is(*at, "nhiem"));
        let turns = onward.is_some_and(|onward| match self.quarter(onward).filter(|(place, _)| *place < at) {
            Some((_, next)) => QUARTERS.iter().position(|quarter| *quarter == part).is_some_and(|nth| next <= nth),
            None => ["-Q4", ""].contains(&part) && self.is(at - 1, "nam") && !self.is(at - 2, "cuoi"),
        });
        Some(year - i32::from(turns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_named_by_the_subject() {
        for (subject, shown) in [
            ("Tình hình CCHC Quý III, phương hướng Quý IV năm 2025", "Quarterly 2025-Q3"),
            ("Kết quả CCHC quý IV, phương hướng quý I năm 2027", "Quarterly 2026-Q4"),
            ("Kết quả CCHC quý IV, phương hướng, nhiệm vụ năm 2027", "Quarterly 2026-Q4"),
            ("Kết quả năm, phương hướng năm 2027", "Annual 2026"),
            ("Kết quả 9 tháng, nhiệm vụ 3 tháng cuối năm 2026", "NineMonth 2026-9M"),
            ("Kết quả 6 tháng đầu năm 2026", "SixMonth 2026-H1"),
            ("Kết quả 9 tháng năm 2026", "NineMonth 2026-9M"),
            ("Công tác cải cách hành chính năm 2026", "Annual 2026"),
            ("Thực hiện quy định tại Nghị định số 30/2020/NĐ-CP, báo cáo quý 3/2026", "Quarterly 2026-Q3"),
            ("CCHC giai đoạn 2021-2026 và quý III năm 2026", "Quarterly 2026-Q3"),
            ("CCHC giai đoạn 2021 – 2026 và năm 2026", "Annual 2026"),
            ("CCHC từ năm 2021 đến năm 2026 và Quí II/2026", "Quarterly 2026-Q2"),
            ("Thực hiện Kế hoạch ngày 15/01/2025, báo cáo năm 2026 quý I", "Quarterly 2026-Q1"),
            ("Báo cáo quý I theo Công văn ngày 9 tháng 3 năm 2025", "Quarterly 2027-Q1"),
            ("CCHC tháng 11 năm 2026", "Free 2026"),
            ("Tổng kết giai đoạn 2021-2025", "Free 2027"),
            ("Cơ quan thường trú tại Việt Nam", "Free 2027"),
            ("Việc tiếp công dân", "Free 2027"),
        ] {
            let (kind, period) = period(subject, Some(2027), false);
            assert_eq!(format!("{kind:?} {period}"), shown, "{subject}");
        }
    }
}

//! Which report a letter asks for: by its own words, and by the day it was written on.

use super::SENT_BY;
use crate::report::period;
use crate::report::take_in::period::{Named, is_of_a_month, named, year};
use crate::viet::fold;
use crate::view::ReportKind;
use chrono::{Datelike, Days, NaiveDate};

/// What asks for a report beside the regular ones, folded.
const SPECIAL: [&str; 3] = ["giai đoan", "chuyen đe", "đot xuat"];

/// Kind and period of the report a letter of a day asks for.
///
/// A period without a year is the one nearest to that day; words that name no period ask for the
/// regular report that is due next.
pub(super) fn period(subject: &str, day: NaiveDate) -> (ReportKind, String) {
    let words = fold(subject);
    let inspected = words.contains("kiem tra");
    if let Some(Named { kind, part, year }) = named(subject) {
        let kind = if inspected { ReportKind::Inspection } else { kind };
        let year = year.unwrap_or_else(|| nearest(kind, part, day));
        return (kind, format!("{year}{part}"));
    }
    let next = || period::proposals(day).into_iter().find(|one| one.to.checked_add_days(Days::new(SENT_BY)).is_none_or(|due| due >= day));
    let special = is_of_a_month(subject) || SPECIAL.iter().any(|word| words.contains(word));
    let kind = if inspected { ReportKind::Inspection } else { ReportKind::Free };
    match next().filter(|_| !inspected && !special) {
        Some(next) => (next.kind, next.period),
        None => (kind, year(subject).unwrap_or_else(|| day.year()).to_string()),
    }
}

/// The year whose window of a period ends nearest to a day; what is past is three times as far.
fn nearest(kind: ReportKind, part: &str, day: NaiveDate) -> i32 {
    let far = |year: &i32| {
        let last = period::read(kind, &format!("{year}{part}")).map(|known| known.window.last).unwrap_or(NaiveDate::MAX);
        let days = (last - day).num_days();
        if days < 0 { days * -3 } else { days }
    };
    (day.year() - 1..=day.year() + 1).min_by_key(far).unwrap_or_else(|| day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_without_a_year_asks_for_the_window_nearest_to_its_day() {
        for (day, subject, expected) in [
            ("2026-12-28", "V/v báo cáo công tác CCHC quý I", "Quarterly 2027-Q1"),
            ("2027-03-01", "V/v báo cáo công tác CCHC quý I", "Quarterly 2027-Q1"),
            ("2027-04-20", "V/v báo cáo công tác CCHC quý I", "Quarterly 2027-Q1"),
            ("2027-01-05", "V/v báo cáo công tác CCHC quý IV", "Quarterly 2026-Q4"),
            ("2027-01-05", "báo cáo CCHC năm", "Annual 2026"),
            ("2026-12-28", "báo cáo CCHC 6 tháng", "SixMonth 2027-H1"),
            ("2026-09-04", "báo cáo CCHC 9 tháng", "NineMonth 2026-9M"),
            ("2026-12-28", "báo cáo CCHC 9 tháng", "NineMonth 2027-9M"),
            ("2026-12-28", "báo cáo phục vụ kiểm tra CCHC quý I", "Inspection 2027-Q1"),
            // What the words say holds.
            ("2026-12-28", "V/v báo cáo công tác CCHC quý I năm 2026", "Quarterly 2026-Q1"),
            ("2026-09-04", "kết quả giai đoạn 2021-2026 và quý III năm 2026", "Quarterly 2026-Q3"),
        ] {
            assert_eq!(shown(subject, day), expected, "{day} {subject}");
        }
    }

    #[test]
    fn a_letter_that_names_no_period_asks_for_the_regular_report_due_next() {
        for (day, subject, expected) in [
            ("2027-03-01", "về việc báo cáo định kỳ công tác CCHC", "Quarterly 2027-Q1"),
            ("2026-12-16", "về việc báo cáo định kỳ công tác CCHC", "Annual 2026"),
            // Its day has passed: the next one.
            ("2026-12-28", "về việc báo cáo định kỳ công tác CCHC", "Quarterly 2027-Q1"),
            ("2027-03-01", "báo cáo kết quả thực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021", "Quarterly 2027-Q1"),
            // What is no regular report stays the year's.
            ("2027-03-01", "báo cáo chuyên đề về tiếp công dân", "Free 2027"),
            ("2027-03-01", "báo cáo đột xuất về chậm trả hồ sơ", "Free 2027"),
            ("2026-11-20", "báo cáo CCHC tháng 11 năm 2026", "Free 2026"),
            ("2026-11-20", "báo cáo phục vụ kiểm tra công tác CCHC", "Inspection 2026"),
        ] {
            assert_eq!(shown(subject, day), expected, "{day} {subject}");
        }
    }

    fn shown(subject: &str, day: &str) -> String {
        let (kind, text) = period(subject, day.parse().unwrap());
        period::read(kind, &text).unwrap();
        format!("{kind:?} {text}")
    }
}

//! Kinds and periods of reports: their windows by the Ministry's calendar, their names.

use crate::deadline::Span;
use crate::view::{Proposal, ReportKind};
use crate::{Problem, Result};
use chrono::{Datelike, NaiveDate};

/// What a kind and its period mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Period {
    /// The Ministry's window.
    pub(crate) window: Span,
    /// `quý III năm 2026`.
    pub(crate) name: String,
    /// `quý IV năm 2026`: what comes after.
    pub(crate) next: String,
}

/// Reads a period such as `2026-Q3` for a kind. Errors: the two do not agree.
pub(crate) fn read(kind: ReportKind, text: &str) -> Result<Period> {
    let bad = || Problem::BadPeriod(text.to_owned());
    let (year, part) = text.split_once('-').unwrap_or((text, ""));
    let year: i32 = year.parse().map_err(|_| bad())?;
    if !(2000..2100).contains(&year) {
        return Err(bad().into());
    }
    let named = |window: Option<Span>, name: String, next: String| window.map(|window| Period { window, name, next }).ok_or_else(|| bad().into());
    match (kind, part) {
        (ReportKind::Quarterly | ReportKind::Inspection | ReportKind::Free, "Q1" | "Q2" | "Q3" | "Q4") => {
            let quarter = part.trim_start_matches('Q').parse::<u32>().map_err(|_| bad())?;
            named(quarter_window(year, quarter), quarter_name(year, quarter), quarter_name(year + i32::from(quarter == 4), quarter % 4 + 1))
        }
        (ReportKind::SixMonth | ReportKind::Inspection | ReportKind::Free, "H1") => {
            named(window((year - 1, 12), (year, 6)), format!("6 tháng đầu năm {year}"), format!("6 tháng cuối năm {year}"))
        }
        (ReportKind::NineMonth | ReportKind::Inspection | ReportKind::Free, "9M") => {
            named(window((year - 1, 12), (year, 9)), format!("9 tháng đầu năm {year}"), format!("3 tháng cuối năm {year}"))
        }
        (ReportKind::Annual | ReportKind::Inspection | ReportKind::Free, "") => {
            named(window((year - 1, 12), (year, 12)), format!("năm {year}"), format!("năm {}", year + 1))
        }
        _ => Err(bad().into()),
    }
}

/// The Ministry's window of a period: `2026-Q3`, `2026-H1`, `2026-9M`, `2026`. Error: none of these.
pub fn window_of(period: &str) -> Result<Span> {
    Ok(read(ReportKind::Free, period)?.window)
}

/// `Báo cáo quý III năm 2026`.
pub(crate) fn title(kind: ReportKind, period: &str) -> String {
    match read(kind, period) {
        Ok(known) if kind == ReportKind::Inspection => format!("Báo cáo phục vụ kiểm tra {}", known.name),
        Ok(known) => format!("Báo cáo {}", known.name),
        Err(_) => format!("Báo cáo {period}"),
    }
}

/// The regular reports whose window ends from a month and a half ago on, nearest first.
pub(crate) fn proposals(today: NaiveDate) -> Vec<Proposal> {
    let parts = [(ReportKind::Quarterly, "-Q1"), (ReportKind::SixMonth, "-H1"), (ReportKind::Quarterly, "-Q3"), (ReportKind::Annual, "")];
    let mut all: Vec<Proposal> = (today.year() - 1..=today.year() + 1)
        .flat_map(|year| parts.map(|(kind, part)| (kind, format!("{year}{part}"))))
        .filter_map(|(kind, period)| {
            let known = read(kind, &period).ok()?;
            let recent = (today - known.window.last).num_days() <= 45;
            recent.then(|| Proposal {
                kind,
                title: title(kind, &period),
                period,
                from: known.window.first,
                to: known.window.last,
                earlier: Vec::new(),
            })
        })
        .collect();
    all.sort_by_key(|one| one.to);
    all.truncate(4);
    all
}

/// What may be asked for at any time: of the Ministry's year, up to the last day that figures were told of.
///
/// `told`: the windows that figures were told of. A window of other days would have no number at all.
pub(crate) fn occasional(today: NaiveDate, told: &[Span]) -> Vec<Proposal> {
    let kinds = [(ReportKind::Inspection, "Báo cáo phục vụ kiểm tra"), (ReportKind::Free, "Báo cáo khác")];
    let period = today.year().to_string();
    let year = window((today.year() - 1, 12), (today.year(), 12)).unwrap_or(Span { first: today, last: today });
    let in_year = told.iter().filter(|span| span.first >= year.first && span.last <= today.min(year.last));
    let (first, last) = (year.first, in_year.map(|span| span.last).max().unwrap_or(today));
    kinds.map(|(kind, title)| Proposal { kind, title: title.to_owned(), period: period.clone(), from: first, to: last, earlier: Vec::new() }).into()
}

/// The Ministry's windows run from the 15th to the 14th.
fn window(from: (i32, u32), to: (i32, u32)) -> Option<Span> {
    Some(Span { first: NaiveDate::from_ymd_opt(from.0, from.1, 15)?, last: NaiveDate::from_ymd_opt(to.0, to.1, 14)? })
}

fn quarter_window(year: i32, quarter: u32) -> Option<Span> {
    let last = quarter * 3;
    let first = if quarter == 1 { (year - 1, 12) } else { (year, last - 3) };
    window(first, (year, last))
}

fn quarter_name(year: i32, quarter: u32) -> String {
    let roman = match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    };
    format!("quý {roman} năm {year}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect;

    #[test]
    fn windows_and_names_of_every_regular_report() {
        let mut shown = String::new();
        for (kind, period) in [
            (ReportKind::Quarterly, "2026-Q1"),
            (ReportKind::Quarterly, "2026-Q2"),
            (ReportKind::SixMonth, "2026-H1"),
            (ReportKind::Quarterly, "2026-Q3"),
            (ReportKind::NineMonth, "2026-9M"),
            (ReportKind::Quarterly, "2026-Q4"),
            (ReportKind::Annual, "2026"),
        ] {
            let known = read(kind, period).unwrap();
            shown.push_str(&format!("{period}: {}–{} {} → {}\n", known.window.first, known.window.last, known.name, known.next));
        }
        expect![[r#"
            2026-Q1: 2025-12-15–2026-03-14 quý I năm 2026 → quý II năm 2026
            2026-Q2: 2026-03-15–2026-06-14 quý II năm 2026 → quý III năm 2026
            2026-H1: 2025-12-15–2026-06-14 6 tháng đầu năm 2026 → 6 tháng cuối năm 2026
            2026-Q3: 2026-06-15–2026-09-14 quý III năm 2026 → quý IV năm 2026
            2026-9M: 2025-12-15–2026-09-14 9 tháng đầu năm 2026 → 3 tháng cuối năm 2026
            2026-Q4: 2026-09-15–2026-12-14 quý IV năm 2026 → quý I năm 2027
            2026: 2025-12-15–2026-12-14 năm 2026 → năm 2027
        "#]]
        .assert_eq(&shown);
    }

    #[test]
    fn what_is_asked_at_any_time_ends_where_figures_end() {
        let span = |period: &str| window_of(period).unwrap();
        for (today, told, expected) in [
            ("2026-11-27", vec!["2025", "2026-Q1", "2026-9M", "2026-H1"], "2025-12-15–2026-09-14"),
            // Estimates of a window that goes on are no end.
            ("2026-11-27", vec!["2026-H1", "2026"], "2025-12-15–2026-06-14"),
            ("2026-12-20", vec!["2026", "2027-Q1"], "2025-12-15–2026-12-14"),
            ("2026-02-03", vec!["2025"], "2025-12-15–2026-02-03"),
        ] {
            let told: Vec<Span> = told.into_iter().map(span).collect();
            for one in occasional(today.parse().unwrap(), &told) {
                assert_eq!(format!("{}–{}", one.from, one.to), expected, "{today}");
            }
        }
    }

    #[test]
    fn kind_and_period_must_agree() {
        for (kind, period) in [
            (ReportKind::Quarterly, "2026"),
            (ReportKind::Quarterly, "2026-Q5"),
            (ReportKind::SixMonth, "2026-Q3"),
            (ReportKind::Annual, "2026-H1"),
            (ReportKind::Annual, "26"),
            (ReportKind::Free, "abc"),
        ] {
            assert!(read(kind, period).is_err(), "{kind:?} {period}");
        }
    }

    #[test]
    fn the_nearest_report_is_proposed_first() {
        let day = NaiveDate::from_ymd_opt(2026, 9, 10).unwrap();
        let names: Vec<String> = proposals(day).into_iter().map(|one| one.period).collect();
        assert_eq!(names, ["2026-Q3", "2026", "2027-Q1", "2027-H1"]);
    }
}

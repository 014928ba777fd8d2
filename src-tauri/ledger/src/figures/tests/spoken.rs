//! Windows in words: what headings and titles of offices speak of.

use crate::deadline::Span;
use crate::figures::spoken::{Spoken, words};
use chrono::NaiveDate;

#[test]
fn parts_of_a_year_are_read_as_offices_write_them() {
    for (text, told) in [
        ("Quý III", "7-9"),
        ("QUÝ III NĂM 2026", "7-9/2026"),
        ("Số liệu quý III năm 2025", "7-9/2025"),
        ("Quí 3/2026", "7-9/2026"),
        ("QIII/2026", "7-9/2026"),
        ("Q.2", "4-6"),
        ("III/2026", "7-9/2026"),
        ("Quý I, II năm 2026", "1-6/2026"),
        ("Năm 2025, Quý III", "7-9/2025"),
        ("6 tháng", "1-6"),
        ("06 tháng đầu năm 2026", "1-6/2026"),
        ("sáu tháng đầu năm", "1-6"),
        ("6T/2026", "1-6/2026"),
        ("6 tháng cuối năm 2026", "7-12/2026"),
        ("3 tháng cuối năm", "10-12"),
        ("9 tháng năm 2026", "1-9/2026"),
        ("Từ tháng 1 đến tháng 9 năm 2026", "1-9/2026"),
        ("Tháng 9/2026", "9-9/2026"),
        ("9/2026", "9-9/2026"),
        ("Ước thực hiện cả năm 2026", "1-12/2026"),
        ("Cả năm", "1-12"),
        ("Năm", "1-12"),
        ("Năm 2025", "1-12/2025"),
        ("2025", "1-12/2025"),
        ("Số liệu 2025", "1-12/2025"),
        ("Giai đoạn 2021-2025", ""),
        // Men, a date, the letterhead, and what only sounds alike.
        ("Nam", ""),
        ("Đến ngày 14/9/2026", ""),
        ("An Lạc, ngày 14 tháng 9 năm 2026", ""),
        ("ngày    tháng 9 năm 2026", ""),
        ("ngày    /6/2026", ""),
        ("ngày ... tháng ... năm 2026", ""),
        ("Lũy kế từ đầu năm", ""),
        ("Năm nay", ""),
        ("Quý khách", ""),
        ("Số năm công tác", ""),
        ("Thời hạn 5 năm", ""),
    ] {
        let shown = |one: Spoken| format!("{}-{}{}", one.months.0, one.months.1, one.year.map(|year| format!("/{year}")).unwrap_or_default());
        assert_eq!(words(text, true).parts.into_iter().map(shown).collect::<Vec<_>>().join(" "), told, "{text}");
    }
    assert_eq!(words("Đến 14/9/2026", true).days, [NaiveDate::from_ymd_opt(2026, 9, 14).unwrap()]);
    assert_eq!(words("Công văn số 12/2026 về Kế hoạch 2026", false).parts, []);
}

#[test]
fn a_window_is_known_by_the_ministry_s_days_and_the_calendar_s() {
    let span = |first: &str, last: &str| Span { first: first.parse().unwrap(), last: last.parse().unwrap() };
    for (window, text, is) in [
        (span("2026-06-15", "2026-09-14"), "quý III", true),
        (span("2026-07-01", "2026-09-30"), "quý III/2026", true),
        (span("2026-06-15", "2026-09-14"), "quý II", false),
        (span("2026-06-15", "2026-09-14"), "quý III/2025", false),
        (span("2026-06-15", "2026-09-14"), "9 tháng", false),
        (span("2025-12-15", "2026-03-14"), "quý I/2026", true),
        (span("2025-12-15", "2026-12-14"), "năm 2026", true),
        (span("2025-07-01", "2025-12-14"), "năm 2025", true),
        (span("2026-08-15", "2026-09-14"), "tháng 9/2026", true),
        (span("2026-08-15", "2026-09-14"), "tháng 8/2026", false),
    ] {
        assert_eq!(words(text, true).parts[0].is(window), is, "{text} {window:?}");
    }
    assert!(words("năm 2026", true).parts[0].holds(span("2026-06-15", "2026-09-14")));
    assert!(!words("quý II/2026", true).parts[0].holds(span("2026-06-15", "2026-09-14")));
}

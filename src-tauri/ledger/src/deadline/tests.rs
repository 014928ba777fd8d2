//! Deadlines as offices write them, and every day, month and quarter of two decades.

mod days;
mod every;
mod kin;
mod others;

use super::*;
use chrono::Datelike;
use expect_test::{Expect, expect};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

fn on(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn span(first: NaiveDate, last: NaiveDate) -> Span {
    Span { first, last }
}

/// The plan of the last six months of 2025.
fn half() -> Span {
    span(on(2025, 7, 1), on(2025, 12, 31))
}

/// The plan of the year 2026.
fn whole() -> Span {
    span(on(2026, 1, 1), on(2026, 12, 31))
}

fn show(deadline: &Deadline) -> String {
    let day = |day: Option<NaiveDate>| day.map_or("–".to_owned(), |day| day.to_string());
    let mut line = match deadline.kind {
        Kind::Continuous | Kind::Triggered | Kind::Relative | Kind::Unknown => format!("{:?}", deadline.kind),
        kind => format!("{kind:?} {}..{}", day(deadline.first), day(deadline.last)),
    };
    let due: Vec<String> = deadline.occurrences.iter().map(|span| span.last.format("%d/%m").to_string()).collect();
    match due.len() {
        0 => {}
        1..=6 => line += &format!(" [{}]", due.join(" ")),
        n => line += &format!(" [{} … {}: {n}]", due[0], due[n - 1]),
    }
    line + if deadline.before { " trước" } else { "" } + if deadline.year_assumed { " năm?" } else { "" }
}

/// Checks one reading a line.
fn check(plan: Span, words: &str, expect: Expect) {
    let lines: Vec<String> = words
        .lines()
        .map(|line| line.trim())
        .filter(|line| !line.is_empty())
        .map(|line| format!("{line} → {}\n", show(&read(line, plan, Before::Exclusive))))
        .collect();
    expect.assert_eq(&lines.concat());
}

#[test]
fn the_plan_of_an_lao_is_understood() {
    let shared = std::env::var("SHARED").unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared").to_owned());
    let Ok(text) = std::fs::read_to_string(format!("{shared}/samples/an-lao-plan.json")) else {
        println!("skipped: no sample plan in {shared}");
        return;
    };
    let rows: Vec<serde_json::Value> = serde_json::from_str(&text).unwrap();
    let mut found: Vec<String> = rows.iter().map(|row| row["deadline_text"].as_str().unwrap().to_owned()).collect();
    let count = found.len();
    found.sort();
    found.dedup();
    check(
        half(),
        &found.join("\n"),
        expect![[r#"
        7/2025 → Window 2025-07-01..2025-07-31
        Quý III,IV/2025 → Window 2025-07-01..2025-12-31
        Theo yêu cầu của Sở Nội vụ → Triggered
        Theo yêu cầu của thành phố → Triggered
        Tháng 7/2025 → Window 2025-07-01..2025-07-31
        Thường xuyên → Continuous
        Trước ngày 20 của tháng cuối quý → Recurring 2025-07-01..2025-12-19 [19/09 19/12] trước
    "#]],
    );
    assert_eq!(count, 31);
}

#[test]
fn hints() {
    let hints = [
        "15/12/2025",
        "Quý III,IV/2025",
        "Bắt đầu từ 25/7/2026",
        "Hằng quý",
        "Tháng 3, 5",
        "Thường xuyên",
        "Khi có yêu cầu",
        "20 ngày sau khi ký",
        "?",
    ];
    let lines: Vec<String> = hints.iter().map(|words| format!("{words} → {}\n", hint(&read(words, half(), Before::Exclusive)))).collect();
    expect![[r#"
        15/12/2025 → hạn 15/12/2025
        Quý III,IV/2025 → hạn 31/12/2025
        Bắt đầu từ 25/7/2026 → từ 25/07/2026, chưa có ngày cuối
        Hằng quý → 2 lần trong kỳ
        Tháng 3, 5 → không có lần nào trong kỳ
        Thường xuyên → thường xuyên
        Khi có yêu cầu → chưa có ngày
        20 ngày sau khi ký → chưa có ngày
        ? → chưa rõ hạn
    "#]]
    .assert_eq(&lines.concat());
}

/// Words of the vocabulary, numbers and signs in any order.
fn phrase() -> impl Strategy<Value = String> {
    let words = "ngày tháng quý năm tuần hằng định kỳ trước chậm nhất đến hết từ nay trong và của đầu cuối nửa cả giai đoạn giờ một lần thứ sáu \
                 làm việc thường xuyên khi sau theo đột xuất hoàn thành III IV V 0 1 6 9 12 15 31 32 2025 2026 / - . , : ( ) yêu cầu";
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    prop::collection::vec(prop::sample::select(words), 0..12).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_has_an_answer(text in any::<String>()) {
        read(&text, half(), Before::Exclusive);
    }

    /// Whatever is understood is in order, and only a recurring deadline has occurrences.
    #[test]
    fn any_phrase_is_read_soundly(text in phrase(), inclusive in any::<bool>()) {
        let before = if inclusive { Before::Inclusive } else { Before::Exclusive };
        for plan in [half(), whole(), span(on(2025, 12, 15), on(2026, 12, 14))] {
            let read = read(&text, plan, before);
            if let (Some(first), Some(last)) = (read.first, read.last) {
                prop_assert!(first <= last, "{}", show(&read));
            }
            let days = read.first.is_some() || read.last.is_some();
            match read.kind {
                Kind::Date => prop_assert!(read.first.is_some() && read.first == read.last),
                Kind::Window => prop_assert!(days),
                Kind::Recurring => prop_assert_eq!(days, !read.occurrences.is_empty()),
                _ => prop_assert!(!days),
            }
            prop_assert!(read.kind == Kind::Recurring || read.occurrences.is_empty());
            prop_assert!(read.occurrences.iter().all(|span| span.first <= span.last));
            prop_assert!(read.occurrences.windows(2).all(|pair| pair[0].last < pair[1].last), "{}", show(&read));
        }
    }
}

//! Deadlines as offices write them, and every day, month and quarter of two decades.

mod kin;

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
fn months_quarters_and_longer() {
    check(
        half(),
        "7/2025
        Tháng 7/2025
        Tháng 01/2026
        T7/2025
        T.9/2025
        trong tháng 8
        tháng 9 năm 2025
        Tháng 7 - 9/2025
        7-9/2025
        Tháng 7, 8, 9/2025
        tháng 12/2025, 01/2026
        Từ tháng 3 đến tháng 10
        Từ tháng 10/2025 đến tháng 3/2026
        Quý III/2025
        Quý III,IV/2025
        Quý 3/2025
        Quý 3, 4/2025
        QIII/2025
        Quý I, II
        Quý I - IV
        vào quý II
        Hoàn thành trong quý IV năm 2025
        Quý III, năm 2025
        Quý III/2025 - Quý I/2026
        Quý IV/2025, I/2026
        6 tháng cuối năm
        6 tháng đầu năm 2026
        3 tháng cuối năm
        9 tháng
        Trong năm
        Năm 2026
        2025-2026
        Giai đoạn 2026-2030
        Đến hết tháng 9/2025
        Hết quý III
        cuối tháng 9
        trong nửa đầu tháng 8
        Trung tuần tháng 9
        Dự kiến tháng 9/2025",
        expect![[r#"
            7/2025 → Window 2025-07-01..2025-07-31
            Tháng 7/2025 → Window 2025-07-01..2025-07-31
            Tháng 01/2026 → Window 2026-01-01..2026-01-31
            T7/2025 → Window 2025-07-01..2025-07-31
            T.9/2025 → Window 2025-09-01..2025-09-30
            trong tháng 8 → Window 2025-08-01..2025-08-31 năm?
            tháng 9 năm 2025 → Window 2025-09-01..2025-09-30
            Tháng 7 - 9/2025 → Window 2025-07-01..2025-09-30
            7-9/2025 → Window 2025-07-01..2025-09-30
            Tháng 7, 8, 9/2025 → Window 2025-07-01..2025-09-30
            tháng 12/2025, 01/2026 → Window 2025-12-01..2026-01-31
            Từ tháng 3 đến tháng 10 → Window 2025-03-01..2025-10-31 năm?
            Từ tháng 10/2025 đến tháng 3/2026 → Window 2025-10-01..2026-03-31
            Quý III/2025 → Window 2025-07-01..2025-09-30
            Quý III,IV/2025 → Window 2025-07-01..2025-12-31
            Quý 3/2025 → Window 2025-07-01..2025-09-30
            Quý 3, 4/2025 → Window 2025-07-01..2025-12-31
            QIII/2025 → Window 2025-07-01..2025-09-30
            Quý I, II → Window 2025-01-01..2025-06-30 năm?
            Quý I - IV → Window 2025-01-01..2025-12-31 năm?
            vào quý II → Window 2025-04-01..2025-06-30 năm?
            Hoàn thành trong quý IV năm 2025 → Window 2025-10-01..2025-12-31
            Quý III, năm 2025 → Window 2025-07-01..2025-09-30
            Quý III/2025 - Quý I/2026 → Window 2025-07-01..2026-03-31
            Quý IV/2025, I/2026 → Window 2025-10-01..2026-03-31
            6 tháng cuối năm → Window 2025-07-01..2025-12-31 năm?
            6 tháng đầu năm 2026 → Window 2026-01-01..2026-06-30
            3 tháng cuối năm → Window 2025-10-01..2025-12-31 năm?
            9 tháng → Window 2025-01-01..2025-09-30 năm?
            Trong năm → Window 2025-01-01..2025-12-31 năm?
            Năm 2026 → Window 2026-01-01..2026-12-31
            2025-2026 → Window 2025-01-01..2026-12-31
            Giai đoạn 2026-2030 → Window 2026-01-01..2030-12-31
            Đến hết tháng 9/2025 → Window 2025-09-01..2025-09-30
            Hết quý III → Window 2025-07-01..2025-09-30 năm?
            cuối tháng 9 → Window 2025-09-01..2025-09-30 năm?
            trong nửa đầu tháng 8 → Window 2025-08-01..2025-08-15 năm?
            Trung tuần tháng 9 → Window 2025-09-11..2025-09-20 năm?
            Dự kiến tháng 9/2025 → Window 2025-09-01..2025-09-30
        "#]],
    );
}

#[test]
fn days() {
    check(
        half(),
        "15/12/2025
        15-12-2025
        15.12.2025
        15/12/25
        ngày 15 tháng 12 năm 2025
        Ngày 15 tháng 12
        Trước ngày 15/01
        Trước 30/11/2026
        Xong trước ngày 15/12
        Hoàn thành trước ngày 20/11/2025
        Chậm nhất 15/12
        Chậm nhất là ngày 10/9/2025
        Hạn cuối 15/12/2025
        Đến hết 31/12
        Đến ngày 15/12/2025
        Trước và trong ngày 15/12
        Trước 17h00 ngày 15/12/2025
        Trước tháng 9/2025
        Trước quý IV/2025
        Trước năm 2026
        Từ ngày 01/8/2025 đến ngày 15/9/2025
        Từ 15/7 đến 30/8/2025
        Từ 15/7 đến trước ngày 30/8/2025
        01-15/8/2025
        1/7-31/12/2025
        Bắt đầu từ 25/7/2026
        Từ tháng 7/2025 trở đi
        Từ nay đến hết năm 2025",
        expect![[r#"
            15/12/2025 → Date 2025-12-15..2025-12-15
            15-12-2025 → Date 2025-12-15..2025-12-15
            15.12.2025 → Date 2025-12-15..2025-12-15
            15/12/25 → Date 2025-12-15..2025-12-15
            ngày 15 tháng 12 năm 2025 → Date 2025-12-15..2025-12-15
            Ngày 15 tháng 12 → Date 2025-12-15..2025-12-15 năm?
            Trước ngày 15/01 → Date 2025-01-14..2025-01-14 trước năm?
            Trước 30/11/2026 → Date 2026-11-29..2026-11-29 trước
            Xong trước ngày 15/12 → Date 2025-12-14..2025-12-14 trước năm?
            Hoàn thành trước ngày 20/11/2025 → Date 2025-11-19..2025-11-19 trước
            Chậm nhất 15/12 → Date 2025-12-15..2025-12-15 năm?
            Chậm nhất là ngày 10/9/2025 → Date 2025-09-10..2025-09-10
            Hạn cuối 15/12/2025 → Date 2025-12-15..2025-12-15
            Đến hết 31/12 → Date 2025-12-31..2025-12-31 năm?
            Đến ngày 15/12/2025 → Date 2025-12-15..2025-12-15
            Trước và trong ngày 15/12 → Date 2025-12-15..2025-12-15 năm?
            Trước 17h00 ngày 15/12/2025 → Date 2025-12-15..2025-12-15
            Trước tháng 9/2025 → Date 2025-08-31..2025-08-31 trước
            Trước quý IV/2025 → Date 2025-09-30..2025-09-30 trước
            Trước năm 2026 → Date 2025-12-31..2025-12-31 trước
            Từ ngày 01/8/2025 đến ngày 15/9/2025 → Window 2025-08-01..2025-09-15
            Từ 15/7 đến 30/8/2025 → Window 2025-07-15..2025-08-30
            Từ 15/7 đến trước ngày 30/8/2025 → Window 2025-07-15..2025-08-29 trước
            01-15/8/2025 → Window 2025-08-01..2025-08-15
            1/7-31/12/2025 → Window 2025-07-01..2025-12-31
            Bắt đầu từ 25/7/2026 → Window 2026-07-25..–
            Từ tháng 7/2025 trở đi → Window 2025-07-01..–
            Từ nay đến hết năm 2025 → Window –..2025-12-31
        "#]],
    );
}

#[test]
fn what_comes_back() {
    check(
        half(),
        "Trước ngày 20 của tháng cuối quý
        Trước 25 hằng tháng
        Trước ngày 15, 25 hằng tháng
        Ngày 31 hằng tháng
        Trước ngày 01 hằng tháng
        Ngày 25 tháng cuối quý
        Tháng cuối quý
        Hằng quý
        Hàng quý
        định kỳ hằng quý
        Định kỳ hằng quý và đột xuất khi có yêu cầu
        Hằng quý (trước ngày 15 của tháng cuối quý)
        Báo cáo quý trước ngày 20 của tháng cuối quý
        Báo cáo tháng trước ngày 20 hằng tháng
        20/9; 20/12/2025
        Hằng quý, năm 2025
        Mỗi quý một lần
        1 lần/quý
        Cuối mỗi quý
        Theo quý
        Hằng tháng
        Hàng tuần
        Thứ sáu hằng tuần
        Hằng năm
        Trước ngày 15/12 hằng năm
        6 tháng, năm
        Hằng quý, 6 tháng, năm
        Tháng 3, 6, 9, 12
        Các tháng 9, 12
        Quý II, IV/2025
        15/6 và 15/12/2025
        Trước 15/9 và trước 15/12
        Ngày 20 các tháng 9, 12",
        expect![[r#"
            Trước ngày 20 của tháng cuối quý → Recurring 2025-07-01..2025-12-19 [19/09 19/12] trước
            Trước 25 hằng tháng → Recurring 2025-07-01..2025-12-24 [24/07 24/08 24/09 24/10 24/11 24/12] trước
            Trước ngày 15, 25 hằng tháng → Recurring 2025-07-01..2025-12-24 [14/07 … 24/12: 12] trước
            Ngày 31 hằng tháng → Recurring 2025-07-01..2025-12-31 [31/07 31/08 30/09 31/10 30/11 31/12]
            Trước ngày 01 hằng tháng → Recurring 2025-07-31..2025-12-31 [31/07 31/08 30/09 31/10 30/11 31/12] trước
            Ngày 25 tháng cuối quý → Recurring 2025-07-01..2025-12-25 [25/09 25/12]
            Tháng cuối quý → Recurring 2025-09-01..2025-12-31 [30/09 31/12]
            Hằng quý → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Hàng quý → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            định kỳ hằng quý → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Định kỳ hằng quý và đột xuất khi có yêu cầu → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Hằng quý (trước ngày 15 của tháng cuối quý) → Recurring 2025-07-01..2025-12-14 [14/09 14/12] trước
            Báo cáo quý trước ngày 20 của tháng cuối quý → Recurring 2025-07-01..2025-12-19 [19/09 19/12] trước
            Báo cáo tháng trước ngày 20 hằng tháng → Recurring 2025-07-01..2025-12-19 [19/07 19/08 19/09 19/10 19/11 19/12] trước
            20/9; 20/12/2025 → Recurring 2025-09-20..2025-12-20 [20/09 20/12]
            Hằng quý, năm 2025 → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Mỗi quý một lần → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            1 lần/quý → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Cuối mỗi quý → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Theo quý → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Hằng tháng → Recurring 2025-07-01..2025-12-31 [31/07 31/08 30/09 31/10 30/11 31/12]
            Hàng tuần → Recurring 2025-06-30..2025-12-28 [06/07 … 28/12: 26]
            Thứ sáu hằng tuần → Recurring 2025-06-30..2025-12-26 [04/07 … 26/12: 26]
            Hằng năm → Recurring 2025-01-01..2025-12-31 [31/12]
            Trước ngày 15/12 hằng năm → Recurring 2025-01-01..2025-12-14 [14/12] trước
            6 tháng, năm → Recurring 2025-07-01..2025-12-31 [31/12]
            Hằng quý, 6 tháng, năm → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
            Tháng 3, 6, 9, 12 → Recurring 2025-09-01..2025-12-31 [30/09 31/12] năm?
            Các tháng 9, 12 → Recurring 2025-09-01..2025-12-31 [30/09 31/12] năm?
            Quý II, IV/2025 → Recurring 2025-04-01..2025-12-31 [30/06 31/12]
            15/6 và 15/12/2025 → Recurring 2025-06-15..2025-12-15 [15/06 15/12]
            Trước 15/9 và trước 15/12 → Recurring 2025-09-14..2025-12-14 [14/09 14/12] trước năm?
            Ngày 20 các tháng 9, 12 → Recurring 2025-09-20..2025-12-20 [20/09 20/12] năm?
        "#]],
    );
    check(
        whole(),
        "Trước ngày 20 của tháng cuối quý
        6 tháng, năm
        Quý I, 6 tháng, 9 tháng và năm
        Tháng 3, 6, 9, 12
        Hằng tuần",
        expect![[r#"
            Trước ngày 20 của tháng cuối quý → Recurring 2026-01-01..2026-12-19 [19/03 19/06 19/09 19/12] trước
            6 tháng, năm → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Quý I, 6 tháng, 9 tháng và năm → Recurring 2026-01-01..2026-12-31 [31/03 30/06 30/09 31/12]
            Tháng 3, 6, 9, 12 → Recurring 2026-03-01..2026-12-31 [31/03 30/06 30/09 31/12] năm?
            Hằng tuần → Recurring 2025-12-29..2026-12-27 [04/01 … 27/12: 52]
        "#]],
    );
}

#[test]
fn no_day_of_their_own() {
    check(
        half(),
        "Thường xuyên
        Thường xuyên trong năm
        Thực hiện thường xuyên, liên tục
        Trong năm, thường xuyên
        Thường xuyên năm 2025
        Hằng ngày
        Theo yêu cầu của Sở Nội vụ
        Khi có yêu cầu
        Đột xuất
        Khi phát sinh
        Nếu có
        Theo hướng dẫn của Bộ Nội vụ
        Theo tiến độ của thành phố
        Theo đề nghị của các đơn vị
        Theo Kế hoạch số 15/KH-UBND ngày 15/7/2025 của UBND thành phố
        Sau khi có hướng dẫn
        Sau Đại hội Đảng bộ
        20 ngày sau khi Tỉnh ủy ban hành văn bản
        Trong 05 ngày làm việc kể từ ngày nhận được văn bản
        Trong vòng 30 ngày, kể từ ngày có hiệu lực
        Sau khi Tỉnh ủy ban hành văn bản 20 ngày
        Chậm nhất sau 05 ngày làm việc kể từ ngày nhận
        10 ngày trước khi họp",
        expect![[r#"
            Thường xuyên → Continuous
            Thường xuyên trong năm → Continuous
            Thực hiện thường xuyên, liên tục → Continuous
            Trong năm, thường xuyên → Continuous
            Thường xuyên năm 2025 → Continuous
            Hằng ngày → Continuous
            Theo yêu cầu của Sở Nội vụ → Triggered
            Khi có yêu cầu → Triggered
            Đột xuất → Triggered
            Khi phát sinh → Triggered
            Nếu có → Triggered
            Theo hướng dẫn của Bộ Nội vụ → Triggered
            Theo tiến độ của thành phố → Triggered
            Theo đề nghị của các đơn vị → Triggered
            Theo Kế hoạch số 15/KH-UBND ngày 15/7/2025 của UBND thành phố → Triggered
            Sau khi có hướng dẫn → Triggered
            Sau Đại hội Đảng bộ → Triggered
            20 ngày sau khi Tỉnh ủy ban hành văn bản → Relative
            Trong 05 ngày làm việc kể từ ngày nhận được văn bản → Relative
            Trong vòng 30 ngày, kể từ ngày có hiệu lực → Relative
            Sau khi Tỉnh ủy ban hành văn bản 20 ngày → Relative
            Chậm nhất sau 05 ngày làm việc kể từ ngày nhận → Relative
            10 ngày trước khi họp → Unknown
        "#]],
    );
}

/// Each of these has two readings, or none: the officer is asked.
#[test]
fn never_guessed() {
    let asked = "
        –
        Không xác định
        31/02/2025
        ngày 30 tháng 02 năm 2025
        29/02/2025
        0/12/2025
        32/1/2025
        28/72025
        Tháng 13/2025
        Quý V/2025
        Quý 0/2025
        Quý
        Ngày 15
        đầu tháng 9
        giữa tháng 8
        Đầu quý IV
        Tuần 2 tháng 9/2025
        6 tháng đầu năm
        Trong 6 tháng
        Trong 05 ngày làm việc
        Từ tháng 10 đến tháng 3
        15/3, 6, 9, 12
        Quý I, II - IV
        Quý III hoặc quý IV
        Năm học 2025-2026
        Trước Tết Nguyên đán
        Hằng quý trước ngày 20
        Trước ngày 20 hằng quý
        Trước ngày 05 của tháng đầu quý sau
        Thường xuyên, định kỳ hằng quý
        Thường xuyên; hoàn thành trước 15/12/2025
        Theo yêu cầu, trước 15/12/2025
        Theo kế hoạch, hoàn thành trong quý III/2025
        Sau ngày 15/8/2026
        Trước ngày 15 tháng 3, 6, 9 và trước ngày 05 tháng 12
        Tháng trước ngày 20
        Thường xuyên (báo cáo hằng quý)
        Khi có hướng dẫn của Bộ Nội vụ (dự kiến quý IV/2025)
        Khi
        Theo";
    for words in asked.lines().map(str::trim) {
        assert_eq!(show(&read(words, half(), Before::Exclusive)), "Unknown", "{words}");
    }
    let decade = span(on(2026, 1, 1), on(2030, 12, 31));
    for words in ["Quý I", "Tháng 8", "15/12", "Trong năm"] {
        assert_eq!(show(&read(words, decade, Before::Exclusive)), "Unknown", "{words} in a plan of five years");
    }
}

#[test]
fn a_missing_year_is_the_plans() {
    // A plan by the Ministry's window: December lies in its first year and its second.
    let window = span(on(2025, 12, 15), on(2026, 12, 14));
    check(
        window,
        "20/12
        10/12
        Trong năm
        Quý IV
        Quý I",
        expect![[r#"
            20/12 → Date 2025-12-20..2025-12-20 năm?
            10/12 → Date 2026-12-10..2026-12-10 năm?
            Trong năm → Window 2026-01-01..2026-12-31 năm?
            Quý IV → Window 2026-10-01..2026-12-31 năm?
            Quý I → Window 2026-01-01..2026-03-31 năm?
        "#]],
    );
    check(
        span(on(2026, 1, 1), on(2030, 12, 31)),
        "Trước ngày 15/12 hằng năm
        Tháng 6, 12",
        expect![[r#"
            Trước ngày 15/12 hằng năm → Recurring 2026-01-01..2030-12-14 [14/12 14/12 14/12 14/12 14/12] trước
            Tháng 6, 12 → Recurring 2026-06-01..2030-12-31 [30/06 … 31/12: 10] năm?
        "#]],
    );
}

#[test]
fn an_office_may_read_before_as_on() {
    let last = |words: &str, before| read(words, half(), before).last;
    for (words, exclusive, inclusive) in [
        ("Trước ngày 15/12", on(2025, 12, 14), on(2025, 12, 15)),
        ("Trước ngày 20 của tháng cuối quý", on(2025, 12, 19), on(2025, 12, 20)),
        ("Trước tháng 9/2025", on(2025, 8, 31), on(2025, 8, 31)),
        ("Chậm nhất 15/12", on(2025, 12, 15), on(2025, 12, 15)),
    ] {
        assert_eq!(last(words, Before::Exclusive), Some(exclusive), "{words}");
        assert_eq!(last(words, Before::Inclusive), Some(inclusive), "{words}");
    }
}

#[test]
fn ways_of_writing_are_one() {
    let texts =
        ["Trước ngày 20 của tháng cuối quý", "Hoàn thành trong Quý III, IV/2025", "Thường xuyên trong năm", "Đến hết 31/12", "Khi có yêu cầu"];
    for text in texts {
        let meant = read(text, half(), Before::Exclusive);
        let ways = [
            text.nfd().collect::<String>(),
            text.to_uppercase(),
            text.to_uppercase().nfd().collect(),
            text.replace(' ', "\u{a0}"),
            text.replace(' ', " \n  "),
            format!("  {text}. "),
            crate::viet::fold(text).replace('đ', "d"),
        ];
        for way in ways {
            assert_eq!(read(&way, half(), Before::Exclusive), meant, "{way:?}");
        }
    }
    for (a, b) in [("Quý III – IV", "Quý III-IV"), ("Quí III", "Quý III"), ("Hàng quí", "Hằng quý"), ("Ðến hết 31/12", "Đến hết 31/12")]
    {
        assert_eq!(read(a, half(), Before::Exclusive), read(b, half(), Before::Exclusive), "{a}");
        assert_ne!(read(a, half(), Before::Exclusive).kind, Kind::Unknown, "{a}");
    }
}

#[test]
fn every_day_of_two_decades_in_every_form() {
    for day in on(2020, 1, 1).iter_days().take_while(|day| day.year() <= 2040) {
        let (d, m, y) = (day.day(), day.month(), day.year());
        let forms = [
            format!("{d}/{m}/{y}"),
            format!("{d:02}/{m:02}/{y}"),
            format!("{d:02}-{m:02}-{y}"),
            format!("{d}.{m}.{y}"),
            format!("ngày {d:02} tháng {m:02} năm {y}"),
            format!("Chậm nhất ngày {d}/{m}/{y}"),
            format!("Đến hết ngày {d} tháng {m} năm {y}"),
            format!("trước và trong ngày {d:02}/{m}/{y}"),
        ];
        for form in forms {
            let read = read(&form, half(), Before::Exclusive);
            assert_eq!((read.kind, read.first, read.last, read.year_assumed), (Kind::Date, Some(day), Some(day), false), "{form}");
        }
        let before = read(&format!("Trước ngày {d}/{m}/{y}"), half(), Before::Exclusive);
        assert_eq!((before.kind, before.last, before.before), (Kind::Date, day.pred_opt(), true), "trước {day}");
        let short = read(&format!("{d}/{m}"), span(on(y, 1, 1), on(y, 12, 31)), Before::Exclusive);
        assert_eq!((short.last, short.year_assumed), (Some(day), true), "{d}/{m} in {y}");
    }
}

#[test]
fn every_day_that_is_not() {
    for (year, month) in (2020..=2040).flat_map(|year| (0..=99).map(move |month| (year, month))) {
        for day in (0..=99).filter(|day| NaiveDate::from_ymd_opt(year, month, *day).is_none()) {
            let read = read(&format!("{day}/{month}/{year}"), half(), Before::Exclusive);
            assert_eq!(read, Deadline::of(Kind::Unknown), "{day}/{month}/{year}");
        }
    }
}

#[test]
fn every_month_and_quarter_of_two_decades() {
    for year in 2020..=2040 {
        for month in 1..=12 {
            let first = on(year, month, 1);
            let last = first.iter_days().take_while(|day| day.month() == month).last();
            for form in
                [format!("{month}/{year}"), format!("Tháng {month:02}/{year}"), format!("T{month}/{year}"), format!("trong tháng {month} năm {year}")]
            {
                let read = read(&form, half(), Before::Exclusive);
                assert_eq!((read.kind, read.first, read.last), (Kind::Window, Some(first), last), "{form}");
            }
        }
        for (quarter, roman) in (1..=4).zip(["I", "II", "III", "IV"]) {
            let first = on(year, quarter * 3 - 2, 1);
            let last = first.iter_days().take_while(|day| day.month() <= quarter * 3 && day.year() == year).last();
            for form in
                [format!("Quý {roman}/{year}"), format!("Quý {quarter}/{year}"), format!("quý {roman} năm {year}"), format!("Hết quý {roman}/{year}")]
            {
                let read = read(&form, half(), Before::Exclusive);
                assert_eq!((read.kind, read.first, read.last), (Kind::Window, Some(first), last), "{form}");
            }
        }
    }
}

#[test]
fn weeks_are_counted_by_their_sunday() {
    for start in on(2025, 1, 1).iter_days().take(400) {
        let plan = span(start, start + chrono::Days::new(45));
        let sundays = start.iter_days().take(46).filter(|day| day.weekday() == chrono::Weekday::Sun);
        let read = read("Hằng tuần", plan, Before::Exclusive);
        assert!(read.occurrences.iter().map(|week| week.last).eq(sundays), "{start}");
        assert!(read.occurrences.iter().all(|week| week.first.weekday() == chrono::Weekday::Mon), "{start}");
    }
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

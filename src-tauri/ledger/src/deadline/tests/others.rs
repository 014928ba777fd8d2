//! What comes back, what has no day of its own, what is never guessed, and a year that is missing.

use super::*;

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

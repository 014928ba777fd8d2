//! Looser ways in which offices write the same.

use super::*;

#[test]
fn how_often_is_even_parts_of_the_calendar() {
    check(
        whole(),
        "6 tháng/lần
        06 tháng một lần
        Định kỳ 6 tháng
        Định kỳ 6 tháng/lần
        Định kỳ 3 tháng một lần
        mỗi 3 tháng
        Định kỳ 6 tháng, 1 năm
        Định kỳ 01 tháng, 01 quý, 06 tháng và 01 năm
        3 tháng, 6 tháng, 9 tháng, năm
        02 lần/năm
        hai lần/năm
        Ít nhất 02 lần/năm
        2 lần mỗi năm
        Mỗi năm 2 lần
        Năm 02 lần
        4 lần/năm
        1 lần/năm
        2 lần/tháng
        1 lần/6 tháng
        01 lần/01 quý
        3 lần/tháng
        5 lần/năm
        2 lần/quý
        Định kỳ 9 tháng
        Định kỳ 6 tháng đầu năm",
        expect![[r#"
            6 tháng/lần → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            06 tháng một lần → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Định kỳ 6 tháng → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Định kỳ 6 tháng/lần → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Định kỳ 3 tháng một lần → Recurring 2026-01-01..2026-12-31 [31/03 30/06 30/09 31/12]
            mỗi 3 tháng → Recurring 2026-01-01..2026-12-31 [31/03 30/06 30/09 31/12]
            Định kỳ 6 tháng, 1 năm → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Định kỳ 01 tháng, 01 quý, 06 tháng và 01 năm → Recurring 2026-01-01..2026-12-31 [31/01 … 31/12: 12]
            3 tháng, 6 tháng, 9 tháng, năm → Recurring 2026-01-01..2026-12-31 [31/03 30/06 30/09 31/12]
            02 lần/năm → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            hai lần/năm → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Ít nhất 02 lần/năm → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            2 lần mỗi năm → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Mỗi năm 2 lần → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            Năm 02 lần → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            4 lần/năm → Recurring 2026-01-01..2026-12-31 [31/03 30/06 30/09 31/12]
            1 lần/năm → Recurring 2026-01-01..2026-12-31 [31/12]
            2 lần/tháng → Recurring 2026-01-01..2026-12-31 [15/01 … 31/12: 24]
            1 lần/6 tháng → Recurring 2026-01-01..2026-12-31 [30/06 31/12]
            01 lần/01 quý → Recurring 2026-01-01..2026-12-31 [31/03 30/06 30/09 31/12]
            3 lần/tháng → Unknown
            5 lần/năm → Unknown
            2 lần/quý → Unknown
            Định kỳ 9 tháng → Unknown
            Định kỳ 6 tháng đầu năm → Unknown
        "#]],
    );
    check(
        half(),
        "6 tháng/lần\n02 lần/năm\n3 tháng/lần",
        expect![[r#"
        6 tháng/lần → Recurring 2025-07-01..2025-12-31 [31/12]
        02 lần/năm → Recurring 2025-07-01..2025-12-31 [31/12]
        3 tháng/lần → Recurring 2025-07-01..2025-12-31 [30/09 31/12]
    "#]],
    );
}

#[test]
fn years_are_short_or_named_by_the_plans() {
    check(
        whole(),
        "Tháng 6/26
        T6/26
        Quý III/26
        Tháng 6/12
        Ngày 15 tháng 6/26
        Trước ngày 15 tháng 01 năm sau
        Trước 15/01 năm sau
        Tháng 01 năm kế tiếp
        Quý I năm sau
        15/12 năm nay
        Trước 15/01 năm sau hằng năm
        Sau khi có hướng dẫn năm sau
        Trước ngày 15/12 (báo cáo năm)
        Trước ngày 15/12 (gửi báo cáo năm)
        Quý I, báo cáo năm",
        expect![[r#"
            Tháng 6/26 → Window 2026-06-01..2026-06-30
            T6/26 → Window 2026-06-01..2026-06-30
            Quý III/26 → Window 2026-07-01..2026-09-30
            Tháng 6/12 → Unknown
            Ngày 15 tháng 6/26 → Date 2026-06-15..2026-06-15
            Trước ngày 15 tháng 01 năm sau → Date 2027-01-14..2027-01-14 trước
            Trước 15/01 năm sau → Date 2027-01-14..2027-01-14 trước
            Tháng 01 năm kế tiếp → Window 2027-01-01..2027-01-31
            Quý I năm sau → Window 2027-01-01..2027-03-31
            15/12 năm nay → Date 2026-12-15..2026-12-15
            Trước 15/01 năm sau hằng năm → Unknown
            Sau khi có hướng dẫn năm sau → Triggered
            Trước ngày 15/12 (báo cáo năm) → Date 2026-12-14..2026-12-14 trước năm?
            Trước ngày 15/12 (gửi báo cáo năm) → Date 2026-12-14..2026-12-14 trước năm?
            Quý I, báo cáo năm → Unknown
        "#]],
    );
    // Of several years nobody knows which is meant.
    let several = span(on(2026, 1, 1), on(2030, 12, 31));
    check(
        several,
        "Trước 15/01 năm sau",
        expect![[r#"
        Trước 15/01 năm sau → Unknown
    "#]],
    );
}

#[test]
fn numbers_in_words() {
    check(
        whole(),
        "Tháng ba
        Tháng tư năm 2026
        Tháng mười hai
        Quý hai
        Sáu tháng đầu năm
        Thứ ba hằng tuần
        Thang tu nam 2026
        Tu thang 3 den thang 5
        hai tuần kể từ khi có văn bản",
        expect![[r#"
            Tháng ba → Window 2026-03-01..2026-03-31 năm?
            Tháng tư năm 2026 → Window 2026-04-01..2026-04-30
            Tháng mười hai → Window 2026-12-01..2026-12-31 năm?
            Quý hai → Window 2026-04-01..2026-06-30 năm?
            Sáu tháng đầu năm → Window 2026-01-01..2026-06-30 năm?
            Thứ ba hằng tuần → Recurring 2026-01-05..2026-12-29 [06/01 … 29/12: 52]
            Thang tu nam 2026 → Unknown
            Tu thang 3 den thang 5 → Window 2026-03-01..2026-05-31 năm?
            hai tuần kể từ khi có văn bản → Relative
        "#]],
    );
}

#[test]
fn days_before_an_event_are_asked_and_never_counted_after_it() {
    for words in
        ["Ít nhất 05 ngày làm việc trước khi tổ chức hội nghị", "Tối thiểu 3 ngày trước khi họp", "Trước khi họp 10 ngày", "10 ngày trước khi họp"]
    {
        let read = read(words, whole(), Before::Exclusive);
        assert!(matches!(read.kind, Kind::Unknown | Kind::Triggered) && read.last.is_none(), "{words}: {read:?}");
        assert!(After::read(words).is_none(), "{words}");
    }
}

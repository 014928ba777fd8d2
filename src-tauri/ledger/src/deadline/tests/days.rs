//! Months, quarters, halves, and days by their numbers.

use super::*;

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

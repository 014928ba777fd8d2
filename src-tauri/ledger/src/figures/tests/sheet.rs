//! Cells and doubts, as the officer sees them.

use super::{Desk, doubts, sheet};
use expect_test::expect;

#[test]
fn totals_and_shares_are_reckoned_and_changes_told() {
    let told = "
        case.carried 2026-H1 36
        case.new_online 2026-H1 1.790
        case.new_direct 2026-H1 328
        case.early 2026-H1 1.604
        case.on_time 2026-H1 505
        case.late 2026-H1 4
        case.refused 2026-H1 0
        case.withdrawn 2026-H1 0
        case.within 2026-H1 41
        case.beyond 2026-H1 0
        case.supplement 2026-H1 0
        case.new_online 2026-Q3 1.986
        case.new_direct 2026-Q3 283
        case.late 2026-Q3 4";
    let ids = ["case.carried", "case.new", "case.received", "case.resolved", "case.open", "case.on_time_rate", "case.online_rate"];
    expect![[r#"
        case.carried: 41 | 36 | +5 | Số cuối 6 tháng đầu năm 2026
        case.new: 2.269 | 2.118 | +151 | Máy cộng từ các dòng
        case.received: 2.310 | 2.154 | +156 | Máy cộng từ các dòng
        case.resolved: – | 2.113 | – | Chờ số: Hồ sơ giải quyết trước hạn; Hồ sơ giải quyết đúng hạn và 2 số nữa
        case.open: – | 41 | – | Chờ số: Hồ sơ đang giải quyết trong hạn; Hồ sơ đang giải quyết quá hạn và 1 số nữa
        case.on_time_rate: – | 99,81 | – | Chờ số: Tổng số hồ sơ đã giải quyết
        case.online_rate: 87,53 | 84,51 | +3,02 điểm | 1.986 / 2.269
    "#]]
    .assert_eq(&sheet(told, "2026-Q3", &ids));
}

#[test]
fn a_window_comes_from_others_and_from_the_year_so_far() {
    let told = "
        lead.meetings 2026-Q1 2
        lead.meetings 2026-H1 5 lũy-kế
        lead.meetings 2026-Q3 9 lũy-kế
        lead.dialogues 2026-H1 1
        lead.dialogues 2026-9M 3
        news.portal 2026-Q1 50
        news.portal 2026-Q3 60
        legal.mediators 2026-9M 29";
    let ids = ["lead.meetings", "lead.dialogues", "news.portal", "legal.mediators"];
    expect![[r#"
        lead.meetings: 3 | 2 | +1 | 6 tháng đầu năm 2026 − quý I/2026
        lead.dialogues: – | – | – | Mới có số của 6 tháng đầu năm 2026, chưa tách riêng kỳ này; hãy gõ số của kỳ này
        news.portal: – | 50 | – | –
        legal.mediators: – | – | – | –
    "#]]
    .assert_eq(&sheet(told, "2026-Q2", &ids));
    expect![[r#"
        lead.meetings: 4 | 5 | −1 | 9 tháng đầu năm 2026 − 6 tháng đầu năm 2026
        lead.dialogues: 2 | 1 | +1 | 9 tháng đầu năm 2026 − 6 tháng đầu năm 2026
        news.portal: 60 | – | – | Hệ thống TTHC
        legal.mediators: 29 | – | – | Số của 9 tháng đầu năm 2026
    "#]]
    .assert_eq(&sheet(told, "2026-Q3", &ids));
    expect![[r#"
        lead.meetings: 9 | – | – | Hệ thống TTHC
        lead.dialogues: 3 | – | – | Hệ thống TTHC
        news.portal: – | – | – | Thiếu số từ 15/03/2026 đến 14/06/2026; hãy gõ số của những ngày đó, hoặc của cả kỳ này
        legal.mediators: 29 | – | – | Hệ thống TTHC
    "#]]
    .assert_eq(&sheet(told, "2026-9M", &ids));
}

#[test]
fn windows_with_a_gap_or_days_in_common_are_named_and_lose_nothing() {
    let told = "
        lead.meetings 2025-12-25..2026-03-31 4
        lead.meetings 2026-03-15..2026-06-14 3
        lead.dialogues 2025-12-15..2026-03-14 1
        lead.dialogues 2026-03-20..2026-06-14 2";
    expect![[r#"
        lead.meetings: – | – | – | Thiếu số từ 15/12/2025 đến 24/12/2025; hãy gõ số của những ngày đó, hoặc của cả kỳ này
        lead.dialogues: – | – | – | Thiếu số từ 15/03/2026 đến 19/03/2026; hãy gõ số của những ngày đó, hoặc của cả kỳ này
    "#]]
    .assert_eq(&sheet(told, "2026-H1", &["lead.meetings", "lead.dialogues"]));
    expect![[r#"
        lead.meetings: – | – | – | Hai kỳ trùng nhau từ 15/03/2026 đến 31/03/2026 nên không cộng được; hãy gõ số của cả kỳ này
    "#]]
    .assert_eq(&sheet(told, "2025-12-25..2026-06-14", &["lead.meetings"]));
}

#[test]
fn units_add_up_until_the_office_tells_its_own() {
    let units = "
        news.portal 2026-Q3 12 @1
        news.portal 2026-Q3 30 @2";
    expect![[r#"
        news.portal: 42 | – | – | Cộng từ 02 đơn vị
    "#]]
    .assert_eq(&sheet(units, "2026-Q3", &["news.portal"]));
    let both = format!("{units}\n news.portal 2026-Q3 45");
    expect![[r#"
        news.portal: 45 | – | – | Hệ thống TTHC
    "#]]
    .assert_eq(&sheet(&both, "2026-Q3", &["news.portal"]));
    expect![[r#"
        units:news.portal: Số chưa khớp, lệch 3 tin, bài. “Tin, bài về CCHC trên trang thông tin điện tử” đã gõ cho cả xã khác tổng số các đơn vị gửi. Báo cáo lấy số của cả xã.
            Số của cả xã: 45
            Trừ số của 02 đơn vị: −42
            = 3
    "#]]
    .assert_eq(&doubts(&both, "2026-Q3"));
}

#[test]
fn an_estimate_stands_until_the_closed_value_and_beside_it() {
    let estimate = "
        lead.meetings 2026-9M 6
        lead.meetings 2026-09-15..2026-12-14 3 ước
        lead.dialogues 2026 5 ước";
    let ids = ["lead.meetings", "lead.dialogues"];
    expect![[r#"
        lead.meetings: 9 (ước) | – | – | 9 tháng đầu năm 2026 + quý IV/2026
        lead.dialogues: 5 (ước) | – | – | Hệ thống TTHC
    "#]]
    .assert_eq(&sheet(estimate, "2026", &ids));
    let closed = format!("{estimate}\n lead.meetings 2026-09-15..2026-12-14 4");
    expect![[r#"
        lead.meetings: 10 | – | – | 9 tháng đầu năm 2026 + quý IV/2026
        lead.dialogues: 5 (ước) | – | – | Hệ thống TTHC
    "#]]
    .assert_eq(&sheet(&closed, "2026", &ids));
    let mut desk = Desk::new();
    desk.tell(&closed).unwrap();
    let view = desk.view("2026-Q4");
    let row = |id: &str| view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.id == id).unwrap();
    let meetings = row("lead.meetings");
    assert_eq!((meetings.now.shown.as_str(), meetings.told.as_ref().unwrap().closed), ("4", true));
    assert_eq!(meetings.estimate.as_ref().unwrap().value, "3");
    let so_far = meetings.so_far.as_ref().unwrap();
    assert_eq!((so_far.shown.as_str(), so_far.estimate), ("10", false));
    // Ước cả năm stands apart, and says nothing of a part of the year.
    assert_eq!((row("lead.dialogues").whole_year.as_ref().unwrap().value.as_str(), row("lead.dialogues").now.shown.as_str()), ("5", ""));
}

#[test]
fn a_broken_law_is_a_note_with_its_arithmetic() {
    let told = "
        case.received 2026-Q3 2.310
        case.resolved 2026-Q3 2.268
        case.open 2026-Q3 35
        case.open 2026-H1 40
        case.carried 2026-Q3 41
        petitions.received 2026-Q3 23
        petitions.competent 2026-Q3 21
        petitions.refused 2026-Q3 2
        post.present 2026-Q3 46
        post.assigned 2026-Q3 45
        case.fee 2026-Q3 9
        case.paid_online 2026-Q3 8";
    expect![[r#"
        received-in-out: Số chưa khớp, lệch 7 hồ sơ. Tổng số hồ sơ tiếp nhận bằng đã giải quyết cộng đang giải quyết
            Tổng số hồ sơ tiếp nhận: 2.310
            Tổng số hồ sơ đã giải quyết: −2.268
            Hồ sơ đang giải quyết: −35
            = 7
        opening-is-last-closing: Số chưa khớp, lệch 1 hồ sơ. Hồ sơ kỳ trước chuyển sang bằng hồ sơ đang giải quyết cuối kỳ trước
            Hồ sơ kỳ trước chuyển sang: 41
            Hồ sơ đang giải quyết (6 tháng đầu năm 2026): −40
            = 1
        posts-within: Số vượt quá, thừa 1 người. Số có mặt không vượt biên chế được giao
            Cán bộ, công chức có mặt: 46
            Biên chế cán bộ, công chức được giao: −45
            = 1
    "#]]
    .assert_eq(&doubts(told, "2026-Q3"));
}

#[test]
fn what_was_told_twice_and_differs_is_a_note_too() {
    let told = "
        case.new_online 2026-Q3 100
        case.new_direct 2026-Q3 20
        case.new 2026-Q3 125
        lead.meetings 2026-Q1 2
        lead.meetings 2026-Q2 3
        lead.meetings 2026-H1 6";
    expect![[r#"
        sum:case.new: Số chưa khớp, lệch 5 hồ sơ. Số đã gõ ở “Hồ sơ tiếp nhận mới trong kỳ” khác tổng các dòng. Báo cáo lấy tổng các dòng.
            Hồ sơ tiếp nhận mới trong kỳ (đã gõ): 125
            Hồ sơ tiếp nhận mới trực tuyến: −100
            Hồ sơ tiếp nhận mới trực tiếp và qua bưu chính: −20
            = 5
    "#]]
    .assert_eq(&doubts(told, "2026-Q3"));
    expect![[r#"
        windows:lead.meetings: Số chưa khớp, lệch 1 cuộc. “Hội nghị, cuộc họp chuyên đề hoặc giao ban có nội dung CCHC” đã gõ cho kỳ này khác số tính từ quý I/2026 + quý II/2026. Báo cáo lấy số đã gõ.
            6 tháng đầu năm 2026 (đã gõ): 6
            quý I/2026: −2
            quý II/2026: −3
            = 1
    "#]]
    .assert_eq(&doubts(told, "2026-H1"));
}

#[test]
fn a_share_of_nothing_and_words_are_told_as_such() {
    let told = "
        feedback.received 2026-Q3 0
        feedback.settled 2026-Q3 0
        case.satisfaction 2026-Q3 trên_98%
        case.fee 2026-Q3 3
        case.paid_online 2026-Q3 3";
    expect![[r#"
        feedback.rate: – | – | – | Mẫu số bằng 0 nên không có tỷ lệ; hãy kiểm tra lại số, hoặc bỏ câu có tỷ lệ này trong báo cáo
        case.satisfaction: trên 98% | – | – | Hệ thống TTHC
        case.paid_rate: 100 | – | – | 3 / 3
    "#]]
    .assert_eq(&sheet(told, "2026-Q3", &["feedback.rate", "case.satisfaction", "case.paid_rate"]));
}

#[test]
fn a_first_year_that_began_late_is_still_compared_with() {
    let told = "
        lead.meetings 2025-07-01..2025-09-14 7
        news.portal 2024-12-15..2025-09-14 30";
    let mut desk = Desk::new();
    desk.tell(told).unwrap();
    let view = desk.view("2026-Q3");
    assert_eq!(view.year_ago.name, "01/07/2025 – 14/09/2025");
    let row = |id: &str| view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.id == id).unwrap();
    assert_eq!((row("lead.meetings").year_ago.shown.as_str(), row("news.portal").year_ago.shown.as_str()), ("7", ""));
    assert_eq!(desk.view("2026-9M").year_ago.name, "9 tháng đầu năm 2025");
}

#[test]
fn what_the_office_told_of_one_quarter_joins_what_its_units_told_of_another() {
    let told = "
        news.portal 2026-Q1 12
        news.portal 2026-Q2 12 @1
        news.portal 2026-Q2 30 @2
        news.portal 2026-Q3 9 @1
        news.portal 2026-Q3 4 @2 ước";
    expect![[r#"
        news.portal: 54 | – | – | quý I/2026 + quý II/2026
    "#]]
    .assert_eq(&sheet(told, "2026-H1", &["news.portal"]));
    expect![[r#"
        news.portal: 67 (ước) | – | – | quý I/2026 + quý II/2026 + quý III/2026
    "#]]
    .assert_eq(&sheet(told, "2026-9M", &["news.portal"]));
    expect![[r#"
        news.portal: – | – | – | Thiếu số từ 15/09/2026 đến 14/12/2026; hãy gõ số của những ngày đó, hoặc của cả kỳ này
    "#]]
    .assert_eq(&sheet(told, "2026", &["news.portal"]));
}

//! A number that was joined from an incomplete sum, or from which one was taken away, says what it lacks.

use super::{Desk, doubts, sheet};
use expect_test::expect;

const OFFICE_THEN_ONE: &str = "
    news.portal 2026-Q1 100
    news.portal 2026-Q2 100
    news.portal 2026-Q3 5 @1";

/// The doubts of a window where both units are asked for a figure.
fn asked_both(told: &str, figure: &str, window: &str) -> String {
    let mut desk = Desk::new();
    desk.ask_both(figure);
    desk.tell(told).unwrap();
    let said = |doubt: crate::view::FigureDoubt| format!("{} | {} | {:?} = {}\n", doubt.figures.join(" "), doubt.words, doubt.lines, doubt.left);
    desk.view(window).doubts.into_iter().map(said).collect()
}

#[test]
fn nine_months_joined_with_a_quarter_that_lacks_a_unit_lack_it_too() {
    assert_eq!(sheet(OFFICE_THEN_ONE, "2026-9M", &["news.portal"]), "news.portal: 205 | – | – | quý I/2026 + quý II/2026 + quý III/2026\n");
    expect![[r#"
        news.portal | “Tin, bài về CCHC trên trang thông tin điện tử” tính từ quý I/2026 + quý II/2026 + quý III/2026, còn thiếu: số quý III/2026 của Phòng Văn hóa - Xã hội. Đơn vị không phát sinh thì gõ 0. | [("quý I/2026", "100"), ("quý II/2026", "100"), ("quý III/2026", "5")] = 205
    "#]]
    .assert_eq(&asked_both(OFFICE_THEN_ONE, "news.portal", "2026-9M"));
    assert_eq!(asked_both(&format!("{OFFICE_THEN_ONE}\n news.portal 2026-Q3 0 @2"), "news.portal", "2026-9M"), "");
    // The office's own number of nine months lacks nothing.
    assert!(!asked_both(&format!("{OFFICE_THEN_ONE}\n news.portal 2026-9M 205"), "news.portal", "2026-9M").contains("còn thiếu"));
}

#[test]
fn units_that_each_told_another_quarter_lack_the_other_one() {
    let told = "
        news.reach 2026-Q1 2 @1
        news.reach 2026-Q2 3 @2";
    expect![[r#"
        shares:news.reach: Còn thiếu số của đơn vị. “Lượt tiếp cận thông tin” tính từ quý I/2026 + quý II/2026, còn thiếu: số quý I/2026 của Phòng Văn hóa - Xã hội; số quý II/2026 của Phòng Kinh tế. Đơn vị không phát sinh thì gõ 0.
            quý I/2026: 2
            quý II/2026: 3
            = 5
    "#]]
    .assert_eq(&doubts(told, "2026-H1"));
}

#[test]
fn what_is_left_when_an_incomplete_sum_is_taken_away_is_doubted() {
    let told = "
        duty.trained 2026-H1 145
        duty.trained 2026-Q2 47 @2";
    expect![[r#"
        duty.trained | “Lượt cán bộ, công chức, viên chức được đào tạo, bồi dưỡng” tính từ 6 tháng đầu năm 2026 − quý II/2026, còn thiếu: số quý II/2026 của Phòng Kinh tế. Đơn vị không phát sinh thì gõ 0. | [("6 tháng đầu năm 2026", "145"), ("quý II/2026", "−47")] = 98
    "#]]
    .assert_eq(&asked_both(told, "duty.trained", "2026-Q1"));
}

#[test]
fn what_is_reckoned_from_it_is_doubted_with_it_and_so_is_the_next_window() {
    let told = "
        case.new_online 2026-Q3 12 @1
        case.new_direct 2026-Q3 3
        case.beyond 2026-Q2 0
        case.supplement 2026-Q2 0
        case.within 2026-Q2 4 @1";
    expect![[r#"
        case.new_online case.new case.received case.online_rate | “Hồ sơ tiếp nhận mới trực tuyến” là tổng các đơn vị gửi, còn thiếu: Phòng Văn hóa - Xã hội. Đơn vị không phát sinh thì gõ 0. | [("Phòng Kinh tế", "12")] = 12
    "#]]
    .assert_eq(&asked_both(told, "case.new_online", "2026-Q3"));
    expect![[r#"
        case.carried case.received | “Hồ sơ kỳ trước chuyển sang” lấy số cuối quý II/2026, còn thiếu: số quý II/2026 của Phòng Văn hóa - Xã hội. Đơn vị không phát sinh thì gõ 0. | [("Hồ sơ đang giải quyết (quý II/2026)", "4")] = 4
    "#]]
    .assert_eq(&asked_both(told, "case.within", "2026-Q3"));
}

#[test]
fn a_complete_way_is_taken_before_a_shorter_one_that_lacks_shares() {
    let told = "
        news.portal 2026-Q1 10
        news.portal 2026-Q2 10
        news.portal 2026-H1 3 @1
        news.portal 2026-Q3 4 @1
        news.portal 2026-Q3 5 @2";
    assert_eq!(sheet(told, "2026-9M", &["news.portal"]), "news.portal: 29 | – | – | quý I/2026 + quý II/2026 + quý III/2026\n");
}

#[test]
fn a_number_of_the_last_day_lacks_the_same_whichever_window_asks_for_it() {
    let told = "
        post.assigned 2026-Q3 20 @1
        post.assigned 2026-Q3 30 @2
        post.assigned 2026-09-15..2026-12-14 21 @1";
    for window in ["2026-Q4", "2026"] {
        assert!(doubts(told, window).contains("còn thiếu: Phòng Văn hóa - Xã hội."), "{window}: {}", doubts(told, window));
    }
}

#[test]
fn a_unit_that_told_the_window_before_is_waited_for_whatever_windows_other_figures_have() {
    let told = "
        news.portal 2026-H1 3 @1
        news.portal 2026-H1 4 @2
        news.portal 2026-Q3 5 @1";
    // The quarter before, told of another figure, is more like this one than the six months are.
    for other in ["", "\n case.late 2026-Q2 1"] {
        let said = doubts(&format!("{told}{other}"), "2026-Q3");
        assert!(said.contains("còn thiếu: Phòng Văn hóa - Xã hội."), "{other}: {said}");
        let answered = format!("{told}{other}\n news.portal 2026-Q3 0 @2");
        assert!(!doubts(&answered, "2026-Q3").contains("còn thiếu"), "{other}: a nought is an answer");
    }
}

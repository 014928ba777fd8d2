//! Closed values of different windows that can't both be true; what only looks so is left in peace.

use super::{Desk, doubts};
use expect_test::expect;

const TOLD: &str = "
    post.assigned 2026-Q1 223
    post.assigned 2026-Q2 491
    post.assigned 2026-H1 45
    case.carried 2026-Q1 40
    case.carried 2026-H1 20
    news.portal 2026-Q1 999
    news.portal 2026-H1 386
    news.portal 2026-Q3 380";

#[test]
fn two_closed_numbers_of_one_day_and_parts_that_exceed_the_whole_are_told_with_both_numbers() {
    expect![[r#"
        parts:news.portal: Số chưa khớp, lệch 613 tin, bài. “Tin, bài về CCHC trên trang thông tin điện tử” đã gõ cho 6 tháng đầu năm 2026 (386) ít hơn số của quý I/2026 (999), là kỳ nằm trong đó.
            6 tháng đầu năm 2026 (đã gõ): 386
            quý I/2026: −999
            = −613
        windows:case.carried: Số chưa khớp, lệch 20 hồ sơ. “Hồ sơ kỳ trước chuyển sang” lúc đầu kỳ (ngày 15/12/2025) có hai số: 20 gõ cho 6 tháng đầu năm 2026, 40 gõ cho quý I/2026. Báo cáo lấy số gõ cho 6 tháng đầu năm 2026.
            6 tháng đầu năm 2026 (đã gõ): 20
            quý I/2026: −40
            = −20
        windows:post.assigned: Số chưa khớp, lệch 446 người. “Biên chế cán bộ, công chức được giao” lúc cuối kỳ (ngày 14/06/2026) có hai số: 45 gõ cho 6 tháng đầu năm 2026, 491 gõ cho quý II/2026. Báo cáo lấy số gõ cho 6 tháng đầu năm 2026.
            6 tháng đầu năm 2026 (đã gõ): 45
            quý II/2026: −491
            = −446
    "#]]
    .assert_eq(&doubts(TOLD, "2026-H1"));
}

/// What is said of which figure in a window.
fn about(told: &str, window: &str) -> Vec<String> {
    let mut desk = Desk::new();
    desk.tell(told).unwrap();
    desk.view(window)
        .doubts
        .into_iter()
        .map(|doubt| doubt.about)
        .filter(|about| about.starts_with("windows:") || about.starts_with("parts:"))
        .collect()
}

#[test]
fn each_window_that_prints_one_of_them_says_so() {
    for (window, said) in [
        ("2026-Q1", vec!["parts:news.portal", "windows:case.carried"]),
        ("2026-Q2", vec!["windows:post.assigned"]),
        // Nine months begin on the same day, and are joined from the six.
        ("2026-9M", vec!["parts:news.portal", "windows:case.carried"]),
        ("2026-Q3", vec![]),
    ] {
        assert_eq!(about(TOLD, window), said, "{window}");
    }
}

#[test]
fn only_what_is_closed_and_truly_differs_is_told() {
    for (told, window, said) in [
        // The same number twice, an estimate beside a closed one, words.
        ("post.assigned 2026-Q2 45\n post.assigned 2026-H1 45", "2026-H1", vec![]),
        ("post.assigned 2026-Q2 45\n post.assigned 2026-H1 50 ước", "2026-H1", vec![]),
        ("case.satisfaction 2026-Q2 97%\n case.satisfaction 2026-H1 98%", "2026-H1", vec![]),
        // Parts that leave something for the rest, or nothing, of a flow.
        ("news.portal 2026-Q1 10\n news.portal 2026-H1 15", "2026-H1", vec![]),
        ("news.portal 2026-Q1 15\n news.portal 2026-H1 15", "2026-Q1", vec![]),
        ("news.portal 2026-Q1 16 ước\n news.portal 2026-H1 15", "2026-H1", vec![]),
        ("news.portal 2026-Q1 10\n news.portal 2026-Q2 5\n news.portal 2026-H1 15", "2026-H1", vec![]),
        // Two parts together exceed nine months; each alone does not.
        ("news.portal 2026-Q1 6\n news.portal 2026-Q3 6\n news.portal 2026-9M 10", "2026-9M", vec!["parts:news.portal"]),
        ("news.portal 2026-Q1 6\n news.portal 2026-Q3 6\n news.portal 2026-9M 10", "2026-Q3", vec!["parts:news.portal"]),
        // What nine months are joined from is at odds with its own parts.
        ("news.portal 2026-Q1 2\n news.portal 2026-Q2 3\n news.portal 2026-H1 6\n news.portal 2026-Q3 1", "2026-9M", vec!["windows:news.portal"]),
        // Units, each against itself.
        ("post.assigned 2026-Q2 9 @1\n post.assigned 2026-H1 8 @1", "2026-H1", vec!["windows:post.assigned"]),
        ("post.assigned 2026-Q2 9 @1\n post.assigned 2026-H1 8 @2", "2026-H1", vec![]),
        ("news.portal 2026-Q1 9 @1\n news.portal 2026-H1 8 @1", "2026-H1", vec!["parts:news.portal"]),
        // A total is added up from its parts, whatever was told of it.
        ("case.new 2026-Q1 9\n case.new 2026-H1 8\n case.new_online 2026-H1 4\n case.new_direct 2026-H1 4", "2026-H1", vec![]),
    ] {
        assert_eq!(about(told, window), said, "{told} | {window}");
    }
}

#[test]
fn the_office_s_number_is_compared_with_its_units_only_where_the_report_takes_it_and_they_told_all() {
    let said = |told: &str, window: &str| {
        let mut desk = Desk::new();
        desk.ask_both("news.portal");
        desk.tell(told).unwrap();
        let view = desk.view(window);
        view.doubts.into_iter().filter(|doubt| doubt.about == "units:news.portal").map(|doubt| doubt.words).collect::<Vec<_>>().join("\n")
    };
    // Of some of the days; of one of two units: the whole is no less.
    assert_eq!(said("news.portal 2026-9M 205\n news.portal 2026-Q3 5 @1", "2026-9M"), "");
    assert_eq!(said("news.portal 2026-Q3 45\n news.portal 2026-Q3 12 @1", "2026-Q3"), "");
    assert!(said("news.portal 2026-Q3 45\n news.portal 2026-Q3 50 @1", "2026-Q3").contains("khác tổng số các đơn vị gửi"));
    assert!(said("news.portal 2026-9M 4\n news.portal 2026-Q3 5 @1", "2026-9M").contains("khác tổng số các đơn vị gửi"));
    // A number below nothing is none that the report takes.
    assert_eq!(said("news.portal 2026-H1 10\n news.portal 2026-Q1 12\n news.portal 2026-Q2 5 @1", "2026-Q2"), "");
}

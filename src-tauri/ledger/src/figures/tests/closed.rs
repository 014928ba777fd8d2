//! Closed parts against an estimate of the whole, and numbers that cannot be.

use super::{Desk, doubts, sheet};

const CLOSED: &str = "
    citizens.sessions 2026-Q3 10 @1
    citizens.sessions 2026-Q3 12 @2
    citizens.sessions 2026-Q3 30 ước";

#[test]
fn closed_numbers_of_all_units_stand_before_an_estimate_of_the_whole() {
    let ids = ["citizens.sessions"];
    assert_eq!(sheet(CLOSED, "2026-Q3", &ids), "citizens.sessions: 22 | – | – | Cộng từ 02 đơn vị\n");
    assert_eq!(doubts(CLOSED, "2026-Q3"), "", "an estimate is no second value");
    // It is shown beside, and may be taken out.
    let mut desk = Desk::new();
    desk.tell(CLOSED).unwrap();
    let row = desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == "citizens.sessions").unwrap();
    assert_eq!((row.estimate.unwrap().value.as_str(), row.told.unwrap().closed), ("30", false));
    // A unit's own estimate is none the better.
    let estimated = "citizens.sessions 2026-Q3 10 @1\n citizens.sessions 2026-Q3 12 @2 ước\n citizens.sessions 2026-Q3 30 ước";
    assert_eq!(sheet(estimated, "2026-Q3", &ids), "citizens.sessions: 30 (ước) | – | – | Hệ thống TTHC\n");
    // Nor do some of the units make the whole: who told the window before is waited for, and who is asked.
    let before =
        format!("citizens.sessions 2026-H1 9 @1\n citizens.sessions 2026-H1 9 @2\n{}", CLOSED.replace("    citizens.sessions 2026-Q3 12 @2\n", ""));
    assert_eq!(sheet(&before, "2026-Q3", &ids), "citizens.sessions: 30 (ước) | 18 | +12 | Hệ thống TTHC\n");
    let mut desk = Desk::new();
    desk.tell(&CLOSED.replace("    citizens.sessions 2026-Q3 12 @2\n", "")).unwrap();
    let shown =
        |desk: &Desk| desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == ids[0]).unwrap().now.shown;
    assert_eq!(shown(&desk), "10");
    desk.ask_both(ids[0]);
    assert_eq!(shown(&desk), "30");
}

#[test]
fn an_estimate_of_the_year_gives_way_to_its_closed_windows() {
    let told = "
        citizens.sessions 2026-H1 20
        citizens.sessions 2026-Q3 10 @1
        citizens.sessions 2026-Q3 12 @2
        citizens.sessions 2026-9M 60 ước";
    let ids = ["citizens.sessions"];
    assert_eq!(sheet(told, "2026-9M", &ids), "citizens.sessions: 42 | – | – | 6 tháng đầu năm 2026 + quý III/2026\n");
    // An estimate of one window between closed ones counts as its units closed it.
    let part = format!("{}\n citizens.sessions 2026-Q3 30 ước", told.replace("        citizens.sessions 2026-9M 60 ước", ""));
    assert_eq!(sheet(&part, "2026-9M", &ids), "citizens.sessions: 42 | – | – | 6 tháng đầu năm 2026 + quý III/2026\n");
    let open = told.replace("12 @2", "12 @2 ước");
    assert_eq!(sheet(&open, "2026-9M", &ids), "citizens.sessions: 60 (ước) | – | – | Hệ thống TTHC\n");
}

#[test]
fn an_estimate_of_the_whole_stands_before_closed_parts_that_lack_shares() {
    let told = "
        news.portal 2026-9M 100 ước
        news.portal 2026-Q1 10 @1
        news.portal 2026-Q2 10 @1
        news.portal 2026-Q3 5 @1
        news.portal 2026-Q3 20 @2";
    // Nobody is asked: each quarter alone lacks nothing, but who told the third is waited for in the first two.
    let ids = ["news.portal"];
    assert_eq!(sheet(told, "2026-9M", &ids), "news.portal: 100 (ước) | – | – | Hệ thống TTHC\n");
    let all = format!("{told}\n news.portal 2026-Q1 1 @2\n news.portal 2026-Q2 2 @2");
    assert_eq!(sheet(&all, "2026-9M", &ids), "news.portal: 48 | – | – | Cộng từ 02 đơn vị\n");
}

#[test]
fn an_estimate_that_gave_way_to_windows_that_join_is_no_second_value() {
    let told = "
        news.portal 2026-9M 100 ước
        news.portal 2026-Q1 30
        news.portal 2026-Q2 30
        news.portal 2026-Q3 10 @1
        news.portal 2026-Q3 15 @2";
    let said = |told: &str| {
        let mut desk = Desk::new();
        desk.ask_both("news.portal");
        desk.tell(told).unwrap();
        let doubts: Vec<String> = desk.view("2026-9M").doubts.into_iter().map(|doubt| doubt.about).collect();
        (desk.now("news.portal", "2026-9M"), doubts.join(" "))
    };
    assert_eq!(said(told), ("85 | quý I/2026 + quý II/2026 + quý III/2026".into(), String::new()));
    // One that stands is held against its units.
    let stands = "news.portal 2026-9M 100 ước\n news.portal 2026-9M 40 @1\n news.portal 2026-9M 50 @2 ước";
    assert_eq!(said(stands), ("100 (ước) | Hệ thống TTHC".into(), "units:news.portal".into()));
}

#[test]
fn closed_numbers_of_all_units_stand_before_windows_that_lack_some_or_are_estimated() {
    let told = "
        news.portal 2026-Q2 9 ước
        news.portal 2026-03-15..2026-09-14 8 @1
        news.portal 2026-Q4 3 @1
        news.portal 2026-Q1 1 @2
        news.portal 2026 10 @2";
    // Each unit's own windows give the nine months; none of them was told by both.
    for more in ["", "\n news.portal 2026-06-15..2026-12-14 6 @1 ước\n news.portal 2026-06-15..2026-12-14 7 @2"] {
        let mut desk = Desk::new();
        desk.ask_both("news.portal");
        desk.tell(&format!("{told}{more}")).unwrap();
        let window = "2026-03-15..2026-12-14";
        assert_eq!(desk.now("news.portal", window), "20 | Cộng từ 02 đơn vị", "{more}");
        assert!(desk.view(window).doubts.is_empty(), "{more}");
    }
    // And windows of the office and of all units that are closed stand before what the units estimated of their rest.
    let mut desk = Desk::new();
    desk.ask_both("news.portal");
    desk.tell(
        "news.portal 2026 100
        news.portal 2026-H1 30
        news.portal 2026-Q3 10 @1
        news.portal 2026-Q3 11 @2
        news.portal 2026-Q4 15 @1 ước
        news.portal 2026-Q4 16 @2",
    )
    .unwrap();
    assert_eq!(desk.now("news.portal", "2026-Q4"), "49 | năm 2026 − quý III/2026 − 6 tháng đầu năm 2026");
}

#[test]
fn a_window_that_is_joined_counts_as_its_own_sheet_shows_it() {
    let mut desk = Desk::new();
    desk.ask_both("news.portal");
    desk.tell(
        "news.portal 2026-Q1 9 ước
        news.portal 2026-Q2 20
        news.portal 2026-H1 8 @1
        news.portal 2026-Q2 3 @1
        news.portal 2026 12 @2
        news.portal 2026-03-15..2026-12-14 7 @2",
    )
    .unwrap();
    // No unit told the first quarter, though both have it closed.
    for (window, shown) in [("2026-Q1", "10 | Cộng từ 02 đơn vị"), ("2026-Q2", "20 | Hệ thống TTHC"), ("2026-H1", "30 | quý I/2026 + quý II/2026")]
    {
        assert_eq!(desk.now("news.portal", window), shown, "{window}");
    }
}

#[test]
fn windows_that_join_without_a_unit_that_told_the_whole_take_no_place_of_it() {
    let told = "
        news.portal 2026-H1 10 @1 ước
        news.portal 2026-Q1 5 @1
        news.portal 2026-Q2 7 @1
        news.portal 2026-H1 4 @2 ước";
    let now = |told: &str| {
        let mut desk = Desk::new();
        desk.tell(told).unwrap();
        desk.now("news.portal", "2026-H1")
    };
    assert_eq!(now(told), "16 (ước) | Cộng từ 02 đơn vị");
    assert_eq!(now(&format!("{told}\n news.portal 2026-H1 20 ước")), "20 (ước) | Hệ thống TTHC");
}

#[test]
fn what_a_unit_told_does_not_disappear_behind_windows_that_give_less_than_nothing() {
    let told = "
        news.portal 2026-H1 10
        news.portal 2026-Q1 12 @1
        news.portal 2026-Q1 0 @2
        news.portal 2026-Q2 5 @1";
    // The same where the office told some days of the quarter itself.
    for more in ["", "\n news.portal 2026-03-15..2026-03-31 1"] {
        let mut desk = Desk::new();
        desk.ask_both("news.portal");
        desk.tell(&format!("{told}{more}")).unwrap();
        assert_eq!(desk.now("news.portal", "2026-Q2"), "5 | Cộng từ 01 đơn vị", "{more}");
        let lacks = desk.view("2026-Q2").doubts.into_iter().any(|doubt| doubt.words.contains("còn thiếu: Phòng Văn hóa - Xã hội."));
        assert!(lacks, "{more}");
    }
}

#[test]
fn less_than_nothing_is_no_number() {
    let told = "
        lead.meetings 2026-Q1 30
        lead.meetings 2026-01-01..2026-03-14 45
        citizens.sessions 2026-H1 9 @1
        citizens.sessions 2026-9M 4 @1";
    assert_eq!(
        sheet(told, "2025-12-15..2025-12-31", &["lead.meetings"]),
        "lead.meetings: – | – | – | Tính từ quý I/2026 − 01/01/2026 – 14/03/2026 ra số âm; hãy kiểm tra lại số của các kỳ đó, hoặc gõ số của kỳ này\n"
    );
    let shown = sheet(told, "2026-Q3", &["citizens.sessions"]);
    assert!(shown.starts_with("citizens.sessions: – | ") && shown.contains("ra số âm"), "{shown}");
}

#[test]
fn a_closed_number_of_a_day_stands_before_another_window_s_estimate_of_it() {
    let year = "
        money.revenue 2026 100.000 ước
        money.revenue 2026-09-15..2026-12-14 120.000
        money.revenue_plan 2026-09-15..2026-12-14 200.000
        post.assigned 2026-Q3 50 ước
        post.assigned 2026-9M 47
        case.carried 2026-H1 20 ước
        case.carried 2026-Q1 18
        post.leaders 2026 9 @1 ước
        post.leaders 2026-09-15..2026-12-14 7 @1
        case.satisfaction 2026 99% ước
        case.satisfaction 2026-09-15..2026-12-14 98%";
    assert_eq!(
        sheet(year, "2026", &["money.revenue", "money.revenue_rate", "post.leaders", "case.satisfaction"]),
        "money.revenue: 120.000 | – | – | Số của quý IV/2026\n\
         money.revenue_rate: 60 | – | – | 120.000 / 200.000\n\
         post.leaders: 7 | – | – | Cộng từ 01 đơn vị\n\
         case.satisfaction: 98% | – | – | Số của quý IV/2026\n"
    );
    assert_eq!(sheet(year, "2026-Q3", &["post.assigned"]), "post.assigned: 47 | – | – | Số của 9 tháng đầu năm 2026\n");
    assert_eq!(sheet(year, "2026-H1", &["case.carried"]), "case.carried: 18 | – | – | Số của quý I/2026\n");
    // The estimate is shown beside, and may be taken out.
    let mut desk = Desk::new();
    desk.tell(year).unwrap();
    let row = desk.view("2026").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == "money.revenue").unwrap();
    assert_eq!((row.estimate.unwrap().value.as_str(), row.now.estimate), ("100.000", false));
}

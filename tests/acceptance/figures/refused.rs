//! What is refused of figures, each with a sentence, nothing lost.

use super::{Q3, draft, report, shown, tell, view};
use ledger::view::FigureDraft;
use tests::{Desk, day, on};

#[test]
fn values_of_the_wrong_kind_are_refused_and_nothing_is_lost() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "case.new_online", Q3, "1.986");
    let reversed = FigureDraft { from: "2026-09-14".into(), to: "2026-06-15".into(), ..draft("case.new_online", Q3, "1") };
    let nobody = FigureDraft { unit: Some(999), ..draft("case.new_online", Q3, "1") };
    let never = FigureDraft { as_of: "31/02/2026".into(), ..draft("case.new_online", Q3, "1") };
    for (draft, code, words) in [
        (draft("case.new_online", Q3, "nhiều"), "not-a-number", "“nhiều” ở “Hồ sơ tiếp nhận mới trực tuyến” không phải số."),
        (draft("case.new_online", Q3, "-5"), "negative-figure", "không thể nhỏ hơn 0"),
        (draft("case.new_online", Q3, "100000000000000000000"), "figure-too-long", "dài quá 15 chữ số"),
        (draft("case.new_online", Q3, "1,5"), "figure-not-whole", "là số nguyên"),
        (draft("case.online_rate", Q3, "85,97"), "computed-figure", "do chương trình tính"),
        (draft("plan.total", Q3, "31"), "counted-figure", "do sổ tự đếm"),
        (draft("case.unheard", Q3, "1"), "unknown-figure", "Không có chỉ tiêu “case.unheard”"),
        (draft("case.satisfaction", Q3, &"x".repeat(301)), "figure-wordy", "dài quá 300 chữ"),
        (reversed, "days-reversed", ""),
        (nobody, "not-found", "đơn vị"),
        (never, "bad-day", "31/02/2026"),
    ] {
        let error = desk.ledger.keep_figure_value(&draft, &on("2026-09-15")).unwrap_err();
        assert_eq!(error.code(), code, "{draft:?}");
        let sentence = error.to_string();
        assert!(sentence.contains(words) && sentence.ends_with('.'), "{sentence}");
        assert_eq!(shown(&desk, "case.new_online"), "1.986");
    }
}

#[test]
fn a_clock_set_back_does_not_stop_the_officer() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    desk.ledger.keep_figure_value(&draft("lead.meetings", Q3, "3"), &on("2020-01-01")).unwrap();
    let row = super::row(&view(&desk, Q3), "lead.meetings");
    assert_eq!((row.now.shown.as_str(), row.now.as_of), ("3", Some(day(Q3.1))));
}

#[test]
fn a_figure_that_reports_use_is_not_taken_out() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let report = report(&mut desk);
    let text = vec![super::chip("duty.trained", None, ledger::paper::FigureFormat::Plain)];
    desk.ledger.keep_section(report, "II.4.a", vec![ledger::paper::Block::Para { id: "a".into(), text }], &on("2026-09-10")).unwrap();
    for (figure, by) in [
        ("duty.trained", "báo cáo quý III năm 2026"),
        ("case.new_online", "công thức của “Hồ sơ tiếp nhận mới trong kỳ”"),
        ("petitions.refused", "ràng buộc “Đơn thư tiếp nhận bằng thuộc thẩm quyền cộng không đủ điều kiện”"),
    ] {
        let error = desk.ledger.drop_figure(figure, &on("2026-09-15")).unwrap_err();
        assert_eq!(error.code(), "figure-in-use");
        assert!(error.to_string().contains(by), "{error}");
    }
    desk.ledger.drop_figure("duty.recruited", &on("2026-09-15")).unwrap();
}

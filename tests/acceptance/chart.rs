//! The charts by field and by unit: what the first screen shows and what is printed is one count.

use ledger::paper::{Bar, Chart, Document};
use ledger::view::{ChartAsked, Counts, Scope, TaskDraft};
use tests::{Desk, day, on};

fn sample() -> Desk {
    let mut desk = Desk::empty();
    desk.ledger.fill_sample(&on("2026-11-20")).unwrap();
    desk
}

fn main_plan(desk: &Desk) -> i64 {
    desk.ledger.plan_view(None, day("2026-11-20")).unwrap().plan.unwrap().id
}

fn charts(paper: &Document) -> &[Chart] {
    &paper.appendices[0].charts
}

/// In the order of a chart's parts.
fn parts(counts: &Counts) -> Vec<u32> {
    vec![counts.done_on_time, counts.done_late, counts.in_progress, counts.not_started, counts.overdue, counts.stopped]
}

#[test]
fn the_first_screen_and_the_paper_count_as_the_statistics_do() {
    let desk = sample();
    let plan = main_plan(&desk);
    for as_of in ["2026-01-20", "2026-06-30", "2026-09-14", "2026-11-20", "2026-12-31"].map(day) {
        let view = desk.ledger.statistics(plan, Scope::SinceStart, as_of, None).unwrap();
        assert!(view.counts.total > 0 && view.by_unit.len() > 2 && view.by_group.len() > 2);
        assert_eq!(desk.ledger.overview(as_of).unwrap().statistics.as_ref(), Some(&view));
        let paper = desk.ledger.statistics_chart(&ChartAsked { plan, scope: Scope::SinceStart, as_of, window: None }).unwrap();
        let [by_group, by_unit] = charts(&paper) else { panic!("two charts") };
        let counts = |bars: &[Bar]| bars.iter().map(|bar| bar.counts.clone()).collect::<Vec<_>>();
        assert_eq!(counts(&by_group.bars), view.by_group.iter().map(|one| parts(&one.counts)).collect::<Vec<_>>());
        assert_eq!(counts(&by_unit.bars), view.by_unit.iter().map(|one| parts(&one.counts)).collect::<Vec<_>>());
        assert_eq!(by_group.sum.as_ref().map(|sum| sum.counts.clone()), Some(parts(&view.counts)));
        assert!(by_unit.sum.is_none(), "rows of several units would be counted twice");
    }
}

#[test]
fn the_paper_says_of_which_rows_it_speaks() {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Tháng 6"), ("3", "Quý IV")]);
    let plan = main_plan(&desk);
    let shared = TaskDraft {
        tt: "2".into(),
        content: "Việc chung".into(),
        lead: "Công an xã; Phòng Kinh tế".into(),
        deadline_text: "Tháng 6".into(),
        ..TaskDraft::default()
    };
    let nobody = TaskDraft {
        tt: "3".into(),
        content: "Việc của mọi người".into(),
        lead: "Các phòng, đơn vị".into(),
        deadline_text: "Quý IV".into(),
        ..TaskDraft::default()
    };
    desk.ledger.edit_task(desk.task("2"), &shared, &on("2026-01-06")).unwrap();
    desk.ledger.edit_task(desk.task("3"), &nobody, &on("2026-01-06")).unwrap();
    desk.note("1", "done", "2026-03-20");
    let window = Some((day("2026-03-15"), day("2026-06-14")));
    let paper = |scope| desk.ledger.statistics_chart(&ChartAsked { plan, scope, as_of: day("2026-06-14"), window }).unwrap();
    let all = paper(Scope::SinceStart);
    assert_eq!(all.appendices[0].title, "BIỂU ĐỒ TIẾN ĐỘ THỰC HIỆN KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH NĂM 2026");
    assert_eq!(all.appendices[0].reference, "(UBND xã Lam Khê, lũy kế từ ngày 01/01/2026, tính đến ngày 14/6/2026)");
    let names: Vec<&str> = charts(&all)[1].bars.iter().map(|bar| bar.name.as_str()).collect();
    assert_eq!(names, ["Công an xã", "Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Không nêu tên đơn vị nào"]);
    assert!(charts(&all)[1].note.contains("tính cho từng đơn vị"), "three rows are counted four times");
    let done = paper(Scope::DoneWithin);
    assert_eq!(done.appendices[0].reference, "(UBND xã Lam Khê, nhiệm vụ hoàn thành từ ngày 15/3/2026 đến ngày 14/6/2026, tính đến ngày 14/6/2026)");
    assert_eq!(charts(&done)[0].sum.as_ref().map(Bar::total), Some(1));
    assert_eq!(charts(&done)[1].note, "", "no row of it is shared");
    let none = ChartAsked { plan, scope: Scope::DoneWithin, as_of: day("2026-02-01"), window: Some((day("2026-01-01"), day("2026-02-01"))) };
    assert_eq!(desk.ledger.statistics_chart(&none).expect_err("nothing was done").code(), "nothing-counted");
    // On paper, and as text where nothing is drawn.
    ledger::typeset::pdf(&all).unwrap();
    let words = all.appendices[0].blocks().iter().map(|block| block.plain()).collect::<Vec<_>>().join("\n");
    assert!(words.contains("Hoàn thành nhưng quá hạn") && words.contains("Công an xã\n1\n0\n0\n0\n1\n0\n0"), "{words}");
    ledger::word::docx(&all).unwrap();
}

//! Formulas that come back to themselves, shares of nothing, figures that are used.

use super::{Q1, Q2, Q3, cell, refused, report, tell};
use ledger::assets::FigureKind;
use ledger::paper::{Block, FigureChip, FigureFormat, Inline};
use ledger::view::{FigureForm, FigureLawForm, ReportKind};
use tests::{Desk, on};

fn form(id: &str, name: &str, kind: FigureKind, formula: &str, denominator: &str) -> FigureForm {
    FigureForm {
        id: id.into(),
        name: name.into(),
        field: "III".into(),
        kind,
        unit: "đơn".into(),
        formula: formula.into(),
        denominator: denominator.into(),
        ledger: false,
        after: String::new(),
    }
}

fn add(desk: &mut Desk, name: &str, kind: FigureKind, formula: &str) -> String {
    desk.ledger.keep_figure(&form("", name, kind, formula, ""), &on("2026-09-15")).unwrap();
    let view = desk.ledger.figures_view(None, None, tests::day("2026-09-15")).unwrap();
    view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.name == name).unwrap().form.id.clone()
}

#[test]
fn a_formula_that_comes_back_to_itself_is_refused_also_through_others() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let one = add(&mut desk, "Đơn loại một", FigureKind::Total, "lead.meetings");
    let two = add(&mut desk, "Đơn loại hai", FigureKind::Total, &format!("{one} + lead.dialogues"));
    let three = add(&mut desk, "Đơn loại ba", FigureKind::Total, &format!("{two} + {one}"));
    let comes_back = "Công thức của “Đơn loại một” vòng lại chính nó nên không tính được. Hãy bỏ chỉ tiêu này khỏi các số mà nó được tính từ đó.";
    for formula in [one.clone(), format!("lead.meetings + {two}"), format!("lead.meetings - {three}")] {
        let form = form(&one, "Đơn loại một", FigureKind::Total, &formula, "");
        assert_eq!(refused(&mut desk, |desk| desk.ledger.keep_figure(&form, &on("2026-09-15"))), comes_back, "{formula}");
    }
    let share = form(&one, "Đơn loại một", FigureKind::Ratio, "lead.meetings", &three);
    assert_eq!(refused(&mut desk, |desk| desk.ledger.keep_figure(&share, &on("2026-09-15"))), comes_back, "through what is divided by");
    tell(&mut desk, "lead.meetings", Q3, "3");
    tell(&mut desk, "lead.dialogues", Q3, "2");
    assert_eq!(cell(&desk, Q3, &three).0, "8", "the formulas that held go on");
}

#[test]
fn what_is_carried_from_window_to_window_is_reckoned_and_ends_where_nothing_was_told() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let opening = add(&mut desk, "Đơn tồn đầu kỳ", FigureKind::Opening, "");
    let came = add(&mut desk, "Đơn nhận trong kỳ", FigureKind::Flow, "");
    let left = add(&mut desk, "Đơn tồn cuối kỳ", FigureKind::Total, &format!("{opening} + {came}"));
    let law = FigureLawForm {
        id: String::new(),
        left: opening.clone(),
        right: format!("{left}@previous"),
        at_most: false,
        words: "Tồn đầu bằng tồn cuối kỳ trước".into(),
    };
    desk.ledger.keep_figure_law(&law, &on("2026-09-15")).unwrap();
    assert_eq!(cell(&desk, Q3, &left), (String::new(), "Chờ số: Đơn tồn đầu kỳ; Đơn nhận trong kỳ".into()), "nothing was told at all");
    for (window, value) in [(Q1, "5"), (Q2, "7"), (Q3, "1")] {
        tell(&mut desk, &came, window, value);
    }
    assert_eq!(cell(&desk, Q3, &left), (String::new(), "Chờ số: Đơn tồn đầu kỳ".into()));
    tell(&mut desk, &opening, Q1, "2");
    assert_eq!(cell(&desk, Q3, &left).0, "15");
    // Ten years of days behind one value is as deep as it gets, and is answered all the same.
    tell(&mut desk, &came, ("2016-01-01", "2016-01-01"), "1");
    assert_eq!(cell(&desk, ("2026-09-15", "2026-09-15"), &left).0, "");
}

#[test]
fn a_share_of_nothing_says_so_and_what_to_do() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let form = form("", "Tỷ lệ đối thoại", FigureKind::Ratio, "lead.dialogues", "lead.meetings");
    desk.ledger.keep_figure(&form, &on("2026-09-15")).unwrap();
    tell(&mut desk, "lead.dialogues", Q3, "0");
    tell(&mut desk, "lead.meetings", Q3, "0");
    let view = desk.ledger.figures_view(None, None, tests::day("2026-09-15")).unwrap();
    let share = view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.name == "Tỷ lệ đối thoại").unwrap().form.id.clone();
    let said = "Mẫu số bằng 0 nên không có tỷ lệ; hãy kiểm tra lại số, hoặc bỏ câu có tỷ lệ này trong báo cáo";
    assert_eq!(cell(&desk, Q3, &share), (String::new(), said.into()));
    // In a report it is loud, and named before the report goes up.
    let id = report(&mut desk, ReportKind::Quarterly, "2026-Q3");
    let chip = FigureChip { id: share.clone(), window: None, format: FigureFormat::Percent, instead: None, shown: None };
    let text = vec![Inline::words("Đạt "), Inline::Figure(chip), Inline::words(".")];
    desk.ledger.keep_section(id, "I.1", vec![Block::Para { id: "p".into(), text }], &on("2026-09-15")).unwrap();
    let open = desk.ledger.open_points(id).unwrap();
    assert!(open.iter().any(|point| point.section == "I.1" && point.sentence.contains("“Tỷ lệ đối thoại”")), "{open:?}");
    let used = "“Tỷ lệ đối thoại” đang được dùng trong báo cáo quý III năm 2026 nên không bỏ được. Hãy gỡ nó ra khỏi đó trước, hoặc để nó lại và không gõ số.";
    assert_eq!(refused(&mut desk, |desk| desk.ledger.drop_figure(&share, &on("2026-09-15"))), used);
    let part = "“Hội nghị, cuộc họp chuyên đề hoặc giao ban có nội dung CCHC” đang được dùng trong công thức của “Tỷ lệ đối thoại” nên không bỏ được. Hãy gỡ nó ra khỏi đó trước, hoặc để nó lại và không gõ số.";
    assert_eq!(refused(&mut desk, |desk| desk.ledger.drop_figure("lead.meetings", &on("2026-09-15"))), part);
}

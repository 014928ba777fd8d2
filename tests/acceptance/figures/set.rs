//! The commune's own copy of the set: figures and laws added, changed, taken out.

use super::{Q3, draft, row, shown, tell, view};
use ledger::assets::FigureKind;
use ledger::view::{FigureForm, FigureLawForm};
use tests::{Desk, on};

fn form(name: &str, kind: FigureKind, formula: &str, denominator: &str) -> FigureForm {
    FigureForm {
        id: String::new(),
        name: name.into(),
        field: "VII".into(),
        kind,
        unit: "máy".into(),
        formula: formula.into(),
        denominator: denominator.into(),
        ledger: false,
        after: "digital.computers".into(),
    }
}

fn id_of(desk: &Desk, name: &str) -> String {
    let view = view(desk, Q3);
    view.groups.iter().flat_map(|group| &group.rows).find(|row| row.form.name == name).unwrap_or_else(|| panic!("no {name}")).form.id.clone()
}

#[test]
fn the_office_adds_figures_of_its_own_and_undo_takes_them_back() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    desk.ledger.keep_figure(&form("Máy in", FigureKind::Closing, "", ""), &on("2026-09-15")).unwrap();
    let printers = id_of(&desk, "Máy in");
    let share = form("Máy in trên máy tính", FigureKind::Ratio, &printers, "digital.computers");
    desk.ledger.keep_figure(&share, &on("2026-09-15")).unwrap();
    tell(&mut desk, &printers, Q3, "5");
    tell(&mut desk, "digital.computers", Q3, "19");
    assert_eq!(row(&view(&desk, Q3), &id_of(&desk, "Máy in trên máy tính")).now.shown, "26,32");
    let places: Vec<String> = view(&desk, Q3).groups[6].rows.iter().map(|row| row.form.name.clone()).collect();
    let at = places.iter().position(|name| name == "Máy in").unwrap();
    assert_eq!(places[at - 2], "Máy tính phục vụ công việc", "a new one stands where it was asked for");
    // A new name keeps what was told; the id stays.
    let renamed = FigureForm { id: printers.clone(), ..form("Máy in, máy quét", FigureKind::Closing, "", "") };
    desk.ledger.keep_figure(&renamed, &on("2026-09-15")).unwrap();
    assert_eq!((row(&view(&desk, Q3), &printers).form.name.as_str(), shown(&desk, &printers).as_str()), ("Máy in, máy quét", "5"));
    for _ in 0..5 {
        desk.ledger.undo(&on("2026-09-16")).unwrap();
    }
    assert!(view(&desk, Q3).groups.iter().flat_map(|group| &group.rows).all(|row| row.form.id != printers));
}

#[test]
fn what_can_not_be_reckoned_is_refused() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    let own =
        FigureForm { id: "case.new".into(), field: "III".into(), ..form("Hồ sơ mới", FigureKind::Total, "case.received - case.carried", "") };
    for (form, code, words) in [
        (own, "circular-formula", "vòng lại chính nó"),
        (form("Tổng", FigureKind::Total, "digital.computers + máy.in", ""), "bad-formula", "“máy.in”"),
        (form("Tổng", FigureKind::Total, " ", ""), "no-formula", "chưa có công thức"),
        (form("Tỷ lệ", FigureKind::Ratio, "digital.computers", ""), "no-formula", "cần cả mẫu số"),
        (form(" ", FigureKind::Flow, "", ""), "empty", "Tên chỉ tiêu"),
        (form("hộp thư công vụ", FigureKind::Flow, "", ""), "figure-name-taken", "Đã có chỉ tiêu tên"),
        (FigureForm { field: "IX".into(), ..form("Mới", FigureKind::Flow, "", "") }, "not-found", "lĩnh vực"),
        (FigureForm { id: "x.y".into(), ..form("Mới", FigureKind::Flow, "", "") }, "unknown-figure", "x.y"),
    ] {
        let error = desk.ledger.keep_figure(&form, &on("2026-09-15")).unwrap_err();
        assert_eq!(error.code(), code, "{form:?}");
        assert!(error.to_string().contains(words), "{error}");
    }
    let last = desk.ledger.undo(&on("2026-09-15")).unwrap().summary;
    assert!(!last.contains("chỉ tiêu"), "nothing of them was kept: {last}");
}

fn no_more_mailboxes() -> FigureLawForm {
    FigureLawForm {
        id: String::new(),
        left: "digital.mailboxes".into(),
        right: "digital.computers".into(),
        at_most: true,
        words: "Hộp thư không nhiều hơn máy tính".into(),
    }
}

#[test]
fn a_law_of_the_office_is_watched_and_taken_out() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "digital.computers", Q3, "19");
    tell(&mut desk, "digital.mailboxes", Q3, "20");
    let law = no_more_mailboxes();
    desk.ledger.keep_figure_law(&law, &on("2026-09-15")).unwrap();
    let doubts = view(&desk, Q3).doubts;
    assert_eq!((doubts.len(), doubts[0].title.as_str()), (1, "Số vượt quá, thừa 1 hộp thư"));
    desk.ledger.drop_figure_law(&doubts[0].about, &on("2026-09-15")).unwrap();
    assert!(view(&desk, Q3).doubts.is_empty());
    let bad = FigureLawForm { left: "digital.mailbox".into(), ..law };
    assert_eq!(desk.ledger.keep_figure_law(&bad, &on("2026-09-15")).unwrap_err().code(), "bad-formula");
}

#[test]
fn what_is_taken_away_says_so_though_there_is_none_of_it() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    tell(&mut desk, "digital.computers", Q3, "0");
    tell(&mut desk, "digital.mailboxes", Q3, "20");
    let law = no_more_mailboxes();
    desk.ledger.keep_figure_law(&law, &on("2026-09-15")).unwrap();
    let amounts = |desk: &Desk| view(desk, Q3).doubts[0].lines.iter().map(|(_, amount)| amount.clone()).collect::<Vec<_>>();
    assert_eq!(amounts(&desk), ["20", "−0"]);
    // What is added stays without a sign.
    let other = FigureLawForm {
        id: view(&desk, Q3).doubts[0].about.clone(),
        left: "digital.computers".into(),
        right: "digital.mailboxes".into(),
        at_most: false,
        ..law
    };
    desk.ledger.keep_figure_law(&other, &on("2026-09-15")).unwrap();
    assert_eq!(amounts(&desk), ["0", "−20"]);
}

#[test]
fn what_was_told_of_a_figure_comes_back_with_it() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    desk.ledger.keep_figure_value(&draft("digital.mailboxes", Q3, "20"), &on("2026-09-15")).unwrap();
    desk.ledger.drop_figure("digital.mailboxes", &on("2026-09-15")).unwrap();
    assert_eq!(desk.ledger.keep_figure_value(&draft("digital.mailboxes", Q3, "1"), &on("2026-09-15")).unwrap_err().code(), "unknown-figure");
    desk.ledger.undo(&on("2026-09-15")).unwrap();
    assert_eq!(shown(&desk, "digital.mailboxes"), "20");
}

#[test]
fn a_figure_of_the_office_stands_in_its_outlines_under_its_own_name() {
    let mut desk = Desk::with_plan(&[("1", "Quý III")]);
    desk.ledger.keep_figure(&form("Máy in", FigureKind::Closing, "", ""), &on("2026-09-01")).unwrap();
    let printers = id_of(&desk, "Máy in");
    tell(&mut desk, &printers, Q3, "5");
    let offered = desk.ledger.outlines_view().unwrap();
    assert!(offered.figures.iter().any(|figure| figure.id == printers && figure.name == "Máy in"));
    let mut outline = offered.outlines.into_iter().find(|row| row.form.set == "outline-quarterly").unwrap().form;
    let at = outline.sections.iter().position(|section| section.key == "II.6").unwrap();
    outline.sections[at].sentences = vec!["- Có {Máy in} máy in.".into()];
    outline.sections[at].figures.push(printers.clone());
    desk.ledger.keep_outline(&outline, &on("2026-09-01")).unwrap();
    let report = super::report(&mut desk);
    let section = |desk: &Desk| desk.ledger.report_view(report).unwrap().sections.into_iter().find(|section| section.key == "II.6").unwrap();
    assert_eq!(section(&desk).blocks[0].plain(), "- Có 05 máy in.");
    let offer = section(&desk).figures.into_iter().find(|figure| figure.id == printers).unwrap();
    assert_eq!((offer.name.as_str(), offer.shown.as_deref()), ("Máy in", Some("05")));
    assert_eq!(desk.ledger.drop_figure(&printers, &on("2026-09-15")).unwrap_err().code(), "figure-in-use");
    desk.ledger.keep_section(report, "II.6", Vec::new(), &on("2026-09-15")).unwrap();
    desk.ledger.drop_figure(&printers, &on("2026-09-15")).unwrap();
    // The outline is kept all the same; what is gone is no longer offered.
    outline.sections[at].sentences.clear();
    desk.ledger.keep_outline(&outline, &on("2026-09-15")).unwrap();
    let kept = desk.ledger.outlines_view().unwrap().outlines.into_iter().find(|row| row.form.set == "outline-quarterly").unwrap().form;
    assert!(!kept.sections[at].figures.contains(&printers));
}

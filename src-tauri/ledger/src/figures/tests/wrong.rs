//! Numbers that are wrong in themselves: a part above its whole, a figure that would go otherwise under its numbers.

use super::{Desk, doubts, stamp};
use crate::assets::FigureKind;

#[test]
fn a_share_above_all_there_is_is_noted() {
    let told = "
        petitions.received 2026-Q3 3
        petitions.competent 2026-Q3 3
        petitions.refused 2026-Q3 0
        petitions.settled 2026-Q3 5
        digital.documents 2026-Q3 100
        digital.documents_electronic 2026-Q3 150
        case.new_online 2026-Q3 1.176
        case.new_direct 2026-Q3 32
        case.digitised_in 2026-Q3 5.000
        money.revenue_plan 2026-Q3 100
        money.revenue 2026-Q3 120";
    let said = doubts(told, "2026-Q3");
    let noted: Vec<&str> = said.lines().filter(|line| !line.starts_with(' ')).filter_map(|line| line.split(':').next()).collect();
    assert_eq!(noted, ["petitions-settled-within", "digitised-in-within", "electronic-within-documents"], "{said}");
}

#[test]
fn how_a_figure_goes_over_windows_stays_under_its_numbers() {
    let mut desk = Desk::new();
    desk.tell("lead.meetings 2026-H1 5\n lead.meetings 2026-Q3 4").unwrap();
    let form =
        |desk: &Desk, id: &str| desk.view("2026-Q3").groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == id).unwrap().form;
    let mut meetings = form(&desk, "lead.meetings");
    for kind in [FigureKind::Closing, FigureKind::Opening] {
        meetings.kind = kind;
        assert_eq!(desk.ledger.keep_figure(&meetings, &stamp()).unwrap_err().code(), "figure-told-otherwise", "{kind:?}");
    }
    let mut dialogues = form(&desk, "lead.dialogues");
    dialogues.kind = FigureKind::Closing;
    desk.ledger.keep_figure(&dialogues, &stamp()).unwrap();
}

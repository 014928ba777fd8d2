//! Reports: begun, written, frozen, withdrawn, issued, verified.

#[path = "report/issued.rs"]
mod issued;

use ledger::paper::signing::Form;
use ledger::paper::{Block, Inline};
use ledger::typeset::{self, FACE, Options};
use ledger::view::{IssueDraft, NewReport, ReportKind, ReportState, SignerForm, TypedSection};
use tests::{Desk, on};

fn desk_with_report() -> (Desk, i64) {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý IV"), ("4", "Hằng quý")]);
    desk.note("1", "done", "2026-02-01");
    desk.note("2", "done", "2026-07-05");
    let draft =
        NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let id = desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
    (desk, id)
}

fn text(desk: &Desk, report: i64) -> String {
    desk.ledger.report_document(report).unwrap().body.iter().map(Block::plain).collect::<Vec<_>>().join("\n")
}

fn para(id: &str, words: &str) -> Block {
    Block::Para { id: id.into(), text: vec![Inline::words(words)] }
}

#[test]
fn a_new_report_takes_the_ministrys_window_and_counts_the_plan() {
    let (desk, id) = desk_with_report();
    let view = desk.ledger.report_view(id).unwrap();
    assert_eq!((view.head.from.as_str(), view.head.to.as_str(), view.head.as_of.as_str()), ("2026-06-15", "2026-09-14", "2026-09-14"));
    let text = text(&desk, id);
    for words in ["04 nhiệm vụ", "đã hoàn thành 02 nhiệm vụ", "01 nhiệm vụ hoàn thành nhưng quá hạn", "50%", "14/9/2026"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(text.ends_with("./."), "{text}");
    let document = desk.ledger.report_document(id).unwrap();
    assert_eq!(document.letterhead.agency, ["ỦY BAN NHÂN DÂN", "XÃ LAM KHÊ"]);
    assert_eq!(document.appendices.len(), 1);
}

#[test]
fn the_figures_follow_the_progress_until_the_report_is_submitted() {
    let (mut desk, id) = desk_with_report();
    desk.note("3", "done", "2026-09-12");
    assert!(text(&desk, id).contains("đã hoàn thành 03 nhiệm vụ"));
    let document = desk.ledger.report_document(id).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    desk.ledger.submit_report(id, &document, FACE, &pdf, &on("2026-09-14")).unwrap();
    let frozen = text(&desk, id);
    assert_eq!(desk.ledger.frozen_face(id).unwrap().as_deref(), Some(FACE));
    desk.note("4", "done", "2026-09-14");
    assert_eq!(text(&desk, id), frozen);
    assert_eq!(desk.ledger.frozen_pdf(id).unwrap().unwrap(), pdf);
    let error = desk.ledger.keep_section(id, "I.1", vec![para("a", "Thêm")], &on("2026-09-14")).unwrap_err();
    assert_eq!(error.code(), "not-draft");
    desk.ledger.withdraw_report(id, &on("2026-09-15")).unwrap();
    assert_eq!(desk.ledger.report_view(id).unwrap().row.state, ReportState::Draft);
    desk.ledger.keep_section(id, "I.1", vec![para("a", "Thêm")], &on("2026-09-15")).unwrap();
    assert_ne!(text(&desk, id), frozen);
}

#[test]
fn the_preview_shows_what_is_typed_before_it_is_kept() {
    let (mut desk, id) = desk_with_report();
    let prints = |desk: &Desk, typed: &[TypedSection]| -> Vec<u64> {
        let document = desk.ledger.preview_document(id, typed).unwrap();
        let (pdf, pages) = typeset::pdf_and_pages(&document, &Options::default()).unwrap();
        assert_eq!(pdf, typeset::pdf(&document).unwrap(), "what is shown is what is saved");
        pages.iter().map(typeset::Page::fingerprint).collect()
    };
    let before = prints(&desk, &[]);
    let log = desk.ledger.log(1000).unwrap().len();
    let typed = [TypedSection { section: "I.1".into(), blocks: vec![para("a", "Hoa\u{300} giải ở cơ sở")] }];
    let shown = prints(&desk, &typed);
    assert_ne!(shown[0], before[0], "the page with the text changed");
    assert_eq!(shown.last(), before.last(), "the appendix did not");
    assert_eq!(prints(&desk, &[]), before, "nothing was kept");
    assert_eq!(desk.ledger.log(1000).unwrap().len(), log);

    desk.ledger.keep_section(id, "I.1", typed[0].blocks.clone(), &on("2026-09-11")).unwrap();
    assert_eq!(prints(&desk, &[]), shown, "kept, it looks as it did while it was typed");

    let document = desk.ledger.report_document(id).unwrap();
    let pdf = typeset::pdf(&document).unwrap();
    desk.ledger.submit_report(id, &document, FACE, &pdf, &on("2026-09-14")).unwrap();
    let late = [TypedSection { section: "I.1".into(), blocks: vec![para("a", "Thêm")] }];
    assert_eq!(desk.ledger.preview_document(id, &late).unwrap(), document, "what went up stays as it is");
}

#[test]
fn a_report_that_changed_while_its_pdf_was_made_is_not_submitted() {
    let (mut desk, id) = desk_with_report();
    let document = desk.ledger.report_document(id).unwrap();
    desk.note("3", "done", "2026-09-12");
    let error = desk.ledger.submit_report(id, &document, FACE, b"%PDF", &on("2026-09-14")).unwrap_err();
    assert_eq!(error.code(), "changed-meanwhile");
    assert_eq!(desk.ledger.report_view(id).unwrap().row.state, ReportState::Draft);
}

#[test]
fn text_is_kept_and_chips_are_kept_without_their_value() {
    let (mut desk, id) = desk_with_report();
    let view = desk.ledger.report_view(id).unwrap();
    let section = view.sections.iter().find(|section| section.key == "I.2").unwrap();
    assert!(!section.blocks.is_empty(), "the plan's sentence is in it");
    let mut blocks = section.blocks.clone();
    blocks.push(para("moi", "Hoa\u{300} giải ở cơ sở"));
    desk.ledger.keep_section(id, "I.2", blocks, &on("2026-09-11")).unwrap();
    desk.note("3", "done", "2026-09-12");
    let text = text(&desk, id);
    assert!(text.contains("đã hoàn thành 03 nhiệm vụ"), "the chip follows the ledger: {text}");
    assert!(text.contains("Hoà giải"), "kept NFC: {text}");
}

#[test]
fn a_sentence_that_was_taken_out_is_offered_again() {
    let (mut desk, id) = desk_with_report();
    let offers = |desk: &Desk| desk.ledger.report_view(id).unwrap().sections.into_iter().find(|section| section.key == "I.2").unwrap().offers;
    assert!(offers(&desk).is_empty(), "it is in the section already");
    desk.ledger.keep_section(id, "I.2", vec![para("a", "Lời khác.")], &on("2026-09-11")).unwrap();
    let offered = offers(&desk);
    assert!(offered[0][0].plain().contains("04 nhiệm vụ"), "{offered:?}");
}

#[test]
fn marks_and_bases_stand_on_the_page_and_are_undone_like_anything_else() {
    let (mut desk, id) = desk_with_report();
    let mut head = desk.ledger.report_view(id).unwrap().head;
    head.draft_mark = true;
    head.bracket = "Phục vụ Đoàn kiểm tra".into();
    head.bases = vec!["Căn cứ Kế hoạch số 15/KH-UBND ngày 05/01/2026;".into(), "  ".into()];
    (head.drafter, head.address) = ("NTL.(05)".into(), "Thôn Đông, xã Lam Khê".into());
    desk.ledger.keep_report_head(id, &head, &on("2026-09-11")).unwrap();
    let document = desk.ledger.report_document(id).unwrap();
    assert!(document.draft);
    assert_eq!(document.bracket.as_deref(), Some("(Phục vụ Đoàn kiểm tra)"), "brackets are ours to put");
    assert_eq!(document.bases, ["Căn cứ Kế hoạch số 15/KH-UBND ngày 05/01/2026"], "end marks are the layout's");
    assert_eq!((document.drafter.as_deref(), document.address.as_deref()), (Some("NTL.(05)"), Some("Thôn Đông, xã Lam Khê")));
    let kept = desk.ledger.report_view(id).unwrap().head;
    let again = desk.ledger.keep_report_head(id, &kept, &on("2026-09-11")).unwrap();
    assert_eq!(again.change, None, "what is shown is what is kept: nothing to write");
    assert!(again.summary.ends_with("không có gì khác với sổ"), "{}", again.summary);
    desk.ledger.undo(&on("2026-09-11")).unwrap();
    assert!(!desk.ledger.report_document(id).unwrap().draft);
}

#[test]
fn only_on_paper_does_the_appendix_name_number_and_day() {
    for on_paper in [false, true] {
        let (mut desk, id) = desk_with_report();
        let mut head = desk.ledger.report_view(id).unwrap().head;
        head.on_paper = on_paper;
        desk.ledger.keep_report_head(id, &head, &on("2026-09-11")).unwrap();
        let blank = desk.ledger.report_document(id).unwrap().appendices[0].reference.clone();
        assert!(blank.contains("số        /BC-UBND ngày      tháng      năm 2026"), "{blank}");
        let issue = IssueDraft { number: "31".into(), day: "17/9/2026".into(), signed: None };
        desk.ledger.issue_report(id, &issue, &on("2026-09-18")).unwrap();
        let shown = desk.ledger.report_document(id).unwrap().appendices[0].reference.clone();
        let filled = "(Kèm theo Báo cáo số 31/BC-UBND ngày 17 tháng 9 năm 2026 của Ủy ban nhân dân xã Lam Khê)";
        assert_eq!(shown, if on_paper { filled.to_owned() } else { blank });
    }
}

#[test]
fn an_earlier_paper_is_taken_in_without_a_word_changed() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    for paper in [tests::papers::report_of(3), tests::papers::attached_plan(), tests::papers::report_with_table()] {
        let id = desk.ledger.keep_paper(&paper, ReportKind::Free, "2026", &on("2026-09-10")).unwrap().thing.unwrap();
        let back = desk.ledger.report_document(id).unwrap();
        assert_eq!(back.body.iter().map(Block::plain).collect::<Vec<_>>(), paper.body.iter().map(Block::plain).collect::<Vec<_>>());
        let (mut back, mut paper) = (back, paper);
        (back.body, paper.body, back.changed) = (Vec::new(), Vec::new(), paper.changed);
        assert_eq!(back, paper, "what stands around the text");
        let mut head = desk.ledger.report_view(id).unwrap().head;
        assert!(head.taken);
        head.subject = "Trích yếu mới".into();
        desk.ledger.keep_report_head(id, &head, &on("2026-09-11")).unwrap();
        let changed = desk.ledger.report_document(id).unwrap();
        assert_eq!((changed.subject.as_str(), &changed.letterhead), ("Trích yếu mới", &paper.letterhead));
        desk.ledger.undo(&on("2026-09-11")).unwrap();
    }
}

#[test]
fn a_plan_that_was_taken_in_as_a_document_becomes_tasks() {
    let mut desk = Desk::with_plan(&[("1", "Quý I")]);
    let paper = tests::papers::attached_plan();
    let id = desk.ledger.keep_paper(&paper, ReportKind::Free, "2026", &on("2026-09-10")).unwrap().thing.unwrap();
    assert!(desk.ledger.report_view(id).unwrap().row.title.starts_with("Kế hoạch "), "called by its own name");
    let draft = desk.ledger.plan_in_report(id).unwrap();
    let rows = paper.appendices.iter().flat_map(|appendix| &appendix.body).map(|block| match block {
        Block::Table { table, .. } => table.rows.iter().filter(|row| !row.group).count(),
        _ => 0,
    });
    assert_eq!(draft.rows.len(), rows.sum::<usize>());
    assert!(draft.rows.iter().all(|row| !row.tt.is_empty() && !row.content.is_empty() && !row.group_name.is_empty()));
    desk.ledger.keep_plan(&draft, &on("2026-09-10")).unwrap();
    let without = desk.ledger.keep_paper(&tests::papers::short_report(), ReportKind::Free, "2026", &on("2026-09-10")).unwrap();
    assert_eq!(desk.ledger.plan_in_report(without.thing.unwrap()).unwrap_err().code(), "no-table");
}

#[test]
fn a_delegation_prints_its_form_and_asks_for_its_ground() {
    let (mut desk, id) = desk_with_report();
    let asked = |desk: &Desk| desk.ledger.report_view(id).unwrap().open.iter().any(|point| point.sentence.contains("thừa ủy quyền"));
    let lines = |desk: &Desk| desk.ledger.report_document(id).unwrap().signature.unwrap().lines.join(" / ");
    assert_eq!((asked(&desk), lines(&desk).as_str()), (false, "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"));
    let signer = desk.ledger.settings_view(on("2026-09-11").today()).unwrap().signers.remove(0);
    let delegated = SignerForm { form: Some(Form::Delegated), office: "Trưởng phòng Kinh tế".into(), ..signer };
    desk.ledger.keep_signer(&delegated, &on("2026-09-11")).unwrap();
    assert_eq!((asked(&desk), lines(&desk).as_str()), (true, "TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG KINH TẾ"));
    let grounded = SignerForm { ground: " Giấy ủy quyền số 12/UBND ngày 05/01/2026 ".into(), ..delegated };
    desk.ledger.keep_signer(&grounded, &on("2026-09-11")).unwrap();
    let kept = desk.ledger.settings_view(on("2026-09-11").today()).unwrap().signers.remove(0);
    assert_eq!((asked(&desk), kept.ground.as_str(), kept.needs_ground), (false, "Giấy ủy quyền số 12/UBND ngày 05/01/2026", true));
    desk.ledger.undo(&on("2026-09-11")).unwrap();
    assert!(asked(&desk));
}

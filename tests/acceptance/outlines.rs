//! Đề cương báo cáo: edited, copied, chosen for a kind.

#[path = "outlines/from_word.rs"]
mod from_word;
#[path = "outlines/next_report.rs"]
mod next_report;
#[path = "outlines/reports.rs"]
mod reports;
#[path = "outlines/versions.rs"]
mod versions;

use crate::upgrade::of_version;
use ledger::paper::{Block, Inline};
use ledger::take_in::{read_file, read_report};
use ledger::typeset;
use ledger::view::{DocumentForm, Id, Issuer, NewReport, OutlineDocuments, OutlineForm, OutlineRow, OutlineSection, ReportKind};
use ledger::{Ledger, word};
use tests::judge::{asked, python, shared, skipped};
use tests::{Desk, on};

const SETS: [&str; 5] = ["outline-quarterly", "outline-inspection", "outline-decimals", "outline-two-parts", "outline-free"];

fn desk() -> Desk {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý IV"), ("4", "Hằng quý")]);
    desk.note("1", "done", "2026-02-01");
    desk
}

fn begin(desk: &mut Desk, kind: ReportKind, period: &str, set: Option<&str>) -> Id {
    let draft = NewReport { kind, period: period.into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    desk.ledger.new_report_from(&draft, set, &on("2026-09-20")).unwrap().thing.unwrap()
}

fn row(ledger: &Ledger, set: &str) -> OutlineRow {
    ledger.outlines_view().unwrap().outlines.into_iter().find(|row| row.form.set == set).unwrap_or_else(|| panic!("no {set}"))
}

fn form(desk: &Desk, set: &str) -> OutlineForm {
    row(&desk.ledger, set).form
}

/// Keeps a form, and answers the sentence of the log.
fn keep(desk: &mut Desk, form: &OutlineForm) -> String {
    desk.ledger.keep_outline(form, &on("2026-09-01")).unwrap().summary
}

fn headings(form: &OutlineForm) -> Vec<String> {
    form.sections.iter().filter(|section| !section.number.is_empty()).map(|section| format!("{} {}", section.number, section.title)).collect()
}

fn at(form: &OutlineForm, title: &str) -> usize {
    form.sections.iter().position(|section| section.title == title).unwrap_or_else(|| panic!("no {title}"))
}

/// Headings of a report as printed, by the text of its page.
fn printed(desk: &Desk, report: Id) -> Vec<String> {
    let document = desk.ledger.report_document(report).unwrap();
    let heading = |block: &Block| match block {
        Block::Heading { number, text, .. } => Some(format!("{number} {}", Inline::plain(text))),
        Block::Part { number, title, .. } => Some(format!("{number} {title}")),
        _ => None,
    };
    document.body.iter().filter_map(heading).collect()
}

fn draft() -> NewReport {
    NewReport { kind: ReportKind::Quarterly, period: "2026-Q3".into(), from: None, to: None, as_of: None, appendix: true, statistics: false }
}

#[test]
fn sections_are_added_renamed_moved_nested_removed_and_all_of_it_taken_back() {
    let mut desk = desk();
    let start = form(&desk, SETS[4]);
    let mut steps = vec![headings(&start)];

    let mut next = start.clone();
    let new = OutlineSection { title: "Công tác thi đua".into(), level: 2, writable: true, begun: true, ..OutlineSection::default() };
    next.sections.insert(2, new);
    assert_eq!(keep(&mut desk, &next), "Thêm mục “1. Công tác thi đua” vào đề cương “Báo cáo tự do”");
    let kept = form(&desk, SETS[4]);
    assert_eq!(headings(&kept)[..3], ["I. Kết quả thực hiện", "1. Công tác thi đua", "II. Tồn tại, hạn chế và nguyên nhân"]);
    let key = kept.sections[2].key.clone();
    steps.push(headings(&kept));

    let mut next = kept;
    next.sections[2].title = "  Công tác   thi đua, khen thưởng ".into();
    assert_eq!(keep(&mut desk, &next), "Đổi tên mục “1. Công tác thi đua” thành “1. Công tác thi đua, khen thưởng” trong đề cương “Báo cáo tự do”");
    steps.push(headings(&form(&desk, SETS[4])));

    let mut next = form(&desk, SETS[4]);
    next.sections.swap(2, 3);
    assert!(keep(&mut desk, &next).starts_with("Chuyển mục “"));
    steps.push(headings(&form(&desk, SETS[4])));
    assert_eq!(steps[3][1..3], ["II. Tồn tại, hạn chế và nguyên nhân", "1. Công tác thi đua, khen thưởng"]);

    let mut next = form(&desk, SETS[4]);
    next.sections[3].level = 1;
    assert_eq!(keep(&mut desk, &next), "Chuyển cấp mục “III. Công tác thi đua, khen thưởng” trong đề cương “Báo cáo tự do”");
    steps.push(headings(&form(&desk, SETS[4])));

    let mut next = form(&desk, SETS[4]);
    assert_eq!(next.sections[3].key, key, "a section keeps its key wherever it goes");
    next.sections.remove(3);
    assert_eq!(keep(&mut desk, &next), "Bỏ mục “III. Công tác thi đua, khen thưởng” khỏi đề cương “Báo cáo tự do”");
    assert_eq!(headings(&form(&desk, SETS[4])), steps[0]);

    for (nth, step) in steps.iter().enumerate().rev() {
        desk.ledger.undo(&on("2026-09-02")).unwrap();
        assert_eq!(headings(&form(&desk, SETS[4])), *step, "step {nth}");
    }
    assert_eq!(form(&desk, SETS[4]), start);
    desk.ledger.redo(&on("2026-09-02")).unwrap();
    assert_eq!(headings(&form(&desk, SETS[4])), steps[1]);

    // A key that was once given is never another section's.
    let mut next = form(&desk, SETS[4]);
    next.sections.remove(2);
    keep(&mut desk, &next);
    let mut next = form(&desk, SETS[4]);
    next.sections.insert(2, OutlineSection { title: "Mục khác".into(), level: 1, key: key.clone(), ..OutlineSection::default() });
    keep(&mut desk, &next);
    assert_ne!(form(&desk, SETS[4]).sections[2].key, key);
}

#[test]
fn numbers_follow_places_whatever_is_typed() {
    let mut desk = desk();
    let section = |level: u8, part: bool, title: &str| OutlineSection { level, part, title: title.into(), ..OutlineSection::default() };
    let new = OutlineForm {
        name: "Thử đánh số".into(),
        subject: "Kết quả {kỳ này}".into(),
        decimals: true,
        sections: vec![
            section(0, false, "Mở đầu"),
            section(0, true, "Kết quả"),
            section(3, false, "Sâu quá"),
            section(2, false, "Mục một"),
            section(3, false, "Mục nhỏ"),
            section(3, false, "Mục nhỏ nữa"),
            section(0, true, "Nhiệm vụ"),
            section(1, false, "Lại từ đầu"),
            section(0, false, "Kết thúc"),
        ],
        ..OutlineForm::default()
    };
    let set = desk.ledger.keep_outline(&new, &on("2026-09-01")).map(|_| own(&desk)).unwrap();
    let kept = form(&desk, &set);
    assert_eq!(
        headings(&kept),
        ["Phần thứ nhất Kết quả", "I. Sâu quá", "1. Mục một", "1.1. Mục nhỏ", "1.2. Mục nhỏ nữa", "Phần thứ hai Nhiệm vụ", "I. Lại từ đầu"]
    );
    let writable: Vec<bool> = kept.sections.iter().map(|section| section.writable).collect();
    assert_eq!(writable, [true, false, false, false, true, true, false, true, true], "what has nothing below expects text");
}

/// The set of the last outline of the office's own.
fn own(desk: &Desk) -> String {
    desk.ledger.outlines_view().unwrap().outlines.into_iter().rfind(|row| !row.ships).unwrap().form.set
}

#[test]
fn a_report_keeps_the_outline_it_was_begun_with() {
    let mut desk = desk();
    let report = begin(&mut desk, ReportKind::Quarterly, "2026-Q3", None);
    desk.ledger.keep_section(report, "I.2", Vec::new(), &on("2026-09-20")).unwrap();
    let seen = |desk: &Desk| {
        let view = desk.ledger.report_view(report).unwrap();
        let offers = view.sections.iter().find(|section| section.key == "I.2").unwrap().offers.len();
        (view.outline, view.sections.len(), offers)
    };
    let before = seen(&desk);
    assert_eq!(before.2, 1, "the plan's sentence is offered");
    let mut next = form(&desk, SETS[0]);
    next.name = "Đề cương của xã".into();
    keep(&mut desk, &next);
    let at = at(&next, "Về kế hoạch cải cách hành chính");
    next.sections[at].sentences.clear();
    next.sections.remove(at + 1);
    keep(&mut desk, &next);
    assert_eq!(seen(&desk), before);
    assert_eq!(row(&desk.ledger, SETS[0]).reports, 1);

    let later = begin(&mut desk, ReportKind::Annual, "2026", None);
    let view = desk.ledger.report_view(later).unwrap();
    assert_eq!((view.outline.as_str(), view.sections.len()), ("Đề cương của xã", before.1 - 1));

    // Taken back and done again, or as it shipped once more: each report still has its own.
    desk.ledger.undo(&on("2026-09-21")).unwrap();
    desk.ledger.redo(&on("2026-09-21")).unwrap();
    desk.ledger.drop_outline(SETS[0], &on("2026-09-22")).unwrap();
    assert_eq!(row(&desk.ledger, SETS[0]).form.name, "Báo cáo định kỳ (theo đề cương của Sở Nội vụ)");
    assert_eq!(desk.ledger.report_view(later).unwrap().outline, "Đề cương của xã");
    assert_eq!(seen(&desk), before);
}

#[test]
fn a_copy_is_the_offices_own_and_may_take_a_kind_over() {
    let mut desk = desk();
    let written = desk.ledger.copy_outline(SETS[2], &on("2026-09-01")).unwrap();
    let name = "Báo cáo bốn phần, mục nhỏ đánh số 1.1";
    assert_eq!(written.summary, format!("Nhân bản đề cương “{name}” thành “{name} (bản sao)”"));
    desk.ledger.copy_outline(SETS[2], &on("2026-09-01")).unwrap();
    assert_eq!(form(&desk, &own(&desk)).name, format!("{name} (bản sao) 2"), "two of one name could not be told apart");
    let set = own(&desk);
    let mut copy = form(&desk, &set);
    assert_eq!(copy.sections, form(&desk, SETS[2]).sections);
    (copy.name, copy.kinds) = ("Mẫu của xã".into(), vec![ReportKind::Quarterly]);
    keep(&mut desk, &copy);
    assert_eq!(form(&desk, SETS[0]).kinds, [ReportKind::SixMonth, ReportKind::NineMonth, ReportKind::Annual]);
    let report = begin(&mut desk, ReportKind::Quarterly, "2026-Q3", None);
    assert_eq!(desk.ledger.report_view(report).unwrap().outline, "Mẫu của xã");
    // Back to the one that ships, which is a copy by now as well.
    let mut shipped = form(&desk, SETS[0]);
    shipped.kinds.push(ReportKind::Quarterly);
    assert_eq!(keep(&mut desk, &shipped), "Chọn loại báo cáo dùng đề cương “Báo cáo định kỳ (theo đề cương của Sở Nội vụ)”");
    assert_eq!(form(&desk, &set).kinds, []);
    assert!(!row(&desk.ledger, SETS[0]).edited, "which kinds it is for is no edit of it");
    desk.ledger.drop_outline(&set, &on("2026-09-02")).unwrap();
    assert!(desk.ledger.outlines_view().unwrap().outlines.iter().all(|row| row.form.set != set));
    assert_eq!(desk.ledger.report_view(report).unwrap().outline, "Mẫu của xã", "reports outlive their outline");
    desk.ledger.undo(&on("2026-09-02")).unwrap();
    assert_eq!(form(&desk, &set).name, "Mẫu của xã");
}

#[test]
fn figures_and_sentences_are_chosen_by_their_names() {
    let mut desk = desk();
    let mut next = form(&desk, SETS[4]);
    next.sections[1].sentences =
        vec!["{nếu có Số nhiệm vụ đã hoàn thành}+ {cơ quan} đã làm xong {Số nhiệm vụ đã hoàn thành} việc trong {kỳ này}.".into()];
    next.sections[1].figures = vec!["plan.done".into(), "case.late".into(), "plan.done".into()];
    next.sections[1].documents = Some(OutlineDocuments { by: Issuer::Own, words: vec![" tuyên  truyền ".into(), " ".into()] });
    assert_eq!(keep(&mut desk, &next), "Sửa gợi ý của mục “I. Kết quả thực hiện” trong đề cương “Báo cáo tự do”");
    let kept = form(&desk, SETS[4]);
    assert_eq!(kept.sections[1].sentences, next.sections[1].sentences, "shown as it was typed");
    assert_eq!(kept.sections[1].figures, ["plan.done", "case.late"]);
    let document = |number: &str, day: &str, subject: &str, issuer: &str| DocumentForm {
        kind: "Kế hoạch".into(),
        number: number.into(),
        day: day.into(),
        issuer: issuer.into(),
        subject: subject.into(),
        ..DocumentForm::default()
    };
    for one in [
        document("12/KH-UBND", "20/7/2026", "Tuyên truyền cải cách hành chính", "UBND xã Lam Khê"),
        document("13/KH-UBND", "21/7/2026", "Kiểm tra cải cách hành chính", "UBND xã Lam Khê"),
        document("14/KH-UBND", "21/5/2026", "Tuyên truyền quý II", "UBND xã Lam Khê"),
        document("99/KH-UBND", "21/7/2026", "Tuyên truyền của thành phố", "UBND thành phố Hải Phòng"),
    ] {
        desk.ledger.keep_document(&one, &on("2026-09-01")).unwrap();
    }
    let report = begin(&mut desk, ReportKind::Free, "2026-Q3", None);
    let view = desk.ledger.report_view(report).unwrap();
    let section = &view.sections[1];
    assert_eq!(section.blocks[0].plain(), "+ UBND xã Lam Khê đã làm xong 01 việc trong quý III năm 2026.");
    let offers: Vec<String> = section.offers.iter().map(|offer| offer[0].plain()).collect();
    assert_eq!(
        offers,
        ["Trong kỳ, UBND xã Lam Khê đã ban hành Kế hoạch số 12/KH-UBND ngày 20/7/2026 của UBND xã Lam Khê về tuyên truyền cải cách hành chính."]
    );
    let figures: Vec<(&str, Option<&str>)> = section.figures.iter().map(|figure| (figure.id.as_str(), figure.shown.as_deref())).collect();
    assert_eq!(figures, [("plan.done", Some("01")), ("case.late", None)]);
    assert_eq!(section.figures[1].block.plain(), "- Hồ sơ giải quyết quá hạn: … hồ sơ.", "a figure nobody gave is loud");

    // The citation is kept without its words, and reads as the register does.
    desk.ledger.keep_section(report, &section.key, section.offers[0].clone(), &on("2026-09-20")).unwrap();
    let id = desk.ledger.register_view(on("2026-09-20").today()).unwrap().documents.iter().find(|row| row.number == "12/KH-UBND").unwrap().id;
    let renamed =
        DocumentForm { id: Some(id), ..document("12b/KH-UBND", "20/7/2026", "Tuyên truyền cải cách hành chính", "UBND xã Lam Khê") };
    desk.ledger.keep_document(&renamed, &on("2026-09-21")).unwrap();
    let text = desk.ledger.report_document(report).unwrap().body.iter().map(Block::plain).collect::<Vec<_>>().join("\n");
    assert!(text.contains("Kế hoạch số 12b/KH-UBND"), "{text}");
}

#[test]
fn the_sentence_of_what_is_late_is_there_only_when_something_is() {
    let offers = |desk: &mut Desk| {
        let report = begin(desk, ReportKind::Quarterly, "2026-Q3", None);
        let view = desk.ledger.report_view(report).unwrap();
        let section = view.sections.into_iter().find(|section| section.key == "III.2").unwrap();
        assert!(section.blocks.is_empty(), "an assessment is never written for the officer");
        section.offers.iter().map(|offer| offer[0].plain()).collect::<Vec<_>>()
    };
    assert_eq!(offers(&mut desk()), ["- Còn 02 nhiệm vụ trong kế hoạch cải cách hành chính quá hạn chưa hoàn thành."]);
    let mut desk = Desk::with_plan(&[("1", "Quý IV")]);
    assert_eq!(offers(&mut desk), [""; 0]);
}

#[test]
fn what_cannot_be_kept_is_refused_with_a_sentence() {
    let mut desk = desk();
    let good = form(&desk, SETS[4]);
    let change = |edit: &dyn Fn(&mut OutlineForm)| {
        let mut form = good.clone();
        edit(&mut form);
        form
    };
    let refused = [
        ("empty", change(&|form| form.name = "  ".into())),
        ("empty", change(&|form| form.subject = String::new())),
        ("empty", change(&|form| form.sections[1].title = " ".into())),
        ("unknown-slot", change(&|form| form.sections[1].sentences.push("Có {số gì đó} việc.".into()))),
        ("unknown-slot", change(&|form| form.sections[1].title = "Kết quả {Số nhiệm vụ đã hoàn thành}".into())),
        ("not-found", change(&|form| form.sections[1].figures.push("khong.co".into()))),
        ("not-found", change(&|form| form.set = "outline-none".into())),
        ("outline-too-long", change(&|form| form.sections = vec![form.sections[1].clone(); 301])),
    ];
    for (code, form) in refused {
        assert_eq!(desk.ledger.keep_outline(&form, &on("2026-09-01")).unwrap_err().code(), code);
    }
    assert_eq!(form(&desk, SETS[4]), good);
    let log = desk.ledger.log(1000).unwrap().len();
    keep(&mut desk, &good);
    assert_eq!(desk.ledger.log(1000).unwrap().len(), log, "what changes nothing leaves no trace");
}

//! Phụ lục: added, numbered, pointed to by themselves, frozen with the report.

use ledger::paper::{Align, Block, Cell, Column, Document, Inline, Row, Table};
use ledger::typeset;
use ledger::view::{AnnexForm, AnnexKind, FigureDraft, NewReport, ReportKind};
use tests::{Desk, on};

const DAY: &str = "2026-09-12";

fn draft(kind: ReportKind, period: &str, appendix: bool) -> NewReport {
    NewReport { kind, period: period.into(), from: None, to: None, as_of: None, appendix, statistics: false }
}

fn desk_with_report(appendix: bool) -> (Desk, i64) {
    let mut desk = Desk::with_plan(&[("1", "Quý I"), ("2", "Quý II"), ("3", "Quý IV")]);
    desk.note("1", "done", "2026-02-01");
    let report = desk.ledger.new_report(&draft(ReportKind::Quarterly, "2026-Q3", appendix), &on(DAY)).unwrap().thing.unwrap();
    (desk, report)
}

fn tell(desk: &mut Desk, figure: &str, value: &str) {
    let draft = FigureDraft {
        figure: figure.into(),
        from: "2026-06-15".into(),
        to: "2026-09-14".into(),
        value: value.into(),
        as_of: "2026-09-14".into(),
        ..FigureDraft::default()
    };
    desk.ledger.keep_figure_value(&draft, &on(DAY)).unwrap();
}

fn add(desk: &mut Desk, report: i64, kind: AnnexKind, title: &str, section: Option<&str>) -> String {
    desk.ledger.add_annex(report, kind, title, section, &on(DAY)).unwrap().summary
}

fn document(desk: &Desk, report: i64) -> Document {
    desk.ledger.report_document(report).unwrap()
}

/// The lines of the body that speak of an appendix.
fn pointers(desk: &Desk, report: i64) -> Vec<String> {
    let lines = document(desk, report).body.into_iter().map(|block| block.plain());
    lines.filter(|line| line.contains("Phụ lục") || line.contains("tại …")).collect()
}

fn key(desk: &Desk, report: i64, kind: AnnexKind) -> String {
    desk.ledger.report_view(report).unwrap().annexes.into_iter().rfind(|annex| annex.kind == kind).unwrap().key
}

fn open(desk: &Desk, report: i64) -> Vec<(String, String)> {
    desk.ledger.open_points(report).unwrap().into_iter().map(|point| (point.section, point.sentence)).collect()
}

fn table() -> Block {
    let row = |words: [&str; 2]| Row { group: false, cells: words.iter().map(|word| Cell { span: 1, text: vec![Inline::words(*word)] }).collect() };
    let column = |share: u16, align: Align| Column { share, align };
    let table = Table {
        columns: vec![column(3, Align::Left), column(1, Align::Right)],
        header: vec![row(["Thôn", "Số hộ"])],
        rows: vec![row(["Lam Thượng", "312"]), row(["Lam Hạ", "280"])],
        size: 12,
    };
    Block::Table { id: "bang".into(), table }
}

#[test]
fn the_plan_alone_is_the_appendix_and_the_second_gives_both_their_numbers() {
    let (mut desk, report) = desk_with_report(true);
    assert_eq!(pointers(&desk, report).len(), 1);
    assert!(pointers(&desk, report)[0].contains("(chi tiết tại Phụ lục kèm theo)"), "{:?}", pointers(&desk, report));
    let said = add(&mut desk, report, AnnexKind::Figures, "", None);
    assert_eq!(said, "Thêm phụ lục thống kê số liệu vào báo cáo quý III năm 2026, dẫn ở mục 7. Thống kê số liệu theo phụ lục");
    let lines = pointers(&desk, report);
    assert!(lines[0].contains("(chi tiết tại Phụ lục I kèm theo)"), "{lines:?}");
    assert_eq!(lines[1], "UBND xã Lam Khê thống kê số liệu cải cách hành chính quý III năm 2026 theo Phụ lục II kèm theo.");
    let key = key(&desk, report, AnnexKind::Figures);
    desk.ledger.move_annex(report, &key, true, &on(DAY)).unwrap();
    let lines = pointers(&desk, report);
    assert!(lines[0].contains("Phụ lục II kèm theo") && lines[1].contains("Phụ lục I kèm theo"), "{lines:?}");
    assert!(document(&desk, report).appendices[0].title.starts_with("THỐNG KÊ SỐ LIỆU"));
}

#[test]
fn the_table_of_figures_prints_what_is_known_and_says_what_is_estimated() {
    let (mut desk, report) = desk_with_report(false);
    tell(&mut desk, "case.new_online", "2.772");
    tell(&mut desk, "case.new_direct", "36");
    add(&mut desk, report, AnnexKind::Figures, "", None);
    let paper = document(&desk, report);
    let [appendix] = paper.appendices.as_slice() else { panic!("{:?}", paper.appendices) };
    assert_eq!(appendix.title, "THỐNG KÊ SỐ LIỆU CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2026");
    assert!(appendix.reference.starts_with("(Kèm theo Báo cáo số"), "{}", appendix.reference);
    let [Block::Table { table, .. }] = appendix.body.as_slice() else { panic!() };
    let rows: Vec<String> =
        table.rows.iter().map(|row| row.cells.iter().map(|cell| Inline::plain(&cell.text)).collect::<Vec<_>>().join("|")).collect();
    for wanted in ["|Hồ sơ tiếp nhận mới trực tuyến|hồ sơ|2.772", "|Hồ sơ tiếp nhận mới trong kỳ|hồ sơ|2.808", "|Tỷ lệ hồ sơ nộp trực tuyến|%|98,72%"]
    {
        assert!(rows.iter().any(|row| row.ends_with(wanted)), "{wanted}: {rows:#?}");
    }
    assert!(rows.iter().all(|row| !row.contains('…') && !row.contains("Tờ rơi")), "{rows:#?}");
    // Every number of the table is traced like one of the text.
    let ties = desk.ledger.report_figures(report).unwrap();
    let rate = ties.iter().find(|tie| tie.name == "Tỷ lệ hồ sơ nộp trực tuyến" && tie.shown == "98,72%").unwrap();
    assert_eq!(
        (rate.section.as_str(), rate.before.as_str()),
        ("Phụ lục", "Tỷ lệ hồ sơ nộp trực tuyến: "),
        "it stands under the appendix, by its row"
    );
    let tied = desk.ledger.figures_document(report).unwrap().appendices.remove(0);
    let printed: String = tied.body.iter().map(Block::plain).collect();
    assert!(tied.reference.contains("14/9/2026") && printed.contains("tính đến 14/9/2026") && !printed.contains("14/09/2026"), "{printed}");
    let key = key(&desk, report, AnnexKind::Figures);
    let form = AnnexForm { compared: true, blank: true, ..AnnexForm::default() };
    desk.ledger.keep_annex(report, &key, &form, &on(DAY)).unwrap();
    let lacking = open(&desk, report).into_iter().find(|(section, _)| *section == key).unwrap().1;
    assert!(lacking.starts_with("Phụ lục in 1") && lacking.ends_with("chỉ tiêu chưa có số, ô để trống."), "{lacking}");
    let paper = document(&desk, report);
    let [Block::Table { table, .. }] = paper.appendices[0].body.as_slice() else { panic!() };
    assert_eq!((table.columns.len(), paper.appendices[0].landscape), (6, true));
    assert!(table.rows.iter().any(|row| Inline::plain(&row.cells.get(1).unwrap_or(&row.cells[0]).text).contains("Tờ rơi")));
    // What nobody told is blank, in this window and in those beside it.
    assert!(table.rows.iter().flat_map(|row| &row.cells).all(|cell| Inline::plain(&cell.text) != "…"));
    typeset::pdf(&paper).unwrap();
}

#[test]
fn a_paper_of_ones_own_is_written_like_a_section_and_pointed_to_where_one_writes() {
    let (mut desk, report) = desk_with_report(true);
    desk.ledger
        .keep_section(report, "III.1", vec![Block::Para { id: "a".into(), text: vec![Inline::words("Các thôn đã vào cuộc.")] }], &on(DAY))
        .unwrap();
    let said = add(&mut desk, report, AnnexKind::Own, "Danh sách hộ theo thôn", Some("III.1"));
    assert_eq!(said, "Thêm phụ lục II “Danh sách hộ theo thôn” vào báo cáo quý III năm 2026, dẫn ở mục 1. Mặt tích cực");
    assert!(
        pointers(&desk, report).contains(&"Các thôn đã vào cuộc (chi tiết tại Phụ lục II kèm theo).".to_owned()),
        "{:?}",
        pointers(&desk, report)
    );
    let key = key(&desk, report, AnnexKind::Own);
    assert!(open(&desk, report).contains(&(key.clone(), "Phụ lục II “Danh sách hộ theo thôn” còn trống.".into())));
    let written = desk.ledger.keep_section(report, &key, vec![table()], &on(DAY)).unwrap();
    assert_eq!(written.summary, "Viết phụ lục II “Danh sách hộ theo thôn”");
    let paper = document(&desk, report);
    assert_eq!((paper.appendices[1].title.as_str(), paper.appendices[1].body.len()), ("DANH SÁCH HỘ THEO THÔN", 1));
    assert!(paper.body.iter().all(|block| block.id() != "bang"));
    // Submitted, it is frozen with the rest.
    let pdf = typeset::pdf(&paper).unwrap();
    desk.ledger.submit_report(report, &paper, typeset::FACE, &pdf, &on("2026-09-14")).unwrap();
    assert_eq!(document(&desk, report).appendices, paper.appendices);
    let refused = desk.ledger.remove_annex(report, &key, &on("2026-09-14")).unwrap_err().to_string();
    assert!(refused.contains("Rút lại"), "{refused}");
}

#[test]
fn an_appendix_taken_out_takes_along_what_pointed_to_it_and_comes_back_with_undo() {
    let (mut desk, report) = desk_with_report(true);
    let before = document(&desk, report);
    add(&mut desk, report, AnnexKind::Figures, "", None);
    add(&mut desk, report, AnnexKind::Own, "Danh sách tin bài", Some("I.4"));
    let with_all = document(&desk, report);
    let own = key(&desk, report, AnnexKind::Own);
    desk.ledger.remove_annex(report, &own, &on(DAY)).unwrap();
    let figures = key(&desk, report, AnnexKind::Figures);
    let said = desk.ledger.remove_annex(report, &figures, &on(DAY)).unwrap().summary;
    assert_eq!(said, "Bỏ phụ lục thống kê số liệu khỏi báo cáo quý III năm 2026");
    let bare = |document: &Document| document.body.iter().map(Block::plain).collect::<Vec<_>>();
    assert_eq!(bare(&document(&desk, report)), bare(&before));
    desk.ledger.undo(&on(DAY)).unwrap();
    desk.ledger.undo(&on(DAY)).unwrap();
    let again = document(&desk, report);
    assert_eq!((bare(&again), again.appendices), (bare(&with_all), with_all.appendices));
}

#[test]
fn words_that_point_to_an_appendix_that_is_gone_are_open_and_one_nobody_points_to_is_named() {
    let (mut desk, report) = desk_with_report(true);
    add(&mut desk, report, AnnexKind::Figures, "", None);
    let view = desk.ledger.report_view(report).unwrap();
    let section = view.sections.iter().find(|section| section.key == "II.7").unwrap();
    // The officer wrote her own sentence around it.
    let Block::Para { id, text } = section.blocks[0].clone() else { panic!() };
    let mine = vec![Inline::words("Số liệu có ở "), text[1].clone(), Inline::words(" và trên trang thông tin.")];
    desk.ledger.keep_section(report, "II.7", vec![Block::Para { id: id.clone(), text: mine }], &on(DAY)).unwrap();
    let key = key(&desk, report, AnnexKind::Figures);
    let said = desk.ledger.remove_annex(report, &key, &on(DAY)).unwrap().summary;
    assert!(said.ends_with("; trong bài còn chỗ dẫn phụ lục này, hãy sửa"), "{said}");
    let gone = "Mục 7. Thống kê số liệu theo phụ lục dẫn một phụ lục không còn trong báo cáo: hãy xóa chỗ dẫn đó.";
    assert!(open(&desk, report).contains(&("II.7".into(), gone.into())), "{:?}", open(&desk, report));
    assert!(desk.ledger.open_points(report).unwrap().iter().any(|point| point.block == id && point.sentence == gone));
    desk.ledger.undo(&on(DAY)).unwrap();
    desk.ledger.keep_section(report, "II.7", vec![Block::Para { id, text: vec![Inline::words("Xem bảng.")] }], &on(DAY)).unwrap();
    assert!(open(&desk, report).iter().any(|(section, sentence)| *section == key && sentence.contains("Phụ lục II")), "{:?}", open(&desk, report));
    desk.ledger.cite_annex(report, &key, "II.7", &on(DAY)).unwrap();
    assert!(pointers(&desk, report).contains(&"Xem bảng (chi tiết tại Phụ lục II kèm theo).".to_owned()));
    let cited = desk.ledger.report_view(report).unwrap().annexes.into_iter().find(|annex| annex.key == key).unwrap().cited;
    assert_eq!(cited, [("II.7".to_owned(), "Mục 7. Thống kê số liệu theo phụ lục".to_owned())]);
}

#[test]
fn the_next_report_begins_with_the_appendices_of_the_last() {
    let (mut desk, report) = desk_with_report(true);
    add(&mut desk, report, AnnexKind::Figures, "", None);
    add(&mut desk, report, AnnexKind::Own, "Danh sách hộ quý III năm 2026", Some("III.1"));
    add(&mut desk, report, AnnexKind::Own, "Để trống", Some("III.1"));
    let own = desk.ledger.report_view(report).unwrap().annexes[2].key.clone();
    desk.ledger.keep_section(report, &own, vec![table()], &on(DAY)).unwrap();
    let next = desk.ledger.new_report_from_last(&draft(ReportKind::Quarterly, "2026-Q4", true), report, &on("2026-12-05"));
    let next = match next {
        Ok(written) => written.thing.unwrap(),
        Err(_) => {
            let annual = draft(ReportKind::Annual, "2026", true);
            desk.ledger.new_report_from_last(&annual, report, &on("2026-12-05")).unwrap().thing.unwrap()
        }
    };
    let view = desk.ledger.report_view(next).unwrap();
    let told: Vec<(AnnexKind, &str)> = view.annexes.iter().map(|annex| (annex.kind, annex.number.as_str())).collect();
    assert_eq!(told, [(AnnexKind::Plan, "Phụ lục I"), (AnnexKind::Figures, "Phụ lục II"), (AnnexKind::Own, "Phụ lục III")]);
    assert!(!view.annexes[2].title.contains("quý III"), "{}", view.annexes[2].title);
    let section = view.sections.iter().find(|section| section.annex).unwrap();
    assert_eq!((section.key.as_str(), section.number.as_str(), section.blocks.len()), (own.as_str(), "Phụ lục III", 1));
    assert!(view.marks.iter().any(|mark| mark.at.section == own), "the table that was carried over is to be looked at");
    typeset::pdf(&document(&desk, next)).unwrap();
    // The paper that came over empty is left behind, and with it what pointed to it.
    assert!(!open(&desk, next).iter().any(|(_, sentence)| sentence.contains("không còn trong báo cáo")), "{:?}", open(&desk, next));
    // Without the plan they have other numbers, wherever they are told.
    let without = desk.ledger.new_report_from_last(&draft(ReportKind::Annual, "2026", false), report, &on("2026-12-06")).unwrap().thing.unwrap();
    let view = desk.ledger.report_view(without).unwrap();
    assert_eq!(view.annexes.iter().map(|annex| annex.number.as_str()).collect::<Vec<_>>(), ["Phụ lục I", "Phụ lục II"]);
    assert_eq!(view.sections.iter().find(|section| section.annex).unwrap().number, "Phụ lục II");
    assert!(!open(&desk, without).iter().any(|(_, sentence)| sentence.contains("không còn trong báo cáo")), "{:?}", open(&desk, without));
}

#[test]
fn papers_of_ones_own_stand_in_their_order_however_often_they_are_moved() {
    let (mut desk, report) = desk_with_report(false);
    for title in ["Một", "Hai", "Ba"] {
        add(&mut desk, report, AnnexKind::Own, title, Some("III.1"));
    }
    let titles = |desk: &Desk| -> (Vec<String>, Vec<String>) {
        let view = desk.ledger.report_view(report).unwrap();
        let sections = view.sections.into_iter().filter(|section| section.annex).map(|section| format!("{} {}", section.number, section.title));
        (view.annexes.into_iter().map(|annex| format!("{} {}", annex.number, annex.title)).collect(), sections.collect())
    };
    let key = |desk: &Desk, title: &str| desk.ledger.report_view(report).unwrap().annexes.into_iter().find(|annex| annex.title == title).unwrap().key;
    for (title, up, order) in [("Một", false, ["Hai", "Một", "Ba"]), ("Ba", true, ["Hai", "Ba", "Một"]), ("Hai", true, ["Hai", "Ba", "Một"])]
    {
        let key = key(&desk, title);
        desk.ledger.move_annex(report, &key, up, &on(DAY)).unwrap();
        let wanted: Vec<String> = order.iter().zip(["I", "II", "III"]).map(|(title, number)| format!("Phụ lục {number} {title}")).collect();
        assert_eq!(titles(&desk), (wanted.clone(), wanted), "{title}");
    }
}

#[test]
fn what_cannot_be_an_appendix_is_refused_with_a_sentence_and_nothing_is_written() {
    let (mut desk, report) = desk_with_report(true);
    let before = desk.ledger.report_view(report).unwrap();
    let mut refused = |kind, title: &str| desk.ledger.add_annex(report, kind, title, None, &on(DAY)).unwrap_err().to_string();
    assert_eq!(refused(AnnexKind::Plan, ""), "Báo cáo đã có phụ lục này. Hãy mở nó trong danh sách Phụ lục.");
    assert!(refused(AnnexKind::Own, "  ").contains("Tên phụ lục"));
    assert_eq!(desk.ledger.report_view(report).unwrap(), before);
    let mut bare = Desk::empty();
    let free = bare.ledger.new_report(&draft(ReportKind::Annual, "2024", false), &on(DAY)).unwrap().thing.unwrap();
    let none = bare.ledger.add_annex(free, AnnexKind::Plan, "", None, &on(DAY)).unwrap_err().to_string();
    assert!(none.starts_with("Chưa có kế hoạch chính nào chứa ngày 14/12/2024."), "{none}");
}

#[test]
fn a_new_report_may_begin_with_the_table_of_figures_and_points_to_it_whatever_its_outline() {
    for (set, said) in [(None, "theo Phụ lục kèm theo."), (Some("outline-free"), "Chi tiết tại Phụ lục kèm theo.")] {
        let mut desk = Desk::with_plan(&[("1", "Quý I")]);
        let asked = NewReport { statistics: true, ..draft(ReportKind::Quarterly, "2026-Q3", false) };
        let report = desk.ledger.new_report_from(&asked, set, &on(DAY)).unwrap().thing.unwrap();
        let lines = pointers(&desk, report);
        assert!(lines.iter().any(|line| line.ends_with(said)), "{set:?}: {lines:?}");
        assert_eq!(document(&desk, report).appendices.len(), 1);
        assert!(desk.ledger.report_view(report).unwrap().annexes[0].cited.len() == 1);
    }
}

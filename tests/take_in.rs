//! The five papers the program must take in: read, printed, judged, and every word found again.
//!
//! The papers stand beside the workspace; without them a line says what was skipped.

#![allow(clippy::indexing_slicing, clippy::print_stdout, reason = "a test stops loudly")]

#[path = "take_in/printed.rs"]
mod printed;
#[path = "take_in/words.rs"]
mod words;

use expect_test::{Expect, expect};
use ledger::paper::{Block, Inline, Item};
use ledger::take_in::{TakenIn, read_report};
use ledger::typeset::pdf;
use std::path::{Path, PathBuf};
use tests::judge::{asked, python, shared, skipped};

const SEEDS: [&str; 5] =
    ["000_36672dcdd1d26fa3.txt", "001_3ab182b739c5c35a.txt", "002_ccb5cca196e6a642.txt", "003_dcff9b89ebfe2eb6.txt", "004_a4e83c5e78f1a584.txt"];

/// A paper of the shared folder, and its bytes.
fn paper(folder: &str, name: &str) -> Option<(Vec<u8>, TakenIn)> {
    let Some(path) = shared(&format!("{folder}/{name}")) else {
        skipped(name);
        return None;
    };
    let bytes = std::fs::read(path).unwrap_or_default();
    let taken = read_report(name, &bytes, None).unwrap_or_else(|refused| panic!("{name}: {refused}"));
    Some((bytes, taken))
}

fn seed(number: usize) -> Option<(String, TakenIn)> {
    let (bytes, taken) = paper("seeds", SEEDS[number])?;
    Some((String::from_utf8_lossy(&bytes).into_owned(), taken))
}

fn warnings(taken: &TakenIn) -> String {
    taken.warnings.iter().map(|one| format!("{} | {} → {} | {}\n", one.r#where, one.was, one.now, one.why)).collect()
}

/// Headings by level with their numbers, blocks by kind: never a sentence of the paper.
fn outline(taken: &TakenIn) -> String {
    let body = &taken.document.body;
    let numbers = |wanted: u8| {
        let of = |block: &Block| match block {
            Block::Heading { level, number, .. } if *level == wanted => Some(number.clone()),
            _ => None,
        };
        body.iter().filter_map(of).collect::<Vec<_>>().join(" ")
    };
    let count = |is: &dyn Fn(&Block) -> bool| body.iter().filter(|block| is(block)).count();
    let item = |wanted: &'static str| count(&|block: &Block| matches!(block, Block::Item { item, .. } if item.mark() == wanted));
    let other = count(&|block: &Block| matches!(block, Block::Item { item: Item::Letter(_) | Item::Number(_), .. }));
    let head = &taken.document;
    format!(
        "{:?} {:?} {} | parts {} | paragraphs {} | dashes {} | pluses {} | counted items {other}\n1: {}\n2: {}\n3: {}\nrecipients {} | signing lines {} | appendices {}\n",
        taken.paper,
        taken.kind,
        taken.period,
        count(&|block: &Block| matches!(block, Block::Part { .. })),
        count(&|block: &Block| matches!(block, Block::Para { .. })),
        item("-"),
        item("+"),
        numbers(1),
        numbers(2),
        numbers(3),
        head.recipients.len(),
        head.signature.as_ref().map_or(0, |sign| sign.lines.len()),
        head.appendices.len(),
    )
}

fn check(number: usize, expected_outline: Expect, expected_warnings: Expect) {
    let Some((_, taken)) = seed(number) else { return };
    expected_outline.assert_eq(&outline(&taken));
    expected_warnings.assert_eq(&warnings(&taken));
}

#[test]
fn the_inspection_report_has_its_sections_and_warnings() {
    check(
        0,
        expect![[r#"
        Report Inspection 2025 | parts 0 | paragraphs 36 | dashes 30 | pluses 24 | counted items 11
        1: I. II. III. IV. V.
        2: 1. 2. 3. 1. 2. 3. 4. 5. 6. 1. 2.
        3: b) a) b)
        recipients 6 | signing lines 3 | appendices 0
    "#]],
        expect![[r#"
        Quốc hiệu |  → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Văn bản không có; Nghị định 30 bắt buộc.
        Tiêu ngữ |  → Độc lập - Tự do - Hạnh phúc | Văn bản không có; Nghị định 30 bắt buộc.
        Tên cơ quan |  → ỦY BAN NHÂN DÂN / XÃ AN QUANG | Lấy từ lời văn của chính văn bản.
        Số, ký hiệu |  → Số:        /BC-UBND | Văn bản không có; số để trống, ký hiệu theo loại văn bản và cơ quan.
        Địa danh, ngày tháng |  → An Quang, ngày      tháng      năm 2025 | Văn bản không có; địa danh theo tên cơ quan, năm theo trích yếu, ngày và tháng để trống.
        Số trang | 7 →  | Số trang của bản cũ đứng riêng một dòng, không thuộc nội dung; bản in tự đánh số trang.
    "#]],
    );
}

#[test]
fn the_first_quarters_report_has_its_sections_and_warnings() {
    check(
        1,
        expect![[r#"
        Report Quarterly 2026-Q1 | parts 0 | paragraphs 8 | dashes 54 | pluses 18 | counted items 6
        1: I. II. III. IV.
        2: 1. 2. 3. 4. 1. 2. 3. 4. 5. 6. 1. 2.
        3: 1.1. 1.2. 1.3. 1.4. 1.5. 1.6. 2.1. 2.2. 2.3. 2.4. 3.1. 3.2.
        recipients 5 | signing lines 3 | appendices 0
    "#]],
        expect![[r#"
        Quốc hiệu |  → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Văn bản không có; Nghị định 30 bắt buộc.
        Tiêu ngữ |  → Độc lập - Tự do - Hạnh phúc | Văn bản không có; Nghị định 30 bắt buộc.
        Tên cơ quan |  → ỦY BAN NHÂN DÂN / XÃ NGUYỄN LƯƠNG BẰNG | Lấy từ lời văn của chính văn bản.
    "#]],
    );
}

#[test]
fn the_third_quarters_report_has_its_sections_and_warnings() {
    check(
        2,
        expect![[r#"
        Report Quarterly 2025-Q3 | parts 0 | paragraphs 19 | dashes 78 | pluses 39 | counted items 0
        1: I. II. III. IV. V.
        2: 1. 2. 3. 4. 5. 6. 1. 2. 3. 4. 5. 6. 7. 1. 2. 1. 2. 3. 4. 5. 6. 7. 8. 1. 2.
        3: a) b) c) d) a) b) c) a) b) c) d) a) b) c) d) đ) e) g)
        recipients 7 | signing lines 3 | appendices 0
    "#]],
        expect![[r#"
        Quốc hiệu |  → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Văn bản không có; Nghị định 30 bắt buộc.
        Tiêu ngữ |  → Độc lập - Tự do - Hạnh phúc | Văn bản không có; Nghị định 30 bắt buộc.
        Tên cơ quan |  → ỦY BAN NHÂN DÂN / PHƯỜNG VỊ KHÊ | Lấy từ lời văn của chính văn bản.
        Số, ký hiệu |  → Số:        /BC-UBND | Văn bản không có; số để trống, ký hiệu theo loại văn bản và cơ quan.
        Địa danh, ngày tháng |  → Vị Khê, ngày      tháng      năm 2025 | Văn bản không có; địa danh theo tên cơ quan, năm theo trích yếu, ngày và tháng để trống.
        Số trang | 9 →  | Số trang của bản cũ đứng riêng một dòng, không thuộc nội dung; bản in tự đánh số trang.
        Quyền hạn, chức vụ người ký | TM. UỶ BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH → TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH | Viết tắt và chính tả như mẫu của Nghị định 30.
    "#]],
    );
}

#[test]
fn the_report_in_two_parts_has_its_sections_and_warnings() {
    check(
        3,
        expect![[r#"
        Report Inspection 2022 | parts 1 | paragraphs 12 | dashes 71 | pluses 7 | counted items 1
        1: I. II. III. I.
        2: 1. 2. 3. 4. 5. 6. 7. 9. 1. 2. 1. 2. 3.
        3: 
        recipients 4 | signing lines 2 | appendices 0
    "#]],
        expect![[r#"
        Quốc hiệu | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Viết đúng như mẫu của Nghị định 30.
        Quyền hạn, chức vụ người ký | CHỦ TỊCH → TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH | Văn bản của Ủy ban nhân dân ký thay mặt tập thể (TM.).
        Nơi nhận | Lưu: VP. → Lưu: VT, VP. | Mỗi nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm; dòng Lưu ghi “Lưu: VT, …”.
    "#]],
    );
}

#[test]
fn the_plan_issued_with_a_decision_has_its_sections_and_warnings() {
    check(
        4,
        expect![[r#"
        Plan Free 2025 | parts 0 | paragraphs 5 | dashes 21 | pluses 0 | counted items 45
        1: I. II. III. IV.
        2: 1. 2. 1. 2. 1. 2.
        3: 2.1. 2.2. 2.3. 2.4. 2.5. 2.6. 2.7. a) b) c) d) đ)
        recipients 0 | signing lines 0 | appendices 1
    "#]],
        expect![[r#"
            Quốc hiệu | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Viết đúng như mẫu của Nghị định 30.
            Tên cơ quan | UỶ BAN NHÂN DÂN / XÃ AN LÃO → ỦY BAN NHÂN DÂN / XÃ AN LÃO | Viết hoa, đúng chính tả và đúng thứ tự như mẫu của Nghị định 30.
            Phụ lục, tên cột | TT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời gian thực hiện/ hoàn thành Sản phẩm →  | Tên cột lặp lại ở đầu 6 trang của bản cũ; bản in tự lặp lại.
            Phụ lục, TT 23 |  →  | Bản cũ đánh số từ 21 sang 23; giữ nguyên.
        "#]],
    );
}

#[test]
fn letterhead_and_office_are_found_in_every_paper() {
    let mut shown = String::new();
    for number in 0..SEEDS.len() {
        let Some((_, taken)) = seed(number) else { return };
        let (found, head) = (&taken.found, &taken.document.letterhead);
        let day = head.place.as_ref().map(|place| (place.day.map(|day| day.to_string()), place.year));
        shown.push_str(&format!(
            "{} | {} | {} {} | {day:?} | {} {} | {} | {:?}\n",
            found.agency,
            head.agency.join(" / "),
            found.place,
            found.symbol,
            found.signer_office,
            found.signer,
            found.drafting,
            taken.document.addressees
        ));
    }
    expect![[r#"
        Ủy ban nhân dân xã An Quang | ỦY BAN NHÂN DÂN / XÃ AN QUANG | An Quang BC-UBND | Some((None, 2025)) | Phó Chủ tịch Vũ Trọng Quân | VHXH | []
        Ủy ban nhân dân xã Nguyễn Lương Bằng | ỦY BAN NHÂN DÂN / XÃ NGUYỄN LƯƠNG BẰNG | Xã Nguyễn Lương Bằng BC-UBND | Some((None, 2026)) | Phó Chủ tịch Đoàn Văn Cát | VH-XH | []
        Ủy ban nhân dân phường Vị Khê | ỦY BAN NHÂN DÂN / PHƯỜNG VỊ KHÊ | Vị Khê BC-UBND | Some((None, 2025)) | Phó Chủ tịch Nguyễn Thế Báu | VHXH | ["Sở Nội vụ"]
        Ủy ban nhân dân xã Quang Khải | ỦY BAN NHÂN DÂN / XÃ QUANG KHẢI | Quang Khải BC-UBND | Some((Some("2022-09-03"), 2022)) | Chủ tịch Nguyễn Đức Thuận | VP | []
        Ủy ban nhân dân xã An Lão | ỦY BAN NHÂN DÂN / XÃ AN LÃO | An Lão  | None |   |  | []
    "#]].assert_eq(&shown);
}

#[test]
fn every_cell_of_the_plans_table_is_right() {
    let Some((_, taken)) = seed(4) else { return };
    let Some(path) = shared("samples/an-lao-plan.json") else { return skipped("an-lao-plan.json") };
    let expected: Vec<serde_json::Value> = serde_json::from_slice(&std::fs::read(path).unwrap_or_default()).unwrap_or_default();
    let appendix = &taken.document.appendices[0];
    assert!(appendix.landscape && appendix.reference.starts_with("(Kèm theo Quyết định số        /QĐ-UBND ngày 30/7/2025"));
    let [Block::Table { table, .. }] = appendix.body.as_slice() else { panic!("one table") };
    let words = |cells: &[ledger::paper::Cell]| cells.iter().map(|cell| Inline::plain(&cell.text)).collect::<Vec<_>>();
    assert_eq!((table.columns.len(), table.header.len(), table.rows.len()), (6, 1, 31 + 7));
    let mut group = String::new();
    let mut rows = expected.iter();
    for row in &table.rows {
        if row.group {
            group = words(&row.cells).concat();
            continue;
        }
        let expected = rows.next().unwrap_or(&serde_json::Value::Null);
        let name = format!("{}. {}", expected["group_roman"].as_str().unwrap_or(""), expected["group_name"].as_str().unwrap_or(""));
        assert_eq!(group, name);
        let cells = ["content", "lead", "coordinating", "deadline_text", "product"].map(|field| expected[field].as_str().unwrap_or("").to_owned());
        assert_eq!(words(&row.cells), std::iter::once(expected["tt"].to_string()).chain(cells).collect::<Vec<_>>());
    }
    assert!(rows.next().is_none());
}

#[test]
fn the_word_file_gives_the_words_of_the_text_file() {
    let (Some((_, text)), Some((_, word))) = (seed(2), paper("samples", "vi-khe-report.docx")) else { return };
    // Two symbols are parted by a space in the Word file; no word of a body is changed.
    let tied = |taken: &TakenIn| taken.words().join(" ").replace("/KH- ", "/KH-").replace("/NĐ- ", "/NĐ-");
    assert_eq!(tied(&word), tied(&text));
    let (text, word) = (text.document, word.document);
    assert_eq!((&word.name, &word.subject, &word.addressees, &word.recipients), (&text.name, &text.subject, &text.addressees, &text.recipients));
    assert_eq!((&word.letterhead, &word.signature), (&text.letterhead, &text.signature));
}

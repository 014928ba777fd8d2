use super::*;
use crate::paper::{Align, Appendix, Cell, Column, Row};
use expect_test::expect;

mod any;
mod ends;
mod files;
mod pages;
mod tables;
mod words;

/// A short report of the invented commune, as Word's own text export has it: a paragraph a line.
const LAM_KHE: &str = "\
UỶ BAN NHÂN DÂN          CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
XÃ LAM KHÊ               Độc lập - Tự do - Hạnh phúc
Số: 5/bc-ubnd            Lam Khê, ngày 3 tháng 9 năm 2026

BÁO CÁO
Kết quả cải cách hành chính quý III năm 2026.

Kính gửi:
- Ủy ban nhân dân thành phố;
- Sở Nội vụ.

Thực hiện Văn bản số 12/SNV-CCHC ngày 20/8/2026 của Sở Nội vụ, UBND xã Lam Khê báo cáo như sau:

I. CÔNG TÁC CHỈ ĐẠO

1. Về kế hoạch

– Xã đã mở hai buổi tập huấn cho tổ công nghệ số.

+ Buổi thứ nhất có 30 người dự.

2. Về tuyên truyền

a) Loa truyền thanh

Đài phát 12 bản tin.

b) Tờ rơi

Phát 250 tờ.

II. NHIỆM VỤ QUÝ IV

1. Rà soát lại toàn bộ thủ tục đang niêm yết, bỏ bản cũ.

2. Mở thêm một quầy hướng dẫn tại nhà văn hóa thôn Đông.

Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê.

Nơi nhận:                      T/M UỶ BAN NHÂN DÂN
- Lưu VT-VHXH;                 KT.CHỦ TỊCH
- Như trên,                    PHÓ CHỦ TỊCH
- Các thôn                     (Đã ký)
PL.(30)                        TRẦN MINH KHANG
";

fn txt(text: &str) -> TakenIn {
    read_report("bao-cao.txt", text.as_bytes(), None).unwrap_or_else(|refused| panic!("{refused}"))
}

fn refused(name: &str, bytes: &[u8]) -> &'static str {
    read_report(name, bytes, None).map_or_else(|refused| refused.code(), |taken| panic!("taken in:\n{}", shown(&taken)))
}

/// A paper in a few lines: what each block is, and its first words.
fn shown(taken: &TakenIn) -> String {
    let document = &taken.document;
    let mut lines = vec![
        format!("{} | {} | {:?} | {:?}", document.letterhead.agency.join(" / "), document.name, document.subject, document.bracket),
        format!("{:?} {:?} {:?}", document.letterhead.number, document.letterhead.place, document.addressees),
    ];
    for block in &document.body {
        let kind = match block {
            Block::Part { .. } => "part ".to_owned(),
            Block::Heading { level, .. } => format!("head{level}"),
            Block::Para { .. } => "para ".to_owned(),
            Block::Item { .. } => "item ".to_owned(),
            Block::Table { .. } => "table".to_owned(),
        };
        lines.push(format!("{kind} {}", block.plain().replace('\n', " / ")));
    }
    lines.push(format!("{:?} {:?} {:?}", document.signature, document.recipients, document.drafter));
    lines.extend(document.appendices.iter().map(|one| format!("appendix {:?} {:?} {}", one.title, one.reference, one.body.len())));
    lines.extend(taken.warnings.iter().map(|one| format!("! {}: {} → {}", one.r#where, one.was, one.now)));
    lines.join("\n")
}

#[test]
fn a_report_is_mended_where_the_decree_wants_and_nowhere_else() {
    expect![[r#"
        ỦY BAN NHÂN DÂN / XÃ LAM KHÊ | BÁO CÁO | "Kết quả cải cách hành chính quý III năm 2026" | None
        Some(Number { number: Some("05"), symbol: "BC-UBND" }) Some(PlaceDate { place: "Lam Khê", day: Some(2026-09-03), year: 2026 }) ["Ủy ban nhân dân thành phố", "Sở Nội vụ"]
        para  Thực hiện Văn bản số 12/SNV-CCHC ngày 20/8/2026 của Sở Nội vụ, UBND xã Lam Khê báo cáo như sau:
        head1 I. CÔNG TÁC CHỈ ĐẠO
        head2 1. Về kế hoạch
        item  - Xã đã mở hai buổi tập huấn cho tổ công nghệ số.
        item  + Buổi thứ nhất có 30 người dự.
        head2 2. Về tuyên truyền
        head3 a) Loa truyền thanh
        para  Đài phát 12 bản tin.
        head3 b) Tờ rơi
        para  Phát 250 tờ.
        head1 II. NHIỆM VỤ QUÝ IV
        item  1. Rà soát lại toàn bộ thủ tục đang niêm yết, bỏ bản cũ.
        item  2. Mở thêm một quầy hướng dẫn tại nhà văn hóa thôn Đông.
        para  Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./.
        Some(Signature { lines: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], name: "Trần Minh Khang" }) ["Như trên", "Các thôn", "Lưu: VT, VHXH"] Some("PL.(30)")
        ! Quốc hiệu: CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ! Tên cơ quan: UỶ BAN NHÂN DÂN / XÃ LAM KHÊ → ỦY BAN NHÂN DÂN / XÃ LAM KHÊ
        ! Số, ký hiệu: Số: 5/bc-ubnd → Số: 05/BC-UBND
        ! Địa danh, ngày tháng: Lam Khê, ngày 3 tháng 9 năm 2026 → Lam Khê, ngày 03 tháng 9 năm 2026
        ! Trích yếu: Kết quả cải cách hành chính quý III năm 2026. → Kết quả cải cách hành chính quý III năm 2026
        ! Cuối nội dung: ban nhân dân xã Lam Khê. → ban nhân dân xã Lam Khê./.
        ! Quyền hạn, chức vụ người ký: T/M UỶ BAN NHÂN DÂN / KT.CHỦ TỊCH / PHÓ CHỦ TỊCH → TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
        ! Họ tên người ký: TRẦN MINH KHANG → Trần Minh Khang
        ! Nơi nhận: Lưu VT-VHXH; → Lưu: VT, VHXH;
        ! Nơi nhận: Như trên, → Như trên;
        ! Nơi nhận: Các thôn → Các thôn.
        ! Nơi nhận: Lưu: VT, VHXH; Như trên; Các thôn → Như trên; Các thôn; Lưu: VT, VHXH
        ! Chữ ký: (Đã ký) → "#]].assert_eq(&shown(&txt(LAM_KHE)));
}

#[test]
fn the_office_is_found_in_a_report() {
    expect![[r#"
        OfficeFound {
            agency: "Ủy ban nhân dân xã Lam Khê",
            level: "Xã",
            name: "Lam Khê",
            place: "Lam Khê",
            symbol: "BC-UBND",
            number: "05",
            signer: "Trần Minh Khang",
            signer_office: "Phó Chủ tịch",
            drafting: "VHXH",
            addressees: [
                "Ủy ban nhân dân thành phố",
                "Sở Nội vụ",
            ],
            recipients: [
                "Như trên",
                "Các thôn",
                "Lưu: VT, VHXH",
            ],
        }"#]]
    .assert_eq(&format!("{:#?}", txt(LAM_KHE).found));
}

#[test]
fn what_a_cut_report_lacks_comes_from_the_office_else_stays_blank() {
    let cut = "Đài phát 12 bản tin.\n\nII. NHIỆM VỤ\n\n1. Rà soát thủ tục ở các thôn.\n\nIII. KIẾN NGHỊ\n\nUBND xã đề nghị bổ sung máy quét và\n";
    let office = Facts {
        agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()],
        place: "Lam Khê".into(),
        symbol: "UBND".into(),
        drafting: "VHXH".into(),
        recipients: vec!["Như trên".into(), "Lưu: VT, VHXH".into()],
        signature: Some(Signature { lines: vec!["TM. ỦY BAN NHÂN DÂN".into(), "CHỦ TỊCH".into()], name: "Trần Minh Khang".into() }),
    };
    let alone = shown(&txt(cut));
    let known = read_report("a.txt", cut.as_bytes(), Some(&office)).unwrap();
    expect![[r#"
        ỦY BAN NHÂN DÂN / …………… | BÁO CÁO | "" | None
        Some(Number { number: None, symbol: "BC-UBND" }) Some(PlaceDate { place: "……………", day: None, year: 2026 }) []
        para  Đài phát 12 bản tin.
        head1 II. NHIỆM VỤ
        item  1. Rà soát thủ tục ở các thôn.
        head1 III. KIẾN NGHỊ
        para  UBND xã đề nghị bổ sung máy quét và./.
        Some(Signature { lines: ["TM. ỦY BAN NHÂN DÂN"], name: "……………" }) ["Lưu: VT"] None
        ! Quốc hiệu:  → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ! Tiêu ngữ:  → Độc lập - Tự do - Hạnh phúc
        ! Tên cơ quan:  → 
        ! Số, ký hiệu:  → Số:        /BC-UBND
        ! Địa danh, ngày tháng:  → ……………, ngày      tháng      năm 2026
        ! Tên loại:  → BÁO CÁO
        ! Trích yếu:  → 
        ! Cuối nội dung: nghị bổ sung máy quét và → nghị bổ sung máy quét và./.
        ! Quyền hạn, chức vụ người ký:  → TM. ỦY BAN NHÂN DÂN
        ! Họ tên người ký:  → 
        ! Nơi nhận:  → Lưu: VT

        ỦY BAN NHÂN DÂN / XÃ LAM KHÊ | BÁO CÁO | "" | None
        Some(Number { number: None, symbol: "BC-UBND" }) Some(PlaceDate { place: "Lam Khê", day: None, year: 2026 }) []
        para  Đài phát 12 bản tin.
        head1 II. NHIỆM VỤ
        item  1. Rà soát thủ tục ở các thôn.
        head1 III. KIẾN NGHỊ
        para  UBND xã đề nghị bổ sung máy quét và./.
        Some(Signature { lines: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], name: "Trần Minh Khang" }) ["Như trên", "Lưu: VT, VHXH"] None
        ! Quốc hiệu:  → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ! Tiêu ngữ:  → Độc lập - Tự do - Hạnh phúc
        ! Tên cơ quan:  → ỦY BAN NHÂN DÂN / XÃ LAM KHÊ
        ! Số, ký hiệu:  → Số:        /BC-UBND
        ! Địa danh, ngày tháng:  → Lam Khê, ngày      tháng      năm 2026
        ! Tên loại:  → BÁO CÁO
        ! Trích yếu:  → 
        ! Cuối nội dung: nghị bổ sung máy quét và → nghị bổ sung máy quét và./.
        ! Quyền hạn, chức vụ người ký:  → TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH
        ! Họ tên người ký:  → Trần Minh Khang
        ! Nơi nhận:  → Như trên; Lưu: VT, VHXH"#]]
    .assert_eq(&format!("{alone}\n\n{}", shown(&known)));
    assert_eq!(known.found, txt(cut).found, "what the office said itself is not found in the paper");
}

#[test]
fn appendices_follow_with_their_titles_and_words() {
    let text = LAM_KHE.to_owned()
        + "\nPHỤ LỤC SỐ 01\nSỐ LIỆU QUÝ III\n(Kèm theo Báo cáo số     /BC-UBND ngày   tháng  năm 2026)\n\nĐã nhận 15 hồ sơ.\n\nPhụ lục 2: DANH SÁCH THÔN\n\n- Thôn Đông.\n";
    let taken = txt(&text);
    assert!(taken.words().join(" ").ends_with("15 hồ sơ. - Thôn Đông."));
    expect![[r#"
         "SỐ LIỆU QUÝ III" "(Kèm theo Báo cáo số        /BC-UBND ngày      tháng      năm 2026)" 1
        appendix "DANH SÁCH THÔN" "" 1
        ! Quốc hiệu: CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM → CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ! Tên cơ quan: UỶ BAN NHÂN DÂN / XÃ LAM KHÊ → ỦY BAN NHÂN DÂN / XÃ LAM KHÊ
        ! Số, ký hiệu: Số: 5/bc-ubnd → Số: 05/BC-UBND
        ! Địa danh, ngày tháng: Lam Khê, ngày 3 tháng 9 năm 2026 → Lam Khê, ngày 03 tháng 9 năm 2026
        ! Trích yếu: Kết quả cải cách hành chính quý III năm 2026. → Kết quả cải cách hành chính quý III năm 2026
        ! Cuối nội dung: ban nhân dân xã Lam Khê. → ban nhân dân xã Lam Khê./.
        ! Quyền hạn, chức vụ người ký: T/M UỶ BAN NHÂN DÂN / KT.CHỦ TỊCH / PHÓ CHỦ TỊCH → TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
        ! Họ tên người ký: TRẦN MINH KHANG → Trần Minh Khang
        ! Nơi nhận: Lưu VT-VHXH; → Lưu: VT, VHXH;
        ! Nơi nhận: Như trên, → Như trên;
        ! Nơi nhận: Các thôn → Các thôn.
        ! Nơi nhận: Lưu: VT, VHXH; Như trên; Các thôn → Như trên; Các thôn; Lưu: VT, VHXH
        ! Chữ ký: (Đã ký) → 
        ! Phụ lục: PHỤ LỤC SỐ 01 → Phụ lục I
        ! Phụ lục: Phụ lục 2 → Phụ lục II
        ! Phụ lục:  → 
        ! Phụ lục:  → "#]]
    .assert_eq(shown(&taken).split_once("appendix").unwrap().1);
}

#[test]
fn words_after_the_signature_become_an_appendix_and_are_not_lost() {
    let taken = txt(&(LAM_KHE.to_owned() + "\nBIỂU TỔNG HỢP\n\nĐã nhận 15 hồ sơ trong tháng 8.\n"));
    assert_eq!(taken.document.appendices.len(), 1);
    assert_eq!(taken.document.appendices[0].title, "BIỂU TỔNG HỢP");
    assert!(taken.words().join(" ").ends_with("Đã nhận 15 hồ sơ trong tháng 8."));
}

#[test]
fn a_file_that_is_something_else_is_refused_with_a_sentence() {
    let recipe = "Canh chua cá lóc\n\nI. NGUYÊN LIỆU\n\n- Một con cá.\n\nII. CÁCH LÀM\n\n- Nấu nước sôi.\n";
    let page = "<!DOCTYPE html><html><script>alert(1)</script><body>BÁO CÁO</body></html>";
    let twice = LAM_KHE.repeat(2);
    let decision = LAM_KHE.replacen("BÁO CÁO", "QUYẾT ĐỊNH\nVề việc ban hành kế hoạch\n\nKẾ HOẠCH", 1);
    for (name, bytes, code) in [
        ("a.txt", &b""[..], "file-empty"),
        ("a.txt", b" \n\t\r\n\x0c", "file-empty"),
        ("a.txt", b"\x00\x01\x02\x03PNG\x00\x00", "not-text"),
        ("a.txt", b"B\xc1O C\xc1O", "not-text"),
        ("a.txt", page.as_bytes(), "not-text"),
        ("a.txt", recipe.as_bytes(), "no-report"),
        ("a.txt", "BÁO CÁO".as_bytes(), "no-report"),
        ("a.txt", twice.as_bytes(), "many-reports"),
        ("a.txt", decision.as_bytes(), "many-reports"),
        ("a.xlsx", b"PK\x03\x04", "file-kind"),
        ("a.pdf", b"%PDF-1.7", "file-kind"),
        ("khong-duoi", b"x", "file-kind"),
        ("a.docx", b"PK\x03\x04 not a zip", "not-docx"),
        ("a.docx", LAM_KHE.as_bytes(), "not-docx"),
    ] {
        assert_eq!(refused(name, bytes), code, "{name}");
    }
    assert_eq!(refused("a.txt", &vec![b'a'; 20 << 20]), "file-too-large");
}

#[test]
fn utf16_of_windows_is_read_as_utf8_is() {
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(LAM_KHE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let marked: Vec<u8> = [0xEF, 0xBB, 0xBF].into_iter().chain(LAM_KHE.bytes()).collect();
    let decomposed: String = unicode_normalization::UnicodeNormalization::nfd(LAM_KHE).collect();
    let plain = txt(LAM_KHE);
    for bytes in [little, marked, decomposed.into_bytes(), LAM_KHE.replace('\n', "\r\n").into_bytes()] {
        assert_eq!(read_report("a.TXT", &bytes, None).unwrap(), plain);
    }
}

#[test]
fn a_paper_written_as_word_is_taken_in_as_it_was() {
    let mut document = txt(LAM_KHE).document;
    document.drafter = None;
    let bytes = crate::word::docx(&document).unwrap();
    let again = read_report("bao-cao.docx", &bytes, None).unwrap();
    assert_eq!(again.document, document);
    assert_eq!(again.warnings, []);
}

#[test]
fn tables_of_a_word_file_keep_their_rows_and_cells() {
    let row = |group: bool, cells: &[&str]| Row {
        group,
        cells: cells.iter().map(|words| Cell { span: if group { 5 } else { 1 }, text: vec![Inline::words(*words)] }).collect(),
    };
    let rows = vec![row(true, &["I. Chỉ đạo"]), row(false, &["1", "Ban hành kế hoạch", "Phòng Văn hóa - Xã hội", "Quý III/2026", "Kế hoạch"])];
    let header = vec![row(false, &["TT", "Nội dung", "Chủ trì", "Thời hạn", "Sản phẩm"])];
    let columns = vec![Column { share: 1, align: Align::Left }; 5];
    let block = Block::Table { id: "b".into(), table: Table { columns, header, rows, size: 12 } };
    let mut document = txt(LAM_KHE).document;
    let reference = "(Kèm theo Báo cáo số        /BC-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã Lam Khê)";
    document.body.insert(5, block.clone());
    document.appendices.push(Appendix {
        title: "DANH MỤC NHIỆM VỤ".into(),
        reference: reference.into(),
        list: false,
        landscape: true,
        body: vec![block.clone()],
        charts: vec![],
    });
    let again = read_report("a.docx", &crate::word::docx(&document).unwrap(), None).unwrap();
    let [appendix] = again.document.appendices.as_slice() else { panic!("one appendix") };
    assert_eq!((appendix.title.as_str(), appendix.reference.as_str(), appendix.landscape), ("DANH MỤC NHIỆM VỤ", reference, true));
    let Block::Table { table: expected, .. } = &block else { panic!("a table") };
    for found in [&again.document.body[5], &appendix.body[0]] {
        let Block::Table { table, .. } = found else { panic!("a table: {found:?}") };
        assert_eq!((&table.header, &table.rows), (&expected.header, &expected.rows));
    }
    assert_eq!(again.words(), TakenIn { document, ..again.clone() }.words());
}

/// Breaks a paragraph into lines as extraction leaves them.
fn broken(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split(' ') {
        match lines.last_mut().filter(|line| line.chars().count() + word.chars().count() < width) {
            Some(line) => line.extend([" ", word]),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

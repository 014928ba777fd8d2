//! The papers that are compared: reports of 12 and 24 pages, appendices of 31, 1,000 and 10,000 rows.

use chrono::NaiveDate;
use ledger::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Letterhead, Number, PlaceDate, Row, Signature, Table};
use ledger::{Stamp, typeset};

/// Each paper with its name.
pub(crate) fn all() -> Vec<(&'static str, Document)> {
    vec![
        ("bao-cao-12", report(12)),
        ("bao-cao-24", report(24)),
        ("phu-luc-31", appendix(31)),
        ("phu-luc-1000", appendix(1_000)),
        ("phu-luc-10000", appendix(10_000)),
    ]
}

/// The stamp of all that is done here.
pub(crate) fn stamp() -> Stamp {
    Stamp { moment: day().and_hms_opt(9, 0, 0).unwrap_or_default(), person: "Lan".into(), seed: 7 }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 14).unwrap_or_default()
}

const SENTENCES: [&str; 5] = [
    "Ủy ban nhân dân xã tiếp tục rà soát, công khai thủ tục hành chính, nâng cao chất lượng phục vụ người dân và doanh nghiệp.",
    "Trong kỳ, bộ phận tiếp nhận đã nhận 2.182 hồ sơ, giải quyết 2.143 hồ sơ, trong đó 2.139 hồ sơ đúng và trước hạn, đạt tỷ lệ 99,81%.",
    "Các thôn cử người hướng dẫn bà con nộp hồ sơ trực tuyến vào sáng thứ Bảy hằng tuần tại nhà văn hóa.",
    "Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 và báo cáo hằng tháng.",
    "Qua kiểm tra, còn 04 hồ sơ quá hạn do phần mềm lỗi; xã đã xin lỗi bằng văn bản và trả kết quả trong 02 ngày làm việc.",
];

fn report(pages: usize) -> Document {
    let mut document = Document {
        letterhead: Letterhead {
            agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()],
            number: Some(Number { number: None, symbol: "BC-UBND".into() }),
            place: Some(PlaceDate { place: "Lam Khê".into(), day: None, year: 2026 }),
            ..Letterhead::default()
        },
        name: "BÁO CÁO".into(),
        subject: "Kết quả công tác cải cách hành chính Quý III, nhiệm vụ trọng tâm Quý IV năm 2026".into(),
        addressees: vec!["Sở Nội vụ".into()],
        signature: Some(Signature { lines: vec!["TM. ỦY BAN NHÂN DÂN".into(), "CHỦ TỊCH".into()], name: "Trần Minh Khang".into() }),
        recipients: ["Như trên", "Thường trực Đảng ủy, HĐND xã", "Các phòng, đơn vị thuộc xã", "Lưu: VT, VHXH"].map(String::from).to_vec(),
        changed: stamp().moment,
        ..Document::default()
    };
    let mut nth = 0;
    while typeset::pages(&document).map_or(pages, |made| made.len()) < pages {
        document.body.push(heading(nth));
        for _ in 0..4 {
            let words: Vec<&str> = (0..3).filter_map(|more| SENTENCES.get((nth + more) % SENTENCES.len()).copied()).collect();
            document.body.push(Block::Para { id: format!("b{}", document.body.len()), text: vec![Inline::words(words.join(" "))] });
            nth += 1;
        }
    }
    document
        .body
        .push(Block::Para { id: "cuoi".into(), text: vec![Inline::words("Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./.")] });
    document
}

fn heading(nth: usize) -> Block {
    Block::Heading {
        id: format!("m{nth}"), level: 2, number: format!("{}.", nth / 4 + 1), text: vec![Inline::words("Cải cách thủ tục hành chính")]
    }
}

fn appendix(rows: usize) -> Document {
    let cell = |text: &str| Cell { span: 1, text: vec![Inline::words(text)] };
    let row = |words: &[&str]| Row { group: false, cells: words.iter().map(|words| cell(words)).collect() };
    let task = |tt: usize| {
        let content = format!("Rà soát, cập nhật và công khai thủ tục hành chính thuộc thẩm quyền giải quyết của xã, đợt {tt}");
        row(&[&tt.to_string(), &content, "Phòng Văn hóa - Xã hội", "Các phòng, đơn vị", "Trước ngày 15/12", "Báo cáo của UBND xã"])
    };
    let column = |share, align| Column { share, align };
    let table = Table {
        columns: [(5, Align::Center), (32, Align::Left), (14, Align::Left), (14, Align::Left), (13, Align::Left), (16, Align::Left)]
            .map(|(share, align)| column(share, align))
            .to_vec(),
        header: vec![row(&["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian hoàn thành", "Sản phẩm"])],
        rows: (1..=rows).map(task).collect(),
        size: 12,
    };
    Document {
        appendices: vec![Appendix {
            title: "DANH MỤC NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2026".into(),
            reference: "(Kèm theo Kế hoạch số 15/KH-UBND ngày 05 tháng 01 năm 2026 của Ủy ban nhân dân xã Lam Khê)".into(),
            list: false,
            landscape: true,
            body: vec![Block::Table { id: "bang".into(), table }],
            charts: vec![],
        }],
        changed: stamp().moment,
        ..Document::default()
    }
}

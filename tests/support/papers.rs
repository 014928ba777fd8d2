//! Papers of an invented commune: xã Lam Khê, thành phố Hải Phòng.

#![expect(clippy::expect_used, reason = "a test that cannot go on fails")]

pub mod elements;
mod plan;

use chrono::{NaiveDate, NaiveDateTime};
use ledger::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Item, Letterhead, Number, PlaceDate, Row, Signature, Table, TextRun};

/// The day the filled papers carry.
pub fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 3).unwrap_or_default()
}

/// When the papers last changed.
pub fn changed() -> NaiveDateTime {
    day().and_hms_opt(16, 30, 0).unwrap_or_default()
}

/// A quarterly report of a few paragraphs, number and date still blank.
pub fn short_report() -> Document {
    Document {
        letterhead: Letterhead {
            governing: None,
            agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()],
            number: Some(Number { number: None, symbol: "BC-UBND".into() }),
            place: Some(PlaceDate { place: "Lam Khê".into(), day: None, year: 2026 }),
            about: None,
        },
        name: "BÁO CÁO".into(),
        subject: "Kết quả thực hiện công tác cải cách hành chính Quý III, phương hướng, nhiệm vụ trọng tâm Quý IV năm 2026".into(),
        addressees: vec!["Sở Nội vụ thành phố Hải Phòng".into()],
        body: short_body(),
        signature: Some(Signature {
            lines: vec!["TM. ỦY BAN NHÂN DÂN".into(), "KT. CHỦ TỊCH".into(), "PHÓ CHỦ TỊCH".into()],
            name: "Trần Thị Minh Hạnh".into(),
        }),
        recipients: ["Như trên", "Thường trực Đảng ủy, HĐND xã", "Chủ tịch, các Phó Chủ tịch UBND xã", "Phòng Văn hóa - Xã hội", "Lưu: VT, VH-XH"]
            .map(String::from)
            .to_vec(),
        changed: changed(),
        ..Default::default()
    }
}

/// The same, numbered and dated.
pub fn filled_report() -> Document {
    let mut paper = short_report();
    paper.letterhead.number = Some(Number { number: Some("05".into()), symbol: "BC-UBND".into() });
    paper.letterhead.place = Some(PlaceDate { place: "Lam Khê".into(), day: Some(day()), year: 2026 });
    paper
}

/// A centre under a commune with a long name, a place named after a person, a subject of three lines.
pub fn long_agency() -> Document {
    let mut paper = filled_report();
    paper.letterhead.governing = Some("ỦY BAN NHÂN DÂN XÃ NGUYỄN LƯƠNG BẰNG".into());
    paper.letterhead.agency = vec!["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG".into()];
    paper.letterhead.number = Some(Number { number: Some("112".into()), symbol: "BC-TTPVHCC".into() });
    paper.letterhead.place = Some(PlaceDate { place: "Xã Nguyễn Lương Bằng".into(), day: Some(day()), year: 2026 });
    paper.subject = "Kết quả tiếp nhận, giải quyết hồ sơ thủ tục hành chính theo cơ chế một cửa, một cửa liên thông và việc số hóa hồ sơ, \
                     thanh toán trực tuyến 9 tháng đầu năm, nhiệm vụ trọng tâm 3 tháng cuối năm 2026"
        .into();
    paper.signature = Some(Signature { lines: vec!["KT. GIÁM ĐỐC".into(), "PHÓ GIÁM ĐỐC".into()], name: "Vũ Đình Khải".into() });
    paper.recipients =
        vec!["Ủy ban nhân dân xã".into(), "Phòng Văn hóa - Xã hội và các cơ quan, đơn vị có liên quan thuộc xã".into(), "Lưu: VT".into()];
    paper
}

/// A report to two agencies, with a bracketed line under its subject.
pub fn several_addressees() -> Document {
    let mut paper = filled_report();
    paper.bracket = Some("(Phục vụ Đoàn kiểm tra công tác cải cách hành chính năm 2026)".into());
    paper.addressees = vec!["Ủy ban nhân dân thành phố Hải Phòng".into(), "Sở Nội vụ thành phố Hải Phòng".into()];
    paper
}

/// A report of exactly so many pages of text, and the plan with its progress as an appendix.
pub fn report_of(pages: usize) -> Document {
    let fits = |blocks: usize| text_pages(&report_with(pages, blocks)) <= pages;
    let (mut low, mut high) = (0, pages * 20);
    while low + 1 < high {
        let middle = (low + high) / 2;
        if fits(middle) { low = middle } else { high = middle }
    }
    let paper = report_with(pages, low);
    assert_eq!(text_pages(&paper), pages, "a report of {pages} pages");
    paper
}

/// How many pages stand before the appendix.
fn text_pages(paper: &Document) -> usize {
    let pages = ledger::typeset::pages(paper).expect("a sample can be laid out");
    pages.iter().take_while(|page| page.width < page.height).count()
}

fn report_with(pages: usize, blocks: usize) -> Document {
    let mut paper = short_report();
    let closing = paper.body.pop();
    if pages < 2 {
        paper.addressees.clear();
        paper.recipients.remove(0);
        paper.body.truncate(3);
    }
    for index in 0..blocks {
        let pick = |from: &[&'static str], step: usize| from.iter().cycle().nth(index * step).copied().unwrap_or_default();
        let (words, more) = (pick(&SENTENCES, 3), pick(&SENTENCES, 7));
        paper.body.push(match index % 5 {
            0 => heading(2, &format!("{}.", index / 5 + 3), pick(&TITLES, 1)),
            1 | 3 => para(&format!("{words} {more}")),
            _ => item(&format!("{more} {words}")),
        });
    }
    paper.body.extend(closing);
    paper.appendices.push(plan_appendix());
    paper
}

/// A plan issued with a Decision: no number, date, signature or recipients.
pub fn attached_plan() -> Document {
    let mut paper = short_report();
    paper.letterhead.number = None;
    paper.letterhead.place = None;
    paper.name = "KẾ HOẠCH".into();
    paper.subject = "Cải cách hành chính xã Lam Khê 6 tháng cuối năm 2026".into();
    paper.bracket = Some("(Kèm theo Quyết định số        /QĐ-UBND ngày      tháng 7 năm 2026 của Ủy ban nhân dân xã Lam Khê)".into());
    paper.addressees.clear();
    paper.signature = None;
    paper.recipients.clear();
    paper.appendices.push(plan_appendix());
    paper
}

/// The plan's tasks with their progress, on a landscape page.
pub fn plan_appendix() -> Appendix {
    let header = ["TT", "Nội dung công việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện, hoàn thành", "Sản phẩm"];
    let columns = [(5, Align::Center), (38, Align::Left), (16, Align::Left), (18, Align::Left), (12, Align::Center), (14, Align::Left)];
    let mut rows = Vec::new();
    let mut number = 0;
    for (roman, group, tasks) in plan::PLAN {
        rows.push(Row { group: true, cells: vec![cell(roman, 1), cell(group, 5)] });
        for task in *tasks {
            number += 1;
            let cells = std::iter::once(cell(&number.to_string(), 1)).chain(task.iter().map(|words| cell(words, 1)));
            rows.push(Row { group: false, cells: cells.collect() });
        }
    }
    let table = Table {
        columns: columns.map(|(share, align)| Column { share, align }).to_vec(),
        header: vec![Row { group: false, cells: header.map(|words| cell(words, 1)).to_vec() }],
        rows,
        size: 12,
    };
    Appendix {
        title: "Danh mục nhiệm vụ cải cách hành chính 6 tháng cuối năm 2026".into(),
        reference: "(Kèm theo Báo cáo số         /BC-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã Lam Khê)".into(),
        list: false,
        landscape: true,
        body: vec![Block::Table { id: "t".into(), table }],
        charts: vec![],
    }
}

/// A filled report with a table in its body.
pub fn report_with_table() -> Document {
    let mut paper = filled_report();
    paper.body.insert(6, cases_table());
    paper
}

/// The table of cases as an upright appendix.
pub fn cases_appendix() -> Appendix {
    Appendix {
        title: "Kết quả giải quyết thủ tục hành chính Quý III năm 2026".into(),
        reference: "(Kèm theo Báo cáo số         /BC-UBND ngày      tháng      năm 2026 của Ủy ban nhân dân xã Lam Khê)".into(),
        list: false,
        landscape: false,
        body: vec![cases_table()],
        charts: vec![],
    }
}

/// A table in the body: cases of administrative procedures by field.
pub fn cases_table() -> Block {
    let row = |words: [&str; 5]| Row { group: false, cells: words.map(|words| cell(words, 1)).to_vec() };
    let columns = [(6, Align::Center), (40, Align::Left), (18, Align::Right), (18, Align::Right), (18, Align::Right)];
    let table = Table {
        columns: columns.map(|(share, align)| Column { share, align }).to_vec(),
        header: vec![row(["TT", "Lĩnh vực", "Tiếp nhận", "Đã giải quyết", "Tỷ lệ đúng hạn"])],
        rows: vec![
            row(["1", "Hộ tịch, chứng thực", "1.204", "1.203", "100%"]),
            row(["2", "Đất đai, môi trường", "212", "196", "98,47%"]),
            row(["3", "Bảo trợ xã hội, người có công", "341", "341", "99,41%"]),
            Row { group: true, cells: vec![cell("Tổng cộng", 2), cell("1.757", 1), cell("1.740", 1), cell("99,71%", 1)] },
        ],
        size: 12,
    };
    Block::Table { id: "cases".into(), table }
}

/// A paragraph.
pub fn para(words: &str) -> Block {
    Block::Para { id: "p".into(), text: vec![Inline::words(words)] }
}

/// An item that begins with a dash.
pub fn item(words: &str) -> Block {
    Block::Item { id: "i".into(), item: Item::Dash, text: vec![Inline::words(words)] }
}

/// A heading.
pub fn heading(level: u8, number: &str, words: &str) -> Block {
    Block::Heading { id: "h".into(), level, number: number.into(), text: vec![Inline::words(words)] }
}

/// A cell.
pub fn cell(words: &str, span: u16) -> Cell {
    Cell { span, text: vec![Inline::words(words)] }
}

fn short_body() -> Vec<Block> {
    let emphasis = vec![
        Inline::words("Trong kỳ, Bộ phận Tiếp nhận và Trả kết quả đã tiếp nhận 1.757 hồ sơ, trong đó "),
        Inline::Text(TextRun { text: "1.702 hồ sơ trực tuyến".into(), bold: true, italic: false }),
        Inline::words("; tỷ lệ giải quyết trước hạn và đúng hạn đạt 99,71%, "),
        Inline::Text(TextRun { text: "không có hồ sơ quá hạn chưa xin lỗi".into(), bold: false, italic: true }),
        Inline::words("."),
    ];
    vec![
        para(
            "Thực hiện Công văn số 1482/SNV-CCHC ngày 28/8/2026 của Sở Nội vụ về việc báo cáo công tác cải cách hành chính định kỳ; Ủy ban nhân dân xã Lam Khê báo cáo kết quả như sau:",
        ),
        heading(1, "I.", "Công tác chỉ đạo, điều hành"),
        heading(2, "1.", "Tổ chức chỉ đạo"),
        para(
            "Ủy ban nhân dân xã đã ban hành Kế hoạch số 09/KH-UBND ngày 12/01/2026 với 31 nhiệm vụ; đến ngày 03 tháng 9 năm 2026 đã hoàn thành 14 nhiệm vụ, 17 nhiệm vụ đang thực hiện, không có nhiệm vụ quá hạn.",
        ),
        item(
            "Phòng Văn hóa - Xã hội tham mưu, theo dõi, đôn đốc các cơ quan, đơn vị; Văn phòng HĐND và UBND rà soát Điều 5 Quyết định số 61/2018/QĐ-UBND về một cửa, một cửa liên thông.",
        ),
        heading(2, "2.", "Kết quả giải quyết thủ tục hành chính"),
        Block::Para { id: "e".into(), text: emphasis },
        para("Trên đây là báo cáo kết quả thực hiện công tác cải cách hành chính Quý III năm 2026 của Ủy ban nhân dân xã Lam Khê./."),
    ]
}

const TITLES: [&str; 6] = [
    "Công tác tuyên truyền",
    "Kiểm tra việc thực hiện cải cách hành chính",
    "Cải cách thể chế",
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công và quản lý tài sản công trên địa bàn xã, việc công khai ngân sách và giải ngân vốn đầu tư công",
];

const SENTENCES: [&str; 10] = [
    "Đài truyền thanh xã đã phát 48 tin, bài về dịch vụ công trực tuyến; trang thông tin điện tử đăng 31 bài với 12.480 lượt xem.",
    "Tổ công nghệ số cộng đồng của 14 thôn đến từng nhà hướng dẫn người dân nộp hồ sơ trên Cổng Dịch vụ công quốc gia.",
    "Ủy ban nhân dân xã kiểm tra 03 đơn vị, phát hiện 02 thiếu sót và đã yêu cầu khắc phục xong trước ngày 25 tháng 8 năm 2026.",
    "Văn bản quy phạm pháp luật được rà soát theo Điều 12 Nghị định số 78/2025/NĐ-CP, không có văn bản trái thẩm quyền.",
    "Kinh phí cho cải cách hành chính trong kỳ là 300 triệu đồng, tăng 12,5% so với cùng kỳ năm trước.",
    "Phòng Văn hóa - Xã hội phối hợp với Văn phòng HĐND và UBND công khai 383 thủ tục hành chính tại nơi tiếp dân.",
    "Việc số hóa thành phần hồ sơ đạt 97,5%; kết quả giải quyết được ký số và trả vào kho dữ liệu của công dân.",
    "Cán bộ, công chức đã tham gia 05 lớp bồi dưỡng về chuyển đổi số, kỹ năng giao tiếp và đạo đức công vụ.",
    "Mức độ hài lòng của người dân đạt trên 98%; 23/23 phản ánh, kiến nghị được trả lời đúng hạn.",
    "Giải ngân vốn đầu tư công đạt 62,4% kế hoạch; phần còn lại được giao chỉ tiêu theo từng tháng của Quý IV.",
];

//! Papers that show what a quarterly report does not have: bases, letters, drafts, parts, forms of signing.

use super::{filled_report, heading, para, short_report};
use ledger::paper::signing::{Form, UBND};
use ledger::paper::{Block, Document, Inline, Item, Number, Signature};
use ledger::viet;

/// A submission with its legal bases, a drafter's mark and an address line.
pub fn submission() -> Document {
    let mut paper = filled_report();
    paper.letterhead.number = Some(Number { number: Some("18".into()), symbol: "TTr-UBND".into() });
    paper.name = "TỜ TRÌNH".into();
    paper.subject = "Về việc đề nghị hỗ trợ trang thiết bị cho Trung tâm Phục vụ hành chính công xã Lam Khê".into();
    paper.bases = vec![
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025".into(),
        "Căn cứ Nghị định số 118/2025/NĐ-CP ngày 09 tháng 6 năm 2025 của Chính phủ về thực hiện thủ tục hành chính theo cơ chế một cửa, một cửa liên thông;".into(),
        "Theo đề nghị của Chánh Văn phòng HĐND và UBND xã.".into(),
    ];
    paper.body = vec![
        para("Ủy ban nhân dân xã Lam Khê kính đề nghị Sở Nội vụ xem xét các nội dung sau:"),
        number(
            "1.",
            "Bổ sung 04 bộ máy tính, 02 máy quét tốc độ cao để số hóa thành phần hồ sơ; số máy hiện có đã dùng trên 07 năm, không bảo đảm an toàn thông tin, thường xuyên phải sửa chữa và làm chậm việc trả kết quả cho người dân.",
        ),
        number("2.", "Hướng dẫn việc bố trí 02 công chức hỗ trợ người dân nộp hồ sơ trực tuyến vào các ngày cao điểm trong tuần."),
        para("Ủy ban nhân dân xã Lam Khê kính trình./."),
    ];
    paper.drafter = Some("PL.(05)".into());
    paper.address = Some("Thôn Đông, xã Lam Khê, thành phố Hải Phòng. Điện thoại: 0225 000 000. Thư điện tử: ubnd@lamkhe.example".into());
    paper
}

/// An official letter: no name, what it is about under the number, two addressees.
pub fn letter() -> Document {
    let mut paper = filled_report();
    paper.letterhead.number = Some(Number { number: Some("246".into()), symbol: "UBND-VHXH".into() });
    paper.letterhead.about = Some("cử công chức tham gia lớp bồi dưỡng kỹ năng số năm 2026 và rà soát danh sách người học của các đơn vị".into());
    paper.name = String::new();
    paper.subject = String::new();
    paper.addressees = vec!["Các phòng chuyên môn thuộc Ủy ban nhân dân xã".into(), "Trung tâm Phục vụ hành chính công xã".into()];
    paper.body = vec![
        para(
            "Thực hiện Kế hoạch số 09/KH-UBND ngày 12 tháng 01 năm 2026 về cải cách hành chính, Ủy ban nhân dân xã đề nghị các đơn vị cử công chức tham gia lớp bồi dưỡng kỹ năng số, cụ thể như sau:",
        ),
        number("1.", "Mỗi đơn vị cử 02 người; ưu tiên người trực tiếp tiếp nhận hồ sơ của người dân."),
        number("2.", "Danh sách gửi về Phòng Văn hóa - Xã hội trước ngày 15 tháng 9 năm 2026 để tổng hợp."),
        para("Đề nghị các đơn vị quan tâm thực hiện./."),
    ];
    paper
}

/// A report of two parts that goes down to `+`, still a draft.
pub fn draft_in_parts() -> Document {
    let mut paper = short_report();
    paper.draft = true;
    paper.body = vec![
        para("Thực hiện Kế hoạch số 09/KH-UBND ngày 12 tháng 01 năm 2026; Ủy ban nhân dân xã Lam Khê báo cáo kết quả như sau:"),
        part("Phần thứ nhất", "Kết quả thực hiện công tác cải cách hành chính"),
        heading(1, "I.", "Công tác chỉ đạo, điều hành"),
        heading(2, "1.", "Tổ chức chỉ đạo"),
        heading(3, "1.1.", "Văn bản đã ban hành"),
        para(
            "Ủy ban nhân dân xã đã ban hành 07 văn bản chỉ đạo, giao nhiệm vụ cho từng đơn vị, kèm thời hạn và sản phẩm phải hoàn thành; mỗi nhiệm vụ có một đơn vị chủ trì, một người theo dõi và một tài liệu kiểm chứng khi báo cáo hoàn thành. Kết quả được công khai tại cuộc họp giao ban đầu tháng của Ủy ban nhân dân xã.",
        ),
        heading(3, "1.2.", "Nhiệm vụ đã giao"),
    ];
    let points = [
        "Về thể chế: rà soát 12 văn bản",
        "Về thủ tục hành chính: công khai 383 thủ tục",
        "Về bộ máy: kiện toàn 03 đơn vị",
        "Về công vụ: cử 14 lượt người tập huấn",
    ];
    for (n, words) in (1..).zip(points) {
        paper.body.push(point(n, &format!("{words};")));
    }
    paper.body.push(point(5, "Về chính quyền số:"));
    paper.body.push(super::item("Hệ thống phòng họp không giấy đã dùng tại 04 kỳ họp; trong đó:"));
    paper.body.push(plus("Họp Ủy ban nhân dân xã 03 kỳ, họp Hội đồng nhân dân xã 01 kỳ;"));
    paper.body.push(plus("Tài liệu được gửi trước mỗi kỳ họp 02 ngày làm việc."));
    paper.body.push(heading(2, "2.", "Tồn tại, hạn chế"));
    paper.body.push(point(1, "Máy tính cũ, một số đơn vị cập nhật tiến độ chậm hơn yêu cầu từ 02 đến 03 ngày làm việc so với thời hạn đã giao."));
    paper.body.push(part("Phần thứ hai", "Phương hướng, nhiệm vụ trọng tâm Quý IV năm 2026"));
    paper.body.push(heading(1, "I.", "Nhiệm vụ"));
    paper.body.push(number("1.", "Hoàn thành 17 nhiệm vụ còn lại của Kế hoạch trước ngày 15 tháng 12 năm 2026."));
    paper.body.push(number("2.", "Khảo sát mức độ hài lòng của người dân đối với Trung tâm Phục vụ hành chính công xã."));
    paper.body.push(para("Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./."));
    paper
}

/// A short report signed in each form, by an office that signs so.
pub fn signed() -> Vec<(Form, Document)> {
    let office = |form| match form {
        Form::Collective | Form::Own | Form::Acting => "Chủ tịch",
        Form::CollectiveDeputy | Form::OwnDeputy => "Phó Chủ tịch",
        Form::Order => "Chánh Văn phòng HĐND và UBND",
        Form::OrderDeputy => "Phó Chánh Văn phòng HĐND và UBND",
        Form::Delegated => "Trưởng phòng Văn hóa - Xã hội",
    };
    let paper = |form: Form| {
        let mut paper = filled_report();
        paper.signature = Some(Signature { lines: form.lines(&UBND, office(form)), name: "Trần Thị Minh Hạnh".into() });
        (form, paper)
    };
    Form::all().map(paper).collect()
}

/// A numbered paragraph without a title: upright.
pub fn number(mark: &str, words: &str) -> Block {
    Block::Item { id: "n".into(), item: Item::Number(mark.into()), text: vec![Inline::words(words)] }
}

/// The n-th point: `a)`, `b)`, … `đ)`.
pub fn point(n: usize, words: &str) -> Block {
    let letter = viet::letter(n).map(String::from).unwrap_or_default();
    Block::Item { id: "l".into(), item: Item::Letter(letter), text: vec![Inline::words(words)] }
}

/// An item below a dash.
pub fn plus(words: &str) -> Block {
    Block::Item { id: "+".into(), item: Item::Plus, text: vec![Inline::words(words)] }
}

/// `Phần thứ nhất` with its title.
pub fn part(number: &str, title: &str) -> Block {
    Block::Part { id: "part".into(), number: number.into(), title: title.into() }
}

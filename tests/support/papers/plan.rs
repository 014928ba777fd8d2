//! The tasks of the sample plan.

/// A group: its number, its name and its tasks as the cells of a row after `TT`.
type Group = (&'static str, &'static str, &'static [[&'static str; 5]]);

pub(super) const PLAN: &[Group] = &[
    (
        "I",
        "Công tác chỉ đạo, điều hành",
        &[
            [
                "Ban hành Kế hoạch cải cách hành chính và kế hoạch tuyên truyền cải cách hành chính của xã",
                "Phòng Văn hóa - Xã hội",
                "Văn phòng HĐND và UBND",
                "Tháng 7/2026",
                "Kế hoạch",
            ],
            [
                "Tự kiểm tra công tác cải cách hành chính tại các cơ quan, đơn vị, gắn với kiểm tra kỷ luật, kỷ cương hành chính",
                "Phòng Văn hóa - Xã hội",
                "Các cơ quan, đơn vị",
                "Quý III, IV/2026",
                "Báo cáo kết quả kiểm tra",
            ],
            [
                "Báo cáo định kỳ kết quả cải cách hành chính gửi Sở Nội vụ",
                "Phòng Văn hóa - Xã hội",
                "Các cơ quan, đơn vị",
                "Trước ngày 20 của tháng cuối quý",
                "Báo cáo",
            ],
            [
                "Đối thoại giữa người đứng đầu Ủy ban nhân dân xã với tổ chức, công dân",
                "Văn phòng HĐND và UBND",
                "Phòng Văn hóa - Xã hội; Phòng Kinh tế",
                "Tháng 10/2026",
                "Thông báo kết luận",
            ],
        ],
    ),
    (
        "II",
        "Cải cách thể chế",
        &[
            [
                "Rà soát, hệ thống hóa văn bản quy phạm pháp luật do Hội đồng nhân dân, Ủy ban nhân dân xã ban hành",
                "Văn phòng HĐND và UBND",
                "Các cơ quan, đơn vị",
                "15/12/2026",
                "Báo cáo rà soát",
            ],
            [
                "Theo dõi tình hình thi hành pháp luật trong lĩnh vực trọng tâm",
                "Văn phòng HĐND và UBND",
                "Các cơ quan, đơn vị",
                "Thường xuyên",
                "Báo cáo",
            ],
        ],
    ),
    (
        "III",
        "Cải cách thủ tục hành chính",
        &[
            [
                "Niêm yết, công khai đầy đủ thủ tục hành chính thuộc thẩm quyền giải quyết của cấp xã",
                "Trung tâm Phục vụ hành chính công",
                "Các cơ quan, đơn vị",
                "Thường xuyên",
                "Thủ tục hành chính được công khai",
            ],
            [
                "Rà soát, đề xuất đơn giản hóa thủ tục hành chính nội bộ",
                "Văn phòng HĐND và UBND",
                "Trung tâm Phục vụ hành chính công",
                "Quý IV/2026",
                "Báo cáo",
            ],
            [
                "Khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước",
                "Phòng Văn hóa - Xã hội",
                "Trung tâm Phục vụ hành chính công",
                "Tháng 11/2026",
                "Báo cáo kết quả khảo sát",
            ],
        ],
    ),
    (
        "IV",
        "Cải cách tổ chức bộ máy",
        &[
            [
                "Rà soát chức năng, nhiệm vụ, quyền hạn và cơ cấu tổ chức của các cơ quan chuyên môn thuộc Ủy ban nhân dân xã",
                "Phòng Văn hóa - Xã hội",
                "Các cơ quan, đơn vị",
                "Quý III/2026",
                "Quyết định",
            ],
            [
                "Sắp xếp đơn vị sự nghiệp công lập theo kế hoạch của thành phố",
                "Phòng Văn hóa - Xã hội",
                "Các trường học, trạm y tế",
                "Theo hướng dẫn của thành phố",
                "Đề án",
            ],
        ],
    ),
    (
        "V",
        "Cải cách chế độ công vụ",
        &[
            [
                "Cử cán bộ, công chức tham gia các lớp bồi dưỡng kiến thức, kỹ năng chuyển đổi số",
                "Phòng Văn hóa - Xã hội",
                "Các cơ quan, đơn vị",
                "Trong năm",
                "Quyết định cử đi bồi dưỡng",
            ],
            [
                "Thực hiện vị trí việc làm và cơ cấu lại đội ngũ công chức",
                "Phòng Văn hóa - Xã hội",
                "Các cơ quan, đơn vị",
                "31/12/2026",
                "Đề án vị trí việc làm",
            ],
        ],
    ),
    (
        "VI",
        "Cải cách tài chính công",
        &[
            [
                "Công khai dự toán, quyết toán ngân sách và kết quả mua sắm tài sản công",
                "Phòng Kinh tế",
                "Các đơn vị dự toán",
                "Hằng quý",
                "Quyết định công khai",
            ],
            ["Giải ngân kế hoạch vốn đầu tư công năm 2026 đạt từ 95% trở lên", "Phòng Kinh tế", "Ban Quản lý dự án", "31/12/2026", "Báo cáo"],
        ],
    ),
    (
        "VII",
        "Xây dựng chính quyền điện tử, chính quyền số",
        &[
            [
                "Nâng cấp hạ tầng mạng nội bộ, thay thế máy tính không bảo đảm an toàn thông tin",
                "Văn phòng HĐND và UBND",
                "Phòng Kinh tế",
                "Quý IV/2026",
                "Hệ thống được nghiệm thu",
            ],
            [
                "Duy trì, cải tiến hệ thống quản lý chất lượng theo tiêu chuẩn TCVN ISO 9001:2015",
                "Văn phòng HĐND và UBND",
                "Các cơ quan, đơn vị",
                "Thường xuyên",
                "Hồ sơ áp dụng",
            ],
        ],
    ),
];

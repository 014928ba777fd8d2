//! Papers of any words, their lines broken anywhere.

use super::*;
use proptest::prelude::*;

fn paragraph() -> impl Strategy<Value = String> {
    let mark = prop::sample::select(vec!["", "- ", "+ ", "1. ", "2. ", "a) ", "đ) ", "I. ", "1.1. ", "* "]);
    let word = prop::sample::select(vec![
        "xã",
        "Lam",
        "Khê",
        "hồ",
        "sơ",
        "12/KH-UBND",
        "2026",
        "97,5%",
        "(một",
        "cửa)",
        "giải",
        "quyết,",
        "đúng",
        "hạn;",
        "hạn.",
        "Phòng",
        "Văn",
        "hóa",
        "-",
        "TTHC",
        "“xong”",
        "03/9/2026",
        "kết",
        "quả:",
    ]);
    let end = prop::sample::select(vec!["", ".", ";", ":", "…"]);
    (mark, prop::collection::vec(word, 2..60), end).prop_map(|(mark, words, end)| format!("{mark}Xã {}{end}", words.join(" ")))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_word_of_a_body_is_lost_however_its_lines_are_broken(
        paragraphs in prop::collection::vec(paragraph(), 1..30), width in 50_usize..100, doubled: bool, trailing: bool,
    ) {
        let opening = "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã Lam Khê báo cáo như sau:";
        let closing = "Trên đây là báo cáo của UBND xã Lam Khê./.";
        let all: Vec<&str> = std::iter::once(opening).chain(paragraphs.iter().map(String::as_str)).chain([closing]).collect();
        let lines: Vec<String> = all.iter().flat_map(|one| broken(one, width)).collect();
        let end = format!("{}{}", if trailing { " " } else { "" }, if doubled { "\n\n" } else { "\n" });
        let text = format!("BÁO CÁO\nKết quả quý III\n\n{}{end}\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Minh Khang\n", lines.join(&end));
        let taken = txt(&text);
        let words: Vec<&str> = all.iter().flat_map(|one| one.split(' ')).collect();
        prop_assert_eq!(taken.words(), words);
        prop_assert!(taken.document.appendices.is_empty());
    }

    #[test]
    fn no_text_makes_it_crash(text in "\\PC{0,300}") {
        let _ = read_report("a.txt", text.as_bytes(), None);
    }

    #[test]
    fn no_soup_of_a_papers_words_makes_it_crash(pieces in prop::collection::vec(prop::sample::select(vec![
        "BÁO CÁO", "KẾ HOẠCH", "Kính gửi:", "Nơi nhận:", "- ", "+ ", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "Phụ lục", "Phụ lục II", "TT Nội dung công việc",
        "Cơ quan chủ trì", "Thời gian", "Sản phẩm", "1", "2", "12", "I.", "I. Nhóm", "a)", "1.1.", "(", ")", "(Kèm theo", "Số:", "/BC-UBND", "ngày", "tháng",
        "năm 2026", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "VIỆT NAM", "Độc lập", "Phần thứ", "Phần I", "./.", "UBND xã", "UBND xã Lam", "Lưu", "Trang 3", "\n", "\n\n", "   ",
        "\t", " ", "-", "…", "Quý III", "Phòng", "Các phòng",
    ]), 0..60)) {
        let text = pieces.concat();
        let _ = read_report("a.txt", text.as_bytes(), None);
        let _ = read_report("a.txt", format!("BÁO CÁO\nKết quả\n{text}").as_bytes(), None);
        let _ = read_report("a.txt", format!("BÁO CÁO\nKết quả\nMột.\nPhụ lục\n{text}").as_bytes(), None);
    }
}

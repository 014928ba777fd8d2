//! What pages add to a paper: numbers, repeated lines, spaces up to a width.

use super::*;

/// Sentences that fill more than a page.
fn sentences(count: usize) -> String {
    (1..=count).map(|number| format!("Trong kỳ, tổ công tác số {number} đã hướng dẫn người dân nộp hồ sơ tại nhà văn hóa thôn Đông.\n\n")).collect()
}

fn dropped(taken: &TakenIn) -> String {
    taken.warnings.iter().filter(|one| one.r#where == "Số trang").map(|one| one.was.as_str()).collect::<Vec<_>>().join(" | ")
}

#[test]
fn numbers_of_pages_are_no_words_of_body_end_or_appendix() {
    let (body, end) = LAM_KHE.split_once("II. NHIỆM VỤ QUÝ IV").unwrap();
    let end = end.replace("Nơi nhận:", "@- 3 -\n\nNơi nhận:").replace("- Như trên,", "@4\n- Như trên,");
    let table = "Phụ lục\nDANH MỤC NHIỆM VỤ\nTT\nNội dung công việc\nCơ quan chủ trì\nThời gian thực hiện\nSản phẩm\n1\nBan hành kế hoạch\n\
                 Phòng Văn hóa - Xã hội\n@- 2 -\nQuý III/2026\nKế hoạch\n@Trang 3\n2\nBáo cáo năm\nPhòng Văn hóa - Xã hội\nQuý IV/2026\nBáo cáo\n";
    let text = format!("{body}{}@2\n\n{}II. NHIỆM VỤ QUÝ IV{end}{table}", sentences(24), sentences(24));
    let without: String = text.split_inclusive('\n').filter(|line| !line.starts_with('@')).collect();
    let (with, without) = (txt(&text.replace('@', "")), txt(&without));
    assert_eq!(dropped(&with), "2, - 3 -, 4, - 2 -, Trang 3");
    assert_eq!(dropped(&without), "");
    assert_eq!(with.document, without.document);
}

#[test]
fn a_number_at_the_edge_of_a_page_is_its_number_even_on_a_short_page() {
    let text = LAM_KHE.replace("2. Về tuyên truyền", "\u{c}2\n\n2. Về tuyên truyền").replace("II. NHIỆM VỤ", "\u{c}3\n\nII. NHIỆM VỤ");
    assert_eq!(dropped(&txt(&text)), "2, 3");
    assert_eq!(txt(&text).document, txt(LAM_KHE).document);
}

#[test]
fn the_number_of_the_last_page_is_no_appendix() {
    let taken = txt(&format!("{LAM_KHE}\n12\n"));
    assert_eq!((dropped(&taken).as_str(), &taken.document), ("12", &txt(LAM_KHE).document));
}

#[test]
fn a_line_that_every_page_repeats_is_no_word_of_the_body() {
    let head = "UBND xã Lam Khê - Báo cáo cải cách hành chính quý III";
    let paged = |text: &str| text.replacen("Về tuyên truyền", &format!("Về\n\u{c}{head}\n\ntuyên truyền"), 1);
    let text = LAM_KHE
        .replace("– Xã đã mở hai buổi tập huấn", &format!("– Xã đã mở hai buổi\n\u{c}2\n{head}\n\ntập huấn"))
        .replace("II. NHIỆM VỤ", &format!("\u{c}{head}\n\nII. NHIỆM VỤ"));
    let taken = txt(&paged(&text));
    assert!(!taken.words().join(" ").contains(head));
    assert!(taken.words().join(" ").contains("mở hai buổi tập huấn cho tổ"), "{}", shown(&taken));
    assert!(taken.warnings.iter().any(|one| one.was == head && one.now.is_empty()));
    // Twice may be the paper's own words.
    assert!(txt(&text).words().join(" ").contains(head));
}

#[test]
fn lines_filled_with_spaces_to_one_width_are_joined_as_without_them() {
    let long = "Trong kỳ báo cáo, Ủy ban nhân dân xã đã hướng dẫn người dân nộp hồ sơ tại nhà văn hóa thôn Đông và thôn Tây, niêm yết đầy đủ thủ tục tại Bộ phận một cửa, \
                trả lời kịp thời các phản ánh của người dân và cập nhật kết quả lên Cổng Dịch vụ công Quốc gia theo đúng thời hạn.";
    let lines: Vec<String> = LAM_KHE
        .replace("Phát 250 tờ.", long)
        .lines()
        .flat_map(|line| match line.contains("   ") {
            true => vec![line.to_owned()],
            false => broken(line, 70),
        })
        .collect();
    let filled: String = lines.iter().map(|line| format!("{line:<90}\n")).collect();
    let plain = lines.join("\n");
    assert!(txt(&plain).words().join(" ").contains(long));
    assert_eq!(txt(&filled).document, txt(&plain).document);
    assert!(txt(&filled).document.body.iter().any(|block| block.plain() == long), "{}", shown(&txt(&filled)));
}

#[test]
fn a_file_of_nothing_but_page_breaks_is_read_in_bounded_time() {
    let text = format!("BÁO CÁO\nKết quả\nMột.\n{}", "\u{c}Lam Khê tháng 9\n".repeat(100_000));
    assert_eq!(txt(&text).words().join(" "), "Một./.");
}

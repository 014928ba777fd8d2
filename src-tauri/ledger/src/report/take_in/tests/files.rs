//! Files as offices keep them: cut, spoiled, typed for fonts of old.

use super::*;

/// The sentences of the warnings of one place.
fn why(taken: &TakenIn, place: &str) -> Vec<String> {
    taken.warnings.iter().filter(|one| one.r#where == place).map(|one| one.why.clone()).collect()
}

#[test]
fn a_file_that_lost_its_last_byte_says_so() {
    let little: Vec<u8> = [0xFF, 0xFE].into_iter().chain(LAM_KHE.trim_end().encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let short = LAM_KHE.replace("TRẦN MINH KHANG\n", "Nguyễn Văn Hồ");
    for bytes in [&little[..little.len() - 1], &short.as_bytes()[..short.len() - 1]] {
        let taken = read_report("a.txt", bytes, None).unwrap();
        assert_eq!(why(&taken, "Cuối tệp"), ["Tệp bị cắt ở cuối nên chữ cuối cùng có thể đã mất; hãy đối chiếu với bản cũ."]);
    }
    assert_eq!(why(&read_report("a.txt", &little, None).unwrap(), "Cuối tệp"), [""; 0]);
}

#[test]
fn words_that_were_spoiled_before_are_named() {
    let taken = txt(&LAM_KHE.replace("tập huấn", "tập hu\u{fffd}n"));
    let named = taken.warnings.iter().find(|one| one.r#where == "Chữ hỏng").unwrap();
    assert_eq!((named.was.as_str(), named.now.as_str()), ("hu\u{fffd}n", "hun"));
}

#[test]
fn letters_of_old_fonts_are_refused_with_their_own_sentence() {
    let tcvn3 = "UBND x· Lam Khª\nB¸o c¸o\nI. C¤NG T¸C\nII. KÕt qu¶ thñ tôc hµnh chÝnh\nUû ban nh©n d©n x·\n";
    let vni = "UBND xaõ Lam Kheâ\nBAÙO CAÙO\nI. COÂNG TAÙC\nII. KEÁT QUAÛ haønh chính\nUÛy ban nhaân daân\n";
    for text in [tcvn3, vni] {
        let bytes: Vec<u8> = text.chars().filter_map(|sign| u8::try_from(u32::from(sign)).ok()).collect();
        assert_eq!(refused("a.txt", &bytes), "old-font");
        assert_eq!(refused("a.txt", text.as_bytes()), "old-font");
        assert_eq!(
            refused("a.docx", &crate::word::read::sample::docx(&text.lines().map(crate::word::read::sample::para).collect::<String>())),
            "old-font"
        );
    }
}

#[test]
fn a_neighbour_named_once_is_not_taken_for_the_office() {
    let text = "BÁO CÁO\nKết quả quý III năm 2026\n\nXã đã học tập mô hình một cửa của UBND xã An Bình.\n\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Minh Khang\n";
    let alone = txt(text);
    assert_eq!((alone.document.letterhead.agency.join(" / ").as_str(), alone.found.agency.as_str()), ("ỦY BAN NHÂN DÂN / ……………", ""));
    assert!(why(&alone, "Tên cơ quan")[0].contains("Ủy ban nhân dân xã An Bình"));
    let office = Facts { agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()], place: "Lam Khê".into(), ..Facts::default() };
    let known = read_report("a.txt", text.as_bytes(), Some(&office)).unwrap();
    assert_eq!(known.document.letterhead.agency, office.agency);
}

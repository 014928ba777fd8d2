//! Where the body ends: words of a signature and of an appendix stand in bodies too.

use super::*;

/// The paper of the invented commune with lines put before its last section.
fn with(lines: &str) -> String {
    LAM_KHE.replace("II. NHIỆM VỤ QUÝ IV\n", &format!("{lines}\n\nII. NHIỆM VỤ QUÝ IV\n"))
}

/// Everything that a false end would have cut away is still there.
#[track_caller]
fn is_whole(text: &str, wanted: &str) {
    let (taken, plain) = (txt(text), txt(LAM_KHE));
    let words = taken.words().join(" ");
    assert!(words.contains(wanted), "{wanted} is not in\n{words}");
    assert!(words.ends_with("Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./."), "{words}");
    assert_eq!(taken.document.signature, plain.document.signature, "{wanted}");
    assert_eq!((&taken.document.recipients, &taken.document.drafter), (&plain.document.recipients, &plain.document.drafter), "{wanted}");
    assert!(taken.document.appendices.is_empty(), "{wanted}");
}

#[test]
fn capitals_in_a_body_that_look_like_a_signature_do_not_cut_it() {
    for line in [
        "QUYỀN VÀ ỦY QUYỀN TRONG GIẢI QUYẾT THỦ TỤC",
        "CHỦ TỊCH UBND XÃ",
        "PHÓ CHỦ TỊCH PHỤ TRÁCH",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "TRƯỞNG THÔN VÀ TỔ CÔNG NGHỆ SỐ",
        "CHÁNH VĂN PHÒNG",
    ] {
        is_whole(&with(line), line);
        is_whole(&with(&format!("{line}\n\nĐã chỉ đạo các thôn niêm yết thủ tục.")), &format!("{line} Đã chỉ đạo"));
        is_whole(&with(&format!("{line}\n\nTrần Văn Bình\n\n- Phụ trách chung.\n\nPHÓ CHỦ TỊCH UBND XÃ\n\nLê Thị Mai")), "Lê Thị Mai");
    }
}

#[test]
fn a_sentence_broken_before_the_appendix_it_points_to_is_not_cut() {
    for (before, line, after) in [
        ("Số liệu của từng thôn được nêu tại", "Phụ lục IV.", "Đã niêm yết 12 thủ tục."),
        ("Số liệu của từng thôn được nêu tại", "Phụ lục IV", "đính kèm báo cáo này."),
        ("Số liệu của từng thôn được nêu tại", "Phụ lục", "kèm theo báo cáo này."),
        ("Số liệu của từng thôn thực hiện theo", "Phụ lục II", "Đã niêm yết 12 thủ tục."),
        ("Số liệu của từng thôn, xem", "Phụ lục 3;", "Đã niêm yết 12 thủ tục."),
    ] {
        let text = with(&format!("{before}\n{line}\n{after}"));
        is_whole(&text, &format!("{before} {line} {after}"));
        // Without a signature below it the sentence is the body's too.
        let cut = text.split("Nơi nhận:").next().unwrap();
        let taken = txt(cut);
        assert!(taken.document.appendices.is_empty(), "{line}");
        assert!(taken.words().join(" ").contains(&format!("{before} {line} {after}")), "{line}");
    }
}

#[test]
fn recipients_named_in_a_sentence_of_the_body_do_not_cut_it() {
    for line in [
        "nơi nhận: Bộ phận một cửa của xã.",
        "Trên phiếu hẹn ghi rõ\nnơi nhận: Bộ phận một cửa của xã.",
        "Nơi nhận: Bộ phận một cửa của xã, trong giờ hành chính.",
        "Nơi nhận: Bộ phận một cửa\n\n- Thời gian: trong giờ hành chính.\n\n- Lệ phí: không thu.",
        "Nơi nhận hồ sơ:\n\n- Bộ phận một cửa.",
    ] {
        let wanted = line.split_whitespace().collect::<Vec<_>>().join(" ");
        is_whole(&with(line), &wanted);
    }
}

#[test]
fn a_signature_inside_an_appendix_is_the_appendixs() {
    let appendix =
        "\nPhụ lục I\nBIỂU SỐ LIỆU\n\nĐã nhận 15 hồ sơ.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nNguyễn Văn Hai\n\nPhụ lục II\nDANH SÁCH\n\nMột thôn.\n";
    let taken = txt(&(LAM_KHE.to_owned() + appendix));
    assert_eq!(taken.document.signature, txt(LAM_KHE).document.signature);
    assert_eq!(taken.document.appendices.len(), 2);
    assert!(taken.words().join(" ").ends_with("15 hồ sơ. TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn Hai Một thôn."), "{}", shown(&taken));
}

#[test]
fn an_appendix_above_the_signature_is_still_an_appendix() {
    let (body, end) = LAM_KHE.split_once("Nơi nhận:").unwrap();
    let taken = txt(&format!("{body}Phụ lục\nDANH SÁCH THÔN\n\n- Thôn Đông.\n\nNơi nhận:{end}"));
    assert_eq!((taken.document.appendices.len(), &taken.document.signature), (1, &txt(LAM_KHE).document.signature));
    assert_eq!(taken.document.appendices[0].title, "DANH SÁCH THÔN");
}

#[test]
fn the_end_is_found_in_every_order_of_its_pieces() {
    let (body, _) = LAM_KHE.split_once("Nơi nhận:").unwrap();
    let list = "Nơi nhận:\n- Như trên;\n- Các thôn;\n- Lưu: VT, VHXH.\n";
    let sign = "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n\nTrần Minh Khang\n";
    let beside = "Nơi nhận:   TM. ỦY BAN NHÂN DÂN\n- Như trên;   KT. CHỦ TỊCH\n- Các thôn;   PHÓ CHỦ TỊCH\n- Lưu: VT, VHXH.\n\n              Trần Minh Khang\n";
    let close = "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; KT. CHỦ TỊCH\n- Các thôn; PHÓ CHỦ TỊCH\n- Lưu: VT, VHXH.\nTrần Minh Khang\n";
    let torn = "TM. ỦY BAN NHÂN DÂN\nNơi nhận:\n- Như trên;\n- Các thôn;\n- Lưu: VT, VHXH.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nTrần Minh Khang\n";
    let joined = "Nơi nhận: - Như trên; - Các thôn; - Lưu: VT, VHXH. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Minh Khang\n";
    let halves = "Nơi nhận: - Như trên; - Các thôn; - Lưu: VT, VHXH.\n\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Minh Khang\n";
    let small = torn.replace("Nơi nhận", "nơi nhận");
    for end in [
        format!("{list}{sign}"),
        format!("{sign}{list}"),
        beside.to_owned(),
        close.to_owned(),
        torn.to_owned(),
        joined.to_owned(),
        halves.to_owned(),
        small,
    ] {
        let taken = txt(&format!("{body}{end}"));
        let sign = taken.document.signature.clone().unwrap();
        assert_eq!(
            (sign.lines.join(" / ").as_str(), sign.name.as_str()),
            ("TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", "Trần Minh Khang"),
            "{end}"
        );
        assert_eq!(taken.document.recipients, ["Như trên", "Các thôn", "Lưu: VT, VHXH"], "{end}");
        assert!(taken.words().join(" ").ends_with("xã Lam Khê./."), "{end}");
    }
    for part in [list, sign] {
        let taken = txt(&format!("{body}{part}"));
        assert!(taken.words().join(" ").ends_with("xã Lam Khê./."), "{}", shown(&taken));
        assert!(taken.document.appendices.is_empty());
    }
}

#[test]
fn marks_of_signing_and_degrees_are_no_recipients() {
    let (body, _) = LAM_KHE.split_once("Nơi nhận:").unwrap();
    for name in [
        "ThS. Trần Minh Khang",
        "PGS.TS. Trần Minh Khang",
        "(Ký tên, đóng dấu)\nTrần Minh Khang",
        "Người ký: Trần Minh Khang\nEmail: lamkhe@vidu.vn\nCơ quan: UBND xã Lam Khê\nNgày ký: 03/9/2026 10:15:22 +07:00\nTrần Minh Khang",
    ] {
        let taken = txt(&format!("{body}Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n{name}\n"));
        assert_eq!(taken.document.signature.as_ref().map(|sign| sign.name.as_str()), Some("Trần Minh Khang"), "{name}");
        assert_eq!(taken.document.recipients, ["Như trên", "Lưu: VT"], "{name}");
        let named = taken.warnings.iter().map(|one| one.was.as_str()).collect::<Vec<_>>().join("\n");
        assert!(name.lines().all(|line| line == "Trần Minh Khang" || named.contains(line)), "{named}");
    }
}

#[test]
fn appendices_with_titles_in_small_letters_are_several() {
    let taken = txt(&format!("{LAM_KHE}\nPhụ lục 1: Số liệu thủ tục\n\nĐã nhận 15 hồ sơ.\n\nPhụ lục 2. Danh sách thôn\n\n- Thôn Đông.\n"));
    let titles: Vec<&str> = taken.document.appendices.iter().map(|one| one.title.as_str()).collect();
    assert_eq!(titles, ["Số liệu thủ tục", "Danh sách thôn"]);
    is_whole(&with("Phụ lục 1. Số liệu thủ tục"), "Phụ lục 1. Số liệu thủ tục");
}

#[test]
fn a_name_in_small_or_spaced_letters_is_the_name() {
    for name in ["Báo cáo", "B Á O  C Á O", "BÁO CÁO "] {
        assert_eq!(txt(&LAM_KHE.replace("BÁO CÁO\n", &format!("{name}\n"))).document, txt(LAM_KHE).document, "{name}");
    }
    // A letter is no report, and not several documents either.
    assert_eq!(refused("a.txt", LAM_KHE.replace("BÁO CÁO\nKết quả", "V/v kết quả").as_bytes()), "no-report");
}

#[test]
fn a_number_of_a_page_above_the_name_is_no_recipient() {
    let (body, _) = LAM_KHE.split_once("Nơi nhận:").unwrap();
    let taken = txt(&format!("{body}Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n2\n\nTrần Minh Khang\n"));
    assert_eq!(taken.document.recipients, ["Như trên", "Lưu: VT"]);
    assert!(taken.warnings.iter().any(|one| one.r#where == "Số trang" && one.was == "2"));
}

#[test]
fn recipients_on_one_line_or_in_capitals_are_recipients() {
    let (body, _) = LAM_KHE.split_once("Nơi nhận:").unwrap();
    for (list, expected) in [
        ("Nơi nhận: Như trên; các thôn; Lưu VT.", "Như trên | các thôn | Lưu: VT"),
        ("Nơi nhận:\n1. Như trên;\n2. Các thôn;\n3. Lưu: VT.", "Như trên | Các thôn | Lưu: VT"),
        ("Nơi nhận:\n- Như trên;\n- CHỦ TỊCH, CÁC PCT UBND XÃ;\n- Lưu: VT.", "Như trên | CHỦ TỊCH, CÁC PCT UBND XÃ | Lưu: VT"),
    ] {
        let taken = txt(&format!("{body}{list}\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Minh Khang\n"));
        assert_eq!(taken.document.recipients.join(" | "), expected);
        assert!(taken.words().join(" ").ends_with("xã Lam Khê./."));
        assert_eq!(taken.document.signature.unwrap().lines, ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]);
    }
}

#[test]
fn a_date_above_the_signature_is_the_papers_date() {
    let date = "Lam Khê, ngày 03 tháng 9 năm 2026";
    let below = LAM_KHE.replace("Nơi nhận:", &format!("{date}\n\nNơi nhận:"));
    let taken = txt(&below);
    assert!(taken.words().join(" ").ends_with("xã Lam Khê./."));
    assert!(taken.warnings.iter().any(|one| one.was == date));
    let moved = txt(&below.replace("Lam Khê, ngày 3 tháng 9 năm 2026\n", "\n"));
    assert_eq!(moved.document, txt(LAM_KHE).document);
    // A sentence that ends with a date stays.
    is_whole(&with("Hạn chót là ngày 03 tháng 9 năm 2026"), "Hạn chót là ngày 03 tháng 9 năm 2026");
}

#[test]
fn a_long_recipient_does_not_undo_the_list() {
    let (body, _) = LAM_KHE.split_once("Nơi nhận:").unwrap();
    let long = "Thường trực Đảng ủy, Thường trực Hội đồng nhân dân, Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội, \
                các thôn, các trường học, trạm y tế, các cơ quan đóng trên địa bàn xã Lam Khê";
    let taken = txt(&format!("{body}Nơi nhận:\n- Như trên;\n- {long};\n- Lưu: VT.\n\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTrần Minh Khang\n"));
    assert_eq!(taken.document.recipients, ["Như trên", long, "Lưu: VT"]);
}

#[test]
fn the_nation_in_a_sentence_of_capitals_begins_no_document() {
    let line = "THI ĐUA XÂY DỰNG NƯỚC CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    is_whole(&with(line), line);
}

#[test]
fn the_title_of_an_appendix_may_stand_below_its_reference() {
    let reference = "(Kèm theo Báo cáo số        /BC-UBND ngày      tháng      năm 2026\ncủa Ủy ban nhân dân xã Lam Khê)";
    let taken = txt(&format!("{LAM_KHE}\nPhụ lục\n{reference}\nSỐ LIỆU QUÝ III\n\nĐã nhận 15 hồ sơ.\n"));
    let [appendix] = taken.document.appendices.as_slice() else { panic!("one appendix") };
    assert_eq!((appendix.title.as_str(), appendix.reference.as_str()), ("SỐ LIỆU QUÝ III", reference.replace('\n', " ").as_str()));
}

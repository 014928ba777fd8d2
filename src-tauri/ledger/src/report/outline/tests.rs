//! The outlines that ship: whole, in order, every slot known.

use super::*;
use std::collections::BTreeSet;

fn shipped() -> Vec<Outline> {
    SHIPPED.iter().map(|text| parse(text).unwrap()).collect()
}

#[test]
fn each_outline_is_a_tree_in_order_numbered_as_paper_numbers() {
    for outline in shipped() {
        let keys: BTreeSet<&str> = outline.sections.iter().map(|section| section.key.as_str()).collect();
        assert_eq!(keys.len(), outline.sections.len(), "{}: keys are unique", outline.set);
        assert!(outline.sections.first().unwrap().is_end() && outline.sections.last().unwrap().is_end(), "{}", outline.set);
        let mut again = outline.clone();
        number::set(&mut again.sections, outline.numbering);
        assert_eq!(again, outline, "{}: numbers and headings that only gather", outline.set);
    }
}

#[test]
fn siblings_stay_siblings_where_a_level_is_left_out() {
    let numbers = |levels: &[(u8, bool)], numbering| {
        let one = &shipped()[0].sections[0];
        let line = |(level, part): &(u8, bool)| Section { level: *level, number: if *part { "P" } else { "" }.to_owned(), ..one.clone() };
        let mut sections: Vec<Section> = std::iter::once(&(0, false)).chain(levels).chain([&(0, false)]).map(line).collect();
        number::set(&mut sections, numbering);
        sections.into_iter().map(|section| section.number).filter(|number| !number.is_empty()).collect::<Vec<_>>()
    };
    let plain = |levels: &[u8]| numbers(&levels.iter().map(|level| (*level, false)).collect::<Vec<_>>(), Numbering::Letters);
    // `II. …`, `a) Kiểm soát thủ tục`, `b) Một cửa`, `1. …`, `a) …`.
    assert_eq!(plain(&[1, 3, 3, 2, 3, 1]), ["I.", "1.", "2.", "3.", "a)", "II."]);
    let part = [(0, true), (2, false), (2, false), (3, false), (0, true), (1, false), (2, false)];
    let expected = ["Phần thứ nhất", "I.", "II.", "1.", "Phần thứ hai", "I.", "1."];
    assert_eq!(numbers(&part, Numbering::Decimals), expected);
}

#[test]
fn each_kind_of_report_has_one_outline_of_its_own() {
    let kinds: Vec<ReportKind> = shipped().into_iter().flat_map(|outline| outline.kinds).collect();
    use ReportKind::{Annual, Free, Inspection, NineMonth, Quarterly, SixMonth};
    assert_eq!(kinds, [Quarterly, SixMonth, NineMonth, Annual, Inspection, Free]);
}

#[test]
fn every_slot_of_every_outline_is_known_and_comes_back_from_its_name() {
    let set = crate::assets::figures_cchc().unwrap();
    for outline in shipped() {
        for section in &outline.sections {
            for sentence in &section.sentences {
                let shown = slots::named(&set, sentence);
                assert!(!shown.contains('.') || !shown.contains("{plan."), "{shown}");
                assert_eq!(slots::kept(&set, &shown).unwrap(), *sentence);
                for piece in slots::pieces(slots::Sentence::of(sentence).text) {
                    if let slots::Piece::Slot(slot) = piece {
                        assert!(slots::name_of(&set, slot).is_some(), "{slot} in {}", section.key);
                    }
                }
            }
            for figure in &section.figures {
                assert!(slots::figure(&set, figure).is_some(), "{figure} in {}", section.key);
            }
            assert_eq!(slots::kept_words(&slots::named_words(&section.title)).unwrap(), section.title);
        }
    }
}

#[test]
fn a_first_version_is_read_with_its_sentences() {
    let first = r#"{"set":"outline-quarterly","version":1,"name":"x","kinds":["annual"],"subject":"s","sections":[
        {"key":"a","level":0,"number":"","title":"Mở đầu","writable":true,"offer":[{"kind":"item","id":"","item":{"mark":"dash"},
         "text":[{"kind":"text","text":"{office} có "},{"kind":"figure","id":"plan.total","format":"sentence"},{"kind":"text","text":" việc."}]}]}]}"#;
    assert_eq!(parse(first).unwrap().sections[0].sentences, ["- {office} có {plan.total} việc."]);
}

/// The Sở's outline as it comes with its letter, with these lines above it.
const LINES: [&str; 19] = [
    "I. CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH",
    "1. Về kế hoạch CCHC",
    "Nêu rõ việc ban hành kế hoạch, kết quả thực hiện kế hoạch năm 2026.",
    "2. Về kiểm tra CCHC",
    "- Số cuộc kiểm tra;",
    "- Kết quả xử lý sau kiểm tra.",
    "3. Về tuyên truyền (nêu rõ hình thức, số lượng tin bài)",
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Cải cách thể chế",
    "1.1. Xây dựng VBQPPL",
    "1.2. Rà soát VBQPPL",
    "a) Số văn bản",
    "b) Kết quả xử lý",
    "2. Cải cách TTHC",
    "III. ĐÁNH GIÁ CHUNG",
    "1. Ưu điểm",
    "2. Tồn tại, hạn chế",
    "IV. PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ I NĂM 2027",
    "V. KIẾN NGHỊ, ĐỀ XUẤT",
];

fn from_word(paragraphs: &[String]) -> crate::Result<crate::view::OutlineDraft> {
    let bytes = crate::word::read::sample::docx(&paragraphs.concat());
    from_paper::draft(&crate::report::take_in::read_outline("dc.docx", &bytes)?)
}

fn titles(draft: &crate::view::OutlineDraft) -> Vec<String> {
    draft.form.sections.iter().filter(|one| one.level > 0).map(|one| format!("{} {}", one.number, one.title)).collect()
}

#[test]
fn headings_are_enough_for_an_outline_whatever_stands_above_them() {
    let subject = "Kết quả công tác cải cách hành chính quý IV năm 2026, phương hướng, nhiệm vụ quý I năm 2027";
    let with = "(Kèm theo Công văn số 2416/SNV-CCHC ngày 03/9/2026 của Sở Nội vụ)";
    let above: [&[&str]; 8] = [
        &[],
        &["ĐỀ CƯƠNG BÁO CÁO", subject, with],
        &["ĐỀ CƯƠNG"],
        &["Đề cương báo cáo CCHC"],
        &["ĐỀ CƯƠNG BÁO CÁO", subject],
        &["Phụ lục I", "ĐỀ CƯƠNG BÁO CÁO", subject],
        &["Phụ lục", "Đề cương báo cáo", subject],
        &["Phụ lục", "ĐỀ CƯƠNG BÁO CÁO", subject, with],
    ];
    for lines in above {
        let draft = from_word(&lines.iter().chain(&LINES).map(|text| crate::word::read::sample::para(text)).collect::<Vec<_>>()).unwrap();
        let expected = [
            "I. Công tác chỉ đạo, điều hành",
            "1. Về kế hoạch CCHC",
            "2. Về kiểm tra CCHC",
            "3. Về tuyên truyền (nêu rõ hình thức, số lượng tin bài)",
            "II. Kết quả thực hiện",
            "1. Cải cách thể chế",
            "1.1. Xây dựng VBQPPL",
            "1.2. Rà soát VBQPPL",
            "2. Cải cách TTHC",
            "III. Đánh giá chung",
            "1. Ưu điểm",
            "2. Tồn tại, hạn chế",
            "IV. Phương hướng, nhiệm vụ ",
            "V. Kiến nghị, đề xuất",
        ];
        let found = titles(&draft);
        assert!(found.len() == expected.len() && found.iter().zip(expected).all(|(is, begins)| is.starts_with(begins)), "{lines:?}: {found:#?}");
        // What stands below `1.2.` is told, not made a sibling of it.
        assert_eq!(draft.below, ["Số văn bản", "Kết quả xử lý"], "{lines:?}");
        if lines.contains(&subject) {
            assert_eq!(draft.form.subject, "Kết quả công tác cải cách hành chính {kỳ này}, phương hướng, nhiệm vụ {kỳ sau}", "{lines:?}");
            assert!(found.iter().any(|title| title.ends_with("{kỳ sau}")), "{lines:?}: {found:#?}");
        }
    }
    assert_eq!(from_word(&[crate::word::read::sample::para("Chỉ một đoạn văn.")]).unwrap_err().code(), "no-headings");
}

#[test]
fn the_heading_styles_of_word_are_headings_without_numbers_of_their_own() {
    let styled = |(style, text): &(&str, &str)| {
        let style = if style.is_empty() { String::new() } else { format!("<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>") };
        format!("<w:p>{style}<w:r><w:t>{text}</w:t></w:r></w:p>")
    };
    let lines = [
        ("Title", "Đề cương báo cáo CCHC"),
        ("Heading1", "Công tác chỉ đạo"),
        ("Heading2", "Kế hoạch"),
        ("", "Nêu rõ số nhiệm vụ."),
        ("u1", "Kết quả"),
        ("u2", "Thể chế"),
        ("Heading2", "Thủ tục"),
        ("Heading3", "Một cửa"),
        ("Heading1", "III. Kiến nghị"),
    ];
    let draft = from_word(&lines.iter().map(styled).collect::<Vec<_>>()).unwrap();
    let expected = ["I. Công tác chỉ đạo", "1. Kế hoạch", "II. Kết quả", "1. Thể chế", "2. Thủ tục", "2.1. Một cửa", "III. Kiến nghị"];
    assert_eq!(titles(&draft), expected);
}

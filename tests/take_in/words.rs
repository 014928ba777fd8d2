//! No word of a paper is lost: whatever an office does to the file, the same words come in, and what
//! is left out is named.

use super::{SEEDS, seed};
use ledger::paper::Document;
use ledger::take_in::{TakenIn, read_report};
use ledger::viet::nfc;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization;

/// What an office, a mailer or an extraction does to the text of a paper: its name, and how.
type Change = (&'static str, fn(&str) -> String);

const CHANGES: [Change; 10] = [
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("letters taken apart", |text| text.nfd().collect()),
    ("double-spaced", |text| text.replace('\n', "\n\n")),
    ("spaces at the ends of lines gone", |text| text.lines().map(|line| format!("{}\n", line.trim_end())).collect()),
    ("filled to a width", |text| text.lines().map(|line| format!("{:<110}\n", line.trim_end())).collect()),
    ("indented", |text| text.lines().map(|line| format!("  {line}\n")).collect()),
    ("marked as UTF-8", |text| format!("\u{feff}{text}")),
    ("blank lines before and after", |text| format!("\n\n\n{text}\n\n\n")),
    ("numbers on pages", |text| paged(text, |page| format!("- {page} -\n"))),
    ("a line on each page", |text| paged(text, |page| format!("{page}\nVăn phòng xã - bản lưu nội bộ\n"))),
];

/// A page's head after every fifty lines that end a sentence.
fn paged(text: &str, head: fn(usize) -> String) -> String {
    let (mut out, mut lines, mut page) = (String::new(), 0, 1);
    for line in text.lines() {
        (out, lines) = (out + line + "\n", lines + 1);
        if lines > 50 && line.trim_end().ends_with('.') {
            (lines, page) = (0, page + 1);
            out += &format!("\u{c}{}", head(page));
        }
    }
    out
}

fn read(name: &str, text: &str) -> TakenIn {
    read_report("a.txt", text.as_bytes(), None).unwrap_or_else(|refused| panic!("{name}: {refused}"))
}

/// Words without the signs around and inside them, in small letters.
fn words(text: &str) -> Vec<String> {
    nfc(text).to_lowercase().split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// All that a document says.
fn said(document: &Document) -> String {
    let head = &document.letterhead;
    let number = head.number.iter().map(|number| format!("Số {} {}", number.number.as_deref().unwrap_or(""), number.symbol));
    let place = head.place.iter().map(|place| {
        let day = place.day.map(ledger::viet::day_full).unwrap_or_else(|| format!("ngày tháng năm {}", place.year));
        format!("{} {day}", place.place)
    });
    let sign = document.signature.iter().map(|sign| format!("{} {}", sign.lines.join(" "), sign.name));
    let appendices =
        document.appendices.iter().zip(1..).map(|(one, at)| format!("Phụ lục {} {} {}", ledger::viet::roman(at), one.title, one.reference));
    let lists = [&head.agency, &document.addressees, &document.recipients].map(|list| list.join(" "));
    let texts = [&document.name, &document.subject].map(Clone::clone);
    let options = [&head.governing, &document.bracket, &document.drafter].map(|one| one.clone().unwrap_or_default());
    let fixed = "Kính gửi Nơi nhận Độc lập Tự do Hạnh phúc Cộng hòa xã hội chủ nghĩa Việt Nam".to_owned();
    let all = number.chain(place).chain(sign).chain(appendices).chain(lists).chain(texts).chain(options).chain([fixed]);
    all.collect::<Vec<_>>().join(" ")
}

/// Words of a text that are neither in what was taken in nor named in a warning; what pages repeat
/// is named once.
fn lost(text: &str, taken: &TakenIn) -> Vec<String> {
    let warned = taken.warnings.iter().map(|one| one.was.as_str()).collect::<Vec<_>>().join(" ");
    let mut left: BTreeMap<String, isize> = BTreeMap::new();
    for word in words(&format!("{} {} {warned}", said(&taken.document), taken.words().join(" "))) {
        *left.entry(word).or_default() += 1;
    }
    let dropped: BTreeSet<String> = taken.warnings.iter().filter(|one| one.now.is_empty()).flat_map(|one| words(&one.was)).collect();
    let mut lost = Vec::new();
    for word in words(text).into_iter().filter(|word| !dropped.contains(word)) {
        let count = left.entry(word.clone()).or_default();
        *count -= 1;
        if *count < 0 {
            lost.push(word);
        }
    }
    lost
}

/// The words of body and appendices on one string, so that a word parted at a hyphen is the same.
fn letters(taken: &TakenIn) -> String {
    words(&taken.words().join(" ")).concat()
}

#[test]
fn every_paper_says_the_same_however_its_file_was_changed() {
    for (number, name) in SEEDS.iter().enumerate() {
        let Some((text, taken)) = seed(number) else { return };
        // Pages are numbered by one hand only.
        let own = taken.warnings.iter().find(|one| one.r#where == "Số trang").map_or("-", |one| one.was.as_str());
        let text: String = text.split_inclusive('\n').filter(|line| line.trim() != own).collect();
        for (change, of) in CHANGES {
            let changed = of(&text);
            let again = read(name, &changed);
            assert_eq!(letters(&again), letters(&taken), "{name}, {change}");
            assert_eq!(again.document.signature, taken.document.signature, "{name}, {change}");
            assert_eq!(again.document.recipients, taken.document.recipients, "{name}, {change}");
            assert_eq!(again.document.letterhead, taken.document.letterhead, "{name}, {change}");
        }
    }
}

#[test]
fn every_word_of_every_paper_is_taken_in_or_named() {
    for (number, name) in SEEDS.iter().enumerate() {
        let Some((text, taken)) = seed(number) else { return };
        assert_eq!(lost(&text, &taken), [""; 0], "{name}");
        for (change, of) in CHANGES {
            let changed = of(&text);
            assert_eq!(lost(&changed, &read(name, &changed)), [""; 0], "{name}, {change}");
        }
    }
}

#[test]
fn a_paper_with_a_paragraph_a_line_says_the_same() {
    for (number, name) in SEEDS.iter().enumerate().take(4) {
        let Some((text, taken)) = seed(number) else { return };
        let body: Vec<String> = taken.document.body.iter().map(|block| block.plain().replace('\n', " ")).collect();
        let first = words(&body[0]).concat();
        // Head and end as they are, the body between them a paragraph a line.
        let lines: Vec<&str> = text.lines().collect();
        let from = (0..lines.len()).find(|at| !words(lines[*at]).is_empty() && first.starts_with(&words(lines[*at]).concat())).unwrap_or(0);
        let to = lines.iter().position(|line| line.trim_start().starts_with("Nơi nhận")).unwrap_or(lines.len());
        let joined = format!("{}\n{}\n\n{}", lines[..from].join("\n"), body.join("\n\n"), lines[to..].join("\n"));
        let again = read(name, &joined);
        assert_eq!(letters(&again), letters(&taken), "{name}");
        assert_eq!(again.document.body.len(), taken.document.body.len(), "{name}");
        assert_eq!((&again.document.signature, &again.document.recipients), (&taken.document.signature, &taken.document.recipients), "{name}");
    }
}

/// A line that may stand in a body of the invented commune, traps among them.
fn line() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "I. CÔNG TÁC CHỈ ĐẠO",
        "II. QUYỀN VÀ ỦY QUYỀN",
        "1. Về tuyên truyền",
        "a) Loa truyền thanh",
        "- Đã phát 12 bản tin ở thôn Đông;",
        "- Chủ tịch Ủy ban nhân dân xã trực tiếp phụ trách;",
        "+ 97,5% hồ sơ đúng hạn.",
        "CHỦ TỊCH UBND XÃ",
        "PHÓ CHỦ TỊCH PHỤ TRÁCH",
        "Trần Văn Bình",
        "nơi nhận: Bộ phận một cửa của xã.",
        "Nơi nhận: Bộ phận một cửa của xã.",
        "Số liệu chi tiết của từng thôn được nêu tại",
        "Phụ lục IV.",
        "Phụ lục II kèm theo báo cáo này.",
        "đã nhận 1.870 hồ sơ, giải quyết 1.841 hồ sơ",
        "2026",
        "trên Hệ thống thông tin của thành phố.",
        "Quyết định số 382/QĐ-",
        "UBND ngày 12/8/2026 của Ủy ban nhân dân xã Lam Khê;",
    ])
    .prop_map(str::to_owned)
}

const CLOSING: &str = "Trên đây là báo cáo của UBND xã Lam Khê./.\n\n";
/// The same end, as columns and extraction leave it.
const ENDS: [&str; 6] = [
    "Nơi nhận:\n- Như trên;\n- Lưu: VT, VHXH.\n\nTM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Minh Khang\n",
    "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nTrần Minh Khang\n\nNơi nhận:\n- Như trên;\n- Lưu: VT, VHXH.\n",
    "Nơi nhận:   TM. ỦY BAN NHÂN DÂN\n- Như trên;   KT. CHỦ TỊCH\n- Lưu: VT, VHXH.   PHÓ CHỦ TỊCH\n\n   Trần Minh Khang\n",
    "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như trên; KT. CHỦ TỊCH\n- Lưu: VT, VHXH.\nPHÓ CHỦ TỊCH\nTrần Minh Khang\n",
    "Nơi nhận: - Như trên; - Lưu: VT, VHXH.\n\nTM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH\n\nTrần Minh Khang\n",
    "Nơi nhận: - Như trên; - Lưu: VT, VHXH. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Trần Minh Khang\n",
];
const APPENDIX: &str = "\nPhụ lục I\nDANH MỤC NHIỆM VỤ\n\nTT\tNội dung\tChủ trì\tThời hạn\n1\tBan hành kế hoạch\tPhòng Kinh tế\tQuý I\n2\tBáo cáo\tVăn phòng\tQuý II\n\n\
                        Phụ lục II\nSỐ LIỆU THÔN\n\n- Thôn Đông: 12 hồ sơ.\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn words_in_are_words_out_or_named(
        lines in prop::collection::vec(line(), 0..24), blank in prop::bool::ANY, end in 0..ENDS.len(), appendix in prop::bool::ANY, change in 0..CHANGES.len() - 1,
    ) {
        let opening = "Thực hiện Kế hoạch số 12/KH-UBND, UBND xã Lam Khê báo cáo như sau:";
        let parted = if blank { "\n\n" } else { "\n" };
        let body = format!("{opening}{parted}{}", lines.iter().map(|line| format!("{line}{parted}")).collect::<String>());
        let text = format!("ỦY BAN NHÂN DÂN\nXÃ LAM KHÊ\n\nBÁO CÁO\nKết quả quý III năm 2026\n\n{body}{CLOSING}{}{}", ENDS[end], if appendix { APPENDIX } else { "" });
        let (change, of) = CHANGES[change];
        let taken = read(change, &of(&text));
        prop_assert_eq!(lost(&text, &taken), vec![""; 0], "{}", change);
        let mut expected = words(&format!("{body} Trên đây là báo cáo của UBND xã Lam Khê./.")).concat();
        if appendix {
            expected += &words("TT Nội dung Chủ trì Thời hạn 1 Ban hành kế hoạch Phòng Kinh tế Quý I 2 Báo cáo Văn phòng Quý II - Thôn Đông: 12 hồ sơ.").concat();
        }
        prop_assert_eq!(&letters(&taken), &expected, "{}", change);
        prop_assert_eq!(taken.document.appendices.len(), if appendix { 2 } else { 0 });
        // The same paper in Word says the same.
        let word = ledger::word::docx(&taken.document).unwrap_or_else(|error| panic!("{error}"));
        let again = read_report("a.docx", &word, None).unwrap_or_else(|refused| panic!("{refused}"));
        prop_assert_eq!(letters(&again), expected);
        let sign = taken.document.signature.as_ref().map(|sign| (sign.lines.len(), sign.name.clone()));
        prop_assert_eq!(sign, Some((3, "Trần Minh Khang".to_owned())));
        prop_assert_eq!(&taken.document.recipients, &["Như trên", "Lưu: VT, VHXH"]);
    }
}

//! Numbers written as words: `hai nhiệm vụ`, `ba tháng`, `mười lăm hồ sơ`.

use super::line::Word;

const DIGITS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
/// What makes a greater number of them.
const MORE: [&str; 7] = ["mươi", "mốt", "lăm", "trăm", "linh", "lẻ", "nghìn"];
/// What is counted, where the number word is also another word: `một`, `năm`.
const COUNTED: [&str; 38] = [
    "nhiệm vụ",
    "hồ sơ",
    "đơn vị",
    "văn bản",
    "người",
    "tháng",
    "ngày",
    "tuần",
    "quý",
    "lượt",
    "lớp",
    "cuộc",
    "buổi",
    "hội nghị",
    "phòng",
    "thôn",
    "kế hoạch",
    "thủ tục",
    "sáng kiến",
    "mô hình",
    "tin",
    "bài",
    "trường hợp",
    "công chức",
    "cán bộ",
    "viên chức",
    "phản ánh",
    "kiến nghị",
    "đồng chí",
    "đợt",
    "cơ quan",
    "quyết định",
    "báo cáo",
    "chỉ tiêu",
    "dịch vụ",
    "đề án",
    "nội dung",
    "việc",
];
/// What a number word before it does not count: `hai cấp`, `sáu rõ`, `ba không`.
const NAMES: [&str; 15] = ["cấp", "rõ", "không", "có", "tại", "công", "sẵn", "chiều", "bên", "mặt", "là", "muồi", "nhất", "sạch", "mươi"];
/// Behind these it is an order or a month: `thứ hai`, `tháng ba`.
const ORDERS: [&str; 5] = ["thứ", "tháng", "quý", "lần", "bậc"];
/// Before `năm` these make it a year: `cuối năm`, `trong năm`.
const YEARS: [&str; 22] = [
    "trong", "của", "cả", "hằng", "hàng", "mỗi", "cuối", "đầu", "giữa", "các", "những", "nhiều", "qua", "trước", "sau", "một", "từng", "hết", "theo",
    "tháng", "quý", "kỳ",
];

/// How many words from a place on are a number that counts something; nothing where they name or order it.
pub(super) fn number_words(words: &[Word], at: usize) -> Option<usize> {
    let first = words.get(at)?;
    let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|before| before.closed.is_none());
    if !DIGITS.contains(&first.low.as_str()) || before.is_some_and(|before| ORDERS.contains(&before.low.as_str())) {
        return None;
    }
    let mut count = 1;
    while words.get(at + count - 1).is_some_and(|word| word.closed.is_none())
        && words.get(at + count).is_some_and(|word| is_more(&word.low, words.get(at + count - 1)))
    {
        count += 1;
    }
    let last = words.get(at + count - 1).filter(|word| word.closed.is_none())?;
    let next = words.get(at + count)?;
    let two = format!("{} {}", next.low, words.get(at + count + 1).map_or("", |word| word.low.as_str()));
    let counts = COUNTED.iter().any(|noun| next.low == *noun || two == *noun);
    if count > 1 {
        return (!NAMES.contains(&next.low.as_str()) || counts).then_some(count);
    }
    let fits = match last.low.as_str() {
        // `là một việc quan trọng`, `một việc làm có ích` count nothing.
        "một" if next.low == "việc" => {
            !before.is_some_and(|before| ["là", "như"].contains(&before.low.as_str())) && words.get(at + 2).is_none_or(|word| word.low != "làm")
        }
        "một" => counts,
        "năm" => {
            counts && !["tháng", "ngày", "quý"].contains(&next.low.as_str()) && before.is_none_or(|before| !YEARS.contains(&before.low.as_str()))
        }
        _ => counts || !NAMES.contains(&next.low.as_str()) && next.text.chars().all(|sign| sign.is_alphabetic() && sign.is_lowercase()),
    };
    fits.then_some(1)
}

/// `hai mươi`, `mười lăm`, `ba trăm`, `mười hai`: a number goes on.
fn is_more(word: &str, before: Option<&Word>) -> bool {
    let after = before.map_or("", |word| word.low.as_str());
    MORE.contains(&word)
        || DIGITS.contains(&word) && word != "mười" && (["mươi", "linh", "lẻ", "trăm"].contains(&after) || after == "mười" && word != "năm")
}

//! Typed numbers: figures with their signs and units, numbers in words; not what only names or counts off.

use super::counted::number_words;
use super::line::Word;
use super::periods::small;

/// Words in which one after which a number is a name is only a part: `cao điểm 60 ngày`, `danh mục 31 nhiệm vụ`.
const COMPOUNDS: [&str; 22] = [
    "cao điểm",
    "thời điểm",
    "địa điểm",
    "trọng điểm",
    "quan điểm",
    "đặc điểm",
    "số điểm",
    "thang điểm",
    "tổng điểm",
    "mức điểm",
    "chấm điểm",
    "đạt điểm",
    "danh mục",
    "chuyên mục",
    "hạng mục",
    "tài khoản",
    "các khoản",
    "thành phần",
    "một phần",
    "đại biểu",
    "biểu mẫu",
    "liên tổ",
];
/// What money is counted in, and shares.
const MONEY: [&str; 8] = ["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "%", "‰"];
/// Behind a number these are counted by it, whatever stands before: `tổ 15 người`, `mẫu 320 phiếu`.
const COUNTED: [&str; 22] = [
    "người",
    "phiếu",
    "hộ",
    "thành viên",
    "hồ sơ",
    "lượt",
    "ngày",
    "tháng",
    "giờ",
    "phút",
    "km",
    "ha",
    "m2",
    "câu hỏi",
    "cán bộ",
    "công chức",
    "viên chức",
    "đảng viên",
    "hội viên",
    "đồng chí",
    "đoàn viên",
    "phần trăm",
];
/// Units that are typed without a space: `12h`, `98,5điểm`. `4G` and `5S` are names.
const GLUED: [&str; 33] = [
    "h", "giờ", "phút", "ph", "giây", "ngày", "tuần", "tháng", "km", "km2", "km²", "m", "m2", "m²", "m3", "m³", "ha", "kg", "tấn", "điểm", "đ",
    "đồng", "triệu", "tr", "tỷ", "tỉ", "nghìn", "ngàn", "người", "hộ", "lượt", "hồ", "tin",
];
/// What a number is of that was given to places: `thôn 12/12` is none of them.
const PLACES: [&str; 6] = ["thôn", "xóm", "tổ dân phố", "khu phố", "khu", "tổ"];
/// Signs before a number that say how it is meant; those of a change belong to it.
const MEANT: [char; 10] = ['≥', '≤', '>', '<', '~', '≈', '=', '+', '-', '–'];
const CHANGE: [char; 4] = ['+', '-', '–', '±'];

/// Where a number begins, and how many words from a place on it has, with what it counts money in, or its `%`.
pub(super) fn number(words: &[Word], at: usize, still: &[String]) -> Option<(usize, usize)> {
    let word = words.get(at)?;
    let bare = word.text.trim_start_matches(MEANT).trim_start_matches('±');
    let sign = word.text.get(..word.text.len() - bare.len()).and_then(|signs| signs.chars().next_back());
    // A dash that begins a line begins a list.
    let kept = sign.filter(|sign| CHANGE.contains(sign) && (at > 0 || *sign == '+')).map_or(0, char::len_utf8);
    let in_figures = is_figures(bare);
    let in_words = if in_figures { None } else { number_words(words, at) };
    if !in_figures && in_words.is_none() {
        return None;
    }
    // `(1)`, and `1.` and `1.2` at the beginning, count paragraphs.
    let counts = small(bare).is_some() && word.opened == Some('(') && word.closed == Some(')');
    let begins = at == 0 && (matches!(word.closed, Some('.' | ')')) && bare.len() <= 5 && !bare.contains(',') || is_place_of_list(bare));
    let mut count = in_words.unwrap_or(1);
    if counts || begins || is_name(words, at, count, bare, still) {
        return None;
    }
    let mut closed = words.get(at + count - 1)?.closed;
    for unit in words.get(at + count..).unwrap_or(&[]) {
        if closed.is_some() || !MONEY.contains(&unit.low.as_str()) {
            break;
        }
        (count, closed) = (count + 1, unit.closed);
    }
    let start = if in_figures { word.end - bare.len() - kept } else { word.start };
    Some((start, count))
}

/// `2.182`, `24/72`, `99,81%`, and with a unit behind: `12phút`.
fn is_figures(text: &str) -> bool {
    let signs = |sign: char| sign.is_ascii_digit() || ".,/-–+%‰".contains(sign);
    let unit = text.trim_start_matches(signs);
    text.starts_with(|sign: char| sign.is_ascii_digit()) && (unit.is_empty() || GLUED.contains(&unit))
}

/// `1.2`, `2.1.3`: no part of a number in thousands.
fn is_place_of_list(text: &str) -> bool {
    text.contains('.') && text.split('.').all(|part| small(part).is_some_and(|number| number > 0))
}

/// Whether a number only names what stands before it: `Điều 7`, `thôn 3`; not `tổ 15 người`, `một khoản 300 triệu đồng`.
fn is_name(words: &[Word], at: usize, count: usize, bare: &str, still: &[String]) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| words.get(at)).filter(|word| word.closed.is_none());
    let ends_with = |name: &str| {
        let parts: Vec<&str> = name.split(' ').rev().collect();
        parts.iter().enumerate().all(|(nth, part)| before(nth + 1).is_some_and(|word| word.low == *part))
    };
    let Some(name) = still.iter().filter(|name| ends_with(name)).max_by_key(|name| name.len()) else { return false };
    if COMPOUNDS.iter().any(|compound| ends_with(compound)) {
        return false;
    }
    let is_amount = bare.contains([',', '%', '‰']) || is_in_thousands(bare) || bare.ends_with(char::is_alphabetic) && is_figures(bare);
    let of_all = bare.contains('/') && PLACES.contains(&name.as_str());
    let behind = |nth: usize| {
        let last = words.get(at + count + nth - 1).filter(|word| word.closed.is_none());
        last.and_then(|_| words.get(at + count + nth)).filter(|word| word.text.chars().all(|sign| !sign.is_uppercase()))
    };
    let one = behind(0).map_or("", |word| word.low.as_str());
    let two = behind(0).and_then(|_| behind(1)).map_or_else(String::new, |word| format!("{one} {}", word.low));
    // `khoản 2 ngày 15/01/2026` is not counted in days.
    let is_day = one == "ngày" && behind(1).is_some_and(|word| word.low.starts_with(|sign: char| sign.is_ascii_digit()));
    let is_counted = MONEY.contains(&one) || COUNTED.iter().any(|noun| *noun == one || *noun == two) && !is_day;
    !(is_amount || of_all || is_counted)
}

/// `1.200`.
fn is_in_thousands(text: &str) -> bool {
    let mut parts = text.split('.');
    let first = parts.next().is_some_and(|first| (1..=3).contains(&first.len()));
    let mut rest = parts.peekable();
    first && rest.peek().is_some() && rest.all(|part| part.len() == 3 && part.bytes().all(|digit| digit.is_ascii_digit()))
}

/// How many words from here on are a number to be rung: `0220.3456.789`, `0912 345 678`, `(0220) 3822 123`.
pub(super) fn phone(rest: &[Word]) -> Option<usize> {
    let first = rest.first()?;
    let digits = |word: &Word| word.text.chars().filter(char::is_ascii_digit).count();
    let is_part = |word: &Word| word.text.chars().all(|sign| sign.is_ascii_digit() || ['.', '-', '+'].contains(&sign));
    let begins = first.text.starts_with('0') && digits(first) >= 3 || first.text.starts_with("+84");
    if !begins || !is_part(first) {
        return None;
    }
    let (mut total, mut found, mut open) = (0, None, true);
    for (nth, word) in rest.iter().take(4).enumerate() {
        if !open || !is_part(word) || word.text.is_empty() {
            break;
        }
        total += digits(word);
        if (9..=11).contains(&total) {
            found = Some(nth + 1);
        }
        // `(0220) 3822 123`: the area stands in brackets.
        open = word.closed.is_none() || nth == 0 && word.opened == Some('(') && word.closed == Some(')');
    }
    found
}

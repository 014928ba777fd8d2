//! Names of periods: quarters, halves, months, years, in figures, Roman signs and words.

use super::line::Word;
use crate::viet;

/// The quarters in words.
pub(super) const QUARTERS: [&str; 4] = ["một", "hai", "ba", "tư"];
const MONTHS: [&str; 12] = ["giêng", "một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "chạp"];
/// Before a quarter or a month these make it every one, or count it: `mỗi quý một lần`, `ba tháng hai lần`.
const EACH: [&str; 24] = [
    "hằng", "hàng", "mỗi", "từng", "các", "những", "theo", "mấy", "vài", "nhiều", "cả", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám",
    "chín", "mười", "mươi", "vị", "đáng",
];
/// Behind `quý tư` and the others these are other words: `quý tư vấn`, `quý một lần`.
const NO_QUARTER: [&str; 13] = ["lần", "cách", "số", "vấn", "pháp", "tưởng", "liệu", "nhân", "duy", "cuộc", "buổi", "lượt", "bên"];
const NO_MONTH: [&str; 9] = ["lần", "cuộc", "buổi", "lượt", "ngày", "số", "kỳ", "bên", "tuần"];

/// How many words from a place on name a period: `quý II`, `quý I, II/2026`, `quý ba`, `Q3/2026`,
/// `6 tháng đầu năm 2026`, `nửa đầu năm`, `năm 2026`, `giai đoạn 2026 - 2030`, `tháng 9/2026`, `tháng chín`.
pub(super) fn period(words: &[Word], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let first = rest.first()?;
    let second = rest.get(1).filter(|_| first.closed.is_none());
    match first.low.as_str() {
        "quý" if second.is_some_and(|word| is_spelled(&word.low, &QUARTERS)) => {
            let told = !is_each(words, at) && !goes_on(rest, 2, &NO_QUARTER);
            told.then(|| 2 + second.filter(|word| word.closed.is_none()).map_or(0, |_| year_behind(rest.get(2..).unwrap_or(&[]))))
        }
        "quý" => {
            let mut count = 1;
            loop {
                let quarter = rest.get(count).filter(|word| is_quarter(&word.low))?;
                count += 1;
                let more = rest.get(count).is_some_and(|word| is_quarter(&word.low) && word.text.chars().all(char::is_uppercase));
                let joined = rest.get(count).is_some_and(|word| ["và", "-", "–"].contains(&word.low.as_str()))
                    && rest.get(count + 1).is_some_and(|word| is_quarter(&word.low));
                match quarter.closed {
                    Some(',') if more => {}
                    None if joined => count += 1,
                    None => return Some(count + year_behind(rest.get(count..)?)),
                    Some(_) => return Some(count),
                }
            }
        }
        "tháng" => {
            let month = second?;
            if let Some(count) = spelled_month(words, at) {
                return Some(count);
            }
            let is_month = month.low.split('/').next().is_some_and(is_month) && month.low.split('/').nth(1).is_none_or(is_year);
            is_month.then(|| 2 + if month.closed.is_none() { year_behind(rest.get(2..).unwrap_or(&[])) } else { 0 })
        }
        "năm" => years(rest.get(1..).filter(|_| first.closed.is_none())?).map(|count| count + 1),
        "giai" => {
            let of = second.filter(|word| word.low == "đoạn" && word.closed.is_none())?;
            years(rest.get(2..)?).filter(|_| of.closed.is_none()).map(|count| count + 2)
        }
        "nửa" => {
            let part = second.filter(|word| ["đầu", "cuối"].contains(&word.low.as_str()) && word.closed.is_none());
            let year = rest.get(2).filter(|word| part.is_some() && word.low == "năm")?;
            let named = rest.get(3).filter(|word| year.closed.is_none() && is_year(&word.low));
            Some(3 + usize::from(named.is_some()))
        }
        _ if short(first.text).is_some() => Some(1),
        _ => {
            let months = small(&first.low).or_else(|| ["ba", "sáu", "chín"].contains(&first.low.as_str()).then_some(1)).is_some();
            if months && second.is_some_and(|word| word.low == "tháng" && word.closed.is_none()) {
                let part = rest.get(2).is_some_and(|word| ["đầu", "cuối"].contains(&word.low.as_str()) && word.closed.is_none());
                let year = rest.get(3).filter(|word| part && word.low == "năm");
                if let Some(year) = year {
                    let named = rest.get(4).filter(|word| year.closed.is_none() && is_year(&word.low));
                    return Some(4 + usize::from(named.is_some()));
                }
                let named = year_behind(rest.get(2..).unwrap_or(&[]));
                return (named > 0).then_some(2 + named);
            }
            let (month, year) = first.low.split_once('/').unwrap_or(("", ""));
            (is_month(month) && is_year(year)).then_some(1).or_else(|| is_year(&first.low).then(|| years(rest)).flatten())
        }
    }
}

/// `tháng chín`, `tháng mười hai năm 2026`.
fn spelled_month(words: &[Word], at: usize) -> Option<usize> {
    let rest = words.get(at..)?;
    let month = rest.get(1)?;
    let twelfth = month.low == "mười"
        && month.closed.is_none()
        && rest.get(2).is_some_and(|word| ["một", "hai"].contains(&word.low.as_str()))
        && !goes_on(rest, 3, &NO_MONTH);
    let count = if twelfth { 3 } else { 2 };
    let last = rest.get(count - 1)?;
    let year = if last.closed.is_none() { year_behind(rest.get(count..).unwrap_or(&[])) } else { 0 };
    // `trong tháng năm nay`: a fifth month only where nothing else can be meant.
    let fits = month.low != "năm" || last.closed.is_some() || year > 0 || rest.get(count).is_none();
    let told = MONTHS.contains(&month.low.as_str()) && fits && !is_each(words, at) && !goes_on(rest, count, &NO_MONTH);
    told.then_some(count + year)
}

/// Whether the word at a place goes on with what was counted: `quý một lần`.
fn goes_on(rest: &[Word], at: usize, words: &[&str]) -> bool {
    rest.get(at - 1).is_some_and(|word| word.closed.is_none()) && rest.get(at).is_some_and(|word| words.contains(&word.low.as_str()))
}

/// Whether what stands before a place makes it every one, or counts it: `hằng quý`, `3 tháng`.
fn is_each(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|before| before.closed.is_none());
    before.is_some_and(|before| EACH.contains(&before.low.as_str()) || before.low.starts_with(|sign: char| sign.is_ascii_digit()))
}

fn is_spelled(text: &str, names: &[&str]) -> bool {
    let (name, year) = text.split_once('/').map_or((text, None), |(name, year)| (name, Some(year)));
    names.contains(&name) && year.is_none_or(is_year)
}

/// A period in signs alone: what stands before its quarter, the quarter, the year. A month has no quarter.
pub(super) fn short(text: &str) -> Option<(&'static str, u32, Option<i32>)> {
    let (name, year) = text.split_once('/').map_or((text, None), |(name, year)| (name, Some(year)));
    let year = match year {
        Some(year) => Some(year.parse::<i32>().ok().filter(|_| is_year(year))?),
        None => None,
    };
    if let Some(month) = name.strip_prefix("T.").or_else(|| name.strip_prefix('T')) {
        return (year.is_some() && is_month(month)).then_some(("", 0, year));
    }
    let roman = |text: &str| viet::from_roman(text).filter(|_| text.chars().all(char::is_uppercase));
    // `Q.1` is a place in a town, `III` alone the number of a part.
    let (before, quarter) = if let Some(rest) = name.strip_prefix("Q.") {
        ("Q.", roman(rest).or_else(|| small(rest).filter(|_| year.is_some()))?)
    } else if let Some(rest) = name.strip_prefix('Q') {
        ("Q", roman(rest).or_else(|| small(rest))?)
    } else {
        ("", roman(name).filter(|_| year.is_some())?)
    };
    (1..=4).contains(&quarter).then_some((before, quarter, year))
}

/// ` năm 2026`, or nothing.
pub(super) fn year_behind(rest: &[Word]) -> usize {
    let named = rest.first().is_some_and(|word| word.low == "năm" && word.closed.is_none()) && rest.get(1).is_some_and(|word| is_year(&word.low));
    if named { 2 } else { 0 }
}

/// `2026`, `2026-2030`, `2026 - 2030`.
fn years(rest: &[Word]) -> Option<usize> {
    let first = rest.first()?;
    if let Some((from, to)) = first.low.split_once(['-', '–']) {
        return (is_year(from) && is_year(to)).then_some(1);
    }
    let reaching = first.closed.is_none()
        && rest.get(1).is_some_and(|word| ["-", "–", "đến"].contains(&word.low.as_str()))
        && rest.get(2).is_some_and(|word| is_year(&word.low));
    is_year(&first.low).then_some(if reaching { 3 } else { 1 })
}

pub(super) fn small(text: &str) -> Option<u32> {
    (text.len() <= 2 && text.bytes().all(|digit| digit.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

pub(super) fn is_month(text: &str) -> bool {
    small(text).is_some_and(|month| (1..=12).contains(&month))
}

pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit()) && (text.starts_with("19") || text.starts_with("20"))
}

fn is_quarter(text: &str) -> bool {
    let (quarter, year) = text.split_once('/').map_or((text, None), |(quarter, year)| (quarter, Some(year)));
    let one = |part: &str| viet::from_roman(&part.to_uppercase()).or_else(|| small(part)).is_some_and(|number| (1..=4).contains(&number));
    year.is_none_or(is_year) && !quarter.is_empty() && quarter.split(['-', '–']).all(one)
}

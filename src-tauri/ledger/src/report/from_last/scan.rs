//! What in a line speaks of a time or tells a number: days, periods, document numbers, numbers.

use super::counted::number_words;
use super::line::{Word, words};
use super::named::whole_names;
use crate::viet;
use crate::view::MarkKind;

/// Words that were found in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) kind: MarkKind,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// All of them in order; `still` are words after which a number is a name: `Điều 5`, `thôn 3`.
pub(super) fn scan(line: &str, still: &[String]) -> Vec<Found> {
    let words = words(line);
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let rest = words.get(at..).unwrap_or(&[]);
        let hit = document(rest)
            .map(|count| (MarkKind::Document, count))
            .or_else(|| period(rest).map(|count| (MarkKind::Period, count)))
            .or_else(|| day(rest).map(|count| (MarkKind::Day, count)))
            .or_else(|| number(&words, at, still).map(|count| (MarkKind::Number, count)));
        let Some((kind, count)) = hit else {
            at += 1;
            continue;
        };
        if let (Some(first), Some(last)) = (rest.first(), rest.get(count.max(1) - 1)) {
            found.push(Found { kind, start: first.start, end: last.end });
        }
        at += count.max(1);
    }
    whole_names(&words, found)
}

/// Words in which one after which a number is a name is only a part: `cao điểm 60 ngày`, `danh mục 31 nhiệm vụ`.
const COMPOUNDS: [&str; 16] = [
    "cao điểm",
    "thời điểm",
    "địa điểm",
    "trọng điểm",
    "quan điểm",
    "đặc điểm",
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

/// `123/KH-UBND`, `15-KH/TU`, with the day behind it.
fn document(rest: &[Word]) -> Option<usize> {
    let first = rest.first()?;
    let is_number = first.text.starts_with(|sign: char| sign.is_ascii_digit())
        && first.text.contains('/')
        && first.text.chars().any(|letter| letter.is_uppercase());
    let behind = |rest: &[Word]| rest.first().filter(|word| word.low == "ngày").and_then(|_| day(rest));
    is_number.then(|| 1 + first.closed.is_none().then(|| behind(rest.get(1..).unwrap_or(&[]))).flatten().unwrap_or(0))
}

/// `quý II`, `quý I, II/2026`, `6 tháng đầu năm 2026`, `năm 2026`, `giai đoạn 2026 - 2030`, `tháng 9/2026`.
fn period(rest: &[Word]) -> Option<usize> {
    let first = rest.first()?;
    let second = rest.get(1).filter(|_| first.closed.is_none());
    match first.low.as_str() {
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
            let is_month = month.low.split('/').next().is_some_and(is_month) && month.low.split('/').nth(1).is_none_or(is_year);
            is_month.then(|| 2 + if month.closed.is_none() { year_behind(rest.get(2..).unwrap_or(&[])) } else { 0 })
        }
        "năm" => years(rest.get(1..).filter(|_| first.closed.is_none())?).map(|count| count + 1),
        "giai" => {
            let of = second.filter(|word| word.low == "đoạn" && word.closed.is_none())?;
            years(rest.get(2..)?).filter(|_| of.closed.is_none()).map(|count| count + 2)
        }
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

/// ` năm 2026`, or nothing.
fn year_behind(rest: &[Word]) -> usize {
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

/// `14/9/2026`, `ngày 14/9`, `ngày 14 tháng 9 năm 2026`.
fn day(rest: &[Word]) -> Option<usize> {
    let first = rest.first()?;
    if first.low != "ngày" {
        return parts(&first.low).is_some_and(|parts| parts == 3).then_some(1);
    }
    let second = rest.get(1).filter(|_| first.closed.is_none())?;
    if parts(&second.low).is_some() {
        return Some(2);
    }
    small(&second.low)?;
    let month = second.closed.is_none() && rest.get(2).is_some_and(|word| word.low == "tháng") && rest.get(3).is_some_and(|word| is_month(&word.low));
    let year = rest.get(3).filter(|word| month && word.closed.is_none()).map_or(0, |_| year_behind(rest.get(4..).unwrap_or(&[])));
    Some(if month { 4 + year } else { 2 })
}

/// A number with what it counts money in, or its `%`.
fn number(words: &[Word], at: usize, still: &[String]) -> Option<usize> {
    let word = words.get(at)?;
    let signs = |sign: char| sign.is_ascii_digit() || ".,/-–+%".contains(sign);
    let in_figures = word.low.starts_with(|sign: char| sign.is_ascii_digit()) && word.low.chars().all(signs);
    let in_words = if in_figures { None } else { number_words(words, at) };
    if !in_figures && in_words.is_none() {
        return None;
    }
    // `(1)` and `1.` at the beginning count paragraphs.
    let counts = small(&word.low).is_some() && word.opened == Some('(') && word.closed == Some(')');
    let begins = at == 0 && matches!(word.closed, Some('.' | ')')) && word.low.len() <= 5 && !word.low.contains(',');
    let before = at.checked_sub(1).and_then(|before| words.get(before)).filter(|before| before.closed.is_none());
    let two = at.checked_sub(2).and_then(|two| Some(format!("{} {}", words.get(two).filter(|word| word.closed.is_none())?.low, before?.low)));
    let is_part = two.as_ref().is_some_and(|two| COMPOUNDS.contains(&two.as_str()));
    let named = !is_part && (before.is_some_and(|before| still.contains(&before.low)) || two.is_some_and(|two| still.contains(&two)));
    if counts || begins || named {
        return None;
    }
    let mut count = in_words.unwrap_or(1);
    let mut closed = words.get(at + count - 1)?.closed;
    for unit in words.get(at + 1..).unwrap_or(&[]) {
        let money = ["nghìn", "ngàn", "triệu", "tỷ", "tỉ", "đồng", "%"].contains(&unit.low.as_str());
        if closed.is_some() || !money {
            break;
        }
        (count, closed) = (count + 1, unit.closed);
    }
    Some(count)
}

/// How many parts a day in figures has: `14/9`, `14/9/2026`.
fn parts(text: &str) -> Option<usize> {
    let parts: Vec<&str> = text.split(['/', '-', '.']).collect();
    let fits = match parts.as_slice() {
        [day, month] => text.contains('/') && small(day).is_some_and(|day| (1..=31).contains(&day)) && is_month(month),
        [day, month, year] => small(day).is_some_and(|day| (1..=31).contains(&day)) && is_month(month) && is_year(year),
        _ => false,
    };
    fits.then_some(parts.len())
}

fn small(text: &str) -> Option<u32> {
    (text.len() <= 2 && text.bytes().all(|digit| digit.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

fn is_month(text: &str) -> bool {
    small(text).is_some_and(|month| (1..=12).contains(&month))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|digit| digit.is_ascii_digit()) && (text.starts_with("19") || text.starts_with("20"))
}

fn is_quarter(text: &str) -> bool {
    let (quarter, year) = text.split_once('/').map_or((text, None), |(quarter, year)| (quarter, Some(year)));
    let one = |part: &str| viet::from_roman(&part.to_uppercase()).or_else(|| small(part)).is_some_and(|number| (1..=4).contains(&number));
    year.is_none_or(is_year) && !quarter.is_empty() && quarter.split(['-', '–']).all(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, each as `kind:words`.
    fn check(line: &str, expected: &[&str]) {
        let still = ["điều", "khoản", "đề án", "thôn", "iso"].map(str::to_owned);
        let found: Vec<String> =
            scan(line, &still).into_iter().map(|one| format!("{}:{}", format!("{:?}", one.kind).to_lowercase(), &line[one.start..one.end])).collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn every_form_of_a_time_and_a_number_is_found() {
        for (line, expected) in [
            ("Trong quý II, xã đã", &["period:quý II"][..]),
            ("Quý IV/2025 và quý I, II năm 2026", &["period:Quý IV/2025", "period:quý I, II năm 2026"]),
            ("từ quý I đến quý 3", &["period:quý I", "period:quý 3"]),
            ("quý III và IV", &["period:quý III và IV"]),
            ("6 tháng đầu năm 2026; 06 tháng cuối năm.", &["period:6 tháng đầu năm 2026", "period:06 tháng cuối năm"]),
            ("sáu tháng đầu năm, 9 tháng năm 2026", &["period:sáu tháng đầu năm", "period:9 tháng năm 2026"]),
            (
                "năm 2025, giai đoạn 2026 - 2030, giai đoạn 2021-2025",
                &["period:năm 2025", "period:giai đoạn 2026 - 2030", "period:giai đoạn 2021-2025"],
            ),
            ("tháng 9, tháng 10/2026, tháng 11 năm 2026", &["period:tháng 9", "period:tháng 10/2026", "period:tháng 11 năm 2026"]),
            ("Kế hoạch CCHC 2026", &["period:2026"]),
            ("đến ngày 12/8/2026, ngày 14/7", &["day:ngày 12/8/2026", "day:ngày 14/7"]),
            ("ngày 03 tháng 9 năm 2026", &["day:ngày 03 tháng 9 năm 2026"]),
            ("từ 15/6/2026 đến 14.9.2026", &["day:15/6/2026", "day:14.9.2026"]),
            ("Kế hoạch số 123/KH-UBND ngày 15/01/2026 của xã", &["document:123/KH-UBND ngày 15/01/2026"]),
            ("Nghị quyết 57-NQ/TW, Văn bản số 2416/SNV-CCHC", &["document:57-NQ/TW", "document:2416/SNV-CCHC"]),
            ("tiếp nhận 2.182 hồ sơ, đạt 99,81%; còn 05.", &["number:2.182", "number:99,81%", "number:05"]),
            ("chi 300 triệu đồng (98 %), 1,5 tỷ", &["number:300 triệu đồng", "number:98 %", "number:1,5 tỷ"]),
            ("Hai nhiệm vụ hoàn thành nhưng quá hạn", &["number:Hai"]),
            ("còn hơn ba tháng của năm", &["number:ba"]),
            ("có một hồ sơ, năm đơn vị, mười lăm người, hai mươi mốt lượt", &["number:một", "number:năm", "number:mười lăm", "number:hai mươi mốt"]),
            ("Đợt cao điểm 60 ngày; danh mục 31 nhiệm vụ", &["number:60", "number:31"]),
            (
                "Thực hiện Kế hoạch số 09/KH-UBND ngày 15/01/2026 về cải cách hành chính nhà nước năm 2026, trong năm 2026 xã đã làm",
                &["document:09/KH-UBND ngày 15/01/2026 về cải cách hành chính nhà nước năm 2026", "period:năm 2026"],
            ),
            (
                "Kế hoạch số 09/KH-UBND ngày 15/01/2026 của UBND xã về kiểm soát thủ tục hành chính, chuyển đổi số năm 2026.",
                &["document:09/KH-UBND ngày 15/01/2026 của UBND xã về kiểm soát thủ tục hành chính, chuyển đổi số năm 2026"],
            ),
            (
                "Quyết định số 12/QĐ-UBND ngày 03/02/2025 của UBND tỉnh ban hành Bộ chỉ số giai đoạn 2025 - 2030; quý I đạt 5%",
                &["document:12/QĐ-UBND ngày 03/02/2025 của UBND tỉnh ban hành Bộ chỉ số giai đoạn 2025 - 2030", "period:quý I", "number:5%"],
            ),
            (
                "Kế hoạch số 09/KH-UBND ngày 15/01/2026 về CCHC đã hoàn thành 12 việc quý I",
                &["document:09/KH-UBND ngày 15/01/2026", "number:12", "period:quý I"],
            ),
            ("theo Kế hoạch số 09/KH-UBND ngày 15/01/2026, quý I xã tổ chức", &["document:09/KH-UBND ngày 15/01/2026", "period:quý I"]),
            ("24/72 tin, 3/3 phản ánh", &["number:24/72", "number:3/3"]),
        ] {
            check(line, expected);
        }
    }

    #[test]
    fn ordinary_prose_has_no_mark() {
        for line in [
            "Ủy ban nhân dân xã tiếp tục đẩy mạnh cải cách hành chính, nâng cao chất lượng phục vụ người dân.",
            "theo khoản 2 Điều 5 Luật; Đề án 06; thôn 3; ISO 9001:2015",
            "1. Công tác chỉ đạo",
            "1) Công tác chỉ đạo",
            "(1) Về tổ chức, (2) Về kiểm tra",
            "hằng quý, hằng tháng, trong năm, những tháng cuối năm, quý vị đại biểu",
            "mạng 4G, khung A4, phương châm 5S, quý báu, năm tháng",
            "kỳ này tăng, năm nay, tháng này",
            "một số đơn vị, bộ phận một cửa, dịch vụ công một phần, thứ hai, chính quyền địa phương hai cấp, sáu rõ",
            "trong năm hồ sơ tăng, cuối năm đơn vị báo cáo, cả hai, phố Hai Bà Trưng.",
        ] {
            check(line, &[]);
        }
    }
}

//! What in a line speaks of a time or tells a number: days, periods, document numbers, numbers.

use super::line::{Word, words};
use super::named::whole_names;
use super::numbers::{number, phone};
use super::periods::{is_month, is_year, period, small, year_behind};
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
        // A number that is rung is nobody's figure.
        if let Some(count) = phone(rest) {
            at += count.max(1);
            continue;
        }
        let from = rest.first().map_or(0, |first| first.start);
        let hit = document(rest)
            .map(|count| (MarkKind::Document, from, count))
            .or_else(|| period(&words, at).map(|count| (MarkKind::Period, from, count)))
            .or_else(|| day(rest).map(|count| (MarkKind::Day, from, count)))
            .or_else(|| number(&words, at, still).map(|(start, count)| (MarkKind::Number, start, count)));
        let Some((kind, start, count)) = hit else {
            at += 1;
            continue;
        };
        if let Some(last) = rest.get(count.max(1) - 1) {
            found.push(Found { kind, start, end: last.end });
        }
        at += count.max(1);
    }
    whole_names(&words, found)
}

/// Short names of papers, by which a document's number is known where it was typed in small letters.
const PAPERS: [&str; 16] = ["kh", "qđ", "qd", "bc", "cv", "tb", "nq", "tt", "ct", "ttr", "nđ", "hd", "gm", "pa", "ctr", "kl"];

/// `123/KH-UBND`, `15-KH/TU`, `123/kh-ubnd`, with the day behind it.
fn document(rest: &[Word]) -> Option<usize> {
    let first = rest.first()?;
    let parts: Vec<&str> = first.low.split(['/', '-', '–']).collect();
    let typed_small = || parts.len() > 2 && parts.get(1..).is_some_and(|parts| parts.iter().any(|part| PAPERS.contains(part)));
    let is_number = first.text.starts_with(|sign: char| sign.is_ascii_digit())
        && first.text.contains('/')
        && (first.text.chars().any(|letter| letter.is_uppercase()) || typed_small());
    let behind = |rest: &[Word]| rest.first().filter(|word| word.low == "ngày").and_then(|_| day(rest));
    is_number.then(|| 1 + first.closed.is_none().then(|| behind(rest.get(1..).unwrap_or(&[]))).flatten().unwrap_or(0))
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

/// Whether words at a place are only a part of the name of a period: `năm 2027` of `quý I năm 2027`.
pub(in crate::report) fn names_more(text: &str, from: usize, to: usize) -> bool {
    let around = |one: &Found| one.kind == MarkKind::Period && one.start <= from && to <= one.end && one.end - one.start > to - from;
    scan(text, &[]).iter().any(around)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found, each as `kind:words`.
    fn check(line: &str, expected: &[&str]) {
        let still = crate::report::from_last::stale::StaleWords::shipped().unwrap().still;
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
    fn a_typed_number_is_found_whatever_stands_before_it_or_is_glued_to_it() {
        for (line, expected) in [
            ("đạt số điểm 85,25, thang điểm 100", &["number:85,25", "number:100"][..]),
            ("thành lập tổ 15 người, khảo sát mẫu 320 phiếu", &["number:15", "number:320"]),
            ("một khoản 300 triệu đồng, phần 62%, đạt ở thôn 12/12", &["number:300 triệu đồng", "number:62%", "number:12/12"]),
            ("đạt ≥95%, ~35 hồ sơ, >40 tin, <5% trễ", &["number:95%", "number:35", "number:40", "number:5%"]),
            ("tăng +12 hồ sơ, giảm -3%, 50‰", &["number:+12", "number:-3%", "number:50‰"]),
            ("trả trong 12h, 12phút, đường 3km, 15ha, 98,5điểm", &["number:12h", "number:12phút", "number:3km", "number:15ha", "number:98,5điểm"]),
            ("có năm việc mới, một việc tồn", &["number:năm", "number:một"]),
            ("ba trăm triệu đồng", &["number:ba trăm triệu đồng"]),
            ("theo 123/kh-ubnd, 05/qđ-ubnd ngày 3/2/2026", &["document:123/kh-ubnd", "document:05/qđ-ubnd ngày 3/2/2026"]),
        ] {
            check(line, expected);
        }
    }

    #[test]
    fn a_period_is_found_however_it_is_written() {
        for (line, expected) in [
            ("So với quý ba năm 2026; quý tư, trong quý một", &["period:quý ba năm 2026", "period:quý tư", "period:quý một"][..]),
            ("từ tháng chín, tháng mười hai năm 2026 đến tháng tư", &["period:tháng chín", "period:tháng mười hai năm 2026", "period:tháng tư"]),
            ("Q3/2026, T9/2026, Q.III, III/2026", &["period:Q3/2026", "period:T9/2026", "period:Q.III", "period:III/2026"]),
            ("nửa đầu năm, nửa cuối năm 2026", &["period:nửa đầu năm", "period:nửa cuối năm 2026"]),
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
            "theo điểm 1 khoản 2 Điều 7 Nghị định; mục 3 Phần 2; Điều 7 của Luật; điểm 2.1 mục 3; Điều 117 kế hoạch",
            "thôn 3 đã xong, tổ 5 thôn Đông, tổ dân phố 7, khu phố 2, phụ lục 2 kế hoạch, mẫu 2 báo cáo",
            "Điện thoại: 0220.3456.789, 0912 345 678, (0220) 3822 123, hotline 19001234, đường dây nóng 1022",
            "1.2 Cải cách thể chế",
            "2.1.3 Về tổ chức",
            "hằng quý tư vấn, mỗi quý một lần, mỗi tháng hai buổi, từng tháng năm nay",
            "là một việc quan trọng, mạng 4G, khổ A4, 5S, tầng Q.1, T2 hằng tuần, làm việc lúc 7h30",
            "Bí thư thứ nhất, A+, thế kỷ XX, dịch vụ IV",
        ] {
            check(line, &[]);
        }
    }
}

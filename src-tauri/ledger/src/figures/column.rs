//! What the heading of a column of numbers says: this window, another one, a plan, or nothing of the kind.

use super::dated::days_in;
use super::{periods, spoken};
use crate::deadline::Span;
use crate::viet::key;

/// Another window than the one told of, or what is reckoned from both.
const PAST: [&str; 11] =
    ["ky truoc", "ky lien truoc", "cung ky", "nam truoc", "nam ngoai", "quy truoc", "thang truoc", "so sanh", "so voi", "tang giam", "chenh lech"];
/// The like, where nothing else is said.
const APART: [&str; 2] = ["tang", "giam"];
const PLAN: [&str; 5] = ["ke hoach", "du toan", "chi tieu giao", "chi tieu duoc giao", "muc tieu"];
/// A plan that was carried out is none any more; a share of it is neither.
const DONE: [&str; 2] = ["thuc hien", "ket qua"];
const SHARE: [&str; 3] = ["ty le", "ti le", "phan tram"];
pub(super) const SO_FAR: [&str; 3] = ["luy ke", "cong don", "tu dau nam"];
const NOW: [&str; 4] = ["ky nay", "trong ky", "ky bao cao", "nam nay"];
/// This part of the year, and how many months it has, counted to the nearest.
const THIS: [(&str, i64); 4] = [("quy nay", 3), ("trong quy", 3), ("thang nay", 1), ("trong thang", 1)];
const ESTIMATE: [&str; 2] = ["uoc", "du kien"];

/// What a heading says of the window in hand; what comes later suits it better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Of {
    /// Another window, a plan, a comparison.
    Other,
    /// Nothing.
    Unsaid,
    /// From the first day of the year on, as the window does.
    SoFar,
    /// `Kỳ này`.
    Now,
    /// The window by its name, or by its days.
    Named,
}

/// What a heading says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Says {
    pub(crate) of: Of,
    /// False for what is expected, not counted.
    pub(crate) closed: bool,
}

/// A column that could hold the numbers of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    pub(crate) column: usize,
    pub(crate) says: Says,
    /// Its heading is one for numbers: `Kết quả`.
    pub(crate) is_value: bool,
    /// How much else speaks for it.
    pub(crate) more: usize,
}

/// What a heading says of a window; lines of a header of several rows are parted by commas.
pub(crate) fn says(heading: &str, window: Span) -> Says {
    let lines: Vec<&str> = heading.split(',').collect();
    let closed = !has_any(heading, &ESTIMATE);
    Says { of: if lines.iter().any(|line| is_other(line)) { Of::Other } else { of(heading, window) }, closed }
}

/// True when a heading names a part of a year: `Quý III`.
pub(crate) fn names_part(heading: &str) -> bool {
    !spoken::words(heading, true).parts.is_empty()
}

/// True when a heading tells a window or a plan at all.
pub(crate) fn tells(heading: &str) -> bool {
    let this = THIS.map(|(words, _)| words);
    names_part(heading) || is_other(heading) || [&SO_FAR[..], &NOW[..], &this[..], &ESTIMATE[..]].iter().any(|words| has_any(heading, words))
}

/// The column of the window among some, and whether no other could be meant.
pub(crate) fn pick(all: &[Candidate]) -> Option<(Candidate, bool)> {
    let worth = |one: &Candidate| (one.says, one.is_value, one.more);
    // Of two that are alike the left one.
    let best = *all.iter().rev().max_by_key(|one| worth(one))?;
    let alone = all.iter().filter(|one| worth(one) == worth(&best)).count() == 1;
    let others = all.iter().any(|one| one.says.of == Of::Other);
    let said = match best.says.of {
        Of::Other => false,
        // Beside columns of other windows only a heading for numbers is that of this one.
        Of::Unsaid => best.says.closed && (best.is_value || !others),
        Of::SoFar | Of::Now | Of::Named => true,
    };
    Some((best, alone && said))
}

fn of(heading: &str, window: Span) -> Of {
    let said = spoken::words(heading, true);
    if let Some(span) = days_in(heading) {
        return if span == window { Of::Named } else { Of::Other };
    }
    if said.days.iter().any(|day| *day != window.last) {
        return Of::Other;
    }
    let so_far = has_any(heading, &SO_FAR);
    // `Lũy kế quý III` and `Lũy kế đến tháng 9` begin with the year.
    let parts: Vec<spoken::Spoken> = said.parts.into_iter().map(|one| if so_far { one.so_far() } else { one }).collect();
    if !parts.is_empty() && parts.iter().all(|one| one.is(window)) {
        return Of::Named;
    }
    // `Thực hiện năm 2026, Kỳ này`: the year is said of all columns below it.
    let around = parts.iter().all(|one| one.months == (1, 12) && one.holds(window));
    let months = ((window.last - window.first).num_days() + 15) / 30;
    let this = THIS.iter().find(|(words, _)| has_any(heading, &[words])).map(|(_, long)| months == *long);
    match (so_far, this) {
        _ if !around => Of::Other,
        (true, _) => {
            if periods::begins_year(window) {
                Of::SoFar
            } else {
                Of::Other
            }
        }
        (false, Some(is)) => {
            if is {
                Of::Now
            } else {
                Of::Other
            }
        }
        _ if has_any(heading, &NOW) => Of::Now,
        _ if parts.is_empty() => Of::Unsaid,
        _ => Of::Other,
    }
}

fn is_other(line: &str) -> bool {
    let planned = has_any(line, &PLAN) && (!has_any(line, &DONE) || has_any(line, &SHARE) || line.contains('%'));
    planned || has_any(line, &PAST) || APART.contains(&key(line).as_str())
}

/// True when some words stand in a heading, whole.
pub(super) fn has_any(heading: &str, words: &[&str]) -> bool {
    let heading = format!(" {} ", key(heading));
    words.iter().any(|one| heading.contains(&format!(" {one} ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(first: &str, last: &str) -> Span {
        Span { first: first.parse().unwrap(), last: last.parse().unwrap() }
    }

    #[test]
    fn a_heading_says_which_window_its_numbers_are_of() {
        let third = || span("2026-06-15", "2026-09-14");
        let nine = || span("2025-12-15", "2026-09-14");
        let year = || span("2025-12-15", "2026-12-14");
        for (heading, window, of) in [
            ("Kết quả", third(), Of::Unsaid),
            ("Quý III", third(), Of::Named),
            ("Quý II/2026", third(), Of::Other),
            ("Số liệu quý III năm 2025", third(), Of::Other),
            ("Kết quả thực hiện năm 2026, Quý III", third(), Of::Named),
            ("Kết quả thực hiện năm 2026, 6 tháng", third(), Of::Other),
            ("Kết quả thực hiện năm 2026, Kỳ này", third(), Of::Now),
            ("Kết quả thực hiện năm 2026, Kỳ trước", third(), Of::Other),
            ("Năm 2026", third(), Of::Other),
            ("Năm nay", third(), Of::Now),
            ("Trong quý", third(), Of::Now),
            ("Trong quý", nine(), Of::Other),
            ("Lũy kế từ đầu năm", third(), Of::Other),
            ("Lũy kế từ đầu năm", nine(), Of::SoFar),
            ("Lũy kế 9 tháng", nine(), Of::Named),
            ("Lũy kế đến quý III", nine(), Of::Named),
            ("Lũy kế quý III", third(), Of::Other),
            ("Ước thực hiện cả năm 2026", year(), Of::Named),
            ("9 tháng năm 2026", year(), Of::Other),
            ("Kế hoạch năm 2026", year(), Of::Other),
            ("Kết quả thực hiện kế hoạch quý III", third(), Of::Named),
            ("Tỷ lệ thực hiện so với kế hoạch", third(), Of::Other),
            ("Kết quả, Kế hoạch", third(), Of::Other),
            ("Tăng/giảm", third(), Of::Other),
            ("Tăng (+), giảm (-)", third(), Of::Other),
            ("Cùng kỳ năm trước", third(), Of::Other),
            ("Từ ngày 15/6/2026 đến ngày 14/9/2026", third(), Of::Named),
            ("Từ ngày 15/3/2026 đến ngày 14/6/2026", third(), Of::Other),
            ("Từ 15/6/2026 đến 14/9/2026", third(), Of::Named),
            ("Từ 15/3/2026 đến 14/6/2026", third(), Of::Other),
            ("Kết quả (đến 14/9/2026)", third(), Of::Unsaid),
            ("Kết quả (đến 14/6/2026)", third(), Of::Other),
            ("Trong đó: Nam", third(), Of::Unsaid),
        ] {
            assert_eq!(says(heading, window).of, of, "{heading} {window:?}");
        }
        assert!(!says("Ước cả năm", year()).closed && says("Được giao", year()).closed);
    }

    #[test]
    fn the_column_of_the_window_is_picked_and_none_where_two_could_be_meant() {
        let third = span("2026-06-15", "2026-09-14");
        let picked = |headings: &str| {
            let one =
                |(column, heading): (usize, &str)| Candidate { column, says: says(heading, third), is_value: heading.starts_with("Kết"), more: 0 };
            let all: Vec<Candidate> = headings.split(" | ").enumerate().map(one).collect();
            pick(&all).map(|(best, sure)| (best.column, sure)).unwrap()
        };
        for (headings, expected) in [
            ("Quý I | Quý II | Quý III | Quý IV | Cả năm", (2, true)),
            ("Quý I | Quý II | Nhận xét", (2, false)),
            ("Cùng kỳ năm trước | Kết quả", (1, true)),
            ("9 tháng năm 2026 | Ước thực hiện cả năm 2026", (0, false)),
            ("9 tháng năm 2026 | Kết quả ước", (1, false)),
            ("Ước quý III | Quý III", (1, true)),
            ("Ước quý III | Quý II", (0, true)),
            ("Đạt | Không đạt", (0, false)),
            ("Số | Kết quả", (1, true)),
            ("Quý III, Tổng | Quý III, Trực tuyến", (0, false)),
            ("Trong kỳ | Lũy kế", (0, true)),
        ] {
            assert_eq!(picked(headings), expected, "{headings}");
        }
    }
}

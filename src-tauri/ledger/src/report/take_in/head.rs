//! The letterhead as it was found: Quốc hiệu, agency, number, place and date (ô 1–4), in any order.

use super::text::{Line, is_capitals, key, with_boxes};
use chrono::NaiveDate;

/// What stands above the name of the document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Head {
    /// Quốc hiệu as written; empty: not shown.
    pub(super) nation: String,
    /// Tiêu ngữ as written; empty: not shown.
    pub(super) motto: String,
    /// Lines of the agencies, as written, in the file's order.
    pub(super) agency: Vec<String>,
    /// Number (empty when blank) and symbol.
    pub(super) number: Option<(String, String)>,
    /// Place and date.
    pub(super) date: Option<PlaceAndDate>,
    /// What is none of these.
    pub(super) others: Vec<String>,
}

/// `Lam Khê, ngày 03 tháng 9 năm 2026` as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlaceAndDate {
    /// The words.
    pub(super) written: String,
    /// What stands before the comma.
    pub(super) place: String,
    /// The day, when day, month and year make one.
    pub(super) day: Option<NaiveDate>,
    /// The year, when it is shown.
    pub(super) year: Option<i32>,
}

const NATION: [&str; 8] = ["cong", "hoa", "xa", "hoi", "chu", "nghia", "viet", "nam"];
const MOTTO: [&str; 6] = ["doc", "lap", "tu", "do", "hanh", "phuc"];

impl Head {
    /// Reads the lines above the name.
    pub(super) fn read(lines: &[Line]) -> Head {
        let mut head = Head::default();
        let mut cells = with_boxes(lines.iter().flat_map(|line| line.cells.iter().cloned()));
        // Extraction may put Quốc hiệu between `Số:` and its symbol.
        let symbol = cells.iter().position(|cell| cell.starts_with('/') && cell.contains('-'));
        if let (Some(symbol), Some(word)) = (symbol, cells.iter().position(|cell| key(cell) == "so")) {
            let symbol = cells.remove(symbol);
            cells.iter_mut().skip(word).take(1).for_each(|cell| cell.extend([" ", &symbol]));
        }
        for cell in &cells {
            head.take(cell);
        }
        head
    }

    fn take(&mut self, words: &str) {
        let words = words.trim();
        if key(words).is_empty() {
            return;
        }
        if let Some((before, found, after)) = part(words, &NATION).or_else(|| part(words, NATION.get(..6).unwrap_or(&NATION))) {
            self.nation = found.to_owned();
            self.take(before);
            self.take(after);
        } else if let (false, Some((before, found, ""))) =
            (self.nation.is_empty() || part(&self.nation, &NATION).is_some(), part(words, &["viet", "nam"]))
        {
            // Quốc hiệu over two lines of a narrow column.
            self.nation.extend([" ", found]);
            self.take(before);
        } else if let Some((before, found, after)) = part(words, &MOTTO) {
            self.motto = found.to_owned();
            self.take(before);
            self.take(after);
        } else if let Some((before, number, symbol, after)) = number(words) {
            self.number = Some((number, symbol));
            self.take(before);
            self.take(after);
        } else if let Some(date) = PlaceAndDate::read(words) {
            self.date = Some(date);
        } else if is_agency(words) {
            self.agency.push(words.to_owned());
        } else {
            self.others.push(words.to_owned());
        }
    }
}

/// True for Quốc hiệu, wherever it stands in a line.
pub(super) fn is_nation(words: &str) -> bool {
    is_capitals(words) && part(words, &NATION).is_some()
}

fn is_agency(words: &str) -> bool {
    let key = key(words);
    let named =
        ["ubnd", "uy ban nhan dan", "hdnd", "hoi dong nhan dan", "phong ", "trung tam ", "van phong"].iter().any(|start| key.starts_with(start));
    let stamp = ["mat", "tuyet mat", "toi mat", "hoa toc", "khan", "thuong khan", "du thao"].contains(&key.as_str());
    !stamp && !words.contains(|sign: char| sign.is_ascii_digit() && !named) && (is_capitals(words) || named) && words.chars().count() < 90
}

/// Parts a line around some words, known without marks and case.
fn part<'a>(text: &'a str, wanted: &[&str]) -> Option<(&'a str, &'a str, &'a str)> {
    let mut words: Vec<(usize, usize, String)> = Vec::new();
    let mut at = 0;
    for word in text.split(' ') {
        // `lập-Tự` is two words.
        for folded in key(word).split(' ').filter(|folded| !folded.is_empty()) {
            words.push((at, at + word.len(), folded.to_owned()));
        }
        at += word.len() + 1;
    }
    let found = words.windows(wanted.len()).find(|window| window.iter().map(|(_, _, word)| word.as_str()).eq(wanted.iter().copied()))?;
    let (from, to) = (found.first()?.0, found.last()?.1);
    Some((text.get(..from)?.trim(), text.get(from..to)?, text.get(to..)?.trim()))
}

/// `Số: 05/BC-UBND`, the number perhaps blank or dotted: what stands before, number, symbol, after.
fn number(text: &str) -> Option<(&str, String, String, &str)> {
    let at = ["Số", "SỐ", "số"].iter().filter_map(|word| text.find(word)).min()?;
    let (before, rest) = text.split_at_checked(at)?;
    if !(before.is_empty() || before.ends_with(' ')) {
        return None;
    }
    let rest = rest.get("Số".len()..)?.trim_start_matches([':', ' ']);
    let (number, tail) = rest.split_once('/')?;
    let blank = number.chars().all(|sign| sign == ' ' || ".…_".contains(sign));
    let plain = number.trim().len() <= 6 && number.trim().chars().all(char::is_alphanumeric);
    if !(blank || plain) {
        return None;
    }
    // A symbol has no spaces of its own; those around its hyphens are slips.
    let mut symbol = String::new();
    let mut after = tail.trim_start();
    while let Some(word) = after.split(' ').next().filter(|word| !word.is_empty()) {
        let joins = symbol.is_empty() || symbol.ends_with(['-', '/']) || word.starts_with('-');
        if !joins {
            break;
        }
        symbol.push_str(word);
        after = after.get(word.len()..)?.trim_start();
    }
    let letters = symbol.chars().any(char::is_alphabetic);
    letters.then(|| (before.trim(), if blank { String::new() } else { number.trim().to_owned() }, symbol, after))
}

impl PlaceAndDate {
    /// True when nothing follows the year: `Lam Khê, ngày 03 tháng 9 năm 2026`, no sentence.
    pub(super) fn is_alone(&self) -> bool {
        let place = self.place.split(' ').all(|word| word.starts_with(char::is_uppercase));
        place && self.written.starts_with(&format!("{}, ngày", self.place)) && self.written.ends_with(|sign: char| sign.is_ascii_digit())
    }

    /// Reads `Lam Khê, ngày 03 tháng 9 năm 2026`, any of its figures blank.
    pub(super) fn read(text: &str) -> Option<PlaceAndDate> {
        let lower = text.to_lowercase();
        let at = lower.find("ngày").filter(|_| lower.len() == text.len())?;
        let (before, rest) = text.split_at_checked(at)?;
        let place = before.trim_end().strip_suffix(',').unwrap_or(before.trim_end()).trim();
        let figures = |word: &str| -> Option<u32> {
            let lower = rest.to_lowercase();
            let after = rest.get(lower.find(word)? + word.len()..)?.trim_start();
            after.split(|sign: char| !sign.is_ascii_digit()).next().and_then(|figures| figures.parse().ok())
        };
        let shaped = rest.to_lowercase().contains("năm") && rest.to_lowercase().contains("tháng");
        if !shaped || before.trim().is_empty() || place.chars().count() > 60 {
            return None;
        }
        let year = figures("năm").and_then(|year| i32::try_from(year).ok()).filter(|year| (1945..2200).contains(year));
        let day = year.zip(figures("tháng")).zip(figures("ngày")).and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
        Some(PlaceAndDate { written: text.to_owned(), place: place.to_owned(), day, year })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::take_in::text::lines;
    use expect_test::expect;

    #[test]
    fn a_letterhead_is_found_however_its_columns_were_torn() {
        let torn = [
            "ỦY BAN NHÂN DÂN\nXÃ LAM KHÊ\nSố: 05/BC-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLam Khê, ngày 03 tháng 9 năm 2026",
            "ỦY BAN NHÂN DÂN    CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM\n   XÃ LAM KHÊ       Độc lập-Tự do-Hạnh phúc\nSố:     /BC-UBND    Lam Khê, ngày    tháng    năm 2026",
            "UỶ BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA\nXÃ LAM KHÊ VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSố: 5 /BC - UBND Lam Khê, ngày 3 tháng 9 năm 2026\nDỰ THẢO",
            "ỦY BAN NHÂN DÂN\nXÃ LAM KHÊ\n\nSố:\n\n/BC-UBND\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\nĐộc lập - Tự do - Hạnh phúc\nLam Khê, ngày\n\ntháng\n\nnăm 2026",
            "ỦY BAN NHÂN DÂN\nXÃ LAM KHÊ\nSố:\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n/BC-UBND",
        ];
        let shown = torn.map(|text| {
            let head = Head::read(&lines(text));
            let date = head.date.map(|date| (date.place, date.day.map(|day| day.to_string()), date.year));
            format!("{} | {} | {:?} | {:?} | {date:?} | {:?}\n", head.nation, head.motto, head.agency, head.number, head.others)
        });
        expect![[r#"
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | ["ỦY BAN NHÂN DÂN", "XÃ LAM KHÊ"] | Some(("05", "BC-UBND")) | Some(("Lam Khê", Some("2026-09-03"), Some(2026))) | []
            CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập-Tự do-Hạnh phúc | ["ỦY BAN NHÂN DÂN", "XÃ LAM KHÊ"] | Some(("", "BC-UBND")) | Some(("Lam Khê", None, Some(2026))) | []
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | ["UỶ BAN NHÂN DÂN", "XÃ LAM KHÊ"] | Some(("5", "BC-UBND")) | Some(("Lam Khê", Some("2026-09-03"), Some(2026))) | ["DỰ THẢO"]
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | ["ỦY BAN NHÂN DÂN", "XÃ LAM KHÊ"] | Some(("", "BC-UBND")) | Some(("Lam Khê", None, Some(2026))) | []
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | Độc lập - Tự do - Hạnh phúc | ["ỦY BAN NHÂN DÂN", "XÃ LAM KHÊ"] | Some(("", "BC-UBND")) | None | []
        "#]].assert_eq(&shown.concat());
    }
}

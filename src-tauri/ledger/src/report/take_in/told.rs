//! What a paper says of itself in running text: its agency, its years.

use super::text::{key, tidy};
use crate::plan::read::begins_with_unit;
use crate::viet::capital;
use std::collections::BTreeMap;

/// A commune's People's Committee named in running text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Agency {
    /// `xã`, `phường`, in small letters.
    pub(super) level: String,
    /// `Lam Khê`.
    pub(super) name: String,
}

impl Agency {
    /// `Ủy ban nhân dân xã Lam Khê`.
    pub(super) fn full(&self) -> String {
        format!("Ủy ban nhân dân {} {}", self.level, self.name)
    }

    /// The two lines of a letterhead.
    pub(super) fn lines(&self) -> Vec<String> {
        vec!["ỦY BAN NHÂN DÂN".to_owned(), format!("{} {}", self.level, self.name).to_uppercase()]
    }

    /// `Lam Khê`; `Phường 7`: a number alone is no place (decree II.4).
    pub(super) fn place(&self) -> String {
        let figures = self.name.chars().all(|sign| sign.is_ascii_digit());
        if figures { capital(&format!("{} {}", self.level, self.name)) } else { self.name.clone() }
    }

    /// From the lines of a letterhead: the last one that names a commune.
    pub(super) fn of_lines(lines: &[String]) -> Option<Agency> {
        lines.iter().rev().find_map(|line| {
            let line = tidy(&line.to_lowercase());
            let bare =
                line.strip_prefix("ủy ban nhân dân ").or(line.strip_prefix("uỷ ban nhân dân ")).or(line.strip_prefix("ubnd ")).unwrap_or(&line);
            let (level, name) = LEVELS.iter().find_map(|level| Some((*level, bare.strip_prefix(level)?.strip_prefix(' ')?)))?;
            let name = name.split(' ').map(capital).collect::<Vec<_>>().join(" ");
            Some(Agency { level: level.to_owned(), name })
        })
    }
}

const LEVELS: [&str; 4] = ["xã", "phường", "thị trấn", "đặc khu"];

/// The agency that speaks: the one said to report, else the one the subject names, else the one
/// named most often and more than once.
///
/// One mention tells nothing: it may be of a neighbour whose way of working is praised. It is
/// answered with `false`.
pub(super) fn agency<'a>(paragraphs: impl Iterator<Item = &'a str>, subject: &str) -> Option<(Agency, bool)> {
    let mut counts: BTreeMap<Agency, usize> = BTreeMap::new();
    for paragraph in paragraphs {
        let words: Vec<&str> = paragraph.split(' ').collect();
        for at in 0..words.len() {
            let Some((agency, end)) = words.get(at..).and_then(agency_at) else { continue };
            let says = |from: usize, wanted: &[&str]| {
                let told = words.get(from..from + wanted.len()).unwrap_or(&[]);
                told.len() == wanted.len() && told.iter().zip(wanted).all(|(word, wanted)| word.to_lowercase().starts_with(wanted))
            };
            let speaks = says(at + end, &["báo", "cáo"]) || says(at + end, &["trân", "trọng"]);
            let closes = at > 2 && says(at - 3, &["báo", "cáo", "của"]) && paragraph.starts_with("Trên đây");
            if speaks || closes {
                return Some((agency, true));
            }
            *counts.entry(agency).or_default() += 1;
        }
    }
    let named = |agency: &Agency| subject.to_lowercase().contains(&format!("{} {}", agency.level, agency.name).to_lowercase());
    if let Some(agency) = counts.keys().find(|agency| named(agency)) {
        return Some((agency.clone(), true));
    }
    let most = counts.values().max().copied()?;
    let sure = most > 1 && counts.values().filter(|count| **count == most).count() == 1;
    counts.into_iter().find(|(_, count)| *count == most).map(|(agency, _)| (agency, sure))
}

/// Letters, and the mark inside names of the highlands: `Ea H'leo`, `Cư M’gar`.
fn is_of_a_name(sign: char) -> bool {
    sign.is_alphabetic() || matches!(sign, '\'' | '’' | 'ʼ')
}

/// An agency at the beginning of some words, and how many words it is.
fn agency_at(words: &[&str]) -> Option<(Agency, usize)> {
    let starts = |wanted: &[&str]| {
        words.len() > wanted.len() && words.iter().zip(wanted).all(|(word, wanted)| key(word) == *wanted && !word.ends_with([',', ';', '.']))
    };
    let mut at = if starts(&["ubnd"]) {
        1
    } else if starts(&["uy", "ban", "nhan", "dan"]) {
        4
    } else {
        return None;
    };
    let level = LEVELS.iter().find(|level| {
        let length = level.split(' ').count();
        words.get(at..at + length).is_some_and(|words| words.join(" ").to_lowercase() == **level)
    })?;
    at += level.split(' ').count();
    let mut name: Vec<&str> = Vec::new();
    while let Some(word) = words.get(at).filter(|_| name.len() < 7) {
        // `xã Lê Lợi - Quang Trung`: communes that were joined; a unit after the dash is another name.
        let joins = matches!(*word, "-" | "–") && !name.is_empty() && words.get(at + 1).is_some_and(|next| next.starts_with(char::is_uppercase));
        if joins && !words.get(at + 1..).is_some_and(|rest| begins_with_unit(&rest.join(" "))) {
            name.push("-");
            at += 1;
            continue;
        }
        let bare = word.trim_end_matches([',', ';', '.', ':', '/', ')', '”', '"']);
        let figures = name.is_empty() && !bare.is_empty() && bare.len() <= 2 && bare.bytes().all(|sign| sign.is_ascii_digit());
        if !(figures || (bare.starts_with(char::is_uppercase) && bare.chars().all(is_of_a_name))) {
            break;
        }
        name.push(bare);
        at += 1;
        if bare.len() < word.len() || figures {
            break;
        }
    }
    (!name.is_empty()).then(|| (Agency { level: (*level).to_owned(), name: name.join(" ") }, at))
}

/// Years written in some words.
pub(super) fn years(text: &str) -> impl Iterator<Item = i32> {
    text.split(|sign: char| !sign.is_ascii_digit())
        .filter(|figures| figures.len() == 4)
        .filter_map(|figures| figures.parse().ok())
        .filter(|year| (2000..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_agency_that_reports_is_found_in_running_text() {
        let found = |text: &str| agency([text].into_iter(), "Kết quả của phường 7").filter(|(_, sure)| *sure).map(|(agency, _)| agency.full());
        assert_eq!(
            found("UBND phường Lam Khê và UBND phường Lam Khê, Ủy ban nhân dân xã An Bình báo cáo như sau:").as_deref(),
            Some("Ủy ban nhân dân xã An Bình")
        );
        assert_eq!(found("Uỷ ban nhân dân xã Lam Khê, các thôn; UBND xã Lam Khê").as_deref(), Some("Ủy ban nhân dân xã Lam Khê"));
        assert_eq!(found("Trên đây là báo cáo của UBND xã Lam Khê./.").as_deref(), Some("Ủy ban nhân dân xã Lam Khê"));
        assert_eq!(found("học tập cách làm của UBND xã An Bình"), None);
        assert_eq!(found("của UBND xã An Bình và của UBND xã Lam Khê; UBND xã An Bình, UBND xã Lam Khê"), None);
        assert_eq!(found("UBND phường 7 họp").as_deref(), Some("Ủy ban nhân dân phường 7"));
        assert_eq!(found("UBND xã đã họp"), None);
    }
}

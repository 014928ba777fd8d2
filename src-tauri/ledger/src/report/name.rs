//! Names of files: short, of plain letters, the same on every system.
//!
//! Windows and the document system of an office both refuse marks, long names, or names that stand
//! for devices (`CON`, `NUL`); a name here begins with its type's mark and is none of these.

use super::period;
use super::rows::Head;
use crate::viet::{capital, fold, from_roman, nfc};
use crate::view::{Id, ReportKind};
use crate::{Ledger, Result};
use chrono::Datelike;

/// The longest name, without its ending: `BC_CCHC_QuyIII_2026`.
const LONGEST: usize = 60;
/// How the name of a report that takes another's place ends.
const REPLACES: &str = "_ThayThe";

impl Ledger {
    /// What the files of a report are called, without their ending.
    pub fn report_file_name(&self, report: Id) -> Result<String> {
        let head = self.head(report)?;
        if let Some(about) = head.form.about() {
            let name = format!("CV_{}", joined(&tokens(about)));
            return Ok(name.get(..LONGEST).unwrap_or(&name).trim_end_matches('_').to_owned());
        }
        let name = file_name(head.kind, &head.period, &head.subject);
        if !head.about.as_ref().is_some_and(|about| about.replaces) {
            return Ok(name);
        }
        // The files of both lie in one folder: the later must not be saved over the earlier.
        let (room, nth) = (LONGEST - REPLACES.len() - 2, self.replaced_before(&head)?);
        let again = if nth > 1 { nth.to_string() } else { String::new() };
        Ok(format!("{}{REPLACES}{again}", name.get(..room).unwrap_or(&name).trim_end_matches('_')))
    }

    /// How many replacements there are up to this one: a replacement may be replaced.
    fn replaced_before(&self, head: &Head) -> Result<usize> {
        let (mut nth, mut about) = (0, head.about);
        while let Some(one) = about.filter(|one| one.replaces && nth < 99) {
            nth += 1;
            about = self.head(one.report)?.about;
        }
        Ok(nth)
    }

    /// What the files of a plan are called, without their ending: by the year its period ends in.
    pub fn plan_file_name(&self, plan: Id, progress: bool) -> Result<String> {
        Ok(plan_file_name(self.plan(plan)?.to.year(), progress))
    }
}

/// What a report's file is called, without its ending: `BC_CCHC_QuyIII_2026`.
///
/// A report of a free kind is called after its subject.
pub fn file_name(kind: ReportKind, period: &str, subject: &str) -> String {
    let when = || joined(&tokens(&period::read(kind, period).map_or_else(|_| period.to_owned(), |known| known.name)));
    let year = || Some(period.to_owned()).filter(|year| year.len() == 4 && year.parse::<u16>().is_ok());
    let name = match kind {
        ReportKind::Free if subject.chars().any(char::is_alphanumeric) => joined(&[vec!["BC".to_owned()], tokens(subject)].concat()),
        ReportKind::Free => format!("BC_{}", when()),
        ReportKind::Inspection => format!("BC_KiemTra_CCHC_{}", regular(period).or_else(year).unwrap_or_else(when)),
        _ => format!("BC_CCHC_{}", regular(period).unwrap_or_else(when)),
    };
    // All letters are of one byte here.
    name.get(..LONGEST).unwrap_or(&name).trim_end_matches('_').to_owned()
}

/// What a plan's file is called, without its ending: `KH_CCHC_2026`, or `PL_TienDo_CCHC_2026` for
/// its appendix with the progress.
pub fn plan_file_name(year: i32, progress: bool) -> String {
    format!("{}_{year}", if progress { "PL_TienDo_CCHC" } else { "KH_CCHC" })
}

/// `2026-Q3` → `QuyIII_2026`; none for a whole year.
fn regular(period: &str) -> Option<String> {
    let (year, part) = period.split_once('-').unwrap_or((period, ""));
    let year: i32 = year.parse().ok()?;
    Some(match part {
        "Q1" => format!("QuyI_{year}"),
        "Q2" => format!("QuyII_{year}"),
        "Q3" => format!("QuyIII_{year}"),
        "Q4" => format!("QuyIV_{year}"),
        "H1" => format!("6Thang_{year}"),
        "9M" => format!("9Thang_{year}"),
        _ => return None,
    })
}

/// Phrases that every office shortens.
const SHORT: [(&str, &str); 5] = [
    ("cai cach hanh chinh", "CCHC"),
    ("thu tuc hanh chinh", "TTHC"),
    ("uy ban nhan dan", "UBND"),
    ("hoi dong nhan dan", "HDND"),
    ("chuyen doi so", "CDS"),
];

/// The words of a text in plain letters, each with a capital; acronyms as they are.
fn tokens(text: &str) -> Vec<String> {
    let text = nfc(text);
    let shouts = !text.chars().any(char::is_lowercase);
    let plain = |word: &str| -> String { fold(word).replace('đ', "d").chars().filter(char::is_ascii_alphanumeric).collect() };
    let words: Vec<(String, bool)> = text
        .split(|sign: char| !sign.is_alphanumeric())
        .map(|word| (plain(word), !shouts && word.chars().filter(|sign| sign.is_uppercase()).count() > 1))
        .filter(|(word, _)| !word.is_empty())
        .collect();
    let mut rest = words.as_slice();
    let mut tokens = Vec::new();
    while let [(word, is_acronym), after @ ..] = rest {
        let short = SHORT.iter().find(|(phrase, _)| {
            let mut phrase = phrase.split(' ');
            rest.iter().by_ref().map(|(word, _)| word.as_str()).zip(phrase.by_ref()).all(|(word, wanted)| word == wanted) && phrase.next().is_none()
        });
        match short {
            Some((phrase, short)) => {
                tokens.push((*short).to_owned());
                rest = rest.get(phrase.split(' ').count()..).unwrap_or(&[]);
            }
            None => {
                let is_roman = from_roman(word).is_some() && text.contains(&word.to_ascii_uppercase());
                tokens.push(if *is_acronym || is_roman { word.to_ascii_uppercase() } else { capital(word) });
                rest = after;
            }
        }
    }
    tokens
}

/// Tokens in one name, as many as fit: `_` beside acronyms and numbers.
fn joined(tokens: &[String]) -> String {
    let stands_apart = |token: &str| {
        let acronym = token.len() > 1 && token.chars().all(|sign| sign.is_ascii_uppercase()) && from_roman(token).is_none();
        acronym || token.chars().all(|sign| sign.is_ascii_digit())
    };
    let mut name = String::new();
    let mut before = "";
    for token in tokens {
        let apart = !name.is_empty() && (stands_apart(before) || stands_apart(token));
        if name.len() + usize::from(apart) + token.len() > LONGEST {
            break;
        }
        name.push_str(if apart { "_" } else { "" });
        name.push_str(token);
        before = token;
    }
    if name.is_empty() { tokens.concat().chars().take(LONGEST).collect() } else { name }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn files_are_called_by_kind_and_period() {
        for (kind, period, subject, name) in [
            (ReportKind::Quarterly, "2026-Q1", "", "BC_CCHC_QuyI_2026"),
            (ReportKind::Quarterly, "2026-Q3", "Công tác gì đó", "BC_CCHC_QuyIII_2026"),
            (ReportKind::SixMonth, "2026-H1", "", "BC_CCHC_6Thang_2026"),
            (ReportKind::NineMonth, "2026-9M", "", "BC_CCHC_9Thang_2026"),
            (ReportKind::Annual, "2026", "", "BC_CCHC_Nam_2026"),
            (ReportKind::Inspection, "2025", "", "BC_KiemTra_CCHC_2025"),
            (ReportKind::Inspection, "2026-Q3", "", "BC_KiemTra_CCHC_QuyIII_2026"),
            (ReportKind::Free, "2025", "Công tác cải cách hành chính xã An Quang năm 2025", "BC_CongTac_CCHC_XaAnQuangNam_2025"),
            (ReportKind::Free, "2026-Q3", "Kết quả kiểm tra UBND xã, quý III/2026 (đợt 2)", "BC_KetQuaKiemTra_UBND_XaQuyIII_2026_Dot_2"),
            (ReportKind::Free, "2026", "CÔNG TÁC ĐẢNG", "BC_CongTacDang"),
            (ReportKind::Free, "2026", " – ", "BC_Nam_2026"),
            (ReportKind::Free, "??", "", "BC"),
            (ReportKind::Free, "2026", "CON", "BC_Con"),
            (
                ReportKind::Free,
                "2026",
                "Kết quả tiếp nhận, giải quyết hồ sơ thủ tục hành chính theo cơ chế một cửa, một cửa liên thông và việc số hóa hồ sơ",
                "BC_KetQuaTiepNhanGiaiQuyetHoSo_TTHC_TheoCoCheMotCuaMotCua",
            ),
        ] {
            assert_eq!(file_name(kind, period, subject), name);
        }
        assert_eq!((plan_file_name(2026, false), plan_file_name(2026, true)), ("KH_CCHC_2026".into(), "PL_TienDo_CCHC_2026".into()));
    }

    proptest! {
        #[test]
        fn any_subject_makes_a_name_that_every_system_takes(subject in any::<String>(), period in any::<String>(), kind in 0_usize..6) {
            use ReportKind::{Annual, Free, Inspection, NineMonth, Quarterly, SixMonth};
            let name = file_name([Quarterly, SixMonth, NineMonth, Annual, Inspection, Free][kind], &period, &subject);
            prop_assert!(name.len() >= 2 && name.len() <= LONGEST, "{}", name);
            prop_assert!(name.starts_with("BC") && name.chars().all(|sign| sign.is_ascii_alphanumeric() || sign == '_'), "{}", name);
            prop_assert!(!name.ends_with('_'), "{}", name);
        }
    }
}

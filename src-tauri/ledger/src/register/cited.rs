//! How a document is cited: the first time in full, later by type and number, beside a task with its day.

use super::Document;
use crate::viet::day_paper;

impl Document {
    /// `Kế hoạch số 12/KH-UBND ngày 15/01/2026 của UBND xã Lam Khê về …`: the first time (decree II.5).
    pub(crate) fn full(&self) -> String {
        let mut full = self.named();
        if let Some(day) = self.day {
            full.push_str(&format!(" ngày {}", day_paper(day)));
        }
        if !self.issuer.is_empty() {
            full.push_str(&format!(" của {}", self.issuer));
        }
        if !self.subject.is_empty() {
            full.push_str(&about(&self.subject));
        }
        full
    }

    /// `Kế hoạch số 12/KH-UBND`: later; without a number, with its day.
    pub(crate) fn short(&self) -> String {
        if self.number.is_empty() { self.beside() } else { self.named() }
    }

    /// `Kế hoạch số 12/KH-UBND`; without a number, its type alone.
    fn named(&self) -> String {
        let kind = if self.kind.is_empty() { "Văn bản" } else { &self.kind };
        if self.number.is_empty() { kind.to_owned() } else { format!("{kind} số {}", self.number) }
    }

    /// How it stands beside a task as evidence: type, number, day.
    pub(crate) fn beside(&self) -> String {
        let day = self.day.map(|day| format!(" ngày {}", day_paper(day))).unwrap_or_default();
        format!("{}{day}", self.named())
    }
}

/// A subject inside a sentence: ` về …`, ` về việc …`, or as it begins.
///
/// The mark of a letterhead, `V/v`, has no place in running text: there it is `về việc`.
fn about(subject: &str) -> String {
    let bare = |rest: &str| lower_first(rest.trim_start_matches([':', '.', '-', '–']).trim_start());
    if let Some(rest) = without(subject, &["v/v", "v.v", "vv "]).or_else(|| without(subject, &["về việc"])) {
        return format!(" về việc {}", bare(rest.trim_start())).trim_end().to_owned();
    }
    let begins = ["về ", "quy định", "ban hành", "phê duyệt", "triển khai"].iter().any(|word| without(subject, &[word]).is_some());
    format!("{}{}", if begins { " " } else { " về " }, lower_first(subject))
}

/// What follows one of some beginnings, in whatever letters it is written.
fn without<'a>(text: &'a str, beginnings: &[&str]) -> Option<&'a str> {
    beginnings.iter().find_map(|begins| {
        let end = text.char_indices().nth(begins.chars().count()).map_or(text.len(), |(at, _)| at);
        let (head, rest) = text.split_at_checked(end)?;
        (head.to_lowercase() == *begins).then_some(rest)
    })
}

/// `Triển khai …` inside a sentence; a name or an abbreviation keeps its capitals.
fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => first.to_lowercase().chain(text.chars().skip(1)).collect(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::about;

    #[test]
    fn the_mark_of_a_letterhead_is_no_part_of_a_sentence() {
        for mark in ["V/v ", "V/V ", "v/v: ", "V/v: ", "V/v", "v/v", "Vv ", "V.v ", "Về việc ", "về việc ", "VỀ VIỆC ", "Về việc: "] {
            assert_eq!(about(&format!("{mark}Báo cáo công tác CCHC quý I")), " về việc báo cáo công tác CCHC quý I", "{mark}");
            assert_eq!(about(&format!("{mark}CCHC")), " về việc CCHC", "{mark}");
        }
        for (subject, told) in [
            ("Về tuyên truyền CCHC", " về tuyên truyền CCHC"),
            ("Tuyên truyền CCHC", " về tuyên truyền CCHC"),
            ("Ban hành Kế hoạch", " ban hành Kế hoạch"),
            ("Vvv", " về vvv"),
            ("V", " về V"),
            ("V/v", " về việc"),
        ] {
            assert_eq!(about(subject), told);
        }
    }
}

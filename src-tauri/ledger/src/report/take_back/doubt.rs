//! Whether a file that names no report is of another one than it is held beside.

use super::Beside;
use super::sides::Place;
use super::versions::far;
use super::words::{Bag, tokens};
use crate::paper::Document;
use crate::store::column::parsed;
use crate::viet::from_roman;
use crate::view::Id;
use crate::{Ledger, Result};

impl Ledger {
    /// Why a file may be of another report, as a sentence; `None`: nothing speaks for that.
    ///
    /// Reports of one office are alike, and most paragraphs of one are found in another by their words. What tells them apart
    /// is which of the Word files that were saved here it is most like, and the period its title names.
    pub(super) fn doubt(&self, report: Id, beside: &Beside) -> Result<Option<String>> {
        let said = Bag::all(beside.home.iter().map(|unit| unit.plain.as_str()));
        let sql = "SELECT sent.body, sent.report FROM sent JOIN report ON report.thing = sent.report AND report.until IS NULL
                   WHERE sent.id IN (SELECT max(id) FROM sent WHERE report <> ?1 GROUP BY report, state)";
        let mut query = self.conn.prepare_cached(sql)?;
        let others = query.query_map([report], |row| Ok((parsed::<Document>(row, 0)?, row.get::<_, Id>(1)?)))?;
        let mut nearest: Option<(u32, Id)> = None;
        for other in others {
            let (document, other) = other?;
            let words = far(&document, &said);
            if words < nearest.map_or(beside.far, |(least, _)| least) {
                nearest = Some((words, other));
            }
        }
        if let Some((_, other)) = nearest {
            let name = crate::report::name(&self.head(other)?);
            return Ok(Some(format!("Tệp này giống bản Word của “{name}” hơn báo cáo đang mở.")));
        }
        let titles = beside.compared.outside.iter().filter(|(place, _, now)| *place == Place::Head && !now.to_lowercase().contains("ngày"));
        let title: Vec<&str> = titles.map(|(_, _, now)| now.as_str()).filter(|now| !periods(now).is_empty()).collect();
        Ok(is_of_another(&beside.base.subject, &title.join(" "))
            .then(|| format!("Tên trong tệp là “{}”, không phải kỳ của báo cáo đang mở.", title.join(" "))))
    }
}

/// Whether a title names a period that this subject does not, or leaves out the first one that it does.
fn is_of_another(subject: &str, title: &str) -> bool {
    let (own, named) = (periods(subject), periods(title));
    let is_strange = named.iter().any(|period| !own.contains(period));
    !named.is_empty() && own.first().is_some_and(|first| is_strange || !named.contains(first))
}

/// The periods that a title names: `quý III`, `6 tháng`, `năm 2026`, each as its word and number.
fn periods(title: &str) -> Vec<(String, u32)> {
    let words: Vec<String> = tokens(title).into_iter().map(|token| token.text.to_lowercase()).collect();
    let number = |word: Option<&String>| word.and_then(|word| word.parse().ok().or_else(|| from_roman(word)));
    let one = |(at, word): (usize, &String)| {
        let before = at.checked_sub(1).and_then(|at| number(words.get(at)));
        let behind = number(words.get(at + 1));
        match word.as_str() {
            "quý" | "năm" => behind.map(|number| (word.clone(), number)),
            "tháng" => before.map(|number| ("tháng đầu".to_owned(), number)).or_else(|| behind.map(|number| (word.clone(), number))),
            _ => None,
        }
    };
    words.iter().enumerate().filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_of_another_period_is_of_another_report() {
        let own = "Kết quả công tác Quý III năm 2026, phương hướng Quý IV năm 2026";
        for (title, expected) in [
            (own, false),
            ("KẾT QUẢ CÔNG TÁC QUÝ 3 NĂM 2026", false),
            ("Kết quả công tác cải cách hành chính", false),
            ("Kết quả công tác Quý II năm 2026", true),
            ("Kết quả công tác năm 2026 và nhiệm vụ năm 2027", true),
            ("Kết quả công tác 6 tháng đầu năm 2026", true),
        ] {
            assert_eq!(is_of_another(own, title), expected, "{title}");
        }
        assert!(is_of_another("Kết quả năm 2026", "Kết quả quý III năm 2026"));
    }
}

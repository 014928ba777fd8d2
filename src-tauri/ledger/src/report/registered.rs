//! An issued report stands in the register of documents, and is the product of a task of its own.

use super::rows::{Head, Issue};
use crate::change::Door;
use crate::paper::Document;
use crate::progress::{Facts, Occurrence, Standing};
use crate::register::Document as Registered;
use crate::status::Level;
use crate::viet::{day_screen, fold};
use crate::view::{DoneProposal, Id};
use crate::{Ledger, Result};
use chrono::{Datelike, NaiveDate};

/// The entry of a report in the register: one that stands there already, or a new one.
pub(super) struct Entry {
    id: Option<Id>,
    document: Registered,
    /// True when there is nothing to write.
    stands: bool,
}

impl Entry {
    /// The entry beside which its number stands already in the same year; `None`: there is none.
    ///
    /// `as_of`: the day of the report itself, whose year counts as long as it has no other.
    pub(super) fn number_used<'a>(&self, known: &'a [Registered], as_of: NaiveDate) -> Option<&'a Registered> {
        let own = Registered { day: self.document.day.or(Some(as_of)), ..self.document.clone() };
        known.iter().find(|one| Some(one.id) != self.id && one.repeats(&own))
    }

    pub(super) fn keep(&self, door: &mut Door<'_>) -> Result<Id> {
        match self.id {
            Some(id) if self.stands => Ok(id),
            id => door.keep_document(id, &self.document),
        }
    }
}

impl Ledger {
    /// What the register says of an issued report; nothing before it has its number.
    ///
    /// An entry with the same number and year that the officer made is taken as it is.
    pub(super) fn entry_of(&self, head: &Head, paper: &Document, issue: &Issue) -> Result<Option<Entry>> {
        let (Some(number), false) = (&paper.letterhead.number, issue.number.is_empty()) else { return Ok(None) };
        let issuer = self.office_on(Some(head.as_of))?.map(|office| office.form.short).unwrap_or_default();
        let kind = paper.called();
        let subject = if paper.subject.is_empty() { paper.letterhead.about.clone().unwrap_or_default() } else { paper.subject.replace('\n', " ") };
        let document = Registered {
            id: issue.document.unwrap_or_default(),
            kind,
            number: format!("{}/{}", issue.number, number.symbol),
            day: issue.day,
            issuer,
            subject,
            field: String::new(),
        };
        let known = self.documents()?;
        if let Some(own) = known.iter().find(|one| Some(one.id) == issue.document) {
            // What the officer wrote of it in the register stays; number and day are those of the issue.
            let document = Registered { number: document.number, day: document.day.or(own.day), ..own.clone() };
            return Ok(Some(Entry { id: Some(own.id), stands: document == *own, document }));
        }
        // An entry that is another report's stays that report's: the number is then used twice, and both say so.
        let taken = self.issued_documents()?;
        let same = known.iter().filter(|one| !taken.contains(&one.id)).find(|one| {
            let ours = one.issuer.is_empty() || fold(&one.issuer) == fold(&document.issuer);
            ours && fold(&one.kind) == fold(&document.kind)
                && one.number == document.number
                && (one.day.is_none() || one.day.map(|day| day.year()) == Some(document.day.map_or(head.as_of.year(), |day| day.year())))
        });
        Ok(Some(Entry {
            id: same.map(|one| one.id),
            stands: same.is_some_and(|one| document.day.is_none() || one.day == document.day),
            document: same.map_or(document.clone(), |one| Registered { day: document.day.or(one.day), ..one.clone() }),
        }))
    }

    /// The tasks a report is itself the product of: an open row that asks for a report on CCHC; of a recurring
    /// one the occurrence of the report's own period, however late it is issued.
    ///
    /// Nothing before its number and day are known, or once its entry in the register proves a task.
    pub(super) fn own_tasks(&self, report: Id) -> Result<Vec<DoneProposal>> {
        let Some((_, Issue { day: Some(day), document: Some(document), .. })) = self.issue(report)? else { return Ok(Vec::new()) };
        let Some(entry) = self.documents()?.into_iter().find(|one| one.id == document) else { return Ok(Vec::new()) };
        let head = self.head(report)?;
        if self.is_cited(document)? || head.about.is_some() {
            return Ok(Vec::new());
        }
        let mut known: Vec<Facts> = Vec::new();
        // The report of a year is issued in the next one, and is still a task of its own year.
        if let Some(plan) = self.main_plan_on(head.window.last)? {
            known.push(self.plan_facts(plan.id, day)?);
        }
        for level in [Level::Above, Level::Own] {
            known.push(self.assigned_facts(level, day)?);
        }
        let mut proposals = Vec::new();
        for facts in &known {
            for (task, standing) in facts.tasks.iter().zip(facts.standings(day)) {
                let words = &task.words;
                if standing.is_settled() || !asks_for_a_report(&words.content, &words.product) {
                    continue;
                }
                let occurrences = facts.occurrences(task.id);
                // The one whose last day comes first after the period's.
                let own = occurrences.iter().filter(|one| one.last >= head.window.last).min_by_key(|one| one.last);
                let is_done = |one: &Occurrence| Standing::of_occurrence(facts, task, one, day).is_settled();
                if !occurrences.is_empty() && own.is_none_or(is_done) {
                    continue;
                }
                let due = own.map(|one| format!(", lần đến hạn {}", day_screen(one.last))).unwrap_or_default();
                proposals.push(DoneProposal {
                    document,
                    task: task.id,
                    tt: words.tt.clone(),
                    content: words.content.clone(),
                    day,
                    occurrence: own.map(|one| one.id),
                    sentence: format!("{} có vẻ là sản phẩm của TT {}{due}.", entry.beside(), words.tt),
                });
            }
        }
        proposals.truncate(MOST);
        Ok(proposals)
    }
}

/// Tasks proposed for one report.
const MOST: usize = 3;

/// True for a row whose product is a report on administrative reform: not on a part of it, not a plan.
pub(super) fn asks_for_a_report(content: &str, product: &str) -> bool {
    let (content, product) = (fold(content), fold(product));
    let speaks = content.contains("cai cach hanh chinh") || content.contains("cchc");
    let reports = content.split(|sign: char| !sign.is_alphanumeric()).collect::<Vec<_>>().windows(2).any(|pair| pair == ["bao", "cao"]);
    speaks && reports && (product.is_empty() || product.contains("bao cao"))
}

#[cfg(test)]
mod tests {
    use super::asks_for_a_report;

    #[test]
    fn the_row_of_the_report_is_known() {
        for (content, product, asks) in [
            ("Báo cáo công tác cải cách hành chính định kỳ", "Báo cáo của UBND xã", true),
            ("Tổng hợp, báo cáo kết quả CCHC hằng quý, 6 tháng, năm", "Báo cáo", true),
            ("Ban hành Kế hoạch cải cách hành chính", "Kế hoạch", false),
            ("Tuyên truyền cải cách hành chính", "Báo cáo", false),
            ("Báo cáo kết quả rà soát văn bản", "Báo cáo", false),
        ] {
            assert_eq!(asks_for_a_report(content, product), asks, "{content}");
        }
    }
}

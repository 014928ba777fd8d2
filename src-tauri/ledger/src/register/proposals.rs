//! A document that was registered may be the product of a task: the task is proposed as done on its day.

use super::Document;
use crate::progress::Facts;
use crate::status::Level;
use crate::viet::fold;
use crate::view::{CitedRow, DoneProposal, Id};
use crate::{Ledger, Result};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// So much of a subject must be in the words of a task, in hundredths.
const ENOUGH: usize = 60;
/// And so many words at least.
const WORDS: usize = 3;
/// Tasks proposed for one document.
const MOST: usize = 3;

/// Words that tell nothing of what a document is about.
const COMMON: [&str; 20] = [
    "ve", "viec", "cua", "va", "cac", "cho", "trong", "tren", "dia", "ban", "nam", "xa", "phuong", "ubnd", "thuc", "hien", "cong", "tac", "trien",
    "khai",
];

impl Ledger {
    /// Open tasks whose product a document of the office seems to be; documents cited already are left out.
    pub(super) fn done_proposals(&self, documents: &[Document], cited: &[(Id, CitedRow)], today: NaiveDate) -> Result<Vec<DoneProposal>> {
        let office = self.office_on(Some(today))?.map(|office| (fold(&office.form.short), fold(&office.form.name))).unwrap_or_default();
        let ours = |document: &&Document| {
            let issuer = fold(&document.issuer);
            issuer.is_empty() || issuer == office.0 || issuer == office.1
        };
        let free: Vec<&Document> = documents.iter().filter(ours).filter(|one| !cited.iter().any(|(id, _)| *id == one.id)).collect();
        if free.is_empty() {
            return Ok(Vec::new());
        }
        let mut known: Vec<Facts> = Vec::new();
        for plan in self.plans()?.into_iter().filter(|plan| plan.from <= today) {
            known.push(self.plan_facts(plan.id, today)?);
        }
        for level in [Level::Above, Level::Own] {
            known.push(self.assigned_facts(level, today)?);
        }
        let mut proposals = Vec::new();
        for document in free {
            let Some(day) = document.day.filter(|day| *day <= today) else { continue };
            let mut fits: Vec<(usize, DoneProposal)> = Vec::new();
            for facts in &known {
                for (task, standing) in facts.tasks.iter().zip(facts.standings(day)) {
                    let words = &task.words;
                    let Some(score) = fit(document, &words.content, &words.product).filter(|_| !standing.is_settled()) else { continue };
                    let sentence = format!("{} có vẻ là sản phẩm của TT {}.", document.beside(), words.tt);
                    let (tt, content) = (words.tt.clone(), words.content.clone());
                    fits.push((score, DoneProposal { document: document.id, task: task.id, tt, content, day, occurrence: None, sentence }));
                }
            }
            fits.sort_by_key(|(score, one)| (std::cmp::Reverse(*score), one.task));
            let best = fits.first().map_or(0, |(score, _)| *score);
            // A task that fits far worse than the best is no proposal.
            proposals.extend(fits.into_iter().filter(|(score, _)| *score + 15 >= best).take(MOST).map(|(_, one)| one));
        }
        Ok(proposals)
    }
}

/// How well a document fits a task, in hundredths of its subject's words; `None`: not enough.
fn fit(document: &Document, content: &str, product: &str) -> Option<usize> {
    let kind = fold(&document.kind);
    let (content, product) = (fold(content), fold(product));
    // The type must be asked for: by the product, or by the task itself ("Ban hành Kế hoạch …").
    if kind.is_empty() || !(product.contains(&kind) || content.contains(&kind)) {
        return None;
    }
    let telling = |text: &str| -> BTreeSet<String> {
        let words = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty() && !COMMON.contains(word));
        words.map(str::to_owned).collect()
    };
    let subject = telling(&fold(&document.subject));
    let task = telling(&content);
    let common = subject.intersection(&task).count();
    let score = common * 100 / subject.len().max(1);
    // A year that the task names and the document does not share speaks against it.
    let years = |words: &BTreeSet<String>| words.iter().filter(|word| word.len() == 4 && word.starts_with("20")).cloned().collect::<BTreeSet<_>>();
    let (own, other) = (years(&subject), years(&task));
    let clash = !own.is_empty() && !other.is_empty() && own.is_disjoint(&other);
    (common >= WORDS && score >= ENOUGH && !clash).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_fits_the_task_it_is_the_product_of() {
        let document = |kind: &str, subject: &str| Document { kind: kind.into(), subject: subject.into(), ..Document::default() };
        let plan = "Ban hành Kế hoạch tuyên truyền cải cách hành chính năm 2026";
        for (kind, subject, content, product, fits) in [
            ("Kế hoạch", "tuyên truyền cải cách hành chính năm 2026", plan, "Kế hoạch của UBND xã", true),
            ("Kế hoạch", "Tuyên truyền CCHC", plan, "Kế hoạch", false),
            ("Báo cáo", "tuyên truyền cải cách hành chính năm 2026", plan, "Kế hoạch", false),
            ("Kế hoạch", "tuyên truyền cải cách hành chính năm 2025", plan, "Kế hoạch", false),
            ("Kế hoạch", "phòng cháy, chữa cháy rừng mùa khô", plan, "Kế hoạch", false),
            ("Báo cáo", "kết quả rà soát văn bản quy phạm pháp luật", "Rà soát văn bản quy phạm pháp luật", "Báo cáo kết quả", true),
        ] {
            assert_eq!(fit(&document(kind, subject), content, product).is_some(), fits, "{kind} {subject}");
        }
    }
}

//! The history of a task, each entry as a sentence.

use super::{Entry, Facts, Said};
use crate::viet::day_screen;
use crate::view::HistoryRow;

impl Facts<Entry> {
    /// What was noted of a task, latest first, corrected entries included.
    pub(crate) fn history(&self, task: crate::view::Id) -> Vec<HistoryRow> {
        self.entries(task)
            .iter()
            .rev()
            .map(|entry| HistoryRow {
                entry: Some(entry.id),
                day: entry.day,
                moment: entry.moment,
                person: entry.person.clone(),
                kind: entry.said.name().to_owned(),
                sentence: self.sentence(entry),
                note: entry.note.clone(),
                evidence: entry.evidence.clone(),
                reason: entry.reason.clone(),
                new_last: entry.new_last,
                percent: entry.percent,
                counts: entry.counts,
                occurrence: entry.occurrence,
                unit: entry.unit.clone(),
                documents: self.cited(entry.id),
                superseded: self.is_superseded(entry.id),
            })
            .collect()
    }

    fn sentence(&self, entry: &Entry) -> String {
        let day = day_screen(entry.day);
        let mut sentence = match (entry.said, entry.new_last) {
            (Said::Extended, Some(last)) => format!("Ngày {day} được gia hạn đến hết {}", day_screen(last)),
            (said, _) => format!("Ngày {day}: {}", said.words()),
        };
        if !entry.unit.is_empty() {
            sentence.push_str(&format!(" phần của {}", entry.unit));
        }
        if let Some(percent) = entry.percent {
            sentence.push_str(&format!(" ({percent}%)"));
        }
        if let Some(occurrence) = self.occurrences(entry.task).iter().find(|one| Some(one.id) == entry.occurrence) {
            sentence.push_str(&format!(", lần đến hạn {}", day_screen(occurrence.last)));
        }
        if !entry.reason.is_empty() {
            let word = if entry.said == Said::Extended { "theo" } else { "lý do:" };
            sentence.push_str(&format!(", {word} {}", entry.reason));
        }
        if entry.said == Said::Stopped && !entry.counts {
            sentence.push_str(", không tính vào tổng số");
        }
        let proof = self.proof(entry);
        if !proof.is_empty() {
            sentence.push_str(&format!("; tài liệu kiểm chứng: {proof}"));
        }
        if self.is_superseded(entry.id) {
            sentence.push_str(" (đã sửa bằng mục sau)");
        } else if entry.corrects.is_some() {
            sentence.push_str(" (sửa mục trước)");
        }
        sentence.push('.');
        sentence
    }
}

//! What was noted of a set of tasks, ready to be counted or told.

mod by_task;

use super::{Entry, Said};
use crate::deadline::{Span, pairs};
use crate::plan::Task;
use crate::register::Document;
use crate::view::Id;
use crate::{Ledger, Result};
use by_task::{ByTask, OfTask};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// What counts of an entry: all but its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) id: Id,
    pub(crate) task: Id,
    pub(crate) occurrence: Option<Id>,
    pub(crate) day: NaiveDate,
    pub(crate) said: Said,
    pub(crate) percent: Option<u8>,
    pub(crate) new_last: Option<NaiveDate>,
    pub(crate) counts: bool,
    /// The lead unit it speaks of, as the row's cell names it; empty: the whole row.
    pub(crate) unit: String,
    pub(crate) corrects: Option<Id>,
    /// The change that first wrote it: the order of two entries of one day.
    pub(crate) change: Id,
}

/// A mark, with or without the words around it.
pub(crate) trait Noted: Clone {
    fn mark(&self) -> &Mark;
    fn mark_mut(&mut self) -> &mut Mark;
}

impl Noted for Mark {
    fn mark(&self) -> &Mark {
        self
    }

    fn mark_mut(&mut self) -> &mut Mark {
        self
    }
}

impl Noted for Entry {
    fn mark(&self) -> &Mark {
        &self.mark
    }

    fn mark_mut(&mut self) -> &mut Mark {
        &mut self.mark
    }
}

/// Lần thực hiện: one period of a recurring task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Occurrence {
    pub(crate) id: Id,
    pub(crate) task: Id,
    pub(crate) first: NaiveDate,
    pub(crate) last: NaiveDate,
}

/// Tasks with everything that was noted of them: marks to count, or whole entries to tell.
#[derive(Debug)]
pub(crate) struct Facts<E = Mark> {
    pub(crate) tasks: Vec<Task>,
    entries: ByTask<E>,
    occurrences: ByTask<Occurrence>,
    superseded: BTreeSet<Id>,
    /// Documents of the register that entries cite.
    cited: BTreeMap<Id, Vec<Document>>,
}

impl<E: Noted> OfTask for E {
    type Order = (NaiveDate, Id, Id);

    fn task(&self) -> Id {
        self.mark().task
    }

    fn order(&self) -> Self::Order {
        (self.mark().day, self.mark().change, self.mark().id)
    }
}

impl OfTask for Occurrence {
    type Order = (NaiveDate, NaiveDate, Id);

    fn task(&self) -> Id {
        self.task
    }

    fn order(&self) -> Self::Order {
        (self.first, self.last, self.id)
    }
}

impl<E: Noted> Facts<E> {
    /// The entries of a task, by day, then by the order they were noted in; corrected ones too.
    pub(crate) fn entries(&self, task: Id) -> &[E] {
        self.entries.of(task)
    }

    /// The occurrences of a task, in order.
    pub(crate) fn occurrences(&self, task: Id) -> &[Occurrence] {
        self.occurrences.of(task)
    }

    /// True when a later entry replaced this one.
    pub(crate) fn is_superseded(&self, entry: Id) -> bool {
        self.superseded.contains(&entry)
    }

    fn new(tasks: Vec<Task>, entries: Vec<E>, occurrences: Vec<Occurrence>, kin: &[(Id, Id)]) -> Facts<E> {
        let superseded = entries.iter().filter_map(|entry| entry.mark().corrects).collect();
        let mut facts = Facts { tasks, entries: ByTask::new(entries), occurrences: ByTask::new(occurrences), superseded, cited: BTreeMap::new() };
        facts.share(kin);
        facts
    }

    /// Gives each task the entries of its kin.
    ///
    /// An occurrence is the one that its period goes on in. A period that was noted does not
    /// make a row without periods done, only begun.
    fn share(&mut self, kin: &[(Id, Id)]) {
        let mut shared = Vec::new();
        for (task, other) in kin {
            let own = self.occurrences(*task);
            let theirs = self.occurrences(*other);
            let spans = |all: &[Occurrence]| all.iter().map(|one| Span { first: one.first, last: one.last }).collect::<Vec<_>>();
            let same = pairs(&spans(theirs), &spans(own));
            for entry in self.entries(*other).iter().filter(|entry| entry.mark().said != Said::Extended) {
                let period = theirs.iter().position(|one| Some(one.id) == entry.mark().occurrence);
                let occurrence = match period {
                    None => None,
                    // A period of the other's own: it tells that the row was begun.
                    Some(_) if own.is_empty() => entry.mark().occurrence,
                    Some(period) => match same.get(period).copied().flatten().and_then(|place| own.get(place)) {
                        Some(same) => Some(same.id),
                        None => continue,
                    },
                };
                // Where the units of the two differ, a tick of one says nothing of the other.
                let mut entry = entry.clone();
                (entry.mark_mut().task, entry.mark_mut().occurrence) = (*task, occurrence);
                shared.push(entry);
            }
        }
        if !shared.is_empty() {
            self.entries.add(shared);
        }
    }
}

impl Facts<Entry> {
    /// The documents of the register that an entry cites.
    pub(crate) fn cited(&self, entry: Id) -> Vec<Id> {
        self.cited.get(&entry).map(|cited| cited.iter().map(|document| document.id).collect()).unwrap_or_default()
    }

    /// What proves an entry: documents of the register, then what was typed.
    pub(crate) fn proof(&self, entry: &Entry) -> String {
        let mut proofs: Vec<String> = self.cited.get(&entry.id).map(|cited| cited.iter().map(Document::beside).collect()).unwrap_or_default();
        proofs.extend(Some(entry.evidence.clone()).filter(|typed| !typed.is_empty()));
        proofs.join("; ")
    }
}

impl Ledger {
    /// What counts of a set of tasks; a few queries, however many they are.
    ///
    /// What was noted of a linked task, or of the rows an amendment put in each other's place, counts for all;
    /// extensions do not, for each has its own deadline.
    pub(crate) fn facts(&self, tasks: Vec<Task>) -> Result<Facts> {
        let kin = self.kin(&tasks)?;
        let Some((low, high)) = ends(&tasks, &kin) else { return Ok(Facts::new(tasks, Vec::new(), Vec::new(), &[])) };
        Ok(Facts::new(tasks, self.marks_between(low, high)?, self.occurrences_between(low, high)?, &kin))
    }

    /// The same with the words of each entry and the documents it cites.
    pub(crate) fn told_facts(&self, tasks: Vec<Task>) -> Result<Facts<Entry>> {
        let kin = self.kin(&tasks)?;
        let Some((low, high)) = ends(&tasks, &kin) else { return Ok(Facts::new(tasks, Vec::new(), Vec::new(), &[])) };
        let mut facts = Facts::new(tasks, self.entries_between(low, high)?, self.occurrences_between(low, high)?, &kin);
        for (entry, document) in self.evidence_of_entries(low, high)? {
            facts.cited.entry(entry).or_default().push(document);
        }
        Ok(facts)
    }

    /// Each task with every other whose progress counts for it too, however many links lie between.
    fn kin(&self, tasks: &[Task]) -> Result<Vec<(Id, Id)>> {
        let mut beside: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for (one, other) in self.links()? {
            beside.entry(one).or_default().push(other);
            beside.entry(other).or_default().push(one);
        }
        let mut kin = Vec::new();
        for task in tasks.iter().filter(|task| beside.contains_key(&task.id)) {
            let mut found = vec![task.id];
            let mut at = 0;
            while let Some(one) = found.get(at).copied() {
                let new = beside.get(&one).into_iter().flatten().filter(|other| !found.contains(other)).copied();
                let new: Vec<Id> = new.collect();
                found.extend(new);
                at += 1;
            }
            kin.extend(found.into_iter().skip(1).map(|other| (task.id, other)));
        }
        Ok(kin)
    }
}

/// The lowest and the highest of tasks and their kin. What lies between and was not asked for is
/// read too, and left lying: one range is quicker than a question for each.
fn ends(tasks: &[Task], kin: &[(Id, Id)]) -> Option<(Id, Id)> {
    let all = || tasks.iter().map(|task| task.id).chain(kin.iter().map(|(_, other)| *other));
    Some((all().min()?, all().max()?))
}

//! Phụ lục: the appendices of a report, in order: the plan with its progress, a table of the figures,
//! papers of the officer's own.
//!
//! The text points to an appendix by its key; which number that is, is told whenever the report is read.
//! What an officer writes in one is a section like any other, kept behind those of the body.

mod carry;
mod cite;
mod figures;
mod keep;
mod plan;
mod show;

pub(super) use carry::{annexes_of_taken, leave_behind, new_annexes, with_titles};
pub(super) use cite::{phrase, point_to_figures, pointer};

use super::document::each_inline;
use super::rows::{Head, SectionRow};
use crate::deadline::Span;
use crate::figures::Figures;
use crate::paper::{Appendix, Block, Inline};
use crate::viet::roman;
use crate::{Ledger, Result};
use serde::{Deserialize, Serialize};

/// What the keys of sections begin with that stand in an appendix.
const OWN: &str = "phu-luc-";
/// The key of the plan.
pub(super) const PLAN: &str = "ke-hoach";
/// The key of the table of figures.
pub(super) const FIGURES: &str = "so-lieu";

/// An appendix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::report) struct Annex {
    /// What the text points to it by; of one of the officer's own that of its section too.
    pub(super) key: String,
    /// Its title, as typed; empty: the usual one of its kind.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub(super) title: String,
    #[serde(flatten)]
    pub(super) what: What,
}

/// What stands in an appendix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "lowercase")]
pub(in crate::report) enum What {
    /// The main plan with its progress.
    Plan,
    /// The figures of the report's window.
    Figures {
        /// Beside those of the window before and of a year earlier.
        #[serde(default)]
        compared: bool,
        /// Figures nobody told stand there too, blank.
        #[serde(default)]
        blank: bool,
    },
    /// Tables and text of the officer's own.
    Own {
        /// Across, for wide tables.
        #[serde(default)]
        landscape: bool,
    },
}

impl Annex {
    pub(super) fn plan() -> Annex {
        Annex { key: PLAN.to_owned(), title: String::new(), what: What::Plan }
    }

    pub(super) fn figures() -> Annex {
        Annex { key: FIGURES.to_owned(), title: String::new(), what: What::Figures { compared: false, blank: false } }
    }

    pub(super) fn own(uid: &str, title: &str, landscape: bool) -> Annex {
        Annex { key: format!("{OWN}{uid}"), title: title.to_owned(), what: What::Own { landscape } }
    }

    fn is_plan(&self) -> bool {
        self.what == What::Plan
    }
}

impl SectionRow {
    /// Whether it stands in an appendix, not in the body.
    pub(in crate::report) fn is_annex(&self) -> bool {
        self.key.starts_with(OWN)
    }

    /// What sentences call it: `Mục II.1 Thể chế`, `Phụ lục II “Danh sách”`.
    pub(in crate::report) fn whose(&self) -> String {
        match (self.is_annex(), format!("{} {}", self.number, self.title).trim()) {
            (true, _) => format!("{} “{}”", self.number, self.title),
            (false, "") => "Phần không có tiêu đề".to_owned(),
            (false, name) => format!("Mục {name}"),
        }
    }
}

impl Head {
    /// Whether the paper has a number that its appendices refer to: one that was issued with a Decision has none.
    fn has_number(&self) -> bool {
        self.form.taken.as_ref().is_none_or(|taken| taken.letterhead.number.is_some())
    }

    /// The appendices in order. A report that names none has the plan or nothing, as it was begun.
    pub(super) fn annexes(&self) -> Vec<Annex> {
        let mut annexes: Vec<Annex> = self.form.annexes.iter().filter(|annex| self.appendix || !annex.is_plan()).cloned().collect();
        if self.appendix && !annexes.iter().any(Annex::is_plan) {
            annexes.insert(0, Annex::plan());
        }
        annexes
    }

    /// With one more at the end.
    pub(super) fn with_annex(&self, annex: Annex) -> Head {
        let mut annexes = self.annexes();
        annexes.push(annex);
        self.with_annexes(annexes)
    }

    pub(super) fn with_annexes(&self, annexes: Vec<Annex>) -> Head {
        let mut head = self.clone();
        head.appendix = annexes.iter().any(Annex::is_plan);
        let is_usual = annexes.is_empty() || annexes == [Annex::plan()];
        head.form.annexes = if is_usual { Vec::new() } else { annexes };
        head
    }
}

/// Which number each appendix has.
#[derive(Debug, Clone, Default)]
pub(in crate::report) struct Numbers {
    /// Those that came with a paper that was taken in stand first.
    taken: usize,
    keys: Vec<String>,
}

impl Numbers {
    /// `Phụ lục`, or `Phụ lục II` among several; nothing for one that is not there.
    pub(in crate::report) fn word(&self, key: &str) -> Option<String> {
        let at = self.keys.iter().position(|one| one == key)?;
        let all = self.taken + self.keys.len();
        let number = u32::try_from(self.taken + at + 1).ok()?;
        Some(if all == 1 { "Phụ lục".to_owned() } else { format!("Phụ lục {}", roman(number)) })
    }

    /// Gives sections that stand in appendices the number these have now.
    pub(in crate::report) fn number(&self, sections: &mut [SectionRow]) {
        for section in sections.iter_mut().filter(|section| section.is_annex()) {
            section.number = self.word(&section.key).unwrap_or_default();
        }
    }

    /// The key of an appendix by its word.
    pub(in crate::report) fn key(&self, word: &str) -> Option<&str> {
        self.keys.iter().find(|key| self.word(key).as_deref() == Some(word)).map(String::as_str)
    }

    /// Gives every word that points to an appendix its number; one whose appendix is gone stays without.
    pub(in crate::report) fn name(&self, blocks: &mut [Block]) {
        for block in blocks {
            each_inline(block, &mut |piece| {
                if let Inline::Annex(annex) = piece {
                    annex.shown = self.word(&annex.annex);
                }
            });
        }
    }
}

/// Whether blocks point to an appendix.
pub(in crate::report) fn points_to(blocks: &[Block], key: &str) -> bool {
    let mut found = false;
    for block in blocks {
        each_inline(&mut block.clone(), &mut |piece| found |= matches!(piece, Inline::Annex(annex) if annex.annex == key));
    }
    found
}

impl Ledger {
    /// The numbers of a report's appendices: a plan that is not there has none.
    pub(super) fn annex_numbers(&self, head: &Head) -> Result<Numbers> {
        let has_plan = head.appendix && self.main_plan_on(head.as_of)?.is_some() && head.has_number();
        let keys = head.annexes().into_iter().filter(|annex| has_plan || !annex.is_plan()).map(|annex| annex.key).collect();
        Ok(Numbers { taken: head.form.taken.as_ref().map_or(0, |taken| taken.appendices.len()), keys })
    }

    /// The windows that the table of figures stands beside, where it does.
    pub(super) fn beside_figures(&self, head: &Head) -> Result<Option<[Span; 2]>> {
        let compared = head.annexes().iter().any(|annex| matches!(annex.what, What::Figures { compared: true, .. }));
        compared.then(|| self.compared_windows(head.window)).transpose()
    }

    /// The appendices as they are printed, each under the reference to its report; `beside`: see [`Self::beside_figures`].
    pub(super) fn annex_documents(
        &self,
        head: &Head,
        reference: &str,
        bodies: &[(String, Vec<Block>)],
        (known, beside): (&Figures, Option<[Span; 2]>),
    ) -> Result<Vec<Appendix>> {
        let mut printed = Vec::new();
        for annex in head.annexes() {
            let made = match &annex.what {
                What::Plan => match self.main_plan_on(head.as_of)?.filter(|_| head.has_number()) {
                    Some(plan) => self.plan_appendix(&plan, Some(head.as_of), head.as_of, reference.to_owned())?,
                    None => continue,
                },
                What::Figures { compared, blank } => {
                    let beside = beside.filter(|_| *compared);
                    let body = super::document::resolved(&figures::table(known, head, beside, *blank), known);
                    let title = figures::title(head)?;
                    Appendix { title, reference: reference.to_owned(), list: false, landscape: *compared, body: vec![body], charts: Vec::new() }
                }
                What::Own { landscape } => {
                    let body = bodies.iter().find(|(key, _)| *key == annex.key).map(|(_, blocks)| blocks.clone()).unwrap_or_default();
                    Appendix { title: String::new(), reference: reference.to_owned(), list: false, landscape: *landscape, body, charts: Vec::new() }
                }
            };
            let title = if annex.title.is_empty() { made.title } else { annex.title.clone() }.to_uppercase();
            printed.push(Appendix { title, ..made });
        }
        Ok(printed)
    }
}

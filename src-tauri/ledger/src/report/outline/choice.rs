//! Which outlines there are: the officer's copies, and of the ones that ship those never touched.

use super::rows::Copy;
use super::{Outline, SHIPPED, parse};
use crate::change::Door;
use crate::view::{Id, OutlineChoice, ReportKind};
use crate::{Ledger, Problem, Result};

/// An outline that can be chosen.
#[derive(Debug, Clone)]
pub(in crate::report) struct Choice {
    /// Its copy in the ledger; `None`: it stands only among those that ship.
    pub(super) copy: Option<Copy>,
    /// The text it ships as, in the program's own version; `None`: the office's own.
    pub(super) ships: Option<&'static str>,
    /// The kinds of report it is proposed for.
    pub(super) kinds: Vec<ReportKind>,
    pub(in crate::report) outline: Outline,
}

impl Ledger {
    /// Every outline: those that ship in their order, then the office's own.
    pub(super) fn outlines(&self) -> Result<Vec<Choice>> {
        let mut copies = self.outline_copies()?;
        let taken: Vec<ReportKind> = copies.iter().flat_map(|copy| copy.kinds.clone()).collect();
        let mut choices = Vec::new();
        for text in SHIPPED {
            let outline = parse(text)?;
            let at = copies.iter().position(|copy| copy.outline.set == outline.set);
            choices.push(match at.map(|at| copies.remove(at)) {
                Some(copy) => Choice { kinds: copy.kinds.clone(), outline: copy.outline.clone(), copy: Some(copy), ships: Some(text) },
                None => {
                    // A copy that a kind was given to has it alone.
                    let kinds = outline.kinds.iter().copied().filter(|kind| !taken.contains(kind)).collect();
                    Choice { copy: None, ships: Some(text), kinds, outline }
                }
            });
        }
        choices.extend(copies.into_iter().map(|copy| Choice {
            kinds: copy.kinds.clone(),
            outline: copy.outline.clone(),
            copy: Some(copy),
            ships: None,
        }));
        Ok(choices)
    }

    /// The outline of a set. Error: there is none.
    pub(super) fn outline(&self, set: &str) -> Result<Choice> {
        let found = self.outlines()?.into_iter().find(|choice| choice.outline.set == set);
        found.ok_or_else(|| Problem::NotFound("đề cương").into())
    }

    /// The outline a report begins with: the one asked for, else the one for its kind.
    pub(in crate::report) fn outline_for(&self, kind: ReportKind, set: Option<&str>) -> Result<Choice> {
        if let Some(set) = set {
            return self.outline(set);
        }
        let choices = self.outlines()?;
        let usual = choices.iter().find(|choice| choice.kinds.contains(&kind));
        // The officer may have taken a kind from all of them.
        let first = || choices.iter().find(|choice| choice.outline.kinds.contains(&kind)).or(choices.first());
        usual.or_else(first).cloned().ok_or_else(|| Problem::NotFound("đề cương").into())
    }

    /// The outlines a new report can begin with.
    pub(in crate::report) fn outline_choices(&self) -> Result<Vec<OutlineChoice>> {
        let shown = |choice: Choice| OutlineChoice {
            set: choice.outline.set,
            name: choice.outline.name,
            kinds: choice.kinds,
            sections: u32::try_from(choice.outline.sections.iter().filter(|section| section.level > 0).count()).unwrap_or(u32::MAX),
        };
        Ok(self.outlines()?.into_iter().map(shown).collect())
    }
}

impl Choice {
    /// Its id in the ledger, copied in first where it never was.
    pub(in crate::report) fn copied_in(&self, door: &mut Door) -> Result<Id> {
        match (&self.copy, self.ships) {
            (Some(copy), _) => Ok(copy.id),
            (None, Some(text)) => door.copy_outline_in(&self.outline.set, self.outline.version, text, text, &self.kinds),
            (None, None) => Err(Problem::NotFound("đề cương").into()),
        }
    }
}

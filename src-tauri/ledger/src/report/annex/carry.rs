//! The appendices of an earlier report as those of a new one.

use super::{Annex, What, cite};
use crate::report::rows::{Head, SectionRow};

/// Appendices that came with a paper that was taken in go on as the officer's own.
pub(in crate::report) fn annexes_of_taken(old: &Head, annexes: &mut Vec<Annex>, sections: &mut Vec<SectionRow>) {
    let Some(taken) = &old.form.taken else { return };
    for (nth, appendix) in taken.appendices.iter().enumerate() {
        let annex = Annex::own(&format!("cu-{nth}"), &appendix.title, appendix.landscape);
        let row = SectionRow {
            key: annex.key.clone(),
            level: 1,
            number: String::new(),
            title: annex.title.clone(),
            writable: true,
            hint: String::new(),
            blocks: appendix.blocks().into_owned(),
        };
        annexes.insert(nth.min(annexes.len()), annex);
        sections.push(row);
    }
}

/// The appendices a new report begins with: the plan as it was asked for.
pub(in crate::report) fn new_annexes(mut annexes: Vec<Annex>, plan: bool) -> Vec<Annex> {
    annexes.retain(|annex| plan || annex.what != What::Plan);
    if plan && annexes.iter().all(|annex| annex.what != What::Plan) {
        annexes.insert(0, Annex::plan());
    }
    annexes
}

/// The head with the titles its appendices have now; those of the officer's own that came over empty are left behind.
pub(in crate::report) fn with_titles(head: Head, sections: &[SectionRow], renamed: impl Fn(&str) -> String) -> Head {
    let mut annexes = head.annexes();
    annexes.retain_mut(|annex| match annex.what {
        What::Own { .. } => match sections.iter().find(|section| section.key == annex.key) {
            Some(section) => {
                annex.title.clone_from(&section.title);
                true
            }
            None => false,
        },
        What::Plan | What::Figures { .. } => {
            annex.title = renamed(&annex.title);
            true
        }
    });
    head.with_annexes(annexes)
}

/// Takes out of the text what points to appendices that did not come over.
pub(in crate::report) fn leave_behind(old: &Head, head: &Head, sections: &mut [SectionRow]) {
    let kept = head.annexes();
    for gone in old.annexes().iter().filter(|annex| kept.iter().all(|one| one.key != annex.key)) {
        cite::unpoint(sections, &gone.key, &[]);
    }
}

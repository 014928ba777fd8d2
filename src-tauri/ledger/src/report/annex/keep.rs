//! Phụ lục added, changed, moved, taken out, pointed to: each one change, the text with it.

use super::{Annex, What, cite, points_to};
use crate::change::{Done, Door};
use crate::office::{Office, required};
use crate::paper::Block;
use crate::report::outline::Words;
use crate::report::rows::{Head, SectionRow};
use crate::report::{lower, name, period};
use crate::view::{AnnexForm, AnnexKind, Id, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};

/// Where the sections of appendices begin: behind all those of the body.
const BEHIND: i64 = 10_000;

/// A report while its appendices change.
struct Draft {
    report: Id,
    /// The appendix that changes.
    key: String,
    head: Head,
    annexes: Vec<Annex>,
    sections: Vec<SectionRow>,
}

impl Ledger {
    /// Adds an appendix at the end, and points to it in the text: where the outline tells of it, else in
    /// the section that is being written.
    ///
    /// `title` is asked of one of the officer's own only. Errors: the report is not a draft; it has that
    /// appendix already; there is no plan; no title.
    pub fn add_annex(&mut self, report: Id, kind: AnnexKind, title: &str, section: Option<&str>, stamp: &Stamp) -> Result<Written> {
        let mut draft = self.annex_draft(report, "")?;
        let annex = match kind {
            AnnexKind::Plan => Annex::plan(),
            AnnexKind::Figures => Annex::figures(),
            AnnexKind::Own => {
                let title = required("Tên phụ lục", title)?;
                let mut made = (0..).map(|nth| Annex::own(&stamp.uid(report, u32::MAX - nth), &title, false));
                made.find(|one| draft.annexes.iter().all(|other| other.key != one.key)).unwrap_or_else(Annex::plan)
            }
        };
        if draft.annexes.iter().any(|one| one.key == annex.key) {
            return Err(Problem::AnnexTwice.into());
        }
        if kind == AnnexKind::Plan && self.main_plan_on(draft.head.as_of)?.is_none() {
            return Err(Problem::NoPlanForAnnex(draft.head.as_of).into());
        }
        if draft.annexes.iter().any(|one| one.what == What::Plan) {
            cite::point_typed_words(&mut draft.sections);
        }
        draft.key.clone_from(&annex.key);
        draft.annexes.push(annex.clone());
        if kind == AnnexKind::Own {
            draft.sections.push(SectionRow {
                key: annex.key.clone(),
                level: 1,
                number: String::new(),
                title: annex.title.clone(),
                writable: true,
                hint: "Dán bảng từ Excel, Word vào đây, hoặc chèn bảng mới rồi gõ.".to_owned(),
                blocks: Vec::new(),
            });
        }
        let place = self.point_by_outline(report, &mut draft, &annex, section, stamp)?;
        let told = place.map(|place| format!(", dẫn ở {}", lower(&place))).unwrap_or_default();
        self.write_annexes(draft, "add-annex", stamp, |title, number| format!("Thêm {} vào {title}{told}", of(&annex, number)))
    }

    /// Keeps the title of an appendix and how it is printed.
    ///
    /// Errors: the report is not a draft; it has no such appendix; one of the officer's own without a title.
    pub fn keep_annex(&mut self, report: Id, key: &str, form: &AnnexForm, stamp: &Stamp) -> Result<Written> {
        let mut draft = self.annex_draft(report, key)?;
        let annex = draft.annexes.iter_mut().find(|annex| annex.key == key).ok_or(Problem::NotFound("phụ lục"))?;
        let title = viet::nfc(form.title.trim());
        match &mut annex.what {
            What::Plan => {}
            What::Figures { compared, blank } => (*compared, *blank) = (form.compared, form.blank),
            What::Own { landscape } => {
                required("Tên phụ lục", &title)?;
                *landscape = form.landscape;
            }
        }
        annex.title = title;
        let annex = annex.clone();
        self.write_annexes(draft, "keep-annex", stamp, |title, number| format!("Sửa {} của {title}", of(&annex, number)))
    }

    /// Moves an appendix one place up or down; numbers in the text follow.
    ///
    /// Errors: the report is not a draft; it has no such appendix.
    pub fn move_annex(&mut self, report: Id, key: &str, up: bool, stamp: &Stamp) -> Result<Written> {
        let mut draft = self.annex_draft(report, key)?;
        let at = draft.annexes.iter().position(|annex| annex.key == key).ok_or(Problem::NotFound("phụ lục"))?;
        let to = if up { at.checked_sub(1) } else { Some(at + 1).filter(|to| *to < draft.annexes.len()) };
        let annex = draft.annexes.remove(at);
        draft.annexes.insert(to.unwrap_or(at), annex.clone());
        self.write_annexes(draft, "move-annex", stamp, |title, number| format!("Chuyển {} của {title}", of(&annex, number)))
    }

    /// Takes an appendix out of a report with what was written in it, and the words that point to it.
    ///
    /// Errors: the report is not a draft; it has no such appendix.
    pub fn remove_annex(&mut self, report: Id, key: &str, stamp: &Stamp) -> Result<Written> {
        let mut draft = self.annex_draft(report, key)?;
        let said = self.sentences_of_annex(report, &draft.head, key)?;
        let at = draft.annexes.iter().position(|annex| annex.key == key).ok_or(Problem::NotFound("phụ lục"))?;
        let number = self.annex_numbers(&draft.head)?.word(key).unwrap_or_else(|| "Phụ lục".to_owned());
        let annex = draft.annexes.remove(at);
        draft.sections.retain(|section| section.key != key);
        let left = cite::unpoint(&mut draft.sections, key, &said);
        let left = if left { "; trong bài còn chỗ dẫn phụ lục này, hãy sửa" } else { "" };
        self.write_annexes(draft, "remove-annex", stamp, |title, _| format!("Bỏ {} khỏi {title}{left}", of(&annex, &number)))
    }

    /// Points to an appendix at the end of a section.
    ///
    /// Errors: the report is not a draft; it has no such appendix or section.
    pub fn cite_annex(&mut self, report: Id, key: &str, section: &str, stamp: &Stamp) -> Result<Written> {
        let mut draft = self.annex_draft(report, key)?;
        let annex = draft.annexes.iter().find(|annex| annex.key == key).cloned().ok_or(Problem::NotFound("phụ lục"))?;
        let place = draft.sections.iter_mut().find(|one| one.key == section && !one.is_annex()).ok_or(Problem::NotFound("mục"))?;
        cite::point(place, &annex, stamp.uid(report, u32::MAX));
        place.writable = true;
        let place = lower(&place.whose());
        self.write_annexes(draft, "cite-annex", stamp, |title, number| format!("Dẫn {} ở {place} của {title}", of(&annex, number)))
    }

    fn annex_draft(&self, report: Id, key: &str) -> Result<Draft> {
        self.refuse_unless_draft(report)?;
        let head = self.head(report)?;
        Ok(Draft { report, key: key.to_owned(), annexes: head.annexes(), sections: self.sections(report)?, head })
    }

    /// Puts the words that point to a new appendix where they belong; answers which section that was.
    fn point_by_outline(&self, report: Id, draft: &mut Draft, annex: &Annex, section: Option<&str>, stamp: &Stamp) -> Result<Option<String>> {
        if draft.sections.iter().any(|section| points_to(&section.blocks, &annex.key)) {
            return Ok(None);
        }
        let head = draft.head.with_annexes(draft.annexes.clone());
        let own = self.outline_of(report)?.and_then(|outline| outline.section_of_annex(&annex.key).map(str::to_owned));
        let is_open = |one: &&mut SectionRow| one.writable && !one.is_annex();
        let keys = [own.as_deref(), section];
        let key = keys.into_iter().flatten().find(|key| draft.sections.iter_mut().filter(is_open).any(|one| one.key == **key)).map(str::to_owned);
        let said = self.sentences_of_annex(report, &head, &annex.key)?;
        let place = match &key {
            Some(key) => draft.sections.iter_mut().find(|one| one.key == *key),
            // The closing says that this is the report.
            None => draft.sections.iter_mut().rfind(|one| one.writable && !one.is_annex() && one.level > 0),
        };
        let Some(place) = place else { return Ok(None) };
        let id = stamp.uid(report, u32::MAX - 1);
        match said.into_iter().next().filter(|_| !place.is_written() && own.as_deref() == Some(place.key.as_str())) {
            Some(sentence) => place.blocks = vec![sentence.with_id(id)],
            None => cite::point(place, annex, id),
        }
        Ok(Some(place.whose()))
    }

    /// The sentences of the outline that point to an appendix, ready.
    fn sentences_of_annex(&self, report: Id, head: &Head, key: &str) -> Result<Vec<Block>> {
        let Some(outline) = self.outline_of(report)? else { return Ok(Vec::new()) };
        let Some(section) = outline.section_of_annex(key) else { return Ok(Vec::new()) };
        let office = self.office_on(Some(head.as_of))?.unwrap_or_else(Office::unnamed);
        let known = period::read(head.kind, &head.period)?;
        let figures = self.figures(head.window, head.as_of, &[])?;
        let offers = outline.offers(section, &Words::of(&office, &known, head, &figures)).into_iter().flatten();
        // The plan is told of within a sentence that says more.
        Ok(offers.filter(|block| key != super::PLAN && points_to(std::slice::from_ref(block), key)).collect())
    }

    fn write_annexes(&mut self, draft: Draft, action: &str, stamp: &Stamp, sentence: impl FnOnce(&str, &str) -> String) -> Result<Written> {
        let Draft { report, key, .. } = draft;
        let kept = self.head(report)?;
        let head = kept.with_annexes(draft.annexes);
        let numbers = self.annex_numbers(&head)?;
        let before = self.sections(report)?;
        let mut sections = draft.sections;
        for annex in head.annexes() {
            sections.iter_mut().filter(|section| section.key == annex.key).for_each(|section| section.title.clone_from(&annex.title));
        }
        numbers.number(&mut sections);
        let order = |annexes: &[Annex], key: &str| annexes.iter().position(|annex| annex.key == key).and_then(|at| i64::try_from(at).ok());
        let (was, is) = (kept.annexes(), head.annexes());
        // Those that stay keep their places among themselves; if any moved, all are placed anew.
        let stayed = |annexes: &[Annex], others: &[Annex]| -> Vec<String> {
            annexes.iter().map(|annex| annex.key.clone()).filter(|key| others.iter().any(|other| other.key == *key)).collect()
        };
        let is_reordered = stayed(&was, &is) != stayed(&is, &was);
        let ids = before.iter().map(|section| Ok((section.key.clone(), self.section(report, &section.key)?.0))).collect::<Result<Vec<_>>>()?;
        let id = |key: &str| ids.iter().find(|(own, _)| own == key).map(|(_, id)| *id);
        let words = sentence(&lower(&name(&head)), &numbers.word(&key).unwrap_or_else(|| "Phụ lục".to_owned()));
        self.write(stamp, action, |door| {
            if head != kept {
                door.amend_report(report, &head)?;
            }
            for section in &sections {
                let place = order(&is, &section.key).map(|at| BEHIND + at);
                match (id(&section.key), before.iter().find(|old| old.key == section.key)) {
                    (Some(id), Some(old)) => {
                        let moved = place.filter(|_| is_reordered);
                        if old != section || moved.is_some() {
                            door.rewrite_section(id, moved, section)?;
                        }
                    }
                    _ => drop(door.make_section(report, place.unwrap_or(BEHIND), section)?),
                }
            }
            end_gone(door, &sections, &ids)?;
            Ok(Done::new(Some(report), words))
        })
    }
}

/// Ends the sections whose appendix is gone.
fn end_gone(door: &mut Door<'_>, sections: &[SectionRow], ids: &[(String, Id)]) -> Result<()> {
    for (key, id) in ids {
        if sections.iter().all(|section| section.key != *key) {
            door.end("section", *id)?;
        }
    }
    Ok(())
}

/// `Phụ lục II “Danh sách”`, `Phụ lục kế hoạch`.
fn of(annex: &Annex, number: &str) -> String {
    match annex.what {
        What::Plan => "phụ lục kế hoạch".to_owned(),
        What::Figures { .. } => "phụ lục thống kê số liệu".to_owned(),
        What::Own { .. } => format!("{} “{}”", lower(number), annex.title),
    }
}

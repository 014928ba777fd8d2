//! What the officer does with outlines: edit, copy, take out, take a newer version or leave it.

use super::choice::Choice;
use super::{Numbering, Outline, Section, number, parse, slots, told};
use crate::assets::{FigureSet, figures_cchc};
use crate::change::{Done, Door};
use crate::office::required;
use crate::report::take_in::TakenIn;
use crate::store::column::json;
use crate::view::{Id, OutlineDraft, OutlineForm, OutlineSection, ReportKind, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use std::collections::BTreeSet;

/// No outline of an office is longer, in sections.
const LONGEST: usize = 300;

impl Ledger {
    /// Keeps an outline as it was edited, or a new one; numbers follow the places of the sections.
    ///
    /// One that ships is copied in at its first edit. Reports that were begun with it stay as they
    /// are. A kind of report belongs to one outline: the others give it up. Errors: no name, subject
    /// or title; a name in braces that is no figure and no word of the report; too many sections.
    pub fn keep_outline(&mut self, form: &OutlineForm, stamp: &Stamp) -> Result<Written> {
        if form.set.is_empty() {
            let outline = edited(&empty(), form, self.next_change()?, &self.figure_set()?)?;
            return self.add_outline(outline, form.kinds.clone(), |name| format!("Thêm đề cương “{name}”"), stamp);
        }
        let choice = self.outline(&form.set)?;
        let outline = edited(&choice.outline, form, self.next_change()?, &self.figure_set()?)?;
        let kinds = sorted(&form.kinds);
        let Some(summary) = told::edit(&choice.outline, &outline, &choice.kinds, &kinds) else {
            return self.write(stamp, "keep-outline", |_| Ok(Done::new(None, "Đề cương không thay đổi")));
        };
        let others = self.without_kinds(&form.set, &kinds)?;
        let body = body(&outline, choice.ships)?;
        self.write(stamp, "keep-outline", |door| {
            let id = match (&choice.copy, choice.ships) {
                (Some(copy), _) => door.amend_outline(copy.id, &body, &kinds).map(|()| copy.id)?,
                (None, came) => door.copy_outline_in(&outline.set, outline.version, &body, came.unwrap_or(&body), &kinds)?,
            };
            give_up(door, &others)?;
            Ok(Done::new(Some(id), summary))
        })
    }

    /// A copy of an outline, the office's own from the start.
    pub fn copy_outline(&mut self, set: &str, stamp: &Stamp) -> Result<Written> {
        let choice = self.outline(set)?;
        let of = choice.outline.name.clone();
        let outline = Outline { name: self.free_name(&format!("{of} (bản sao)"))?, ..choice.outline };
        self.add_outline(outline, Vec::new(), |name| format!("Nhân bản đề cương “{of}” thành “{name}”"), stamp)
    }

    /// Takes an outline of the office's own out; one that ships becomes as it ships.
    ///
    /// Reports that were begun with it stay as they are.
    pub fn drop_outline(&mut self, set: &str, stamp: &Stamp) -> Result<Written> {
        let choice = self.outline(set)?;
        let name = choice.outline.name.clone();
        let Some(copy) = choice.copy else {
            return self.write(stamp, "drop-outline", |_| Ok(Done::new(None, "Đề cương đang như có sẵn")));
        };
        let shipped = choice.ships.map(|text| parse(text).map(|outline| (text, outline.version))).transpose()?;
        self.write(stamp, "drop-outline", |door| match shipped {
            Some((text, version)) => {
                if copy.edited || copy.version != version {
                    door.renew_outline(copy.id, version, text)?;
                }
                Ok(Done::new(Some(copy.id), format!("Lấy lại đề cương “{name}” như có sẵn")))
            }
            None => {
                door.end("data_set", copy.id)?;
                Ok(Done::new(None, format!("Bỏ đề cương “{name}”")))
            }
        })
    }

    /// The newer version of an outline that ships: taken, or left until the next one.
    ///
    /// What the officer edited is never lost: her own words stay as an outline of the office's own.
    /// Error: there is nothing newer.
    pub fn renew_outline(&mut self, set: &str, take: bool, stamp: &Stamp) -> Result<Written> {
        let choice = self.outline(set)?;
        let (Some(copy), Some(text)) = (choice.copy, choice.ships) else { return Err(Problem::NothingNewer.into()) };
        let newer = parse(text)?;
        if newer.version <= copy.version {
            return Err(Problem::NothingNewer.into());
        }
        let name = copy.outline.name.clone();
        let beside = self.free_name(&format!("{name} (bản của xã)"))?;
        self.write(stamp, "renew-outline", |door| {
            if !take {
                door.decline_outline(copy.id, newer.version)?;
                return Ok(Done::new(Some(copy.id), format!("Giữ bản đang dùng của đề cương “{name}”")));
            }
            let mut told = format!("Lấy bản mới của đề cương “{name}”");
            if copy.edited {
                let own = Outline { set: own_set(door), version: 0, name: beside.clone(), ..copy.outline.clone() };
                let body = json(&own);
                door.copy_outline_in(&own.set, 0, &body, &body, &[])?;
                told = format!("{told}; bản xã đã sửa giữ lại thành “{beside}”");
            }
            door.renew_outline(copy.id, newer.version, text)?;
            Ok(Done::new(Some(copy.id), told))
        })
    }

    fn add_outline(&mut self, outline: Outline, kinds: Vec<ReportKind>, told: impl Fn(&str) -> String, stamp: &Stamp) -> Result<Written> {
        let kinds = sorted(&kinds);
        let others = self.without_kinds("", &kinds)?;
        self.write(stamp, "add-outline", |door| {
            let outline = Outline { set: own_set(door), version: 0, ..outline };
            let body = json(&outline);
            let id = door.copy_outline_in(&outline.set, 0, &body, &body, &kinds)?;
            give_up(door, &others)?;
            Ok(Done::new(Some(id), told(&outline.name)))
        })
    }

    /// The other copies that have one of the kinds, and what is left to them.
    fn without_kinds(&self, set: &str, kinds: &[ReportKind]) -> Result<Vec<(Choice, Vec<ReportKind>)>> {
        let others = self.outlines()?.into_iter().filter(|choice| choice.outline.set != set && choice.copy.is_some());
        let touched = others.filter(|choice| choice.kinds.iter().any(|kind| kinds.contains(kind)));
        Ok(touched.map(|choice| (choice.clone(), choice.kinds.into_iter().filter(|kind| !kinds.contains(kind)).collect())).collect())
    }

    /// A name that no other outline has.
    fn free_name(&self, wanted: &str) -> Result<String> {
        let names: Vec<String> = self.outlines()?.into_iter().map(|choice| choice.outline.name).collect();
        let mut name = wanted.to_owned();
        for nth in 2_u32.. {
            if !names.contains(&name) {
                break;
            }
            name = format!("{wanted} {nth}");
        }
        Ok(name)
    }
}

fn give_up(door: &mut Door, others: &[(Choice, Vec<ReportKind>)]) -> Result<()> {
    for (choice, kinds) in others {
        if let Some(copy) = &choice.copy {
            let body = body(&choice.outline, choice.ships)?;
            door.amend_outline(copy.id, &body, kinds)?;
        }
    }
    Ok(())
}

/// The kept text: as it ships, to the letter, where nothing differs from that.
fn body(outline: &Outline, ships: Option<&str>) -> Result<String> {
    match ships {
        Some(text) if parse(text)? == *outline => Ok(text.to_owned()),
        _ => Ok(json(outline)),
    }
}

/// The set of an outline of the office's own; never used again.
fn own_set(door: &Door) -> String {
    format!("outline-{}", door.stamp.uid(door.change, u32::MAX))
}

fn empty() -> Outline {
    Outline {
        set: String::new(),
        version: 0,
        name: String::new(),
        kinds: Vec::new(),
        subject: String::new(),
        bracket: String::new(),
        addressed: None,
        numbering: Numbering::Letters,
        sections: Vec::new(),
    }
}

fn sorted(kinds: &[ReportKind]) -> Vec<ReportKind> {
    super::super::rows::KINDS.iter().map(|(kind, _)| *kind).filter(|kind| kinds.contains(kind)).collect()
}

/// The outline a form makes of the kept one: keys stay; new sections get keys that name the change
/// they came with, so that none is ever used again.
fn edited(kept: &Outline, form: &OutlineForm, change: Id, set: &FigureSet) -> Result<Outline> {
    if form.sections.len() > LONGEST {
        return Err(Problem::OutlineTooLong(LONGEST).into());
    }
    let known: BTreeSet<&str> = kept.sections.iter().map(|section| section.key.as_str()).collect();
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut sections = Vec::new();
    for (nth, typed) in form.sections.iter().enumerate() {
        let was = kept.sections.iter().find(|section| section.key == typed.key);
        let mut section = section(typed, was, set)?;
        if !known.contains(section.key.as_str()) || !used.insert(section.key.clone()) {
            section.key = format!("x{change}-{nth}");
        }
        sections.push(section);
    }
    let numbering = if form.decimals { Numbering::Decimals } else { Numbering::Letters };
    number::set(&mut sections, numbering);
    Ok(Outline {
        set: kept.set.clone(),
        version: kept.version,
        name: required("Tên đề cương", &form.name)?,
        kinds: kept.kinds.clone(),
        subject: slots::kept_words(&required("Trích yếu của đề cương", &form.subject)?)?,
        bracket: slots::kept_words(&viet::nfc(form.bracket.trim()))?,
        addressed: form.addressed,
        numbering,
        sections,
    })
}

fn section(typed: &OutlineSection, was: Option<&Section>, set: &FigureSet) -> Result<Section> {
    let line = |text: &str| viet::nfc(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let title = slots::kept_words(&required("Tên mục", &line(&typed.title))?)?;
    let sentences: Vec<String> = typed.sentences.iter().map(|text| line(text)).filter(|text| !text.is_empty()).collect();
    let mut figures: Vec<String> = Vec::new();
    for figure in &typed.figures {
        match slots::figure(set, figure) {
            Some(_) if figures.contains(figure) => {}
            Some(_) => figures.push(figure.clone()),
            // Taken out of the set since: nothing is left to offer.
            None if was.is_some_and(|was| was.figures.contains(figure)) => {}
            None => return Err(Problem::NotFound("số liệu").into()),
        }
    }
    let documents = typed.documents.clone().map(|mut documents| {
        documents.words = documents.words.iter().map(|word| line(word)).filter(|word| !word.is_empty()).collect();
        documents
    });
    Ok(Section {
        key: typed.key.clone(),
        level: if typed.part { 0 } else { typed.level },
        // Numbers are given anew; a part is one by having one.
        number: if typed.part { "Phần".to_owned() } else { String::new() },
        title,
        writable: typed.writable,
        hint: line(&typed.hint),
        figures,
        sentences: sentences.iter().map(|text| slots::kept(set, text)).collect::<Result<_>>()?,
        documents,
        begun: typed.begun,
        offer: Vec::new(),
    })
}

/// A form as it would be kept, numbers and all; nothing is kept. Errors: as [`Ledger::keep_outline`].
pub(super) fn looked_at(form: &OutlineForm) -> Result<OutlineForm> {
    // A paper brings no figures of any set.
    let set = figures_cchc()?;
    Ok(super::shown::form(&edited(&empty(), form, 0, &set)?, form.kinds.clone(), &set))
}

impl Ledger {
    /// The outline an earlier paper follows (see [`super::super::take_in::read_report`]); nothing is kept.
    ///
    /// Error: the paper has no headings.
    pub fn outline_in(taken: &TakenIn) -> Result<OutlineDraft> {
        super::from_paper::draft(taken)
    }
}

//! What is still open before a report goes up, each with its place; none blocks.

use super::annex::Numbers;
use super::document::{each_inline, resolved, windows};
use super::estimated::open_estimates;
use super::rows::{Head, SectionRow};
use crate::deadline::Span;
use crate::figures::Figures;
use crate::paper::check::{Note, check};
use crate::paper::{Block, FigureChip, Inline};
use crate::viet::day_screen;
use crate::view::{Id, MarkKind, OpenPoint, ReportMark, ReportState};
use crate::{Ledger, Result};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Figures that are named in one sentence; the rest is counted.
const NAMED: usize = 3;
/// Days behind the end of its window up to which a report may still count.
const LATE: i64 = 31;

impl Ledger {
    /// What is still open in a report: head, sections, figures, what is left of the earlier one.
    pub fn open_points(&self, report: Id) -> Result<Vec<OpenPoint>> {
        self.open_points_of(report, None)
    }

    /// The same on a day: that of a report may still lie ahead.
    pub fn open_points_on(&self, report: Id, today: NaiveDate) -> Result<Vec<OpenPoint>> {
        self.open_points_of(report, Some(today))
    }

    fn open_points_of(&self, report: Id, today: Option<NaiveDate>) -> Result<Vec<OpenPoint>> {
        let head = self.head(report)?;
        let mut kept = self.sections(report)?;
        self.annex_numbers(&head)?.number(&mut kept);
        let figures = self.figures(head.window, head.as_of, &windows(&kept))?;
        let draft = self.report_state(report)? == ReportState::Draft;
        let marks = if draft { self.marks_of(report, &head, &kept, &figures)?.1 } else { Vec::new() };
        let mut open: Vec<OpenPoint> = today.and_then(|today| ahead(&head, today)).map(|sentence| OpenPoint::at("", sentence)).into_iter().collect();
        open.extend(self.open_of(report, &head, &kept, &figures, &marks)?);
        Ok(open)
    }

    /// The same of what was read already.
    pub(super) fn open_of(&self, report: Id, head: &Head, kept: &[SectionRow], figures: &Figures, marks: &[ReportMark]) -> Result<Vec<OpenPoint>> {
        let mut open: Vec<OpenPoint> = off_window(head).into_iter().map(|sentence| OpenPoint::at("", sentence)).collect();
        open.extend(self.open_in_head(report, head)?);
        let left = |key: &str| marks.iter().filter(|mark| mark.at.section == key && mark.kind != MarkKind::Offer).count();
        if left("") > 0 {
            open.push(OpenPoint::at("", format!("Đầu văn bản còn {} chỗ của kỳ trước.", left(""))));
        }
        let numbers = self.annex_numbers(head)?;
        for section in kept {
            let whose = section.whose();
            if section.writable && !section.is_written() {
                open.push(OpenPoint::at(&section.key, format!("{whose} còn trống.")));
            }
            open.extend(
                without_value(section, figures).map(|(block, sentence)| OpenPoint::at(&section.key, format!("{whose} {sentence}")).in_block(&block)),
            );
            if let Some(block) = section.blocks.iter().find(|block| points_nowhere(block, &numbers)) {
                let sentence = format!("{whose} dẫn một phụ lục không còn trong báo cáo: hãy xóa chỗ dẫn đó.");
                open.push(OpenPoint::at(&section.key, sentence).in_block(block.id()));
            }
            if let Some(block) = section.blocks.iter().find(|block| has_blank(block)) {
                open.push(OpenPoint::at(&section.key, format!("{whose} còn chỗ để trống “…” chưa điền.")).in_block(block.id()));
            }
            if left(&section.key) > 0 {
                open.push(OpenPoint::at(&section.key, format!("{whose} còn {} chỗ của kỳ trước.", left(&section.key))));
            }
        }
        open.extend(self.open_in_annexes(head, figures)?.into_iter().map(|(key, sentence)| OpenPoint::at(&key, sentence)));
        open.extend(open_estimates(head, kept, figures));
        open.extend(self.open_in_figures(head, kept, figures)?);
        Ok(open)
    }

    fn open_in_head(&self, report: Id, head: &Head) -> Result<Vec<OpenPoint>> {
        let mut open = Vec::new();
        if self.office_on(None)?.is_none() {
            open.push(OpenPoint::at("", "Chưa ghi tên cơ quan: hãy vào Cài đặt ghi tên xã, phường.".to_owned()));
        }
        let notes = check(&self.report_document(report)?);
        let numbers = self.annex_numbers(head)?;
        let place = |note: &Note| match note {
            Note::AppendixUnmentioned(word) => numbers.key(word).unwrap_or_default().to_owned(),
            _ => String::new(),
        };
        open.extend(notes.into_iter().map(|note| OpenPoint::at(&place(&note), note.sentence())));
        let signers = self.signers()?;
        let signer = signers.iter().find(|signer| signer.id.is_some() && signer.id == head.signer);
        if signer.is_some_and(|signer| signer.needs_ground && signer.ground.is_empty()) {
            let sentence =
                "Ký thừa lệnh, thừa ủy quyền phải có căn cứ bằng văn bản: hãy ghi quy chế hoặc văn bản ủy quyền cho người ký trong Cài đặt.";
            open.push(OpenPoint::at("", sentence.to_owned()));
        }
        if head.form.taken.is_none() && self.main_plan_on(head.as_of)?.is_none() {
            let sentence = format!("Không có kế hoạch chính nào chứa ngày {}: báo cáo chưa có số liệu kế hoạch.", day_screen(head.as_of));
            open.push(OpenPoint::at("", sentence));
        }
        Ok(open)
    }

    /// Laws that the printed figures break without an explanation, and figures of an earlier day.
    fn open_in_figures(&self, head: &Head, kept: &[SectionRow], figures: &Figures) -> Result<Vec<OpenPoint>> {
        let mut open = Vec::new();
        let chips: Vec<(&str, FigureChip)> =
            kept.iter().flat_map(|section| chips_of(section).into_iter().map(|chip| (section.key.as_str(), chip))).collect();
        let span = |chip: &FigureChip| chip.window.map_or(head.window, |(first, last)| Span { first, last });
        let mut spans = vec![head.window];
        spans.extend(windows(kept).into_iter().filter(|one| *one != head.window));
        spans.dedup();
        for window in spans {
            let explained = self.figure_notes(window)?;
            for doubt in figures.open_doubts(window, &explained) {
                let printed = |(_, chip): &&(&str, FigureChip)| span(chip) == window && chip.instead.is_none() && doubt.figures.contains(&chip.id);
                if let Some((section, _)) = chips.iter().find(printed) {
                    let figure = doubt.figures.first().cloned();
                    open.push(OpenPoint { section: (*section).to_owned(), block: String::new(), sentence: doubt.sentence(), figure });
                }
            }
        }
        // Units hand in early: often all figures are of one earlier day, and that is one thing to look at.
        let mut older: BTreeMap<NaiveDate, (&str, Vec<&str>)> = BTreeMap::new();
        for (section, chip) in chips.iter().filter(|(_, chip)| chip.window.is_none() && chip.instead.is_none()) {
            if let Some(day) = figures.older_day(&chip.id) {
                let (_, ids) = older.entry(day).or_insert_with(|| (section, Vec::new()));
                if !ids.contains(&chip.id.as_str()) {
                    ids.push(&chip.id);
                }
            }
        }
        for (day, (section, ids)) in older {
            let names: Vec<String> = ids.iter().filter_map(|id| figures.name(id)).map(|name| format!("“{name}”")).collect();
            let sentence = format!(
                "{} là số đến ngày {}, báo cáo tính đến ngày {}. Hãy cập nhật số, hoặc ghi rõ ngày của số trong báo cáo.",
                named(&names),
                day_screen(day),
                day_screen(head.as_of)
            );
            open.push(OpenPoint { section: section.to_owned(), block: String::new(), sentence, figure: ids.first().map(|id| (*id).to_owned()) });
        }
        Ok(open)
    }
}

impl OpenPoint {
    fn in_block(self, block: &str) -> OpenPoint {
        OpenPoint { block: block.to_owned(), ..self }
    }

    fn at(section: &str, sentence: String) -> OpenPoint {
        OpenPoint { section: section.to_owned(), block: String::new(), sentence, figure: None }
    }
}

/// That the day up to which a report counts is still to come; of an earlier paper it is as printed.
pub(super) fn ahead(head: &Head, today: NaiveDate) -> Option<String> {
    (head.form.taken.is_none() && head.as_of > today).then(|| {
        format!(
            "Báo cáo tính đến ngày {}, ngày chưa tới: sổ mới có số đến hôm nay, {}. Hãy sửa ô Tính đến ngày ở Đầu văn bản, nơi nhận, hoặc chờ đến ngày đó rồi trình.",
            day_screen(head.as_of),
            day_screen(today)
        )
    })
}

/// That the day up to which a report counts is none of its window: before it begins, or long after its end.
pub(super) fn off_window(head: &Head) -> Option<String> {
    let (first, last) = (day_screen(head.window.first), day_screen(head.window.last));
    let mend = "Hãy sửa ô Tính đến ngày ở Đầu văn bản, nơi nhận.";
    let behind = (head.as_of - head.window.last).num_days();
    match head.as_of {
        _ if head.form.taken.is_some() => None,
        day if day < head.window.first => {
            Some(format!("Ngày tính đến {} ở trước kỳ số liệu ({first} đến {last}): báo cáo chưa đếm việc nào của kỳ. {mend}", day_screen(day)))
        }
        day if behind > LATE => Some(format!(
            "Ngày tính đến {} ở sau kỳ số liệu ({first} đến {last}) {behind} ngày: số đếm gồm cả việc của kỳ sau. {mend}",
            day_screen(day)
        )),
        _ => None,
    }
}

/// Whether words point to an appendix that is not there.
fn points_nowhere(block: &Block, numbers: &Numbers) -> bool {
    let mut found = false;
    each_inline(&mut block.clone(), &mut |piece| found |= matches!(piece, Inline::Annex(annex) if numbers.word(&annex.annex).is_none()));
    found
}

/// Dots left to be filled in: `v.v…` is none.
fn has_blank(block: &Block) -> bool {
    let mut found = false;
    each_inline(&mut block.clone(), &mut |piece| {
        if let Inline::Text(run) = piece {
            let text = run.text.replace("...", "…");
            found |= text
                .match_indices('…')
                .any(|(at, _)| !text.get(..at).unwrap_or_default().ends_with(|sign: char| sign.is_alphabetic() || sign == '.' || sign == ','));
        }
    });
    found
}

/// The chips of a section, in order.
fn chips_of(section: &SectionRow) -> Vec<FigureChip> {
    let mut chips = Vec::new();
    for mut block in section.blocks.iter().cloned() {
        each_inline(&mut block, &mut |piece| {
            if let Inline::Figure(chip) = piece {
                chips.push(chip.clone());
            }
        });
    }
    chips
}

/// `có 2 số liệu chưa có giá trị: …`, by name, and the block of the first.
fn without_value(section: &SectionRow, figures: &Figures) -> Option<(String, String)> {
    let mut names: Vec<String> = Vec::new();
    let mut first = None;
    for mut block in section.blocks.iter().map(|block| resolved(block, figures)) {
        let id = block.id().to_owned();
        each_inline(&mut block, &mut |piece| {
            if let Inline::Figure(chip) = piece
                && chip.shown.is_none()
            {
                first.get_or_insert_with(|| id.clone());
                let name = figures.name(&chip.id).map_or_else(|| chip.id.clone(), |name| format!("“{name}”"));
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        });
    }
    first.map(|block| (block, format!("có {} số liệu chưa có giá trị: {}.", names.len(), named(&names))))
}

/// The first of some names, and how many more there are.
pub(super) fn named(names: &[String]) -> String {
    let shown: Vec<&str> = names.iter().take(NAMED).map(String::as_str).collect();
    let more = names.len().checked_sub(NAMED).filter(|more| *more > 0).map(|more| format!(" và {more} số nữa")).unwrap_or_default();
    shown.join(", ") + &more
}

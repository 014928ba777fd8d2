//! Báo cáo as the screen shows it: the list, the editor.

use super::document::{each_inline, resolved, windows};
use super::outline::{Citing, Words, figure_line};
use super::period;
use crate::figures::Figures;
use crate::office::Office;
use crate::paper::{Block, Inline};
use crate::viet::day_screen;
use crate::view::{Id, OpenPoint, Proposal, ReportHead, ReportListView, ReportRow, ReportState, ReportView, SectionFigure, SectionView};
use crate::{Ledger, Problem, Result};
use chrono::NaiveDate;

impl Ledger {
    /// The list of reports, and what could be begun next.
    pub fn report_list(&self, today: NaiveDate) -> Result<ReportListView> {
        let reports = self.report_rows()?;
        let made = |kind, to| reports.iter().any(|row| row.kind == kind && row.to == to);
        let mut proposals: Vec<Proposal> = period::proposals(today).into_iter().filter(|one| !made(one.kind, one.to)).collect();
        let mut occasional = period::occasional(today, &self.figure_values()?.windows());
        self.with_earlier(proposals.iter_mut().chain(&mut occasional))?;
        Ok(ReportListView { reports, proposals, occasional, outlines: self.outline_choices()?, requests: self.requests(today)? })
    }

    /// The editor's view of one report on a day.
    pub fn report_view_on(&self, report: Id, today: NaiveDate) -> Result<ReportView> {
        let ahead = super::open::ahead(&self.head(report)?, today).map(|sentence| OpenPoint {
            section: String::new(),
            block: String::new(),
            sentence,
            figure: None,
        });
        let mut view = self.report_view(report)?;
        view.open.splice(0..0, ahead);
        Ok(view)
    }

    /// The same without what only the day tells.
    pub fn report_view(&self, report: Id) -> Result<ReportView> {
        let head = self.head(report)?;
        let office = self.office_on(Some(head.as_of))?.unwrap_or_else(Office::unnamed);
        let mut kept = self.sections(report)?;
        let figures = self.figures(head.window, head.as_of, &windows(&kept))?;
        let numbers = self.annex_numbers(&head)?;
        numbers.number(&mut kept);
        let annexes = self.annex_views(&head, &kept, &figures)?;
        let forms = self.forms_of(&head)?;
        let known = period::read(head.kind, &head.period)?;
        let outline = self.outline_of(report)?;
        let words = Words::of(&office, &known, &head, &figures);
        let documents = self.documents()?;
        let signers = self.signers()?;
        let (last, marks) =
            if self.report_state(report)? == ReportState::Draft { self.marks_of(report, &head, &kept, &figures)? } else { (None, Vec::new()) };
        let open = self.open_of(report, &head, &kept, &figures, &marks)?;
        let mut citing = Citing::of(&documents);
        let sections: Vec<SectionView> = kept
            .into_iter()
            .map(|section| {
                let mut blocks: Vec<_> = section.blocks.iter().map(|block| resolved(block, &figures)).collect();
                citing.cite(&mut blocks);
                numbers.name(&mut blocks);
                let mut offers = outline.as_ref().map(|outline| outline.offers(&section.key, &words)).unwrap_or_default();
                if let Some(wanted) = outline.as_ref().and_then(|outline| outline.documents(&section.key)) {
                    offers.push(wanted.offer(head.window, &office, &documents, &section.key));
                }
                let offers = offers.into_iter().map(|offer| {
                    let mut offer: Vec<_> = offer.iter().map(|block| resolved(block, &figures)).collect();
                    citing.clone().cite(&mut offer);
                    numbers.name(&mut offer);
                    offer
                });
                let offered = outline.as_ref().map(|outline| outline.figures(&section.key)).unwrap_or_default();
                let said: Vec<String> = blocks.iter().map(Block::plain).collect();
                SectionView {
                    // What the section already says is not offered once more.
                    offers: offers.filter(|offer| offer.iter().any(|block| !said.contains(&block.plain()))).collect(),
                    annex: section.is_annex(),
                    figures: offered.iter().filter_map(|id| section_figure(id, &figures)).collect(),
                    key: section.key,
                    level: section.level,
                    number: section.number,
                    title: section.title,
                    blocks,
                    writable: section.writable,
                    hint: section.hint,
                }
            })
            .collect();
        Ok(ReportView {
            row: self.report_row(report)?,
            head: ReportHead {
                subject: head.form.about().map_or(head.subject, str::to_owned),
                addressees: head.addressees,
                recipients: head.recipients,
                signer: head.signer,
                from: head.window.first.to_string(),
                to: head.window.last.to_string(),
                as_of: head.as_of.to_string(),
                appendix: head.appendix,
                draft_mark: head.form.draft_mark,
                on_paper: head.form.on_paper,
                signature_field: head.form.signature_field,
                bracket: head.form.bracket,
                bases: head.form.bases,
                drafter: head.form.drafter,
                address: head.form.address,
                taken: head.form.taken.is_some(),
            },
            sections,
            annexes,
            outline: outline.map(|outline| outline.name).unwrap_or_default(),
            signers: signers.into_iter().filter_map(|signer| Some((signer.id?, format!("{}, {}", signer.name, signer.office)))).collect(),
            open,
            last,
            marks,
            forms,
            own_tasks: self.own_tasks(report)?,
            history: self.report_history(report)?,
        })
    }

    pub(crate) fn report_rows(&self) -> Result<Vec<ReportRow>> {
        self.report_ids()?.into_iter().map(|id| self.report_row(id)).collect()
    }

    pub(crate) fn report_period(&self, report: Id) -> Result<String> {
        Ok(self.head(report)?.period)
    }

    /// Names of the reports whose text has a figure in it, latest first.
    pub(crate) fn reports_with_figure(&self, figure: &str) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for report in self.report_ids()? {
            let mut found = false;
            for mut block in self.sections(report)?.into_iter().flat_map(|section| section.blocks) {
                each_inline(&mut block, &mut |piece| found |= matches!(piece, Inline::Figure(chip) if chip.id == figure));
            }
            if found {
                names.push(super::lower(&super::name(&self.head(report)?)));
            }
        }
        Ok(names)
    }

    /// Names of the drafts whose text cites a document, latest first.
    pub(crate) fn drafts_citing(&self, document: Id) -> Result<Vec<String>> {
        let mut names = Vec::new();
        for report in self.report_ids()? {
            let mut found = false;
            for mut block in self.sections(report)?.into_iter().flat_map(|section| section.blocks) {
                each_inline(&mut block, &mut |piece| found |= matches!(piece, Inline::Citation(citation) if citation.document == document));
            }
            if found && self.report_state(report)? == ReportState::Draft {
                names.push(super::lower(&super::name(&self.head(report)?)));
            }
        }
        Ok(names)
    }

    /// Sections with text, and all that expect it.
    pub(crate) fn written_sections(&self, report: Id) -> Result<(u32, u32)> {
        let sections = self.sections(report)?;
        let count =
            |wanted: &dyn Fn(&super::SectionRow) -> bool| u32::try_from(sections.iter().filter(|one| wanted(one)).count()).unwrap_or(u32::MAX);
        Ok((count(&|one| one.writable && one.is_written()), count(&|one| one.writable)))
    }

    fn report_row(&self, report: Id) -> Result<ReportRow> {
        let head = self.head(report)?;
        let issue = self.issue(report)?.map(|(_, issue)| issue);
        let state = self.report_state(report)?;
        let symbol = match &issue {
            Some(_) => self.report_document(report)?.letterhead.number.map(|number| format!("/{}", number.symbol)),
            None => None,
        };
        let number = issue.map(|issue| {
            let number = if issue.number.is_empty() { "chưa có số".to_owned() } else { issue.number + &symbol.unwrap_or_default() };
            issue.day.map_or(number.clone(), |day| format!("{number} ngày {}", day_screen(day)))
        });
        Ok(ReportRow {
            id: report,
            title: self.called(&head)?,
            kind: head.kind,
            paper: head.form.paper(),
            from: head.window.first,
            to: head.window.last,
            as_of: head.as_of,
            state,
            number: number.unwrap_or_default(),
            since: self.done_since(report)?,
            changed: self.report_changed(report)?,
        })
    }

    pub(super) fn report_state(&self, report: Id) -> Result<ReportState> {
        Ok(match (self.issue(report)?, self.submission(report)?) {
            (Some(_), _) => ReportState::Issued,
            (None, Some(_)) => ReportState::Submitted,
            (None, None) => ReportState::Draft,
        })
    }

    pub(super) fn refuse_unless_draft(&self, report: Id) -> Result<()> {
        self.head(report)?;
        match self.report_state(report)? {
            ReportState::Draft => Ok(()),
            ReportState::Submitted => Err(Problem::NotDraft.into()),
            ReportState::Issued => Err(Problem::Issued.into()),
        }
    }

    /// What was frozen or recorded, as sentences, latest first.
    fn report_history(&self, report: Id) -> Result<Vec<String>> {
        let sql = "SELECT change.moment, change.person, change.summary FROM change
                   WHERE id IN (SELECT since FROM submission WHERE report = ?1 UNION SELECT until FROM submission WHERE report = ?1
                                UNION SELECT since FROM issue WHERE report = ?1) ORDER BY id DESC";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([report], |row| {
            let moment: chrono::NaiveDateTime = row.get(0)?;
            let (person, summary): (String, String) = (row.get(1)?, row.get(2)?);
            Ok(format!("{} {}, {person}: {summary}.", day_screen(moment.date()), moment.format("%H:%M")))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// A figure that a section offers, as one more item of a list.
fn section_figure(id: &str, figures: &Figures) -> Option<SectionFigure> {
    let (name, unit, block) = figure_line(figures.set(), id)?;
    let block = resolved(&block, figures);
    let shown = match &block {
        Block::Item { text, .. } => text.iter().find_map(|piece| if let Inline::Figure(chip) = piece { chip.shown.clone() } else { None }),
        _ => None,
    };
    Some(SectionFigure { id: id.to_owned(), name, unit, shown, block })
}

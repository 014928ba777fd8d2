//! The letter that asks for a report starts it: registered once, it gives opening line, window, due day
//! and outline, and the tasks that wait for a request their day.

mod asked;
mod opening;
mod rows;

use super::registered::asks_for_a_report;
use super::rows::{Head, SectionRow};
use super::{lower, period};
use crate::change::{Done, Door};
use crate::deadline::{Kind, Span};
use crate::plan::TaskWords;
use crate::status::Level;
use crate::viet::{day_screen, typed_day};
use crate::view::{FileRow, Id, NewReport, Proposal, ReportKind, RequestForm, RequestRow, Written};
use crate::{Ledger, Problem, Result, Stamp};
use chrono::{Days, NaiveDate};

/// The regular reports are sent by this day of the window's last month (the Ministry's calendar).
const SENT_BY: u64 = 6;

/// A request as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) id: Id,
    pub(crate) document: Id,
    pub(crate) kind: ReportKind,
    pub(crate) period: String,
    pub(crate) window: Span,
    pub(crate) as_of: NaiveDate,
    pub(crate) due: NaiveDate,
    pub(crate) outline: String,
}

impl Ledger {
    /// What a document asks for: as it is kept, else as its own words and its day say.
    pub fn request_form(&self, document: Id, today: NaiveDate) -> Result<RequestForm> {
        if let Some(kept) = self.request_of(document)? {
            return Ok(kept.form());
        }
        let letter = self.document(document)?;
        let (kind, text) = asked::period(&letter.subject, letter.day.unwrap_or(today));
        let window = period::read(kind, &text)?.window;
        let due = window.last.checked_add_days(Days::new(SENT_BY)).unwrap_or(window.last);
        Ok(RequestForm {
            document,
            kind,
            period: text,
            from: window.first.to_string(),
            to: window.last.to_string(),
            as_of: window.last.to_string(),
            due: due.to_string(),
            outline: String::new(),
        })
    }

    /// Keeps what a document asks for.
    ///
    /// Errors: no such document; kind and period do not agree; days that do not exist or are reversed.
    pub fn keep_request(&mut self, form: &RequestForm, stamp: &Stamp) -> Result<Written> {
        let letter = self.document(form.document)?;
        period::read(form.kind, &form.period)?;
        let day = |typed: &str| typed_day(typed, stamp.today());
        let window = Span { first: day(&form.from)?, last: day(&form.to)? };
        if window.first > window.last {
            return Err(Problem::DaysReversed.into());
        }
        let outline = form.outline.trim().to_owned();
        self.outline_for(form.kind, Some(outline.as_str()).filter(|set| !set.is_empty()))?;
        let kept = self.request_of(form.document)?;
        let request = Request {
            id: kept.as_ref().map_or(0, |kept| kept.id),
            document: form.document,
            kind: form.kind,
            period: form.period.clone(),
            window,
            as_of: day(&form.as_of)?,
            due: day(&form.due)?,
            outline,
        };
        let title = lower(&period::title(request.kind, &request.period));
        // Tasks that got their day from this letter go with it.
        let given = match &kept {
            Some(kept) if kept.due != request.due && self.answering(kept.id)?.is_some() => self.given_tasks(kept)?,
            _ => Vec::new(),
        };
        let written = self.write(stamp, "keep-request", |door| {
            let id = match &kept {
                None => door.make_request(&request)?,
                Some(kept) => {
                    if *kept != request {
                        door.amend_request(&request)?;
                    }
                    kept.id
                }
            };
            let moved = door.give_day(&given, Some(&request))?;
            Ok(Done::new(Some(id), format!("Ghi {} yêu cầu {title}, hạn gửi {}{moved}", letter.beside(), day_screen(request.due))))
        })?;
        let before = letter.day.filter(|day| request.due < *day).map(|day| {
            let (due, day) = (day_screen(request.due), day_screen(day));
            format!("Hạn gửi {due} ở trước ngày của văn bản yêu cầu, {day}. Hãy xem lại ngày, tháng, năm của hạn gửi.")
        });
        Ok(Written { warnings: before.into_iter().collect(), ..written })
    }

    /// A document asks for no report after all. Error: a report was begun from it.
    pub fn drop_request(&mut self, document: Id, stamp: &Stamp) -> Result<Written> {
        let letter = self.document(document)?;
        let kept = self.request_of(document)?.ok_or(Problem::NotFound("yêu cầu báo cáo"))?;
        if self.answering(kept.id)?.is_some() {
            return Err(Problem::RequestAnswered.into());
        }
        self.write(stamp, "drop-request", |door| {
            door.end("request", kept.id)?;
            Ok(Done::new(None, format!("{} không còn là văn bản yêu cầu báo cáo", letter.beside())))
        })
    }

    /// Begins the report that a document asks for, from its outline or from an earlier report.
    ///
    /// One change: opening line, window, outline; tasks on request for a report get the due day.
    pub fn answer_request(&mut self, document: Id, source: Option<Id>, appendix: bool, stamp: &Stamp) -> Result<Written> {
        let request = self.request_of(document)?.ok_or(Problem::NotFound("yêu cầu báo cáo"))?;
        let day = |day: NaiveDate| Some(day.to_string());
        let draft = NewReport {
            kind: request.kind,
            period: request.period.clone(),
            from: day(request.window.first),
            to: day(request.window.last),
            as_of: day(request.as_of),
            appendix,
            statistics: false,
        };
        match source {
            Some(source) => self.begin_from_last(&draft, source, Some(&request), stamp),
            None => self.begin_from_outline(&draft, Some(request.outline.as_str()).filter(|set| !set.is_empty()), Some(&request), stamp),
        }
    }

    /// Documents that ask for a report, those not answered first, then by due day.
    pub fn requests(&self, today: NaiveDate) -> Result<Vec<RequestRow>> {
        let mut rows = Vec::new();
        for request in self.kept_requests()? {
            // A document that was taken out of the register asks for nothing.
            let Ok(letter) = self.document(request.document) else { continue };
            let report = self.answering(request.id)?;
            let tasks = if report.is_some() { Vec::new() } else { self.waiting_tasks(&request)? };
            let mut begun = Proposal {
                kind: request.kind,
                period: request.period.clone(),
                title: period::title(request.kind, &request.period),
                from: request.window.first,
                to: request.window.last,
                earlier: Vec::new(),
            };
            if report.is_none() {
                self.with_earlier(std::iter::once(&mut begun))?;
            }
            rows.push(RequestRow {
                form: request.form(),
                cited: letter.beside(),
                title: begun.title,
                earlier: begun.earlier,
                last: request.window.last,
                due: request.due,
                days: (request.due - today).num_days(),
                report,
                tasks: tasks.into_iter().map(|(_, words)| (words.tt, words.content)).collect(),
            });
        }
        rows.sort_by_key(|row| (row.report.is_some(), row.due));
        Ok(rows)
    }

    /// The forms that came with the letter a report answers: its files that can be filled in.
    pub(super) fn forms_of(&self, head: &Head) -> Result<Vec<FileRow>> {
        let Some(asked) = head.request else { return Ok(Vec::new()) };
        let Some(request) = self.kept_requests()?.into_iter().find(|one| one.id == asked) else { return Ok(Vec::new()) };
        let is_form = |name: &str| [".xlsx", ".xlsm", ".docx"].iter().any(|ending| name.to_lowercase().ends_with(ending));
        let files = self.evidence_files()?.into_iter().filter(|(of, file)| *of == request.document && is_form(&file.name));
        Ok(files.map(|(_, file)| file).collect())
    }

    /// Tasks "theo yêu cầu" that ask for a report and have no day yet, in the plan of the request's day.
    pub(super) fn waiting_tasks(&self, request: &Request) -> Result<Vec<(Id, TaskWords)>> {
        self.asked_tasks(request, None)
    }

    /// Those that have the due day of a request as theirs.
    fn given_tasks(&self, request: &Request) -> Result<Vec<(Id, TaskWords)>> {
        self.asked_tasks(request, Some(request.due))
    }

    fn asked_tasks(&self, request: &Request, answered: Option<NaiveDate>) -> Result<Vec<(Id, TaskWords)>> {
        let mut known = Vec::new();
        if let Some(plan) = self.main_plan_on(request.due)?.or(self.main_plan_on(request.as_of)?) {
            known.push(self.plan_facts(plan.id, request.as_of)?);
        }
        for level in [Level::Above, Level::Own] {
            known.push(self.assigned_facts(level, request.as_of)?);
        }
        let mut waiting = Vec::new();
        for facts in &known {
            for (task, standing) in facts.tasks.iter().zip(facts.standings(request.as_of)) {
                let words = &task.words;
                let waits = words.deadline.kind == Kind::Triggered && words.answered_last == answered && !standing.is_settled();
                if waits && asks_for_a_report(&words.content, &words.product) {
                    waiting.push((task.id, words.clone()));
                }
            }
        }
        Ok(waiting)
    }
}

impl Ledger {
    /// Writes the letter into the opening; answers the tasks that wait for it.
    pub(super) fn waiting_on(&self, request: Option<&Request>, sections: &mut [SectionRow], stamp: &Stamp) -> Result<Vec<(Id, TaskWords)>> {
        let Some(request) = request else { return Ok(Vec::new()) };
        let letters: Vec<Id> = self.kept_requests()?.into_iter().map(|one| one.document).collect();
        opening::cite(sections, request.document, &letters, || stamp.uid(request.id, u32::MAX));
        self.waiting_tasks(request)
    }
}

impl Door<'_> {
    /// Gives tasks the due day of a request as their last; answers the end of the sentence.
    pub(super) fn give_day(&mut self, waiting: &[(Id, TaskWords)], request: Option<&Request>) -> Result<String> {
        let Some(due) = request.map(|request| request.due).filter(|_| !waiting.is_empty()) else { return Ok(String::new()) };
        for (task, words) in waiting {
            self.amend_task(*task, &TaskWords { answered_last: Some(due), ..words.clone() })?;
        }
        let tts: Vec<&str> = waiting.iter().map(|(_, words)| words.tt.as_str()).collect();
        Ok(format!("; TT {} đến hạn {}", tts.join(", "), day_screen(due)))
    }
}

impl Request {
    fn form(&self) -> RequestForm {
        RequestForm {
            document: self.document,
            kind: self.kind,
            period: self.period.clone(),
            from: self.window.first.to_string(),
            to: self.window.last.to_string(),
            as_of: self.as_of.to_string(),
            due: self.due.to_string(),
            outline: self.outline.clone(),
        }
    }
}

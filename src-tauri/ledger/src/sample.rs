//! The sample commune: our own invented xã Lam Khê, through 2026, noted day by day as an officer would.

use crate::assets::{self, Sample, SampleAssigned, SampleEntry, SampleFigures, SampleLevel};
use crate::change::Done;
use crate::deadline::Span;
use crate::office::Valid;
use crate::plan::{PlanWords, STEP, TaskWords};
use crate::status::Level;
use crate::view::{AssignedForm, FigureDraft, Id, IssueDraft, NewReport, OfficeForm, ProgressDraft, ReportKind, SignerForm, TaskDraft, Written};
use crate::{Error, Ledger, Problem, Result, Stamp, typeset};
use chrono::{Days, NaiveDate, NaiveTime};

impl Ledger {
    /// Fills a new ledger with the sample commune, each entry at the moment it was noted.
    ///
    /// Errors: the ledger holds something already.
    pub fn fill_sample(&mut self, stamp: &Stamp) -> Result<Written> {
        if !self.log(1)?.is_empty() {
            return Err(Problem::NotEmpty.into());
        }
        // Many changes, as many days had them, and one transaction: all of the sample or nothing.
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let filled = self.note_sample(stamp);
        self.conn.execute_batch(if filled.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
        filled
    }

    fn note_sample(&mut self, stamp: &Stamp) -> Result<Written> {
        let sample = assets::sample()?;
        let person = sample.office.person.clone();
        let at = |moment| Stamp { moment, person: person.clone(), seed: stamp.seed };
        let begun = at(sample.plan.date.and_time(EIGHT));
        self.keep_sample_office(&sample, &begun)?;
        let tasks = self.keep_sample_plan(&sample, &begun)?;
        let assigned = (1..)
            .zip(&sample.assigned)
            .map(|(nth, one)| self.keep_sample_assigned(nth, one, &tasks, &at(one.given.and_time(EIGHT))))
            .collect::<Result<Vec<Id>>>()?;
        let mut notes: Vec<(usize, Id, &SampleEntry)> = Vec::new();
        for noted in &sample.progress {
            let task = tasks.iter().find(|(tt, _)| *tt == noted.tt).ok_or_else(|| Error::Fault(format!("lam-khe.json: TT {}", noted.tt)))?.1;
            notes.push((notes.len(), task, noted));
        }
        for (task, one) in assigned.iter().zip(&sample.assigned) {
            notes.extend(one.progress.iter().map(|noted| (usize::MAX, *task, noted)));
        }
        notes.sort_by_key(|(_, _, noted)| noted.recorded);
        let mut kept: Vec<(usize, Id)> = Vec::new();
        for (index, task, noted) in notes {
            let corrects = noted.corrects.and_then(|nth| kept.iter().find(|(index, _)| *index == nth)).map(|(_, entry)| *entry);
            let draft = self.noted_draft(task, noted, corrects)?;
            let written = self.record_progress(&draft, &at(noted.recorded))?;
            kept.extend(written.thing.map(|entry| (index, entry)));
        }
        for told in &sample.figures {
            self.keep_sample_figures(told, &at(told.recorded))?;
        }
        self.write_sample_report(&sample, &at)
    }

    /// True in a ledger that was filled with the sample.
    pub(crate) fn is_sample(&self) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE verb = 'sample')")?.query_row([], |row| row.get(0))?)
    }

    fn keep_sample_office(&mut self, sample: &Sample, stamp: &Stamp) -> Result<Written> {
        self.write(stamp, "sample", |door| {
            let office = sample.office.clone();
            let form = OfficeForm {
                governing: office.governing,
                name: office.full,
                short: office.short,
                place: office.place,
                province: office.province,
                symbol: office.symbol,
                drafting: office.drafting,
                addressees: sample.addressees.clone(),
                before: office.before,
                person: office.person,
            };
            let id = door.make_office(&form, &sample.recipients)?;
            for signer in &sample.signers {
                let day = |text: &str| text.parse::<NaiveDate>().ok();
                let (name, office) = (signer.name.clone(), signer.office.clone());
                let form = SignerForm { name, office, usual: signer.usual, ..SignerForm::default() };
                door.keep_signer(&form, day(&signer.from), day(&signer.to))?;
            }
            for unit in &sample.units {
                door.keep_unit(None, &unit.name, &unit.aliases, Valid::default())?;
            }
            Ok(Done::new(Some(id), "Tạo sổ mẫu xã Lam Khê"))
        })
    }

    fn keep_sample_figures(&mut self, told: &SampleFigures, stamp: &Stamp) -> Result<Written> {
        let unit = self.units()?.into_iter().find(|unit| Some(&unit.name) == told.unit.as_ref()).and_then(|unit| unit.id);
        let drafts = told.values.iter().map(|(figure, value)| FigureDraft {
            figure: figure.clone(),
            from: told.from.to_string(),
            to: told.to.to_string(),
            unit,
            cumulative: told.cumulative,
            estimate: told.estimate,
            value: value.clone(),
            source: told.source.clone(),
            as_of: String::new(),
        });
        self.keep_figure_values(&drafts.collect::<Vec<_>>(), stamp)
    }

    fn keep_sample_plan<'a>(&mut self, sample: &'a Sample, stamp: &Stamp) -> Result<Vec<(&'a str, Id)>> {
        let plan = &sample.plan;
        let span = Span { first: plan.from, last: plan.to };
        let meaning = self.meaning()?;
        let mut tasks = Vec::new();
        self.write(stamp, "keep-plan", |door| {
            let words = PlanWords { title: &plan.title, number: &plan.number, day: Some(plan.date), ..PlanWords::default() };
            let id = door.make_plan(&words, span, plan.main)?;
            for (position, group) in (0_i64..).zip(&plan.groups) {
                let group_id = door.make_group(id, &group.roman, &group.name, position)?;
                for task in &group.tasks {
                    let position = STEP * i64::try_from(tasks.len()).unwrap_or_default();
                    let draft = TaskDraft {
                        tt: task.tt.clone(),
                        content: task.content.clone(),
                        lead: task.lead.clone(),
                        coordinating: task.coordinating.clone(),
                        deadline_text: task.deadline.clone(),
                        product: task.product.clone(),
                        answered_last: None,
                        event_day: None,
                        own_day: None,
                    };
                    let words = TaskWords::read(&draft, span, &meaning, stamp)?;
                    tasks.push((task.tt.as_str(), door.make_plan_task(id, group_id, &words, position)?));
                }
            }
            Ok(Done::new(Some(id), format!("Ghi {} nhiệm vụ của kế hoạch “{}” vào sổ", tasks.len(), plan.title)))
        })?;
        Ok(tasks)
    }

    fn keep_sample_assigned(&mut self, nth: u32, one: &SampleAssigned, tasks: &[(&str, Id)], stamp: &Stamp) -> Result<Id> {
        let linked = one.tt_link.as_deref().and_then(|tt| tasks.iter().find(|(known, _)| *known == tt)).map(|(_, id)| *id);
        let level = match one.level {
            SampleLevel::Above => Level::Above.name(),
            SampleLevel::Own => Level::Own.name(),
        };
        let form = AssignedForm {
            level: level.to_owned(),
            given: one.given.to_string(),
            giver: one.giver.clone(),
            document: one.document.clone(),
            tt: nth.to_string(),
            content: one.content.clone(),
            lead: one.lead.clone(),
            deadline_text: one.deadline.clone(),
            product: one.product.clone(),
            linked,
            ..AssignedForm::default()
        };
        let written = self.keep_assigned(&form, stamp)?;
        written.thing.ok_or_else(|| Error::Fault("assigned task without an id".to_owned()))
    }

    fn noted_draft(&self, task: Id, noted: &SampleEntry, corrects: Option<Id>) -> Result<ProgressDraft> {
        let occurrence = match noted.occurrence {
            None => None,
            Some(within) => {
                let view = self.task_view(task, noted.day)?;
                view.occurrences.iter().find(|one| one.first <= within && within <= one.last).map(|one| one.id)
            }
        };
        Ok(ProgressDraft {
            tasks: vec![task],
            state: noted.state.clone(),
            day: noted.day.to_string(),
            note: noted.note.clone(),
            evidence: noted.evidence.clone(),
            percent: noted.percent,
            new_last: noted.new_last.map(|day| day.to_string()).unwrap_or_default(),
            reason: if noted.granted_by.is_empty() { noted.reason.clone() } else { noted.granted_by.clone() },
            counts: noted.counts,
            corrects,
            occurrence,
            ..ProgressDraft::default()
        })
    }

    fn write_sample_report(&mut self, sample: &Sample, at: &dyn Fn(chrono::NaiveDateTime) -> Stamp) -> Result<Written> {
        let report = &sample.report;
        let draft = NewReport {
            kind: report.kind,
            period: report.period.clone(),
            from: Some(report.from.to_string()),
            to: Some(report.to.to_string()),
            as_of: Some(report.as_of.to_string()),
            appendix: true,
            statistics: false,
        };
        let stamp = at(report.created);
        let written = self.new_report(&draft, &stamp)?;
        let id = written.thing.ok_or_else(|| Error::Fault("report without an id".to_owned()))?;
        for section in self.report_view(id)?.sections {
            let Some(blocks) = report.sections.get(&section.key) else { continue };
            self.keep_section(id, &section.key, blocks.clone(), &stamp)?;
        }
        // Sent up and issued, as the evidence of the plan's own row says; the annual one is begun.
        let document = self.report_document(id)?;
        self.submit_report(id, &document, typeset::FACE, &typeset::pdf(&document)?, &at(report.to.and_time(EIGHT)))?;
        let issued = IssueDraft { number: "236".into(), day: "2026-09-17".into(), signed: None };
        self.issue_report(id, &issued, &at(report.to.and_time(EIGHT) + Days::new(4)))?;
        let next =
            NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
        self.new_report(&next, &at(report.to.and_time(EIGHT) + Days::new(63)))?;
        Ok(Written { summary: format!("Ghi số liệu mẫu {} năm 2026 vào sổ mới", sample.office.short), ..written })
    }
}

/// The hour at which the sample's plan and documents were noted.
const EIGHT: NaiveTime = match NaiveTime::from_hms_opt(8, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

//! The sample commune: our own invented xã Lam Khê, through 2026, noted day by day as an officer would.

mod data;

use crate::change::Done;
use crate::deadline::Span;
use crate::plan::{PlanWords, STEP, TaskWords};
use crate::progress::Said;
use crate::view::{Id, NewReport, ProgressDraft, TaskDraft, Written};
use crate::{Error, Ledger, Problem, Result, Stamp};
use chrono::NaiveTime;
use data::{Assigned, Noted, Sample};

const TEXT: &str = include_str!("../../../assets/sample/lam-khe.json");

impl Ledger {
    /// Fills a new ledger with the sample commune, each entry at the moment it was noted.
    ///
    /// Errors: the ledger holds something already.
    pub fn fill_sample(&mut self, stamp: &Stamp) -> Result<Written> {
        if !self.log(1)?.is_empty() {
            return Err(Problem::NotEmpty.into());
        }
        let sample: Sample = serde_json::from_str(TEXT).map_err(|error| Error::Fault(format!("lam-khe.json: {error}")))?;
        let person = sample.office.person.clone();
        let at = |moment| Stamp { moment, person: person.clone(), seed: stamp.seed };
        let begun = at(sample.begun);
        self.keep_sample_office(&sample, &begun)?;
        let tasks = self.keep_sample_plan(&sample, &begun)?;
        let assigned = sample.assigned.iter().map(|one| self.keep_assigned(one, &tasks, &at(one.moment()))).collect::<Result<Vec<Id>>>()?;
        let mut notes: Vec<(usize, Id, &Noted)> = Vec::new();
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
        self.write_sample_report(&sample, &at)
    }

    /// True in a ledger that was filled with the sample.
    pub(crate) fn is_sample(&self) -> Result<bool> {
        Ok(self.conn.prepare_cached("SELECT EXISTS (SELECT 1 FROM change WHERE verb = 'sample')")?.query_row([], |row| row.get(0))?)
    }

    fn keep_sample_office(&mut self, sample: &Sample, stamp: &Stamp) -> Result<Written> {
        self.write(stamp, "sample", |door| {
            let mut form = sample.office.clone();
            form.addressees = sample.addressees.clone();
            let id = door.make_office(&form, &sample.recipients)?;
            for signer in &sample.signers {
                door.make_signer(&signer.name, &signer.office, signer.usual, signer.from, signer.to)?;
            }
            for unit in &sample.units {
                door.keep_unit(None, &unit.name, &unit.aliases)?;
            }
            Ok(Done::new(Some(id), "Tạo sổ mẫu xã Lam Khê"))
        })
    }

    fn keep_sample_plan<'a>(&mut self, sample: &'a Sample, stamp: &Stamp) -> Result<Vec<(&'a str, Id)>> {
        let plan = &sample.plan;
        let span = Span { first: plan.from, last: plan.to };
        let before = self.before()?;
        let mut tasks = Vec::new();
        self.write(stamp, "keep-plan", |door| {
            let words = PlanWords { title: &plan.title, number: &plan.number, day: plan.day, decision: &plan.decision, targets: &plan.targets };
            let id = door.make_plan(&words, span, true)?;
            for (position, group) in (0_i64..).zip(&plan.groups) {
                let group_id = door.make_group(id, &group.roman, &group.name, position)?;
                for task in &group.tasks {
                    let position = STEP * i64::try_from(tasks.len()).unwrap_or_default();
                    let words = TaskWords::read(&task.draft(), span, before, stamp)?;
                    tasks.push((task.tt.as_str(), door.make_plan_task(id, group_id, &words, position)?));
                }
            }
            Ok(Done::new(Some(id), format!("Ghi {} nhiệm vụ của kế hoạch “{}” vào sổ", tasks.len(), plan.title)))
        })?;
        Ok(tasks)
    }

    /// An assigned task; its own screen comes later, the ledger holds it now.
    fn keep_assigned(&mut self, one: &Assigned, tasks: &[(&str, Id)], stamp: &Stamp) -> Result<Id> {
        let linked = one.tt_link.as_deref().and_then(|tt| tasks.iter().find(|(known, _)| *known == tt)).map(|(_, id)| *id);
        let draft = TaskDraft {
            tt: one.tt.clone(),
            content: one.content.clone(),
            lead: one.lead.clone(),
            deadline_text: one.deadline.clone(),
            product: one.product.clone(),
            ..TaskDraft::default()
        };
        let words = TaskWords::read(&draft, Span { first: one.given, last: year_end(one.given) }, self.before()?, stamp)?;
        let written = self.write(stamp, "assign-task", |door| {
            let task = door.make_assigned(&words, &one.level, one.given, &one.giver, &one.document, linked)?;
            Ok(Done::new(Some(task), format!("Ghi nhiệm vụ {} giao: {}", one.giver, one.content)))
        })?;
        written.thing.ok_or_else(|| Error::Fault("assigned task without an id".to_owned()))
    }

    fn noted_draft(&self, task: Id, noted: &Noted, corrects: Option<Id>) -> Result<ProgressDraft> {
        let occurrence = match noted.occurrence {
            None => None,
            Some(within) => {
                let view = self.task_view(task, noted.day)?;
                view.occurrences.iter().find(|one| one.first <= within && within <= one.last).map(|one| one.id)
            }
        };
        Ok(ProgressDraft {
            tasks: vec![task],
            state: noted.said()?.name().to_owned(),
            day: noted.day.to_string(),
            note: noted.note.clone(),
            evidence: noted.evidence.clone(),
            percent: noted.percent,
            new_last: noted.new_last.map(|day| day.to_string()).unwrap_or_default(),
            reason: if noted.granted_by.is_empty() { noted.reason.clone() } else { noted.granted_by.clone() },
            counts: noted.counts,
            corrects,
            occurrence,
        })
    }

    fn write_sample_report(&mut self, sample: &Sample, at: &dyn Fn(chrono::NaiveDateTime) -> Stamp) -> Result<Written> {
        let report = &sample.report;
        let draft = NewReport { kind: report.kind, period: report.period.clone(), from: None, to: None, as_of: None, appendix: true };
        let stamp = at(report.begun);
        let written = self.new_report(&draft, &stamp)?;
        let id = written.thing.ok_or_else(|| Error::Fault("report without an id".to_owned()))?;
        for section in self.report_view(id)?.sections {
            let Some(blocks) = report.sections.get(&section.key) else { continue };
            // What the outline offers stays; the officer's own text follows it.
            let all = if blocks.is_empty() { section.blocks } else { section.blocks.into_iter().chain(blocks.iter().cloned()).collect() };
            self.keep_section(id, &section.key, all, &stamp)?;
        }
        Ok(Written { summary: format!("Ghi số liệu mẫu {} năm 2026 vào sổ mới", sample.office.short), ..written })
    }
}

impl Noted {
    fn said(&self) -> Result<Said> {
        Said::parse(if self.new_last.is_some() { Said::Extended.name() } else { &self.state })
    }
}

impl Assigned {
    fn moment(&self) -> chrono::NaiveDateTime {
        self.given.and_time(NaiveTime::from_hms_opt(15, 0, 0).unwrap_or_default())
    }
}

fn year_end(day: chrono::NaiveDate) -> chrono::NaiveDate {
    use chrono::Datelike;
    chrono::NaiveDate::from_ymd_opt(day.year(), 12, 31).unwrap_or(day)
}

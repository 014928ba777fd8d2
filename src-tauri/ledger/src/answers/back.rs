//! A unit's workbook that came back: what it says, row by row, before anything is noted.

use super::out::{MADE, UNIT};
use super::{STATES, shown_tt};
use crate::problem::FigureProblem;
use crate::progress::{Entry, Facts, Said, Standing};
use crate::sheet::{self, Row};
use crate::viet::{self, day_screen, fold, typed_day};
use crate::view::{AnswerRow, AnswersDraft, FiguresDraft, Id, Note, ProgressDraft, State};
use crate::word::read::load;
use crate::{Error, Ledger, Problem, Result};
use chrono::NaiveDate;
use std::path::Path;

/// The columns of a workbook that are read: state, day, document, note, mark.
#[derive(Debug, Clone, Copy, Default)]
struct Columns {
    state: usize,
    day: usize,
    document: usize,
    note: usize,
    mark: usize,
}

impl Ledger {
    /// Reads a unit's workbook, tasks and figures; nothing is noted yet.
    ///
    /// Rows are known by their mark, else by TT and words. What can't be noted as it stands carries a
    /// warning and is not taken. Errors: not a workbook of ours ([`Problem::NotAnswers`]).
    pub fn read_answers(&self, path: &Path, today: NaiveDate) -> Result<AnswersDraft> {
        let bytes = load(path)?;
        let source = path.file_name().map(|name| viet::nfc(&name.to_string_lossy())).unwrap_or_default();
        let told = self.figures_in(&source, &bytes)?;
        let sheets = sheet::read::bytes(&bytes)?;
        let Some((sheet, (head, columns))) = sheets.iter().find_map(|sheet| columns(&sheet.rows).map(|columns| (sheet, columns))) else {
            // A unit that leads no task was asked for figures alone.
            if let Some(Err(problem @ Problem::Figure(FigureProblem::UnknownUnit(_)))) = told {
                return Err(problem.into());
            }
            let figures = told.and_then(std::result::Result::ok);
            let told = figures.as_ref().and_then(|figures| figures.unit).ok_or(Problem::NotAnswers)?;
            let known = self.units()?.into_iter().find(|unit| unit.id == Some(told));
            let unit = known.map(|unit| unit.name).ok_or(Problem::NotAnswers)?;
            return Ok(AnswersDraft { source, unit, asked: None, rows: Vec::new(), figures, unread: String::new() });
        };
        let (figures, unread) = match told {
            Some(Ok(figures)) => (Some(figures), String::new()),
            Some(Err(problem)) => (None, problem.sentence()),
            None => (None, String::new()),
        };
        let (unit, asked) = sheet.rows.iter().take(head).find_map(about).unwrap_or_default();
        let known = self.asked_facts(today)?;
        let told = self.told_facts(known.iter().flat_map(|(_, facts)| facts.tasks.iter().cloned()).collect())?;
        let mut rows = Vec::new();
        for row in sheet.rows.iter().skip(head + 1) {
            let text = |column: usize| row.words(column);
            if text(1).is_empty() && text(columns.mark).is_empty() {
                continue;
            }
            let marked: Option<Id> = text(columns.mark).trim_start_matches(['N', 'n']).parse().ok();
            let task = known.iter().find_map(|(assigned, facts)| {
                let same = |task: &&crate::plan::Task| match marked {
                    Some(id) => task.id == id,
                    None => fold(&task.words.content) == fold(&text(1)),
                };
                facts.tasks.iter().find(same).map(|task| (*assigned, task, Standing::of_row(facts, task, today)))
            });
            rows.push(answer(&text, &columns, task, &told, today));
        }
        Ok(AnswersDraft { source, unit, asked, rows, figures, unread })
    }

    /// The figures of a workbook that came back, or why they can't be taken in; `None`: it has no such sheet.
    fn figures_in(&self, source: &str, bytes: &[u8]) -> Result<Option<Result<FiguresDraft, Problem>>> {
        match self.read_figures(source, bytes, None) {
            Ok(figures) => Ok(Some(Ok(figures))),
            Err(error) if error.code() == "no-figures" => Ok(None),
            Err(Error::Refused(problem)) => Ok(Some(Err(problem))),
            Err(error) => Err(error),
        }
    }
}

fn answer(
    text: &impl Fn(usize) -> String,
    columns: &Columns,
    task: Option<(bool, &crate::plan::Task, Standing)>,
    told: &Facts<Entry>,
    today: NaiveDate,
) -> AnswerRow {
    let (said, day, document, note) = (text(columns.state), text(columns.day), text(columns.document), text(columns.note));
    let state = STATES.iter().find(|(words, _)| fold(words) == fold(&said)).map(|(_, state)| (*state).to_owned());
    let mut warnings = Vec::new();
    let mut warn = |code: &str, sentence: String| warnings.push(Note { code: code.to_owned(), sentence });
    let read = if day.is_empty() { Ok(None) } else { typed_day(&day, today).map(Some) };
    if task.is_none() {
        warn("task-unknown", "Không tìm thấy nhiệm vụ này trong sổ.".to_owned());
    }
    if let Some((assigned, task, _)) = &task
        && [(0, &shown_tt(*assigned, &task.words.tt)), (1, &task.words.content)]
            .iter()
            .any(|(column, kept)| !text(*column).is_empty() && fold(&text(*column)) != fold(kept))
    {
        warn("words-differ", format!("Phiếu ghi TT {} “{}”, khác với nhiệm vụ này trong sổ; có thể là phiếu của sổ khác.", text(0), text(1)));
    }
    let kept = task.as_ref().map(|(_, _, standing)| standing.state);
    let finished = matches!(kept, Some(State::DoneOnTime | State::DoneLate | State::Stopped));
    if finished && matches!(state.as_deref(), Some("in-progress" | "not-started")) {
        warn("goes-back", "Sổ đã ghi xong hoặc dừng; phiếu này có thể là bản cũ.".to_owned());
    }
    if state.is_none() && !said.is_empty() {
        warn("state-unknown", format!("“{said}” không có trong danh sách kết quả."));
    }
    match &read {
        Err(_) => warn("day-wrong", format!("“{day}” không phải là một ngày có thật.")),
        Ok(Some(day)) if *day > today => warn("day-in-future", format!("Ngày {} chưa tới.", day_screen(*day))),
        Ok(None) if state.as_deref() == Some("done") => warn("day-none", "Đã xong nhưng chưa ghi ngày.".to_owned()),
        Ok(_) => {}
    }
    if state.as_deref() == Some("stopped") && note.is_empty() {
        warn("reason-none", "Không thực hiện nhưng chưa ghi lý do.".to_owned());
    }
    let day = read.ok().flatten();
    let bare = document.is_empty() && note.is_empty();
    let same = task.as_ref().is_some_and(|(_, task, standing)| {
        bare && says_nothing_new(state.as_deref(), day, standing) || is_noted(told, task.id, state.as_deref(), day, [&document, &note])
    });
    AnswerRow {
        task: task.as_ref().map(|(_, task, _)| task.id),
        assigned: task.as_ref().is_some_and(|(assigned, ..)| *assigned),
        tt: task.as_ref().map_or_else(|| text(0), |(_, task, _)| task.words.tt.clone()),
        content: task.as_ref().map_or_else(|| text(1), |(_, task, _)| task.words.content.clone()),
        now: task.as_ref().map(|(_, _, standing)| standing.state),
        take: state.is_some() && warnings.is_empty() && !same,
        state,
        day: day.map(day_screen).unwrap_or_default(),
        document,
        note,
        warnings,
    }
}

/// A unit that says again what the ledger has adds nothing.
fn says_nothing_new(state: Option<&str>, day: Option<NaiveDate>, standing: &Standing) -> bool {
    let same_day = day.is_none() || day == standing.since;
    match (state, standing.state) {
        (Some("done"), State::DoneOnTime | State::DoneLate) | (Some("stopped"), State::Stopped) => same_day,
        (Some("in-progress"), State::InProgress) | (Some("not-started"), State::NotStarted) => true,
        _ => false,
    }
}

/// True when an entry says this already, word for word: the same file was taken in before.
fn is_noted(told: &Facts<Entry>, task: Id, state: Option<&str>, day: Option<NaiveDate>, [document, note]: [&str; 2]) -> bool {
    let same = |kept: &str, words: &str| fold(kept) == fold(words);
    told.entries(task).iter().filter(|entry| !told.is_superseded(entry.mark.id)).any(|entry| {
        let words = if entry.mark.said == Said::Stopped { &entry.reason } else { &entry.note };
        Some(entry.mark.said.name()) == state
            && day.is_none_or(|day| day == entry.mark.day)
            && same(words, note)
            && (same(&entry.evidence, document) || same(&told.proof(entry), document))
    })
}

impl AnswerRow {
    /// The entry it would be; `None` without a task or a state.
    pub(super) fn draft(&self) -> Option<ProgressDraft> {
        let (task, state) = (self.task?, self.state.clone()?);
        // What is under way happened by the day the answer came: today when no day is given.
        let day = if self.day.trim().is_empty() { "hôm nay".to_owned() } else { self.day.clone() };
        let reason = if state == "stopped" { self.note.clone() } else { String::new() };
        let note = if state == "stopped" { String::new() } else { self.note.clone() };
        Some(ProgressDraft { tasks: vec![task], state, day, note, evidence: self.document.clone(), reason, ..ProgressDraft::default() })
    }
}

/// The row of the headings, and where each column stands.
fn columns(rows: &[Row]) -> Option<(usize, Columns)> {
    rows.iter().take(12).enumerate().find_map(|(at, row)| {
        let width: usize = row.cells.iter().map(|cell| cell.span).sum();
        let place = |begins: &str| (0..width).find(|column| fold(&row.words(*column)).starts_with(&fold(begins)));
        let columns =
            Columns {
                state: place("Kết quả")?, day: place("Ngày")?, document: place("Văn bản")?, note: place("Ghi chú")?, mark: place("Mã")?
            };
        Some((at, columns))
    })
}

/// The unit and the day in the line above the table.
fn about(row: &Row) -> Option<(String, Option<NaiveDate>)> {
    let line = row.words(0);
    let (unit, day) = line.strip_prefix(UNIT.trim_end())?.split_once(MADE.trim_end())?;
    let day = day.trim();
    let iso = typed_day(day, NaiveDate::default()).ok();
    Some((unit.trim().to_owned(), iso))
}

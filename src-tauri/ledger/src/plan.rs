//! The plan appendix: keeping an imported one, editing its rows, showing it as a grid.

mod amend;
mod block;
mod counted;
mod form;
mod grid;
mod keep;
mod matching;
pub mod read;
mod reread;
mod rows;
pub(crate) mod workbook;

pub use counted::Meaning;
pub(crate) use grid::task_row;
pub(crate) use keep::Giving;
pub(crate) use read::{Shape, UnitNames, fold_unit, spellings};
pub(crate) use rows::{Task, TaskWords, Which};

use crate::change::{Done, Door};
use crate::deadline::{Before, Deadline, Kind, Span};
use crate::office::required;
use crate::view::{Id, PlanBrief, PlanDraft, TaskDraft, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use chrono::NaiveDate;
use std::path::Path;

/// Reads a plan from a file without keeping anything; see [`read`].
pub fn read_plan_file(path: &Path, meaning: &Meaning) -> Result<PlanDraft> {
    read::read_plan_file(path, meaning)
}

/// In counts by unit: rows that stand under no unit's name.
pub(crate) const NO_UNIT: &str = "Không nêu tên đơn vị nào";

impl Ledger {
    /// Keeps a plan that was read and looked at: groups, rows, occurrences, in one change.
    ///
    /// A row with an empty cell is kept as it came. Errors: no rows, reversed days, an answered day
    /// that does not exist.
    pub fn keep_plan(&mut self, draft: &PlanDraft, stamp: &Stamp) -> Result<Written> {
        if draft.rows.is_empty() {
            return Err(Problem::NoPlanTable.into());
        }
        let span = span(draft.from, draft.to)?;
        let title = viet::nfc(draft.title.trim());
        let title = if title.is_empty() { default_title(span) } else { title };
        let meaning = self.meaning()?;
        let main = !self.plans()?.iter().any(|plan| plan.main && plan.from <= span.last && plan.to >= span.first);
        self.write(stamp, "keep-plan", |door| {
            let plan = door.make_plan(&PlanWords { title: &title, ..PlanWords::default() }, span, main)?;
            let mut group: Option<(Id, &str, &str)> = None;
            let mut groups = 0;
            for (nth, row) in (0_i64..).zip(&draft.rows) {
                let same = group.is_some_and(|(_, roman, name)| roman == row.group_roman && name == row.group_name);
                if !same {
                    let id = door.make_group(plan, &row.group_roman, &row.group_name, groups)?;
                    groups += 1;
                    group = Some((id, &row.group_roman, &row.group_name));
                }
                let Some((group, ..)) = group else { continue };
                // A row without content came so from the office: it is kept and pointed at, not refused.
                let words = TaskWords::taken_in(&TaskDraft::from(row), span, &meaning, stamp)?;
                door.make_plan_task(plan, group, &words, nth * STEP)?;
            }
            let beside = if main {
                ""
            } else {
                "; kỳ này đã có kế hoạch chính nên đây là kế hoạch phụ, không vào thống kê báo cáo"
            };
            let (first, last) = (viet::day_screen(span.first), viet::day_screen(span.last));
            Ok(Done::new(Some(plan), format!("Ghi {} nhiệm vụ của kế hoạch từ {first} đến {last} vào sổ{beside}", draft.rows.len())))
        })
    }

    /// Adds a row to a group, below `after` or at the group's end.
    ///
    /// Errors: an empty task; a typed deadline that is a day and does not exist.
    pub fn add_task(&mut self, plan: Id, group: Id, after: Option<Id>, draft: &TaskDraft, stamp: &Stamp) -> Result<Written> {
        let words = self.task_words(plan, draft, stamp)?;
        let position = self.position_after(plan, group, after)?;
        self.write(stamp, "add-task", |door| {
            door.make_room(plan, position)?;
            let task = door.make_plan_task(plan, group, &words, position)?;
            Ok(Done::new(Some(task), format!("Thêm nhiệm vụ TT {}", words.tt)))
        })
    }

    /// Edits the words of a row; its progress stays with it.
    pub fn edit_task(&mut self, task: Id, draft: &TaskDraft, stamp: &Stamp) -> Result<Written> {
        let kept = self.task(task)?;
        let words = match kept.plan {
            Some(plan) => self.task_words(plan, draft, stamp)?,
            None => TaskWords::read(draft, kept.span_alone(), &self.meaning()?, stamp)?,
        };
        let words = words.with_own_day(draft, &kept.words).with_days(&kept.words).in_force(kept.from, &kept.words);
        self.write(stamp, "edit-task", |door| {
            let mut lost = 0;
            if words != kept.words {
                door.amend_task(task, &words)?;
                if words.deadline.occurrences != kept.words.deadline.occurrences {
                    lost = door.renew_occurrences(task, &words.deadline)?;
                }
            }
            Ok(Done::new(Some(task), format!("Sửa nhiệm vụ TT {}{}", words.tt, lost_periods(lost))))
        })
    }

    /// Moves a row to another place: below `after` in `group`, or to the group's top.
    pub fn move_task(&mut self, task: Id, group: Id, after: Option<Id>, stamp: &Stamp) -> Result<Written> {
        let kept = self.task(task)?;
        let plan = kept.plan.ok_or(Problem::NotFound("kế hoạch"))?;
        let position = match after {
            Some(_) => self.position_after(plan, group, after)?,
            None => self.top_of(plan, group)?,
        };
        self.write(stamp, "move-task", |door| {
            door.make_room(plan, position)?;
            door.amend("task", task, &[("grp", &group), ("position", &position)])?;
            Ok(Done::new(Some(task), format!("Chuyển chỗ nhiệm vụ TT {}", kept.words.tt)))
        })
    }

    /// Takes a row out; its progress stays in the log and comes back with undo.
    pub fn remove_task(&mut self, task: Id, stamp: &Stamp) -> Result<Written> {
        let kept = self.task(task)?;
        self.write(stamp, "remove-task", |door| {
            door.end_task(task)?;
            Ok(Done::new(None, format!("Bỏ nhiệm vụ TT {}", kept.words.tt)))
        })
    }

    /// What the words of a deadline mean in a plan (for the line under the field while one types).
    ///
    /// `event`: the day of the event that a relative deadline counts from, where it is known.
    pub fn read_deadline(&self, words: &str, plan: Option<Id>, event: Option<NaiveDate>, today: NaiveDate) -> Result<Deadline> {
        let span = match plan {
            Some(plan) => self.plan(plan)?.span(),
            None => year_of(today),
        };
        Ok(self.meaning()?.of(words, span, event))
    }

    /// What "trước ngày N" means in this office.
    pub fn before(&self) -> Result<Before> {
        Ok(self.office_on(None)?.map(|office| office.form.before).unwrap_or_default())
    }

    /// The main plan whose period holds a day.
    pub(crate) fn main_plan_on(&self, day: NaiveDate) -> Result<Option<PlanBrief>> {
        Ok(self.plans()?.into_iter().find(|plan| plan.main && plan.from <= day && day <= plan.to))
    }

    fn task_words(&self, plan: Id, draft: &TaskDraft, stamp: &Stamp) -> Result<TaskWords> {
        let words = TaskWords::read(draft, self.plan(plan)?.span(), &self.meaning()?, stamp)?;
        if words.deadline.kind == Kind::Unknown && looks_like_a_day(&words.deadline_words) {
            return Err(Problem::BadDay(words.deadline_words).into());
        }
        Ok(words)
    }
}

/// Said after a change of deadlines: periods with results that go on in no new one.
pub(crate) fn lost_periods(lost: usize) -> String {
    if lost == 0 {
        String::new()
    } else {
        format!("; {lost} lần thực hiện đã ghi kết quả không còn trong thời hạn mới, hãy xem lại")
    }
}

/// The distance between the positions of two neighbours when a plan is first kept.
pub(crate) const STEP: i64 = 1024;

/// What stands around a plan's rows.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct PlanWords<'a> {
    pub(crate) title: &'a str,
    pub(crate) number: &'a str,
    pub(crate) day: Option<NaiveDate>,
    pub(crate) decision: &'a str,
    pub(crate) targets: &'a [String],
}

impl PlanBrief {
    /// The plan's period.
    pub fn span(&self) -> Span {
        Span { first: self.from, last: self.to }
    }
}

impl TaskWords {
    /// Checks the words of a row as typed and reads its deadline. Errors: no content; no such day.
    pub(crate) fn read(draft: &TaskDraft, span: Span, meaning: &Meaning, stamp: &Stamp) -> Result<TaskWords> {
        required("Nội dung công việc", &draft.content)?;
        TaskWords::taken_in(draft, span, meaning, stamp)
    }

    /// The words of a row as an office wrote them, an empty content too.
    fn taken_in(draft: &TaskDraft, span: Span, meaning: &Meaning, stamp: &Stamp) -> Result<TaskWords> {
        let text = |text: &str| viet::nfc(text.trim());
        let deadline_words = text(&draft.deadline_text);
        let day = |typed: Option<&str>| match typed.map(str::trim) {
            None | Some("") => Ok(None),
            Some(typed) => viet::typed_day(typed, stamp.today()).map(Some),
        };
        let answered_last = day(draft.answered_last.as_deref())?;
        let event_day = day(draft.event_day.as_deref())?;
        Ok(TaskWords {
            tt: text(&draft.tt),
            content: text(&draft.content),
            lead: text(&draft.lead),
            coordinating: text(&draft.coordinating),
            deadline: meaning.of(&deadline_words, span, event_day),
            deadline_words,
            answered_last,
            event_day,
            own_day: day(draft.own_day.as_deref())?,
            product: text(&draft.product),
        })
    }

    /// The own target day of before, where the draft says nothing of it.
    pub(crate) fn with_own_day(mut self, draft: &TaskDraft, kept: &TaskWords) -> TaskWords {
        if draft.own_day.is_none() {
            self.own_day = kept.own_day;
        }
        self
    }

    /// Where the words of the deadline are those of before, so are its days: an edit of another column
    /// reads no deadline anew.
    pub(crate) fn with_days(mut self, kept: &TaskWords) -> TaskWords {
        if self.deadline_words == kept.deadline_words && self.event_day == kept.event_day {
            self.deadline = kept.deadline.clone();
        }
        self
    }

    /// The words of a row that came in with an amendment: of the periods that ended before it was in
    /// force, those of `before` stay, and no other is asked for.
    pub(crate) fn in_force(mut self, from: Option<NaiveDate>, before: &TaskWords) -> TaskWords {
        if let Some(from) = from.filter(|_| self.deadline.kind == Kind::Recurring) {
            let new = std::mem::take(&mut self.deadline.occurrences).into_iter().filter(|one| one.last >= from);
            let old = before.deadline.occurrences.iter().copied().filter(|one| one.last < from);
            self.deadline.occurrences = old.chain(new).collect();
        }
        self
    }

    /// The units that lead the row, as its cell names them; none or one, where there is no more.
    pub(crate) fn lead_units(&self) -> Vec<String> {
        read::units_named(&self.lead)
    }

    /// The last day before any extension: the officer's answer, else what the words mean.
    pub(crate) fn last(&self) -> Option<NaiveDate> {
        self.answered_last.or(match self.deadline.kind {
            Kind::Date | Kind::Window | Kind::Relative => self.deadline.last,
            // An occurrence has its own last day; the others have none until something happens.
            Kind::Recurring | Kind::Continuous | Kind::Triggered | Kind::Unknown => None,
        })
    }
}

impl Door<'_> {
    /// A task of a plan with its occurrences.
    pub(crate) fn make_plan_task(&mut self, plan: Id, group: Id, words: &TaskWords, position: i64) -> Result<Id> {
        let task = self.make_task_row(plan, group, words, position)?;
        self.make_occurrences(task, &words.deadline)?;
        Ok(task)
    }
}

fn span(first: NaiveDate, last: NaiveDate) -> Result<Span> {
    if first > last { Err(Problem::DaysReversed.into()) } else { Ok(Span { first, last }) }
}

fn year_of(day: NaiveDate) -> Span {
    use chrono::Datelike;
    let (first, last) = (NaiveDate::from_ymd_opt(day.year(), 1, 1), NaiveDate::from_ymd_opt(day.year(), 12, 31));
    Span { first: first.unwrap_or(day), last: last.unwrap_or(day) }
}

fn default_title(span: Span) -> String {
    format!("Kế hoạch cải cách hành chính từ {} đến {}", viet::day_paper(span.first), viet::day_paper(span.last))
}

/// True for words made of figures and date marks alone: `31/02/2026`, `28/72025`.
fn looks_like_a_day(words: &str) -> bool {
    words.chars().any(|sign| sign.is_ascii_digit()) && words.chars().all(|sign| sign.is_ascii_digit() || "/-. ".contains(sign))
}

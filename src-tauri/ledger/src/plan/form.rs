//! What a plan is called, when it runs, what it aims at, and the groups of its rows.

use super::{PlanWords, default_title, span};
use crate::change::Done;
use crate::view::{GroupForm, Id, PlanForm, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use chrono::NaiveDate;

/// The seven fields of the reform, as the Ministry orders them (domain: glossary).
const FIELDS: [&str; 7] = [
    "Chỉ đạo, điều hành",
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Cải cách tổ chức bộ máy",
    "Cải cách chế độ công vụ",
    "Cải cách tài chính công",
    "Xây dựng chính quyền điện tử, chính quyền số",
];

impl Ledger {
    /// What stands around a plan's rows, for its form. Error: no such plan.
    pub fn plan_form(&self, plan: Id) -> Result<PlanForm> {
        let brief = self.plan(plan)?;
        let sql = "SELECT number, day, decision, targets FROM plan WHERE thing = ?1 AND until IS NULL";
        Ok(self.conn.query_row(sql, [plan], |row| {
            Ok(PlanForm {
                id: Some(plan),
                title: brief.title.clone(),
                number: row.get(0)?,
                day: row.get::<_, Option<NaiveDate>>(1)?.map(viet::day_screen).unwrap_or_default(),
                decision: row.get(2)?,
                from: viet::day_screen(brief.from),
                to: viet::day_screen(brief.to),
                main: brief.main,
                targets: crate::store::column::list(row, 3)?,
            })
        })?)
    }

    /// A new plan with the seven fields and no row, or new words around one that is there.
    ///
    /// A main plan makes other plans of its days secondary ones. When the days of a plan change its
    /// deadlines are read again. Errors: days that are none or reversed.
    pub fn keep_plan_form(&mut self, form: &PlanForm, stamp: &Stamp) -> Result<Written> {
        let day = |text: &str| viet::typed_day(text, stamp.today());
        let period = span(day(&form.from)?, day(&form.to)?)?;
        let issued = if form.day.trim().is_empty() { None } else { Some(day(&form.day)?) };
        let text = |text: &str| viet::nfc(text.trim());
        let (title, number, decision) = (text(&form.title), text(&form.number), text(&form.decision));
        let title = if title.is_empty() { default_title(period) } else { title };
        let targets: Vec<String> = form.targets.iter().map(|line| text(line)).filter(|line| !line.is_empty()).collect();
        let words = PlanWords { title: &title, number: &number, day: issued, decision: &decision, targets: &targets };
        let overlaps = |from: NaiveDate, to: NaiveDate| from <= period.last && to >= period.first;
        let plans = self.plans()?;
        let rivals: Vec<Id> = plans
            .iter()
            .filter(|plan| form.main && plan.main && Some(plan.id) != form.id && overlaps(plan.from, plan.to))
            .map(|plan| plan.id)
            .collect();
        let reread = match form.id {
            Some(id) if self.plan(id)?.span() != period => self.reread(id, period)?,
            _ => Vec::new(),
        };
        self.write(stamp, "keep-plan-form", |door| {
            for rival in &rivals {
                door.amend("plan", *rival, &[("main", &false)])?;
            }
            let beside = if rivals.is_empty() { "" } else { "; kế hoạch chính trước đó của kỳ này thành kế hoạch phụ" };
            let Some(id) = form.id else {
                let plan = door.make_plan(&words, period, form.main)?;
                for (position, (name, number)) in (0_i64..).zip(FIELDS.iter().zip(1..)) {
                    door.make_group(plan, &viet::roman(number), name, position)?;
                }
                return Ok(Done::new(Some(plan), format!("Lập {title}{beside}")));
            };
            door.amend_plan(id, &words, period, form.main)?;
            let lost = door.write_reread(&reread)?;
            let again = if reread.is_empty() { String::new() } else { format!("; {} thời hạn đọc lại theo kỳ mới{lost}", reread.len()) };
            Ok(Done::new(Some(id), format!("Sửa {title}{beside}{again}")))
        })
    }

    /// Adds a group below another (at the end without one), or gives one new words.
    pub fn keep_group(&mut self, form: &GroupForm, stamp: &Stamp) -> Result<Written> {
        let (roman, name) = (viet::nfc(form.roman.trim()), viet::nfc(form.name.trim()));
        if roman.is_empty() && name.is_empty() {
            return Err(Problem::Empty("Tên nhóm").into());
        }
        self.plan(form.plan)?;
        let groups = self.groups(form.plan)?;
        let shown = format!("{roman}. {name}");
        if let Some(id) = form.id {
            groups.iter().find(|group| group.id == id).ok_or(Problem::NotFound("nhóm"))?;
            return self.write(stamp, "keep-group", |door| {
                door.amend("plan_group", id, &[("roman", &roman), ("name", &name)])?;
                Ok(Done::new(Some(id), format!("Sửa nhóm {shown}")))
            });
        }
        let position = match form.after {
            None => groups.iter().map(|group| group.position + 1).max().unwrap_or_default(),
            Some(after) => groups.iter().find(|group| group.id == after).ok_or(Problem::NotFound("nhóm"))?.position + 1,
        };
        self.write(stamp, "keep-group", |door| {
            for group in groups.iter().filter(|group| group.position >= position) {
                door.amend("plan_group", group.id, &[("position", &(group.position + 1))])?;
            }
            let id = door.make_group(form.plan, &roman, &name, position)?;
            Ok(Done::new(Some(id), format!("Thêm nhóm {shown}")))
        })
    }

    /// Takes a group without rows out. Error: it still has rows ([`Problem::GroupNotEmpty`]).
    pub fn remove_group(&mut self, plan: Id, group: Id, stamp: &Stamp) -> Result<Written> {
        let found = self.groups(plan)?.into_iter().find(|one| one.id == group).ok_or(Problem::NotFound("nhóm"))?;
        let rows = self.all_tasks(plan)?.into_iter().filter(|task| task.group == Some(group)).count();
        if rows > 0 {
            return Err(Problem::GroupNotEmpty(rows).into());
        }
        self.write(stamp, "remove-group", |door| {
            door.end("plan_group", group)?;
            Ok(Done::new(None, format!("Bỏ nhóm {}. {}", found.roman, found.name)))
        })
    }
}

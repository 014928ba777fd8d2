//! The statistics drawn: a chart by field and one by lead unit, on paper for a meeting.

use crate::office::Office;
use crate::paper::{Appendix, Bar, Chart, Document, Fill, Part};
use crate::plan::NO_UNIT;
use crate::viet::day_paper;
use crate::view::{ChartAsked, Counts, Scope, StatisticsView};
use crate::{Ledger, Problem, Result};
use chrono::NaiveDate;

/// One of the counts.
type CountOf = fn(&Counts) -> u32;

/// The states as the forms name them, in the order of every chart, and how their part of a bar is filled.
const STATES: [(&str, Fill, CountOf); 6] = [
    ("Hoàn thành đúng hạn", Fill::Solid, |counts| counts.done_on_time),
    ("Hoàn thành nhưng quá hạn", Fill::Stripes, |counts| counts.done_late),
    ("Đang thực hiện", Fill::Lines, |counts| counts.in_progress),
    ("Chưa triển khai", Fill::Empty, |counts| counts.not_started),
    ("Quá hạn", Fill::Grid, |counts| counts.overdue),
    ("Không thực hiện", Fill::Struck, |counts| counts.stopped),
];

/// Said below the bars of units: why they may be more than the plan.
const SHARED: &str = "Một nhiệm vụ do nhiều đơn vị chủ trì được tính cho từng đơn vị, nên cộng các đơn vị có thể lớn hơn số nhiệm vụ của kế hoạch.";

impl Ledger {
    /// The charts of a plan's statistics, by field and by lead unit; see [`Ledger::statistics`].
    ///
    /// Errors: as there; nothing is counted ([`Problem::NothingCounted`]).
    pub fn statistics_chart(&self, asked: &ChartAsked) -> Result<Document> {
        let ChartAsked { plan, scope, as_of, window } = *asked;
        let plan = self.plan(plan)?;
        let view = self.statistics_of(&plan, &self.plan_facts(plan.id, as_of)?, scope, as_of, window)?;
        if view.counts.total == 0 {
            return Err(Problem::NothingCounted.into());
        }
        let office = self.office_on(Some(as_of))?.unwrap_or_else(Office::unnamed).form.short;
        Ok(Document {
            appendices: vec![Appendix {
                title: format!("Biểu đồ tiến độ thực hiện {}", plan.title).to_uppercase(),
                reference: format!("({})", [office, told(&view)].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")),
                list: true,
                landscape: true,
                body: Vec::new(),
                charts: vec![by_group(&view), by_unit(&view)],
            }],
            mark: self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()),
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }

    /// What the file of the charts is called, without its ending: by the day they speak of.
    pub fn chart_file_name(&self, as_of: NaiveDate) -> String {
        format!("BD_TienDo_CCHC_{}", as_of.format("%d%m%Y"))
    }
}

/// The scope in words, and the day.
fn told(view: &StatisticsView) -> String {
    let (from, to) = (day_paper(view.from), day_paper(view.to));
    let scope = match view.scope {
        Scope::SinceStart => format!("lũy kế từ ngày {from}"),
        Scope::DoneWithin => format!("nhiệm vụ hoàn thành từ ngày {from} đến ngày {to}"),
        Scope::DueWithin => format!("nhiệm vụ đến hạn từ ngày {from} đến ngày {to}"),
    };
    format!("{scope}, tính đến ngày {}", day_paper(view.as_of))
}

fn by_group(view: &StatisticsView) -> Chart {
    let name = |name: &str| if name.is_empty() { "Lĩnh vực chưa có tên".to_owned() } else { name.to_owned() };
    let bars = view.by_group.iter().map(|group| bar(group.roman.clone(), name(&group.name), &group.counts));
    Chart { sum: Some(bar(String::new(), "Tổng cộng".to_owned(), &view.counts)), ..chart("1. Theo lĩnh vực", "Lĩnh vực", bars) }
}

fn by_unit(view: &StatisticsView) -> Chart {
    let name = |unit: &str| if unit.is_empty() { NO_UNIT.to_owned() } else { unit.to_owned() };
    let bars = (1..).zip(&view.by_unit).map(|(number, unit): (u32, _)| bar(number.to_string(), name(&unit.unit), &unit.counts));
    let twice = view.rows.iter().any(|row| row.units.len() > 1);
    Chart { note: if twice { SHARED.to_owned() } else { String::new() }, ..chart("2. Theo đơn vị chủ trì", "Đơn vị chủ trì", bars) }
}

fn chart(title: &str, names: &str, bars: impl Iterator<Item = Bar>) -> Chart {
    Chart {
        title: title.to_owned(),
        names: names.to_owned(),
        total: "Tổng số".to_owned(),
        parts: STATES.iter().map(|(name, fill, _)| Part { name: (*name).to_owned(), fill: *fill }).collect(),
        bars: bars.collect(),
        sum: None,
        note: String::new(),
    }
}

fn bar(tt: String, name: String, counts: &Counts) -> Bar {
    Bar { tt, name, counts: STATES.iter().map(|(_, _, count)| count(counts)).collect() }
}

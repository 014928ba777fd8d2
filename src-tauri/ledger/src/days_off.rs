//! Ngày nghỉ: the table that ships, the office's own days over it, and the working days they leave.

mod calendar;
mod rows;

pub(crate) use calendar::Calendar;

use crate::assets::{DayOff, DayOffKind, holidays};
use crate::change::{Done, Door};
use crate::viet::{self, day_screen};
use crate::view::{DayOffForm, DayOffRow, DaysOffView, Id, Written};
use crate::{Ledger, Problem, Result, Stamp};
use calendar::is_weekend;
use chrono::{Datelike, NaiveDate};
use rows::OwnDay;

/// So many years from today a day off may lie: further away it is a slip of the hand.
const FAR: i32 = 5;

impl Ledger {
    /// The days of a year that are not as their weekday: those that ship and the office's own.
    pub fn days_off_view(&self, year: i32) -> Result<DaysOffView> {
        let shipped = holidays()?.days;
        let ships = shipped.iter().any(|one| one.day.year() == year);
        let mut days: Vec<DayOffRow> = shipped.iter().map(shown).collect();
        for own in self.own_days()? {
            let ships = days.iter().any(|one| one.day == own.day);
            days.retain(|one| one.day != own.day);
            days.push(DayOffRow { day: own.day, name: own.name, kind: own.kind, announced: own.announced, own: true, ships });
        }
        days.retain(|one| one.day.year() == year);
        days.sort_by_key(|one| one.day);
        Ok(DaysOffView { year, ships, days })
    }

    /// Adds a day to the table, or changes one; working-day deadlines are counted again.
    ///
    /// Errors: no such day, a year far away, no name; a day the table has already (or, to change,
    /// has not); a Saturday given free; a weekday worked for another.
    pub fn keep_day_off(&mut self, form: &DayOffForm, stamp: &Stamp) -> Result<Written> {
        let day = viet::typed_day(&form.day, stamp.today())?;
        let name = viet::nfc(form.name.trim());
        if (day.year() - stamp.today().year()).abs() > FAR {
            return Err(Problem::YearFar(day).into());
        }
        if name.is_empty() {
            return Err(Problem::Empty("Tên ngày nghỉ").into());
        }
        let listed = self.days_off_view(day.year())?.days.into_iter().find(|one| one.day == day);
        match listed.filter(|one| one.kind.is_some()) {
            Some(one) if !form.change => return Err(Problem::DayListed { day, name: one.name }.into()),
            None if form.change => return Err(Problem::NotFound("ngày nghỉ").into()),
            _ => {}
        }
        match form.kind {
            DayOffKind::Workday if !is_weekend(day) => return Err(Problem::WorkedAnyway(day).into()),
            DayOffKind::Swapped if is_weekend(day) => return Err(Problem::OffAnyway(day).into()),
            _ => {}
        }
        let kind = match form.kind {
            DayOffKind::Workday => "ngày làm bù",
            DayOffKind::Holiday | DayOffKind::Swapped => "ngày nghỉ",
        };
        let summary = format!("Ghi {kind} {}: {name}", day_screen(day));
        self.set_day(OwnDay { id: None, day, kind: Some(form.kind), name, announced: form.announced }, summary, stamp)
    }

    /// Takes back what the office wrote of a day; a day that ships is taken out of the table.
    ///
    /// Working-day deadlines are counted again. Error: the table does not have the day.
    pub fn drop_day_off(&mut self, day: NaiveDate, stamp: &Stamp) -> Result<Written> {
        let listed = self.days_off_view(day.year())?.days.into_iter().find(|one| one.day == day).ok_or(Problem::NotFound("ngày nghỉ"))?;
        let shown = format!("{}: {}", day_screen(day), listed.name);
        if listed.own {
            let id = self.own_days()?.into_iter().find(|own| own.day == day).and_then(|own| own.id).ok_or(Problem::NotFound("ngày nghỉ"))?;
            let summary =
                if listed.ships { format!("Lấy lại ngày {} như bảng có sẵn", day_screen(day)) } else { format!("Bỏ ngày {shown}") };
            let left = self.own_days()?.into_iter().filter(|own| own.day != day).collect();
            return self.set_table(left, summary, stamp, |door| door.end("day_off", id).map(|_| id));
        }
        let out = OwnDay { id: None, day, kind: None, name: listed.name, announced: true };
        self.set_day(out, format!("Bỏ ngày {shown}"), stamp)
    }

    /// The working days by the office's table.
    pub(crate) fn calendar(&self) -> Result<Calendar> {
        merged(self.own_days()?)
    }

    fn set_day(&mut self, mut own: OwnDay, summary: String, stamp: &Stamp) -> Result<Written> {
        let mut days = self.own_days()?;
        own.id = days.iter().find(|kept| kept.day == own.day).and_then(|kept| kept.id);
        let same = days.contains(&own);
        days.retain(|kept| kept.day != own.day);
        days.push(own.clone());
        self.set_table(days, summary, stamp, |door| match own.id {
            Some(id) if same => Ok(id),
            _ => door.keep_own_day(&own),
        })
    }

    /// Writes a change of the table, and with it every deadline that ends on another day by it.
    fn set_table(&mut self, days: Vec<OwnDay>, summary: String, stamp: &Stamp, change: impl FnOnce(&mut Door) -> Result<Id>) -> Result<Written> {
        let moved = self.counted_by(&merged(days)?)?;
        self.write(stamp, "day-off", |door| {
            let thing = change(door)?;
            for (task, words) in &moved {
                door.amend_task(*task, words)?;
            }
            let told = if moved.is_empty() {
                "không thời hạn nào đổi ngày".to_owned()
            } else {
                format!("{} thời hạn tính lại, đổi ngày", moved.len())
            };
            Ok(Done::new(Some(thing), format!("{summary}; {told}")))
        })
    }
}

/// The table that ships, with the office's days in place of its own.
fn merged(own: Vec<OwnDay>) -> Result<Calendar> {
    let mut days = holidays()?.days;
    days.retain(|one| !own.iter().any(|own| own.day == one.day));
    days.extend(own.into_iter().filter_map(|own| Some(DayOff { day: own.day, name: own.name, kind: own.kind?, announced: own.announced })));
    Ok(Calendar::of(&days))
}

fn shown(one: &DayOff) -> DayOffRow {
    DayOffRow { day: one.day, name: one.name.clone(), kind: Some(one.kind), announced: one.announced, own: false, ships: true }
}

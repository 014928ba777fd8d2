//! The commune's own copy of the set of figures: a row of `data_set`, made at the first edit.

use super::catalog::Catalog;
use crate::assets::{FIGURES_CCHC, FigureSet, figures_cchc};
use crate::change::{Done, Door};
use crate::store::column::json;
use crate::store::files::hash;
use crate::view::{Id, Written};
use crate::{Error, Ledger, Problem, Result, Stamp};
use rusqlite::{OptionalExtension, ToSql};

/// The name of the set.
const SET: &str = "figures-cchc";
/// What the ids of the office's own figures and laws begin with.
pub(super) const OWN: &str = "added.";

/// The set that was copied in.
#[derive(Debug, Clone)]
pub(super) struct Kept {
    id: Id,
    /// The newer version the officer looked at and left; 0: none.
    declined: u32,
    set: FigureSet,
}

impl Ledger {
    /// The set of figures that holds here: the commune's own copy, else the one that ships.
    pub(crate) fn catalog(&self) -> Result<Catalog> {
        Ok(Catalog::of(self.figure_set()?)?)
    }

    /// The set that holds here, as data.
    pub(crate) fn figure_set(&self) -> Result<FigureSet> {
        self.kept_figure_set()?.map_or_else(figures_cchc, |kept| Ok(kept.set))
    }

    fn kept_figure_set(&self) -> Result<Option<Kept>> {
        let mut query = self.conn.prepare_cached("SELECT thing, declined, body FROM data_set WHERE name = ?1 AND until IS NULL")?;
        let row: Option<(Id, u32, String)> = query.query_row([SET], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let Some((id, declined, body)) = row else { return Ok(None) };
        let set = serde_json::from_str(&body).map_err(|error| Error::Fault(format!("{SET}: {error}")))?;
        Ok(Some(Kept { id, declined, set }))
    }

    /// Keeps the set with an edit in it, copied in first where it never was. Errors: see [`Catalog::of`].
    pub(super) fn keep_figure_set(&mut self, set: &FigureSet, stamp: &Stamp, verb: &str, summary: String) -> Result<Written> {
        Catalog::of(set.clone())?;
        let kept = self.kept_figure_set()?;
        let unchanged = self.figure_set()? == *set;
        self.write(stamp, verb, |door| {
            if unchanged {
                return Ok(Done::new(None, "Bộ số liệu không thay đổi"));
            }
            Ok(Done::new(Some(door.keep_figure_set(kept.as_ref().map(|kept| kept.id), set)?), summary))
        })
    }

    /// What a newer version of the set that ships would change, a line each; empty: there is none to offer.
    pub(super) fn newer_figures(&self) -> Result<Vec<String>> {
        let (Some(kept), shipped) = (self.kept_figure_set()?, figures_cchc()?) else { return Ok(Vec::new()) };
        let offered = shipped.version > kept.set.version && shipped.version > kept.declined;
        Ok(if offered { differences(&kept.set, &shipped) } else { Vec::new() })
    }

    /// The newer version of the set: taken with the office's own figures after it, or left until the next one.
    ///
    /// Error: there is nothing newer.
    pub fn renew_figures(&mut self, take: bool, stamp: &Stamp) -> Result<Written> {
        let shipped = figures_cchc()?;
        let kept = self.kept_figure_set()?.filter(|kept| shipped.version > kept.set.version).ok_or(Problem::NothingNewer)?;
        let renewed = renewed(&kept.set, &shipped);
        Catalog::of(renewed.clone())?;
        self.write(stamp, "renew-figures", |door| {
            if !take {
                door.amend("data_set", kept.id, &[("declined", &shipped.version)])?;
                return Ok(Done::new(Some(kept.id), "Giữ bộ số liệu đang dùng"));
            }
            Ok(Done::new(Some(door.keep_figure_set(Some(kept.id), &renewed)?), "Lấy bản mới của bộ số liệu"))
        })
    }

    /// The number the next change will have: ids made of it are never used again.
    pub(super) fn next_figure_id(&self) -> Result<String> {
        let next: Id = self.conn.query_row("SELECT coalesce(max(id), 0) + 1 FROM change", [], |row| row.get(0))?;
        Ok(format!("{OWN}{next}"))
    }
}

impl Door<'_> {
    fn keep_figure_set(&mut self, kept: Option<Id>, set: &FigureSet) -> Result<Id> {
        let body = json(set);
        if let Some(id) = kept {
            return self.amend("data_set", id, &[("version", &set.version), ("body", &body)]).map(|()| id);
        }
        let came = hash(FIGURES_CCHC.as_bytes());
        let columns: [(&str, &dyn ToSql); 4] = [("name", &SET), ("version", &set.version), ("sha256", &came), ("body", &body)];
        self.make("data_set", &columns)
    }
}

/// The newer set, and after it what the office added itself.
fn renewed(kept: &FigureSet, newer: &FigureSet) -> FigureSet {
    let mut set = newer.clone();
    set.figures.extend(kept.figures.iter().filter(|figure| figure.id.starts_with(OWN)).cloned());
    set.laws.extend(kept.laws.iter().filter(|law| law.id.starts_with(OWN)).cloned());
    set
}

fn differences(kept: &FigureSet, newer: &FigureSet) -> Vec<String> {
    let after = renewed(kept, newer);
    let mut lines = Vec::new();
    for figure in &after.figures {
        match kept.figures.iter().find(|one| one.id == figure.id) {
            None => lines.push(format!("Chỉ tiêu mới: {}", figure.name)),
            Some(was) if was.name != figure.name => lines.push(format!("Tên: “{}” thành “{}”", was.name, figure.name)),
            Some(was) if was != figure => lines.push(format!("Cách tính: {}", figure.name)),
            Some(_) => {}
        }
    }
    let gone = kept.figures.iter().filter(|one| after.figures.iter().all(|figure| figure.id != one.id));
    lines.extend(gone.map(|figure| format!("Không còn: {}", figure.name)));
    lines.extend(after.laws.iter().filter(|law| !kept.laws.contains(law)).map(|law| format!("Ràng buộc: {}", law.words)));
    if lines.is_empty() {
        lines.push("Sửa lời ở một số chỗ.".to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_set_keeps_what_the_office_added() {
        let mut kept = figures_cchc().unwrap();
        let mut own = kept.figures[30].clone();
        (own.id, own.name) = (format!("{OWN}7"), "Máy in".into());
        kept.figures.push(own.clone());
        kept.figures[26].name = "Cuộc đối thoại".into();
        let mut newer = figures_cchc().unwrap();
        newer.version += 1;
        newer.figures.remove(27);
        let taken = renewed(&kept, &newer);
        assert_eq!((taken.version, taken.figures.last()), (newer.version, Some(&own)));
        let said = differences(&kept, &newer);
        assert_eq!(said, ["Tên: “Cuộc đối thoại” thành “Cuộc đối thoại với người dân, doanh nghiệp”", "Không còn: Phòng, đơn vị được kiểm tra CCHC"]);
    }
}

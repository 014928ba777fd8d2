//! The office's rows.

use super::Office;
use crate::change::Door;
use crate::deadline::Before;
use crate::paper::signing::{Form, UBND};
use crate::plan::fold_unit;
use crate::store::column::{json, list};
use crate::view::{Id, OfficeForm, SignerForm, UnitForm};
use crate::{Ledger, Result};
use chrono::NaiveDate;
use rusqlite::{OptionalExtension, Row, ToSql};

impl Ledger {
    /// Spellings that are not one unit, each set folded.
    pub(super) fn apart(&self) -> Result<Vec<Vec<String>>> {
        let mut query = self.conn.prepare_cached("SELECT spellings FROM apart WHERE until IS NULL")?;
        let rows = query.query_map([], |row| list(row, 0))?;
        let sets: Vec<Vec<String>> = rows.collect::<Result<_, _>>()?;
        Ok(sets.into_iter().map(|set| set.iter().map(|spelling| fold_unit(spelling)).collect()).collect())
    }

    /// The office in force on a day; `None`: the present one.
    pub(crate) fn office_on(&self, day: Option<NaiveDate>) -> Result<Option<Office>> {
        let mut query = self.conn.prepare_cached(
            "SELECT thing, governing, name, short, place, province, symbol, drafting, addressees, before, person, recipients
             FROM office WHERE until IS NULL
             ORDER BY (?1 IS NULL OR ((valid_from IS NULL OR valid_from <= ?1) AND (valid_to IS NULL OR valid_to >= ?1))) DESC,
                      coalesce(valid_from, '') DESC LIMIT 1",
        )?;
        Ok(query.query_row([day], read_office).optional()?)
    }

    pub(crate) fn signers(&self) -> Result<Vec<SignerForm>> {
        let sql = "SELECT thing, name, office, valid_from, valid_to, usual, form, ground FROM signer WHERE until IS NULL ORDER BY thing";
        let mut query = self.conn.prepare_cached(sql)?;
        let rows = query.query_map([], |row| {
            let office: String = row.get(2)?;
            let form = Form::of_code(&row.get::<_, String>(6)?);
            let signs = form.unwrap_or_else(|| Form::usual(&office));
            Ok(SignerForm {
                id: Some(row.get(0)?),
                name: row.get(1)?,
                lines: signs.lines(&UBND, &office),
                office,
                from: row.get::<_, Option<String>>(3)?.unwrap_or_default(),
                to: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
                usual: row.get(5)?,
                form,
                ground: row.get(7)?,
                needs_ground: signs.needs_ground(),
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    pub(crate) fn units(&self) -> Result<Vec<UnitForm>> {
        let mut query = self.conn.prepare_cached("SELECT thing, name, aliases, valid_from, valid_to FROM unit WHERE until IS NULL ORDER BY thing")?;
        let rows = query.query_map([], |row| {
            let day = |column: usize| row.get::<_, Option<String>>(column).map(Option::unwrap_or_default);
            Ok(UnitForm { id: Some(row.get(0)?), name: row.get(1)?, aliases: list(row, 2)?, from: day(3)?, to: day(4)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The days within which something holds; `None`: without an end.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Valid {
    pub(crate) from: Option<NaiveDate>,
    pub(crate) to: Option<NaiveDate>,
}

impl Door<'_> {
    pub(crate) fn keep_unit(&mut self, unit: Option<Id>, name: &str, aliases: &[String], days: Valid) -> Result<Id> {
        let aliases = json(aliases);
        let columns: [(&str, &dyn ToSql); 4] = [("name", &name), ("aliases", &aliases), ("valid_from", &days.from), ("valid_to", &days.to)];
        match unit {
            None => self.make("unit", &columns),
            Some(id) => {
                self.replace("unit", id, &columns)?;
                Ok(id)
            }
        }
    }

    pub(crate) fn make_office(&mut self, form: &OfficeForm, recipients: &[String]) -> Result<Id> {
        let id = self.thing("office")?;
        self.begin_office(id, form, recipients)?;
        Ok(id)
    }

    pub(super) fn replace_office(&mut self, id: Id, form: &OfficeForm, recipients: &[String]) -> Result<()> {
        self.end("office", id)?;
        self.begin_office(id, form, recipients)
    }

    fn begin_office(&mut self, id: Id, form: &OfficeForm, recipients: &[String]) -> Result<()> {
        let before = match form.before {
            Before::Exclusive => "exclusive",
            Before::Inclusive => "inclusive",
        };
        self.begin(
            "office",
            id,
            &[
                ("governing", &form.governing),
                ("name", &form.name),
                ("short", &form.short),
                ("place", &form.place),
                ("province", &form.province),
                ("symbol", &form.symbol),
                ("drafting", &form.drafting),
                ("addressees", &json(&form.addressees)),
                ("recipients", &json(recipients)),
                ("before", &before),
                ("person", &form.person),
            ],
        )
    }

    /// A signer's row; a thing that is named gets it in place of the one it has.
    pub(crate) fn keep_signer(&mut self, signer: &SignerForm, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Result<Id> {
        let form = signer.form.map_or("", Form::code);
        let values: [(&str, &dyn ToSql); 7] = [
            ("name", &signer.name),
            ("office", &signer.office),
            ("usual", &signer.usual),
            ("valid_from", &from),
            ("valid_to", &to),
            ("form", &form),
            ("ground", &signer.ground),
        ];
        match signer.id {
            None => self.make("signer", &values),
            Some(id) => self.replace("signer", id, &values).map(|()| id),
        }
    }
}

fn read_office(row: &Row) -> rusqlite::Result<Office> {
    let before: String = row.get(9)?;
    Ok(Office {
        id: row.get(0)?,
        form: OfficeForm {
            governing: row.get(1)?,
            name: row.get(2)?,
            short: row.get(3)?,
            place: row.get(4)?,
            province: row.get(5)?,
            symbol: row.get(6)?,
            drafting: row.get(7)?,
            addressees: list(row, 8)?,
            before: if before == "inclusive" { Before::Inclusive } else { Before::Exclusive },
            person: row.get(10)?,
        },
        recipients: list(row, 11)?,
    })
}

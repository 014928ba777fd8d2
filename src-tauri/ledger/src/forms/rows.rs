//! What the rows of forms were told to be.

use crate::change::Door;
use crate::view::Id;
use crate::{Ledger, Result};
use std::collections::HashMap;

impl Ledger {
    /// Figures by the folded words of a row; empty: a row that asks for none of ours.
    pub(super) fn form_rows(&self) -> Result<HashMap<String, (Id, String)>> {
        let mut query = self.conn.prepare_cached("SELECT words, thing, figure FROM form_row WHERE until IS NULL")?;
        Ok(query.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?.collect::<Result<_, _>>()?)
    }
}

impl Door<'_> {
    pub(super) fn keep_form_row(&mut self, known: Option<Id>, words: &str, figure: &str) -> Result<()> {
        match known {
            Some(id) => self.amend("form_row", id, &[("figure", &figure)]),
            None => self.make("form_row", &[("words", &words), ("figure", &figure)]).map(|_| ()),
        }
    }
}

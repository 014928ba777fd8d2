//! The sample commune: our own invented xã Lam Khê, through 2026.

mod load;

use crate::change::Done;
use crate::view::Written;
use crate::{Ledger, Result, Stamp};

impl Ledger {
    /// Fills a new ledger with the sample commune.
    pub fn fill_sample(&mut self, stamp: &Stamp) -> Result<Written> {
        self.write(stamp, "sample", |_door| Ok(Done::new(None, "")))
    }

    /// True in a ledger that was filled with the sample.
    pub(crate) fn is_sample(&self) -> Result<bool> {
        Ok(self.conn.query_row("SELECT EXISTS (SELECT 1 FROM change WHERE verb = 'sample')", [], |row| row.get(0))?)
    }
}

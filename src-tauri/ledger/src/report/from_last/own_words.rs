//! The office's own words over the list that ships: added, changed, taken out.
//!
//! Only what differs is kept (a row of `data_set`), so that a newer list that ships holds at once.

use super::stale::{SHIPPED, Stale, StaleWords};
use super::superior::superior;
use crate::change::Done;
use crate::store::column::json;
use crate::store::files::hash;
use crate::view::{Id, StaleForm, StaleRow, StaleWordsView, Written};
use crate::{Error, Ledger, Problem, Result, Stamp, viet};
use rusqlite::{OptionalExtension, ToSql};
use serde::{Deserialize, Serialize};

/// The name of the set.
const SET: &str = "stale-words";
/// Why words are marked where the officer gave no reason.
const PLAIN: &str = "Chữ xã nhắc xem lại.";

/// What the office changed of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Own {
    /// Entries added, or written anew.
    words: Vec<Stale>,
    /// Words of entries that ship, taken out.
    out: Vec<String>,
}

impl Ledger {
    /// The words that are looked for in a carried text.
    pub(super) fn stale_words(&self) -> Result<StaleWords> {
        let (_, own) = self.own_words()?;
        Ok(own.over(self.shipped_here()?))
    }

    /// The list that ships, naming the office above this one.
    fn shipped_here(&self) -> Result<StaleWords> {
        let office = self.office_on(None)?;
        Ok(StaleWords::shipped()?.under(office.and_then(|office| superior(&office.form))))
    }

    /// The list of words to be looked at, with what was taken out of it.
    pub fn stale_words_view(&self) -> Result<StaleWordsView> {
        let (_, own) = self.own_words()?;
        let shipped = self.shipped_here()?.words;
        let row = |stale: &Stale, own: bool, ships: bool, out: bool| StaleRow {
            words: stale.words.clone(),
            instead: stale.instead.clone().unwrap_or_default(),
            why: stale.why.clone(),
            own,
            ships,
            out,
        };
        let mut words: Vec<StaleRow> =
            own.words.iter().map(|one| row(one, true, shipped.iter().any(|other| alike(&other.words, &one.words)), false)).collect();
        for one in shipped.iter().filter(|one| !own.has(&one.words)) {
            let out = own.leaves_out(&one.words);
            words.push(row(one, out, true, out));
        }
        Ok(StaleWordsView { words })
    }

    /// Adds words to the list, or changes an entry; reports begun from now on are marked by it.
    ///
    /// Errors: no words; words the list has already; the entry to change is gone.
    pub fn keep_stale_words(&mut self, form: &StaleForm, stamp: &Stamp) -> Result<Written> {
        let clean = |text: &str| viet::nfc(text.split_whitespace().collect::<Vec<_>>().join(" ").as_str());
        let (words, instead, why) = (clean(&form.words), clean(&form.instead), clean(&form.why));
        if words.is_empty() {
            return Err(Problem::Empty("Chữ cần xem").into());
        }
        let list = self.stale_words()?.words;
        if !alike(&words, &form.was) && list.iter().any(|one| alike(&one.words, &words)) {
            return Err(Problem::WordsListed(words).into());
        }
        let was = list.iter().find(|one| !form.was.is_empty() && alike(&one.words, &form.was));
        if !form.was.is_empty() && was.is_none() {
            return Err(Problem::NotFound("dòng").into());
        }
        let why = if why.is_empty() { PLAIN.to_owned() } else { why };
        let entry = match was {
            Some(was) if was.words == words => was.changed(&instead, &why),
            _ => Stale::typed(&words, &instead, &why),
        };
        let (id, mut own) = self.own_words()?;
        if was != Some(&entry) {
            own.words.retain(|one| !alike(&one.words, &form.was));
            own.out.retain(|one| !alike(one, &words));
            let shipped = StaleWords::shipped()?.words;
            if shipped.iter().any(|one| alike(&one.words, &form.was)) && !alike(&form.was, &words) {
                own.out.push(form.was.clone());
            }
            own.words.push(entry);
        }
        let verb = if was.is_some() { "Sửa" } else { "Thêm" };
        self.keep_own_words(id, &own, format!("{verb} chữ cần xem “{words}”"), stamp)
    }

    /// Takes an entry out of the list; one that the office changed or took out becomes as it ships.
    ///
    /// Error: there is no such entry.
    pub fn drop_stale_words(&mut self, words: &str, stamp: &Stamp) -> Result<Written> {
        let (id, mut own) = self.own_words()?;
        let ships = StaleWords::shipped()?.words.iter().any(|one| alike(&one.words, words));
        let summary = if own.has(words) || own.leaves_out(words) {
            own.words.retain(|one| !alike(&one.words, words));
            own.out.retain(|one| !alike(one, words));
            if ships { format!("Chữ cần xem “{words}” lại như có sẵn") } else { format!("Bỏ chữ cần xem “{words}”") }
        } else if ships {
            own.out.push(words.to_owned());
            format!("Thôi nhắc chữ “{words}”")
        } else {
            return Err(Problem::NotFound("dòng").into());
        };
        self.keep_own_words(id, &own, summary, stamp)
    }

    fn own_words(&self) -> Result<(Option<Id>, Own)> {
        let mut query = self.conn.prepare_cached("SELECT thing, body FROM data_set WHERE name = ?1 AND until IS NULL")?;
        let row: Option<(Id, String)> = query.query_row([SET], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        let Some((id, body)) = row else { return Ok((None, Own::default())) };
        let own = serde_json::from_str(&body).map_err(|error| Error::Fault(format!("{SET}: {error}")))?;
        Ok((Some(id), own))
    }

    fn keep_own_words(&mut self, kept: Option<Id>, own: &Own, summary: String, stamp: &Stamp) -> Result<Written> {
        let (_, before) = self.own_words()?;
        let version = StaleWords::shipped()?.version;
        self.write(stamp, "keep-stale-words", |door| {
            let body = json(own);
            if before == *own {
                return Ok(Done::new(kept, "Danh sách chữ cần xem không thay đổi"));
            }
            let id = match kept {
                Some(id) => door.amend("data_set", id, &[("body", &body)]).map(|()| id)?,
                None => {
                    let came = hash(SHIPPED.as_bytes());
                    let columns: [(&str, &dyn ToSql); 4] = [("name", &SET), ("version", &version), ("sha256", &came), ("body", &body)];
                    door.make("data_set", &columns)?
                }
            };
            Ok(Done::new(Some(id), summary))
        })
    }
}

impl Own {
    /// The list that ships with the office's own over it.
    fn over(self, mut list: StaleWords) -> StaleWords {
        list.words.retain(|one| !self.has(&one.words) && !self.leaves_out(&one.words));
        list.words.extend(self.words);
        list
    }

    fn has(&self, words: &str) -> bool {
        self.words.iter().any(|one| alike(&one.words, words))
    }

    fn leaves_out(&self, words: &str) -> bool {
        self.out.iter().any(|one| alike(one, words))
    }
}

fn alike(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

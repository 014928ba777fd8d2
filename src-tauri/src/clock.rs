//! The clock: the only place in the program that asks what time it is.

use chrono::{Local, NaiveDateTime, TimeDelta, Timelike};
use ledger::Stamp;
use std::hash::{BuildHasher, RandomState};
use std::time::{Instant, SystemTime, UNIX_EPOCH};

/// Tells the moment, or, when it was set, how far the set moment has gone on since.
#[derive(Debug, Clone)]
pub(crate) struct Clock {
    set: Option<(NaiveDateTime, Instant)>,
}

impl Clock {
    /// The system's clock, or one that starts at `now`.
    pub(crate) fn new(now: Option<NaiveDateTime>) -> Clock {
        Clock { set: now.map(|moment| (moment, Instant::now())) }
    }

    /// The moment and a seed for new ids; the person is the one that the office names in its settings.
    pub(crate) fn stamp(&self) -> Stamp {
        let moment = match &self.set {
            Some((moment, since)) => *moment + TimeDelta::from_std(since.elapsed()).unwrap_or_default(),
            None => Local::now().naive_local(),
        };
        // Whole seconds, as `cchc` writes them: the log then reads the same whoever wrote it.
        Stamp { moment: moment.with_nanosecond(0).unwrap_or(moment), person: String::new(), seed: RandomState::new().hash_one(moment) }
    }
}

/// Nanoseconds since 1970, to be compared with a moment another program wrote down.
pub(crate) fn nanoseconds() -> u128 {
    SystemTime::now().duration_since(UNIX_EPOCH).map(|since| since.as_nanos()).unwrap_or_default()
}

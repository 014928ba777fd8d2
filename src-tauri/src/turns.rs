//! Previews are numbered; the latest wins.

use crate::failure::{Answer, Failure};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// The highest number asked for so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Turns(Arc<AtomicU64>);

impl Turns {
    /// Takes a number; the answer tells later whether it is still the latest.
    pub(crate) fn take(&self, turn: u64) -> Turn {
        self.0.fetch_max(turn, Ordering::SeqCst);
        Turn { turn, latest: self.clone() }
    }

    /// Begins to count anew, as a page does that was just loaded.
    pub(crate) fn restart(&self) {
        self.0.store(0, Ordering::SeqCst);
    }
}

/// One preview's number.
#[derive(Debug, Clone)]
pub(crate) struct Turn {
    turn: u64,
    latest: Turns,
}

impl Turn {
    /// Refuses to go on once a newer preview was asked for.
    pub(crate) fn still_wanted(&self) -> Answer<()> {
        if self.turn < self.latest.0.load(Ordering::SeqCst) { Err(Failure::outdated()) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_wins_in_any_order() {
        for order in [[1, 2, 3], [3, 1, 2], [2, 3, 1]] {
            let turns = Turns::default();
            let wanted: Vec<u64> =
                order.map(|turn| turns.take(turn)).iter().filter(|turn| turn.still_wanted().is_ok()).map(|turn| turn.turn).collect();
            assert_eq!(wanted, [3], "asked in the order {order:?}");
            turns.restart();
            assert!(turns.take(1).still_wanted().is_ok(), "a page that was loaded anew begins at 1");
        }
    }
}

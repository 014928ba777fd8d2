//! What the outside hands in with every action: the moment, the person, the seed of new ids.

use chrono::{NaiveDate, NaiveDateTime};
use sha2::{Digest, Sha256};

/// The moment and the person of an action. The library never asks the clock itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Local time on the officer's wall.
    pub moment: NaiveDateTime,
    /// The name that stands in the log; empty: the office's own setting.
    pub person: String,
    /// The random part of new uids (a fixed number in tests).
    pub seed: u64,
}

impl Stamp {
    /// Today.
    pub fn today(&self) -> NaiveDate {
        self.moment.date()
    }

    /// The uid of the `nth` thing this action makes: a UUIDv7, so that ledgers can be merged later.
    pub fn uid(&self, change: i64, nth: u32) -> String {
        let millis = self.moment.and_utc().timestamp_millis().to_be_bytes();
        let noise = Sha256::digest([self.seed.to_be_bytes().as_slice(), &change.to_be_bytes(), &nth.to_be_bytes()].concat());
        let mut bytes = [0_u8; 16];
        for (to, from) in bytes.iter_mut().zip(millis.iter().skip(2).chain(noise.iter())) {
            *to = *from;
        }
        let [_, _, _, _, _, _, version, _, variant, ..] = &mut bytes;
        *version = (*version & 0x0f) | 0x70;
        *variant = (*variant & 0x3f) | 0x80;
        let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let part = |from: usize, to: usize| hex.get(from..to).map(<[String]>::concat).unwrap_or_default();
        [part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 16)].join("-")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn uids_are_version_seven_and_never_the_same() {
        let moment = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap().and_hms_opt(9, 41, 0).unwrap();
        let stamp = Stamp { moment, person: "Lan".into(), seed: 7 };
        let uids: Vec<String> = (0..1000).map(|nth| stamp.uid(1, nth)).collect();
        let unique: std::collections::BTreeSet<&String> = uids.iter().collect();
        assert_eq!(unique.len(), uids.len());
        assert!(uids.iter().all(|uid| uid.len() == 36 && uid.as_bytes()[14] == b'7' && matches!(uid.as_bytes()[19], b'8' | b'9' | b'a' | b'b')));
        assert_ne!(stamp.uid(2, 0), uids[0]);
    }
}

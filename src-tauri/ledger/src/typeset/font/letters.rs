//! Which letters a text uses, each once.

use std::collections::BTreeSet;

/// Letters below this have a bit each: nearly all that are ever set.
const BITS: u32 = 0x1_0000;

/// A set of letters.
#[derive(Debug, Clone, Default)]
pub(in super::super) struct Letters {
    bits: Vec<u64>,
    beyond: BTreeSet<char>,
}

impl Letters {
    /// The letters in the order of Unicode.
    pub(in super::super) fn iter(&self) -> impl Iterator<Item = char> {
        let set = |(word, bits): (u32, &u64)| {
            let bits = *bits;
            (0..u64::BITS).filter(move |bit| bits >> bit & 1 == 1).filter_map(move |bit| char::from_u32(word * u64::BITS + bit))
        };
        (0..).zip(&self.bits).flat_map(set).chain(self.beyond.iter().copied())
    }
}

impl Extend<char> for Letters {
    fn extend<T: IntoIterator<Item = char>>(&mut self, letters: T) {
        if self.bits.is_empty() {
            self.bits = vec![0; (BITS / u64::BITS) as usize];
        }
        for letter in letters {
            let code = u32::from(letter);
            match self.bits.get_mut((code / u64::BITS) as usize) {
                Some(bits) => *bits |= 1 << (code % u64::BITS),
                None => _ = self.beyond.insert(letter),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn each_letter_is_there_once_in_order() {
        let mut letters = Letters::default();
        letters.extend("ưa\u{ffff}Ủa 😀ab\u{10000}ư".chars());
        assert_eq!(letters.iter().collect::<String>(), " abưỦ\u{ffff}\u{10000}😀");
        assert_eq!(Letters::default().iter().count(), 0);
    }
}

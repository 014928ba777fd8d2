//! The words around a number, by which it is known wherever its clause stands now.

use super::keys::Key;
use super::words::common;

/// The words of a number's clause, nearest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Around {
    before: Vec<String>,
    after: Vec<String>,
}

/// How much two numbers have around them in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Alike {
    /// Words that follow one another from the number on, backwards and forwards.
    before: usize,
    after: usize,
    /// All the words of that side, in both.
    whole_before: bool,
    whole_after: bool,
    /// Words beside the number that are the same in their order, whatever came between them, of so many.
    shared: usize,
    words: usize,
}

/// The farthest word that is looked at.
const FAR: usize = 16;
/// Words of a side that tell a clause: a longer one may begin otherwise.
const NEAR: usize = 4;
/// So many words may have come between them.
const MORE: usize = 3;
/// So many words on one side say what a number counts.
const SURE: usize = 3;

impl Around {
    /// What stands around the places `from..to`.
    pub(super) fn of(keys: &[Key], from: usize, to: usize) -> Around {
        let (before, after) = (keys.get(..from).unwrap_or(&[]), keys.get(to..).unwrap_or(&[]));
        Around { before: clause(before.iter().rev(), false), after: clause(after.iter(), true) }
    }

    /// How alike another number's words are.
    pub(super) fn alike(&self, other: &Around) -> Alike {
        let run = |own: &[String], other: &[String]| own.iter().zip(other).take_while(|(own, other)| own == other).count();
        let (before, after) = (run(&self.before, &other.before), run(&self.after, &other.after));
        let whole = |run: usize, own: &[String], other: &[String]| run == own.len() && run == other.len();
        let first = |words: &[String], count: usize| words.iter().take(count).cloned().collect::<Vec<_>>();
        let shared = |own: &[String], other: &[String]| common(&first(own, NEAR), &first(other, NEAR + MORE)).len();
        Alike {
            before,
            after,
            whole_before: whole(before, &self.before, &other.before),
            whole_after: whole(after, &self.after, &other.after),
            shared: shared(&self.before, &other.before) + shared(&self.after, &other.after),
            words: self.before.len().min(NEAR) + self.after.len().min(NEAR),
        }
    }
}

impl Alike {
    /// The more, the more alike.
    pub(super) fn score(self) -> usize {
        self.shared + self.before + self.after + usize::from(self.whole_before) + usize::from(self.whole_after)
    }

    /// A word beside the number is the same, or nothing stands beside it in both.
    pub(super) fn is_near(self) -> bool {
        self.before + self.after > 0 || self.is_whole()
    }

    /// The same clause, whatever number stands in it: both words beside it, and most others.
    pub(super) fn is_clause(self) -> bool {
        let (before, after) = (self.before > 0 || self.whole_before, self.after > 0 || self.whole_after);
        before && after && (2 * self.shared > self.words || self.is_whole())
    }

    /// So much is the same that it is the same clause, or what it counts.
    pub(super) fn is_sure(self) -> bool {
        self.is_clause() || self.before.max(self.after) >= SURE
    }

    /// Not a word of the clause is another.
    pub(super) fn is_whole(self) -> bool {
        self.whole_before && self.whole_after
    }
}

/// The words up to a sign, a conjunction or a number: a clause is known by what it counts.
fn clause<'a>(keys: impl Iterator<Item = &'a Key>, onward: bool) -> Vec<String> {
    let ends = |word: &str| {
        [";", ",", ".", "(", ")", "\n", "-", "–", "và"].contains(&word)
            || (onward && word == ":")
            || word.starts_with(|sign: char| sign.is_ascii_digit())
    };
    let word = |key: &'a Key| if let Key::Word(word) = key { Some(word.to_lowercase()).filter(|word| !ends(word)) } else { None };
    keys.map_while(word).take(FAR).collect()
}

//! Spellings that look like one unit: the same words, in full or short, whatever stands between them.

use super::columns::NAMES;
use super::words::key;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The full form of a shortened word, by its folded letters.
static SHORT: LazyLock<BTreeMap<String, Vec<String>>> =
    LazyLock::new(|| NAMES.short_words.iter().map(|(short, full)| (key(short), words_of(&key(full)))).collect());

/// One place in a name: a word, or a letter that stands for one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    initial: char,
    word: Option<String>,
}

/// A spelling of a unit's name, as a row of words and of letters that stand for words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shape {
    places: Vec<Place>,
    /// How many places the word takes that units begin with (`Phòng`).
    start: usize,
}

impl Shape {
    /// Reads a spelling; a last `xã`, also with the office's own name behind it, tells nothing apart.
    pub(crate) fn of(spelling: &str, office: &str) -> Shape {
        let mut places: Vec<Place> = Vec::new();
        for token in tokens(spelling) {
            let folded = key(&token);
            let capital = token.chars().all(|sign| !sign.is_lowercase());
            let spoken = folded.chars().any(|sign| "aeiouy".contains(sign));
            // In a name in capitals throughout, a word is whatever can be spoken.
            let short = folded.chars().all(char::is_alphabetic) && (!spoken || capital && spelling.chars().any(char::is_lowercase));
            match SHORT.get(&folded).filter(|_| capital || !spoken) {
                Some(full) => places.extend(full.iter().filter_map(|word| Place::word(word))),
                None if folded == "va" => {}
                None if short && folded.chars().count() > 1 => places.extend(folded.chars().map(|initial| Place { initial, word: None })),
                None => places.extend(Place::word(&folded)),
            }
        }
        let own: Vec<String> = words_of(&key(office));
        for end in &NAMES.unit_ends {
            let level = words_of(&key(end));
            let named: Vec<String> = level.iter().chain(&own).cloned().collect();
            for tail in [named, level] {
                if places.len() > tail.len() && places.iter().rev().zip(tail.iter().rev()).all(|(place, word)| place.word.as_ref() == Some(word)) {
                    places.truncate(places.len() - tail.len());
                    return Shape { start: start(&places), places };
                }
            }
        }
        Shape { start: start(&places), places }
    }

    /// Every word is written out.
    pub(crate) fn is_full(&self) -> bool {
        self.places.iter().all(|place| place.word.is_some())
    }

    /// True when both may name one unit: a letter stands for any word that begins with it, words
    /// are the same; three letters or more also for a name without the word it begins with.
    pub(crate) fn is_like(&self, other: &Shape) -> bool {
        let same = |a: &[Place], b: &[Place]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.fits(b));
        same(&self.places, &other.places) || self.is_bare(other) || other.is_bare(self)
    }

    fn is_bare(&self, full: &Shape) -> bool {
        let letters = self.places.len() > 2 && self.places.iter().all(|place| place.word.is_none());
        let rest = full.places.get(full.start..).unwrap_or_default();
        letters && full.start > 0 && rest.len() == self.places.len() && self.places.iter().zip(rest).all(|(a, b)| a.fits(b))
    }
}

impl Place {
    fn word(word: &str) -> Option<Place> {
        word.chars().next().map(|initial| Place { initial, word: Some(word.to_owned()) })
    }

    fn fits(&self, other: &Place) -> bool {
        self.initial == other.initial && (self.word.is_none() || other.word.is_none() || self.word == other.word)
    }
}

/// Runs of letters and figures, cut where a capital stands behind a small letter (`PhòngVHXH`).
fn tokens(spelling: &str) -> Vec<String> {
    let mut tokens: Vec<String> = vec![String::new()];
    let mut small = false;
    for sign in spelling.chars() {
        if !sign.is_alphanumeric() || small && sign.is_uppercase() {
            tokens.push(String::new());
        }
        if sign.is_alphanumeric() {
            tokens.last_mut().into_iter().for_each(|token| token.push(sign));
        }
        small = sign.is_lowercase();
    }
    tokens.retain(|token| !token.is_empty());
    tokens
}

/// How many places the word takes that units begin with.
fn start(places: &[Place]) -> usize {
    let starts = NAMES.unit_starts.iter().map(|start| words_of(&key(start)));
    let fits = |start: &Vec<String>| places.len() > start.len() && places.iter().zip(start).all(|(place, word)| place.word.as_ref() == Some(word));
    starts.filter(fits).map(|start| start.len()).max().unwrap_or(0)
}

fn words_of(key: &str) -> Vec<String> {
    key.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(one: &str, other: &str) -> bool {
        let shape = |spelling: &str| Shape::of(spelling, "Lam Khê");
        assert_eq!(shape(one).is_like(&shape(other)), shape(other).is_like(&shape(one)), "{one} · {other}");
        shape(one).is_like(&shape(other))
    }

    #[test]
    fn the_ways_offices_write_one_unit_look_alike() {
        let full = "Phòng Văn hóa - Xã hội";
        for other in [
            "Phòng Văn hoá – Xã hội",
            "PHÒNG VĂN HÓA - XÃ HỘI",
            "Phong Van hoa Xa hoi",
            "Phòng Văn hóa và Xã hội xã",
            "Phòng VHXH",
            "Phòng VH-XH",
            "P. VH-XH",
            "P.VHXH",
            "PhòngVHXH",
            "VHXH",
            "VH&XH",
            "P. Văn hóa XH",
        ] {
            assert!(alike(full, other), "{other}");
        }
        for (one, other) in [
            ("UBND xã", "Ủy ban nhân dân xã Lam Khê"),
            ("TT PVHCC", "Trung tâm Phục vụ hành chính công"),
            ("Trung tâm PV HCC xã", "Trung tâm Phục vụ hành chính công"),
            ("VP HĐND&UBND", "Văn phòng HĐND và UBND xã"),
            ("Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Văn phòng HĐND & UBND"),
            ("CA xã", "Công an xã Lam Khê"),
            ("Hội LHPN", "Hội Liên hiệp Phụ nữ xã"),
        ] {
            assert!(alike(one, other), "{one} · {other}");
        }
    }

    #[test]
    fn other_units_do_not() {
        for (one, other) in [
            ("Phòng Kinh tế", "Phòng Kinh tế, Hạ tầng và Đô thị"),
            ("Phòng Kinh tế", "Phòng Kỹ thuật"),
            ("Văn phòng", "Văn phòng HĐND và UBND"),
            ("Công an xã Lam Khê", "Công an xã Vĩnh Hòa"),
            ("Trung tâm", "Thị trấn"),
            ("UBND xã", "HĐND xã"),
            ("KT", "Phòng Kinh tế"),
            ("Phòng Văn hóa", "Phòng Văn thư"),
        ] {
            assert!(!alike(one, other), "{one} · {other}");
        }
    }
}

//! What lines are made of: the parts that stay whole, as far as the width allows.

use super::glue::Gap;
use super::text::Text;
use super::unit::Pt;
use textwrap::core::Fragment;

/// What a line is made of: the smallest part that stays whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) width: f64,
    pub(super) space: f64,
    /// A line that ends here costs extra.
    soft: bool,
}

impl Fragment for Bit {
    fn width(&self) -> f64 {
        self.width
    }
    fn whitespace_width(&self) -> f64 {
        self.space
    }
    fn penalty_width(&self) -> f64 {
        // The breaker takes a width of zero for "no penalty"; this is far below what is drawn.
        if self.soft { 1e-9 } else { 0.0 }
    }
}

/// Where lines may end, ever more freely: a level is tried where the one before left a part too wide.
const LEVELS: [fn(Gap) -> bool; 4] =
    [|gap| matches!(gap, Gap::Open | Gap::Soft), |gap| matches!(gap, Gap::Open | Gap::Soft | Gap::Name), |gap| gap != Gap::AfterDash, |_| true];
/// Ragged lines keep names whole.
pub(super) const NAMES: usize = 0;
/// Straight edges need more freedom: names are kept unless the line would be torn open.
pub(super) const FREER: usize = 1;

/// The parts between forced line ends.
pub(super) fn paragraphs(text: &Text) -> Vec<(usize, usize)> {
    spans(text, 0, text.signs().len(), '\n')
}

pub(super) fn words(text: &Text, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut words = spans(text, from, to, ' ');
    words.retain(|(from, to)| from < to);
    words
}

fn spans(text: &Text, from: usize, to: usize, at: char) -> Vec<(usize, usize)> {
    let mut begin = from;
    let mut spans = Vec::new();
    for (index, sign) in text.part(from, to).iter().enumerate() {
        if sign.letter == at {
            spans.push((begin, from + index));
            begin = from + index + 1;
        }
    }
    spans.push((begin, to));
    spans
}

/// The parts that stay whole in lines of at least this width.
pub(super) fn bits(text: &Text, from: usize, to: usize, size: Pt, narrowest: Pt, level: usize) -> Vec<Bit> {
    let words = words(text, from, to);
    let gaps: Vec<Gap> = words.windows(2).filter_map(|pair| Some(text.part(pair.first()?.1, to).first()?.gap)).collect();
    let mut made = Vec::new();
    join(text, &words, &gaps, level, size, narrowest, &mut made);
    made
}

/// Joins words over the gaps where no line may end; what is then too wide is parted again.
fn join(text: &Text, words: &[(usize, usize)], gaps: &[Gap], level: usize, size: Pt, narrowest: Pt, made: &mut Vec<Bit>) {
    let ends = LEVELS.get(level).copied().unwrap_or(|_| true);
    let mut begin = 0;
    for index in 0..words.len() {
        let gap = gaps.get(index).copied();
        if gap.is_some_and(|gap| !ends(gap)) {
            continue;
        }
        let group = words.get(begin..=index).unwrap_or(&[]);
        let inner = gaps.get(begin..index).unwrap_or(&[]);
        begin = index + 1;
        let (Some(first), Some(last)) = (group.first(), group.last()) else { continue };
        let width = text.width(first.0, last.1, size);
        if width <= narrowest {
            made.push(Bit { width: f64::from(width.0), ..spaced(text, first.0, last.1, size) });
        } else if inner.is_empty() {
            chop(text, first.0, last.1, size, narrowest, made);
        } else {
            join(text, group, inner, level + 1, size, narrowest, made);
        }
        if let Some(bit) = made.last_mut() {
            bit.soft = matches!(gap, Some(Gap::Soft | Gap::Name));
        }
    }
}

/// True for a letter of an address that the next one may be cut from.
pub(super) fn cuts(letter: char) -> bool {
    matches!(letter, '/' | '.' | '?' | '&' | '=')
}

/// A word wider than the line, cut where an address may be, else where the line ends.
fn chop(text: &Text, from: usize, to: usize, size: Pt, narrowest: Pt, made: &mut Vec<Bit>) {
    let mut begin = from;
    for index in from + 1..to {
        let address = text.part(index - 1, index).iter().any(|sign| cuts(sign.letter));
        if address || text.width(begin, index + 1, size) > narrowest {
            made.push(Bit { space: 0.0, ..bit(text, begin, index, size) });
            begin = index;
        }
    }
    made.push(bit(text, begin, to, size));
}

fn bit(text: &Text, from: usize, to: usize, size: Pt) -> Bit {
    Bit { width: f64::from(text.width(from, to, size).0), ..spaced(text, from, to, size) }
}

/// A bit whose width is not yet known: the space after it, if any, has the width of its own style.
fn spaced(text: &Text, from: usize, to: usize, size: Pt) -> Bit {
    Bit { from, to, width: 0.0, space: f64::from(text.width(to, to + 1, size).0), soft: false }
}

//! Words of a paragraph, and which of them two texts have in common, in order.

use std::collections::HashMap;

/// A word, a number, a sign, or a line break.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Token {
    /// Its letters.
    pub(super) text: String,
    /// Whether a space stands before it.
    pub(super) space: bool,
}

impl Token {
    /// The token with its space.
    pub(super) fn shown(&self) -> String {
        if self.space { format!(" {}", self.text) } else { self.text.clone() }
    }

    /// Whether it is written in figures: `28`, `2.182`, `99,81`, `14/9/2026`.
    pub(super) fn is_number(&self) -> bool {
        self.text.starts_with(|sign: char| sign.is_ascii_digit()) && self.text.chars().all(|sign| sign.is_ascii_digit() || ".,/-".contains(sign))
    }
}

/// Takes a text apart; the first token of a line has no space, whatever stands before it.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    tokens_in([text]).into_iter().map(|(token, _)| token).collect()
}

/// The same for a text in pieces: no token stands in two of them, each says in which it is.
pub(super) fn tokens_in<'a>(pieces: impl IntoIterator<Item = &'a str>) -> Vec<(Token, usize)> {
    let mut tokens: Vec<(Token, usize)> = Vec::new();
    let figure = |sign: char| sign.is_ascii_digit();
    let mut space = false;
    for (nth, piece) in pieces.into_iter().enumerate() {
        // Whether the last token is a word that may go on.
        let (mut open, mut before) = (false, ' ');
        let mut signs = piece.chars().peekable();
        while let Some(sign) = signs.next() {
            // `2.182`, `14/9`: a sign between figures is a part of the number.
            let inside = ".,/-".contains(sign) && figure(before) && signs.peek().copied().is_some_and(figure);
            let is_word = sign.is_alphanumeric() || inside;
            if sign != '\n' && sign.is_whitespace() {
                open = false;
                space = tokens.last().is_some_and(|(last, _)| last.text != "\n");
            } else if let (true, true, Some((last, _))) = (open, is_word, tokens.last_mut()) {
                last.text.push(sign);
            } else {
                tokens.push((Token { text: sign.to_string(), space: space && sign != '\n' }, nth));
                (open, space) = (is_word, false);
            }
            before = sign;
        }
    }
    tokens
}

/// The most cells of a comparison; two paragraphs of two thousand words each.
const CELLS: usize = 4_000_000;

/// The places of a longest common sequence, in both.
pub(super) fn common<T: PartialEq>(before: &[T], after: &[T]) -> Vec<(usize, usize)> {
    let first = before.iter().zip(after).take_while(|(a, b)| a == b).count();
    let (rest_before, rest_after) = (before.get(first..).unwrap_or(&[]), after.get(first..).unwrap_or(&[]));
    let last = rest_before.iter().rev().zip(rest_after.iter().rev()).take_while(|(a, b)| a == b).count();
    let (rows, columns) = (rest_before.len() - last, rest_after.len() - last);
    let mut pairs: Vec<(usize, usize)> = (0..first).map(|at| (at, at)).collect();
    if rows * columns <= CELLS {
        // How long a sequence the tails from here on have in common.
        let width = columns + 1;
        let mut length = vec![0_u32; (rows + 1) * width];
        let at = |row: usize, column: usize| row * width + column;
        for row in (0..rows).rev() {
            for column in (0..columns).rev() {
                let same = rest_before.get(row) == rest_after.get(column);
                let of = |place: usize| length.get(place).copied().unwrap_or(0);
                let best = if same { of(at(row + 1, column + 1)) + 1 } else { of(at(row + 1, column)).max(of(at(row, column + 1))) };
                if let Some(cell) = length.get_mut(at(row, column)) {
                    *cell = best;
                }
            }
        }
        let (mut row, mut column) = (0, 0);
        while row < rows && column < columns {
            let of = |place: usize| length.get(place).copied().unwrap_or(0);
            if rest_before.get(row) == rest_after.get(column) {
                pairs.push((first + row, first + column));
                row += 1;
                column += 1;
            } else if of(at(row + 1, column)) >= of(at(row, column + 1)) {
                row += 1;
            } else {
                column += 1;
            }
        }
    }
    pairs.extend((0..last).map(|at| (first + rows + at, first + columns + at)));
    pairs
}

/// How often each word stands in a text, for comparing without order.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    words: HashMap<String, u32>,
    count: u32,
}

impl Bag {
    /// The words of a text; its signs only where it has no word.
    pub(super) fn of(text: &str) -> Bag {
        let tokens = tokens(text);
        let has_words = tokens.iter().any(|token| token.text.starts_with(char::is_alphanumeric));
        let mut bag = Bag::default();
        for token in tokens.into_iter().filter(|token| !has_words || token.text.starts_with(char::is_alphanumeric)) {
            *bag.words.entry(token.text.to_lowercase()).or_default() += 1;
            bag.count += 1;
        }
        bag
    }

    /// The words of several texts.
    pub(super) fn all<'a>(texts: impl IntoIterator<Item = &'a str>) -> Bag {
        let mut all = Bag::default();
        for bag in texts.into_iter().map(Bag::of) {
            all.count += bag.count;
            for (word, count) in bag.words {
                *all.words.entry(word).or_default() += count;
            }
        }
        all
    }

    /// Words in it.
    pub(super) fn len(&self) -> u32 {
        self.count
    }

    fn shared(&self, other: &Bag) -> u32 {
        self.words.iter().map(|(word, count)| (*count).min(other.words.get(word).copied().unwrap_or(0))).sum()
    }

    /// From 0, nothing in common, to 1000, the same words.
    pub(super) fn likeness(&self, other: &Bag) -> u32 {
        (2000 * self.shared(other)).checked_div(self.count + other.count).unwrap_or(0)
    }

    /// How much of it stands in another, in thousandths.
    pub(super) fn share_in(&self, other: &Bag) -> u32 {
        (1000 * self.shared(other)).checked_div(self.count).unwrap_or(0)
    }

    /// What is left of it without the words of another.
    pub(super) fn without(&self, other: &Bag) -> Bag {
        let mut bag = Bag::default();
        for (word, count) in &self.words {
            let left = count.saturating_sub(other.words.get(word).copied().unwrap_or(0));
            if left > 0 {
                bag.words.insert(word.clone(), left);
                bag.count += left;
            }
        }
        bag
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn words_numbers_and_signs_are_told_apart() {
        for (text, parts) in [
            ("Tổng số 28 nhiệm vụ.", "Tổng| số| 28| nhiệm| vụ|."),
            ("đạt 99,81% (2.182 hồ sơ)", "đạt| 99,81|%| (|2.182| hồ| sơ|)"),
            ("đến 14/9/2026;", "đến| 14/9/2026|;"),
            ("  một\n hai", "một|\n|hai"),
            ("số 5.", "số| 5|."),
            ("HĐND-UBND", "HĐND|-|UBND"),
        ] {
            let shown: Vec<String> = tokens(text).iter().map(Token::shown).collect();
            assert_eq!(shown.join("|"), parts, "{text}");
        }
        assert!(tokens("2.182")[0].is_number() && !tokens("28a")[0].is_number());
    }

    #[test]
    fn a_longest_common_sequence_is_found_in_the_middle() {
        let of = |text: &str| text.chars().collect::<Vec<_>>();
        assert_eq!(common(&of("abcxd"), &of("abyxzd")), [(0, 0), (1, 1), (3, 3), (4, 5)]);
        assert_eq!(common(&of(""), &of("a")), []);
    }

    proptest! {
        #[test]
        fn what_is_common_is_the_same_and_in_order(before in "[ab]{0,12}", after in "[ab]{0,12}") {
            let (before, after): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
            let pairs = common(&before, &after);
            prop_assert!(pairs.iter().all(|(a, b)| before[*a] == after[*b]));
            prop_assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            if before == after {
                prop_assert_eq!(pairs.len(), before.len());
            }
        }
    }
}

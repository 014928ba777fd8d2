//! A difference word by word, as it is read on the screen.

use super::words::{Token, common, tokens_in};
use crate::paper::{Block, Inline};
use crate::view::{BackHow, BackWords};

/// A text in pieces, each with whether it is a figure or citation of the ledger.
pub(in crate::report) type Shown = Vec<(String, bool)>;

/// The sign that stands for the end of a paragraph.
pub(super) const PARAGRAPH: &str = " ¶ ";

/// The pieces of a block, its mark first.
pub(in crate::report) fn block(block: &Block) -> Shown {
    let mut shown = Vec::new();
    match block {
        Block::Part { number, title, .. } => shown.push((format!("{number} {title}"), false)),
        Block::Heading { number, text, .. } => {
            shown.push((format!("{number} "), false));
            shown.extend(pieces(text));
        }
        Block::Item { item, text, .. } => {
            shown.push((format!("{} ", item.mark()), false));
            shown.extend(pieces(text));
        }
        Block::Para { text, .. } => shown.extend(pieces(text)),
        Block::Table { .. } => shown.push((block.plain().replace('\n', " | "), false)),
    }
    shown
}

/// The pieces of a text.
pub(super) fn pieces(text: &[Inline]) -> Shown {
    text.iter().map(|piece| (Inline::plain(std::slice::from_ref(piece)), !matches!(piece, Inline::Text(_) | Inline::Break))).collect()
}

/// Several texts as one, a sign between them.
pub(super) fn joined(texts: impl IntoIterator<Item = Shown>) -> Shown {
    let mut all = Shown::new();
    for text in texts {
        if !all.is_empty() {
            all.push((PARAGRAPH.to_owned(), false));
        }
        all.extend(text);
    }
    all
}

/// What of these words is the same.
pub(super) fn same(words: &Shown) -> Vec<BackWords> {
    difference(words, words)
}

/// Words that stayed, went and came, in order.
pub(in crate::report) fn difference(before: &Shown, after: &Shown) -> Vec<BackWords> {
    let told = |text: &Shown| -> Vec<(Token, bool)> {
        let is_chip = |nth: usize| text.get(nth).is_some_and(|(_, chip)| *chip);
        tokens_in(text.iter().map(|(words, _)| words.as_str())).into_iter().map(|(token, nth)| (token, is_chip(nth))).collect()
    };
    let (before, after) = (told(before), told(after));
    let of = |told: &[(Token, bool)]| told.iter().map(|(token, _)| token.clone()).collect::<Vec<_>>();
    let pairs = without_crumbs(common(&of(&before), &of(&after)), before.len(), after.len());
    let mut words: Vec<BackWords> = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (next_from, next_to) in pairs.into_iter().chain([(before.len(), after.len())]) {
        push(&mut words, BackHow::Gone, before.get(from..next_from).unwrap_or(&[]));
        push(&mut words, BackHow::New, after.get(to..next_to).unwrap_or(&[]));
        // In what was sent every figure is known; at home its control may be lost.
        push(&mut words, BackHow::Same, before.get(next_from..=next_from).unwrap_or(&[]));
        (from, to) = (next_from + 1, next_to + 1);
    }
    words
}

/// The same for long texts of many lines: lines that stayed are left out but for their last words.
pub(super) fn by_lines(before: &str, after: &str) -> Vec<BackWords> {
    let (before, after): (Vec<&str>, Vec<&str>) = (before.split('\n').collect(), after.split('\n').collect());
    let plain = |lines: &[&str]| vec![(lines.join(" | "), false)];
    let mut words: Vec<BackWords> = Vec::new();
    let (mut from, mut to) = (0, 0);
    for (next_from, next_to) in common(&before, &after).into_iter().chain([(before.len(), after.len())]) {
        let (gone, new) = (before.get(from..next_from).unwrap_or(&[]), after.get(to..next_to).unwrap_or(&[]));
        if !gone.is_empty() || !new.is_empty() {
            let mark = if words.is_empty() { "" } else { " … " };
            words.extend(Some(mark).filter(|mark| !mark.is_empty()).map(|mark| BackWords { how: BackHow::Same, text: mark.to_owned(), chip: false }));
            words.extend(difference(&plain(gone), &plain(new)));
        }
        (from, to) = (next_from + 1, next_to + 1);
    }
    words
}

/// A lone word in common between long changes only breaks them up: it is read as changed too.
fn without_crumbs(pairs: Vec<(usize, usize)>, before: usize, after: usize) -> Vec<(usize, usize)> {
    let mut kept: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while let Some((from, to)) = pairs.get(at).copied() {
        let run = pairs.iter().skip(at).zip(0..).take_while(|((a, b), nth)| *a == from + nth && *b == to + nth).count();
        let (last_from, last_to) = kept.last().map_or((0, 0), |(a, b)| (a + 1, b + 1));
        let (next_from, next_to) = pairs.get(at + run).copied().unwrap_or((before, after));
        let changed_before = (from - last_from).min(to - last_to);
        let changed_after = (next_from - from - run).min(next_to - to - run);
        if run > 1 || changed_before < 2 || changed_after < 2 {
            kept.extend(pairs.iter().skip(at).take(run));
        }
        at += run;
    }
    kept
}

fn push(words: &mut Vec<BackWords>, how: BackHow, told: &[(Token, bool)]) {
    for (token, chip) in told {
        match words.last_mut() {
            Some(last) if last.how == how && last.chip == *chip => last.text.push_str(&token.shown()),
            _ => words.push(BackWords { how, text: token.shown(), chip: *chip }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(before: &str, after: &str, expected: &str) {
        let of = |text: &str| vec![(text.to_owned(), false)];
        let said = difference(&of(before), &of(after)).into_iter().map(|words| match words.how {
            BackHow::Same => words.text,
            BackHow::Gone => format!("[-{}-]", words.text),
            BackHow::New => format!("[+{}+]", words.text),
            look => format!("[{look:?} {}]", words.text),
        });
        assert_eq!(said.collect::<String>(), expected);
    }

    #[test]
    fn words_that_went_stand_before_those_that_came() {
        check("Xã đã làm xong.", "Xã đã làm xong.", "Xã đã làm xong.");
        check("Xã đã làm xong.", "Xã cơ bản làm xong việc.", "Xã[- đã-][+ cơ bản+] làm xong[+ việc+].");
        check("một hai ba bốn năm", "mười trăm ba nghìn vạn", "[-một hai ba bốn năm-][+mười trăm ba nghìn vạn+]");
        check("Xã , phường", "Xã, phường", "Xã[- ,-][+,+] phường");
    }
}

//! Bold and italic that came back otherwise on words that stayed.

use crate::paper::{Block, Inline, TextRun};
use crate::viet::nfc;
use crate::word::read::Para;

/// Bold, italic.
type Look = (bool, bool);

/// The letters of a paragraph, blanks left out; nothing where its letters are not composed.
pub(super) fn letters(para: &Para) -> Vec<(char, bool, bool)> {
    if nfc(&para.text) != para.text {
        return Vec::new();
    }
    let label = para.label.chars().map(|sign| (sign, false, false));
    let text = para.text.char_indices().map(|(at, sign)| {
        let look = para.looks.iter().find(|(from, to, ..)| (*from..*to).contains(&at));
        look.map_or((sign, false, false), |(_, _, bold, italic)| (sign, *bold, *italic))
    });
    label.chain(text).filter(|(sign, ..)| !sign.is_whitespace()).collect()
}

/// A paragraph as the returned letters look, and the words that look otherwise now; `None`: none does,
/// or its letters are not those.
pub(super) fn restyled(was: &Block, sent: &[(char, bool, bool)], home: &[(char, bool, bool)]) -> Option<(Block, Vec<String>)> {
    let same = sent.len() == home.len() && sent.iter().zip(home).all(|((a, ..), (b, ..))| a == b);
    if !same || sent == home {
        return None;
    }
    let mut after = was.clone();
    let (mark, text) = match &mut after {
        Block::Para { text, .. } => (String::new(), text),
        Block::Item { item, text, .. } => (item.mark(), text),
        // A heading, a cell of a head is bold by its place.
        Block::Heading { .. } | Block::Part { .. } | Block::Table { .. } => return None,
    };
    let mut looks = home.iter().map(|(_, bold, italic)| (*bold, *italic)).skip(solid(&mark));
    let (mut pieces, mut words): (Vec<Inline>, Vec<String>) = (Vec::new(), Vec::new());
    for piece in text.iter() {
        match piece {
            Inline::Text(run) => {
                let told: Vec<(char, Option<Look>)> =
                    run.text.chars().map(|sign| (sign, if sign.is_whitespace() { None } else { looks.next() })).collect();
                words.extend(turned(&told, (run.bold, run.italic)));
                runs(&told, &mut pieces);
            }
            chip => {
                let _ = looks.by_ref().take(solid(&Inline::plain(std::slice::from_ref(chip)))).count();
                pieces.push(chip.clone());
            }
        }
    }
    *text = pieces;
    (after != *was).then_some((after, words))
}

fn solid(text: &str) -> usize {
    text.chars().filter(|sign| !sign.is_whitespace()).count()
}

/// Letters as runs; a blank looks as both letters beside it do, else plain.
fn runs(told: &[(char, Option<Look>)], pieces: &mut Vec<Inline>) {
    let near = |at: usize, back: bool| {
        let (before, after) = told.split_at_checked(at).unwrap_or((told, &[]));
        if back { before.iter().rev().find_map(|(_, look)| *look) } else { after.iter().find_map(|(_, look)| *look) }
    };
    for (at, (sign, look)) in told.iter().enumerate() {
        let (bold, italic) = look.or_else(|| near(at, true).filter(|look| near(at, false) == Some(*look))).unwrap_or_default();
        match pieces.last_mut() {
            Some(Inline::Text(run)) if (run.bold, run.italic) == (bold, italic) => run.text.push(*sign),
            _ => pieces.push(Inline::Text(TextRun { text: sign.to_string(), bold, italic })),
        }
    }
}

/// The words of a run whose letters look otherwise now.
fn turned(told: &[(char, Option<Look>)], was: Look) -> Vec<String> {
    let turned = |(_, look): &(char, Option<Look>)| look.is_none_or(|look| look != was);
    let parts = told.split(|one| !turned(one)).map(|part| part.iter().map(|(sign, _)| sign).collect::<String>());
    parts.map(|words| words.trim().to_owned()).filter(|words| !words.is_empty()).collect()
}

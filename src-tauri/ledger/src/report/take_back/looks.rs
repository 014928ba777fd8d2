//! Bold and italic that changed where the words stayed.

use super::units::Unit;
use crate::paper::{Block, Inline, TextRun};
use crate::viet::capital;
use crate::view::{BackHow, BackLine, BackWords};
use crate::word::read::Para;

/// Bold, italic.
pub(super) type Look = (bool, bool);

/// The look of each sign of a paragraph that is printed by itself; `None` for those of figures, citations and of
/// the number Word puts before it, whose look is never anybody's.
pub(super) fn of(para: &Para) -> Vec<Option<Look>> {
    let look = |at: usize| {
        if para.chips.iter().any(|chip| (chip.from..chip.to).contains(&at)) {
            return None;
        }
        let run = para.looks.iter().find(|run| (run.from..run.to).contains(&at));
        Some(run.map_or((false, false), |run| (run.bold, run.italic)))
    };
    let label = para.label.chars().filter(|sign| is_counted(*sign)).map(|_| None);
    label.chain(para.text.char_indices().filter(|(_, sign)| is_counted(*sign)).map(|(at, _)| look(at))).collect()
}

/// The block with the looks it came home with, and what is shown of that; `None`: none differs.
///
/// `sent` and `home` say the same words. Signs that can't be told apart one by one are left as they were.
pub(super) fn changed(was: &Block, sent: &Unit, home: &Unit) -> Option<(Block, Vec<BackLine>)> {
    let (text, mark) = match was {
        Block::Para { text, .. } => (text, String::new()),
        Block::Item { text, item, .. } => (text, item.mark()),
        Block::Heading { .. } | Block::Part { .. } | Block::Table { .. } => return None,
    };
    let skipped = mark.chars().filter(|sign| is_counted(*sign)).count();
    let all: String = text.iter().map(shown).collect();
    let counted = all.chars().filter(|sign| is_counted(*sign)).count() + skipped;
    if sent.looks.len() != counted || home.looks.len() != counted {
        return None;
    }
    let mut looks = sent.looks.iter().zip(&home.looks).skip(skipped);
    // Each sign of the words with its look now; pieces that are no words stay whole.
    let mut signs: Vec<Sign> = Vec::new();
    for piece in text {
        let words = shown(piece);
        match piece {
            Inline::Text(run) => {
                let kept = (run.bold, run.italic);
                for sign in words.chars() {
                    let pair = if is_counted(sign) { looks.next() } else { None };
                    let now = match pair {
                        Some((Some(before), Some(after))) if before != after => *after,
                        _ => kept,
                    };
                    signs.push(Sign { sign, kept, now, piece: None });
                }
            }
            other => {
                for _ in words.chars().filter(|sign| is_counted(*sign)) {
                    looks.next();
                }
                signs.push(Sign { sign: ' ', kept: (false, false), now: (false, false), piece: Some(other) });
            }
        }
    }
    spaces(&mut signs);
    if signs.iter().all(|one| one.kept == one.now) {
        return None;
    }
    let after = inlines(&signs);
    let lines = vec![BackLine { label: label(&signs), words: words(&signs, &mark) }];
    let block = match was {
        Block::Item { id, item, .. } => Block::Item { id: id.clone(), item: item.clone(), text: after },
        _ => Block::Para { id: was.id().to_owned(), text: after },
    };
    Some((block, lines))
}

/// A sign of a text, or a piece of it that is no words.
struct Sign<'a> {
    sign: char,
    kept: Look,
    now: Look,
    piece: Option<&'a Inline>,
}

/// Spaces, and marks that stand above a letter of their own, are written one way or another.
fn is_counted(sign: char) -> bool {
    !sign.is_whitespace() && !('\u{300}'..='\u{36f}').contains(&sign)
}

fn shown(piece: &Inline) -> String {
    Inline::plain(std::slice::from_ref(piece))
}

/// A space beside a change looks as both its neighbours do, else plain.
fn spaces(signs: &mut [Sign]) {
    let changed: Vec<bool> = signs.iter().map(|one| one.kept != one.now).collect();
    let looks: Vec<Look> = signs.iter().map(|one| one.now).collect();
    for (at, one) in signs.iter_mut().enumerate().filter(|(_, one)| one.piece.is_none() && !is_counted(one.sign)) {
        let (before, after) = (at.checked_sub(1), at + 1);
        let beside = |at: Option<usize>| at.and_then(|at| changed.get(at)).copied().unwrap_or_default();
        if beside(before) || beside(Some(after)) {
            let look = |at: Option<usize>| at.and_then(|at| looks.get(at)).copied();
            one.now = look(before).filter(|look_before| look(Some(after)) == Some(*look_before)).unwrap_or_default();
        }
    }
}

fn inlines(signs: &[Sign]) -> Vec<Inline> {
    let mut text: Vec<Inline> = Vec::new();
    for one in signs {
        match (one.piece, text.last_mut()) {
            (Some(piece), _) => text.push(piece.clone()),
            (None, Some(Inline::Text(run))) if (run.bold, run.italic) == one.now => run.text.push(one.sign),
            (None, _) => text.push(Inline::Text(TextRun { text: one.sign.to_string(), bold: one.now.0, italic: one.now.1 })),
        }
    }
    text
}

/// `in đậm`, `bỏ in nghiêng`: all that changed, each once.
fn label(signs: &[Sign]) -> String {
    let any = |has: fn(Look) -> bool, on: bool| signs.iter().any(|one| has(one.kept) != on && has(one.now) == on && is_counted(one.sign));
    let told = [
        (any(|look| look.0, true), "in đậm"),
        (any(|look| look.0, false), "bỏ in đậm"),
        (any(|look| look.1, true), "in nghiêng"),
        (any(|look| look.1, false), "bỏ in nghiêng"),
    ];
    let told: Vec<&str> = told.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect();
    capital(&told.join(", "))
}

/// The whole text, what changed as it looks now.
fn words(signs: &[Sign], mark: &str) -> Vec<BackWords> {
    let mut words = Vec::new();
    let mut push = |how: BackHow, text: &str, chip: bool| match words.last_mut() {
        Some(BackWords { how: last, text: all, chip: false }) if *last == how && !chip => all.push_str(text),
        _ => words.push(BackWords { how, text: text.to_owned(), chip }),
    };
    if !mark.is_empty() {
        push(BackHow::Same, &format!("{mark} "), false);
    }
    for one in signs {
        match one.piece {
            Some(piece) => push(BackHow::Same, &shown(piece), !matches!(piece, Inline::Break)),
            None if one.kept == one.now => push(BackHow::Same, one.sign.encode_utf8(&mut [0; 4]), false),
            None => {
                let how = match one.now {
                    (true, true) => BackHow::Both,
                    (true, false) => BackHow::Bold,
                    (false, true) => BackHow::Italic,
                    (false, false) => BackHow::Plain,
                };
                push(how, one.sign.encode_utf8(&mut [0; 4]), false);
            }
        }
    }
    words
}

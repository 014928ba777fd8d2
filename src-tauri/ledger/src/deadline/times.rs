//! How often something is done: 2 lần/năm, 6 tháng/lần, định kỳ 3 tháng.

use super::phrase::Phrase;
use super::rule::Rule;
use super::words::{Token, Word};

/// `1 lần/quý`, `02 lần/năm`, `mỗi năm hai lần`: as many even parts. Parts the calendar does not
/// have (three times a month) are a question.
pub(super) fn times_in_a_period(words: &mut Phrase<'_>) -> Option<Rule> {
    words.word(Word::Periodic);
    if let Some(times) = words.attempt(times) {
        let _ = words.sign('/') || words.word(Word::Every) || words.word(Word::In);
        words.once();
        let rule = parts(times, words);
        return rule.filter(|_| !matches!(words.peek(), Some(Token::Number(_, 1 | 2) | Token::Roman(_) | Token::Word(Word::Start | Word::End))));
    }
    let _ = words.word(Word::Every) || words.once();
    let mut unit = *words;
    words.next()?;
    words.sign(',');
    let times = times(words)?;
    parts(times, &mut unit)
}

/// `02 lần`.
fn times(words: &mut Phrase<'_>) -> Option<u32> {
    let number = if words.once() { 1 } else { words.small()? };
    words.word(Word::Times).then_some(number)
}

/// A period in so many parts.
fn parts(times: u32, words: &mut Phrase<'_>) -> Option<Rule> {
    match (words.next()?, times) {
        (Token::Word(Word::Week), 1) => Some(Rule::Weeks),
        (Token::Word(Word::Month), 2) => Some(Rule::HalfMonths),
        (Token::Word(Word::Month), 1) => Some(Rule::Months(1)),
        (Token::Word(Word::Quarter), 1 | 3) => Some(Rule::Months(3 / times)),
        (Token::Word(Word::Year), 1 | 2 | 3 | 4 | 6 | 12) => Some(Rule::Months(12 / times)),
        _ => None,
    }
}

/// `6 tháng/lần`, `03 tháng một lần`, `1 lần/6 tháng`, `định kỳ 6 tháng`, `mỗi 3 tháng`: counted from
/// January, as reports are.
pub(super) fn once_in_months(words: &mut Phrase<'_>) -> Option<Rule> {
    let told = words.word(Word::Periodic) | words.word(Word::Every);
    let before = words.attempt(|w| (times(w)? == 1 && (w.sign('/') || w.word(Word::Every))).then_some(())).is_some();
    let months = words.small().filter(|months| [1, 2, 3, 4, 6, 12].contains(months))?;
    let each = match words.next()? {
        Token::Word(Word::Month) => months,
        Token::Word(Word::Quarter) if [1, 2, 4].contains(&months) => months * 3,
        Token::Word(Word::Year) if months == 1 => 12,
        _ => return None,
    };
    let behind = words.attempt(|w| {
        let sign = w.sign('/');
        let once = w.once();
        ((sign || once) && w.word(Word::Times)).then_some(())
    });
    let half = matches!(words.peek(), Some(Token::Word(Word::Start | Word::End) | Token::Number(_, 1 | 2)));
    // Beside other periods it is one of them: `định kỳ 6 tháng, năm`.
    let alone = !half && !matches!(words.peek(), Some(Token::Sign(',') | Token::Word(Word::And)));
    (alone && (told || before || behind.is_some())).then_some(Rule::Months(each))
}

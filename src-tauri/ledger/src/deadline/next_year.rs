//! Years that are named by the plan's: năm sau, năm nay.

use super::words::{Token, Word};
use super::{Span, period};

/// The same words with `năm sau` and `năm nay` as the year they mean; a plan of several years says
/// nothing of which, and the words stay as they are.
pub(super) fn named(mut tokens: Vec<Token>, plan: Span) -> Vec<Token> {
    let years = period::years(plan);
    if years.start() != years.end() {
        return tokens;
    }
    for at in 1..tokens.len() {
        let follows = matches!(tokens.get(at + 1), None | Some(Token::Sign(_) | Token::Word(Word::And | Word::Filler)));
        let (Some(Token::Word(Word::Year)), Some(Token::Word(word)), true) = (tokens.get(at - 1), tokens.get(at).copied(), follows) else { continue };
        let year = match word {
            Word::After | Word::Next => years.start() + 1,
            Word::Now => *years.start(),
            _ => continue,
        };
        if let (Some(token), Ok(year)) = (tokens.get_mut(at), u32::try_from(year)) {
            *token = Token::Number(year, 4);
        }
    }
    tokens
}

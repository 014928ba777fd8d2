//! The end: who signs and who receives (ô 7, 9b), side by side or one after the other.

use super::mark::{Mark, marked};
use super::sign::{inner_authority, is_authority, is_drafter, is_name, is_stamp, signed, without_degree};
use super::text::{Line, is_capitals, key};

/// What stands below the body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Tail {
    /// True when `Nơi nhận` stands there.
    pub(super) has_list: bool,
    /// True when it stands below the signer's name.
    list_below: bool,
    /// True when a recipient stands behind a dash.
    dashed: bool,
    /// Recipients as written, without their dash, with their end mark.
    pub(super) recipients: Vec<String>,
    /// Authority and office, a line each, as written.
    pub(super) authority: Vec<String>,
    /// The name, as written; empty: not shown.
    pub(super) name: String,
    /// The drafter's mark, such as `PL.(300)`.
    pub(super) drafter: Option<String>,
    /// Numbers of pages that stand between its lines.
    pub(super) pages: Vec<String>,
    /// What is none of these, such as `(Đã ký)`.
    pub(super) others: Vec<String>,
}

/// True when a line begins the end.
pub(super) fn begins(line: &Line) -> bool {
    let signs = |cell: &str| (is_authority(cell) && is_capitals(&line.text)) || signed(&line.text).is_some_and(|(before, ..)| before.is_empty());
    line.cells.iter().any(|cell| is_list(cell).is_some() || signs(cell))
}

/// True for a line that is an authority.
pub(super) fn begins_authority(line: &Line) -> bool {
    is_authority(&line.text)
}

/// True when a line begins the list of recipients.
pub(super) fn lists(line: &Line) -> bool {
    line.cells.iter().any(|cell| is_list(cell).is_some())
}

/// What follows `Nơi nhận:`.
fn is_list(text: &str) -> Option<&str> {
    let mut words = text.splitn(3, ' ');
    let (first, second) = (words.next()?, words.next()?);
    let rest = words.next().unwrap_or("").trim_start_matches([':', ' ']);
    // In small letters it is the word only where it stands alone.
    let named = key(first) == "noi" && key(second) == "nhan" && (first.starts_with('N') || (first.starts_with('n') && rest.is_empty()));
    (named && (second.ends_with(':') || rest.is_empty())).then_some(rest)
}

/// Lines of an end, at most.
pub(super) const LINES: usize = 200;
/// A recipient is not longer, in letters: what is longer is text.
const RECIPIENT: usize = 400;

impl Tail {
    /// How many of list, authority and name it has; three make it whole.
    pub(super) fn parts(&self) -> usize {
        let list = self.is_stored() || (self.dashed && !self.recipients.is_empty());
        usize::from(list) + usize::from(!self.authority.is_empty()) + usize::from(!self.name.is_empty())
    }

    /// True when its list has the line `Lưu`, which no text of a body has.
    pub(super) fn is_stored(&self) -> bool {
        self.has_list && self.recipients.iter().any(|name| key(name).starts_with("luu"))
    }

    /// Reads the end; answers how many lines are of it.
    pub(super) fn read(lines: &[Line]) -> (Tail, usize) {
        let mut tail = Tail::default();
        for (at, line) in lines.iter().enumerate().take(LINES) {
            let kept = tail.clone();
            if !line.cells.iter().all(|cell| tail.take_all(cell)) {
                return (kept, at);
            }
        }
        (tail, lines.len().min(LINES))
    }

    /// Takes the recipients of a line, or of a paragraph that holds the whole list.
    fn take_all(&mut self, text: &str) -> bool {
        let mut rest = text;
        while let Some((first, next)) = ["; ", ". - ", ": - "].iter().filter_map(|end| cut(rest, end)).min_by_key(|(first, _)| first.len()) {
            if !(self.has_list || is_list(first).is_some()) {
                break;
            }
            if !self.take(first) {
                return false;
            }
            rest = next;
        }
        self.take(rest)
    }

    /// Takes a piece of a line; false when it is of something else.
    fn take(&mut self, text: &str) -> bool {
        if key(text).is_empty() {
            return true;
        }
        if text.len() <= 3 && text.bytes().all(|sign| sign.is_ascii_digit()) {
            self.pages.push(text.to_owned());
            return true;
        }
        if let Some(rest) = is_list(text) {
            self.has_list = true;
            self.list_below = !self.name.is_empty();
            return rest.is_empty() || self.take(rest);
        }
        if is_authority(text) && self.name.is_empty() {
            // `KT. CHỦ TỊCH PHÓ CHỦ TỊCH` on one line.
            let at = [" PHÓ ", " KT.", " CHỦ TỊCH"].iter().filter_map(|word| text.find(word)).filter(|at| *at > 3).min();
            match at.and_then(|at| text.split_at_checked(at)).filter(|(first, _)| first.contains(' ')) {
                Some((first, second)) => {
                    self.authority.push(first.to_owned());
                    return self.take(second.trim());
                }
                None => self.authority.push(text.to_owned()),
            }
            return true;
        }
        if let Some((before, authority, name)) = signed(text).filter(|_| self.name.is_empty()) {
            return self.take(before) && self.take(authority) && self.take(name);
        }
        if let Some((before, after)) = inner_authority(text).filter(|_| self.name.is_empty()) {
            return self.take(before) && self.take(after);
        }
        // Some lists are numbered: `1. Như trên;`.
        let counts = |mark: &Mark| matches!(mark, Mark::Number(count) if usize::try_from(*count) == Ok(self.recipients.len() + 1));
        if let Some(found) = marked(text).filter(|found| self.has_list && counts(&found.mark) && self.name.is_empty()) {
            self.recipients.push(found.rest.to_owned());
            return found.rest.chars().count() <= RECIPIENT;
        }
        if let Some(found) = marked(text).filter(|found| found.mark == Mark::Dash && self.has_list) {
            self.recipients.push(found.rest.to_owned());
            self.dashed = true;
            return found.rest.chars().count() <= RECIPIENT;
        }
        if is_drafter(text) {
            self.drafter = Some(text.to_owned());
            return true;
        }
        if is_stamp(text) {
            self.others.push(text.to_owned());
            return true;
        }
        let after_office = !self.authority.is_empty() && self.name.is_empty();
        if after_office && is_name(without_degree(text)) {
            self.name = text.to_owned();
            return true;
        }
        let ended = self.recipients.last().is_some_and(|last| last.ends_with([';', '.']));
        let headed = marked(text).is_some_and(|found| !matches!(found.mark, Mark::Dash | Mark::Plus | Mark::Star));
        let room = self.recipients.last().filter(|_| !ended).map_or(0, |last| last.chars().count()) + text.chars().count() <= RECIPIENT;
        let short = text.chars().count() < 90 && room && !headed && !super::appendix::is_appendix(text) && !super::head::is_nation(text);
        // Below the name only words that cannot begin anything go on with the list.
        let small = text.starts_with(char::is_lowercase);
        let above = self.name.is_empty() || self.list_below;
        if self.has_list && short && (self.recipients.is_empty() || (!ended && small) || above) {
            match self.recipients.last_mut().filter(|_| !ended) {
                Some(last) => last.extend([" ", text]),
                None => self.recipients.push(text.to_owned()),
            }
            return true;
        }
        false
    }
}

/// Parts a line behind the sign that ends a recipient.
fn cut<'a>(text: &'a str, end: &str) -> Option<(&'a str, &'a str)> {
    let at = text.find(end)? + 1;
    Some((text.get(..at)?, text.get(at..)?.trim_start()))
}

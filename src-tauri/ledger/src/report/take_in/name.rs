//! What stands between the name and the body: subject, bracketed line, Kính gửi (ô 5a, 9a).

use super::Piece;
use super::mark::{Mark, marked};
use super::text::{Line, is_capitals, is_ended, key};

/// Name, subject and what follows them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    /// Trích yếu.
    pub(super) subject: String,
    /// The bracketed line with its brackets.
    pub(super) bracket: Option<String>,
    /// Kính gửi, without marks.
    pub(super) addressees: Vec<String>,
    /// Pieces read.
    pub(super) read: usize,
}

/// The names of the papers that are taken in.
const NAMES: [&str; 2] = ["BÁO CÁO", "KẾ HOẠCH"];

/// Names of papers that are not taken in; one of them above a report is another document.
const OTHERS: [&str; 6] = ["QUYẾT ĐỊNH", "TỜ TRÌNH", "THÔNG BÁO", "NGHỊ QUYẾT", "CÔNG VĂN", "GIẤY MỜI"];

/// True for a line that is the name of a paper and nothing else.
pub(super) fn is_name(text: &str) -> bool {
    NAMES.contains(&text) || OTHERS.contains(&text)
}

/// The name a line is or begins with, and what follows it on the line.
pub(super) fn name_of(text: &str) -> Option<(&'static str, &str)> {
    let start = text.chars().take(12).collect::<String>();
    NAMES.into_iter().find_map(|name| {
        let rest = text.strip_prefix(name)?;
        let whole = rest.is_empty() || rest.starts_with([' ', ':']);
        (whole && is_capitals(&start)).then(|| (name, rest.trim_start_matches([' ', ':'])))
    })
}

/// The name that stands alone on a line in other letters: `Báo cáo`, `B Á O  C Á O`.
pub(super) fn spaced(text: &str) -> Option<&'static str> {
    let bare = |text: &str| text.to_uppercase().replace(' ', "");
    let begins = text.starts_with(char::is_uppercase);
    NAMES.into_iter().find(|name| begins && bare(name) == bare(text))
}

/// A bracketed line is not longer, in bytes.
const BRACKET: usize = 600;
/// A line of a subject that goes on with a word of its own is not longer, in letters.
const SUBJECT: usize = 60;

/// Words a body begins with and a subject does not go on with.
const OPENINGS: [&str; 12] =
    ["Thực hiện", "Căn cứ", "Theo", "Trên cơ sở", "Để", "Nhằm", "Triển khai", "Xét", "Tiếp tục", "UBND", "Ủy ban nhân dân", "Trong"];
/// Words that go on with a subject.
const GOES_ON: [&str; 8] = ["Phương hướng", "phương hướng", "Nhiệm vụ", "Quý", "Năm", "Tháng", "6 tháng", "9 tháng"];

impl Named {
    /// Reads the pieces after the name; `rest` is what follows it on its line.
    pub(super) fn read(rest: &str, pieces: &[Piece]) -> Named {
        let mut named = Named { subject: rest.to_owned(), ..Named::default() };
        let mut open = true;
        let mut opened = 0;
        while let Some(Piece::Line(line)) = pieces.get(named.read) {
            let text = &line.text;
            if key(text).is_empty() {
                named.read += 1;
            } else if let Some(rest) = after_addressed(text) {
                named.read += 1;
                named.addressed(rest, pieces);
                break;
            } else if named.bracket.as_ref().is_some_and(|bracket| !is_closed(bracket)) {
                named.bracket.iter_mut().for_each(|bracket| bracket.extend([" ", text]));
                named.read += 1;
                if named.bracket.as_ref().is_some_and(|bracket| bracket.len() > BRACKET) {
                    // Never closed: words of the body that begin with a bracket.
                    (named.bracket, named.read) = (None, opened);
                    break;
                }
            } else if text.starts_with('(') && named.bracket.is_none() && is_aside(text) {
                named.bracket = Some(text.clone());
                (opened, open) = (named.read, false);
                named.read += 1;
            } else if open && named.goes_on(line) {
                if !named.subject.is_empty() {
                    named.subject.push(' ');
                }
                named.subject.push_str(text);
                named.read += 1;
            } else {
                break;
            }
        }
        if named.bracket.as_ref().is_some_and(|bracket| !is_closed(bracket)) {
            (named.bracket, named.read) = (None, opened);
        }
        named
    }

    /// True when a line is of the subject.
    fn goes_on(&self, line: &Line) -> bool {
        let text = &line.text;
        let long = text.chars().count() > 220 || self.subject.len() > BRACKET;
        let marked = marked(text).is_some_and(|found| !matches!(found.mark, Mark::Number(6 | 9)));
        if long || marked {
            return false;
        }
        if self.subject.is_empty() {
            return !text.ends_with([':', ';']);
        }
        let opening = OPENINGS.iter().any(|start| text.starts_with(start));
        let small = text.starts_with(|sign: char| sign.is_lowercase() || sign.is_ascii_digit());
        let capitals = is_capitals(&self.subject) && is_capitals(text);
        small
            || capitals
            || (!opening
                && !is_ended(text)
                && (self.subject.ends_with([',', '-', ';'])
                    || (GOES_ON.iter().any(|start| text.starts_with(start)) && text.chars().count() <= SUBJECT)))
    }

    /// One addressee on the line of `Kính gửi:`, or several below it.
    fn addressed(&mut self, rest: &str, pieces: &[Piece]) {
        let mut written: Vec<String> = Vec::new();
        if !rest.is_empty() {
            written.push(item(rest).unwrap_or(rest).to_owned());
        }
        let several = rest.is_empty() || item(rest).is_some() || rest.ends_with(';');
        while let Some(Piece::Line(line)) = pieces.get(self.read) {
            let ended = written.last().is_some_and(|last| last.ends_with('.'));
            match (item(&line.text), written.last_mut()) {
                (Some(name), _) if several && !ended => written.push(name.to_owned()),
                (None, None) => written.push(line.text.clone()),
                (None, Some(last)) if !is_ended(last) && line.text.starts_with(char::is_lowercase) => last.extend([" ", &line.text]),
                _ => break,
            }
            self.read += 1;
        }
        self.addressees = written.iter().map(|name| name.trim_end_matches([';', '.', ',', ' ']).to_owned()).filter(|name| !name.is_empty()).collect();
    }
}

fn item(text: &str) -> Option<&str> {
    marked(text).filter(|found| found.mark == Mark::Dash).map(|found| found.rest)
}

/// What follows `Kính gửi`; `None` when the line is no such line.
fn after_addressed(text: &str) -> Option<&str> {
    let mut words = text.splitn(3, ' ');
    let (first, second) = (words.next()?, words.next()?);
    let rest = words.next().unwrap_or("");
    (key(first) == "kinh" && key(second) == "gui").then(|| rest.trim_start_matches([':', ' ']))
}

/// A line in brackets that is of the head: not `(1) …`, not a sentence of the body.
fn is_aside(text: &str) -> bool {
    text.chars().nth(1).is_some_and(char::is_uppercase)
}

/// True when its brackets are closed.
pub(super) fn is_closed(text: &str) -> bool {
    text.matches('(').count() <= text.matches(')').count()
}

//! The end: who signs and who receives (ô 7, 9b), side by side or one after the other.

use super::mark::{Mark, marked};
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
    /// What is none of these, such as `(Đã ký)`.
    pub(super) others: Vec<String>,
}

/// True when a line begins the end.
pub(super) fn begins(line: &Line) -> bool {
    line.cells.iter().any(|cell| is_list(cell).is_some() || (is_authority(cell) && is_capitals(&line.text)))
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
    let named = key(first) == "noi" && key(second) == "nhan" && first.starts_with('N');
    (named && (second.ends_with(':') || rest.is_empty())).then_some(rest)
}

/// True for `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `TRƯỞNG PHÒNG`.
fn is_authority(text: &str) -> bool {
    const STARTS: [&str; 19] = [
        "TM.",
        "T/M",
        "TM ",
        "KT.",
        "KT ",
        "K/T",
        "TL.",
        "TL ",
        "T/L",
        "TUQ.",
        "TUQ ",
        "Q.",
        "QUYỀN ",
        "CHỦ TỊCH",
        "PHÓ ",
        "TRƯỞNG ",
        "GIÁM ĐỐC",
        "CHÁNH ",
        "THỪA LỆNH",
    ];
    is_capitals(text) && text.chars().count() <= 60 && STARTS.iter().any(|start| text.starts_with(start))
}

/// Lines of an end, at most.
pub(super) const LINES: usize = 200;
/// A recipient is not longer, in letters: what is longer is text.
const RECIPIENT: usize = 200;

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
            if !line.cells.iter().all(|cell| tail.take(cell)) {
                return (kept, at);
            }
        }
        (tail, lines.len().min(LINES))
    }

    /// Takes a piece of a line; false when it is of something else.
    fn take(&mut self, text: &str) -> bool {
        if key(text).is_empty() {
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
        if let Some((before, after)) = inner_authority(text).filter(|_| self.name.is_empty()) {
            return self.take(before) && self.take(after);
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
        if key(text) == "da ky" || key(text).starts_with("ky ten") || key(text).starts_with("ky dong dau") {
            self.others.push(text.to_owned());
            return true;
        }
        let after_office = !self.authority.is_empty() && self.name.is_empty();
        if after_office && is_name(text) {
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

/// An authority that follows other words on a line, as columns set side by side leave it.
///
/// A mark alone is none: in `Lưu: VT, KT.` it is the unit that drafts.
fn inner_authority(text: &str) -> Option<(&str, &str)> {
    let starts = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
    let mut cuts: Vec<usize> = starts.iter().filter_map(|start| text.find(start)).filter(|at| *at > 0).collect();
    // `CHỦ TỊCH` stands in `PHÓ CHỦ TỊCH` too: the first begins it.
    cuts.sort_unstable();
    let (before, after) = cuts
        .into_iter()
        .filter_map(|at| text.split_at_checked(at))
        .find(|(before, after)| before.ends_with(' ') && stands(before, after) && is_authority(after))?;
    Some((before.trim(), after))
}

/// Whether what may be an authority is more than an abbreviation that ends a list.
fn stands(before: &str, after: &str) -> bool {
    !before.trim_end().ends_with(',') && (after.contains(' ') || after.starts_with("CHỦ TỊCH"))
}

/// A person's name: two to six words, each with a capital, no figures and no marks.
fn is_name(text: &str) -> bool {
    let words: Vec<&str> = text.split(' ').collect();
    (2..=6).contains(&words.len()) && words.iter().all(|word| word.chars().all(char::is_alphabetic) && word.starts_with(char::is_uppercase))
}

/// `PL.(300)`: initials and the number of copies (ô 12).
fn is_drafter(text: &str) -> bool {
    let Some((letters, count)) = text.split_once('(') else { return false };
    let letters = letters.trim_end().trim_end_matches('.');
    let copies = count.strip_suffix(')').is_some_and(|count| !count.is_empty() && count.bytes().all(|sign| sign.is_ascii_digit()));
    copies && (1..=5).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::inner_authority;

    #[test]
    fn a_units_mark_in_the_last_recipient_is_no_authority() {
        for line in ["- Lưu: VT, KT.", "- Lưu: KT.", "- Lưu: VT, TL."] {
            assert_eq!(inner_authority(line), None, "{line}");
        }
        assert_eq!(inner_authority("- Như trên; KT. CHỦ TỊCH"), Some(("- Như trên;", "KT. CHỦ TỊCH")));
        assert_eq!(inner_authority("- Các thôn; PHÓ CHỦ TỊCH"), Some(("- Các thôn;", "PHÓ CHỦ TỊCH")));
        assert_eq!(inner_authority("Nơi nhận: TM. ỦY BAN NHÂN DÂN"), Some(("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN")));
    }
}

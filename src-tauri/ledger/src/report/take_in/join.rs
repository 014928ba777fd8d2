//! Lines joined into paragraphs.
//!
//! A paragraph goes on while nothing says that it ended: a mark on the next line, a line that had
//! room for the next word, the space that extraction leaves where a line was only broken.

use super::mark::{Mark, marked};
use super::text::{Line, is_capitals, is_ended};
use super::width::{first_word, width};

/// What the lines of one file have in common.
#[derive(Debug, Clone, Copy)]
pub(super) struct Setting {
    /// The width of a full line, in thousandths of the size; `None` when lines are whole paragraphs.
    full: Option<u32>,
    /// True when some lines end with a space and some do not: the space then means a broken line.
    telling: bool,
}

/// Room of a first line, which is indented, as a share of a full one; in percent.
const INDENTED: u32 = 92;
/// A line that ends before this share of its room was ended on purpose; in percent.
const SHORT: u32 = 85;
/// A title is bold, and so wider than measured: a line of it is full from here on; in percent.
const FULL_TITLE: u32 = 96;
/// Words a paragraph of its own begins with.
const LABELS: [&str; 3] = ["Nguyên nhân:", "Trong đó:", "Trên đây là "];

impl Setting {
    /// Measures the lines of a file.
    pub(super) fn of(lines: &[Line]) -> Setting {
        let pairs = || lines.iter().zip(lines.iter().skip(1)).filter(|(line, _)| !line.whole);
        let goes_on = |line: &Line| line.text.starts_with(char::is_lowercase) && marked(&line.text).is_none();
        let mut widths: Vec<u32> = pairs().filter(|(_, next)| goes_on(next)).map(|(line, _)| width(&line.text)).collect();
        widths.sort_unstable();
        // Letters in lines that no page is wide enough for.
        let long: usize = lines.iter().map(|line| line.text.len()).filter(|length| *length > 260).sum();
        let all: usize = lines.iter().map(|line| line.text.len()).sum();
        let full = widths.get(widths.len() * 9 / 10).copied().filter(|_| long * 4 < all && widths.len() > 2);
        let trailing = lines.iter().filter(|line| line.trail > 0).count();
        let telling = trailing * 10 >= lines.len() && (lines.len() - trailing) * 10 >= lines.len();
        Setting { full, telling }
    }

    /// The paragraphs of some lines.
    pub(super) fn paragraphs(self, lines: &[Line]) -> Vec<String> {
        let mut paragraphs: Vec<Open> = Vec::new();
        let mut last: Option<&Line> = None;
        let mut counted = 0;
        for line in lines {
            let open = paragraphs.last_mut().zip(last).filter(|(open, before)| self.goes_on(open, before, line, counted));
            if let Some((open, before)) = open {
                if !self.is_tied(before, line) {
                    open.text.push(' ');
                }
                open.text.push_str(&line.text);
                (open.lines, open.capitals) = (open.lines + 1, open.capitals && is_capitals(&line.text));
            } else {
                let open = Open::new(&line.text);
                if let Some(Mark::Number(count)) = open.mark {
                    counted = count;
                }
                paragraphs.push(open);
            }
            last = Some(line);
        }
        paragraphs.into_iter().map(|open| open.text).collect()
    }

    /// True when a line goes on with the paragraph before it.
    fn goes_on(self, open: &Open, before: &Line, line: &Line, counted: u32) -> bool {
        if before.whole || line.whole {
            return false;
        }
        let first = open.lines == 1;
        let room = self.full.map_or(0, |full| if first { full * INDENTED / 100 } else { full });
        let reached = width(&before.text).saturating_add(first_word(&line.text));
        let is_full = self.full.is_none() || reached >= room;
        let is_short = self.full.is_some() && reached < room / 100 * SHORT;
        let ended = is_ended(&before.text);
        if let Some(found) = marked(&line.text) {
            let small = found.rest.starts_with(|sign: char| sign.is_lowercase());
            return !ended
                && is_full
                && match found.mark {
                    // `trực tuyến` / `+ trực tiếp`, `2026` / `- 2031`, `Văn hóa` / `- Xã hội`.
                    Mark::Dash | Mark::Plus => small || is_pair(&before.text, found.rest),
                    // `Điều` / `12. …`: a number that does not count on.
                    Mark::Number(count) => self.full.is_some() && count != 1 && count != counted + 1,
                    _ => false,
                };
        }
        // A title in capitals over two lines.
        if open.capitals && is_capitals(&line.text) {
            return true;
        }
        let heading = open.mark.as_ref().is_some_and(|mark| !matches!(mark, Mark::Dash | Mark::Plus | Mark::Star));
        let capital = line.text.starts_with(|sign: char| sign.is_uppercase() || "“\"(*".contains(sign));
        if self.full.is_none() {
            // Whole paragraphs a line: only a page's end cuts one, and then no sentence ends there.
            return !ended && (!capital || (!heading && is_cut(&before.text)));
        }
        // A line without the space of a broken one; a first line may lose it where a blank follows.
        let closed = self.telling && before.trail == 0 && !before.text.ends_with('-');
        if closed && line.blank == 0 {
            return !ended && !capital && !is_short;
        }
        let named = LABELS.iter().any(|label| line.text.starts_with(label));
        if capital && ((closed && !first) || before.trail > 3 || named) {
            return false;
        }
        match (capital, ended) {
            (true, true) => is_full && !closed && (line.blank == 0 || !self.telling),
            (true, false) if heading => reached >= room / 100 * FULL_TITLE && !closed,
            (true, false) => is_full || !is_short,
            (false, true) => !is_short || !before.text.ends_with('.'),
            (false, false) => true,
        }
    }

    /// True when no space stands between two lines: `382/QĐ-` / `UBND`.
    fn is_tied(self, before: &Line, line: &Line) -> bool {
        let last = before.text.rsplit(' ').next().unwrap_or("");
        let Some(word) = last.strip_suffix('-').filter(|word| word.ends_with(char::is_alphanumeric)) else { return false };
        let next = line.text.starts_with(char::is_alphanumeric);
        next && (word.contains('/') || (before.trail == 0 && self.telling) || word.bytes().all(|sign| sign.is_ascii_digit()))
    }
}

/// A paragraph that may go on.
struct Open {
    text: String,
    lines: usize,
    mark: Option<Mark>,
    capitals: bool,
}

impl Open {
    fn new(text: &str) -> Open {
        Open { text: text.to_owned(), lines: 1, mark: marked(text).map(|found| found.mark), capitals: is_capitals(text) }
    }
}

/// Words that a dash with spaces joins, and that a line may part.
const PAIRS: [(&str, &str); 7] = [
    ("Văn hóa", "Xã hội"),
    ("Văn hoá", "Xã hội"),
    ("Kinh tế", "Hạ tầng"),
    ("Tự do", "Hạnh phúc"),
    ("Lao động", "Thương binh"),
    ("Độc lập", "Tự do"),
    ("Dân số", "Kế hoạch"),
];

fn is_pair(before: &str, rest: &str) -> bool {
    let figures = before.ends_with(|sign: char| sign.is_ascii_digit()) && rest.starts_with(|sign: char| sign.is_ascii_digit());
    figures || PAIRS.iter().any(|(left, right)| before.ends_with(left) && rest.starts_with(right))
}

/// True when a line ends with a word that wants another: `Kế hoạch số`, `Nghị quyết của`, a comma.
pub(super) fn is_cut(text: &str) -> bool {
    const OPEN: [&str; 16] = ["của", "và", "tại", "số", "về", "với", "cho", "theo", "thành phố", "tỉnh", "huyện", "xã", "phường", "do", "các", "là"];
    text.ends_with([',', '(', '-']) || OPEN.iter().any(|word| text.strip_suffix(word).is_some_and(|rest| rest.ends_with(' ')))
}

//! Breaking text into lines: at spaces only, what belongs together kept together where it fits.

use super::bit::{Bit, FREER, NAMES, bits, cuts, paragraphs, words};
use super::text::Text;
use super::unit::Pt;
use textwrap::wrap_algorithms::{Penalties, wrap_first_fit, wrap_optimal_fit};

/// A line: a part of its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) from: usize,
    pub(super) to: usize,
    /// The last of its paragraph, or ended by force: it is not filled.
    pub(super) last: bool,
}

/// As few lines as can be, of these as even as can be; never one that runs over.
const EVEN: Penalties = Penalties {
    nline_penalty: 10_000_000,
    overflow_penalty: 1_000_000_000,
    short_last_line_fraction: 4,
    short_last_line_penalty: 2_000,
    hyphen_penalty: 10_000,
};

/// Lines of a justified paragraph; the first may be shorter than the rest.
pub(super) fn even(text: &Text, size: Pt, first: Pt, rest: Pt) -> Vec<Line> {
    optimal(text, size, first, rest, FREER)
}

/// Lines of a cell: no more than needed, none of them a lonely word where that can be helped.
pub(super) fn cell(text: &Text, size: Pt, width: Pt) -> Vec<Line> {
    optimal(text, size, width, width, NAMES)
}

fn optimal(text: &Text, size: Pt, first: Pt, rest: Pt, level: usize) -> Vec<Line> {
    broken(text, size, first.min(rest), level, |bits| evenly(bits, first, rest))
}

/// The best of all ways to break; the plain way where the best would run over.
fn evenly(bits: &[Bit], first: Pt, rest: Pt) -> Vec<&[Bit]> {
    let widths = [f64::from(first.0), f64::from(rest.0)];
    if taken(bits) <= f64::from(first.0) && !bits.is_empty() {
        return vec![bits]; // Most cells of a table: one line costs less than any two.
    }
    let width = |index: usize| widths.get(index).copied().unwrap_or(f64::from(rest.0));
    let fits = |lines: &[&[Bit]]| lines.iter().enumerate().all(|(index, line)| taken(line) <= width(index) + 1e-3);
    match wrap_optimal_fit(bits, &widths, &EVEN) {
        Ok(lines) if fits(&lines) => lines,
        _ => wrap_first_fit(bits, &widths),
    }
}

/// Lines of ragged text, each as full as can be.
pub(super) fn ragged(text: &Text, size: Pt, first: Pt, rest: Pt) -> Vec<Line> {
    broken(text, size, first.min(rest), NAMES, |bits| wrap_first_fit(bits, &[f64::from(first.0), f64::from(rest.0)]))
}

/// Lines of centred text: as few as the width allows, about equally long.
pub(super) fn balanced(text: &Text, size: Pt, width: Pt) -> Vec<Line> {
    let widest = ragged(text, size, width, width);
    let (mut low, mut high) = (Pt::ZERO, width);
    for _ in 0..12 {
        let middle = (low + high) / 2.0;
        // Narrower is better as long as nothing is torn that was whole.
        let lines = broken(text, size, width, NAMES, |bits| wrap_first_fit(bits, &[f64::from(middle.0)]));
        let fits = lines.iter().all(|line| text.width(line.from, line.to, size) <= middle);
        if lines.len() <= widest.len() && fits { high = middle } else { low = middle }
    }
    broken(text, size, width, NAMES, |bits| evenly(bits, high, high))
}

/// Width of the widest part that can't be broken at a space.
pub(super) fn widest_word(text: &Text, size: Pt) -> Pt {
    let words = paragraphs(text).into_iter().flat_map(|(from, to)| words(text, from, to));
    words.map(|(from, to)| needed(text, from, to, size)).fold(Pt::ZERO, Pt::max)
}

/// A piece of an address wider than so many times the size is cut where its line ends.
const PIECE: f32 = 8.0;

/// The width that words need to stay whole; an address is cut as `chop` cuts it.
fn needed(text: &Text, from: usize, to: usize, size: Pt) -> Pt {
    let letters: String = text.part(from, to).iter().map(|sign| sign.letter).collect();
    if !letters.contains("://") && !letters.starts_with("www.") {
        return text.width(from, to, size);
    }
    let (mut begin, mut widest) = (from, Pt::ZERO);
    for end in from + 1..=to {
        if end == to || text.part(end - 1, end).iter().any(|sign| cuts(sign.letter)) {
            widest = widest.max(text.width(begin, end, size));
            begin = end;
        }
    }
    widest.min(size * PIECE)
}

/// Width of the widest part that is kept together where it fits.
pub(super) fn widest_unit(text: &Text, size: Pt) -> Pt {
    let units = paragraphs(text).into_iter().flat_map(|(from, to)| bits(text, from, to, size, Pt(f32::MAX), NAMES));
    units.map(|bit| needed(text, bit.from, bit.to, size)).fold(Pt::ZERO, Pt::max)
}

/// Width of the longest line of a text that is never broken but where it asks to be.
pub(super) fn longest_line(text: &Text, size: Pt) -> Pt {
    paragraphs(text).into_iter().map(|(from, to)| text.width(from, to, size)).fold(Pt::ZERO, Pt::max)
}

/// A text's parts, for counting its lines at many widths.
pub(super) struct Estimate(Vec<Vec<Bit>>);

/// Prepares a text for counting.
pub(super) fn estimate(text: &Text, size: Pt) -> Estimate {
    Estimate(paragraphs(text).into_iter().map(|(from, to)| bits(text, from, to, size, Pt(f32::MAX), NAMES)).collect())
}

impl Estimate {
    /// About how many lines it takes: parts too wide are counted as if they were cut.
    pub(super) fn lines(&self, width: Pt) -> usize {
        let width = f64::from(width.0.max(1.0));
        let mut lines = 0;
        for bits in &self.0 {
            let mut used = f64::MAX;
            for bit in bits {
                if used + bit.width > width {
                    lines += 1;
                    used = 0.0;
                }
                used += bit.width;
                while used > width {
                    lines += 1;
                    used -= width;
                }
                used += bit.space;
            }
            lines += usize::from(bits.is_empty());
        }
        lines
    }
}

fn taken(line: &[Bit]) -> f64 {
    let all: f64 = line.iter().map(|bit| bit.width + bit.space).sum();
    all - line.last().map_or(0.0, |bit| bit.space)
}

fn broken<F>(text: &Text, size: Pt, narrowest: Pt, level: usize, wrap: F) -> Vec<Line>
where
    F: for<'a> Fn(&'a [Bit]) -> Vec<&'a [Bit]>,
{
    let mut lines = Vec::new();
    for (from, to) in paragraphs(text) {
        let bits = bits(text, from, to, size, narrowest, level);
        let begin = lines.len();
        for line in wrap(&bits) {
            if let (Some(first), Some(last)) = (line.first(), line.last()) {
                lines.push(Line { from: first.from, to: last.to, last: false });
            }
        }
        if lines.len() == begin {
            lines.push(Line { from, to, last: true }); // An empty line, asked for by two breaks.
        }
        if let Some(line) = lines.last_mut() {
            line.last = true;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::super::font::{Faces, Style};
    use super::super::unit::Mm;
    use super::*;

    /// Lines of upright text of 14 points in a width of millimetres, `/` between them.
    fn check(breaker: fn(&Text, Pt, Pt, Pt) -> Vec<Line>, words: &str, width: f32, expected: &str) {
        let text = Text::plain(Faces::bundled(), words, Style::Regular);
        let width = Mm(width).pt();
        let lines = breaker(&text, Pt(14.0), width, width);
        for line in &lines {
            assert!(text.width(line.from, line.to, Pt(14.0)) <= width + Pt(0.01), "{words}: a line runs over");
        }
        let shown: Vec<String> = lines.iter().map(|line| text.string(line.from, line.to).replace(['\u{a0}', '\u{202f}'], "_")).collect();
        assert_eq!(shown.join(" / "), expected, "{words} in {width:?}");
    }

    #[test]
    fn lines_end_only_where_they_may() {
        check(ragged, "Phòng Văn hóa - Xã hội báo cáo", 45.0, "Phòng / Văn hóa - Xã hội báo / cáo");
        // The hyphen goes with what follows only where the whole does not fit.
        check(ragged, "Phòng Văn hóa - Xã hội", 30.0, "Phòng Văn / hóa - Xã hội");
        check(ragged, "Phòng Văn hóa - Xã hội", 17.0, "Phòng / Văn hóa / - Xã hội");
        check(ragged, "theo Điều 5 khoản", 22.0, "theo / Điều 5 / khoản");
        check(ragged, "Nghị định số 61/2018/NĐ-CP", 55.0, "Nghị định / số 61/2018/NĐ-CP");
        check(ragged, "số      /QĐ-UBND ngày", 42.0, "số______/QĐ-UBND / ngày");
        check(ragged, "một\nhai", 42.0, "một / hai");
        check(ragged, "aaaaaaaaaaaaaaaaaaaaaaaa bb", 20.0, "aaaaaaaaa / aaaaaaaaa / aaaaaa bb");
        check(ragged, "tại https://lamkhe.haiphong.gov.vn/thu-tuc", 50.0, "tại https://lamkhe. / haiphong.gov.vn/thu-tuc");
        check(ragged, "", 42.0, "");
    }

    #[test]
    fn a_full_date_parts_only_to_keep_a_line_from_tearing() {
        let words = "Kế hoạch được ban hành trong tuần đầu, ngày 03 tháng 9 năm 2026 theo quy định của thành phố";
        check(even, words, 110.0, "Kế hoạch được ban hành trong tuần đầu, / ngày 03 tháng 9 năm 2026 theo quy định của thành phố");
        let words = "Kế hoạch ban hành, ngày 03 tháng 9 năm 2026 theo quy định";
        check(even, words, 80.0, "Kế hoạch ban hành, ngày 03 tháng 9 / năm 2026 theo quy định");
    }

    #[test]
    fn even_lines_are_no_more_than_full_ones() {
        let words = "Tổ công nghệ số cộng đồng của 14 thôn đến từng nhà hướng dẫn người dân nộp hồ sơ trên Cổng Dịch vụ công quốc gia, ".repeat(4);
        let text = Text::plain(Faces::bundled(), &words, Style::Regular);
        for width in (20..200).map(|width| Mm(f32::from(u8::try_from(width).unwrap_or(0))).pt()) {
            let (full, straight) = (ragged(&text, Pt(14.0), width, width), even(&text, Pt(14.0), width, width));
            assert!(straight.len() <= full.len(), "{width:?}");
        }
    }

    #[test]
    fn centred_lines_are_about_equally_long() {
        let text =
            Text::plain(Faces::bundled(), "Kết quả thực hiện công tác cải cách hành chính Quý III, nhiệm vụ trọng tâm Quý IV năm 2026", Style::Bold);
        let lines = balanced(&text, Pt(14.0), Mm(148.0).pt());
        let widths: Vec<Pt> = lines.iter().map(|line| text.width(line.from, line.to, Pt(14.0))).collect();
        assert_eq!(widths.len(), 2);
        assert!(widths.iter().all(|width| *width > Mm(90.0).pt()), "{widths:?}");
    }
}

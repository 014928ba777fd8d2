//! Which known figure a typed number is, if it is one: never guessed from the number alone.

use crate::figures::Printed;
use crate::paper::FigureChip;
use std::collections::HashSet;

use super::line::{Word, words};

/// Words that say nothing of which figure it is.
const COMMON: [&str; 27] = [
    "số", "tổng", "đã", "có", "của", "và", "các", "với", "trong", "về", "được", "tỷ", "lệ", "trên", "cho", "cấp", "từ", "là", "theo", "hoặc", "bằng",
    "ở", "người", "xã", "cchc", "cải", "cách",
];

/// The figure that a number in a line is, as it is typed there.
///
/// The number must be the figure as it is printed. How much of the figure's name must stand in the same
/// clause depends on the number: of one below ten and of a round share two thirds, with its unit behind it;
/// of one below a thousand half; of a greater one a third, or its unit behind it. Where two figures fit as
/// well, neither is offered.
pub(super) fn known<'a>(line: &str, start: usize, end: usize, figures: &'a [Printed]) -> Option<(&'a Printed, FigureChip)> {
    let typed = line.get(start..end)?;
    let said = words(clause(line, start, end));
    let behind = line.get(end..).unwrap_or("").trim_start().to_lowercase();
    let mut best: Vec<(u32, &Printed, FigureChip)> = Vec::new();
    for figure in figures {
        // Many type `4821` without its dot.
        let same = |form: &str| form == typed || form.contains('.') && form.replace('.', "") == typed;
        let Some((format, _)) = figure.forms.iter().find(|(_, form)| same(form)) else { continue };
        let unit = figure.unit.to_lowercase();
        let unit_follows = unit.split(", ").any(|unit| !unit.is_empty() && behind.starts_with(unit));
        let share = share(&words(&figure.name), &unit, &said);
        let fits = match size(typed) {
            Size::Small => share >= 66 && unit_follows,
            Size::Round => share >= 66,
            Size::Middle => share >= 50,
            Size::Great => share >= 33 || unit_follows && share > 0,
        };
        if fits {
            let chip = FigureChip { id: figure.id.clone(), window: None, format: *format, instead: None, shown: None };
            best.push((share + if unit_follows { 10 } else { 0 }, figure, chip));
        }
    }
    best.sort_by_key(|(score, ..)| std::cmp::Reverse(*score));
    let second = best.get(1).map(|(score, ..)| *score);
    let (score, figure, chip) = best.into_iter().next()?;
    (second != Some(score)).then_some((figure, chip))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Size {
    Small,
    /// `100%`, `0%`, `50%`: many shares are that.
    Round,
    Middle,
    Great,
}

fn size(typed: &str) -> Size {
    let digits = typed.chars().filter(char::is_ascii_digit).collect::<String>();
    let bare = digits.trim_start_matches('0');
    if typed.contains('%') {
        return if typed.contains(',') { Size::Middle } else { Size::Round };
    }
    match bare.len() {
        0 | 1 => Size::Small,
        2 | 3 => Size::Middle,
        _ => Size::Great,
    }
}

/// How many hundredths of a figure's name are said, each word counted once.
///
/// A Vietnamese word is mostly two syllables: one of them alone is another word (`kiêm nhiệm`, `bổ nhiệm`).
/// So what stands beside a telling word in the name must stand beside it in what is said too.
fn share(name: &[Word], unit: &str, said: &[Word]) -> u32 {
    let beside = |words: &[Word]| -> Vec<(String, String)> {
        let pairs = words.iter().zip(words.iter().skip(1)).filter(|(first, _)| first.closed.is_none());
        pairs.map(|(first, second)| (first.low.clone(), second.low.clone())).collect()
    };
    let telling: HashSet<&str> = name.iter().map(|word| word.low.as_str()).filter(|word| is_telling(word, unit)).collect();
    let pairs: Vec<(String, String)> =
        beside(name).into_iter().filter(|(first, second)| telling.contains(first.as_str()) && telling.contains(second.as_str())).collect();
    let said_pairs: HashSet<(String, String)> = beside(said).into_iter().collect();
    let met = telling.iter().filter(|word| {
        let mut own = pairs.iter().filter(|(first, second)| first == *word || second == *word).peekable();
        if own.peek().is_none() { said.iter().any(|one| one.low == **word) } else { own.any(|pair| said_pairs.contains(pair)) }
    });
    u32::try_from((100 * met.count()).checked_div(telling.len()).unwrap_or(0)).unwrap_or(0)
}

fn is_telling(word: &str, unit: &str) -> bool {
    !COMMON.contains(&word) && !unit.split([' ', ',']).any(|part| part == word)
}

/// The part of a sentence in which a number stands: from `.`, `;` or `:` to the next.
fn clause(line: &str, start: usize, end: usize) -> &str {
    let breaks = |text: &str, at: usize| text.get(at + 1..).is_none_or(|tail| tail.is_empty() || tail.starts_with(char::is_whitespace));
    let ends = |text: &str| -> Vec<usize> { text.match_indices(['.', ';', ':', '\n']).map(|(at, _)| at).filter(|at| breaks(text, *at)).collect() };
    let before = line.get(..start).unwrap_or("");
    let from = ends(before).last().map_or(0, |at| at + 1);
    let after = line.get(end..).unwrap_or("");
    let to = ends(after).first().map_or(line.len(), |at| end + at);
    line.get(from..to).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::super::scan::scan;
    use super::*;
    use crate::paper::FigureFormat;
    use crate::view::MarkKind;

    fn figure(id: &str, name: &str, unit: &str, forms: &[(FigureFormat, &str)]) -> Printed {
        let forms = forms.iter().map(|(format, text)| (*format, (*text).to_owned())).collect();
        Printed { id: id.into(), name: name.into(), unit: unit.into(), forms }
    }

    fn figures() -> Vec<Printed> {
        use FigureFormat::{Million, Percent, Percent0, Plain, Sentence};
        vec![
            figure("case.received", "Tổng số hồ sơ tiếp nhận", "hồ sơ", &[(Sentence, "2.310")]),
            figure("case.online", "Hồ sơ tiếp nhận trực tuyến", "hồ sơ", &[(Sentence, "1.176")]),
            figure("case.late", "Hồ sơ giải quyết quá hạn", "hồ sơ", &[(Sentence, "06"), (Plain, "6")]),
            figure("case.rate", "Tỷ lệ hồ sơ giải quyết đúng hạn", "%", &[(Percent, "99,51%"), (Percent0, "100%")]),
            figure("lead.documents", "Văn bản chỉ đạo CCHC đã ban hành", "văn bản", &[(Sentence, "07"), (Plain, "7")]),
            figure("news.loudspeaker", "Tin, bài về CCHC trên hệ thống truyền thanh", "tin, bài", &[(Sentence, "24")]),
            figure("news.portal", "Tin, bài về CCHC trên trang thông tin điện tử", "tin, bài", &[(Sentence, "24")]),
            figure("staff.named", "Công chức, viên chức được bổ nhiệm", "người", &[(Sentence, "01"), (Plain, "1")]),
            figure("lead.funds", "Kinh phí bố trí cho CCHC trong năm", "đồng", &[(Plain, "320.000.000"), (Million, "320 triệu đồng")]),
        ]
    }

    fn offered(line: &str) -> Vec<(String, String)> {
        let figures = figures();
        let numbers = scan(line, &["điều".into()]).into_iter().filter(|one| one.kind == MarkKind::Number);
        numbers
            .filter_map(|one| known(line, one.start, one.end, &figures).map(|(figure, _)| (line[one.start..one.end].to_owned(), figure.id.clone())))
            .collect()
    }

    #[test]
    fn a_number_whose_figure_is_named_is_offered() {
        for (line, number, id) in [
            ("Tổng số hồ sơ tiếp nhận trong kỳ là 2.310 hồ sơ, trong đó trả sớm.", "2.310", "case.received"),
            ("tiếp nhận trực tuyến 1.176 hồ sơ;", "1.176", "case.online"),
            ("Tổng số hồ sơ tiếp nhận trong kỳ là 2310 hồ sơ.", "2310", "case.received"),
            ("giải quyết quá hạn 06 hồ sơ", "06", "case.late"),
            ("tỷ lệ giải quyết đúng hạn đạt 99,51%", "99,51%", "case.rate"),
            ("UBND xã đã ban hành 07 văn bản chỉ đạo về CCHC", "07", "lead.documents"),
            ("Phát 24 tin, bài trên hệ thống truyền thanh", "24", "news.loudspeaker"),
            ("đăng 24 tin, bài trên trang thông tin điện tử", "24", "news.portal"),
            ("trong kỳ có 01 người là công chức, viên chức được bổ nhiệm", "01", "staff.named"),
            ("Kinh phí bố trí trong năm là 320 triệu đồng.", "320 triệu đồng", "lead.funds"),
        ] {
            assert_eq!(offered(line), [(number.to_owned(), id.to_owned())], "{line}");
        }
    }

    #[test]
    fn a_number_that_only_happens_to_be_equal_is_not() {
        for line in [
            "tổ chức 06 phiên họp giao ban",
            "có 07 thôn, 24 tổ liên gia",
            "07 hồ sơ bị trả lại",
            "đăng 24 tin, bài",
            "100% cán bộ, công chức ký cam kết",
            "Công chức làm CCHC đều kiêm nhiệm, trong kỳ có 01 người nghỉ chế độ thai sản",
            "năm 2310, ngày 6/7/2026, số 07/KH-UBND, Điều 7",
            "trồng 2.310 cây xanh",
            "vận động ủng hộ 320 triệu đồng",
        ] {
            assert_eq!(offered(line), [], "{line}");
        }
    }
}

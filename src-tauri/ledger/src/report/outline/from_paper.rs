//! An outline taken in from a paper: its headings, without the words of its one period.

use super::slots;
use crate::paper::{Block, Inline, Item};
use crate::report::from_last::names_more;
use crate::report::period::{self, Period};
use crate::report::take_in::TakenIn;
use crate::viet::{capital, fold};
use crate::view::{OutlineDraft, OutlineForm, OutlineSection};
use crate::{Problem, Result};

/// A numbered paragraph that is no longer than this, in letters, is a title.
const TITLE: usize = 220;

/// Acronyms that stay in capitals when a title in capitals is written small.
const ACRONYMS: [&str; 14] = ["CCHC", "TTHC", "UBND", "HĐND", "QPPL", "CNTT", "DVC", "DVCTT", "PAKN", "ISO", "TCVN", "KT-XH", "CQĐP", "CĐS"];

/// The outline a paper follows; nothing is kept. Error: the paper has no headings.
pub(super) fn draft(taken: &TakenIn) -> Result<OutlineDraft> {
    let period = period::read(taken.kind, &taken.period).ok();
    let mut words = Generalised { period, told: Vec::new() };
    let mut sections: Vec<OutlineSection> = Vec::new();
    let body = &taken.document.body;
    let mut below = Vec::new();
    let mut decimal = false;
    for (at, block) in body.iter().enumerate() {
        let (level, part, title) = match block {
            Block::Part { title, .. } if !title.is_empty() => (0, true, title.clone()),
            // A part's name in small letters stands on the line below its number.
            Block::Part { .. } => match body.get(at + 1) {
                Some(Block::Para { text, .. }) => (0, true, Inline::plain(text)),
                _ => continue,
            },
            Block::Heading { level, text, .. } => (*level, false, Inline::plain(text)),
            Block::Item { item, text, .. } => match depth(item, &Inline::plain(text), body.get(at + 1)) {
                Some(level) if !sections.is_empty() => (level, false, Inline::plain(text)),
                _ => continue,
            },
            Block::Para { .. } | Block::Table { .. } => continue,
        };
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let title = title.trim_end_matches("./.").trim_end_matches([':', '.', ';', ',']).trim();
        if level < 3 {
            decimal = false;
        }
        // An outline has three levels: `a)` below `1.1.`, and `1.1.1.`, are deeper.
        let dots = number_of(block).map_or(0, |number| number.trim_end_matches('.').matches('.').count());
        if level == 3 && !title.is_empty() && (dots > 1 || (decimal && dots == 0)) {
            below.push(title.to_owned());
            continue;
        }
        decimal |= level == 3 && dots == 1;
        if !title.is_empty() {
            sections.push(OutlineSection {
                level,
                part,
                title: words.of(&sentence_case(title)),
                begun: true,
                writable: false,
                ..OutlineSection::default()
            });
        }
    }
    if sections.is_empty() {
        return Err(Problem::NoHeadings.into());
    }
    let subject = words.of(&taken.document.subject.replace('\n', " "));
    let bracket = words.of(taken.document.bracket.as_deref().unwrap_or_default());
    let end = |title: &str| OutlineSection { title: title.to_owned(), begun: true, writable: true, ..OutlineSection::default() };
    sections.insert(0, end("Mở đầu"));
    sections.push(end("Kết thúc"));
    let decimals = taken.document.body.iter().any(|block| match block {
        Block::Heading { level: 3, number, .. } | Block::Item { item: Item::Number(number), .. } => number.trim_end_matches('.').contains('.'),
        _ => false,
    });
    let name = if subject.is_empty() { "Đề cương lấy từ tệp".to_owned() } else { slots::named_words(&subject) };
    let form = OutlineForm {
        name: name.replace(['{', '}'], ""),
        subject: slots::named_words(&if subject.is_empty() {
            "Kết quả công tác cải cách hành chính {period}".to_owned()
        } else {
            subject
        }),
        bracket: slots::named_words(&bracket),
        addressed: Some(!taken.document.addressees.is_empty()),
        decimals,
        sections: sections.into_iter().map(|section| OutlineSection { title: slots::named_words(&section.title), ..section }).collect(),
        ..OutlineForm::default()
    };
    Ok(OutlineDraft { form: super::keep::looked_at(&form)?, notes: words.told, below })
}

/// The number of a heading or an item as written; letters have none.
fn number_of(block: &Block) -> Option<&str> {
    match block {
        Block::Heading { number, .. } | Block::Item { item: Item::Number(number), .. } => Some(number),
        _ => None,
    }
}

/// A numbered item that reads as a title: of which level.
fn depth(item: &Item, text: &str, next: Option<&Block>) -> Option<u8> {
    // The last line of a paper gets the end mark of all papers when it is taken in.
    let text = text.trim_end_matches("./.");
    let has_text = matches!(next, Some(Block::Para { .. } | Block::Table { .. } | Block::Item { item: Item::Dash | Item::Plus, .. }));
    let ended = text.ends_with([';', ',', '…']) || (text.ends_with('.') && text.chars().count() > 80 && !has_text);
    let title = text.chars().count() <= TITLE && !ended && !text.contains(". ");
    let level = match item {
        Item::Number(number) if number.trim_end_matches('.').contains('.') => 3,
        Item::Number(_) => 2,
        Item::Letter(_) => 3,
        Item::Dash | Item::Plus => return None,
    };
    title.then_some(level)
}

/// A title in capitals as the outline keeps it: `CÔNG TÁC CCHC` → `Công tác CCHC`.
fn sentence_case(title: &str) -> String {
    if title.chars().any(char::is_lowercase) {
        return title.to_owned();
    }
    let words: Vec<String> = title
        .split(' ')
        .map(|word| {
            let bare = word.trim_matches(|sign: char| !sign.is_alphanumeric());
            let is_roman = crate::viet::from_roman(bare).is_some() && bare.len() < 5;
            if ACRONYMS.contains(&bare) || is_roman { word.to_owned() } else { word.to_lowercase() }
        })
        .collect();
    capital(&words.join(" "))
}

/// Words of one period made words of any.
struct Generalised {
    period: Option<Period>,
    told: Vec<String>,
}

impl Generalised {
    fn of(&mut self, text: &str) -> String {
        let Some(period) = &self.period else { return text.to_owned() };
        let mut text = text.to_owned();
        for (name, slot, shown) in [(&period.next, "{next}", "kỳ sau"), (&period.name, "{period}", "kỳ này")] {
            // `quý IV năm 2026`, then the same without its year; of `6 tháng đầu năm 2026` the year's word is part of it.
            let bare = name.trim_end_matches(|sign: char| sign.is_ascii_digit()).trim_end();
            let short = if bare.starts_with("quý ") { bare.trim_end_matches(" năm") } else { bare };
            for phrase in [name.as_str(), short] {
                // `năm` alone is in every sentence.
                if phrase.chars().count() < 5 {
                    continue;
                }
                while let Some((from, to)) = found(&text, phrase) {
                    let was = text.get(from..to).unwrap_or_default().to_owned();
                    text.replace_range(from..to, slot);
                    let note = format!("“{was}” thành {{{shown}}}");
                    if !self.told.contains(&note) {
                        self.told.push(note);
                    }
                }
            }
        }
        text
    }
}

/// Where a phrase stands in a text as whole words, whatever its capitals.
fn found(text: &str, phrase: &str) -> Option<(usize, usize)> {
    let wanted = fold(phrase);
    let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect::<Vec<_>>();
    let is_edge = |at: usize, before: bool| {
        let beside =
            if before { text.get(..at).and_then(|text| text.chars().next_back()) } else { text.get(at..).and_then(|text| text.chars().next()) };
        beside.is_none_or(|sign| !sign.is_alphanumeric())
    };
    let length = phrase.chars().count();
    starts.iter().enumerate().find_map(|(nth, from)| {
        let to = *starts.get(nth + length)?;
        let here = text.get(*from..to)?;
        // `năm 2027` of `quý I năm 2027` is a part of another period's name.
        (!names_more(text, *from, to)
            && is_edge(*from, true)
            && is_edge(to, false)
            && fold(here) == wanted
            && here.to_lowercase() == phrase.to_lowercase())
        .then_some((*from, to))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::ReportKind;

    #[test]
    fn words_of_one_period_become_words_of_any() {
        let mut words = Generalised { period: period::read(ReportKind::Quarterly, "2026-Q1").ok(), told: Vec::new() };
        for (text, wanted) in [
            ("Phương hướng, nhiệm vụ CCHC trọng tâm quý II", "Phương hướng, nhiệm vụ CCHC trọng tâm {next}"),
            ("Kết quả Quý I, nhiệm vụ Quý II năm 2026", "Kết quả {period}, nhiệm vụ {next}"),
            ("Kết quả quý I năm 2026", "Kết quả {period}"),
            ("Nhiệm vụ quý III", "Nhiệm vụ quý III"),
        ] {
            assert_eq!(words.of(text), wanted);
        }
        assert_eq!(words.told.len(), 4, "{:?}", words.told);
    }

    #[test]
    fn a_year_or_a_quarter_within_the_name_of_another_period_stays() {
        for (kind, of, text, wanted) in [
            (ReportKind::Annual, "2027", "Phương hướng, nhiệm vụ quý I năm 2027", "Phương hướng, nhiệm vụ quý I năm 2027"),
            (ReportKind::Annual, "2027", "Kết quả năm 2027, nhiệm vụ quý I năm 2028", "Kết quả {period}, nhiệm vụ quý I năm 2028"),
            (ReportKind::Quarterly, "2026-Q1", "Nhiệm vụ quý II năm 2027", "Nhiệm vụ quý II năm 2027"),
            (ReportKind::SixMonth, "2026-H1", "Kết quả 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2026", "Kết quả {period}, nhiệm vụ {next}"),
        ] {
            let mut words = Generalised { period: period::read(kind, of).ok(), told: Vec::new() };
            assert_eq!(words.of(text), wanted);
        }
    }

    #[test]
    fn titles_in_capitals_are_written_small_with_their_acronyms() {
        for (title, wanted) in [
            ("CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH CCHC", "Công tác chỉ đạo, điều hành CCHC"),
            ("PHƯƠNG HƯỚNG QUÝ IV", "Phương hướng quý IV"),
            ("Về kiểm tra CCHC", "Về kiểm tra CCHC"),
        ] {
            assert_eq!(sentence_case(title), wanted);
        }
    }
}

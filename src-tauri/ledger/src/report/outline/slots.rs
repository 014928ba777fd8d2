//! Slots in sentences and titles: `{plan.total}` a figure, `{period}` words of the report.
//!
//! The officer sees them by their Vietnamese names, `{Tổng số nhiệm vụ trong kế hoạch CCHC}`.

use crate::assets::{Figure, FigureKind, FigureSet};
use crate::paper::{Block, FigureChip, FigureFormat, Inline, Item};
use crate::{Problem, Result};

/// Words of the report: the slot, its name, what it becomes.
pub(super) const WORDS: [(&str, &str, &str); 5] = [
    ("office", "cơ quan", "tên viết tắt, ví dụ UBND xã Lam Khê"),
    ("office_full", "cơ quan viết đủ", "ví dụ Ủy ban nhân dân xã Lam Khê"),
    ("period", "kỳ này", "ví dụ quý III năm 2026"),
    ("next", "kỳ sau", "ví dụ quý IV năm 2026, 6 tháng cuối năm 2026"),
    ("addressee", "nơi gửi", "dòng Kính gửi thứ nhất"),
];

/// What points to an appendix, by the number it has.
const ANNEXES: [(&str, &str, &str); 2] = [
    ("annex", "phụ lục", "“(chi tiết tại Phụ lục kèm theo)” khi báo cáo kèm kế hoạch"),
    ("statistics", "phụ lục số liệu", "“Phụ lục” thống kê số liệu; câu chỉ có khi báo cáo kèm phụ lục đó"),
];

/// Figures that stand in no set: a day, and phrases that are there only when their count is not zero.
const OTHERS: [(&str, &str, &str); 6] = [
    ("as_of", "ngày lấy số liệu", "ngày tính đến của báo cáo"),
    ("plan.late_note", "kế hoạch: trong đó xong quá hạn", "chỉ có khi số đó khác 0"),
    ("plan.open_note", "kế hoạch: trong đó chưa làm, quá hạn", "chỉ có khi số đó khác 0"),
    ("plan.stopped_note", "kế hoạch: không thực hiện", "chỉ có khi số đó khác 0"),
    ("assigned.stopped_note", "cấp trên giao: không thực hiện", "chỉ có khi số đó khác 0"),
    ("own.stopped_note", "xã giao: không thực hiện", "chỉ có khi số đó khác 0"),
];

/// Before a sentence that is offered only when a figure is not zero.
const IF: &str = "nếu có ";

/// A figure of the set.
pub(super) fn figure<'a>(set: &'a FigureSet, id: &str) -> Option<&'a Figure> {
    set.figures.iter().find(|figure| figure.id == id)
}

/// What can stand in braces beside the names of figures: the name, what it becomes.
pub(super) fn told() -> Vec<(String, String)> {
    WORDS.iter().chain(&ANNEXES).chain(&OTHERS).map(|(_, name, about)| ((*name).to_owned(), (*about).to_owned())).collect()
}

/// A slot that points to an appendix.
pub(super) fn annex(slot: &str) -> Option<AnnexSlot> {
    match slot {
        "annex" => Some(AnnexSlot::Plan),
        "statistics" => Some(AnnexSlot::Figures),
        _ => None,
    }
}

/// The appendices that outlines know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AnnexSlot {
    /// A remark in brackets, left out where the plan is no appendix.
    Plan,
    /// The appendix itself: a sentence that names it is not ready without it.
    Figures,
}

impl AnnexSlot {
    pub(super) fn key(self) -> &'static str {
        match self {
            AnnexSlot::Plan => crate::report::annex::PLAN,
            AnnexSlot::Figures => crate::report::annex::FIGURES,
        }
    }

    /// What stands there in a report with these appendices; `None`: the sentence waits for it.
    pub(super) fn said(self, annexes: &[String]) -> Option<Vec<Inline>> {
        let is_there = annexes.iter().any(|key| key == self.key());
        match self {
            AnnexSlot::Plan if is_there => Some(crate::report::annex::phrase(self.key()).to_vec()),
            AnnexSlot::Plan => Some(Vec::new()),
            AnnexSlot::Figures => is_there.then(|| vec![crate::report::annex::pointer(self.key())]),
        }
    }
}

/// The name of a figure that stands in no set.
pub(in crate::report) fn other(id: &str) -> Option<&'static str> {
    OTHERS.iter().find(|(own, ..)| *own == id).map(|(_, name, _)| *name)
}

/// A piece of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    Words(&'a str),
    /// What stands between braces.
    Slot(&'a str),
}

/// Takes a text apart; a brace that is not closed is a word like any other.
pub(super) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((slot, tail)) = after.split_once('}') else { break };
        if !before.is_empty() {
            pieces.push(Piece::Words(before));
        }
        pieces.push(Piece::Slot(slot));
        rest = tail;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest));
    }
    pieces
}

/// A sentence taken apart.
pub(super) struct Sentence<'a> {
    /// Offered only when this figure is not zero.
    pub(super) unless_zero: Option<&'a str>,
    /// The mark of a list it begins with.
    pub(super) item: Option<Item>,
    /// The rest.
    pub(super) text: &'a str,
}

impl Sentence<'_> {
    pub(super) fn of(sentence: &str) -> Sentence<'_> {
        let condition = sentence.strip_prefix("{?").and_then(|rest| rest.split_once('}'));
        let (unless_zero, text) = condition.map_or((None, sentence), |(figure, rest)| (Some(figure), rest.trim_start()));
        let marks = [("- ", Item::Dash), ("+ ", Item::Plus)];
        let marked = marks.into_iter().find_map(|(mark, item)| Some((item, text.strip_prefix(mark)?)));
        match marked {
            Some((item, text)) => Sentence { unless_zero, item: Some(item), text },
            None => Sentence { unless_zero, item: None, text },
        }
    }
}

/// A block of a first version as a sentence.
pub(super) fn sentence_of(block: &Block) -> String {
    let (mark, text) = match block {
        Block::Item { item, text, .. } => (format!("{} ", item.mark()), text.as_slice()),
        Block::Para { text, .. } | Block::Heading { text, .. } => (String::new(), text.as_slice()),
        Block::Part { .. } | Block::Table { .. } => (String::new(), [].as_slice()),
    };
    let words = text.iter().map(|piece| match piece {
        Inline::Text(run) => run.text.clone(),
        Inline::Figure(chip) => format!("{{{}}}", chip.id),
        Inline::Citation(_) | Inline::Annex(_) | Inline::Break => " ".to_owned(),
    });
    mark + &words.collect::<String>()
}

/// A chip for a figure, printed as its kind is.
pub(super) fn chip(set: &FigureSet, id: &str) -> FigureChip {
    let kind = figure(set, id).map(|figure| figure.kind);
    let format = match (id, kind) {
        ("as_of", _) => FigureFormat::Day,
        (_, Some(FigureKind::Ratio)) => FigureFormat::Percent,
        (_, Some(FigureKind::Text)) => FigureFormat::Plain,
        _ => FigureFormat::Sentence,
    };
    FigureChip { id: id.to_owned(), window: None, format, instead: None, shown: None }
}

/// The name a slot is shown by.
pub(super) fn name_of<'a>(set: &'a FigureSet, slot: &str) -> Option<&'a str> {
    fixed(slot).map(|(_, name)| name).or_else(|| figure(set, slot).map(|figure| figure.name.as_str()))
}

/// The id and the name of a slot that is no figure of a set, by either.
fn fixed(slot: &str) -> Option<(&'static str, &'static str)> {
    WORDS.iter().chain(&ANNEXES).chain(&OTHERS).find(|(id, name, _)| *id == slot || *name == slot).map(|(id, name, _)| (*id, *name))
}

/// The slot a name or an id means.
fn slot_of<'a>(set: &'a FigureSet, name: &str) -> Option<&'a str> {
    let name = name.trim();
    let figure = || set.figures.iter().find(|figure| figure.id == name || figure.name == name).map(|figure| figure.id.as_str());
    fixed(name).map(|(id, _)| id).or_else(figure)
}

/// A text with the names of its slots.
pub(super) fn named(set: &FigureSet, text: &str) -> String {
    each(text, |slot| {
        let (mark, id) = slot.strip_prefix('?').map_or(("", slot), |id| (IF, id));
        Ok(format!("{mark}{}", name_of(set, id).unwrap_or(id)))
    })
    .unwrap_or_default()
}

/// The same of a title or a subject, in which no figures stand.
pub(super) fn named_words(text: &str) -> String {
    each(text, |slot| Ok(fixed(slot).map_or(slot, |(_, name)| name).to_owned())).unwrap_or_default()
}

/// A sentence as it is kept: slots by their ids. Error: a name in braces that is none.
pub(super) fn kept(set: &FigureSet, text: &str) -> Result<String> {
    each(text, |slot| {
        let (mark, name) = slot.strip_prefix(IF).or(slot.strip_prefix('?')).map_or(("", slot), |name| ("?", name));
        let id = slot_of(set, name).ok_or_else(|| Problem::UnknownSlot(name.to_owned()))?;
        Ok(format!("{mark}{id}"))
    })
}

/// A title or a subject as it is kept: words of the report, no figures.
pub(super) fn kept_words(text: &str) -> Result<String> {
    each(text, |slot| match fixed(slot.trim()) {
        Some((id, _)) if WORDS.iter().any(|(word, ..)| *word == id) => Ok(id.to_owned()),
        _ => Err(Problem::UnknownSlot(slot.to_owned()).into()),
    })
}

fn each(text: &str, name: impl Fn(&str) -> Result<String>) -> Result<String> {
    let pieces = pieces(text).into_iter().map(|piece| match piece {
        Piece::Words(words) => Ok(words.to_owned()),
        Piece::Slot(slot) => Ok(format!("{{{}}}", name(slot)?)),
    });
    pieces.collect()
}

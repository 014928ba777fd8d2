//! The opening line of a report that answers a letter: "Thực hiện Công văn số … của Sở Nội vụ …; …".

use crate::paper::{Block, Citation, Inline};
use crate::report::rows::SectionRow;
use crate::view::Id;

/// How the opening of every outline begins.
const BEGINS: &str = "Thực hiện ";

/// `letters`: documents that asked for a report. Puts the letter into the first sentence of the opening: in place of the letter cited there, else of what
/// stands before its first semicolon; an opening without one gets a line of its own.
pub(in crate::report) fn cite(sections: &mut [SectionRow], document: Id, letters: &[Id], id: impl FnOnce() -> String) {
    let Some(opening) = sections.iter_mut().find(|section| section.writable) else { return };
    let letter = || Inline::Citation(Citation { document, full: true, shown: None });
    if let Some(Block::Para { text, .. }) = opening.blocks.first_mut() {
        if let Some(cited) = text.iter_mut().find(|piece| matches!(piece, Inline::Citation(citation) if letters.contains(&citation.document))) {
            *cited = letter();
            return;
        }
        if let Some(rest) = after_the_reason(text) {
            text.clear();
            text.extend([Inline::words(BEGINS), letter()]);
            text.extend(rest);
            return;
        }
    }
    opening.blocks.insert(0, Block::Para { id: id(), text: vec![Inline::words(BEGINS), letter(), Inline::words(".")] });
}

/// From the first semicolon of a text that begins with "Thực hiện …;".
fn after_the_reason(text: &[Inline]) -> Option<Vec<Inline>> {
    if !Inline::plain(text).starts_with(BEGINS) {
        return None;
    }
    let (nth, run, at) = text.iter().enumerate().find_map(|(nth, piece)| match piece {
        Inline::Text(run) => run.text.find(';').map(|at| (nth, run, at)),
        _ => None,
    })?;
    // What was done is no reason, and is not to be lost.
    let reason = Inline::plain(text.get(..nth).unwrap_or_default()) + run.text.get(..at).unwrap_or_default();
    if reason.contains(" đã ") || reason.contains(". ") || text.get(..nth).unwrap_or_default().iter().any(|piece| !matches!(piece, Inline::Text(_)))
    {
        return None;
    }
    let mut first = run.clone();
    first.text.drain(..at);
    Some(std::iter::once(Inline::Text(first)).chain(text.get(nth + 1..).unwrap_or_default().iter().cloned()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opened(text: Vec<Inline>) -> String {
        let section = SectionRow {
            key: "mo-dau".into(),
            level: 0,
            number: String::new(),
            title: String::new(),
            writable: true,
            hint: String::new(),
            blocks: vec![Block::Para { id: "a".into(), text }],
        };
        let mut sections = [section];
        cite(&mut sections, 7, &[3], || "b".into());
        let [section] = sections;
        let shown = section.blocks.iter().map(|block| match block {
            Block::Para { text, .. } => text
                .iter()
                .map(|piece| match piece {
                    Inline::Citation(citation) => format!("[{}]", citation.document),
                    other => Inline::plain(std::slice::from_ref(other)),
                })
                .collect::<String>(),
            other => other.plain(),
        });
        shown.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_letter_stands_in_the_first_sentence() {
        let words = |text: &str| Inline::words(text);
        let old = Inline::Citation(Citation { document: 3, full: true, shown: None });
        for (text, expected) in [
            (
                vec![words("Thực hiện chế độ báo cáo định kỳ và hướng dẫn của Sở; UBND xã báo cáo như sau:")],
                "Thực hiện [7]; UBND xã báo cáo như sau:",
            ),
            (vec![words("Thực hiện "), old, words("; UBND xã báo cáo như sau:")], "Thực hiện [7]; UBND xã báo cáo như sau:"),
            (
                vec![words("Thực hiện Công văn số 45, UBND xã đã kiện toàn Tổ CCHC; ban hành kế hoạch.")],
                "Thực hiện [7].\nThực hiện Công văn số 45, UBND xã đã kiện toàn Tổ CCHC; ban hành kế hoạch.",
            ),
            (vec![words("UBND xã báo cáo kết quả như sau:")], "Thực hiện [7].\nUBND xã báo cáo kết quả như sau:"),
        ] {
            assert_eq!(opened(text), expected);
        }
    }
}

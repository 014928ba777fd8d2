//! Typed numbers of a report's text, found as in a carried text: what bảng đối chiếu lists beside the figures.

use super::line::line;
use super::scan::scan;
use crate::paper::Inline;
use crate::view::MarkKind;
use crate::{Ledger, Result};
use std::ops::Range;

impl Ledger {
    /// Words after which a number is a name: `Điều 5`.
    pub(in crate::report) fn names_before_numbers(&self) -> Result<Vec<String>> {
        Ok(self.stale_words()?.still)
    }
}

/// Where in the printed text of some pieces numbers stand that were typed, in bytes.
pub(in crate::report) fn typed_numbers(text: &[Inline], still: &[String]) -> Vec<Range<usize>> {
    let numbers: Vec<_> = scan(&line(text), still).into_iter().filter(|one| one.kind == MarkKind::Number).collect();
    let mut found = Vec::new();
    // A chip is one sign in the line, and as long as it is printed in the text.
    let (mut in_line, mut in_print) = (0, 0);
    for piece in text {
        let piece = std::slice::from_ref(piece);
        let (length, printed) = (line(piece).len(), Inline::plain(piece).len());
        let here = numbers.iter().filter(|one| (in_line..in_line + length).contains(&one.start));
        found.extend(here.map(|one| in_print + one.start - in_line..in_print + one.end - in_line));
        (in_line, in_print) = (in_line + length, in_print + printed);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::{FigureChip, FigureFormat, TextRun};

    #[test]
    fn numbers_are_found_beside_chips_and_through_bold_words() {
        let chip = FigureChip { id: "plan.total".into(), window: None, format: FigureFormat::Sentence, instead: None, shown: Some("31".into()) };
        let bold = Inline::Text(TextRun { text: "82 triệu".into(), bold: true, italic: false });
        let text = [
            Inline::words("Có "),
            Inline::Figure(chip),
            Inline::words(" việc, theo Điều 7 xong 384 việc năm 2026, chi 14.8"),
            bold,
            Inline::words(" đồng."),
        ];
        let printed = Inline::plain(&text);
        let found: Vec<&str> = typed_numbers(&text, &["điều".to_owned()]).into_iter().map(|one| &printed[one]).collect();
        assert_eq!(found, ["384", "14.882 triệu đồng"]);
    }
}

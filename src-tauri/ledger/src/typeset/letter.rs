//! What stands under the number, at the left: what a letter is about (ô 5b), and `DỰ THẢO`.

use super::font::Style;
use super::head::Lines;
use super::page::Run;
use super::setting::Setting;
use super::slab::{Glue, Slab, ascent, centred};
use super::unit::Pt;
use crate::paper::Letterhead;

/// What stands at the head of a draft.
pub(super) const DRAFT: &str = "DỰ THẢO";

/// The lines under the number, centred under it, and the last baseline at the left.
///
/// `column` is the left column's width and axis, `bases` the last baseline (or rule) at the left so
/// far and that of Tiêu ngữ.
pub(super) fn below_number(setting: &Setting<'_>, head: &Letterhead, draft: bool, column: (Pt, Pt), bases: (Pt, Pt)) -> (Vec<Run>, Pt) {
    let ((width, axis), (mut base, motto)) = (column, bases);
    let mut runs = Vec::new();
    if let Some(about) = head.about.as_deref().and_then(about_line) {
        let about = Lines::new(setting, &about, Style::Regular, setting.about, setting.about_width.pt().min(width)).tagged(setting.tree.heading(1));
        base += setting.about_gap;
        for line in &about.lines {
            base += setting.single_line(about.size);
            runs.extend(centred(&about.text, line, about.size, axis, base));
        }
    }
    if draft {
        let mark = Lines::new(setting, DRAFT, Style::Bold, setting.draft, width).tagged(setting.tree.paragraph());
        let (gap, drop) = setting.draft_gap;
        base = (base + gap + setting.single_line(setting.draft)).max(motto + drop.pt());
        runs.extend(mark.lines.iter().flat_map(|line| centred(&mark.text, line, mark.size, axis, base)));
    }
    (runs, base)
}

/// `V/v …`, whether or not it was typed with its mark; none of nothing.
pub(super) fn about_line(about: &str) -> Option<String> {
    let about = about.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control());
    let typed = ["V/v", "v/v", "Về việc", "về việc"].iter().find_map(|mark| about.strip_prefix(mark));
    let words = typed.unwrap_or(about).trim_start_matches([' ', ':']);
    (!words.is_empty()).then(|| format!("V/v {words}"))
}

/// `DỰ THẢO` above an appendix that goes without its document.
pub(super) fn head_of_draft(setting: &Setting<'_>, width: Pt) -> Slab {
    let mark = Lines::new(setting, DRAFT, Style::Bold, setting.draft, width).tagged(setting.tree.paragraph());
    let height = setting.single_line(setting.draft) + setting.draft_gap.0;
    let axis = mark.widest() / 2.0;
    let runs = mark.lines.iter().flat_map(|line| centred(&mark.text, line, mark.size, axis, ascent(setting.draft))).collect();
    Slab { height, ink: height, runs, glue: Glue::None, keep_next: 1, ..Slab::default() }
}

#[cfg(test)]
mod tests {
    use super::about_line;

    #[test]
    fn a_letter_says_what_it_is_about_once() {
        for typed in ["cử công chức tập huấn", "V/v cử công chức tập huấn", " v/v: cử công chức tập huấn", "Về việc cử công chức tập huấn"]
        {
            assert_eq!(about_line(typed).as_deref(), Some("V/v cử công chức tập huấn"));
        }
        assert_eq!(about_line(" V/v "), None);
    }
}

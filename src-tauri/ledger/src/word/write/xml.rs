//! The few shapes of XML a Word file is made of.

use super::measure::{below_baseline, eighths, twips};
use crate::typeset::gauge::letters;
use crate::typeset::profile::DECREE_30;
use crate::typeset::{Pt, Style, gauge};

/// Text for XML: signs of markup written out, those XML can't hold left out.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' => out.push(sign),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(sign),
        }
    }
    out
}

/// A paragraph in a style; `extra` are further properties in the order Word wants them.
pub(super) fn para(style: &str, extra: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{extra}</w:pPr>{runs}</w:p>")
}

/// A paragraph of plain words.
pub(super) fn line(style: &str, words: &str) -> String {
    para(style, "", &run(words, false, false))
}

/// A centred paragraph whose lines, where there are several, come out about equally long.
pub(super) fn centred(id: &str, words: &str, style: Style, size: Pt, room: Pt, column: Pt) -> String {
    shaped(id, words, words, style, size, room, column)
}

/// The same for bold words that their style shows in capitals.
pub(super) fn capitals(id: &str, words: &str, size: Pt, room: Pt, column: Pt) -> String {
    shaped(id, words, &words.to_uppercase(), Style::Bold, size, room, column)
}

fn shaped(id: &str, words: &str, shown: &str, style: Style, size: Pt, room: Pt, column: Pt) -> String {
    let shape = gauge::centred(shown, style, size, room);
    let side = twips((column - shape.widest - ROUNDING) / 2.0);
    let sides = if shape.lines > 1 { format!("<w:ind w:left=\"{side}\" w:right=\"{side}\"/>") } else { String::new() };
    para(id, &sides, &run(words, false, false))
}

/// So much more than the longest line: programs round the widths of letters each in their own way.
const ROUNDING: Pt = Pt(4.0);

/// Words as they are set on the page; line ends become Word's own.
pub(super) fn run(words: &str, bold: bool, italic: bool) -> String {
    let look = look(bold, italic);
    let run = |look: &str, inner: &str| if inner.is_empty() { String::new() } else { format!("<w:r>{look}{inner}</w:r>") };
    let text = |words: &str| if words.is_empty() { String::new() } else { format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(words)) };
    let (mut out, mut open) = (String::new(), String::new());
    for (at, line) in letters(words).split('\n').enumerate() {
        open.push_str(if at > 0 { "<w:br/>" } else { "" });
        let mut rest = line;
        while let Some((before, after)) = rest.split_once(ROOM) {
            rest = after.trim_start_matches(BLANK);
            let more = BLANK.to_string().repeat(after.chars().count() - rest.chars().count());
            out.push_str(&run(&look, &(std::mem::take(&mut open) + &text(before))));
            out.push_str(&run(UPRIGHT, &text(&(ROOM.to_owned() + &more))));
        }
        open.push_str(&text(rest));
    }
    out + &run(&look, &open)
}

/// So many spaces are room left blank.
const ROOM: &str = "\u{a0}\u{a0}\u{a0}";
const BLANK: char = '\u{a0}';
/// Room left blank is upright in any style: LibreOffice draws each slanted space of it wider.
const UPRIGHT: &str = "<w:rPr><w:i w:val=\"0\"/><w:iCs w:val=\"0\"/></w:rPr>";

/// Run properties for emphasis that the paragraph's style has not.
fn look(bold: bool, italic: bool) -> String {
    match (bold, italic) {
        (false, false) => String::new(),
        (bold, italic) => {
            let bold = if bold { "<w:b/><w:bCs/>" } else { "" };
            let italic = if italic { "<w:i/><w:iCs/>" } else { "" };
            format!("<w:rPr>{bold}{italic}</w:rPr>")
        }
    }
}

/// A rule of this length under words of this size, centred in a column, with this much room below.
pub(super) fn rule(length: Pt, column: Pt, size: Pt, below: Pt) -> String {
    let side = twips((column - length) / 2.0);
    let above = twips(DECREE_30.rule_drop - below_baseline(size) - RULE_LINE);
    let spacing = format!("<w:spacing w:before=\"{above}\" w:after=\"{}\"/>", twips(below));
    para("DocRule", &format!("{spacing}<w:ind w:left=\"{side}\" w:right=\"{side}\"/>"), "")
}

/// Height of the empty line that a rule is the lower border of.
pub(super) const RULE_LINE: Pt = Pt(2.0);

/// A border of a paragraph or a table.
pub(super) fn border(edge: &str, thickness: Pt) -> String {
    format!("<w:{edge} w:val=\"single\" w:sz=\"{}\" w:space=\"0\" w:color=\"000000\"/>", eighths(thickness))
}

/// A table that only holds things side by side: no borders, columns of these widths.
pub(super) fn frame(widths: &[Pt], rows: &[Vec<String>]) -> String {
    let widths: Vec<u32> = widths.iter().map(|width| twips(*width)).collect();
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    // A cell must hold a paragraph.
    let text = |text: &String| if text.is_empty() { spacer() } else { text.clone() };
    let cell = |(width, words): (&u32, &String)| format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>", text(words));
    let row = |cells: &Vec<String>| {
        let cells: String = widths.iter().zip(cells).map(cell).collect();
        format!("<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>")
    };
    format!(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{}</w:tbl>",
        widths.iter().sum::<u32>(),
        rows.iter().map(row).collect::<String>(),
    )
}

/// A paragraph without height: Word wants one after a table.
pub(super) fn spacer() -> String {
    para("Spacer", "", "")
}

/// The same, ending a section.
pub(super) fn ending(section: &str) -> String {
    para("Spacer", section, "")
}

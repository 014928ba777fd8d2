//! The few shapes of XML a Word file is made of.

use crate::paper::Inline;

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
    para(style, "", &run(words, ""))
}

/// Words with run properties; breaks and tabs become Word's own.
pub(super) fn run(words: &str, properties: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    let mut out = String::new();
    for (at, line) in words.split('\n').enumerate() {
        out.push_str(if at > 0 { "<w:br/>" } else { "" });
        for (at, piece) in line.split('\t').enumerate() {
            out.push_str(if at > 0 { "<w:tab/>" } else { "" });
            if !piece.is_empty() {
                out.push_str(&format!("<w:t xml:space=\"preserve\">{}</w:t>", escape(piece)));
            }
        }
    }
    if out.is_empty() { out } else { format!("<w:r>{properties}{out}</w:r>") }
}

/// Pieces of text; a figure or citation prints what it shows.
pub(super) fn runs(pieces: &[Inline]) -> String {
    let one = |piece: &Inline| match piece {
        Inline::Text(text) => {
            let bold = if text.bold { "<w:b/><w:bCs/>" } else { "" };
            let italic = if text.italic { "<w:i/><w:iCs/>" } else { "" };
            run(&text.text, &format!("{bold}{italic}"))
        }
        Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
        Inline::Figure(_) | Inline::Citation(_) => run(&Inline::plain(std::slice::from_ref(piece)), ""),
    };
    pieces.iter().map(one).collect()
}

/// A rule of this length, centred in a column, with this much room below it.
pub(super) fn rule(length: u32, column: u32, below: u32) -> String {
    let side = column.saturating_sub(length) / 2;
    para("DocRule", &format!("<w:spacing w:before=\"30\" w:after=\"{below}\"/><w:ind w:left=\"{side}\" w:right=\"{side}\"/>"), "")
}

/// A table that only holds things side by side: no borders, columns of these widths.
pub(super) fn frame(widths: &[u32], rows: &[Vec<String>]) -> String {
    let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
    let cell = |(width, text): (&u32, &String)| format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{text}</w:tc>");
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

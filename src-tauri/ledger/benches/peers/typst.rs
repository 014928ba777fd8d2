//! A paper as Typst source, set as alike as its own means allow.

use ledger::paper::{Block, Document, Inline, Row, Table};

pub(crate) fn of(document: &Document) -> String {
    let mut out = String::from(
        "#set text(font: \"Liberation Serif\", size: 14pt, lang: \"vi\")\n#set par(justify: true, first-line-indent: (amount: 12.7mm, all: true), leading: 0.6em, spacing: 0.9em)\n\
         #set page(paper: \"a4\", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 15mm))\n",
    );
    if !document.name.is_empty() {
        out.push_str(&head(document));
        out.extend(document.body.iter().map(block));
        out.push_str(&tail(document));
    }
    for appendix in &document.appendices {
        let flipped = if appendix.landscape { "flipped: true, " } else { "" };
        out.push_str(&format!(
            "#set page({flipped}numbering: \"1\")\n#align(center)[*Phụ lục* \\ *{}* \\ _{}_]\n",
            text(&appendix.title),
            text(&appendix.reference)
        ));
        out.extend(appendix.body.iter().map(block));
    }
    out
}

fn head(document: &Document) -> String {
    format!(
        "#grid(columns: (1fr, 1.4fr), align: center, [*{}*], [*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập - Tự do - Hạnh phúc*])\n\
         #align(center)[*{}* \\ *{}*]\n#align(center)[Kính gửi: {}]\n",
        document.letterhead.agency.iter().map(|line| text(line)).collect::<Vec<_>>().join("* \\ *"),
        text(&document.name),
        text(&document.subject),
        text(&document.addressees.join(", ")),
    )
}

fn tail(document: &Document) -> String {
    let signature = document.signature.iter().flat_map(|one| one.lines.iter().chain([&one.name])).map(|line| text(line)).collect::<Vec<_>>();
    let recipients: Vec<String> = document.recipients.iter().map(|line| format!("\\- {};", text(line))).collect();
    format!(
        "#block(breakable: false, grid(columns: (1fr, 1fr), [#set par(first-line-indent: 0pt)\n_*Nơi nhận:*_ \\ {}], align(center)[*{}*]))\n",
        recipients.join(" \\ "),
        signature.join("* \\ *")
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { number, text: words, .. } => format!("*{} {}*\n\n", text(number), text(&Inline::plain(words))),
        Block::Table { table, .. } => grid(table),
        other => format!("{}\n\n", text(&other.plain())),
    }
}

fn grid(table: &Table) -> String {
    let shares: Vec<String> = table.columns.iter().map(|column| format!("{}fr", column.share)).collect();
    let cells = |row: &Row| row.cells.iter().map(|cell| format!("[{}]", text(&Inline::plain(&cell.text)))).collect::<Vec<_>>().join(", ");
    let header: Vec<String> = table.header.iter().map(cells).collect();
    let rows: Vec<String> = table.rows.iter().map(cells).collect();
    format!(
        "#{{\nset text(size: {}pt)\nset par(justify: false, first-line-indent: 0pt)\nshow table.cell: set block(breakable: false)\n\
         table(columns: ({}), stroke: 0.5pt, table.header({}),\n{})\n}}\n",
        table.size,
        shares.join(", "),
        header.join(", "),
        rows.join(",\n")
    )
}

/// Words as markup: every sign that means something else is escaped.
fn text(words: &str) -> String {
    let special =
        |sign: char| matches!(sign, '\\' | '#' | '*' | '_' | '`' | '$' | '<' | '>' | '@' | '=' | '-' | '+' | '/' | '[' | ']' | '~' | '"' | '\'');
    words.chars().flat_map(|sign| if special(sign) { vec!['\\', sign] } else { vec![sign] }).collect()
}

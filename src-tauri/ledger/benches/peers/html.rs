//! A paper as a page of HTML for a printer of CSS.

use ledger::paper::{Block, Document, Inline, Row, Table};
use std::path::Path;

pub(crate) fn of(document: &Document, fonts: &Path) -> String {
    let faces = [("Regular", "400", "normal"), ("Bold", "700", "normal"), ("Italic", "400", "italic"), ("BoldItalic", "700", "italic")].map(
        |(file, weight, style)| {
            format!(
                "@font-face{{font-family:Paper;font-weight:{weight};font-style:{style};src:url('file://{}/LiberationSerif-{file}.ttf')}}",
                fonts.display()
            )
        },
    );
    let mut body = String::new();
    if !document.name.is_empty() {
        let agency: Vec<String> = document.letterhead.agency.iter().map(|line| text(line)).collect();
        body.push_str(&format!(
            "<table class=frame><tr><td><b>{}</b></td><td><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</b></td></tr></table>\
             <h1>{}<br>{}</h1><p class=to>Kính gửi: {}</p>",
            agency.join("<br>"),
            text(&document.name),
            text(&document.subject),
            text(&document.addressees.join(", "))
        ));
        body.extend(document.body.iter().map(block));
        let signature: Vec<String> = document.signature.iter().flat_map(|one| one.lines.iter().chain([&one.name])).map(|line| text(line)).collect();
        let recipients: Vec<String> = document.recipients.iter().map(|line| format!("- {};", text(line))).collect();
        body.push_str(&format!(
            "<table class=frame><tr><td class=left><i><b>Nơi nhận:</b></i><br>{}</td><td><b>{}</b></td></tr></table>",
            recipients.join("<br>"),
            signature.join("<br>")
        ));
    }
    for appendix in &document.appendices {
        let class = if appendix.landscape { "wide" } else { "own" };
        let inner: String = appendix.body.iter().map(block).collect();
        body.push_str(&format!(
            "<section class={class}><h1>Phụ lục<br>{}</h1><p class=to><i>{}</i></p>{inner}</section>",
            text(&appendix.title),
            text(&appendix.reference)
        ));
    }
    format!(
        "<!doctype html><html lang=vi><meta charset=utf-8><title>{}</title><style>{}\
         @page{{size:A4;margin:20mm 15mm 20mm 30mm}}@page wide{{size:A4 landscape}}.wide{{page:wide}}body{{font:14pt/1.32 Paper;margin:0}}\
         p{{text-align:justify;text-indent:12.7mm;margin:0 0 6pt}}h1{{font-size:14pt;text-align:center}}h2{{font-size:14pt;margin:0 0 6pt;text-indent:12.7mm}}\
         .to{{text-align:center;text-indent:0}}table{{border-collapse:collapse;width:100%}}td{{vertical-align:top;padding:1mm}}\
         .frame td{{text-align:center;border:0}}.frame{{break-inside:avoid}}.left{{text-align:left!important;font-size:11pt}}\
         .grid td,.grid th{{border:.5pt solid #000}}.grid tr{{break-inside:avoid}}</style>{body}</html>",
        text(&document.subject),
        faces.concat()
    )
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { number, text: words, .. } => format!("<h2>{} {}</h2>", text(number), text(&Inline::plain(words))),
        Block::Table { table, .. } => grid(table),
        other => format!("<p>{}</p>", text(&other.plain())),
    }
}

fn grid(table: &Table) -> String {
    let row = |row: &Row, tag: &str| {
        let cells: String = row.cells.iter().map(|cell| format!("<{tag}>{}</{tag}>", text(&Inline::plain(&cell.text)))).collect();
        format!("<tr>{cells}</tr>")
    };
    let header: String = table.header.iter().map(|one| row(one, "th")).collect();
    let rows: String = table.rows.iter().map(|one| row(one, "td")).collect();
    format!("<table class=grid style='font-size:{}pt'><thead>{header}</thead><tbody>{rows}</tbody></table>", table.size)
}

fn text(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

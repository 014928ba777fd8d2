//! The words of a printed paper, without what each page says again.

use ledger::paper::{Block, Document, Inline, Table};

/// Fails with the first words that differ.
pub(crate) fn assert_same(name: &str, document: &Document, own: &str, twin: &str) {
    let (own, twin) = (words(document, own), words(document, twin));
    let differs = own.iter().zip(&twin).position(|(own, twin)| own != twin).or((own.len() != twin.len()).then_some(own.len().min(twin.len())));
    if let Some(at) = differs {
        let around = |words: &[String]| words.iter().skip(at.saturating_sub(8)).take(20).cloned().collect::<Vec<_>>().join(" ");
        panic!("{name}, word {at} of {} and {}:\n ours: {}\n Word: {}", own.len(), twin.len(), around(&own), around(&twin));
    }
}

/// The words in order, without page numbers, marks, addresses and header rows printed again.
fn words(document: &Document, text: &str) -> Vec<String> {
    let headers = headers(document);
    let mut all: Vec<String> = Vec::new();
    let mut number = 1;
    for page in text.split('\u{c}') {
        let mut lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        lines.retain(|line| document.mark.as_deref() != Some(*line));
        number += 1;
        let is_number = |line: Option<&&str>| line.is_some_and(|line| *line == number.to_string());
        if is_number(lines.first()) {
            lines.remove(0);
        } else if is_number(lines.last()) {
            lines.pop();
        } else {
            number = 1;
        }
        let mut words = joined(&lines);
        for header in headers.iter().filter(|header| words.starts_with(header)) {
            if all.windows(header.len()).any(|words| words == header.as_slice()) {
                words.drain(..header.len());
                break;
            }
        }
        all.extend(words);
    }
    if let Some(address) = &document.address {
        let address = joined(&[address.as_str()]);
        let at = all.windows(address.len()).position(|words| words == address.as_slice()).expect("the address is printed");
        all.drain(at..at + address.len());
    }
    all
}

/// Words of lines; one that was broken after its hyphen is whole again.
fn joined(lines: &[&str]) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for line in lines {
        for (at, word) in line.split_whitespace().enumerate() {
            match words.last_mut().filter(|last| at == 0 && last.len() > 1 && last.ends_with('-')) {
                Some(last) => last.push_str(word),
                None => words.push(word.to_owned()),
            }
        }
    }
    words
}

/// The words of each table's header.
fn headers(document: &Document) -> Vec<Vec<String>> {
    let bodies = std::iter::once(&document.body).chain(document.appendices.iter().map(|appendix| &appendix.body));
    let tables = bodies.flatten().filter_map(|block| if let Block::Table { table, .. } = block { Some(table) } else { None });
    let header = |table: &Table| -> Vec<String> {
        let cells = table.header.iter().flat_map(|row| &row.cells).map(|cell| Inline::plain(&cell.text));
        cells.flat_map(|text| joined(&text.lines().collect::<Vec<_>>())).collect()
    };
    tables.map(header).filter(|header: &Vec<String>| !header.is_empty()).collect()
}

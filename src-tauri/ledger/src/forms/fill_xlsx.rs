//! Values into the cells of a workbook as it came; styles, formulas and all other parts stay.

use super::cells::Target;
use super::read::Table;
use crate::sheet::{column_name, sheet_paths};
use crate::{Error, Problem, Result};
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The filled workbook, and the cells that hold a formula and were left.
pub(super) fn fill(bytes: &[u8], tables: &[Table], targets: &[Target]) -> Result<(Vec<u8>, Vec<String>)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::NotWorkbook)?;
    let paths = sheet_paths(bytes)?;
    let mut wanted: BTreeMap<&str, Vec<&Target>> = BTreeMap::new();
    for target in targets {
        let path = tables.get(target.table).and_then(|table| paths.get(&table.title)).ok_or(Problem::NotWorkbook)?;
        wanted.entry(path.as_str()).or_default().push(target);
    }
    let percents = zip.by_name("xl/styles.xml").ok().and_then(|mut part| text_of(&mut part).ok()).map(|xml| percent_styles(&xml)).unwrap_or_default();
    let mut formulas = Vec::new();
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).map_err(|_| Problem::NotWorkbook)?;
        let name = part.name().map_err(|_| Problem::NotWorkbook)?.into_owned();
        let new = match wanted.get(name.as_str()) {
            Some(targets) => Some(sheet(&text_of(&mut part)?, targets, &percents, &mut formulas)?),
            None if name == "xl/workbook.xml" => Some(reckoned_on_opening(&text_of(&mut part)?)),
            None => None,
        };
        match new {
            Some(text) => {
                out.start_file(name, SimpleFileOptions::default()).map_err(fault)?;
                out.write_all(text.as_bytes()).map_err(|error| Error::Fault(error.to_string()))?;
            }
            None => out.raw_copy_file(part).map_err(fault)?,
        }
    }
    Ok((out.finish().map_err(fault)?.into_inner(), formulas))
}

/// Which styles of cells show their number in percent, in the order cells name them.
fn percent_styles(xml: &str) -> Vec<bool> {
    let mut reader = Reader::from_str(xml);
    let (mut formats, mut styles, mut in_cells) = (vec!["9".to_owned(), "10".to_owned()], Vec::new(), false);
    while let Ok(event) = reader.read_event() {
        match &event {
            Event::Eof => break,
            Event::Start(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = true,
            Event::End(tag) if tag.local_name().as_ref() == "cellXfs" => in_cells = false,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "numFmt" => {
                formats.extend(attribute(tag, "numFmtId").filter(|_| attribute(tag, "formatCode").is_some_and(|code| code.contains('%'))));
            }
            Event::Start(tag) | Event::Empty(tag) if in_cells && tag.local_name().as_ref() == "xf" => {
                styles.push(attribute(tag, "numFmtId").is_some_and(|id| formats.contains(&id)));
            }
            _ => {}
        }
    }
    styles
}

fn text_of(part: &mut impl Read) -> Result<String> {
    let mut text = String::new();
    part.read_to_string(&mut text).map_err(|_| Problem::NotWorkbook)?;
    Ok(text)
}

fn fault(error: zip::result::ZipError) -> Error {
    Error::Fault(format!("biểu: {error}"))
}

/// Formulas elsewhere count with the new values as soon as the workbook is opened.
fn reckoned_on_opening(xml: &str) -> String {
    const ASKED: &str = "fullCalcOnLoad=\"1\"";
    if xml.contains("fullCalcOnLoad") {
        return xml.to_owned();
    }
    // Some programs write every name with a prefix: `<x:workbook>`.
    let prefix = xml.split('<').filter_map(|tag| tag.split_once(":workbook")).map(|(prefix, _)| prefix).find(|prefix| prefix.bytes().all(is_letter));
    let name = |local: &str| prefix.map_or(local.to_owned(), |prefix| format!("{prefix}:{local}"));
    if let Some((before, after)) = xml.split_once(&format!("<{}", name("calcPr"))) {
        return format!("{before}<{} {ASKED}{after}", name("calcPr"));
    }
    let ends = ["definedNames", "externalReferences", "functionGroups", "sheets"].map(|end| format!("</{}>", name(end)));
    let place = ends.iter().find_map(|end| Some(xml.find(end)? + end.len()));
    match place.and_then(|at| xml.split_at_checked(at)) {
        Some((before, after)) => format!("{before}<{} {ASKED}/>{after}", name("calcPr")),
        None => xml.to_owned(),
    }
}

fn is_letter(sign: u8) -> bool {
    sign.is_ascii_alphanumeric()
}

/// The sheet's XML with the values in its cells.
fn sheet(xml: &str, targets: &[&Target], percents: &[bool], formulas: &mut Vec<String>) -> Result<String> {
    let mut reader = Reader::from_str(xml);
    let mut pen = Pen { writer: Writer::new(Vec::new()), prefix: String::new() };
    let mut by_row: BTreeMap<usize, BTreeMap<usize, &Target>> = BTreeMap::new();
    for target in targets {
        by_row.entry(target.row).or_default().insert(target.column, target);
    }
    // What is still to be written in the row that is open, by column.
    let mut row = 0_usize;
    let mut left: BTreeMap<usize, &Target> = BTreeMap::new();
    loop {
        let event = reader.read_event().map_err(|_| Problem::NotWorkbook)?;
        match &event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "row" => {
                let name = tag.name();
                pen.prefix = name.as_ref().rsplit_once(':').map_or(String::new(), |(prefix, _)| format!("{prefix}:"));
                row = attribute(tag, "r").and_then(|number| number.parse().ok()).unwrap_or(row + 1);
                left = by_row.remove(&row).unwrap_or_default();
                // A row without a cell has no style to keep.
                if let (Event::Empty(tag), false) = (&event, left.is_empty()) {
                    pen.write(Event::Start(tag.to_owned()))?;
                    pen.rest(row, &mut left)?;
                    pen.close("row")?;
                    continue;
                }
            }
            Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "c" => {
                let column = attribute(tag, "r").and_then(|name| column_of(&name)).unwrap_or(usize::MAX);
                let before: Vec<usize> = left.keys().copied().filter(|at| *at < column).collect();
                for at in before {
                    if let Some(target) = left.remove(&at) {
                        pen.cell(&format!("{}{row}", name_of(at)), None, target.text.number(false), target)?;
                    }
                }
                if let Some(target) = left.remove(&column) {
                    let old = if matches!(event, Event::Start(_)) { inner(&mut reader)? } else { Vec::new() };
                    let has_formula = old.iter().any(|one| matches!(one, Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "f"));
                    let place = format!("{}{row}", name_of(column));
                    if has_formula {
                        formulas.push(place);
                        pen.write(event.borrow())?;
                        for one in old {
                            pen.write(one)?;
                        }
                        pen.close("c")?;
                    } else {
                        let style = attribute(tag, "s");
                        let percent = style.as_deref().and_then(|style| percents.get(style.parse::<usize>().ok()?)).is_some_and(|one| *one);
                        pen.cell(&place, style, target.text.number(percent), target)?;
                    }
                    continue;
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "row" => pen.rest(row, &mut left)?,
            _ => {}
        }
        pen.write(event)?;
    }
    String::from_utf8(pen.writer.into_inner()).map_err(|_| Problem::NotWorkbook.into())
}

/// All that stands in a cell up to its end.
fn inner<'a>(reader: &mut Reader<&'a [u8]>) -> Result<Vec<Event<'a>>> {
    let mut events = Vec::new();
    loop {
        match reader.read_event().map_err(|_| Problem::NotWorkbook)? {
            Event::End(tag) if tag.local_name().as_ref() == "c" => return Ok(events),
            Event::Eof => return Err(Problem::NotWorkbook.into()),
            event => events.push(event),
        }
    }
}

/// What writes the sheet: names of its own stand under the prefix of the others, `x:v` beside `x:row`.
struct Pen {
    writer: Writer<Vec<u8>>,
    prefix: String,
}

impl Pen {
    fn write(&mut self, event: Event<'_>) -> Result<()> {
        self.writer.write_event(event).map_err(|error| Error::Fault(format!("biểu: {error}")))
    }

    fn close(&mut self, name: &str) -> Result<()> {
        let name = format!("{}{name}", self.prefix);
        self.write(Event::End(BytesEnd::new(name)))
    }

    /// Cells right of the last one of a row.
    fn rest(&mut self, row: usize, left: &mut BTreeMap<usize, &Target>) -> Result<()> {
        for (at, target) in std::mem::take(left) {
            self.cell(&format!("{}{row}", name_of(at)), None, target.text.number(false), target)?;
        }
        Ok(())
    }

    fn cell(&mut self, place: &str, style: Option<String>, number: Option<&str>, target: &Target) -> Result<()> {
        let name = |local: &str| format!("{}{local}", self.prefix);
        let (names, mut tag) = ([name("v"), name("is"), name("t")], BytesStart::new(name("c")));
        tag.push_attribute(("r", place));
        if let Some(style) = &style {
            tag.push_attribute(("s", style.as_str()));
        }
        if number.is_none() {
            tag.push_attribute(("t", "inlineStr"));
        }
        self.write(Event::Start(tag))?;
        let around = if number.is_some() { &names[..1] } else { &names[1..] };
        for name in around {
            self.write(Event::Start(BytesStart::new(name.as_str())))?;
        }
        self.write(Event::Text(BytesText::new(number.unwrap_or(&target.text.words))))?;
        for name in around.iter().rev() {
            self.write(Event::End(BytesEnd::new(name.as_str())))?;
        }
        self.close("c")
    }
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == name).map(|one| one.value.to_string())
}

fn name_of(column: usize) -> String {
    column_name(u32::try_from(column).unwrap_or(u32::MAX))
}

/// `D7` → 3.
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    letters.fold(None, |column: Option<usize>, letter| Some(column.map_or(0, |column| column + 1) * 26 + usize::from(letter - b'A')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_as_a_workbook_does() {
        for (place, column) in
            [("A1", Some(0)), ("D7", Some(3)), ("Z2", Some(25)), ("AA10", Some(26)), ("AZ1", Some(51)), ("BA3", Some(52)), ("7", None)]
        {
            assert_eq!(column_of(place), column, "{place}");
            if let Some(column) = column {
                assert!(place.starts_with(&name_of(column)));
            }
        }
    }

    #[test]
    fn a_workbook_is_asked_to_reckon_when_it_is_opened() {
        for (xml, expected) in [
            (
                "<workbook><sheets/><sheets></sheets><calcPr calcId=\"1\"/></workbook>",
                "<workbook><sheets/><sheets></sheets><calcPr fullCalcOnLoad=\"1\" calcId=\"1\"/></workbook>",
            ),
            ("<workbook><sheets></sheets><extLst/></workbook>", "<workbook><sheets></sheets><calcPr fullCalcOnLoad=\"1\"/><extLst/></workbook>"),
            (
                "<x:workbook><x:sheets><x:sheet/></x:sheets></x:workbook>",
                "<x:workbook><x:sheets><x:sheet/></x:sheets><x:calcPr fullCalcOnLoad=\"1\"/></x:workbook>",
            ),
            ("<workbook><calcPr fullCalcOnLoad=\"1\"/></workbook>", "<workbook><calcPr fullCalcOnLoad=\"1\"/></workbook>"),
        ] {
            assert_eq!(reckoned_on_opening(xml), expected);
        }
    }
}

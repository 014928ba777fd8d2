//! Values into the cells of a Word form as it came.

use super::cells::Target;
use crate::{Error, Problem, Result};
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use quick_xml::{Reader, Writer};
use std::collections::HashMap;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The main part of a Word file.
const MAIN: &str = "word/document.xml";

/// The filled file; every other part of it is as it was.
pub(super) fn fill(bytes: &[u8], targets: &[Target]) -> Result<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::NotDocx)?;
    let fault = |error: zip::result::ZipError| Error::Fault(format!("biểu: {error}"));
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).map_err(|_| Problem::NotDocx)?;
        if part.name().is_ok_and(|name| name == MAIN) {
            let mut xml = String::new();
            part.read_to_string(&mut xml).map_err(|_| Problem::NotDocx)?;
            out.start_file(MAIN, SimpleFileOptions::default()).map_err(fault)?;
            out.write_all(document(&xml, targets)?.as_bytes()).map_err(|error| Error::Fault(error.to_string()))?;
        } else {
            out.raw_copy_file(part).map_err(fault)?;
        }
    }
    Ok(out.finish().map_err(fault)?.into_inner())
}

/// Where the reading stands among the tables of the body; tables inside cells are not counted.
#[derive(Default)]
struct Place {
    depth: usize,
    table: usize,
    row: usize,
    column: usize,
    span: usize,
}

/// The main part with the values in its cells.
fn document(xml: &str, targets: &[Target]) -> Result<String> {
    let wanted: HashMap<(usize, usize, usize), &Target> = targets.iter().map(|target| ((target.table, target.row, target.column), target)).collect();
    let mut reader = Reader::from_str(xml);
    let mut writer = Writer::new(Vec::new());
    let mut place = Place::default();
    loop {
        let event = reader.read_event().map_err(|_| Problem::NotDocx)?;
        match &event {
            Event::Eof => break,
            Event::Start(tag) if tag.local_name().as_ref() == "tbl" => {
                place.depth += 1;
                if place.depth == 1 {
                    place.row = 0;
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "tbl" => {
                place.depth -= 1;
                if place.depth == 0 {
                    place.table += 1;
                }
            }
            Event::Start(tag) if place.depth == 1 && tag.local_name().as_ref() == "tr" => place.column = 0,
            Event::End(tag) if place.depth == 1 && tag.local_name().as_ref() == "tr" => place.row += 1,
            Event::Start(tag) if place.depth == 1 && tag.local_name().as_ref() == "tc" => {
                let cell = rest_of("tc", &mut reader)?;
                place.span = span(&cell);
                write(&mut writer, event.borrow())?;
                match wanted.get(&(place.table, place.row, place.column)) {
                    Some(target) => filled(&mut writer, cell, &target.text.words)?,
                    None => {
                        for one in cell {
                            write(&mut writer, one)?;
                        }
                    }
                }
                write(&mut writer, Event::End(BytesEnd::new(String::from_utf8_lossy(tag.name().as_ref().as_bytes()).into_owned())))?;
                place.column += place.span;
                continue;
            }
            _ => {}
        }
        write(&mut writer, event)?;
    }
    String::from_utf8(writer.into_inner()).map_err(|_| Problem::NotDocx.into())
}

/// All up to the end of an element that was opened; inner ones of its name are inside.
fn rest_of<'a>(name: &str, reader: &mut Reader<&'a [u8]>) -> Result<Vec<Event<'a>>> {
    let mut events = Vec::new();
    let mut open = 1;
    loop {
        let event = reader.read_event().map_err(|_| Problem::NotDocx)?;
        match &event {
            Event::Start(tag) if tag.local_name().as_ref() == name => open += 1,
            Event::End(tag) if tag.local_name().as_ref() == name => open -= 1,
            Event::Eof => return Err(Problem::NotDocx.into()),
            _ => {}
        }
        if open == 0 {
            return Ok(events);
        }
        events.push(event);
    }
}

/// Columns that a cell covers.
fn span(cell: &[Event<'_>]) -> usize {
    let asked = cell.iter().find_map(|event| match event {
        Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == "gridSpan" => {
            tag.attributes().flatten().find(|one| one.key.local_name().as_ref() == "val").and_then(|one| one.value.parse().ok())
        }
        _ => None,
    });
    asked.unwrap_or(1).max(1)
}

/// The cell with its first paragraph saying the value, in the face that stood there; the rest of its
/// paragraphs stays.
fn filled(writer: &mut Writer<Vec<u8>>, cell: Vec<Event<'_>>, value: &str) -> Result<()> {
    let is = |event: &Event<'_>, name: &str| matches!(event, Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name);
    let Some(at) = cell.iter().position(|event| is(event, "p")) else {
        return cell.into_iter().try_for_each(|one| write(writer, one));
    };
    let prefix = match cell.get(at) {
        Some(Event::Start(tag) | Event::Empty(tag)) => tag.name().prefix().map_or(String::new(), |prefix| format!("{}:", prefix.as_ref())),
        _ => String::new(),
    };
    let is_empty = matches!(cell.get(at), Some(Event::Empty(_)));
    let end = if is_empty {
        at
    } else {
        cell.iter().skip(at).position(|event| matches!(event, Event::End(tag) if tag.local_name().as_ref() == "p")).map_or(cell.len(), |nth| at + nth)
    };
    let inside = cell.get(at + 1..end.max(at + 1)).unwrap_or_default();
    let properties = element(inside, "pPr");
    let face = element(inside.get(properties.len()..).unwrap_or_default(), "rPr");
    let face = if face.is_empty() { element(properties, "rPr") } else { face };
    let mut all = cell.iter();
    for one in all.by_ref().take(at) {
        write(writer, one.borrow())?;
    }
    let named = |name: &str| format!("{prefix}{name}");
    if let Some(Event::Start(tag) | Event::Empty(tag)) = cell.get(at) {
        write(writer, Event::Start(tag.borrow()))?;
    }
    for one in properties.iter() {
        write(writer, one.borrow())?;
    }
    write(writer, Event::Start(BytesStart::new(named("r"))))?;
    for one in face {
        write(writer, one.borrow())?;
    }
    write(writer, Event::Start(BytesStart::new(named("t"))))?;
    write(writer, Event::Text(BytesText::new(value)))?;
    for name in ["t", "r", "p"] {
        write(writer, Event::End(BytesEnd::new(named(name))))?;
    }
    cell.iter().skip(end + 1).try_for_each(|one| write(writer, one.borrow()))
}

/// The first element of a name with all inside it; empty where there is none.
fn element<'e, 'x>(events: &'e [Event<'x>], name: &str) -> &'e [Event<'x>] {
    let Some(first) = events.iter().position(|event| matches!(event, Event::Start(tag) | Event::Empty(tag) if tag.local_name().as_ref() == name))
    else {
        return &[];
    };
    if matches!(events.get(first), Some(Event::Empty(_))) {
        return events.get(first..=first).unwrap_or_default();
    }
    let mut open = 0;
    for (nth, event) in events.iter().enumerate().skip(first) {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == name => open += 1,
            Event::End(tag) if tag.local_name().as_ref() == name => open -= 1,
            _ => {}
        }
        if open == 0 {
            return events.get(first..=nth).unwrap_or_default();
        }
    }
    &[]
}

fn write(writer: &mut Writer<Vec<u8>>, event: Event<'_>) -> Result<()> {
    writer.write_event(event).map_err(|error| Error::Fault(format!("biểu: {error}")))
}

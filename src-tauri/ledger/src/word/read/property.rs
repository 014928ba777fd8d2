//! Properties: elements that say something about what they stand in, and their values.

use super::body::{COLUMNS, Frame};
use super::{Cell, symbol};
use quick_xml::events::BytesStart;

/// An element that says something about the frame it stands in.
pub(super) fn property(frame: Option<&mut Frame>, parent: &str, name: &str, tag: &BytesStart) {
    let value = || attribute(tag, "val");
    let number = || value().and_then(|text| text.parse::<u16>().ok());
    match (frame, parent, name) {
        (Some(Frame::Para(paragraph)), "r", "tab") => paragraph.para.text.push('\t'),
        (Some(Frame::Para(paragraph)), "r", "br" | "cr") => paragraph.para.text.push('\n'),
        (Some(Frame::Para(paragraph)), "r", "sym") => {
            let sign = symbol::sign(&attribute(tag, "font").unwrap_or_default(), &attribute(tag, "char").unwrap_or_default());
            paragraph.para.text.push(sign.unwrap_or(symbol::UNKNOWN));
        }
        (Some(Frame::Para(paragraph)), "r", "noBreakHyphen") => paragraph.para.text.push('-'),
        (Some(Frame::Para(paragraph)), "pPr", "pStyle") => paragraph.para.style = value().unwrap_or_default(),
        (Some(Frame::Para(paragraph)), "numPr", "numId") => paragraph.list = value().and_then(|text| text.parse().ok()),
        (Some(Frame::Para(paragraph)), "numPr", "ilvl") => paragraph.level = usize::from(number().unwrap_or(0)),
        (Some(Frame::Row { row, .. }), "trPr", "tblHeader") => row.header = is_on(value()),
        (Some(Frame::Row { row, .. }), "trPr", "gridBefore") => {
            row.cells.push(Cell { span: number().unwrap_or(1).clamp(1, COLUMNS), continued: false, parts: Vec::new() });
        }
        (Some(Frame::Cell { cell, .. }), "tcPr", "gridSpan") => cell.span = number().unwrap_or(1).clamp(1, COLUMNS),
        (Some(Frame::Cell { cell, .. }), "tcPr", "vMerge") => cell.continued = value().is_none_or(|text| text == "continue"),
        (Some(Frame::Cell { joins_left, .. }), "tcPr", "hMerge") => *joins_left = value().is_none_or(|text| text == "continue"),
        _ => {}
    }
}

/// The value of an attribute by its local name.
pub(super) fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    tag.attributes().flatten().find(|attribute| attribute.key.local_name().as_ref() == name).map(|attribute| attribute.value.to_string())
}

/// A switch of Word at an element: on when it does not say otherwise.
pub(super) fn is_switched_on(tag: &BytesStart) -> bool {
    is_on(attribute(tag, "val"))
}

/// A switch of Word: on when it is there and does not say otherwise.
fn is_on(value: Option<String>) -> bool {
    !matches!(value.as_deref(), Some("0" | "false" | "off"))
}

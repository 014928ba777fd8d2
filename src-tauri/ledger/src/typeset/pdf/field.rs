//! An empty signature field in the room between office and name, for tools that sign into one.

use super::super::page::Page;
use super::archive::text;
use super::tags::Field;
use crate::{Error, Result};
use lopdf::{Document, Object, ObjectId, Stream, dictionary};

/// The field's name: signing tools ask for it.
const NAME: &str = "ChuKy";
/// What a screen reader says of it.
const SPOKEN: &str = "Chữ ký số của người ký văn bản";
/// Printed with the page, and never changed but by signing (ISO 32000-1, table 165).
const FLAGS: i64 = 4 + 128;
/// There is a field for a signature, and changes are appended only (table 219): a signature would
/// break otherwise, and the ledger would no longer know its own file.
const SIGNATURES: i64 = 1 + 2;

/// Adds the field on the page that has the room; no such page, no field.
pub(super) fn add(file: &mut Document, pages: &[Page]) -> Result<Option<Field>> {
    let ids: Vec<ObjectId> = file.page_iter().collect();
    let Some((page, room, id)) = pages.iter().zip(ids).find_map(|(page, id)| Some((page, page.room?, id))) else { return Ok(None) };
    let place = [room.left, page.height - room.top - room.height, room.left + room.width, page.height - room.top];
    // An archive wants to know how a field looks; before it is signed it shows nothing.
    let size = vec![0.into(), 0.into(), Object::Real(room.width.0), Object::Real(room.height.0)];
    let empty = dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => size, "Resources" => lopdf::Dictionary::new() };
    let empty = file.add_object(Stream::new(empty, Vec::new()).with_compression(false));
    let widget = file.add_object(dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => text(NAME),
        "TU" => text(SPOKEN),
        "F" => FLAGS,
        "Rect" => place.map(|edge| Object::Real((edge.0 * 1000.0).round() / 1000.0)).to_vec(),
        "P" => id,
        "AP" => dictionary! { "N" => empty },
    });
    file.get_dictionary_mut(id).map_err(fault)?.set("Annots", vec![Object::Reference(widget)]);
    let form = dictionary! { "Fields" => vec![Object::Reference(widget)], "SigFlags" => SIGNATURES };
    file.catalog_mut().map_err(fault)?.set("AcroForm", form);
    Ok(Some(Field { page: id, widget, tag: room.tag }))
}

fn fault(error: lopdf::Error) -> Error {
    Error::Fault(format!("PDF: {error}"))
}

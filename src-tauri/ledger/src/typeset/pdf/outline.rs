//! The outline a reader shows beside the pages: name, parts, headings, appendices.

use super::super::page::Page;
use super::archive::text;
use crate::{Error, Result};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// A heading in the tree being built.
struct Entry {
    id: ObjectId,
    level: u8,
    title: String,
    target: Object,
    children: Vec<Entry>,
}

/// Adds the outline of the pages' headings; none, none added.
pub(super) fn add(file: &mut Document, pages: &[Page]) -> Result<()> {
    let ids: Vec<ObjectId> = file.page_iter().collect();
    let mut roots: Vec<Entry> = Vec::new();
    for (page, id) in pages.iter().zip(ids) {
        for anchor in &page.anchors {
            let above = page.height - anchor.y;
            let target =
                Object::Array(vec![Object::Reference(id), Object::Name(b"XYZ".to_vec()), Object::Null, Object::Real(above.0.round()), Object::Null]);
            let entry = Entry { id: file.new_object_id(), level: anchor.level, title: anchor.title.clone(), target, children: Vec::new() };
            hang(&mut roots, entry);
        }
    }
    if roots.is_empty() {
        return Ok(());
    }
    let root = file.new_object_id();
    let mut dictionary = dictionary! { "Type" => "Outlines" };
    list(file, root, &mut dictionary, &roots);
    file.set_object(root, dictionary);
    let catalog = file.catalog_mut().map_err(|error| Error::Fault(format!("PDF: {error}")))?;
    catalog.set("Outlines", root);
    Ok(())
}

/// Hangs a heading under the last one above it.
fn hang(roots: &mut Vec<Entry>, entry: Entry) {
    match roots.last_mut() {
        Some(last) if last.level < entry.level => hang(&mut last.children, entry),
        _ => roots.push(entry),
    }
}

/// Writes brothers and their children, and what their parent must know of them; counts them all.
fn list(file: &mut Document, parent: ObjectId, above: &mut Dictionary, entries: &[Entry]) -> i64 {
    let mut count = 0;
    for (index, entry) in entries.iter().enumerate() {
        let mut dictionary = dictionary! {
            "Parent" => parent,
            "Title" => text(&entry.title),
            "Dest" => entry.target.clone(),
        };
        if let Some(previous) = index.checked_sub(1).and_then(|index| entries.get(index)) {
            dictionary.set("Prev", previous.id);
        }
        if let Some(next) = entries.get(index + 1) {
            dictionary.set("Next", next.id);
        }
        count += 1 + list(file, entry.id, &mut dictionary, &entry.children);
        file.set_object(entry.id, dictionary);
    }
    if let (Some(first), Some(last)) = (entries.first(), entries.last()) {
        above.set("First", first.id);
        above.set("Last", last.id);
        above.set("Count", count);
    }
    count
}

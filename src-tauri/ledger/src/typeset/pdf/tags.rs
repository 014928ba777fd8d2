//! The structure tree (ISO 32000-1, 14.7 and 14.8): what a screen reader reads, in order.

use super::super::Layout;
use super::super::tree::{Element, Marks, Role, Tag, Tree};
use crate::{Error, Result};
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

/// A signature field in the file: the page it stands on and its widget.
pub(super) struct Field {
    pub(super) page: ObjectId,
    pub(super) widget: ObjectId,
    /// The element it is.
    pub(super) tag: Tag,
}

/// An element as PDF names it.
pub(super) fn name(role: Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Heading(1) => "H1",
        Role::Heading(2) => "H2",
        Role::Heading(3) => "H3",
        Role::Heading(4) => "H4",
        Role::Heading(5) => "H5",
        Role::Heading(_) => "H6",
        Role::Paragraph => "P",
        Role::List(_) => "L",
        Role::Item => "LI",
        Role::Label => "Lbl",
        Role::ItemBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::Header(_) | Role::RowHeader(_) => "TH",
        Role::Cell(_) => "TD",
        Role::Form => "Form",
    }
}

/// Adds the tree of a file's text; `pieces` names the element of each marked piece, page by page.
pub(super) fn add(file: &mut Document, layout: &Layout, pieces: &[Vec<Tag>], field: Option<&Field>) -> Result<()> {
    let pages: Vec<ObjectId> = file.page_iter().collect();
    let root = file.new_object_id();
    let mut content: ByTag<Vec<(ObjectId, i64)>> = ByTag::new(&layout.tree);
    for (page, pieces) in pages.iter().zip(pieces) {
        for (number, tag) in (0..).zip(pieces) {
            content.at(*tag).push((*page, number));
        }
    }
    // From the leaves up: an element stays if something is in it. A cell may be empty: without it
    // the row would lose a column.
    let mut below: ByTag<Vec<Tag>> = ByTag::new(&layout.tree);
    let mut kept: Vec<(Tag, Element)> = Vec::new();
    for (tag, element) in layout.tree.elements().rev() {
        let cell = matches!(element.role, Role::Cell(_) | Role::Header(_) | Role::RowHeader(_) | Role::Document);
        if !content.at(tag).is_empty() || !below.at(tag).is_empty() || cell || field.is_some_and(|field| field.tag == tag) {
            element.parent.into_iter().for_each(|parent| below.at(parent).push(tag));
            kept.push((tag, element));
        }
    }
    kept.reverse();
    let mut ids: ByTag<Option<ObjectId>> = ByTag::new(&layout.tree);
    kept.iter().for_each(|(tag, _)| *ids.at(*tag) = Some(file.new_object_id()));
    for (tag, element) in &kept {
        let Some(id) = ids.of(*tag) else { continue };
        let parent = element.parent.and_then(|parent| ids.of(parent)).unwrap_or(root);
        let mut dictionary = dictionary! { "Type" => "StructElem", "S" => name(element.role), "P" => parent };
        let own = std::mem::take(content.at(*tag));
        let page = own.first().map(|(page, _)| *page);
        let mut kids: Vec<Object> = own.iter().map(|(on, number)| piece(*on, *number, page)).collect();
        let children = std::mem::take(below.at(*tag));
        kids.extend(children.into_iter().rev().filter_map(|child| ids.of(child)).map(Object::Reference));
        if let Some(field) = field.filter(|field| field.tag == *tag) {
            kids.push(dictionary! { "Type" => "OBJR", "Obj" => field.widget, "Pg" => field.page }.into());
        }
        if let Some(page) = page {
            dictionary.set("Pg", page);
        }
        match kids.len() {
            0 => {}
            1 => dictionary.set("K", kids.remove(0)),
            _ => dictionary.set("K", kids),
        }
        if let Some(attributes) = attributes(element.role) {
            dictionary.set("A", attributes);
        }
        file.set_object(id, dictionary);
    }

    let mut parents: Vec<Object> = Vec::new();
    for ((number, page), pieces) in (0_i64..).zip(&pages).zip(pieces) {
        let owners: Vec<Object> = pieces.iter().filter_map(|tag| ids.of(*tag)).map(Object::Reference).collect();
        parents.extend([Object::Integer(number), Object::Array(owners)]);
        let page = file.get_dictionary_mut(*page).map_err(fault)?;
        page.set("StructParents", number);
        page.set("Tabs", "S");
    }
    let mut next = i64::try_from(pages.len()).unwrap_or(i64::MAX);
    if let Some((field, id)) = field.and_then(|field| Some((field, ids.of(field.tag)?))) {
        parents.extend([Object::Integer(next), Object::Reference(id)]);
        file.get_dictionary_mut(field.widget).map_err(fault)?.set("StructParent", next);
        next += 1;
    }
    let parents = file.add_object(dictionary! { "Nums" => parents });
    let document = kept.first().and_then(|(tag, _)| ids.of(*tag)).map_or(Object::Null, Object::Reference);
    file.set_object(
        root,
        dictionary! { "Type" => "StructTreeRoot", "K" => Object::Array(vec![document]), "ParentTree" => parents, "ParentTreeNextKey" => next },
    );
    let catalog = file.catalog_mut().map_err(fault)?;
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

/// Something for each element of a tree, found without a search: a long table has tens of thousands.
struct ByTag<T> {
    each: Vec<T>,
    /// Of a tag of another tree.
    strange: T,
}

impl<T: Default + Clone> ByTag<T> {
    fn new(tree: &Tree) -> ByTag<T> {
        ByTag { each: vec![T::default(); tree.elements().len()], strange: T::default() }
    }

    fn at(&mut self, tag: Tag) -> &mut T {
        self.each.get_mut(tag.place()).unwrap_or(&mut self.strange)
    }
}

impl ByTag<Option<ObjectId>> {
    fn of(&self, tag: Tag) -> Option<ObjectId> {
        self.each.get(tag.place()).copied().flatten()
    }
}

/// A marked piece as its element names it: its number, with the page where that is not the element's.
fn piece(page: ObjectId, number: i64, own: Option<ObjectId>) -> Object {
    if own == Some(page) {
        return Object::Integer(number);
    }
    dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => number }.into()
}

/// What an element's kind alone does not say.
fn attributes(role: Role) -> Option<Dictionary> {
    let table = |span: u16| {
        let mut attributes = dictionary! { "O" => "Table" };
        if span > 1 {
            attributes.set("ColSpan", i64::from(span));
        }
        attributes
    };
    match role {
        Role::Header(span) | Role::RowHeader(span) => {
            let mut attributes = table(span);
            attributes.set("Scope", if matches!(role, Role::Header(_)) { "Column" } else { "Row" });
            Some(attributes)
        }
        Role::Cell(span) => (span > 1).then(|| table(span)),
        Role::List(marks) => {
            // PDF names no dash: a disc is a list without order, too.
            let numbering = match marks {
                Marks::Dash => "Disc",
                Marks::Plus => "Circle",
                Marks::Letter => "LowerAlpha",
                Marks::Number => "Decimal",
            };
            Some(dictionary! { "O" => "List", "ListNumbering" => numbering })
        }
        _ => None,
    }
}

fn fault(error: lopdf::Error) -> Error {
    Error::Fault(format!("PDF: {error}"))
}

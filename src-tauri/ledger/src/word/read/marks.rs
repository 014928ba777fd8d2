//! Content controls and bookmarks that say what a piece of text is in the ledger.
//!
//! A control names itself by its tag. Where a program has dropped the tags, the bookmarks that were
//! written with them are looked up in the list that goes with the file.

use super::{Chip, Para};
use crate::word::{LIST, Tag};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::HashMap;

/// Bookmarks with what they stand for.
#[derive(Debug, Default)]
pub(super) struct List(HashMap<String, Tag>);

impl List {
    /// Reads the list, if this part is one.
    pub(super) fn read(xml: &str) -> Option<List> {
        let mut reader = Reader::from_str(xml);
        let mut list = HashMap::new();
        let mut bookmark = None;
        let mut is_ours = false;
        loop {
            match reader.read_event().ok()? {
                Event::Start(tag) if tag.local_name().as_ref() == "so-cchc" => is_ours = xml.contains(LIST),
                Event::Start(tag) if is_ours => bookmark = super::property::attribute(&tag, "dau"),
                Event::Text(text) => {
                    if let (Some(bookmark), Some(tag)) = (bookmark.take(), Tag::read(&text.xml10_content())) {
                        list.insert(bookmark, tag);
                    }
                }
                Event::Eof => return is_ours.then_some(List(list)),
                _ => {}
            }
        }
    }

    /// What a bookmark stands for.
    fn bookmark(&self, name: &str) -> Option<Tag> {
        self.0.get(name).cloned()
    }

    /// What a tag stands for; one too long for Word names its bookmark.
    fn tag(&self, text: &str) -> Option<Tag> {
        text.strip_prefix("the:").map_or_else(|| Tag::read(text), |bookmark| self.bookmark(bookmark))
    }
}

/// A control that is open.
#[derive(Debug, Default)]
struct Control {
    tag: Option<Tag>,
    /// It shows what it asks for, not what somebody wrote.
    asks: bool,
    /// Where its words begin in their paragraph.
    from: Option<usize>,
}

/// The controls and bookmarks that are open at a place of the document.
#[derive(Debug, Default)]
pub(super) struct Marks {
    list: List,
    controls: Vec<Control>,
    /// Bookmarks by their number: what they stand for and where they begin.
    bookmarks: HashMap<String, (Tag, usize)>,
}

impl Marks {
    pub(super) fn new(list: List) -> Marks {
        Marks { list, ..Marks::default() }
    }

    /// A control begins.
    pub(super) fn open(&mut self) {
        self.controls.push(Control::default());
    }

    /// A property of the innermost control.
    pub(super) fn property(&mut self, name: &str, value: Option<String>) {
        let tag = value.as_deref().filter(|_| name == "tag").and_then(|text| self.list.tag(text));
        let Some(control) = self.controls.last_mut() else { return };
        match name {
            "tag" => control.tag = tag,
            "showingPlcHdr" => control.asks = !matches!(value.as_deref(), Some("0" | "false" | "off")),
            _ => {}
        }
    }

    /// The content of the innermost control begins, in a paragraph or around some.
    pub(super) fn content(&mut self, para: Option<&mut Para>) {
        let Some(control) = self.controls.last_mut() else { return };
        control.from = para.as_ref().map(|para| para.text.len());
        if let (Some(Tag::Block(id)), Some(para)) = (&control.tag, para) {
            name(&mut para.block, id);
        }
    }

    /// The innermost control ends.
    pub(super) fn close(&mut self, para: Option<&mut Para>) {
        if let (Some(Control { tag: Some(tag), from: Some(from), .. }), Some(para)) = (self.controls.pop(), para) {
            add(para, tag, from);
        }
    }

    /// Whether what is read is only a hint to write something.
    pub(super) fn asks(&self) -> bool {
        self.controls.iter().any(|control| control.asks)
    }

    /// The block that a paragraph or table beginning here is in.
    pub(super) fn block(&self) -> String {
        let mut ids = self.controls.iter().rev().filter_map(|control| if let Some(Tag::Block(id)) = &control.tag { Some(id) } else { None });
        ids.next().cloned().unwrap_or_default()
    }

    /// A bookmark begins; answers the block it names.
    pub(super) fn bookmark(&mut self, number: String, name: &str, at: usize) -> Option<String> {
        match self.list.bookmark(name)? {
            Tag::Block(id) => Some(id),
            tag => {
                self.bookmarks.insert(number, (tag, at));
                None
            }
        }
    }

    /// A bookmark ends.
    pub(super) fn bookmark_end(&mut self, number: &str, para: Option<&mut Para>) {
        if let (Some((tag, from)), Some(para)) = (self.bookmarks.remove(number), para) {
            add(para, tag, from);
        }
    }
}

/// Names a block that has no name yet.
pub(super) fn name(block: &mut String, id: &str) {
    if block.is_empty() {
        id.clone_into(block);
    }
}

/// Adds a figure or citation, unless its control or its bookmark has told of it already.
fn add(para: &mut Para, tag: Tag, from: usize) {
    let to = para.text.len();
    let told = para.chips.iter().any(|chip| chip.tag == tag && chip.from < to.max(from + 1) && from < chip.to.max(chip.from + 1));
    if !matches!(tag, Tag::Block(_)) && from <= to && !told {
        para.chips.push(Chip { tag, from, to });
    }
}

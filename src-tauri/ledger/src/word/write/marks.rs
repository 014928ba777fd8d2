//! Bookmarks and content controls: what each piece of the file is in the ledger, so that edits can come back.
//!
//! A control bears its tag. Some programs drop tags when they save (LibreOffice 7.4 does); they keep
//! bookmarks and parts of their own XML. So whatever is marked has a hidden bookmark, and a list of
//! bookmarks with their tags stands in a part beside the document.

use super::xml::escape;
use super::{XML, relations};
use crate::paper::{Block, Inline};
use crate::word::{LIST, Tag};

/// Word's limit for a tag. A longer one stands in the list only; the control names its bookmark.
const TAG: usize = 64;

/// The controls made so far.
#[derive(Default)]
pub(super) struct Marks {
    /// Bookmarks with their tags.
    list: Vec<(String, String)>,
}

impl Marks {
    /// Marks a block; one without an id stays as it is.
    ///
    /// Paragraphs get a bookmark each: whoever edits them meets no wall between two of them, and
    /// LibreOffice 7.4 spoils tracked changes inside a control around a paragraph. A table gets both.
    pub(super) fn block(&mut self, block: &Block, text: String) -> String {
        if block.id().is_empty() {
            return text;
        }
        let tag = Tag::Block(block.id().to_owned());
        if let (Block::Table { .. }, Some((before, after))) = (block, text.split_once(PROPERTIES_END)) {
            // A bookmark stands in a paragraph: in the first one, before its words.
            let (head, start, end) = self.control("Bảng", &tag, true);
            return format!("{head}{before}{PROPERTIES_END}{start}{end}{after}</w:sdtContent></w:sdt>");
        }
        let mut one = |para: &str| match para.split_once(PROPERTIES_END) {
            Some((before, after)) => {
                let (_, start, end) = self.bookmark(&tag);
                format!("{before}{PROPERTIES_END}{start}{end}{after}")
            }
            None => para.to_owned(),
        };
        text.split_inclusive("</w:p>").map(&mut one).collect()
    }

    /// Puts the runs of a figure or citation into a control; words stay as they are.
    pub(super) fn chip(&mut self, piece: &Inline, runs: String) -> String {
        let alias = match piece {
            Inline::Figure(_) => "Số liệu",
            Inline::Annex(_) => "Phụ lục",
            _ => "Văn bản",
        };
        match Tag::of(piece) {
            Some(tag) if !runs.is_empty() => {
                let (head, start, end) = self.control(alias, &tag, false);
                format!("{head}{start}{runs}{end}</w:sdtContent></w:sdt>")
            }
            _ => runs,
        }
    }

    /// A bookmark: its name, and its ends.
    fn bookmark(&mut self, tag: &Tag) -> (String, String, String) {
        let number = self.list.len() + 1;
        let name = format!("_so_cchc_{number}");
        self.list.push((name.clone(), tag.write()));
        let start = format!("<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/>");
        (name, start, format!("<w:bookmarkEnd w:id=\"{number}\"/>"))
    }

    /// The beginning of a control, and its bookmark's ends.
    fn control(&mut self, alias: &str, tag: &Tag, hidden: bool) -> (String, String, String) {
        let (name, start, end) = self.bookmark(tag);
        let (number, tag) = (self.list.len(), tag.write());
        let short = if tag.len() > TAG { format!("the:{name}") } else { tag };
        // A frame around a table would be in a leader's way; one around a figure tells where it is from.
        let look = if hidden { "<w15:appearance w15:val=\"hidden\"/>" } else { "" };
        let head =
            format!("<w:sdt><w:sdtPr><w:alias w:val=\"{alias}\"/><w:tag w:val=\"{short}\"/><w:id w:val=\"{number}\"/>{look}</w:sdtPr><w:sdtContent>");
        (head, start, end)
    }

    /// The list as parts of the file, by their names.
    pub(super) fn parts(&self) -> [(&'static str, String); 3] {
        let one = |(bookmark, tag): &(String, String)| format!("<the dau=\"{bookmark}\">{}</the>", escape(tag));
        let list: String = self.list.iter().map(one).collect();
        let about = format!(
            "{XML}<ds:datastoreItem xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\" ds:itemID=\"{ITEM}\">\
             <ds:schemaRefs><ds:schemaRef ds:uri=\"{LIST}\"/></ds:schemaRefs></ds:datastoreItem>"
        );
        [
            ("customXml/item1.xml", format!("{XML}<so-cchc xmlns=\"{LIST}\">{list}</so-cchc>")),
            ("customXml/_rels/item1.xml.rels", relations(&[("r1", "customXmlProps", "itemProps1.xml")])),
            ("customXml/itemProps1.xml", about),
        ]
    }
}

const PROPERTIES_END: &str = "</w:pPr>";

/// The part's own id; any that no other program uses.
const ITEM: &str = "{5C6F6A3B-1D0E-4C55-9A53-0C5B2E0F7A11}";

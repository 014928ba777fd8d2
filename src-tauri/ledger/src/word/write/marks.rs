//! Content controls: what each piece of the file is in the ledger, so that edits can come back.
//!
//! A control bears its tag. Some programs drop tags when they save (LibreOffice 7.4 does); they keep
//! bookmarks and parts of their own XML. So each control also has a hidden bookmark, and a list of
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
    /// Puts a block into a control; one without an id stays as it is.
    pub(super) fn block(&mut self, block: &Block, text: String) -> String {
        let alias = match block {
            Block::Part { .. } => "Phần",
            Block::Heading { .. } => "Mục",
            Block::Para { .. } => "Đoạn",
            Block::Item { .. } => "Ý",
            Block::Table { .. } => "Bảng",
        };
        if block.id().is_empty() {
            return text;
        }
        // A bookmark stands in a paragraph: in the first one, before its words.
        let Some((before, after)) = text.split_once(PROPERTIES_END) else { return text };
        let (head, start, end) = self.control(alias, &Tag::Block(block.id().to_owned()), true);
        match after.strip_suffix("</w:p>").filter(|_| is_emphasised(block)) {
            Some(words) => format!("{before}{PROPERTIES_END}{head}{start}{end}{words}</w:sdtContent></w:sdt></w:p>"),
            None => format!("{head}{before}{PROPERTIES_END}{start}{end}{after}</w:sdtContent></w:sdt>"),
        }
    }

    /// Puts the runs of a figure or citation into a control; words stay as they are.
    pub(super) fn chip(&mut self, piece: &Inline, runs: String) -> String {
        let alias = if matches!(piece, Inline::Figure(_)) { "Số liệu" } else { "Văn bản" };
        match Tag::of(piece) {
            Some(tag) if !runs.is_empty() => {
                let (head, start, end) = self.control(alias, &tag, false);
                format!("{head}{start}{runs}{end}</w:sdtContent></w:sdt>")
            }
            _ => runs,
        }
    }

    /// The beginning of a control, and its bookmark's ends.
    fn control(&mut self, alias: &str, tag: &Tag, hidden: bool) -> (String, String, String) {
        let number = self.list.len() + 1;
        let (bookmark, tag) = (format!("_so_cchc_{number}"), tag.write());
        let short = if tag.len() > TAG { format!("the:{bookmark}") } else { tag.clone() };
        // A frame around each paragraph would be in a leader's way; one around a figure tells where it is from.
        let look = if hidden { "<w15:appearance w15:val=\"hidden\"/>" } else { "" };
        let head =
            format!("<w:sdt><w:sdtPr><w:alias w:val=\"{alias}\"/><w:tag w:val=\"{short}\"/><w:id w:val=\"{number}\"/>{look}</w:sdtPr><w:sdtContent>");
        let start = format!("<w:bookmarkStart w:id=\"{number}\" w:name=\"{bookmark}\"/>");
        self.list.push((bookmark, tag));
        (head, start, format!("<w:bookmarkEnd w:id=\"{number}\"/>"))
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

/// Whether some words of a paragraph are bold or italic. LibreOffice 7.4 makes them plain inside a
/// control around a paragraph; it leaves them alone in one around the paragraph's words.
fn is_emphasised(block: &Block) -> bool {
    match block {
        Block::Heading { text, .. } | Block::Para { text, .. } | Block::Item { text, .. } => {
            text.iter().any(|piece| matches!(piece, Inline::Text(run) if run.bold || run.italic))
        }
        Block::Part { .. } | Block::Table { .. } => false,
    }
}

const PROPERTIES_END: &str = "</w:pPr>";

/// The part's own id; any that no other program uses.
const ITEM: &str = "{5C6F6A3B-1D0E-4C55-9A53-0C5B2E0F7A11}";

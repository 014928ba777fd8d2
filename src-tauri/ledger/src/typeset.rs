//! From a document to pages to bytes: the paper that Decree 30/2020/NĐ-CP asks for.
//!
//! Layout is a pure function: the same document gives the same pages, and the same pages the same
//! bytes. All values of the decree stand in [`profile`].

mod appendix;
mod bit;
mod body;
mod chart;
mod fill;
mod flow;
mod font;
mod foot;
pub(crate) mod gauge;
mod glue;
mod head;
mod letter;
mod line;
mod page;
mod parts;
mod pdf;
pub mod profile;
mod setting;
mod sign;
mod slab;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod tree;
mod unit;

#[cfg(test)]
pub(crate) use font::glyph_ids;
pub use font::{Faces, Style, Unfit};
pub use page::{Anchor, Page, Room, Rule, Run};
pub use tree::{Element, Marks, Role, Tag, Tree};
pub use unit::{Mm, Pt};

use crate::paper::Document;
use crate::{Problem, Result};
use flow::{Frame, flow};
use font::{Face, Letters};
use profile::DECREE_30;
use setting::Setting;
use slab::Glue;
use std::collections::{BTreeMap, BTreeSet};
use text::Text;

/// The face that is used, as recorded with a report.
pub const FACE: &str = "Liberation Serif 2.1.5";

/// How a document is made into a file, beside what it says.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The faces it is set in.
    pub faces: &'a Faces,
    /// Whether an empty signature field stands in the room for the signature. Off as a rule: many
    /// offices' signing tools place a stamp of their own.
    pub signature_field: bool,
}

impl Default for Options<'static> {
    fn default() -> Self {
        Options { faces: Faces::bundled(), signature_field: false }
    }
}

/// The document as a PDF, in the faces that are built in.
///
/// Refuses with [`Problem::MissingGlyphs`] when the faces lack a letter of it.
pub fn pdf(document: &Document) -> Result<Vec<u8>> {
    pdf_with(document, &Options::default())
}

/// The document as a PDF; see [`pdf`].
pub fn pdf_with(document: &Document, options: &Options<'_>) -> Result<Vec<u8>> {
    pdf::bytes(document, &laid_out(document, options.faces)?, options)
}

/// The PDF together with the pages it prints, laid out once: what a preview shows is what is saved.
pub fn pdf_and_pages(document: &Document, options: &Options<'_>) -> Result<(Vec<u8>, Vec<Page>)> {
    let layout = laid_out(document, options.faces)?;
    Ok((pdf::bytes(document, &layout, options)?, layout.pages))
}

/// The document's pages, in the faces that are built in; see [`pages_in`].
pub fn pages(document: &Document) -> Result<Vec<Page>> {
    pages_in(document, Faces::bundled())
}

/// A document laid out: its pages, and what stands on them.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The pages.
    pub pages: Vec<Page>,
    /// The elements that the runs on them name.
    pub tree: Tree,
}

/// A letter as it can be named in a sentence: one that nothing shows goes by its number.
fn named(letter: char) -> String {
    let unseen = letter.is_control() || matches!(u32::from(letter), 0xE000..=0xF8FF | 0xE0000.. | 0x200B..=0x200F | 0x2028..=0x202E);
    if unseen { format!("U+{:04X}", u32::from(letter)) } else { letter.to_string() }
}

/// The document's pages; see [`laid_out`].
pub fn pages_in(document: &Document, faces: &Faces) -> Result<Vec<Page>> {
    Ok(laid_out(document, faces)?.pages)
}

/// The document's pages and their elements: its own, then those of its appendices.
///
/// A document without name, body and signature has appendices only: it begins with the first.
/// Refuses with [`Problem::MissingGlyphs`] when the faces lack a letter of it.
pub fn laid_out(document: &Document, faces: &Faces) -> Result<Layout> {
    let layout = lay(document, faces);
    let missing = lacking(&layout.pages, faces);
    if missing.is_empty() {
        return Ok(layout);
    }
    let signs: Vec<String> = missing.into_iter().map(named).collect();
    Err(Problem::MissingGlyphs(signs.join(" ")).into())
}

/// The letters of a document that its faces lack, in the order of Unicode; none: it can be printed.
pub fn missing(document: &Document, faces: &Faces) -> Vec<char> {
    lacking(&lay(document, faces).pages, faces).into_iter().collect()
}

/// The layout, whether or not the faces have all letters.
fn lay(document: &Document, faces: &Faces) -> Layout {
    let setting = &Setting::new(&DECREE_30, faces);
    let foot = if document.mark.is_some() { setting.single_line(setting.mark) * setting.mark_line } else { Pt::ZERO };
    let mut pages = Vec::new();
    let appendix_only = document.name.is_empty() && document.body.is_empty() && document.signature.is_none() && !document.appendices.is_empty();
    if !appendix_only {
        pages.extend(numbered(setting, main_part(setting, document, foot)));
    }
    let several = document.appendices.len() > 1;
    for (number, appendix) in (1..).zip(&document.appendices) {
        pages.extend(numbered(setting, appendix::pages(setting, appendix, several.then_some(number), document.draft && appendix_only, foot)));
    }
    if let Some(mark) = &document.mark {
        pages.iter_mut().for_each(|page| marked(setting, page, mark));
    }
    Layout { pages, tree: setting.tree.tree() }
}

/// Letterhead, name, body, signature and recipients.
fn main_part(setting: &Setting<'_>, document: &Document, foot: Pt) -> Vec<Page> {
    let mut frame = Frame::new(setting, false, foot);
    let address = foot::address(setting, document.address.as_deref(), &frame);
    frame.foot = address.as_ref().map_or(Pt::ZERO, |address| address.height);
    let mut slabs = vec![head::letterhead(setting, &document.letterhead, document.draft, frame.width)];
    slabs.extend(head::name(setting, document, frame.width));
    slabs.extend(head::addressees(setting, &document.addressees, frame.width));
    let mut body = body::bases(setting, &document.bases, frame.width);
    body.extend(body::body(setting, &document.body, &frame));
    if let (Some(head), Some(first)) = (slabs.last_mut(), body.first_mut()) {
        head.keep_next = 2;
        first.before = setting.body_gap;
    }
    slabs.append(&mut body);
    let block = sign::slabs(setting, document, &frame);
    if let (false, Some(last)) = (block.is_empty(), slabs.last_mut()) {
        // Two lines of the body go with the signature, whatever else must part.
        last.glue = Glue::Strong;
    }
    slabs.extend(block);
    let mut pages = flow(slabs, &frame);
    if let (Some(address), Some(first)) = (address, pages.first_mut()) {
        foot::print(setting, address, first, &frame);
    }
    pages
}

/// Page numbers: centred in the top margin, from the second page (I.5).
fn numbered(setting: &Setting<'_>, mut pages: Vec<Page>) -> Vec<Page> {
    for (index, page) in pages.iter_mut().enumerate().skip(1) {
        let text = setting.plain(&(index + 1).to_string(), Style::Regular);
        let axis = (setting.margin_left.pt() + page.width - setting.margin_right.pt()) / 2.0;
        let x = axis - text.whole_width(setting.page_number) / 2.0;
        page.runs.push(run(x, setting.page_number_baseline.pt(), setting.page_number, &text));
    }
    pages
}

/// The mark, right-aligned at the foot of the text area: the margins stay empty.
fn marked(setting: &Setting<'_>, page: &mut Page, mark: &str) {
    let text = setting.plain(mark, Style::Regular);
    let right = page.width - setting.margin_right.pt();
    let base = page.height - setting.margin_bottom.pt() - setting.mark * font::DESCENT;
    page.runs.push(run(right - text.whole_width(setting.mark), base, setting.mark, &text));
}

fn run(x: Pt, y: Pt, size: Pt, text: &Text) -> Run {
    Run { x, y, size, style: Style::Regular, stretch: Pt::ZERO, text: text.string(0, text.signs().len()), spaced: false, tag: None }
}

/// The letters on pages that their face lacks.
fn lacking(pages: &[Page], faces: &Faces) -> BTreeSet<char> {
    let mut used: BTreeMap<Style, Letters> = BTreeMap::new();
    for run in pages.iter().flat_map(|page| &page.runs) {
        used.entry(run.style).or_default().extend(run.text.chars());
    }
    let lacks = |face: &Face, letter: char| face.width(page::printed(letter)).is_none();
    used.iter().flat_map(|(style, letters)| letters.iter().filter(|letter| lacks(faces.face(*style), *letter))).collect()
}

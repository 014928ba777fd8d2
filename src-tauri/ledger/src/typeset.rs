//! From a document to pages to bytes: the paper that Decree 30/2020/NĐ-CP asks for.
//!
//! Layout is a pure function: the same document gives the same pages, and the same pages the same
//! bytes. All values of the decree stand in [`profile`].

mod appendix;
mod bit;
mod body;
mod flow;
mod font;
mod glue;
mod head;
mod line;
mod page;
mod pdf;
pub mod profile;
mod sign;
mod slab;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod unit;

pub use font::Style;
pub use page::{Anchor, Page, Rule, Run};
pub use unit::{Mm, Pt};

use crate::paper::Document;
use crate::{Problem, Result};
use flow::{Frame, flow};
use profile::{DECREE_30, Profile};
use slab::Glue;
use std::collections::BTreeSet;
use text::Text;

/// The face that is used, as recorded with a report.
pub const FACE: &str = "Liberation Serif 2.1.5";

/// The document as a PDF.
///
/// Refuses with [`Problem::MissingGlyphs`] when the faces lack a letter of it.
pub fn pdf(document: &Document) -> Result<Vec<u8>> {
    pdf::bytes(document, &pages(document)?)
}

/// The document's pages: its own, then those of its appendices.
///
/// A document without name, body and signature has appendices only: it begins with the first.
/// Refuses with [`Problem::MissingGlyphs`] when the faces lack a letter of it.
pub fn pages(document: &Document) -> Result<Vec<Page>> {
    let profile = &DECREE_30;
    let foot = if document.mark.is_some() { profile.single_line(profile.mark) * 1.3 } else { Pt::ZERO };
    let mut pages = Vec::new();
    let appendix_only = document.name.is_empty() && document.body.is_empty() && document.signature.is_none() && !document.appendices.is_empty();
    if !appendix_only {
        pages.extend(numbered(profile, main_part(profile, document, foot)));
    }
    let several = document.appendices.len() > 1;
    for (index, appendix) in document.appendices.iter().enumerate() {
        pages.extend(numbered(profile, appendix::pages(profile, appendix, several.then_some(index + 1), foot)));
    }
    if let Some(mark) = &document.mark {
        pages.iter_mut().for_each(|page| marked(profile, page, mark));
    }
    complete(&pages)?;
    Ok(pages)
}

/// Letterhead, name, body, signature and recipients.
fn main_part(profile: &Profile, document: &Document, foot: Pt) -> Vec<Page> {
    let frame = Frame::new(profile, false, foot);
    let mut slabs = vec![head::letterhead(profile, &document.letterhead, frame.width)];
    slabs.extend(head::name(profile, document, frame.width));
    slabs.extend(head::addressees(profile, &document.addressees, frame.width));
    let mut body = body::body(profile, &document.body, &frame);
    if let (Some(head), Some(first)) = (slabs.last_mut(), body.first_mut()) {
        head.keep_next = 2;
        first.before = profile.body_gap;
    }
    slabs.append(&mut body);
    let block = sign::slabs(profile, document, &frame);
    if let (false, Some(last)) = (block.is_empty(), slabs.last_mut()) {
        // Two lines of the body go with the signature, whatever else must part.
        last.glue = Glue::Strong;
    }
    slabs.extend(block);
    flow(slabs, &frame)
}

/// Page numbers: centred in the top margin, from the second page (I.5).
fn numbered(profile: &Profile, mut pages: Vec<Page>) -> Vec<Page> {
    for (index, page) in pages.iter_mut().enumerate().skip(1) {
        let text = Text::plain(&(index + 1).to_string(), Style::Regular);
        let axis = (profile.margin_left.pt() + page.width - profile.margin_right.pt()) / 2.0;
        let x = axis - text.whole_width(profile.page_number) / 2.0;
        page.runs.push(run(x, profile.page_number_baseline.pt(), profile.page_number, &text));
    }
    pages
}

/// The mark, right-aligned at the foot of the text area: the margins stay empty.
fn marked(profile: &Profile, page: &mut Page, mark: &str) {
    let text = Text::plain(mark, Style::Regular);
    let right = page.width - profile.margin_right.pt();
    let base = page.height - profile.margin_bottom.pt() - profile.mark * font::DESCENT;
    page.runs.push(run(right - text.whole_width(profile.mark), base, profile.mark, &text));
}

fn run(x: Pt, y: Pt, size: Pt, text: &Text) -> Run {
    Run { x, y, size, style: Style::Regular, stretch: Pt::ZERO, text: text.string(0, text.signs().len()) }
}

/// Refuses pages with letters that their face lacks.
fn complete(pages: &[Page]) -> Result<()> {
    let runs = pages.iter().flat_map(|page| &page.runs);
    let missing = |run: &Run| {
        let face = font::face(run.style);
        run.text.chars().filter(|&letter| face.width(page::printed(letter)).is_none()).collect::<Vec<_>>()
    };
    let missing: BTreeSet<char> = runs.flat_map(missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let signs: Vec<String> = missing.into_iter().map(String::from).collect();
    Err(Problem::MissingGlyphs(signs.join(" ")).into())
}

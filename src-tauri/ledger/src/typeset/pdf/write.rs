//! Pages and faces through printpdf. No other file knows it, so that another writer could
//! take its place.

use super::super::Layout;
use super::super::font::{Face, Faces, Letters, Style, Subset};
use super::super::page::{Page, Rule, Run, printed, stretches};
use super::super::tree::{Element, Tag, Tree};
use super::super::unit::Pt;
use super::pack::content;
use super::tags::name;
use crate::Result;
use lopdf::ObjectId;
use printpdf::{
    DictItem, FontId, FontMetrics, Line, LinePoint, Op, ParsedFont, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfResources, PdfSaveOptions,
    TextItem, TextMatrix,
};
use std::collections::BTreeMap;

/// Pages as a PDF that is not yet saved: with faces, without ink.
pub(super) struct Written {
    pub(super) file: lopdf::Document,
    /// The element of each marked piece of text, page by page; its place there is its number (MCID).
    pub(super) pieces: Vec<Vec<Tag>>,
    /// What the pages are filled with.
    pub(super) ink: Ink,
}

/// What writes what stands on pages: it knows the letters' numbers.
pub(super) struct Ink(PdfResources);

/// The pages as a PDF that is not yet saved.
pub(super) fn file(layout: &Layout, faces: &Faces) -> Result<Written> {
    let (mut pdf, mut ink) = (PdfDocument::new(""), PdfResources::default());
    let (mut shared, mut all) = (Vec::new(), vec![Op::StartTextSection]);
    for (style, letters) in used(&layout.pages) {
        let face = faces.face(style);
        let subset = face.subset(&letters)?;
        if let Some(map) = subset.map() {
            shared.push((base_name(face, &subset), map));
        }
        all.push(Op::SetFont { font: PdfFontHandle::External(id(style)), size: printpdf::Pt(1.0) });
        all.push(Op::ShowText { items: vec![TextItem::Text(letters.iter().collect())] });
        let font = font(face, subset);
        // Only the file itself carries the program.
        ink.fonts.map.insert(id(style), PdfFont::new(ParsedFont { original_bytes: Vec::new(), ..font.clone() }));
        pdf.resources.fonts.map.insert(id(style), PdfFont::new(font));
    }
    pdf.pages = layout.pages.iter().map(|page| sheet(page, Vec::new())).collect();
    // printpdf writes a face for the letters it sees: these stand there until the page is filled.
    if let Some(first) = pdf.pages.first_mut() {
        first.ops = all;
    }
    let mut file = laid_down(&pdf);
    for id in file.page_iter().collect::<Vec<_>>() {
        content(&mut file, id)?.allows_compression = false; // It comes packed.
    }
    shared.into_iter().for_each(|(name, map)| share(&mut file, &name, map));
    let pieces = layout.pages.iter().map(|page| pieces(page, &layout.tree).filter_map(|(_, element)| Some(element?.0)).collect()).collect();
    Ok(Written { file, pieces, ink: Ink(ink) })
}

impl Ink {
    /// The content of each page.
    pub(super) fn streams(&self, pages: &[Page], tree: &Tree) -> Result<Vec<Vec<u8>>> {
        let mut pdf = PdfDocument::new("");
        pdf.resources = self.0.clone();
        pdf.pages = pages.iter().map(|laid| sheet(laid, page(laid, tree))).collect();
        let mut file = laid_down(&pdf);
        let ids: Vec<ObjectId> = file.page_iter().collect();
        ids.into_iter().map(|id| Ok(std::mem::take(&mut content(&mut file, id)?.content))).collect()
    }
}

fn laid_down(pdf: &PdfDocument) -> lopdf::Document {
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, ..PdfSaveOptions::default() };
    pdf.to_lopdf_document(&options, &mut Vec::new())
}

fn sheet(page: &Page, ops: Vec<Op>) -> PdfPage {
    let (width, height) = (page.width.mm(), page.height.mm());
    PdfPage::new(printpdf::Mm(width.0), printpdf::Mm(height.0), ops)
}

/// Gives a face the table by which two letters may show one glyph and yet be copied apart.
fn share(file: &mut lopdf::Document, name: &str, map: Vec<u8>) {
    let map = file.add_object(lopdf::Stream::new(lopdf::Dictionary::new(), map));
    let fonts = file.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    for font in fonts.filter(|font| font.get(b"BaseFont").and_then(lopdf::Object::as_name).is_ok_and(|base| base == name.as_bytes())) {
        let Ok(below) = font.get_mut(b"DescendantFonts").and_then(lopdf::Object::as_array_mut) else { continue };
        below.iter_mut().filter_map(|font| font.as_dict_mut().ok()).for_each(|font| font.set("CIDToGIDMap", map));
    }
}

/// The letters that each face must have.
fn used(pages: &[Page]) -> BTreeMap<Style, Letters> {
    let mut used: BTreeMap<Style, Letters> = BTreeMap::new();
    for run in pages.iter().flat_map(|page| &page.runs) {
        used.entry(run.style).or_default().extend(run.text.chars().chain(run.spaced.then_some(' ')).map(printed));
    }
    used
}

/// Ids of our own: printpdf's come from a counter of the process.
fn id(style: Style) -> FontId {
    let name = match style {
        Style::Regular => "F100",
        Style::Bold => "F101",
        Style::Italic => "F102",
        Style::BoldItalic => "F103",
    };
    FontId(name.to_owned())
}

/// A face's subset as printpdf takes it. Widths are in thousandths, which it does not round.
fn font(face: &Face, subset: Subset) -> ParsedFont {
    let metrics = face.metrics;
    let letters = subset.glyphs.iter().map(|(letter, glyph)| (u32::from(*letter), *glyph)).collect();
    let name = base_name(face, &subset);
    let vertical = FontMetrics { ascent: metrics.ascent, descent: metrics.descent };
    let mut font = ParsedFont::with_glyph_data(subset.bytes, 0, Some(name), letters, subset.widths, 1000, vertical);
    let [x_min, y_min, x_max, y_max] = metrics.bounds;
    font.pdf_font_metrics.x_min = x_min;
    font.pdf_font_metrics.y_min = y_min;
    font.pdf_font_metrics.x_max = x_max;
    font.pdf_font_metrics.y_max = y_max;
    (font.pdf_font_metrics.caret_slope_rise, font.pdf_font_metrics.caret_slope_run) = metrics.slope;
    font.pdf_font_metrics.us_weight_class = metrics.weight;
    font
}

/// A subset's name.
fn base_name(face: &Face, subset: &Subset) -> String {
    format!("{}+{}", prefix(subset), face.name)
}

/// Six capitals that name a subset by its letters.
fn prefix(subset: &Subset) -> String {
    let mut sum =
        subset.glyphs.keys().fold(0xcbf2_9ce4_8422_2325_u64, |sum, letter| (sum ^ u64::from(u32::from(*letter))).wrapping_mul(0x100_0000_01b3));
    let mut name = String::new();
    for _ in 0..6 {
        name.push(char::from(b'A' + u8::try_from(sum % 26).unwrap_or(0)));
        sum /= 26;
    }
    name
}

/// What stands on a page.
fn page(page: &Page, tree: &Tree) -> Vec<Op> {
    let mut ops = Vec::new();
    let mut thickness = None;
    if !page.rules.is_empty() {
        ops.push(artifact("Layout"));
    }
    for rule in &page.rules {
        if thickness != Some(rule.thickness) {
            ops.push(Op::SetOutlineThickness { pt: point(rule.thickness) });
            thickness = Some(rule.thickness);
        }
        ops.push(Op::DrawLine { line: line(page, rule) });
    }
    if !page.rules.is_empty() {
        ops.push(Op::EndMarkedContent);
    }
    let mut numbers = 0..;
    ops.push(Op::StartTextSection);
    let mut set = None;
    for (piece, element) in pieces(page, tree) {
        ops.push(match element {
            Some((_, element)) => marked(name(element.role), [("MCID", DictItem::Int(numbers.next().unwrap_or(i64::MAX)))]),
            None => artifact("Pagination"),
        });
        for run in piece {
            if set != Some((run.style, run.size)) {
                ops.push(Op::SetFont { font: PdfFontHandle::External(id(run.style)), size: point(run.size) });
                set = Some((run.style, run.size));
            }
            ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(point(run.x), point(page.height - run.y)) });
            ops.push(Op::ShowText { items: items(run) });
        }
        ops.push(Op::EndMarkedContent);
    }
    ops.push(Op::EndTextSection);
    ops
}

/// The marked pieces of a page's text with the element of each; none: an artifact.
fn pieces<'a>(page: &'a Page, tree: &'a Tree) -> impl Iterator<Item = (&'a [Run], Option<(Tag, Element)>)> {
    let element = |piece: &[Run]| piece.first().and_then(|run| run.tag).and_then(|tag| Some((tag, tree.element(tag)?)));
    page.runs.chunk_by(|one, next| one.tag == next.tag).map(move |piece| (piece, element(piece)))
}

fn artifact(kind: &str) -> Op {
    marked("Artifact", [("Type", DictItem::Name(kind.as_bytes().to_vec()))])
}

fn marked<const N: usize>(tag: &str, properties: [(&str, DictItem); N]) -> Op {
    let map = properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties: DictItem::Dict { map } }
}

/// A run as strings with an offset after each space that stretches: one `TJ`.
fn items(run: &Run) -> Vec<TextItem> {
    // Offsets are thousandths of the size, subtracted. What one rounds off, the next makes good.
    let wanted = -f64::from(run.stretch.0) * 1000.0 / f64::from(run.size.0);
    let mut items = Vec::new();
    let mut words = String::new();
    let (mut asked, mut given) = (0.0, 0.0);
    for letter in run.text.chars() {
        words.push(printed(letter));
        if wanted != 0.0 && stretches(letter) {
            asked += wanted;
            let offset = hundredths(asked - given);
            given += offset;
            items.push(TextItem::Text(std::mem::take(&mut words)));
            items.push(TextItem::from(offset));
        }
    }
    if run.spaced {
        // Beyond the line's end, unseen: without it readers of tags would join two words.
        words.push(' ');
    }
    if !words.is_empty() {
        items.push(TextItem::Text(words));
    }
    items
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn line(page: &Page, rule: &Rule) -> Line {
    let end = |(x, y): (Pt, Pt)| LinePoint { p: printpdf::Point { x: point(x), y: point(page.height - y) }, bezier: false };
    Line { points: vec![end(rule.from), end(rule.to)], is_closed: false }
}

/// A length as it is written: thousandths of a point are far below what a printer draws.
fn point(length: Pt) -> printpdf::Pt {
    printpdf::Pt((length.0 * 1000.0).round() / 1000.0)
}

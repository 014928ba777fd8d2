//! Where the picture of a new signature lies over what our pages say.
//!
//! The signer's own lines may be touched: a seal covers a third of the signature by rule, and what it
//! covers there is said on the line below it again. Anywhere else a picture may hide a word or a figure.

use super::appended::{annotations, inner};
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// An upright box in points: left, bottom, right, top.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area([f64; 4]);

/// A piece of text as it stands on a page.
struct Piece {
    area: Area,
    text: String,
}

/// A seal is 36 mm wide and reaches to the left of the signature.
const SEAL: f64 = 102.0;
/// So much may a picture touch without hiding anything, in points.
const TOUCH: f64 = 1.5;
/// How far the signer's lines stand apart at most: the room for the signature, twice.
const APART: f64 = 142.0;

/// The pages, from 1 on, on which a picture that came after `ours` lies over its text.
///
/// `signing`: the lines of the signature and the signer's name.
pub(super) fn pages(ours: &Document, whole: &Document, signing: &[String]) -> Vec<u32> {
    let mut covered = Vec::new();
    for (number, page) in (1..).zip(ours.page_iter()) {
        let known: BTreeSet<ObjectId> = annotations(ours, page).unwrap_or_default().into_iter().collect();
        let pictures: Vec<Area> =
            annotations(whole, page).unwrap_or_default().into_iter().filter(|id| !known.contains(id)).filter_map(|id| picture(whole, id)).collect();
        if !pictures.is_empty() && lie_over(ours, page, &pictures, signing) {
            covered.push(number);
        }
    }
    covered
}

fn lie_over(ours: &Document, page: ObjectId, pictures: &[Area], signing: &[String]) -> bool {
    let pieces = pieces(ours, page);
    let signer = signer(&pieces, signing);
    let free = |piece: &Piece| signer.is_some_and(|signer| signer.holds(&piece.area));
    pieces.iter().filter(|piece| !free(piece)).any(|piece| pictures.iter().any(|picture| picture.meets(&piece.area)))
}

/// Where the signer's lines stand, and the seal beside them.
fn signer(pieces: &[Piece], signing: &[String]) -> Option<Area> {
    let is = |piece: &&Piece| signing.iter().any(|line| !line.trim().is_empty() && line.trim() == piece.text.trim());
    let name = pieces.iter().rfind(is)?.area;
    // The same words elsewhere on the page are not the signature.
    let lines = pieces.iter().filter(is).map(|piece| piece.area).filter(|area| area.0[1] - name.0[3] < APART && area.0[1] >= name.0[1] - 1.0);
    let Area([left, bottom, right, top]) = lines.fold(name, |all, one| all.with(one));
    Some(Area([left - SEAL, bottom, right, top]))
}

impl Area {
    fn of(rectangle: &[Object]) -> Option<Area> {
        let edges: Vec<f64> = rectangle.iter().filter_map(|edge| edge.as_float().ok().map(f64::from)).collect();
        let [x0, y0, x1, y1] = edges.as_slice() else { return None };
        Some(Area([x0.min(*x1), y0.min(*y1), x0.max(*x1), y0.max(*y1)]))
    }

    fn meets(&self, other: &Area) -> bool {
        let (Area([l, b, r, t]), Area([left, bottom, right, top])) = (self, other);
        r.min(*right) - l.max(*left) > TOUCH && t.min(*top) - b.max(*bottom) > TOUCH
    }

    /// True when another stands at the height of it, and not to its left.
    fn holds(&self, other: &Area) -> bool {
        let (Area([l, b, _, t]), Area([left, bottom, right, top])) = (self, other);
        *bottom >= b - TOUCH && *top <= t + TOUCH && *right > *l && *left >= *l - SEAL * 2.0
    }

    fn with(self, other: Area) -> Area {
        let (Area([l, b, r, t]), Area([left, bottom, right, top])) = (self, other);
        Area([l.min(left), b.min(bottom), r.max(right), t.max(top)])
    }
}

/// The box of a new annotation that shows anything.
fn picture(file: &Document, id: ObjectId) -> Option<Area> {
    const HIDDEN: i64 = 2;
    let annotation = file.get_dictionary(id).ok()?;
    let flags = annotation.get(b"F").and_then(Object::as_i64).unwrap_or_default();
    let area = Area::of(inner(file, annotation.get(b"Rect"))?.as_array().ok()?)?;
    let Area([left, bottom, right, top]) = area;
    (flags & HIDDEN == 0 && annotation.has(b"AP") && right > left && top > bottom).then_some(area)
}

/// The text of one of our own pages: our writer places each run by a matrix of its own.
fn pieces(file: &Document, page: ObjectId) -> Vec<Piece> {
    let fonts = file.get_page_fonts(page).unwrap_or_default();
    let widths: BTreeMap<&[u8], BTreeMap<i64, f64>> = fonts.iter().map(|(name, font)| (name.as_slice(), widths(file, font))).collect();
    let Ok(content) = Content::decode(&file.get_page_content(page)) else { return Vec::new() };
    let (mut pieces, mut face, mut size, mut at) = (Vec::new(), Vec::new(), 0.0, (0.0, 0.0));
    for operation in content.operations {
        let number = |nth: usize| operation.operands.get(nth).and_then(|operand| operand.as_float().ok()).map(f64::from).unwrap_or_default();
        match operation.operator.as_str() {
            "Tf" => {
                face = operation.operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default().to_vec();
                size = number(1);
            }
            "Tm" => at = (number(4), number(5)),
            "Tj" | "TJ" => {
                let shown = operation.operands.first().map(|shown| shown.as_array().cloned().unwrap_or_else(|_| vec![shown.clone()]));
                let (mut width, mut codes) = (0.0, Vec::new());
                for part in shown.unwrap_or_default() {
                    match &part {
                        Object::String(text, _) => {
                            let each = widths.get(face.as_slice());
                            let code = |pair: &[u8]| pair.iter().fold(0, |code, byte| code * 256 + i64::from(*byte));
                            width += text.chunks(2).filter_map(|pair| each?.get(&code(pair))).sum::<f64>();
                            codes.extend_from_slice(text);
                        }
                        offset => width -= offset.as_float().map(f64::from).unwrap_or_default(),
                    }
                }
                let encoding = fonts.get(&face).and_then(|font| font.get_font_encoding(file).ok());
                let text = encoding.and_then(|encoding| Document::decode_text(&encoding, &codes).ok()).unwrap_or_default();
                let area = Area([at.0, at.1 - size * 0.2, at.0 + width * size / 1000.0, at.1 + size * 0.7]);
                if !text.trim().is_empty() || width > 0.0 {
                    pieces.push(Piece { area, text });
                }
            }
            _ => {}
        }
    }
    pieces
}

/// The widths of a face's letters by their code, in thousandths.
fn widths(file: &Document, font: &Dictionary) -> BTreeMap<i64, f64> {
    let below = inner(file, font.get(b"DescendantFonts")).and_then(|below| below.as_array().ok()).and_then(|below| below.first());
    let below = below.and_then(|below| file.dereference(below).ok()).and_then(|(_, below)| below.as_dict().ok());
    let list = below.and_then(|below| inner(file, below.get(b"W"))).and_then(|list| list.as_array().ok());
    let mut widths = BTreeMap::new();
    let mut rest = list.map(Vec::as_slice).unwrap_or_default();
    let number = |object: &Object| object.as_float().map(f64::from).unwrap_or_default();
    loop {
        rest = match rest {
            [first, Object::Array(each), rest @ ..] => {
                let first = first.as_i64().unwrap_or_default();
                widths.extend((first..).zip(each.iter().map(number)));
                rest
            }
            [first, last, width, rest @ ..] => {
                let (first, last) = (first.as_i64().unwrap_or_default(), last.as_i64().unwrap_or_default());
                widths.extend((first..=last.min(first + 0xffff)).map(|code| (code, number(width))));
                rest
            }
            _ => return widths,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::{Block, Inline, Signature};
    use crate::typeset;

    #[test]
    fn a_picture_over_a_figure_is_found_and_one_over_the_signature_is_not() {
        let signature = Signature { lines: vec!["TM. ỦY BAN NHÂN DÂN".into(), "CHỦ TỊCH".into()], name: "Trần Minh Khang".into() };
        let signing: Vec<String> = signature.lines.iter().chain([&signature.name]).cloned().collect();
        let text = Inline::words("Kế hoạch có 32 nhiệm vụ, đã hoàn thành 20 nhiệm vụ trong kỳ, còn lại đang thực hiện theo đúng tiến độ đề ra.");
        let body = vec![Block::Para { id: "a".into(), text: vec![text] }];
        let paper = crate::paper::Document { body, signature: Some(signature), ..crate::paper::Document::default() };
        let (bytes, laid) = typeset::pdf_and_pages(&paper, &typeset::Options::default()).unwrap();
        let file = Document::load_mem(&bytes).unwrap();
        let id = file.page_iter().next().unwrap();
        let run = |begins: &str| laid[0].runs.iter().find(|run| run.text.starts_with(begins)).unwrap();
        let (words, name, office) = (run("Kế hoạch"), run("Trần Minh"), run("TM."));
        let up = |y: typeset::Pt| f64::from((laid[0].height - y).0);
        let at = |x: typeset::Pt, y: typeset::Pt, width: f64, height: f64| Area([x.0.into(), up(y), f64::from(x.0) + width, up(y) + height]);
        for (what, area, covers) in [
            ("one figure of the first line", at(words.x + typeset::Pt(70.0), words.y, 9.0, 9.0), true),
            ("the end of the first line", Area([520.0, up(words.y), 540.0, up(words.y) + 9.0]), true),
            ("the margin", Area([20.0, up(words.y), 70.0, up(words.y) + 9.0]), false),
            ("the room, office and name", at(office.x, name.y, 140.0, up(office.y) - up(name.y) + 9.0), false),
            ("the foot of the page", Area([85.0, 60.0, 200.0, 90.0]), false),
        ] {
            assert_eq!(lie_over(&file, id, &[area], &signing), covers, "{what}: {area:?}");
        }
    }
}

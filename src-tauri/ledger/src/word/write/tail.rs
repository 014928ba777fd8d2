//! What follows the body: signature and recipients, appendices.

use super::blocks;
use super::head::bare;
use super::marks::Marks;
use super::measure::{DECREE, text_width, twips};
use super::xml::{capitals, centred, frame, line, para, rule, run, spacer};
use crate::paper::{Appendix, Document};
use crate::typeset::gauge::ASCENT;
use crate::typeset::{Pt, Style};

/// Signature right, recipients left, never parted by a page's end.
pub(super) fn signature(document: &Document) -> String {
    if document.signature.is_none() && document.recipients.is_empty() && document.drafter.is_none() {
        return String::new();
    }
    let d = DECREE;
    let half = text_width(false) / 2.0;
    // The last paragraph of the body has some room below it already.
    let above = d.signature_gap - d.paragraph_gap;
    let spaced = |room: Pt| format!("<w:spacing w:before=\"{}\"/>", twips(room));
    let mut left = String::new();
    if let Some((last, others)) = document.recipients.split_last() {
        // Level with the first line of the authority, whose type is larger.
        let level = (d.signature - d.recipients_word) * ASCENT;
        left.push_str(&para("RecipientsHead", &spaced(above + level), &run("Nơi nhận:", false, false)));
        left.extend(others.iter().map(|name| line("Recipients", &format!("- {};", bare(name)))));
        left.push_str(&line("Recipients", &format!("- {}.", bare(last))));
    }
    left.extend(document.drafter.iter().filter(|drafter| !drafter.trim().is_empty()).map(|drafter| line("Drafter", drafter)));
    let mut right = String::new();
    if let Some(signature) = &document.signature {
        for (at, words) in signature.lines.iter().enumerate() {
            let extra = if at == 0 { spaced(above) } else { String::new() };
            right.push_str(&para("Signer", &extra, &run(words, false, false)));
        }
        right.push_str(&line("SignerName", &signature.name));
    }
    frame(&[half, half], &[vec![left, right]]) + &spacer()
}

/// An appendix: its number among several, title and reference, then its body.
pub(super) fn appendix(appendix: &Appendix, number: Option<u32>, marks: &mut Marks) -> String {
    let size = DECREE.appendix;
    let width = text_width(appendix.landscape);
    let number = number.map_or_else(|| "Phụ lục".to_owned(), |number| format!("Phụ lục {}", crate::viet::roman(number)));
    let mut out = if appendix.list { String::new() } else { line("AppendixNumber", &number) };
    if !appendix.title.is_empty() {
        out.push_str(&capitals("AppendixTitle", &appendix.title, size, width, width));
    }
    if !appendix.reference.is_empty() {
        out.push_str(&centred("AppendixReference", &appendix.reference, Style::Italic, size, width, width));
        out.push_str(&rule(DECREE.reference_rule.pt(), width, size, DECREE.rule_drop * 0.5 + DECREE.paragraph_gap));
    }
    out + &blocks::write(&appendix.blocks(), appendix.landscape, false, marks)
}

//! What follows the body: signature and recipients, appendices.

use super::blocks;
use super::measure::{RECIPIENTS, SIGNATURE_ROOM, TEXT_LANDSCAPE, TEXT_PORTRAIT, width};
use super::xml::{frame, line, para, rule, run, spacer};
use crate::paper::{Appendix, Document};

/// Signature right, recipients left, never parted by a page's end.
pub(super) fn signature(document: &Document) -> String {
    if document.signature.is_none() && document.recipients.is_empty() {
        return String::new();
    }
    let mut left = String::new();
    if let Some((last, others)) = document.recipients.split_last() {
        left.push_str(&line("RecipientsHead", "Nơi nhận:"));
        left.extend(others.iter().map(|name| line("Recipients", &format!("- {name};"))));
        left.push_str(&line("Recipients", &format!("- {last}.")));
    }
    let mut right = String::new();
    if let Some(signature) = &document.signature {
        right.extend(signature.lines.iter().map(|words| line("Signer", words)));
        let room = format!("<w:spacing w:before=\"{SIGNATURE_ROOM}\"/>");
        right.push_str(&para("SignerName", &room, &run(&signature.name, "")));
    }
    // A cell must hold a paragraph.
    let cell = |text: String| if text.is_empty() { spacer() } else { text };
    frame(&[RECIPIENTS, TEXT_PORTRAIT - RECIPIENTS], &[vec![cell(left), cell(right)]]) + &spacer()
}

/// An appendix: its number, title and reference, then its body.
pub(super) fn appendix(appendix: &Appendix, number: Option<usize>) -> String {
    let text_width = if appendix.landscape { TEXT_LANDSCAPE } else { TEXT_PORTRAIT };
    let roman = number.and_then(|number| u32::try_from(number).ok()).map(|number| format!(" {}", crate::viet::roman(number)));
    let mut out = line("AppendixNumber", &format!("Phụ lục{}", roman.unwrap_or_default()));
    out.push_str(&line("AppendixTitle", &appendix.title));
    if !appendix.reference.is_empty() {
        out.push_str(&line("DocBracket", &appendix.reference));
    }
    out.push_str(&rule(width(&appendix.reference, 14).clamp(1200, text_width) * 2 / 5, text_width, 240));
    out + &blocks::write(&appendix.body, text_width, false)
}

//! The head of the first page: letterhead, name, subject, Kính gửi, legal bases.

use super::measure::{DECREE, text_width, twips};
use super::xml::{centred, frame, line, para, rule, run};
use crate::paper::{Document, Letterhead};
use crate::typeset::gauge::{self, DRAFT, MOTTO, NATION};
use crate::typeset::{Pt, Style};

/// Everything above the body.
pub(super) fn write(document: &Document) -> String {
    let mut out = letterhead(&document.letterhead, document.draft);
    let name = name(document);
    // What follows a name keeps clear of the rule below it; without a name, of the letterhead.
    let below = if name.is_empty() { format!("<w:spacing w:after=\"{}\"/>", twips(DECREE.body_gap)) } else { String::new() };
    out.push_str(&para("Spacer", &below, ""));
    out.push_str(&name);
    out.push_str(&addressees(&document.addressees));
    let bases: Vec<&str> = document.bases.iter().map(|words| bare(words)).filter(|words| !words.is_empty()).collect();
    let basis = |(at, words): (usize, &&str)| line("LegalBasis", &format!("{words}{}", if at + 1 < bases.len() { ";" } else { "." }));
    out.extend(bases.iter().enumerate().map(basis));
    out
}

/// Agency and Quốc hiệu, number and date, side by side (ô 1–4).
fn letterhead(head: &Letterhead, draft: bool) -> String {
    let d = DECREE;
    let width = text_width(false);
    let left = gauge::agency_column(head, width);
    let right = width - left;
    let agency = |id: &'static str, style| move |name: &String| centred(id, name, style, d.nation, left, left);
    let mut agencies: String = head.governing.iter().map(agency("Governing", Style::Regular)).collect();
    agencies.extend(head.agency.iter().map(agency("Agency", Style::Bold)));
    if let Some(own) = head.agency.last() {
        let last = gauge::centred(own, Style::Bold, d.nation, left).last;
        agencies.push_str(&rule(last * d.agency_rule, left, d.nation, Pt::ZERO));
    }
    let motto = gauge::width(MOTTO, Style::Bold, d.motto);
    let nation = line("NationName", NATION) + &line("Motto", MOTTO) + &rule(motto, right, d.motto, Pt::ZERO);
    let mut rows = vec![vec![agencies, nation]];
    let number = gauge::number_line(head).map(|number| centred("DocNumber", &number, Style::Regular, d.number, left, left));
    let date = gauge::date_line(head).map(|date| centred("PlaceDate", &date, Style::Italic, d.number, right, right));
    if number.is_some() || date.is_some() {
        rows.push(vec![number.unwrap_or_default(), date.unwrap_or_default()]);
    }
    let mut below = String::new();
    if let Some(about) = head.about.as_deref().and_then(gauge::about_line) {
        below.push_str(&centred("About", &about, Style::Regular, d.about, d.about_width.pt().min(left), left));
    }
    if draft {
        below.push_str(&line("Draft", DRAFT));
    }
    if !below.is_empty() {
        rows.push(vec![below, String::new()]);
    }
    frame(&[left, right], &rows)
}

/// `DỰ THẢO` above an appendix that goes without its document: at the left.
pub(super) fn draft_alone() -> String {
    let below = twips(DECREE.draft_gap.0);
    para("Draft", &format!("<w:keepNext/><w:spacing w:before=\"0\" w:after=\"{below}\"/><w:jc w:val=\"left\"/>"), &run(DRAFT, false, false))
}

/// Name, subject, bracketed line and the rule under them (ô 5a).
fn name(document: &Document) -> String {
    let size = DECREE.name;
    let width = text_width(false);
    let room = width * DECREE.centred_width;
    let mut out = String::new();
    let mut ruled = Pt::ZERO;
    for (id, words, style, room) in [("DocName", &document.name, Style::Bold, width), ("DocSubject", &document.subject, Style::Bold, room)] {
        if !words.is_empty() {
            out.push_str(&centred(id, words, style, size, room, width));
            ruled = gauge::centred(words, style, size, room).last;
        }
    }
    if let Some(bracket) = document.bracket.as_ref().filter(|bracket| !bracket.is_empty()) {
        out.push_str(&centred("DocBracket", bracket, Style::Italic, size, room, width));
    }
    if out.is_empty() { out } else { out + &rule(ruled * DECREE.subject_rule, width, size, DECREE.body_gap) }
}

/// `Kính gửi:` (ô 9a): one addressee on its line, several below it, dashes under the colon.
fn addressees(names: &[String]) -> String {
    let size = DECREE.body;
    let width = text_width(false);
    let wide = |words: &str| gauge::width(words, Style::Regular, size);
    let last = names.len();
    let (texts, hang, dash): (Vec<String>, Pt, Pt) = match names {
        [] => return String::new(),
        [one] => (vec![bare(one).to_owned()], wide("Kính gửi: a") - wide("a"), Pt::ZERO),
        many => {
            let item = |(at, name): (usize, &String)| format!("- {}{}", bare(name), if at + 1 < last { ";" } else { "." });
            (many.iter().enumerate().map(item).collect(), wide("Kính gửi"), wide("- a") - wide("a"))
        }
    };
    let whole = texts.iter().map(|text| wide(text)).fold(Pt::ZERO, Pt::max).min(width - hang) + hang;
    let middle = (width - whole) / 2.0;
    // A block as wide as the page begins where paragraphs do.
    let indent = DECREE.indent.pt();
    let left = if middle < indent * 1.2 { indent } else { middle };
    let set = |left: Pt, hanging: Pt, below: Pt, words: &str| {
        let spacing = format!("<w:spacing w:after=\"{}\"/>", twips(below));
        let indent = format!("<w:ind w:left=\"{}\" w:hanging=\"{}\"/>", twips(left), twips(hanging));
        para("Addressees", &format!("{spacing}{indent}"), &run(words, false, false))
    };
    match texts.as_slice() {
        [one] => set(left + hang, hang, DECREE.body_gap, &format!("Kính gửi: {one}")),
        many => {
            let items =
                many.iter().enumerate().map(|(at, text)| set(left + hang + dash, dash, if at + 1 < last { Pt::ZERO } else { DECREE.body_gap }, text));
            set(left, Pt::ZERO, Pt::ZERO, "Kính gửi:") + &items.collect::<String>()
        }
    }
}

/// A text without the end mark that a list gives it anyway.
pub(super) fn bare(words: &str) -> &str {
    words.trim().trim_end_matches([';', '.', ',']).trim_end()
}

//! Every word of the document is on the pages, once, in its order.

use super::super::*;
use super::lines::Block as Lines;
use crate::paper::{Appendix, Block, Document};
use crate::viet;
use std::collections::BTreeMap;

/// Letters as they are compared: known ones, in capitals, without spaces.
fn letters(text: &str) -> String {
    gauge::letters(text).chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_uppercase).collect()
}

/// What the document says, in the order of reading.
fn said(document: &Document) -> String {
    let mut said = String::new();
    let mut say = |text: &str| said.push_str(&letters(text));
    let head = &document.letterhead;
    head.governing.iter().chain(&head.agency).for_each(|line| say(line));
    [head::NATION, head::MOTTO].iter().for_each(|line| say(line));
    gauge::number_line(head).iter().chain(&gauge::date_line(head)).for_each(|line| say(line));
    head.about.iter().filter(|about| !letters(about).is_empty()).for_each(|about| say(&format!("V/v {about}")));
    if document.draft {
        say("DỰ THẢO");
    }
    [&document.name, &document.subject].into_iter().chain(&document.bracket).for_each(|line| say(line));
    let shown = |lines: &[String]| lines.iter().filter(|line| !letters(line).is_empty()).count();
    if shown(&document.addressees) > 0 {
        say("Kính gửi:");
    }
    let several = shown(&document.addressees) > 1;
    list(&document.addressees, if several { "-" } else { "" }, several, &mut say);
    list(&document.bases, "", true, &mut say);
    document.body.iter().for_each(|block| say(&block.plain()));
    if shown(&document.recipients) > 0 {
        say("Nơi nhận:");
    }
    list(&document.recipients, "-", true, &mut say);
    document.drafter.iter().for_each(|mark| say(mark));
    if let Some(signature) = &document.signature {
        signature.lines.iter().chain([&signature.name]).for_each(|line| say(line));
    }
    document.address.iter().for_each(|address| say(address));
    for (number, appendix) in (1..).zip(&document.appendices) {
        say("Phụ lục");
        if document.appendices.len() > 1 {
            say(&viet::roman(number));
        }
        in_appendix(appendix, &mut say);
    }
    said
}

fn in_appendix(appendix: &Appendix, say: &mut impl FnMut(&str)) {
    [&appendix.title, &appendix.reference].iter().for_each(|line| say(line));
    appendix.body.iter().for_each(|block: &Block| say(&block.plain()));
}

/// A list of lines with what stands before each, and with marks after each where it has them.
fn list(lines: &[String], before: &str, ended: bool, say: &mut impl FnMut(&str)) {
    let entry = |line: &String| gauge::letters(line).trim().trim_end_matches([';', '.', ',', ' ']).to_owned();
    let lines: Vec<String> = lines.iter().map(entry).filter(|line| !line.is_empty()).collect();
    let last = lines.len().saturating_sub(1);
    for (index, line) in lines.iter().enumerate() {
        say(before);
        say(line);
        if ended {
            say(if index < last { ";" } else { "." });
        }
    }
}

/// What the pages say, element by element.
fn read(layout: &Layout) -> String {
    let mut texts: BTreeMap<Tag, String> = BTreeMap::new();
    for run in layout.pages.iter().flat_map(|page| &page.runs) {
        if let Some(tag) = run.tag {
            texts.entry(tag).or_default().push_str(&run.text);
        }
    }
    texts.values().map(|text| letters(text)).collect()
}

/// The pages say what the document says.
pub(super) fn every_word_in_order(document: &Document, layout: &Layout) {
    let (said, read) = (said(document), read(layout));
    if said != read {
        let common = said.chars().zip(read.chars()).take_while(|(a, b)| a == b).count();
        let near = |text: &str| text.chars().skip(common.saturating_sub(20)).take(60).collect::<String>();
        panic!("written: …{}…\non pages: …{}…", near(&said), near(&read));
    }
}

/// What is read later stands lower, or on a later page.
pub(super) fn each_below_the_one_before(blocks: &[Lines]) {
    let body: Vec<&Lines> = blocks.iter().filter(|block| block.first().size == profile::DECREE_30.body.0 || block.role == Role::Row).collect();
    for pair in body.windows(2) {
        let [before, after] = pair else { continue };
        let (end, begin) = (before.last(), after.first());
        assert!((end.page, end.y) < (begin.page, begin.y), "{end:?} is read before {begin:?}");
    }
}

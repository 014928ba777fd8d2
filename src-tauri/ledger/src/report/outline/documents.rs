//! The documents of a report's window, cited: which a section offers, and how a citation reads.

use super::each_inline;
use crate::deadline::Span;
use crate::office::Office;
use crate::paper::{Block, Citation, Inline, Item};
use crate::register::Document;
use crate::viet::fold;
use crate::view::{Id, Issuer, OutlineDocuments};
use std::collections::HashSet;

/// So many documents stand in one sentence; more are a list.
const SENTENCE: usize = 3;

impl OutlineDocuments {
    /// The documents of a window that a section offers, earliest first.
    fn of<'a>(&self, window: Span, office: &Office, all: &'a [Document]) -> Vec<&'a Document> {
        let own = [fold(&office.form.short), fold(&office.form.name)];
        let mut found: Vec<&Document> = all
            .iter()
            .filter(|document| document.day.is_some_and(|day| window.first <= day && day <= window.last))
            .filter(|document| match self.by {
                Issuer::Own => own.contains(&fold(&document.issuer)),
                Issuer::Above => !document.issuer.is_empty() && !own.contains(&fold(&document.issuer)),
                Issuer::All => true,
            })
            .filter(|document| {
                let told = format!("{} {}", fold(&document.subject), fold(&document.field));
                self.words.is_empty() || self.words.iter().any(|word| told.contains(&fold(word)))
            })
            .collect();
        found.sort_by_key(|document| (document.day, document.id));
        found
    }

    /// The documents as one ready sentence, or as a list; nothing where there is none.
    pub(in crate::report) fn offer(&self, window: Span, office: &Office, all: &[Document], key: &str) -> Vec<Block> {
        let found = self.of(window, office, all);
        let begins = match self.by {
            Issuer::Own => format!("Trong kỳ, {} đã ban hành ", office.form.short),
            Issuer::Above => format!("Trong kỳ, {} triển khai thực hiện ", office.form.short),
            Issuer::All => "Các văn bản trong kỳ: ".to_owned(),
        };
        let cited = |document: &Document| Inline::Citation(Citation { document: document.id, full: true, shown: None });
        let last = found.len().saturating_sub(1);
        let end = |at: usize| Inline::words(if at == last { "." } else { ";" });
        match found.len() {
            0 => Vec::new(),
            1..=SENTENCE => {
                let mut text = vec![Inline::words(begins)];
                for (at, document) in found.iter().enumerate() {
                    text.push(cited(document));
                    text.push(if at == last { end(at) } else { Inline::words("; ") });
                }
                vec![Block::Para { id: format!("offer-{key}-documents"), text }]
            }
            count => {
                let lead = format!("{}{count:02} văn bản:", begins.trim_end_matches(": ").trim_end().to_owned() + " ");
                let items = found.iter().enumerate().map(|(at, document)| Block::Item {
                    id: format!("offer-{key}-document-{at}"),
                    item: Item::Dash,
                    text: vec![cited(document), end(at)],
                });
                std::iter::once(Block::Para { id: format!("offer-{key}-documents"), text: vec![Inline::words(lead)] }).chain(items).collect()
            }
        }
    }
}

/// Gives citations their words in the order of the text: in full where a document is named for the first
/// time, short where it was named before.
#[derive(Debug, Clone)]
pub(in crate::report) struct Citing<'a> {
    all: &'a [Document],
    named: HashSet<Id>,
}

impl<'a> Citing<'a> {
    /// Nothing was named yet; `all`: the register.
    pub(in crate::report) fn of(all: &'a [Document]) -> Citing<'a> {
        Citing { all, named: HashSet::new() }
    }

    /// Goes on through the text. A citation that is kept short is always short; one whose document is
    /// gone stays without words.
    pub(in crate::report) fn cite(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            each_inline(block, &mut |piece| {
                if let Inline::Citation(citation) = piece {
                    let document = self.all.iter().find(|document| document.id == citation.document);
                    // One that is kept short names nothing: the next one still tells it in full (decree II.5).
                    let is_first = citation.full && self.named.insert(citation.document);
                    citation.shown = document.map(|document| if is_first { document.full() } else { document.short() });
                }
            });
        }
    }
}

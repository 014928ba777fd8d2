//! Tags of content controls: what a piece of a Word file was in the ledger.
//!
//! `khoi:<block>` · `so:<figure>;<format>[;<first>..<last>]` · `vb:<document>;<form>` · `pl:<appendix>`. Only letters,
//! digits and a few signs stand in a tag as they are; all others are written `%C3%A1`.

use crate::paper::{AnnexRef, BlockId, Citation, FigureChip, FigureFormat, Inline};
use chrono::NaiveDate;

/// What a content control holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tag {
    /// A block of text.
    Block(BlockId),
    /// A number from the ledger.
    Figure {
        /// The indicator's id in its set.
        id: String,
        /// The window it speaks of; `None`: the report's own.
        window: Option<(NaiveDate, NaiveDate)>,
        /// How it is printed.
        format: FigureFormat,
    },
    /// A document of the register.
    Citation {
        /// The document's thing-id.
        document: i64,
        /// In full, or short.
        full: bool,
    },
    /// An appendix of the report, by its key.
    Annex(String),
}

impl Tag {
    /// The tag of what the ledger fills in; words have none.
    pub fn of(piece: &Inline) -> Option<Tag> {
        match piece {
            Inline::Figure(chip) => Some(Tag::Figure { id: chip.id.clone(), window: chip.window, format: chip.format }),
            Inline::Citation(cited) => Some(Tag::Citation { document: cited.document, full: cited.full }),
            Inline::Annex(annex) => Some(Tag::Annex(annex.annex.clone())),
            Inline::Text(_) | Inline::Break => None,
        }
    }

    /// The figure or citation again, showing these words; `None` for a block. A value that an officer
    /// put in a figure's place is not in the file: the ledger has it.
    pub fn piece(&self, shown: &str) -> Option<Inline> {
        let shown = Some(shown.to_owned());
        match self {
            Tag::Block(_) => None,
            Tag::Figure { id, window, format } => {
                Some(Inline::Figure(FigureChip { id: id.clone(), window: *window, format: *format, instead: None, shown }))
            }
            Tag::Citation { document, full } => Some(Inline::Citation(Citation { document: *document, full: *full, shown })),
            Tag::Annex(annex) => Some(Inline::Annex(AnnexRef { annex: annex.clone(), shown })),
        }
    }

    /// The tag as it is written.
    pub(super) fn write(&self) -> String {
        match self {
            Tag::Block(id) => format!("khoi:{}", plain(id)),
            Tag::Figure { id, window, format } => {
                let window = window.map(|(first, last)| format!(";{first}..{last}")).unwrap_or_default();
                format!("so:{};{}{window}", plain(id), form(*format))
            }
            Tag::Annex(annex) => format!("pl:{}", plain(annex)),
            Tag::Citation { document, full } => format!("vb:{document};{}", if *full { "day-du" } else { "ngan" }),
        }
    }

    /// Reads a tag; `None` for one that is not ours.
    pub(super) fn read(text: &str) -> Option<Tag> {
        let (kind, rest) = text.split_once(':')?;
        let mut parts = rest.split(';');
        let first = parts.next()?;
        let tag = match kind {
            "khoi" => Tag::Block(unplain(first)?),
            "pl" => Tag::Annex(unplain(first)?),
            "so" => {
                let format = *FORMATS.iter().find(|(_, name)| parts.clone().next() == Some(name)).map(|(format, _)| format)?;
                parts.next();
                let window = match parts.next() {
                    Some(window) => {
                        let (first, last) = window.split_once("..")?;
                        Some((first.parse().ok()?, last.parse().ok()?))
                    }
                    None => None,
                };
                Tag::Figure { id: unplain(first)?, window, format }
            }
            "vb" => {
                let full = match parts.next()? {
                    "day-du" => true,
                    "ngan" => false,
                    _ => return None,
                };
                Tag::Citation { document: first.parse().ok()?, full }
            }
            _ => return None,
        };
        parts.next().is_none().then_some(tag)
    }
}

const FORMATS: [(FigureFormat, &str); 8] = [
    (FigureFormat::Plain, "bang"),
    (FigureFormat::Sentence, "cau"),
    (FigureFormat::Percent, "ty-le"),
    (FigureFormat::Percent1, "ty-le-1"),
    (FigureFormat::Percent0, "ty-le-0"),
    (FigureFormat::Million, "trieu"),
    (FigureFormat::Billion, "ty"),
    (FigureFormat::Day, "ngay"),
];

fn form(format: FigureFormat) -> &'static str {
    FORMATS.iter().find(|(one, _)| *one == format).map_or("bang", |(_, name)| name)
}

fn plain(id: &str) -> String {
    let sign = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'-' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    id.bytes().map(sign).collect()
}

fn unplain(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tags_are_short_and_plain() {
        let day = |text: &str| text.parse().unwrap();
        let window = Some((day("2026-06-15"), day("2026-09-14")));
        for (tag, written) in [
            (Tag::Block("0197f0aa-6c1e-7000-8000-1234567890ab".into()), "khoi:0197f0aa-6c1e-7000-8000-1234567890ab"),
            (Tag::Block("mục 1".into()), "khoi:m%E1%BB%A5c%201"),
            (Tag::Figure { id: "plan.total".into(), window: None, format: FigureFormat::Sentence }, "so:plan.total;cau"),
            (Tag::Figure { id: "plan.share".into(), window, format: FigureFormat::Percent }, "so:plan.share;ty-le;2026-06-15..2026-09-14"),
            (Tag::Citation { document: -7, full: true }, "vb:-7;day-du"),
            (Tag::Annex("so-lieu".into()), "pl:so-lieu"),
        ] {
            assert_eq!(tag.write(), written);
            assert_eq!(Tag::read(written), Some(tag));
        }
    }

    #[test]
    fn what_is_not_ours_is_nothing() {
        for text in [
            "",
            "khoi",
            "abc:1",
            "so:a",
            "so:a;b",
            "so:a;cau;",
            "so:a;cau;2026-01-01",
            "so:a;cau;2026-01-01..2026-01-02;x",
            "vb:a;ngan",
            "vb:1",
            "khoi:%f",
            "khoi:%ff",
            "khoi:%é",
        ] {
            assert_eq!(Tag::read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_id_comes_back(id in any::<String>(), format in 0_usize..4, window in any::<bool>()) {
            let day = |day| NaiveDate::from_ymd_opt(2026, 1, day).unwrap();
            let figure = Tag::Figure { id: id.clone(), window: window.then(|| (day(1), day(31))), format: FORMATS[format].0 };
            for tag in [Tag::Block(id), figure] {
                prop_assert!(tag.write().is_ascii());
                prop_assert_eq!(Tag::read(&tag.write()), Some(tag.clone()));
            }
        }
    }
}

//! The main part: events of XML, gathered into paragraphs and tables.
//!
//! A stack of open frames instead of recursion: no file can be nested deeper than we can follow.

use super::marks::{List, Marks, name as name_block};
use super::numbering::Numbering;
use super::property::{attribute, property};
use super::remarks::Remarks;
use super::run::Run;
use super::styles::Looks;
use super::{Cell, Chip, Look, Para, Part, Row, Table};
use crate::{Problem, Result};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Tables in tables are followed this deep; deeper ones give their paragraphs to the cell around.
const DEPTH: usize = 12;

/// Paragraphs, rows and cells together; a document of a hundred pages has some ten thousand.
const PIECES: usize = 400_000;

/// Word's own limit of columns.
pub(super) const COLUMNS: u16 = 63;

/// Reads the XML of a main part.
pub(super) fn read(xml: &str, numbering: Numbering, looks: Looks, list: List) -> Result<Vec<Part>> {
    let mut reader = Reader::from_str(xml);
    let mut body = Body { numbering, looks, marks: Marks::new(list), stack: vec![Frame::Body(Vec::new())], ..Body::default() };
    loop {
        match reader.read_event().map_err(|_| Problem::NotDocx)? {
            Event::Start(tag) => body.open(&tag)?,
            Event::Empty(tag) => {
                body.open(&tag)?;
                body.close();
            }
            Event::End(_) => body.close(),
            Event::Text(text) => body.write(&text.xml10_content()),
            Event::CData(text) => body.write(&text.xml10_content()),
            Event::GeneralRef(entity) => body.write_entity(&entity),
            Event::Eof => break,
            _ => {}
        }
    }
    // A file cut in the middle of its elements is not a Word file any more.
    if !body.names.is_empty() || !body.is_document {
        return Err(Problem::NotDocx.into());
    }
    match body.stack.pop() {
        Some(Frame::Body(parts)) => Ok(parts),
        _ => Err(Problem::NotDocx.into()),
    }
}

/// Something that is open and gathers what is inside it.
pub(super) enum Frame {
    Body(Vec<Part>),
    Para(Paragraph),
    Table(Table),
    Row { row: Row, deleted: bool },
    Cell { cell: Cell, joins_left: bool },
}

#[derive(Default)]
pub(super) struct Paragraph {
    pub(super) para: Para,
    /// Its end was deleted: the next paragraph goes on with it.
    end_deleted: bool,
    pub(super) list: Option<u32>,
    pub(super) level: usize,
}

#[derive(Default)]
struct Body {
    numbering: Numbering,
    /// The styles of words that are bold or italic.
    looks: Looks,
    stack: Vec<Frame>,
    /// Local names of the open elements, and whether a frame was opened for each.
    names: Vec<(String, bool)>,
    /// Open elements since one whose content is not read.
    skipped: usize,
    tables: usize,
    pieces: usize,
    is_document: bool,
    /// A paragraph whose end was deleted, waiting for the next one.
    carried: Para,
    /// The controls and bookmarks that are open.
    marks: Marks,
    /// The words comments are set on.
    remarks: Remarks,
    /// How the words of the run that is open are set.
    run: Run,
}

impl Body {
    fn open(&mut self, tag: &BytesStart) -> Result<()> {
        let name = tag.local_name();
        let name = name.as_ref();
        if self.skipped > 0 {
            self.skipped += 1;
            return Ok(());
        }
        if self.names.is_empty() {
            self.is_document |= matches!(name, "document" | "footnotes" | "endnotes");
        }
        let parent = self.names.last().map_or("", |(name, _)| name.as_str());
        let frame = match name {
            "p" => Some(Frame::Para(Paragraph { para: Para { block: self.marks.block(), ..Para::default() }, ..Paragraph::default() })),
            "tbl" if self.tables < DEPTH => {
                self.tables += 1;
                Some(Frame::Table(Table { block: self.marks.block(), ..Table::default() }))
            }
            "tr" if matches!(self.stack.last(), Some(Frame::Table(_))) => Some(Frame::Row { row: Row::default(), deleted: false }),
            "tc" if matches!(self.stack.last(), Some(Frame::Row { .. })) => {
                Some(Frame::Cell { cell: Cell { span: 1, continued: false, parts: Vec::new() }, joins_left: false })
            }
            // Tracked changes: a deleted row, the deleted end of a paragraph, deleted words.
            "del" | "moveFrom" if parent == "trPr" => {
                if let Some(Frame::Row { deleted, .. }) = self.stack.last_mut() {
                    *deleted = true;
                }
                None
            }
            "del" | "moveFrom" if parent == "rPr" => {
                let of_paragraph = self.names.iter().rev().nth(1).is_some_and(|(name, _)| name == "pPr");
                if let (true, Some(Frame::Para(paragraph))) = (of_paragraph, self.stack.last_mut()) {
                    paragraph.end_deleted = true;
                }
                None
            }
            // `Fallback` repeats what `Choice` says; `…Change` holds what was before a tracked change.
            "del" | "moveFrom" | "Fallback" | "pPrChange" | "rPrChange" | "trPrChange" | "tcPrChange" | "tblPrChange" | "sectPrChange" => {
                self.skipped = 1;
                return Ok(());
            }
            "sdt" | "sdtContent" | "bookmarkStart" | "bookmarkEnd" => {
                self.mark(name, tag);
                None
            }
            "r" => {
                self.run = Run::default();
                None
            }
            "commentReference" => {
                if let (Some(para), Some(id)) = (open_para(&mut self.stack), attribute(tag, "id")) {
                    para.comments.push(self.remarks.take(id));
                }
                None
            }
            "commentRangeStart" => {
                attribute(tag, "id").into_iter().for_each(|id| self.remarks.begin(id));
                None
            }
            "commentRangeEnd" => {
                attribute(tag, "id").into_iter().for_each(|id| self.remarks.end(&id));
                None
            }
            _ if parent == "rPr" && self.is_in_run() && self.run.property(name, tag, &self.looks) => None,
            _ if parent == "sdtPr" => {
                self.marks.property(name, attribute(tag, "val"));
                None
            }
            _ => {
                let from = open_para(&mut self.stack).map_or(0, |para| para.text.len());
                property(self.stack.last_mut(), parent, name, tag);
                self.strike(from);
                None
            }
        };
        self.names.push((name.to_owned(), frame.is_some()));
        if let Some(frame) = frame {
            self.pieces += 1;
            if self.pieces > PIECES {
                return Err(Problem::FileBomb.into());
            }
            self.stack.push(frame);
        }
        Ok(())
    }

    /// Whether the properties that are open are those of a run, not of a paragraph's mark.
    fn is_in_run(&self) -> bool {
        self.names.iter().rev().nth(1).is_some_and(|(name, _)| name == "r")
    }

    fn close(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        let (name, is_frame) = self.names.pop().unwrap_or_default();
        if name == "sdt" {
            self.marks.close(open_para(&mut self.stack));
        }
        if !is_frame {
            return;
        }
        if name == "tbl" {
            self.tables = self.tables.saturating_sub(1);
        }
        match self.stack.pop() {
            Some(Frame::Para(paragraph)) => self.close_paragraph(paragraph),
            Some(Frame::Table(table)) => self.keep(Part::Table(table)),
            Some(Frame::Row { row, deleted: false }) => {
                if let Some(Frame::Table(table)) = self.stack.last_mut() {
                    table.rows.push(row);
                }
            }
            Some(Frame::Cell { cell, joins_left }) => {
                let Some(Frame::Row { row, .. }) = self.stack.last_mut() else { return };
                match row.cells.last_mut().filter(|_| joins_left) {
                    Some(left) => left.span = left.span.saturating_add(cell.span).min(COLUMNS),
                    None => row.cells.push(cell),
                }
            }
            Some(body @ Frame::Body(_)) => self.stack.push(body),
            Some(Frame::Row { deleted: true, .. }) => {
                if let Some(Frame::Table(table)) = self.stack.last_mut() {
                    table.deleted += 1;
                }
            }
            None => {}
        }
    }

    fn close_paragraph(&mut self, paragraph: Paragraph) {
        let Paragraph { mut para, end_deleted, list, level } = paragraph;
        self.remarks.write(" ");
        let before = std::mem::take(&mut self.carried);
        let shift = before.text.len();
        para.text.insert_str(0, &before.text);
        let shifted = para.chips.into_iter().map(|chip| Chip { from: chip.from + shift, to: chip.to + shift, ..chip });
        para.chips = before.chips.into_iter().chain(shifted).collect();
        let shifted = para.looks.into_iter().map(|look| Look { from: look.from + shift, to: look.to + shift, ..look });
        para.looks = before.looks.into_iter().chain(shifted).collect();
        para.old_font |= before.old_font;
        para.struck = before.struck.into_iter().chain(para.struck.into_iter().map(|struck| struck.start + shift..struck.end + shift)).collect();
        para.comments.splice(0..0, before.comments);
        // Of a paragraph that was deleted whole nothing goes on.
        if !before.block.is_empty() && (shift > 0 || para.block.is_empty()) {
            para.block = before.block;
        }
        if end_deleted {
            self.carried = para;
            return;
        }
        para.chips.sort_by_key(|chip| chip.from);
        let numbered = list.map(|list| (list, level)).or_else(|| self.numbering.of_style(&para.style));
        // Word does not count what a tracked change deleted.
        let is_deleted = self.stack.iter().any(|frame| matches!(frame, Frame::Row { deleted: true, .. }));
        if let Some((list, level)) = numbered.filter(|_| !is_deleted) {
            para.label = self.numbering.next(list, level);
        }
        self.keep(Part::Para(para));
    }

    /// A content control or a bookmark begins, a bookmark ends.
    fn mark(&mut self, name: &str, tag: &BytesStart) {
        let number = || attribute(tag, "id").unwrap_or_default();
        match name {
            "sdt" => self.marks.open(),
            "sdtContent" => self.marks.content(open_para(&mut self.stack)),
            "bookmarkEnd" => self.marks.bookmark_end(&number(), open_para(&mut self.stack)),
            _ => {
                let at = open_para(&mut self.stack).map_or(0, |para| para.text.len());
                let Some(id) = self.marks.bookmark(number(), &attribute(tag, "name").unwrap_or_default(), at) else { return };
                let table = self.stack.iter_mut().rev().find_map(|frame| if let Frame::Table(table) = frame { Some(table) } else { None });
                match table {
                    Some(table) => name_block(&mut table.block, &id),
                    None => open_para(&mut self.stack).into_iter().for_each(|para| name_block(&mut para.block, &id)),
                }
            }
        }
    }

    /// Gives a part to the cell or body around it; a text box gives its words to what its
    /// paragraph stands in.
    fn keep(&mut self, part: Part) {
        for frame in self.stack.iter_mut().rev() {
            match frame {
                Frame::Body(parts) | Frame::Cell { cell: Cell { parts, .. }, .. } => return parts.push(part),
                _ => {}
            }
        }
    }

    fn write(&mut self, text: &str) {
        let in_text = self.skipped == 0 && !self.marks.asks() && self.names.last().is_some_and(|(name, _)| name == "t");
        if let (true, Some(Frame::Para(paragraph))) = (in_text && !self.run.hidden, self.stack.last_mut()) {
            let para = &mut paragraph.para;
            let from = para.text.len();
            let words = self.run.words(text);
            para.text.push_str(&words);
            self.remarks.write(&words);
            para.old_font |= self.run.is_garbled(text);
            let (bold, italic) = self.run.look();
            if bold || italic {
                para.looks.push(Look { from, to: para.text.len(), bold, italic });
            }
            self.strike(from);
        }
    }

    /// Notes what was written from a place on as struck, if the run that is open is.
    fn strike(&mut self, from: usize) {
        let is_struck = self.run.is_struck();
        let Some(para) = open_para(&mut self.stack).filter(|para| is_struck && para.text.len() > from) else { return };
        match para.struck.last_mut().filter(|last| last.end == from) {
            Some(last) => last.end = para.text.len(),
            None => para.struck.push(from..para.text.len()),
        }
    }

    /// `&amp;`, `&#7843;`: events of their own. Entities a file defines itself are not followed.
    fn write_entity(&mut self, entity: &quick_xml::events::BytesRef) {
        if let Ok(Some(sign)) = entity.resolve_char_ref() {
            self.write(sign.encode_utf8(&mut [0; 4]));
        } else if let Some(text) = quick_xml::escape::resolve_predefined_entity(entity) {
            self.write(text);
        }
    }
}

/// The paragraph that is being read.
fn open_para(stack: &mut [Frame]) -> Option<&mut Para> {
    if let Some(Frame::Para(paragraph)) = stack.last_mut() { Some(&mut paragraph.para) } else { None }
}

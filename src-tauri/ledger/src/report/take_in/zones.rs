//! A paper cut into head, body, end and appendices, and put together as a document.

use super::head::Head;
use super::name::Named;
use super::notes::Notes;
use super::tail::Tail;
use super::text::Line;
use super::{Facts, Paper, Piece, TakenIn, appendix, body, close, join, mark, mend, name, tail};
use crate::{Problem, Result};

/// A paper cut into its parts.
pub(super) struct Zones<'a> {
    paper: Option<Paper>,
    head: Head,
    named: Named,
    body: &'a [Piece],
    tail: Tail,
    after: &'a [Piece],
    setting: join::Setting,
}

/// The name of a paper stands in its first lines.
const HEAD: usize = 60;

impl<'a> Zones<'a> {
    pub(super) fn of(pieces: &'a [Piece]) -> Result<Zones<'a>> {
        let line = |at: usize| match pieces.get(at) {
            Some(Piece::Line(line)) => Some(line),
            _ => None,
        };
        let named_at = (0..pieces.len().min(HEAD)).find_map(|at| Some((at, name::name_of(&line(at)?.text)?)));
        let lines: Vec<Line> = (0..pieces.len()).filter_map(line).cloned().collect();
        let setting = join::Setting::of(&lines);
        let (paper, head, title, start) = match named_at {
            Some((at, (word, rest))) => {
                let above: Vec<Line> = (0..at).filter_map(line).cloned().collect();
                let named = Named::read(rest, pieces.get(at + 1..).unwrap_or(&[]));
                let start = at + 1 + named.read;
                let paper = if word == "BÁO CÁO" { Paper::Report } else { Paper::Plan };
                (Some(paper), Head::read(&above), named, start)
            }
            None => {
                // A paper cut at its beginning: headings of a report that follow one another, an office.
                let is_section = |line: &&Line| mark::marked(&line.text).is_some_and(|found| matches!(found.mark, mark::Mark::Roman(_)));
                let sections = lines.iter().filter(is_section).count();
                let speaks = |line: &Line| ["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"].iter().any(|word| line.text.contains(word));
                if sections < 2 || !lines.iter().any(speaks) {
                    return Err(Problem::NoReport.into());
                }
                (None, Head::default(), Named::default(), 0)
            }
        };
        let ends =
            |at: &usize| line(*at).is_some_and(|line| tail::begins(line) || appendix::is_appendix(&line.text) || appendix::is_other_document(line));
        let end = (start..pieces.len()).find(ends).unwrap_or(pieces.len());
        let body = pieces.get(start..end).unwrap_or(&[]);
        let last: Vec<Line> = (end..pieces.len()).map_while(line).cloned().collect();
        let (tail, read) = if last.first().is_some_and(tail::begins) { Tail::read(&last) } else { (Tail::default(), 0) };
        // The number of the last page may stand below the signature.
        let numbered = |at: &usize| line(*at).is_none_or(|line| page_number(&line.text).is_none());
        let rest = (end + read..pieces.len()).find(numbered).unwrap_or(pieces.len());
        let after = pieces.get(rest..).unwrap_or(&[]);
        let other = |piece: &&Piece| matches!(piece, Piece::Line(line) if appendix::is_other_document(line));
        let named = |piece: &&Piece| matches!(piece, Piece::Line(line) if name::OTHERS.contains(&line.text.as_str()) || name::NAMES.contains(&line.text.as_str()));
        let is_appendix = |piece: &&Piece| matches!(piece, Piece::Line(line) if appendix::is_appendix(&line.text));
        let above = pieces.get(..named_at.map_or(0, |(at, _)| at)).unwrap_or(&[]);
        // An appendix may bear the name of a plan; another Quốc hiệu is always another document.
        let again = after.iter().take_while(|piece| !is_appendix(piece)).any(|piece| named(&piece)) || after.iter().any(|piece| other(&piece));
        if again || above.iter().any(|piece| named(&piece)) || above.iter().filter(other).count() > 1 {
            return Err(Problem::ManyReports.into());
        }
        if body.is_empty() && after.is_empty() {
            return Err(Problem::NoReport.into());
        }
        Ok(Zones { paper, head, named: title, body, tail, after, setting })
    }

    pub(super) fn taken_in(self, office: Option<&Facts>) -> Result<TakenIn> {
        let mut notes = Notes::default();
        let body = without_page_numbers(self.body, &mut notes);
        let page_notes = std::mem::take(&mut notes);
        let wholes = body::wholes(&body, self.setting);
        let appendices = appendix::read(self.after, self.setting, &mut notes);
        let appendix_notes = std::mem::take(&mut notes);
        let texts: Vec<&str> = wholes
            .iter()
            .filter_map(|whole| match whole {
                body::Whole::Para(text) => Some(text.as_str()),
                body::Whole::Table(_) => None,
            })
            .collect();
        let mended = mend::Source { paper: self.paper, head: &self.head, named: &self.named, tail: &self.tail, texts: &texts, office };
        let mut document = mended.document(&mut notes);
        notes.0.extend(page_notes.0);
        document.body = body::blocks(&wholes, "doan");
        close::end_of_body(&mut document.body, &mut notes);
        mended.end(&mut document, &mut notes);
        document.appendices = appendices;
        notes.0.extend(appendix_notes.0);
        let (paper, kind, period) = mended.period(&document);
        let found = mended.found(&document);
        Ok(TakenIn { document, warnings: notes.0, paper, kind, period, found })
    }
}

/// Letters of a page, fewest and most: a number alone is a page's only where a page may end.
const PAGE: (usize, usize) = (1200, 4200);

/// The pieces without the numbers of pages.
fn without_page_numbers(pieces: &[Piece], notes: &mut Notes) -> Vec<Piece> {
    let mut kept = Vec::new();
    let mut dropped: Vec<String> = Vec::new();
    let mut letters = 900;
    let mut last = 1;
    for piece in pieces {
        if let Piece::Line(line) = piece {
            let number = page_number(&line.text).filter(|_| !line.whole);
            let counts = |page: usize| page > last && (page - 1) * PAGE.0 <= letters && letters <= page * PAGE.1;
            if let Some(page) = number.filter(|page| counts(*page)) {
                last = page;
                dropped.push(line.text.clone());
                continue;
            }
            letters += line.text.chars().count();
        }
        kept.push(piece.clone());
    }
    if !dropped.is_empty() {
        notes.mended("Số trang", &dropped.join(", "), "", "Số trang của bản cũ đứng riêng một dòng, không thuộc nội dung; bản in tự đánh số trang.");
    }
    kept
}

/// `7`, `- 7 -`, `Trang 7`.
fn page_number(text: &str) -> Option<usize> {
    let bare = text.strip_prefix("Trang ").unwrap_or(text).trim_matches(['-', '–', ' ']);
    (!bare.is_empty() && bare.len() <= 3 && bare.bytes().all(|sign| sign.is_ascii_digit())).then(|| bare.parse().ok())?
}

//! A paper cut into head, body, end and appendices, and put together as a document.

use super::head::{Head, PlaceAndDate};
use super::name::Named;
use super::notes::Notes;
use super::tail::Tail;
use super::text::{Line, key};
use super::{Facts, Paper, Piece, TakenIn, appendix, bases, body, close, ends, join, mark, mend, name, old_font, pages};
use crate::paper::check;
use crate::{Problem, Result};

/// What a file is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A report or a plan, to be kept.
    Paper,
    /// Its headings alone: whoever wrote them, under whatever name.
    Headings,
}

/// A paper cut into its parts.
pub(super) struct Zones {
    paper: Option<Paper>,
    head: Head,
    named: Named,
    body: Vec<Piece>,
    tail: Tail,
    after: Vec<Piece>,
    setting: join::Setting,
    /// What was left out of the whole paper.
    left_out: Notes,
}

/// The name of a paper stands in its first lines.
const HEAD: usize = 60;

impl Zones {
    /// Cuts a paper; `left_out` is what its file did not give.
    pub(super) fn of(pieces: &[Piece], mut left_out: Notes, wanted: Wanted) -> Result<Zones> {
        if pieces.iter().any(|piece| matches!(piece, Piece::Line(line) if old_font::is_old(&line.text))) {
            return Err(Problem::OldFont.into());
        }
        let pieces = pages::without(pieces, &mut left_out);
        let line = |at: usize| match pieces.get(at) {
            Some(Piece::Line(line)) => Some(line),
            _ => None,
        };
        let first = 0..pieces.len().min(HEAD);
        let nation = first.clone().find(|at| line(*at).is_some_and(appendix::is_other_document));
        let named_at = first.clone().find_map(|at| Some((at, name::name_of(&line(at)?.text)?)));
        // Below Quốc hiệu the name may be in small letters, or spaced.
        let plain = || first.skip(nation?).find_map(|at| Some((at, (name::spaced(&line(at)?.text)?, ""))));
        let named_at = named_at.or_else(plain);
        let lines: Vec<Line> = (0..pieces.len()).filter_map(line).cloned().collect();
        let setting = join::Setting::of(&lines);
        let (paper, mut head, title, start) = match named_at {
            Some((at, (word, rest))) => {
                let above: Vec<Line> = (0..at).filter_map(line).cloned().collect();
                let named = Named::read(rest, pieces.get(at + 1..).unwrap_or(&[]));
                let start = at + 1 + named.read;
                let paper = if word == "BÁO CÁO" { Paper::Report } else { Paper::Plan };
                (Some(paper), Head::read(&above), named, start)
            }
            None if wanted == Wanted::Headings => {
                let first = (0..pieces.len()).find(|at| line(*at).is_some_and(heads)).ok_or(Problem::NoHeadings)?;
                // Above them may stand `ĐỀ CƯƠNG BÁO CÁO` and what it is about.
                let called = (0..first).find(|at| line(*at).is_some_and(|line| key(&line.text).starts_with("de cuong")));
                let named = called.map_or_else(Named::default, |at| Named::read("", pieces.get(at + 1..first).unwrap_or(&[])));
                (None, Head::default(), named, first)
            }
            None => {
                // A paper cut at its beginning: headings of a report that follow one another, an office.
                let is_section = |line: &&Line| mark::marked(&line.text).is_some_and(|found| matches!(found.mark, mark::Mark::Roman(_)));
                let sections = lines.iter().filter(is_section).count();
                let speaks = |line: &Line| ["UBND", "Ủy ban nhân dân", "Uỷ ban nhân dân"].iter().any(|word| line.text.contains(word));
                if nation.is_some() || sections < 2 || !lines.iter().any(speaks) {
                    return Err(Problem::NoReport.into());
                }
                (None, Head::default(), Named::default(), 0)
            }
        };
        let end = ends::find(&pieces, start);
        let limit = end.as_ref().map_or(pieces.len(), |end| end.at);
        // Before the signature only an appendix that shows its title or its table is one.
        let begins = |at: &usize| appendix::begins(&pieces, *at) && (end.is_none() || appendix::is_titled(&pieces, *at));
        let stop = (start..limit).find(begins).unwrap_or(limit);
        let slice = |from: usize, to: usize| pieces.get(from..to).unwrap_or(&[]);
        let mut body = slice(start, stop).to_vec();
        let below = slice(end.as_ref().map_or(limit, |end| end.after), pieces.len());
        let other = |piece: &Piece| matches!(piece, Piece::Line(line) if appendix::is_other_document(line));
        let named = |piece: &Piece| matches!(piece, Piece::Line(line) if name::is_name(&line.text));
        let above = slice(0, named_at.map_or(0, |(at, _)| at));
        // An appendix may bear the name of a plan; another Quốc hiệu is always another document.
        let until = (0..below.len()).find(|at| appendix::begins_below(below, *at)).unwrap_or(below.len());
        let again = below.iter().take(until).any(named) || (start..pieces.len()).any(|at| appendix::other_begins(&pieces, at));
        let several = end.as_ref().is_some_and(|end| ends::are_several(&pieces, start, end));
        if again || several || above.iter().any(named) || above.iter().filter(|piece| other(piece)).count() > 1 {
            return Err(Problem::ManyReports.into());
        }
        let after = [slice(stop, limit), below].concat();
        if body.is_empty() && after.is_empty() {
            return Err(Problem::NoReport.into());
        }
        let signed = end.is_some();
        let mut tail = end.map(|end| end.tail).unwrap_or_default();
        // A date may stand above the signature instead of below Quốc hiệu.
        let dated = body.last().and_then(|piece| if let Piece::Line(line) = piece { PlaceAndDate::read(&line.text) } else { None });
        if let Some(date) = dated.filter(|date| signed && date.is_alone()) {
            body.pop();
            match head.date {
                None => head.date = Some(date),
                Some(_) => tail.others.push(date.written),
            }
        }
        Ok(Zones { paper, head, named: title, body, tail, after, setting, left_out })
    }

    pub(super) fn taken_in(self, office: Option<&Facts>) -> Result<TakenIn> {
        let mut notes = Notes::default();
        let wholes = body::wholes(&self.body, self.setting);
        let appendices = appendix::read(&self.after, self.setting, &mut notes);
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
        notes.0.extend(self.left_out.0.iter().cloned());
        document.body = body::blocks(&wholes, "doan");
        document.bases = bases::taken_out(&mut document.body, &mut notes);
        close::end_of_body(&mut document.body, &mut notes);
        mended.end(&mut document, &mut notes);
        document.appendices = appendices;
        notes.0.extend(appendix_notes.0);
        for note in check::check(&document).into_iter().filter(|note| note.code() == "appendix-unmentioned") {
            notes.blank("Phụ lục", &note.sentence());
        }
        let (paper, kind, period) = mended.period(&document);
        let found = mended.found(&document);
        Ok(TakenIn { document, warnings: notes.0, paper, kind, period, found })
    }
}

/// True for a line that can be a heading of the upper levels.
fn heads(line: &Line) -> bool {
    use mark::Mark::{Capital, Number, Part, Roman};
    mark::marked(&line.text).is_some_and(|found| matches!(found.mark, Part | Capital | Roman(_) | Number(_)))
}

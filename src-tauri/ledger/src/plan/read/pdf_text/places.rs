//! Where the columns of a table stand, when spaces keep them side by side.

use super::lines::{Line, Placed, join};
use crate::plan::read::columns::{Field, named};
use crate::plan::read::words::key;

/// So many spaces part columns.
const GAP: usize = 2;
/// Lines of a header above and below the one that says TT, at most.
const LINES: usize = 5;
/// A cell that begins so near to a column's left edge may stand a little beside it.
const BESIDE: usize = 6;

/// Words that no wide gap parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) words: String,
}

/// The stretches of a line.
pub(super) fn stretches(line: &Line) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for placed in &line.placed {
        match found.last_mut().filter(|last| placed.at < last.to + GAP) {
            Some(last) => {
                join(&mut last.words, &placed.word);
                last.to = placed.end();
            }
            None => found.push(Stretch { from: placed.at, to: placed.end(), words: placed.word.clone() }),
        }
    }
    found
}

/// The header of a table: the names of its columns, each where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) names: Vec<Stretch>,
    /// Lines above and below the one that says TT.
    pub(super) above: usize,
    pub(super) below: usize,
}

impl Head {
    /// The header whose line `TT` stands here.
    pub(super) fn find(lines: &[Line], at: usize) -> Option<Head> {
        let head = Head::within(lines, at, LINES, LINES)?;
        let has = |field: Field| head.fields().contains(&Some(field));
        (has(Field::Content) && (has(Field::Lead) || has(Field::Deadline))).then_some(head)
    }

    /// True when the same header stands here again.
    pub(super) fn again(&self, lines: &[Line], at: usize) -> Option<Head> {
        let head = Head::within(lines, at, self.above, self.below)?;
        let same =
            head.names.len() == self.names.len() && head.names.iter().zip(&self.names).all(|(own, first)| key(&own.words) == key(&first.words));
        same.then_some(head)
    }

    fn within(lines: &[Line], at: usize, above: usize, below: usize) -> Option<Head> {
        let line = lines.get(at)?;
        let mut head = Head { names: stretches(line), above: 0, below: 0 };
        let tt = head.names.first().and_then(|first| named(&first.words)).is_some_and(|(field, _)| field == Field::Tt);
        if !tt || head.names.len() < 3 {
            return None;
        }
        while head.above < above {
            let inner = at.checked_sub(head.above).and_then(|at| lines.get(at)).is_some_and(|line| line.blank || line.page);
            let next = at.checked_sub(head.above + 1).and_then(|at| lines.get(at)).filter(|_| !inner);
            if !next.is_some_and(|next| head.grow(&stretches(next), true)) {
                break;
            }
            head.above += 1;
        }
        while head.below < below {
            let next = lines.get(at + head.below + 1).map(stretches);
            if !next.is_some_and(|next| head.grow(&next, false) || head.part(&next)) {
                break;
            }
            head.below += 1;
        }
        Some(head)
    }

    /// Takes a line whose stretches each go on with one name; false when it is no such line.
    fn grow(&mut self, stretches: &[Stretch], above: bool) -> bool {
        let names = &self.names;
        let over = |stretch: &Stretch| {
            let mut own = (0..names.len()).filter(|at| names.get(*at).is_some_and(|name| stretch.from < name.to + 1 && name.from < stretch.to + 1));
            own.next().filter(|at| own.next().is_none() && *at > 0)
        };
        let fits = |stretch: &Stretch| {
            // Below, a name goes on in small letters; above, it begins with a capital and the rest is small.
            let small = |words: &str| words.starts_with(|sign: char| sign.is_lowercase() || sign == '(');
            let at = over(stretch)?;
            let name = names.get(at)?;
            let goes_on = if above { small(&name.words) } else { small(&stretch.words) };
            (goes_on && stretch.words.chars().count() < 40).then_some(at)
        };
        let Some(places) = stretches.iter().map(fits).collect::<Option<Vec<usize>>>() else { return false };
        for (stretch, at) in stretches.iter().zip(places) {
            if let Some(name) = self.names.get_mut(at) {
                let (first, second) = if above { (&stretch.words, &name.words) } else { (&name.words, &stretch.words) };
                name.words = format!("{first} {second}");
                name.from = name.from.min(stretch.from);
                name.to = name.to.max(stretch.to);
            }
        }
        true
    }

    /// Takes a line that parts the column above it: `Chủ trì`, `Phối hợp` below `Cơ quan thực hiện`.
    fn part(&mut self, stretches: &[Stretch]) -> bool {
        let unit = |stretch: &Stretch| named(&stretch.words).is_some_and(|(field, _)| matches!(field, Field::Lead | Field::Coordinating));
        let (Some(first), Some(last)) = (stretches.first(), stretches.last()) else { return false };
        if stretches.len() < 2 || !stretches.iter().all(unit) {
            return false;
        }
        self.names.retain(|name| name.to <= first.from || name.from >= last.to);
        self.names.extend(stretches.iter().cloned());
        self.names.sort_by_key(|name| name.from);
        true
    }

    /// What each column holds.
    pub(super) fn fields(&self) -> Vec<Option<Field>> {
        self.names.iter().map(|name| named(&name.words).map(|(field, _)| field)).collect()
    }

    /// The left edge of each column on a page: where most cells begin, not right of the middle of its name.
    pub(super) fn edges(&self, page: &[Line]) -> Vec<usize> {
        let starts: Vec<usize> = page.iter().flat_map(stretches).map(|stretch| stretch.from).collect();
        let middle = |name: &Stretch| usize::midpoint(name.from, name.to);
        let lasts = self.names.iter().map(|name| Some(middle(name)));
        let firsts = std::iter::once(None).chain(lasts.clone());
        let edge = |(name, (first, last)): (&Stretch, (Option<usize>, Option<usize>))| {
            let inside = |at: &usize| first.is_none_or(|first| *at > first) && last.is_none_or(|last| *at <= last);
            let count = |at: usize| starts.iter().filter(|start| **start == at).count();
            let most = starts.iter().copied().filter(inside).max_by_key(|at| (count(*at), std::cmp::Reverse(*at)));
            most.unwrap_or(name.from)
        };
        self.names.iter().zip(firsts.zip(lasts)).map(edge).collect()
    }
}

/// The words of a line, each with its column; `near`: where cells of the lines around begin.
pub(super) fn columns(line: &[Placed], edges: &[usize], near: &[usize]) -> Vec<(usize, String)> {
    // Ways to each word: what they cost, and the columns of the words before it.
    let mut ways: Vec<Option<(usize, Vec<usize>)>> = vec![Some((0, Vec::new()))];
    for (at, placed) in line.iter().enumerate() {
        let last = at.checked_sub(1).and_then(|at| line.get(at));
        let mut next: Vec<Option<(usize, Vec<usize>)>> = vec![None; edges.len()];
        for (cost, taken) in ways.into_iter().flatten() {
            for column in taken.last().copied().unwrap_or(0)..edges.len() {
                let more = match last.filter(|_| taken.last() == Some(&column)) {
                    Some(last) => inside(placed, last, edges.get(column + 1)),
                    None => begun(placed, last, column, edges, near),
                };
                if let Some(slot) = next.get_mut(column).filter(|slot| slot.as_ref().is_none_or(|(known, _)| cost + more < *known)) {
                    *slot = Some((cost + more, taken.iter().copied().chain([column]).collect()));
                }
            }
        }
        ways = next;
    }
    let best = ways.into_iter().flatten().min_by_key(|(cost, _)| *cost).map(|(_, columns)| columns).unwrap_or_default();
    let mut cells: Vec<(usize, String)> = Vec::new();
    for (column, placed) in best.into_iter().zip(line) {
        match cells.last_mut().filter(|(last, _)| *last == column) {
            Some((_, words)) => join(words, &placed.word),
            None => cells.push((column, placed.word.clone())),
        }
    }
    cells
}

/// What it costs that a cell goes on with a word.
fn inside(placed: &Placed, last: &Placed, right: Option<&usize>) -> usize {
    let gap = placed.at.saturating_sub(last.end());
    let over = right.map_or(0, |right| placed.end().saturating_sub((*right).saturating_sub(1).max(last.end())));
    5 * over.min(12) + if gap > GAP { 12 } else { 4 * gap.saturating_sub(1) }
}

/// What it costs that a cell begins with a word.
fn begun(placed: &Placed, last: Option<&Placed>, column: usize, edges: &[usize], near: &[usize]) -> usize {
    let edge = edges.get(column).copied().unwrap_or(0);
    let beside = || near.iter().filter(|near| near.abs_diff(edge) <= BESIDE).map(|near| near.abs_diff(placed.at));
    let away = beside().chain([edge.abs_diff(placed.at)]).min().unwrap_or(0);
    let gap = last.map_or(GAP, |last| placed.at.saturating_sub(last.end()));
    let close = if gap >= GAP {
        0
    } else if placed.word.starts_with(char::is_lowercase) {
        5
    } else {
        3
    };
    // Numbers stand anywhere in their column.
    let away = if column == 0 && edges.get(1).is_some_and(|right| placed.end() <= *right) { 0 } else { away };
    2 * away.min(20) + close
}

//! The best way to part the pieces of a row into its cells, and how sure each place is.

/// Where the cells end, and for each end how much worse the next best place weighs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Cut {
    pub(super) ends: Vec<usize>,
    pub(super) margins: Vec<i32>,
}

/// No way leads here.
const NONE: i32 = i32::MIN / 4;

/// Parts `count` pieces into `cells` cells, each weighed by its place and its pieces.
pub(super) fn best(cells: usize, count: usize, weigh: impl Fn(usize, usize, usize) -> i32) -> Cut {
    // Of two ways as good, the earlier cells hold more. Weighs of every cell; ways to each place from the left, and from each place to the right.
    let mut left = vec![vec![NONE; count + 1]; cells + 1];
    let mut came = vec![vec![0; count + 1]; cells + 1];
    let mut right = vec![vec![NONE; count + 1]; cells + 1];
    put(&mut left, 0, 0, 0);
    put(&mut right, cells, count, 0);
    let weights: Vec<Vec<Vec<i32>>> =
        (0..cells).map(|cell| (0..=count).map(|from| (from..=count).map(|to| weigh(cell, from, to)).collect()).collect()).collect();
    let weight = |cell: usize, from: usize, to: usize| {
        weights.get(cell).and_then(|rows| rows.get(from)).and_then(|row| row.get(to - from)).copied().unwrap_or(NONE)
    };
    for cell in 0..cells {
        for to in 0..=count {
            let ways = (0..=to).map(|from| (get(&left, cell, from).saturating_add(weight(cell, from, to)), from));
            if let Some((best, from)) = ways.max_by_key(|(weight, from)| (*weight, *from)) {
                put(&mut left, cell + 1, to, best);
                put(&mut came, cell + 1, to, from);
            }
        }
    }
    for cell in (0..cells).rev() {
        for from in 0..=count {
            let best = (from..=count).map(|to| get(&right, cell + 1, to).saturating_add(weight(cell, from, to))).max();
            put(&mut right, cell, from, best.unwrap_or(NONE));
        }
    }
    let mut ends = vec![count];
    for cell in (2..=cells).rev() {
        let end = ends.last().copied().unwrap_or(0);
        ends.push(came.get(cell).and_then(|row| row.get(end)).copied().unwrap_or(0));
    }
    ends.reverse();
    let whole = get(&left, cells, count);
    let margin = |cell: usize, end: usize| {
        let other = (0..=count).filter(|at| *at != end).map(|at| get(&left, cell, at).saturating_add(get(&right, cell, at))).max();
        whole.saturating_sub(other.unwrap_or(NONE))
    };
    // The last end is the row's own.
    let margins = ends.iter().take(cells.saturating_sub(1)).enumerate().map(|(at, end)| margin(at + 1, *end)).collect();
    Cut { ends, margins }
}

fn get(table: &[Vec<i32>], row: usize, at: usize) -> i32 {
    table.get(row).and_then(|row| row.get(at)).copied().unwrap_or(NONE)
}

fn put<T>(table: &mut [Vec<T>], row: usize, at: usize, value: T) {
    if let Some(slot) = table.get_mut(row).and_then(|row| row.get_mut(at)) {
        *slot = value;
    }
}

impl Cut {
    /// From and to of each cell.
    pub(super) fn parts(&self) -> impl Iterator<Item = (usize, usize)> {
        std::iter::once(0).chain(self.ends.iter().copied()).zip(self.ends.iter().copied())
    }

    /// The cells that begin or end at a place that is not sure.
    pub(super) fn unsure(&self, least: i32) -> Vec<usize> {
        let loose: Vec<usize> = (0..self.margins.len()).filter(|at| self.margins.get(*at).is_some_and(|margin| *margin < least)).collect();
        let mut cells: Vec<usize> = loose.iter().flat_map(|at| [*at, at + 1]).collect();
        cells.dedup();
        cells
    }
}

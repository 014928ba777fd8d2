//! Things of many tasks in one row of memory, each task's side by side.

use crate::view::Id;
use std::ops::Range;

/// A thing that belongs to a task and has its place among the task's others.
pub(super) trait OfTask {
    type Order: Ord;
    fn task(&self) -> Id;
    fn order(&self) -> Self::Order;
}

/// Things sorted by task, then in their order.
#[derive(Debug)]
pub(super) struct ByTask<T> {
    all: Vec<T>,
    /// Each task with the range of its things, by task.
    ranges: Vec<(Id, Range<usize>)>,
}

impl<T: OfTask> ByTask<T> {
    pub(super) fn new(mut all: Vec<T>) -> ByTask<T> {
        all.sort_by_key(|one| (one.task(), one.order()));
        let mut ranges: Vec<(Id, Range<usize>)> = Vec::new();
        for (at, one) in all.iter().enumerate() {
            match ranges.last_mut() {
                Some((task, range)) if *task == one.task() => range.end = at + 1,
                _ => ranges.push((one.task(), at..at + 1)),
            }
        }
        ByTask { all, ranges }
    }

    /// The things of a task, in order; none if it has none.
    pub(super) fn of(&self, task: Id) -> &[T] {
        let found = self.ranges.binary_search_by_key(&task, |(task, _)| *task).ok();
        let range = found.and_then(|at| self.ranges.get(at)).map(|(_, range)| range.clone());
        range.and_then(|range| self.all.get(range)).unwrap_or_default()
    }

    /// More things, each put in its place.
    pub(super) fn add(&mut self, more: Vec<T>) {
        let mut all = std::mem::take(&mut self.all);
        all.extend(more);
        *self = ByTask::new(all);
    }
}

#[cfg(test)]
mod tests {
    use super::{ByTask, OfTask};
    use crate::view::Id;

    impl OfTask for (Id, u8) {
        type Order = u8;

        fn task(&self) -> Id {
            self.0
        }

        fn order(&self) -> u8 {
            self.1
        }
    }

    #[test]
    fn each_task_has_its_own_things_in_order() {
        let mut things = ByTask::new(vec![(7, 2), (3, 9), (7, 1), (3, 9)]);
        assert_eq!((things.of(3), things.of(7), things.of(5)), ([(3, 9), (3, 9)].as_slice(), [(7, 1), (7, 2)].as_slice(), [].as_slice()));
        things.add(vec![(5, 1), (7, 0)]);
        assert_eq!((things.of(5), things.of(7)), ([(5, 1)].as_slice(), [(7, 0), (7, 1), (7, 2)].as_slice()));
        assert_eq!(ByTask::<(Id, u8)>::new(Vec::new()).of(1), []);
    }
}

//! Work that falls into parts, done on as many cores as there are; who does which never shows.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

/// More threads than this gain nothing on papers of an office.
const MOST: usize = 4;

/// Does `own` here and each part of `all` where there is time; the parts' answers in their order.
pub(super) fn beside<P: Sync, A: Send, O>(all: &[P], part: impl Fn(&P) -> A + Sync, own: impl FnOnce() -> O) -> (O, Vec<A>) {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let (index, Some(one)) = next_of(&next, all) {
            done.push((index, part(one)));
        }
        done
    };
    let others = available_parallelism().map_or(0, |cores| cores.get().min(MOST) - 1).min(all.len());
    scope(|scope| {
        // A thread that can't be had is not missed: the work is done by the others.
        let helpers: Vec<_> = (0..others).filter_map(|_| Builder::new().spawn_scoped(scope, work).ok()).collect();
        let own = own();
        let mut done = work();
        for helper in helpers {
            done.extend(helper.join().unwrap_or_else(|fault| resume_unwind(fault)));
        }
        done.sort_unstable_by_key(|(index, _)| *index);
        (own, done.into_iter().map(|(_, answer)| answer).collect())
    })
}

/// So many are done in one go: a part must be worth a thread.
const PART: usize = 64;

/// An answer for each, with its place, in order.
pub(super) fn each<P: Sync, A: Send>(all: &[P], answer: impl Fn(usize, &P) -> A + Sync) -> Vec<A> {
    if all.len() <= PART {
        return all.iter().enumerate().map(|(index, one)| answer(index, one)).collect();
    }
    let parts: Vec<(usize, &[P])> = (0..).step_by(PART).zip(all.chunks(PART)).collect();
    let part = |(begin, part): &(usize, &[P])| (*begin..).zip(*part).map(|(index, one)| answer(index, one)).collect::<Vec<A>>();
    beside(&parts, part, || {}).1.into_iter().flatten().collect()
}

fn next_of<'a, P>(next: &AtomicUsize, all: &'a [P]) -> (usize, Option<&'a P>) {
    let index = next.fetch_add(1, Ordering::Relaxed);
    (index, all.get(index))
}

#[cfg(test)]
mod tests {
    use super::{beside, each};

    #[test]
    fn answers_stand_in_the_order_of_the_parts() {
        for count in [0_u32, 1, 2, 7, 300] {
            let all: Vec<u32> = (0..count).collect();
            let (own, doubled) = beside(&all, |one| one * 2, || "own");
            assert_eq!((own, doubled), ("own", all.iter().map(|one| one * 2).collect()));
            assert_eq!(each(&all, |index, one| (index, *one)), all.iter().copied().enumerate().collect::<Vec<_>>());
        }
    }
}

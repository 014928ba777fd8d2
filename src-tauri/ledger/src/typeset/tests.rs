//! What must hold for every document, whatever an officer writes in it.

mod bad;
mod chain;
mod lines;
mod order;
mod place;
pub(super) mod random;
mod small;
mod together;

use super::*;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use std::hash::{BuildHasher, Hasher, RandomState};

/// Rounding of single-precision lengths on a page.
const HAIR: f32 = 0.02;
/// The mark at the foot of some random documents.
const MARK: &str = "SỐ LIỆU MẪU";

/// How many documents: `PROPTEST_CASES`, else many with `LONG=1`, and more than usual where all judges are asked.
fn cases() -> u32 {
    let says = |name: &str, value: &str| std::env::var(name).is_ok_and(|given| given == value);
    match std::env::var("PROPTEST_CASES").ok().and_then(|given| given.parse().ok()) {
        Some(given) => given,
        None if says("LONG", "1") => 20_000,
        None if says("JUDGES", "all") => 2_000,
        None => 200,
    }
}

fn obeys(document: &Document) {
    let layout = laid_out(document, Faces::bundled()).expect("laid out");
    let blocks = lines::blocks(&layout);
    place::inside_the_margins(&layout.pages);
    place::nothing_overlaps(&layout.pages);
    order::every_word_in_order(document, &layout);
    order::each_below_the_one_before(&blocks);
    together::no_line_alone(&blocks);
    together::headings_keep(document, &layout, &blocks);
    together::rows_are_whole(&layout, &blocks);
    together::headers_are_repeated(&layout, &blocks);
    together::signature_holds(document, &layout, &blocks);
    assert_eq!(layout, laid_out(document, Faces::bundled()).expect("laid out again"), "twice the same");
}

/// Documents at random; see [`cases`]. `SEED` asks for those of a run before.
#[test]
fn every_document_obeys() {
    let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish());
    let cases = cases();
    println!("SEED={seed} PROPTEST_CASES={cases}");
    let config =
        ProptestConfig { cases, failure_persistence: None, rng_seed: RngSeed::Fixed(seed), max_shrink_iters: 400, ..ProptestConfig::default() };
    let obeys = |document: Document| {
        obeys(&document);
        Ok(())
    };
    TestRunner::new(config).run(&random::document(), obeys).unwrap_or_else(|failure| panic!("SEED={seed}: {failure}"));
}

//! Whether layout takes time in step with a paper's length: eight times the paper, how many times the time.

use ledger::paper::{Block, Document, Inline};
use ledger::typeset::pages;
use std::time::Instant;

/// Prints the ratios; eight means in step, sixty-four the square.
pub(crate) fn print() {
    for (what, short, long) in
        [("1.000 → 8.000 đề mục", headings(1_000), headings(8_000)), ("một chữ dài 12.500 → 100.000 chữ cái", word(12_500), word(100_000))]
    {
        println!("dàn trang dài gấp 8, {what}: {:.1} lần thời gian", ratio(&short, &long));
    }
}

fn headings(count: usize) -> Document {
    let heading = |number: usize| Block::Heading {
        id: format!("h{number}"),
        level: 2,
        number: format!("{number}."),
        text: vec![Inline::words("Công tác tuyên truyền")],
    };
    Document { body: (1..=count).map(heading).collect(), ..Document::default() }
}

fn word(letters: usize) -> Document {
    let words: String = "nghiêng".chars().cycle().take(letters).collect();
    Document { body: vec![Block::Para { id: "p".to_owned(), text: vec![Inline::words(words)] }], ..Document::default() }
}

/// The shortest of eight runs each, by turns, so that what the machine does beside them falls on both.
fn ratio(short: &Document, long: &Document) -> f64 {
    let run = |paper: &Document| {
        let begun = Instant::now();
        pages(paper).expect("laid out");
        begun.elapsed().as_secs_f64()
    };
    let least = |(a, b): (f64, f64), (c, d): (f64, f64)| (a.min(c), b.min(d));
    let (short, long) = (0..8).map(|_| (run(short), run(long))).fold((f64::INFINITY, f64::INFINITY), least);
    long / short
}

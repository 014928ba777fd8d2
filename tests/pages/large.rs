//! Papers far longer than any office writes: layout takes time in step with their length.

use ledger::paper::{Block, Document};
use ledger::typeset::{Style, pages};
use std::time::Instant;
use tests::papers;

fn headings(count: usize) -> Document {
    let mut paper = papers::short_report();
    paper.body = (1..=count).map(|number| papers::heading(2, &format!("{number}."), "Công tác tuyên truyền")).collect();
    paper.body.push(papers::para("Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./."));
    paper
}

/// How often the short paper's time the long one takes: the shortest of eight runs each, by turns, so
/// that what the machine does beside it falls on both.
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

#[test]
fn three_thousand_headings_stand_in_their_order() {
    let laid_out = pages(&headings(3_000)).expect("laid out");
    let shown = laid_out.iter().flat_map(|page| &page.runs).filter(|run| run.style == Style::Bold && run.text.contains("tuyên truyền"));
    let numbers: Vec<usize> = shown.filter_map(|run| run.text.split('.').next()?.parse().ok()).collect();
    assert_eq!(numbers, (1..=3_000).collect::<Vec<_>>());
    let last = laid_out.last().expect("a page");
    assert!(last.runs.iter().any(|run| run.text.contains("tuyên truyền")), "the last heading goes with the text below it");
}

#[test]
fn time_grows_with_length_and_not_with_its_square() {
    let grown = ratio(&headings(1_000), &headings(8_000));
    assert!(grown < 24.0, "8 times as many headings took {grown:.1} times as long; the square would be 64");
    let paragraph = |letters: usize| -> Document {
        let mut paper = papers::short_report();
        let words: String = "nghiêng".chars().cycle().take(letters).collect();
        paper.body = vec![papers::para(&words), Block::clone(&papers::cases_table()), papers::para("Hết./.")];
        paper
    };
    let grown = ratio(&paragraph(12_500), &paragraph(100_000));
    assert!(grown < 24.0, "8 times as long a word took {grown:.1} times as long; the square would be 64");
}

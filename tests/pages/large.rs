//! Papers far longer than any office writes: layout takes time in step with their length.

use ledger::paper::{Block, Document};
use ledger::typeset::{Style, pages};
use std::time::{Duration, Instant};
use tests::papers;

fn headings(count: usize) -> Document {
    let mut paper = papers::short_report();
    paper.body = (1..=count).map(|number| papers::heading(2, &format!("{number}."), "Công tác tuyên truyền")).collect();
    paper.body.push(papers::para("Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./."));
    paper
}

/// The shortest of three runs: what the machine does beside it counts least.
fn time(paper: &Document) -> Duration {
    let run = |_| {
        let begun = Instant::now();
        pages(paper).expect("laid out");
        begun.elapsed()
    };
    (0..3).map(run).min().unwrap_or_default()
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
    let (short, long) = (time(&headings(1_000)), time(&headings(8_000)));
    assert!(long < short * 24, "8 times as long took {long:?} instead of {short:?}");
    let paragraph = |letters: usize| -> Document {
        let mut paper = papers::short_report();
        let words: String = "nghiêng".chars().cycle().take(letters).collect();
        paper.body = vec![papers::para(&words), Block::clone(&papers::cases_table()), papers::para("Hết./.")];
        paper
    };
    let (short, long) = (time(&paragraph(12_500)), time(&paragraph(100_000)));
    assert!(long < short * 24, "8 times as long a word took {long:?} instead of {short:?}");
}

//! Papers far longer than any office writes; how their time grows is measured in the benches.

use ledger::paper::Document;
use ledger::typeset::{Style, pages};
use tests::papers;

fn headings(count: usize) -> Document {
    let mut paper = papers::short_report();
    paper.body = (1..=count).map(|number| papers::heading(2, &format!("{number}."), "Công tác tuyên truyền")).collect();
    paper.body.push(papers::para("Trên đây là báo cáo của Ủy ban nhân dân xã Lam Khê./."));
    paper
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

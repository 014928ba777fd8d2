//! The outlines that ship: whole, in order, every slot known.

use super::*;
use std::collections::BTreeSet;

fn shipped() -> Vec<Outline> {
    SHIPPED.iter().map(|text| parse(text).unwrap()).collect()
}

#[test]
fn each_outline_is_a_tree_in_order_numbered_as_paper_numbers() {
    for outline in shipped() {
        let keys: BTreeSet<&str> = outline.sections.iter().map(|section| section.key.as_str()).collect();
        assert_eq!(keys.len(), outline.sections.len(), "{}: keys are unique", outline.set);
        assert!(outline.sections.first().unwrap().is_end() && outline.sections.last().unwrap().is_end(), "{}", outline.set);
        let mut again = outline.clone();
        number::set(&mut again.sections, outline.numbering);
        assert_eq!(again, outline, "{}: numbers and headings that only gather", outline.set);
    }
}

#[test]
fn siblings_stay_siblings_where_a_level_is_left_out() {
    let numbers = |levels: &[(u8, bool)], numbering| {
        let one = &shipped()[0].sections[0];
        let line = |(level, part): &(u8, bool)| Section { level: *level, number: if *part { "P" } else { "" }.to_owned(), ..one.clone() };
        let mut sections: Vec<Section> = std::iter::once(&(0, false)).chain(levels).chain([&(0, false)]).map(line).collect();
        number::set(&mut sections, numbering);
        sections.into_iter().map(|section| section.number).filter(|number| !number.is_empty()).collect::<Vec<_>>()
    };
    let plain = |levels: &[u8]| numbers(&levels.iter().map(|level| (*level, false)).collect::<Vec<_>>(), Numbering::Letters);
    // `II. …`, `a) Kiểm soát thủ tục`, `b) Một cửa`, `1. …`, `a) …`.
    assert_eq!(plain(&[1, 3, 3, 2, 3, 1]), ["I.", "1.", "2.", "3.", "a)", "II."]);
    let part = [(0, true), (2, false), (2, false), (3, false), (0, true), (1, false), (2, false)];
    let expected = ["Phần thứ nhất", "I.", "II.", "1.", "Phần thứ hai", "I.", "1."];
    assert_eq!(numbers(&part, Numbering::Decimals), expected);
}

#[test]
fn each_kind_of_report_has_one_outline_of_its_own() {
    let kinds: Vec<ReportKind> = shipped().into_iter().flat_map(|outline| outline.kinds).collect();
    use ReportKind::{Annual, Free, Inspection, NineMonth, Quarterly, SixMonth};
    assert_eq!(kinds, [Quarterly, SixMonth, NineMonth, Annual, Inspection, Free]);
}

#[test]
fn every_slot_of_every_outline_is_known_and_comes_back_from_its_name() {
    let set = crate::assets::figures_cchc().unwrap();
    for outline in shipped() {
        for section in &outline.sections {
            for sentence in &section.sentences {
                let shown = slots::named(&set, sentence);
                assert!(!shown.contains('.') || !shown.contains("{plan."), "{shown}");
                assert_eq!(slots::kept(&set, &shown).unwrap(), *sentence);
                for piece in slots::pieces(slots::Sentence::of(sentence).text) {
                    if let slots::Piece::Slot(slot) = piece {
                        assert!(slots::name_of(&set, slot).is_some(), "{slot} in {}", section.key);
                    }
                }
            }
            for figure in &section.figures {
                assert!(slots::figure(&set, figure).is_some(), "{figure} in {}", section.key);
            }
            assert_eq!(slots::kept_words(&slots::named_words(&section.title)).unwrap(), section.title);
        }
    }
}

#[test]
fn a_first_version_is_read_with_its_sentences() {
    let first = r#"{"set":"outline-quarterly","version":1,"name":"x","kinds":["annual"],"subject":"s","sections":[
        {"key":"a","level":0,"number":"","title":"Mở đầu","writable":true,"offer":[{"kind":"item","id":"","item":{"mark":"dash"},
         "text":[{"kind":"text","text":"{office} có "},{"kind":"figure","id":"plan.total","format":"sentence"},{"kind":"text","text":" việc."}]}]}]}"#;
    assert_eq!(parse(first).unwrap().sections[0].sentences, ["- {office} có {plan.total} việc."]);
}

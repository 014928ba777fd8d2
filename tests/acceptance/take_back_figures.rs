//! Nhận lại bản sửa: figures of the ledger in sentences that a leader turned round or wrote on.

use super::Leader;
use ledger::paper::{Block, FigureChip, FigureFormat, Inline};
use ledger::view::BackProposal;
use tests::on;

/// A leader with a report that says in `p1` how many tasks there are and how many are done: 04 and 02, one too late.
fn counted() -> Leader {
    let mut leader = Leader::new();
    leader.desk.note("2", "done", "2026-07-05");
    let chip = |id: &str| Inline::Figure(FigureChip { id: id.into(), window: None, format: FigureFormat::Sentence, instead: None, shown: None });
    let text = vec![
        Inline::words("Xã đã hoàn thành "),
        chip("plan.done"),
        Inline::words(" nhiệm vụ của kế hoạch và được giao "),
        chip("plan.total"),
        Inline::words(" nhiệm vụ cả năm."),
    ];
    leader.desk.ledger.keep_section(leader.report, "I.1", vec![Block::Para { id: "p1".into(), text }], &on("2026-09-10")).unwrap();
    leader.send();
    assert!(leader.text().contains("Xã đã hoàn thành 02 nhiệm vụ của kế hoạch và được giao 04 nhiệm vụ cả năm."), "{}", leader.text());
    leader
}

/// The file with another text in `p1`: words, and figures `{plan.total=04}` by what their controls show.
fn rewritten(leader: &Leader, said: &str) -> Vec<u8> {
    let mut text = Vec::new();
    for (nth, piece) in said.split(['{', '}']).enumerate() {
        text.push(match piece.split_once('=').filter(|_| nth % 2 == 1) {
            Some((id, shown)) => {
                let shown = Some(shown.to_owned());
                Inline::Figure(FigureChip { id: id.into(), window: None, format: FigureFormat::Sentence, instead: None, shown })
            }
            None => Inline::words(piece),
        });
    }
    leader.file(|body| {
        let place = body.iter_mut().find(|block| block.id() == "p1").unwrap();
        *place = Block::Para { id: "p1".into(), text: text.clone() };
    })
}

fn asked(proposal: &BackProposal) -> Vec<(&str, &str, &str)> {
    let figures = proposal.differences.iter().flat_map(|one| &one.figures);
    figures.map(|one| (one.was.as_str(), one.now.as_str(), one.phrase.as_deref().unwrap_or_default())).collect()
}

/// Takes all as it is offered: figures stay.
fn take(leader: &mut Leader, file: &[u8]) {
    let keys: Vec<String> = leader.back(file).differences.iter().map(|one| one.key.clone()).collect();
    leader.accept(file, &keys.iter().map(String::as_str).collect::<Vec<_>>(), &[]).unwrap();
}

/// The first paragraph of the ledger's own words, figures by their ids.
fn kept(leader: &Leader) -> String {
    let body = leader.desk.ledger.report_document(leader.report).unwrap().body;
    let Some(Block::Para { text, .. }) = body.into_iter().find(|block| block.id() == "p1") else { panic!("p1 is gone") };
    let one = |piece: &Inline| if let Inline::Figure(chip) = piece { format!("{{{}}}", chip.id) } else { Inline::plain(std::slice::from_ref(piece)) };
    text.iter().map(one).collect()
}

#[test]
fn two_clauses_that_were_turned_round_keep_their_own_figures() {
    let turned = "Xã được giao {plan.total} nhiệm vụ cả năm và đã hoàn thành {plan.done} nhiệm vụ của kế hoạch.";
    for said in [
        // Without controls, as LibreOffice leaves words that were typed over.
        "Xã được giao 04 nhiệm vụ cả năm và đã hoàn thành 02 nhiệm vụ của kế hoạch.",
        // Typed into the controls that were there.
        "Xã được giao {plan.done=04} nhiệm vụ cả năm và đã hoàn thành {plan.total=02} nhiệm vụ của kế hoạch.",
        "Xã được giao {plan.done=04 nhiệm vụ cả năm và đã hoàn thành 02} nhiệm vụ của kế hoạch.",
    ] {
        let mut leader = counted();
        let file = rewritten(&leader, said);
        let proposal = leader.back(&file);
        assert_eq!(asked(&proposal), [], "{said}");
        assert_eq!(proposal.differences[0].lost, Vec::<String>::new(), "{said}");
        take(&mut leader, &file);
        assert_eq!(kept(&leader), turned, "{said}");
        assert!(leader.text().contains("Xã được giao 04 nhiệm vụ cả năm và đã hoàn thành 02 nhiệm vụ của kế hoạch."), "{}", leader.text());
        assert_eq!(leader.back(&file).differences, [], "{said}");
    }
}

#[test]
fn words_typed_into_the_control_of_a_number_are_taken_with_it() {
    let mut leader = counted();
    let file = rewritten(
        &leader,
        "Xã đã hoàn thành {plan.done=03 nhiệm vụ; xong sớm 01} nhiệm vụ của kế hoạch và được giao {plan.total=04} nhiệm vụ cả năm.",
    );
    assert_eq!(asked(&leader.back(&file)), [("02", "03", "")]);
    take(&mut leader, &file);
    let after = "Xã đã hoàn thành {plan.done} nhiệm vụ; xong sớm 01 nhiệm vụ của kế hoạch và được giao {plan.total} nhiệm vụ cả năm.";
    assert_eq!(kept(&leader), after);
    // A number in words is words: what is given up is told.
    let mut leader = counted();
    let file = rewritten(&leader, "Xã đã hoàn thành {plan.done=ba nhiệm vụ} của kế hoạch và được giao {plan.total=04} nhiệm vụ cả năm.");
    let proposal = leader.back(&file);
    assert_eq!((asked(&proposal), proposal.differences[0].lost.clone()), (vec![], vec!["02".to_owned()]));
    take(&mut leader, &file);
    assert_eq!(kept(&leader), "Xã đã hoàn thành ba nhiệm vụ của kế hoạch và được giao {plan.total} nhiệm vụ cả năm.");
}

#[test]
fn a_number_in_a_phrase_is_asked_for_in_its_words_and_once() {
    let mut leader = counted();
    let late = " (trong đó 01 nhiệm vụ hoàn thành nhưng quá hạn)";
    let changed = |text: &str| {
        let text = text.to_owned();
        move |body: &mut Vec<Block>| {
            let pieces = body.iter_mut().filter_map(|block| match block {
                Block::Para { text, .. } | Block::Item { text, .. } => Some(text),
                _ => None,
            });
            let chip = pieces.flatten().find_map(|piece| match piece {
                Inline::Figure(chip) if chip.shown.as_deref() == Some(late) => Some(chip),
                _ => None,
            });
            chip.expect("the phrase").shown = Some(text.clone());
        }
    };
    let file = leader.file(changed(" (trong đó 02 nhiệm vụ hoàn thành nhưng quá hạn)"));
    assert_eq!(asked(&leader.back(&file)), [("01", "02", "trong đó 01 nhiệm vụ hoàn thành nhưng quá hạn")]);
    leader.accept(&file, &["1"], &[("1.1", "theo số của Sở Nội vụ")]).unwrap();
    assert!(leader.text().contains(" nhiệm vụ (trong đó 02 nhiệm vụ hoàn thành nhưng quá hạn)"), "{}", leader.text());
    assert_eq!(leader.back(&file).differences, [], "what was taken is not asked again");
    // Written anew it is the leader's: nothing of it is lost.
    let mut leader = counted();
    let file = leader.file(changed(" (01 nhiệm vụ quá hạn do mưa bão)"));
    assert_eq!(asked(&leader.back(&file)), []);
    take(&mut leader, &file);
    assert!(leader.text().contains(" nhiệm vụ (01 nhiệm vụ quá hạn do mưa bão)"), "{}", leader.text());
}

//! Bold and italic of a returned file: taken where the words stayed, and nothing else is a change.

use super::*;

#[test]
fn bold_and_italic_are_taken_where_the_words_stayed() {
    let mut leader = Leader::new();
    let run = |text: &str, bold: bool, italic: bool| Inline::Text(TextRun { text: text.into(), bold, italic });
    let para = |text: Vec<Inline>| Block::Para { id: "p1".into(), text };
    let looks =
        vec![run("Ủy ban nhân dân xã ", false, false), run("đã kiện toàn", true, false), run(" ban ", false, false), run("chỉ đạo.", false, true)];
    let file = leader.file(|body| {
        let at = body.iter().position(|block| block.id() == "p1").unwrap();
        body[at] = para(looks.clone());
    });
    let proposal = leader.back(&file);
    assert_eq!(proposal.differences.iter().map(|one| (one.kind, one.block.as_str())).collect::<Vec<_>>(), [(BackKind::Look, "p1")]);
    let line = &proposal.differences[0].lines[0];
    assert_eq!(line.label, "In đậm, in nghiêng");
    let words: Vec<(BackHow, &str)> = line.words.iter().map(|one| (one.how, one.text.as_str())).collect();
    let same = BackHow::Same;
    assert_eq!(words, [(same, "Ủy ban nhân dân xã "), (BackHow::Bold, "đã kiện toàn"), (same, " ban "), (BackHow::Italic, "chỉ đạo.")]);
    let kept = |leader: &Leader| {
        let body = leader.desk.ledger.report_document(leader.report).unwrap().body;
        body.into_iter().find(|block| block.id() == "p1").unwrap()
    };
    let before = kept(&leader);
    leader.accept(&file, &["1"], &[]).unwrap();
    assert_eq!(kept(&leader), para(looks));
    assert_eq!(leader.back(&file).differences, [], "what was taken is not asked again");
    // The file as it was sent may say that both go away again, or be a copy that never had them: it is asked.
    let plain = leader.back(&leader.file(|_| ()));
    assert_eq!(plain.differences.iter().map(|one| (one.kind, one.here.is_some())).collect::<Vec<_>>(), [(BackKind::Look, true)]);
    leader.desk.ledger.undo(&on("2026-09-13")).unwrap();
    assert_eq!(kept(&leader), before);
}

#[test]
fn words_that_a_leader_made_bold_are_a_change_that_can_be_taken_and_nothing_else_is() {
    let mut leader = Leader::new();
    // As it was sent, the file says nothing.
    assert!(leader.back(&leader.file(|_| {})).differences.is_empty());
    let bold = |text: &str| Inline::Text(ledger::paper::TextRun { text: text.into(), bold: true, italic: false });
    let file = leader.file(|body| {
        let block = body.iter_mut().find(|block| block.id() == "p2").unwrap();
        *block = Block::Para {
            id: "p2".into(),
            text: vec![Inline::words("Các phòng họp "), bold("giao ban hằng tuần"), Inline::words(" về tiến độ.")],
        };
    });
    let back = leader.back(&file);
    let [one] = back.differences.as_slice() else { panic!("{:#?}", back.differences) };
    assert_eq!((one.kind, one.lines[0].label.as_str()), (BackKind::Look, "In đậm"));
    leader.accept(&file, &["1"], &[]).unwrap();
    let body = leader.desk.ledger.report_document(leader.report).unwrap().body;
    let Some(Block::Para { text, .. }) = body.iter().find(|block| block.id() == "p2") else { panic!("gone") };
    assert_eq!(*text, [Inline::words("Các phòng họp "), bold("giao ban hằng tuần"), Inline::words(" về tiến độ.")]);
    // Taken once it is taken.
    assert!(leader.back(&file).differences.is_empty());
}

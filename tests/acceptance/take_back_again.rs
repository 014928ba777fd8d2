//! The same Word file comes back once more: what it said the last time is known, and what it says now is asked.

use super::*;
use ledger::paper::Item;

impl Leader {
    /// Takes all that a file says otherwise, each number for the same reason; answers what was asked.
    fn accept_all(&mut self, file: &[u8]) -> BackProposal {
        let back = self.back(file);
        let keys: Vec<&str> = back.differences.iter().map(|one| one.key.as_str()).collect();
        let figures: Vec<(&str, &str)> =
            back.differences.iter().flat_map(|one| &one.figures).map(|figure| (figure.key.as_str(), "theo lãnh đạo")).collect();
        self.accept(file, &keys, &figures).unwrap();
        back
    }
}

/// Kinds of what differs, each with whether it is left where nobody chooses.
fn asked(back: &BackProposal) -> Vec<(BackKind, bool)> {
    back.differences.iter().map(|one| (one.kind, one.here.is_some())).collect()
}

fn item(words: &str) -> Block {
    Block::Item { id: String::new(), item: Item::Dash, text: vec![Inline::words(words)] }
}

/// Behind the paragraph with an id.
fn behind(body: &mut Vec<Block>, id: &str, new: Block) {
    let at = body.iter().position(|block| block.id() == id).unwrap();
    body.insert(at + 1, new);
}

#[test]
fn a_number_changed_in_a_half_of_a_paragraph_that_was_cut_before_is_asked() {
    let mut leader = Leader::new();
    let cut = |body: &mut Vec<Block>, now: Option<&str>| {
        if let Some(now) = now {
            renumbered(body, now);
        }
        let is_cut = |block: &&mut Block| matches!(block, Block::Para { text, .. } | Block::Item { text, .. } if text.iter().any(|piece| matches!(piece, Inline::Figure(chip) if chip.id == "plan.total")));
        let block = body.iter_mut().find(is_cut).unwrap();
        let (Block::Para { text, .. } | Block::Item { text, .. }) = block else { panic!() };
        let mut second = std::mem::replace(text, vec![Inline::words("Kết quả theo dõi chung của xã trong kỳ như sau.")]);
        second.insert(0, Inline::words("Kết quả theo dõi chung cho thấy: "));
        let id = block.id().to_owned();
        behind(body, &id, Block::Para { id: String::new(), text: second });
    };
    leader.accept_all(&leader.file(|body| cut(body, None)));
    let before = leader.text();
    let file = leader.file(|body| cut(body, Some("30")));
    let back = leader.back(&file);
    let figures: Vec<(&str, &str)> = back.differences.iter().flat_map(|one| &one.figures).map(|one| (one.was.as_str(), one.now.as_str())).collect();
    assert_eq!(figures, [("04", "30")], "{:#?}", back.differences);
    leader.accept_all(&file);
    assert_eq!(leader.text(), before.replacen("04", "30", 1));
    assert_eq!(leader.back(&file).differences, []);
}

#[test]
fn a_paragraph_that_was_added_changes_with_the_next_version_and_goes_with_the_one_after() {
    let mut leader = Leader::new();
    let sent = leader.text();
    let with = |words: &'static str| move |body: &mut Vec<Block>| behind(body, "p1", item(words));
    leader.accept_all(&leader.file(with("Ngoài ra, xã đã phát 12 bản tin lưu động tại 06 thôn.")));
    let back = leader.accept_all(&leader.file(with("Ngoài ra, xã đã phát 21 bản tin lưu động tại 06 thôn.")));
    assert_eq!(asked(&back), [(BackKind::Changed, false)]);
    assert!(leader.text().contains("21 bản tin") && !leader.text().contains("12 bản tin"), "{}", leader.text());
    // Gone without a trace, the file reads as it was sent: perhaps it is the copy of another leader.
    let plain = leader.file(|_| {});
    let back = leader.back(&plain);
    assert_eq!(asked(&back), [(BackKind::Removed, true)]);
    assert!(back.base.contains("nhận nếu lãnh đạo đã bỏ"), "{}", back.base);
    // It goes beside another edit of the same kind of file, too.
    let file = leader.file(|body| reworded(body, "p2", "hằng tuần", "hằng tháng"));
    assert_eq!(asked(&leader.back(&file)), [(BackKind::Removed, true), (BackKind::Changed, false)]);
    leader.accept_all(&plain);
    assert_eq!(leader.text(), sent);
    assert_eq!(leader.back(&plain).differences, []);
}

#[test]
fn words_that_were_taken_and_are_turned_back_in_the_next_version_are_asked() {
    let mut leader = Leader::new();
    let sent = leader.text();
    leader.accept_all(&leader.file(|body| {
        reworded(body, "p1", "kiện toàn", "củng cố, kiện toàn");
        reworded(body, "p2", "hằng tuần", "hằng tháng vào ngày làm việc đầu tiên");
    }));
    let back = leader.accept_all(&leader.file(|body| reworded(body, "p2", "hằng tuần", "hằng tháng vào ngày làm việc đầu tiên")));
    assert_eq!(asked(&back), [(BackKind::Changed, false)], "{}", back.base);
    assert_eq!(leader.text(), sent.replace("hằng tuần", "hằng tháng vào ngày làm việc đầu tiên"));
}

#[test]
fn the_copy_of_another_leader_takes_nothing_back_by_itself() {
    let mut leader = Leader::new();
    leader.accept_all(&leader.file(|body| {
        reworded(body, "p1", "kiện toàn", "củng cố, kiện toàn");
        behind(body, "p2", item("Phòng Văn hóa - Xã hội chủ trì viết tin bài."));
    }));
    let other = leader.file(|body| reworded(body, "p2", "hằng tuần", "hằng tháng"));
    let back = leader.back(&other);
    assert_eq!(asked(&back), [(BackKind::Changed, true), (BackKind::Changed, false), (BackKind::Removed, true)]);
    leader.accept(&other, &["2"], &[]).unwrap();
    for words in ["củng cố, kiện toàn", "hằng tháng", "viết tin bài"] {
        assert!(leader.text().contains(words), "{}", leader.text());
    }
    // The first leader goes on in a file that does not have the edit of the second.
    let first = leader.file(|body| {
        reworded(body, "p1", "kiện toàn", "củng cố, kiện toàn");
        behind(body, "p2", item("Phòng Văn hóa - Xã hội chủ trì viết 15 tin bài."));
    });
    assert_eq!(asked(&leader.back(&first)), [(BackKind::Changed, true), (BackKind::Changed, false)]);
}

#[test]
fn a_second_version_that_says_much_turns_nothing_of_another_leader_back_by_itself() {
    let mut leader = Leader::new();
    leader.accept_all(&leader.file(|body| reworded(body, "p1", "kiện toàn", "củng cố")));
    let long = |last: &str| {
        let words = "Phòng Văn hóa - Xã hội chủ trì viết tin bài, phát thanh hằng tuần tại sáu thôn, niêm yết ở nhà văn hóa, in tờ rơi cho từng hộ";
        item(&format!("{words} {last}."))
    };
    let first = leader.file(|body| behind(body, "p2", long("trong quý")));
    assert_eq!(asked(&leader.back(&first)), [(BackKind::Changed, true), (BackKind::Added, false)]);
    leader.accept(&first, &["2"], &[]).unwrap();
    // The other leader's edit is not in this copy either, nearer though it is to all that was taken.
    let second = leader.file(|body| behind(body, "p2", long("trong quý này")));
    assert_eq!(asked(&leader.back(&second)), [(BackKind::Changed, true), (BackKind::Changed, false)]);
}

#[test]
fn a_paragraph_that_two_leaders_edited_is_asked() {
    let mut leader = Leader::new();
    leader.accept_all(&leader.file(|body| reworded(body, "p2", "hằng tuần", "hằng tháng")));
    let other = leader.file(|body| reworded(body, "p2", "họp giao ban", "họp trực tuyến giao ban"));
    let back = leader.back(&other);
    assert_eq!(asked(&back), [(BackKind::Changed, true)]);
    assert!(back.differences[0].here.as_ref().is_some_and(|here| here.contains("hằng tháng")), "{back:#?}");
    assert!(back.base.contains("để lại nếu đây là bản của người khác"), "{}", back.base);
}

#[test]
fn what_was_undone_is_asked_again() {
    let mut leader = Leader::new();
    let file = leader.file(|body| behind(body, "p1", item("Ngoài ra, xã đã phát 12 bản tin.")));
    leader.accept_all(&file);
    leader.desk.ledger.undo(&on("2026-09-13")).unwrap();
    assert_eq!(asked(&leader.back(&file)), [(BackKind::Added, false)]);
    leader.desk.ledger.redo(&on("2026-09-13")).unwrap();
    assert_eq!(leader.back(&file).differences, []);
}

#[test]
fn a_section_that_was_moved_and_taken_in_two_goes_stays_together() {
    let mut leader = Leader::new();
    leader
        .desk
        .ledger
        .keep_section(
            leader.report,
            "I.2",
            (1..3)
                .map(|nth| Block::Para {
                    id: format!("s{nth}"),
                    text: vec![Inline::words(format!("Đoạn thứ {nth} của mục này, mọi việc đều xong."))],
                })
                .collect(),
            &on("2026-09-10"),
        )
        .unwrap();
    leader.send();
    let moved = |body: &mut Vec<Block>, now: &str| {
        let at = |body: &[Block], id: &str| body.iter().position(|block| block.id() == id).unwrap();
        let from = at(body, "muc-I.2");
        let section: Vec<Block> = body.drain(from..at(body, "s2") + 1).collect();
        let to = at(body, "muc-I.1");
        body.splice(to..to, section);
        reworded(body, "s1", "mọi việc", now);
    };
    let file = leader.file(|body| moved(body, "mọi việc"));
    let back = leader.back(&file);
    let left = back.differences.iter().find(|one| one.block == "s1").expect("it moved too").key.clone();
    let others: Vec<&str> = back.differences.iter().map(|one| one.key.as_str()).filter(|key| *key != left).collect();
    leader.accept(&file, &others, &[]).unwrap();
    leader.accept_all(&file);
    let order = |leader: &Leader| {
        let body = leader.desk.ledger.report_document(leader.report).unwrap().body;
        body.iter().map(|block| block.id().to_owned()).skip_while(|id| id != "muc-I.2").take(4).collect::<Vec<_>>()
    };
    assert_eq!(order(&leader), ["muc-I.2", "s1", "s2", "muc-I.1"]);
    let back = leader.accept_all(&leader.file(|body| moved(body, "từng việc")));
    assert_eq!(asked(&back), [(BackKind::Changed, false)]);
    assert_eq!(order(&leader), ["muc-I.2", "s1", "s2", "muc-I.1"]);
    assert!(leader.text().contains("từng việc"));
}

/// The file as an office without content controls gives it back: it names no report, and no paragraph.
fn bare(paper: &Document) -> Vec<u8> {
    let mut paper = paper.clone();
    for block in paper.body.iter_mut().chain(paper.appendices.iter_mut().flat_map(|appendix| &mut appendix.body)) {
        *block = block.clone().with_id(String::new());
    }
    docx_of(&paper, None).unwrap()
}

#[test]
fn a_file_without_ids_that_is_more_like_another_report_is_doubted() {
    let mut leader = Leader::new();
    let draft = NewReport { kind: ReportKind::Annual, period: "2026".into(), from: None, to: None, as_of: None, appendix: true, statistics: false };
    let other = leader.desk.ledger.new_report(&draft, &on("2026-09-10")).unwrap().thing.unwrap();
    let paper = leader.desk.ledger.report_document(other).unwrap();
    // Its title tells it as long as no Word file of it was saved here.
    let doubt = leader.back(&bare(&paper)).doubt.expect("another period");
    assert!(doubt.starts_with("Tên trong tệp là “") && doubt.contains("năm 2026"), "{doubt}");
    leader.desk.ledger.note_sent(other, &paper, &on("2026-09-10")).unwrap();
    let back = leader.back(&bare(&paper));
    assert_eq!(back.doubt.as_deref(), Some("Tệp này giống bản Word của “Báo cáo năm 2026” hơn báo cáo đang mở."), "{:?}", back.matched);
    // The report's own file is its own, edited or not.
    let mut own = leader.paper.clone();
    assert_eq!(leader.back(&bare(&own)).doubt, None);
    reworded(&mut own.body, "p1", "kiện toàn ban chỉ đạo", "củng cố lại bộ máy, phân công từng thành viên phụ trách từng việc");
    own.body.retain(|block| block.id() != "p2");
    assert_eq!(leader.back(&bare(&own)).doubt, None);
    assert_eq!(leader.back(&leader.file(|_| {})).doubt, None);
}

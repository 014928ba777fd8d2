//! Nhận lại bản sửa: words that were struck through by hand, or are in letters nobody can read any more.

use super::Leader;
use super::rewrite::rewritten;
use ledger::view::BackKind;

/// The file with its main part changed.
fn document_of(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    rewritten(file, |name, text| if name == "word/document.xml" { change(text) } else { text })
}

/// The file with a line through these words, each of which stands alone in its run or is cut out of one.
fn struck(leader: &Leader, words: &[&str]) -> Vec<u8> {
    document_of(&leader.file(|_| {}), |mut text| {
        for words in words {
            let (before, after) = text.split_once(words).expect("the words stand in the text");
            let run = "<w:r><w:rPr><w:strike/></w:rPr><w:t xml:space=\"preserve\">";
            text = format!("{before}</w:t></w:r>{run}{words}</w:t></w:r><w:r><w:t xml:space=\"preserve\">{after}");
        }
        text
    })
}

#[test]
fn struck_words_are_proposed_to_be_left_out() {
    let mut leader = Leader::new();
    assert!(!leader.back(&leader.file(|_| {})).struck);
    let file = struck(&leader, &["đã kiện toàn ", "Các phòng họp giao ban hằng tuần về tiến độ."]);
    let proposal = leader.back(&file);
    assert!(proposal.struck);
    let kinds: Vec<(BackKind, &str)> = proposal.differences.iter().map(|one| (one.kind, one.block.as_str())).collect();
    assert_eq!(kinds, [(BackKind::Changed, "p1"), (BackKind::Removed, "p2")]);
    leader.accept(&file, &["1", "2"], &[]).unwrap();
    assert!(leader.text().contains("Ủy ban nhân dân xã ban chỉ đạo.") && !leader.text().contains("giao ban"), "{}", leader.text());
    assert_eq!(leader.back(&file).differences, []);
}

#[test]
fn letters_of_an_old_font_are_refused_with_their_own_sentence() {
    let leader = Leader::new();
    let old =
        "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr><w:t xml:space=\"preserve\">§Ò nghÞ bæ sung biªn chÕ. </w:t></w:r>";
    let with = |added: &str| {
        document_of(&leader.file(|_| {}), |text| {
            let (before, after) = text.split_once("đã kiện toàn ").expect("the words stand in the text");
            format!("{before}</w:t></w:r>{added}<w:r><w:t xml:space=\"preserve\">{after}")
        })
    };
    assert!(leader.refusal(&with(old)).contains("phông chữ cũ (TCVN3 hoặc VNI)"));
    // Where the font is lost the words are known all the same.
    let bare = old.replace(".VnTime", "Times New Roman").replace("bæ sung", "Uû ban nh©n d©n");
    assert!(leader.refusal(&with(&bare)).contains("phông chữ cũ"));
    assert_eq!(leader.back(&with(&old.replace("§Ò nghÞ bæ sung biªn chÕ", "Đề nghị bổ sung biên chế"))).differences.len(), 1);
}

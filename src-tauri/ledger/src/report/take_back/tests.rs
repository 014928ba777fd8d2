//! What was sent, edited in every way, comes home.

use super::apply::Draft;
use super::compare::compare;
use super::found::Compared;
use super::units::{single, units};
use crate::paper::{Block, Document, FigureChip, FigureFormat, Inline, Item};
use crate::report::document::each_inline;
use crate::report::rows::SectionRow;
use crate::view::{BackHow, BackKind};
use crate::word::{self, read};
use proptest::prelude::*;

const WORDS: [&str; 16] = [
    "Ủy ban nhân dân xã đã ban hành kế hoạch kiểm tra việc thực hiện cải cách hành chính",
    "Tiếp nhận và giải quyết hồ sơ tại Trung tâm Phục vụ hành chính công đúng thời hạn",
    "Rà soát, đơn giản hóa các thủ tục thuộc thẩm quyền của phòng Kinh tế",
    "Niêm yết công khai danh mục dịch vụ công trực tuyến trên trang thông tin điện tử",
    "Tổ chức tập huấn nghiệp vụ cho công chức làm công tác tiếp công dân",
    "Sắp xếp các thôn, tổ dân phố theo đề án được duyệt",
    "Chi trả chế độ cho người có công qua tài khoản ngân hàng",
    "Lắp đặt máy quét, số hóa toàn bộ giấy tờ lưu trữ",
    "Công khai ngân sách, tự kiểm tra tài chính đơn vị sự nghiệp",
    "Khảo sát mức độ hài lòng của người dân và doanh nghiệp",
    "Đối thoại với nông dân về đất đai, thủy lợi, môi trường",
    "Kiện toàn tổ công nghệ số cộng đồng ở mỗi khu dân cư",
    "Phối hợp với công an tuyên truyền định danh mức hai",
    "Xây dựng chuyên mục hỏi đáp pháp luật phát hằng tuần",
    "Bố trí cán bộ hướng dẫn tại bộ phận một cửa",
    "Đánh giá, chấm điểm từng phòng theo bộ chỉ số",
];

pub(super) fn words(nth: usize) -> String {
    format!("{} lần thứ {nth}.", WORDS[nth % WORDS.len()])
}

fn para(nth: usize) -> Block {
    let figure =
        FigureChip { id: format!("f.{nth}"), window: None, format: FigureFormat::Plain, instead: None, shown: Some((nth * 7 + 11).to_string()) };
    let text = vec![Inline::words(format!("{} Kết quả đạt ", words(nth))), Inline::Figure(figure), Inline::words(format!(" lượt ở khu vực {nth}."))];
    match nth % 5 {
        0 => Block::Heading {
            id: format!("muc-{nth}"),
            level: 2,
            number: format!("{}.", nth / 5 + 1),
            text: vec![Inline::words(WORDS[nth % 16].to_owned())],
        },
        1 | 3 => Block::Item { id: format!("b{nth}"), item: Item::Dash, text },
        _ => Block::Para { id: format!("b{nth}"), text },
    }
}

fn paper(body: Vec<Block>) -> Document {
    Document {
        name: "BÁO CÁO".into(),
        subject: "Kết quả công tác".into(),
        body,
        recipients: vec!["Như trên".into(), "Lưu: VT".into()],
        ..Document::default()
    }
}

/// The sections that have this text: one without a heading, then one a heading.
fn sections(body: &[Block]) -> Vec<SectionRow> {
    let row = |key: String, number: &str, title: String| SectionRow {
        key,
        level: if title.is_empty() { 0 } else { 2 },
        number: number.to_owned(),
        title,
        writable: true,
        hint: String::new(),
        blocks: Vec::new(),
    };
    let mut sections = vec![row("mo-dau".into(), "", String::new())];
    for block in body {
        match block {
            Block::Heading { id, number, text, .. } if id.starts_with("muc-") => {
                sections.push(row(id.replace("muc-", ""), number, Inline::plain(text)))
            }
            other => sections.last_mut().unwrap().blocks.push(crate::report::kept_form(other.clone())),
        }
    }
    sections
}

fn home(edited: &Document) -> Vec<super::units::Unit> {
    units(&read::bytes(&word::docx(edited).unwrap()).unwrap())
}

/// What differs, and the text after all of it was taken.
fn taken(base: &Document, edited: &Document) -> (Compared, Vec<Block>) {
    let compared = compare(base, &home(edited)).unwrap();
    let rows = sections(&base.body);
    let mut draft = Draft::of(&rows);
    let mut found: Vec<_> = compared.found.iter().cloned().enumerate().collect();
    for (_, one) in &mut found {
        for (at, changed) in one.changed.clone() {
            super::set_figure(&mut one.after[at], changed.nth, &changed.now, "theo lãnh đạo");
        }
    }
    let mut made = 0;
    draft.take(&found, &compared, &base.body, &mut || {
        made += 1;
        format!("new-{made}")
    });
    let mut body = Vec::new();
    for (_, section) in draft.sections(&rows) {
        if section.level > 0 {
            body.push(Block::Heading {
                id: format!("muc-{}", section.key),
                level: section.level,
                number: section.number.clone(),
                text: vec![Inline::words(section.title)],
            });
        }
        body.extend(section.blocks);
    }
    // Figures show again what they showed.
    for block in &mut body {
        each_inline(block, &mut |piece| {
            if let Inline::Figure(chip) = piece {
                let nth: usize = chip.id.trim_start_matches("f.").parse().unwrap();
                chip.shown = Some(chip.instead.as_ref().map_or_else(|| (nth * 7 + 11).to_string(), |(value, _)| value.clone()));
            }
        });
    }
    (compared, body)
}

fn text(body: &[Block]) -> Vec<String> {
    body.iter().map(|block| single(&block.plain())).collect()
}

/// An edit: what is done, where, and with what.
#[derive(Debug, Clone, Copy)]
enum Edit {
    Change,
    Number,
    Remove,
    Add,
    Move,
    Split,
    Merge,
    /// The control is lost.
    Strip,
}

fn edit(body: &mut Vec<Block>, edit: Edit, at: usize, to: usize) {
    let at = at % body.len();
    let pieces = |block: &mut Block| -> Option<Vec<Inline>> {
        match block {
            Block::Para { text, .. } | Block::Item { text, .. } => Some(std::mem::take(text)),
            _ => None,
        }
    };
    match edit {
        Edit::Change => match &mut body[at] {
            Block::Para { text, .. } | Block::Item { text, .. } | Block::Heading { text, .. } => {
                let Inline::Text(run) = &mut text[0] else { return };
                run.text = run.text.replacen("và", "cùng với", 1).replacen("các", "một số", 1).replacen(" của ", " thuộc ", 1) + "mới rà soát ";
            }
            _ => {}
        },
        Edit::Number => each_inline(&mut body[at], &mut |piece| {
            if let Inline::Figure(chip) = piece {
                chip.shown = Some("98765".into());
            }
        }),
        Edit::Remove if body.len() > 4 => drop(body.remove(at)),
        Edit::Remove => {}
        Edit::Add => body.insert(
            at,
            Block::Para {
                id: String::new(), text: vec![Inline::words(format!("Đoạn hoàn toàn khác do lãnh đạo viết thêm vào chỗ {to}."))]
            },
        ),
        Edit::Move => {
            let block = body.remove(at);
            let to = to % (body.len() + 1);
            body.insert(to, block);
        }
        Edit::Split => {
            let (Block::Para { text, .. } | Block::Item { text, .. }) = &body[at] else { return };
            let Some(Inline::Text(run)) = text.first() else { return };
            let Some((first, rest)) = run.text.split_once(" lần ").map(|(first, rest)| (first.to_owned(), format!("lần {rest}"))) else { return };
            let text = pieces(&mut body[at]).unwrap();
            let rest: Vec<Inline> = std::iter::once(Inline::words(rest)).chain(text.into_iter().skip(1)).collect();
            match &mut body[at] {
                Block::Para { text, .. } | Block::Item { text, .. } => *text = vec![Inline::words(first)],
                _ => {}
            }
            // A control goes on over both halves, a bookmark stays in the first.
            let id = if to.is_multiple_of(2) { body[at].id().to_owned() } else { String::new() };
            body.insert(at + 1, Block::Para { id, text: rest });
        }
        Edit::Merge => {
            if at + 1 >= body.len() || !matches!(body[at], Block::Para { .. } | Block::Item { .. }) || !matches!(body[at + 1], Block::Para { .. }) {
                return;
            }
            let mut next = body.remove(at + 1);
            let more = pieces(&mut next).unwrap();
            match &mut body[at] {
                Block::Para { text, .. } | Block::Item { text, .. } => {
                    text.push(Inline::words(" "));
                    text.extend(more);
                }
                _ => {}
            }
        }
        Edit::Strip => body[at] = body[at].clone().with_id(String::new()),
    }
}

fn edits() -> impl Strategy<Value = Vec<(Edit, usize, usize)>> {
    let kinds = [Edit::Change, Edit::Number, Edit::Remove, Edit::Add, Edit::Move, Edit::Split, Edit::Merge, Edit::Strip];
    prop::collection::vec(((0..kinds.len()).prop_map(move |nth| kinds[nth]), any::<usize>(), any::<usize>()), 0..7)
}

/// Whether any figure of a body is in it, as words or as itself, whatever its control.
fn without_controls(body: &mut [Block]) {
    for block in body.iter_mut() {
        each_inline(block, &mut |piece| {
            if let Inline::Figure(_) = piece {
                *piece = Inline::words(Inline::plain(std::slice::from_ref(piece)));
            }
        });
        *block = block.clone().with_id(String::new());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn all_that_was_edited_is_taken(count in 3_usize..24, edits in edits(), bare in any::<bool>()) {
        let base = paper((0..count).map(|nth| para(nth + 1)).collect());
        let mut edited = base.clone();
        for (one, at, to) in &edits {
            edit(&mut edited.body, *one, *at, *to);
        }
        if bare {
            without_controls(&mut edited.body);
        }
        let (compared, body) = taken(&base, &edited);
        prop_assert_eq!(text(&body), text(&edited.body), "{:?}", compared.found.iter().map(|found| (found.kind, &found.blocks)).collect::<Vec<_>>());
        prop_assert!(compared.outside.is_empty(), "{:?}", compared.outside);
    }

    #[test]
    fn an_unedited_file_differs_in_nothing(count in 1_usize..40, bare in any::<bool>()) {
        let base = paper((0..count).map(|nth| para(nth + 1)).collect());
        let mut edited = base.clone();
        if bare {
            without_controls(&mut edited.body);
        }
        let compared = compare(&base, &home(&edited)).unwrap();
        prop_assert_eq!(&compared.found, &[]);
        let matched = compared.matched;
        prop_assert_eq!((matched.paragraphs, matched.by_mark + matched.by_words), (u32::try_from(count).unwrap(), u32::try_from(count).unwrap()));
        prop_assert_eq!(matched.by_mark > 0, !bare);
    }
}

/// Kinds and words of what differs, as `kind: text`.
fn told(base: &Document, edited: &Document) -> Vec<String> {
    let one = |how: BackHow, text: &str| match how {
        BackHow::Same => text.to_owned(),
        BackHow::Gone => format!("[-{text}-]"),
        BackHow::New => format!("[+{text}+]"),
        look => format!("[{look:?} {text}]"),
    };
    let line =
        |line: &crate::view::BackLine| line.label.clone() + " " + &line.words.iter().map(|words| one(words.how, &words.text)).collect::<String>();
    let found = compare(base, &home(edited)).unwrap().found;
    found.iter().map(|found| format!("{:?}:{}", found.kind, found.lines.iter().map(line).collect::<String>())).collect()
}

fn plain(id: &str, words: &str) -> Block {
    Block::Para { id: id.into(), text: vec![Inline::words(words)] }
}

#[test]
fn a_cut_and_a_join_are_read_as_such() {
    let base = paper(vec![plain("a", "Xã đã ban hành kế hoạch. Các phòng đã làm xong việc."), plain("b", "Người dân hài lòng với cách làm.")]);
    let cut = paper(vec![plain("a", "Xã đã ban hành kế hoạch."), plain("a", "Các phòng đã làm xong việc."), base.body[1].clone()]);
    assert_eq!(told(&base, &cut), ["Split: Xã đã ban hành kế hoạch.[+ ¶+] Các phòng đã làm xong việc."]);
    let joined = paper(vec![plain("a", "Xã đã ban hành kế hoạch. Các phòng đã làm xong việc. Người dân hài lòng với cách làm.")]);
    assert_eq!(told(&base, &joined), ["Merged: Xã đã ban hành kế hoạch. Các phòng đã làm xong việc.[- ¶-] Người dân hài lòng với cách làm."]);
}

#[test]
fn a_new_paragraph_in_the_control_of_another_is_new() {
    let base = paper(vec![plain("a", "Xã đã ban hành kế hoạch kiểm tra."), plain("b", "Người dân hài lòng với cách làm.")]);
    let edited =
        paper(vec![plain("a", "Xã đã ban hành kế hoạch kiểm tra."), plain("a", "Việc này do Chủ tịch trực tiếp chỉ đạo."), base.body[1].clone()]);
    assert_eq!(told(&base, &edited), ["Added: [+Việc này do Chủ tịch trực tiếp chỉ đạo.+]"]);
    let above =
        paper(vec![plain("a", "Việc này do Chủ tịch trực tiếp chỉ đạo."), plain("a", "Xã đã ban hành kế hoạch kiểm tra."), base.body[1].clone()]);
    assert_eq!(told(&base, &above), told(&base, &edited));
}

#[test]
fn a_moved_paragraph_is_one_difference() {
    let base = paper((1..5).map(|nth| plain(&format!("b{nth}"), &words(nth))).collect());
    let mut edited = base.clone();
    edited.body.rotate_left(1);
    let found = compare(&base, &home(&edited)).unwrap().found;
    assert_eq!(found.iter().map(|one| (one.kind, one.blocks.clone())).collect::<Vec<_>>(), [(BackKind::Moved, vec![0])]);
}

#[test]
fn what_stands_around_the_text_is_told_and_not_taken() {
    let base = paper(vec![plain("a", &words(1)), plain("b", &words(2))]);
    let edited = Document {
        subject: "Kết quả công tác cải cách".into(), recipients: vec!["Sở Nội vụ".into(), "Lưu: VT".into()], ..base.clone()
    };
    let compared = compare(&base, &home(&edited)).unwrap();
    assert!(compared.found.is_empty(), "{:?}", compared.found);
    assert_eq!(compared.outside.len(), 2, "{:?}", compared.outside);
}

//! What was sent, edited in every way, comes home.

use super::apply::Draft;
use super::compare::compare;
use super::found::Compared;
use super::units::{single, units};
use super::versions::{self, Chosen};
use crate::paper::{Block, Document, FigureChip, FigureFormat, Inline, Item};
use crate::report::document::each_inline;
use crate::report::rows::SectionRow;
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

pub(super) fn para(nth: usize) -> Block {
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

pub(super) fn paper(body: Vec<Block>) -> Document {
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

pub(super) fn home(edited: &Document) -> Vec<super::units::Unit> {
    units(&read::bytes(&word::docx(edited).unwrap()).unwrap())
}

/// A report under test: its sections, and what its file said when it was sent and each time something of it was taken.
pub(super) struct Taking {
    rows: Vec<SectionRow>,
    pub(super) versions: Vec<Document>,
    made: u32,
}

impl Taking {
    pub(super) fn sent(base: &Document) -> Taking {
        Taking { rows: sections(&base.body), versions: vec![base.clone()], made: 0 }
    }

    /// Takes all of a returned file; answers what differed.
    fn take(&mut self, edited: &Document) -> Chosen {
        self.take_of(edited, |_, _| true)
    }

    /// Takes the wanted differences of a returned file; answers what differed.
    pub(super) fn take_of(&mut self, edited: &Document, is_wanted: impl Fn(&Chosen, usize) -> bool) -> Chosen {
        let chosen = versions::choose(self.versions.clone(), &home(edited)).unwrap().unwrap();
        let mut found: Vec<_> = chosen.compared.found.iter().cloned().enumerate().filter(|(nth, _)| is_wanted(&chosen, *nth)).collect();
        for (_, one) in &mut found {
            for (at, changed) in one.changed.clone() {
                super::set_figure(&mut one.after[at], changed.nth, &changed.now, "theo lãnh đạo");
            }
        }
        let first = self.made;
        let mut new_id = || {
            self.made += 1;
            format!("new-{}", self.made)
        };
        let mut draft = Draft::of(&self.rows);
        draft.take(&found, &chosen.compared, &chosen.base.body, &mut new_id);
        self.made = first;
        let mut new_id = || {
            self.made += 1;
            format!("new-{}", self.made)
        };
        self.versions.push(versions::taken(&chosen.base, &found, &chosen.compared, &mut new_id));
        self.rows = draft.sections(&self.rows).into_iter().map(|(_, section)| section).collect();
        chosen
    }

    /// The report as it is printed.
    pub(super) fn body(&self) -> Vec<Block> {
        let mut body = Vec::new();
        for section in &self.rows {
            if section.level > 0 {
                body.push(Block::Heading {
                    id: format!("muc-{}", section.key),
                    level: section.level,
                    number: section.number.clone(),
                    text: vec![Inline::words(section.title.clone())],
                });
            }
            body.extend(section.blocks.iter().cloned());
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
        body
    }
}

pub(super) fn text(body: &[Block]) -> Vec<String> {
    body.iter().map(|block| single(&block.plain())).collect()
}

/// An edit: what is done, where, and with what.
#[derive(Debug, Clone, Copy)]
pub(super) enum Edit {
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

pub(super) fn edit(body: &mut Vec<Block>, edit: Edit, at: usize, to: usize) {
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
    fn all_that_was_edited_is_taken_from_one_version_after_another(
        count in 3_usize..24, edits in edits(), again in edits(), bare in any::<bool>(),
    ) {
        let base = paper((0..count).map(|nth| para(nth + 1)).collect());
        let mut edited = base.clone();
        for (one, at, to) in &edits {
            edit(&mut edited.body, *one, *at, *to);
        }
        if bare {
            without_controls(&mut edited.body);
        }
        let mut taking = Taking::sent(&base);
        let compared = taking.take(&edited).compared;
        let told = |compared: &Compared| compared.found.iter().map(|found| format!("{:?} {:?}", found.kind, found.blocks)).collect::<Vec<_>>();
        prop_assert_eq!(text(&taking.body()), text(&edited.body), "{:?}", told(&compared));
        prop_assert!(compared.outside.is_empty(), "{:?}", compared.outside);
        prop_assert_eq!(text(&taking.versions[1].body), text(&edited.body), "what its next version is compared with");
        // The leader goes on in the same file: it says what the report says, and all of that is taken too.
        for (one, at, to) in &again {
            edit(&mut edited.body, *one, *at, *to);
        }
        if bare {
            without_controls(&mut edited.body);
        }
        let compared = taking.take(&edited).compared;
        prop_assert_eq!(text(&taking.body()), text(&edited.body), "again: {:?}", told(&compared));
        let last = versions::choose(taking.versions.clone(), &home(&edited)).unwrap().unwrap();
        prop_assert_eq!(told(&last.compared), Vec::<String>::new(), "what was taken is not asked again");
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

//! Documents at random: what officers write, and what gets into their text by copying.

use crate::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Item, Letterhead, Number, PlaceDate, Row, Signature, Table, TextRun};
use crate::viet;
use chrono::NaiveDate;
use proptest::prelude::*;

/// Who signs every random document.
pub(super) const NAME: &str = "Nguyễn Người Ký";
/// The first line above the signature.
pub(super) const FIRST: &str = "TM. ỦY BAN NHÂN DÂN";

fn words(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let word = prop_oneof![
        12 => prop::sample::select(vec!["cải", "cách", "hành", "chính", "nghiêm", "trường", "ủy", "xã", "một", "cửa,", "HĐND", "số", "ngày", "tháng", "năm", "Điều", "quý", "triệu", "đồng;", "31", "05", "2026", "III", "99,81%"]),
        2 => prop::sample::select(vec!["-", "–", "87/QĐ-UBND", "61/2018/NĐ-CP", "12/01/2026", "      ", "“dịch", "vụ”"]),
        1 => prop::sample::select(vec!["Lê\u{301} Va\u{306}n", "xa\u{303}", "\u{1}\u{7}", "mo\u{302}\u{323}t\t\u{200b}hai", "QĐ\u{2011}UBND", "\u{d0}ảng", "Điều\u{a0}5", "(Điều", "5)"]),
        1 => prop::sample::select(vec!["https://dichvucong.haiphong.gov.vn/thu-tuc/ho-so/1234567890/chi-tiet-ket-qua-giai-quyet-thu-tuc-hanh-chinh-cong", "nghiêng"]),
    ];
    prop::collection::vec(word, count).prop_map(|words| words.join(" "))
}

/// Words of a body, at times one that is longer than a line, or than several.
fn said(count: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    let long = (prop::bool::weighted(0.02), 80..1500_usize, words(0..3));
    (words(count), long).prop_map(|(words, (is_long, length, more))| {
        if is_long { format!("{words} {} {more}", "ươngnghiêng".chars().cycle().take(length).collect::<String>()) } else { words }
    })
}

fn text(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Inline>> {
    styled(said(count))
}

fn styled(words: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<Inline>> {
    prop::collection::vec((words, any::<(bool, bool)>()), 1..3).prop_map(|parts| {
        let run = |(text, (bold, italic)): (String, (bool, bool))| Inline::Text(TextRun { text: format!("{text} "), bold: bold && italic, italic });
        parts.into_iter().map(run).collect()
    })
}

fn table() -> impl Strategy<Value = Table> {
    let size = 11..=13_u8;
    (prop_oneof![12 => 1..=7_usize, 1 => 8..=40_usize], 0..=2_usize, 0..25_usize, size, prop::bool::weighted(0.3)).prop_flat_map(
        |(columns, header, rows, size, alike)| {
            let rows = if columns > 7 { rows.min(4) } else { rows };
            let column = (1..40_u16, prop::sample::select(vec![Align::Left, Align::Center, Align::Right]))
                .prop_map(move |(share, align)| Column { share: if alike { 0 } else { share }, align });
            let cell = prop_oneof![8 => words(0..6), 4 => said(4..25), 1 => words(25..60)];
            let tall = (prop::bool::weighted(0.1), words(200..900));
            let row = (prop::bool::weighted(0.15), prop::collection::vec(cell, columns)).prop_map(|(group, mut words)| {
                // Each row says something: lines without ink can't be told on a page.
                words.iter_mut().take(1).for_each(|first| first.insert_str(0, "1 "));
                let spans = if group {
                    vec![(words.concat(), u16::try_from(words.len()).unwrap())]
                } else {
                    words.into_iter().map(|words| (words, 1)).collect()
                };
                Row { group, cells: spans.into_iter().map(|(words, span)| Cell { span, text: vec![Inline::words(words)] }).collect() }
            });
            let short = prop::collection::vec(words(1..4), columns).prop_map(|words| Row {
                group: false,
                cells: words.into_iter().map(|words| Cell { span: 1, text: vec![Inline::words(words)] }).collect(),
            });
            (prop::collection::vec(column, columns), prop::collection::vec(short, header), prop::collection::vec(row, rows), tall).prop_map(
                move |(columns, header, mut rows, (is_tall, words))| {
                    if let (true, Some(cell)) = (is_tall, rows.last_mut().and_then(|row| row.cells.last_mut())) {
                        cell.text = vec![Inline::words(words)];
                    }
                    Table { columns, header, rows, size }
                },
            )
        },
    )
}

fn item() -> impl Strategy<Value = Item> {
    prop_oneof![
        Just(Item::Dash),
        Just(Item::Plus),
        (1..=23_usize).prop_map(|n| Item::Letter(viet::letter(n).map(String::from).unwrap_or_default())),
        (1..30_usize).prop_map(|n| Item::Number(format!("{n}."))),
    ]
}

fn block() -> impl Strategy<Value = Block> {
    let id = String::new;
    prop_oneof![
        8 => text(1..120).prop_map(move |text| Block::Para { id: id(), text }),
        4 => (item(), text(1..60)).prop_map(move |(item, text)| Block::Item { id: id(), item, text }),
        3 => (1..=3_u8, prop::sample::select(vec!["1.", "II.", "1.1.", "đ)", ""]), styled(words(1..5)))
            .prop_map(move |(level, number, text)| Block::Heading { id: id(), level, number: number.into(), text }),
        1 => (prop::sample::select(vec!["Phần I", "Phần thứ nhất"]), words(1..20))
            .prop_map(move |(number, title)| Block::Part { id: id(), number: number.into(), title }),
        1 => table().prop_map(move |table| Block::Table { id: id(), table }),
    ]
}

pub(in crate::typeset) fn document() -> impl Strategy<Value = Document> {
    let letterhead = (prop::option::of(words(3..14)), prop::option::of(prop::option::of(1..2000_u16)), words(1..7), any::<bool>());
    let head = (words(1..50), prop::option::of(words(1..15)), prop::collection::vec(words(1..25), 0..4));
    let closing = text(1..40);
    let ending = (prop::option::weighted(0.9, prop::collection::vec(words(1..8), 0..4)), prop::collection::vec(words(1..20), 0..25));
    let appendix = (words(1..20), any::<bool>(), prop::collection::vec(block(), 0..3)).prop_map(|(title, landscape, body)| Appendix {
        title,
        reference: "(Kèm theo Báo cáo số      /BC-UBND)".into(),
        list: false,
        landscape,
        body,
        charts: Vec::new(),
    });
    let rest = (prop::collection::vec(block(), 0..25), closing, prop::collection::vec(appendix, 0..3), any::<bool>());
    let more = (
        prop::collection::vec(words(1..30), 0..4),
        prop::option::weighted(0.2, words(1..20)),
        prop::option::weighted(0.2, prop::sample::select(vec!["PL.(300)", "vhxh.(5)", "Nguyễn Thị Rất Là Dài Tên.(12)"])),
        prop::option::weighted(0.3, words(3..40)),
        any::<bool>(),
    );
    (letterhead, head, ending, rest, more).prop_map(|((governing, number, place, dated), head, (offices, recipients), rest, more)| {
        let (subject, bracket, addressees) = head;
        let (mut body, closing, appendices, marked) = rest;
        let (bases, about, drafter, address, draft) = more;
        let is_letter = about.is_some();
        body.push(Block::Para { id: String::new(), text: closing });
        Document {
            letterhead: Letterhead {
                governing,
                agency: vec!["ỦY BAN NHÂN DÂN".into(), "XÃ LAM KHÊ".into()],
                number: number.map(|number| Number { number: number.map(|number| number.to_string()), symbol: "BC-UBND".into() }),
                place: Some(PlaceDate { place, day: dated.then(|| NaiveDate::from_ymd_opt(2026, 9, 3).unwrap()), year: 2026 }),
                about,
            },
            name: if is_letter { String::new() } else { "BÁO CÁO".into() },
            subject: if is_letter { String::new() } else { subject },
            bracket: bracket.filter(|_| !is_letter),
            bases,
            drafter: drafter.map(String::from),
            address,
            draft,
            addressees,
            body,
            signature: offices.map(|offices| Signature { lines: std::iter::once(FIRST.to_owned()).chain(offices).collect(), name: NAME.into() }),
            recipients,
            appendices,
            mark: marked.then(|| "SỐ LIỆU MẪU".to_owned()),
            changed: NaiveDate::from_ymd_opt(2026, 9, 3).unwrap().and_hms_opt(8, 0, 0).unwrap(),
        }
    })
}

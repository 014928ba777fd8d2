//! Tables and pages of any shape: no row is lost, nothing crashes or takes long.

use super::*;

proptest::proptest! {
    /// Tables of any shape: no row is lost, and nothing crashes.
    #[test]
    fn no_row_is_ever_lost(
        rows in proptest::collection::vec(proptest::collection::vec(proptest::sample::select(WORDS), 0..8), 0..14),
        header in proptest::bool::ANY,
    ) {
        let mut all: Vec<&[&str]> = if header { vec![HEAD] } else { vec![] };
        all.extend(rows.iter().map(Vec::as_slice));
        if let Ok((draft, counts)) = read("a.docx", &docx(&table(&all)), &Meaning::default()) {
            proptest::prop_assert!(counts.add_up());
            proptest::prop_assert_eq!(counts.source, all.len());
            proptest::prop_assert_eq!(draft.rows.len(), counts.tasks);
        }
    }
}

/// What cells of the random tables hold.
const WORDS: &[&str] = &[
    "",
    "^",
    "1",
    "2",
    "22",
    "I",
    "IV.",
    "I. Thể chế<6",
    "II. Thủ tục<2",
    "A",
    "A. Chung",
    "1. Việc<9",
    "TT",
    "Nội dung",
    "Thời hạn",
    "Cơ quan<2",
    "chủ trì",
    "phối hợp",
    "Phòng Kinh tế",
    "Quý I/2026",
    "viết thường",
    "Việc gì đó",
    "(1)",
    "(2)",
    "(3)",
    "<40",
    "đ",
    "…",
    "V/v",
];

proptest::proptest! {
    /// Tags and words in any order.
    #[test]
    fn no_page_makes_it_crash(bits in proptest::collection::vec(proptest::sample::select(BITS), 0..60)) {
        let _ = read("a.html", bits.concat().as_bytes(), &Meaning::default());
        let _ = read("a.txt", bits.concat().as_bytes(), &Meaning::default());
    }
}

/// What the random pages are made of.
const BITS: &[&str] = &[
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "<td rowspan=3>",
    "<td colspan=99999999999>",
    "<td rowspan=9 colspan=60>",
    "</td>",
    "<p>",
    "<br/>",
    "TT",
    "Nội dung",
    "Thời hạn",
    "1",
    "&amp;",
    "&#x110000;",
    "&",
    "<!--",
    "-->",
    "<",
    ">",
    "\"",
    "'",
    "<style>",
    "đ",
    "\t",
    "\n",
];

#[test]
fn a_row_without_end_takes_no_time() {
    let wide = format!("{}\n{}", HEAD.join("\t").replace('\n', " "), "1\t".repeat(100_000));
    let long = format!("TT\tNội dung\tThời hạn\n{}", "7\tViệc\tQuý I\n".repeat(5_000));
    for text in [wide, long] {
        let (_, counts) = read("a.txt", text.as_bytes(), &Meaning::default()).unwrap();
        assert!(counts.add_up());
    }
}

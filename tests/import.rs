//! A plan comes in from an office's own Word file, every row and every cell.

use ledger::plan::Meaning;
use ledger::plan::read::read_plan_file;
use ledger::view::PlanDraft;
use std::path::PathBuf;

/// A file of the shared samples; `None` where they are not at hand, and the test says so.
fn shared(name: &str) -> Option<PathBuf> {
    let root = std::env::var_os("SHARED").map_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared")), PathBuf::from);
    let path = root.join("samples").join(name);
    if !path.exists() {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    }
    Some(path)
}

fn read(name: &str) -> Option<PlanDraft> {
    let draft = read_plan_file(&shared(name)?, &Meaning::default());
    Some(draft.unwrap_or_else(|refused| panic!("{name}: {refused}")))
}

/// Notes with a code, of the rows (by their number) and of the whole.
fn notes<'a>(draft: &'a PlanDraft, code: &'a str) -> Vec<(&'a str, &'a str)> {
    let of_rows = draft.rows.iter().flat_map(|row| row.warnings.iter().map(move |note| (row.tt.as_str(), note)));
    let all = of_rows.chain(draft.warnings.iter().map(|note| ("", note)));
    all.filter(|(_, note)| note.code.starts_with(code)).map(|(tt, note)| (tt, note.sentence.as_str())).collect()
}

#[test]
fn every_row_and_every_cell_of_the_sample_is_right() {
    for name in ["an-lao-plan.docx", "an-lao-plan.word-clipboard.html", "an-lao-plan.excel-clipboard.txt", "an-lao-plan.xlsx"] {
        check_sample(name);
    }
}

fn check_sample(name: &str) {
    let Some(draft) = read(name) else { return };
    let expected = shared("an-lao-plan.json").and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
    let expected: Vec<serde_json::Value> = serde_json::from_slice(&expected).unwrap_or_default();
    assert_eq!((draft.rows.len(), expected.len()), (31, 31));
    for (row, expected) in draft.rows.iter().zip(&expected) {
        let cells = [
            ("group_roman", &row.group_roman),
            ("group_name", &row.group_name),
            ("content", &row.content),
            ("lead", &row.lead),
            ("coordinating", &row.coordinating),
            ("deadline_text", &row.deadline_text),
            ("product", &row.product),
        ];
        assert_eq!(row.tt, expected["tt"].to_string());
        for (name, cell) in cells {
            assert_eq!(Some(cell.as_str()), expected[name].as_str(), "TT {}, {name}", row.tt);
        }
    }
    let mut groups: Vec<&str> = draft.rows.iter().map(|row| row.group_roman.as_str()).collect();
    groups.dedup();
    assert_eq!(groups, ["I", "II", "III", "IV", "V", "VI", "VII"]);
}

#[test]
fn the_sample_has_its_title_its_period_and_its_doubts() {
    let Some(draft) = read("an-lao-plan.docx") else { return };
    assert_eq!(draft.source, "an-lao-plan.docx");
    assert!(draft.title.starts_with("DANH MỤC NHIỆM VỤ") && draft.title.ends_with("6 THÁNG CUỐI NĂM 2025"), "{}", draft.title);
    assert_eq!((draft.from.to_string(), draft.to.to_string()), ("2025-07-01".to_owned(), "2025-12-31".to_owned()));
    assert_eq!(notes(&draft, "tt-"), [("23", "Số thứ tự nhảy từ 21 sang 23")]);
    let without_one_lead: Vec<&str> = notes(&draft, "lead-").iter().map(|(tt, _)| *tt).collect();
    assert_eq!(without_one_lead, ["12", "17"]);
    assert_eq!(
        notes(&draft, "unit-variants"),
        [
            ("", "Cùng một đơn vị, viết 2 cách: “Phòng Văn hóa - Xã hội” (14 dòng), “Phòng Văn hóa – Xã hội” (1 dòng)."),
            (
                "",
                "Cùng một đơn vị, viết 3 cách: “Văn phòng HĐND&UBND xã” (5 dòng), “Văn phòng HĐND&UBND” (1 dòng), “Văn phòng HĐND và UBND” (1 dòng)."
            ),
        ]
    );
    for code in ["column-", "row-", "rows-", "content-", "period-"] {
        assert_eq!(notes(&draft, code), [], "{code}");
    }
}

#[test]
fn a_report_is_not_taken_for_a_plan() {
    let Some(path) = shared("vi-khe-report.docx") else { return };
    assert_eq!(read_plan_file(&path, &Meaning::default()).unwrap_err().code(), "no-plan-table");
}

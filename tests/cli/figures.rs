//! Figures: shown, out to a workbook, in again.

use super::Bench;

/// The value of a figure in `figures show --json`.
fn now(bench: &Bench, window: &str, id: &str) -> String {
    let view = bench.json(&["figures", "show", "--window", window]);
    let rows = view["groups"].as_array().unwrap().iter().flat_map(|group| group["rows"].as_array().unwrap());
    let row = rows.into_iter().find(|row| row["form"]["id"] == id).unwrap_or_else(|| panic!("no {id}"));
    row["now"]["shown"].as_str().unwrap().to_owned()
}

/// A workbook as an office fills one in by hand.
fn workbook(bench: &Bench, name: &str, rows: &[[&str; 4]]) -> String {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Biểu số liệu (từ ngày 15/6/2026 đến ngày 14/9/2026)").unwrap();
    for (at, row) in (2_u32..).zip([["STT", "Nội dung", "Số liệu", "Nguồn"]].iter().chain(rows)) {
        for (column, text) in (0_u16..).zip(row) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(at, column, number).unwrap(),
                Err(_) => sheet.write_string(at, column, *text).unwrap(),
            };
        }
    }
    let path = bench.path(name);
    book.save(&path).unwrap();
    path.display().to_string()
}

#[test]
fn a_workbook_is_looked_at_first_then_kept_in_one_change() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let before = now(&bench, "2026-Q3", "lead.meetings");
    let rows = [
        ["1", "Hội nghị, cuộc họp chuyên đề hoặc giao ban có nội dung CCHC", "7", "Sổ họp"],
        ["2", "Cuộc đối thoại với người dân, doanh nghiệp", "một", ""],
        ["3", "Số lần mất điện", "4", ""],
        ["4", "Mức độ hài lòng của người dân, doanh nghiệp", "trên 98%", ""],
        ["5", "Tỷ lệ hồ sơ nộp trực tuyến", "12.5", ""],
    ];
    let file = workbook(&bench, "bieu.xlsx", &rows);
    let told = bench.done(&["figures", "import", &file, "--dry-run"]);
    for words in [
        "từ ngày 15/06/2026 đến ngày 14/09/2026",
        "→ 7\n",
        "“một” ở “Cuộc đối thoại với người dân, doanh nghiệp” không phải số",
        "Bộ số liệu không có chỉ tiêu “Số lần mất điện”",
        "do chương trình tính",
        "Đọc được 5 số liệu, 2 số sẽ ghi; chưa ghi gì vào sổ",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert_eq!(now(&bench, "2026-Q3", "lead.meetings"), before, "a dry run keeps nothing");
    let other = bench.done(&["figures", "import", &file, "--dry-run", "--window", "2026-Q2"]);
    assert!(other.contains("! Tệp ghi số liệu của quý III/2026, đang nhập vào quý II/2026."), "{other}");
    let told = bench.done(&["figures", "import", &file]);
    assert!(told.ends_with("Nhập 2 số liệu quý III/2026 từ bieu.xlsx.\n"), "{told}");
    assert_eq!((now(&bench, "2026-Q3", "lead.meetings"), now(&bench, "2026-Q3", "case.satisfaction")), ("7".into(), "trên 98%".into()));
    bench.done(&["undo"]);
    assert_eq!(now(&bench, "2026-Q3", "lead.meetings"), before);
}

#[test]
fn what_goes_out_comes_in_again_as_it_was() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let rows = [["1", "Hồ sơ tiếp nhận mới trực tuyến", "1986", ""], ["2", "Hồ sơ tiếp nhận mới trực tiếp và qua bưu chính", "283", ""]];
    let file = workbook(&bench, "bieu.xlsx", &rows);
    bench.done(&["figures", "import", &file]);
    assert_eq!(now(&bench, "2026-Q3", "case.online_rate"), "87,53");
    let out = bench.path("so-lieu.xlsx").display().to_string();
    bench.done(&["figures", "export", &out, "--window", "2026-Q3"]);
    let draft = bench.json(&["figures", "import", &out, "--dry-run"]);
    let rows = draft["rows"].as_array().unwrap();
    assert!(rows.len() > 5, "{draft}");
    let changed: Vec<_> = rows.iter().filter(|row| row["take"] == true || row["warnings"] != serde_json::json!([])).collect();
    assert!(changed.is_empty(), "{changed:?}");
    let log = bench.done(&["figures", "import", &out]);
    assert!(log.ends_with("Số liệu không thay đổi.\n"), "{log}");
}

#[test]
fn windows_are_named_by_period_or_by_days() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let shown = bench.done(&["figures", "show", "--period", "2026-Q3", "--as-of", "2026-09-10"]);
    assert!(shown.starts_with("Số liệu quý III/2026, tính đến ngày 10/09/2026; so với "), "{shown}");
    let days = bench.done(&["figures", "show", "--window", "2026-06-15..2026-09-14"]);
    assert_eq!(
        days.lines().skip(1).collect::<String>(),
        bench.done(&["figures", "show", "--from", "2026-06-15", "--to", "2026-09-14"]).lines().skip(1).collect::<String>()
    );
    assert!(bench.refused(&["figures", "show", "--window", "2026-09-14..2026-06-15"]).contains("ngày"));
    assert!(bench.refused(&["figures", "show", "--window", "2026-Q5"]).contains("2026-Q5"));
    assert_eq!(bench.run(&["figures", "show", "--from", "2026-06-15"]).status.code(), Some(2));
    let plan = bench.path("ke-hoach.xlsx").display().to_string();
    bench.done(&["plan", "xlsx", &plan]);
    assert!(bench.refused(&["figures", "import", &plan]).contains("Không thấy chỉ tiêu nào"));
}

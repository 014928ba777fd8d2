//! What each call answers.

use super::{Bench, shared};
use serde_json::{Value, json};

#[test]
fn the_seeds_appendix_comes_in_is_worked_on_and_goes_out_as_a_report() {
    let Some(docx) = shared("samples/an-lao-plan.docx") else { return };
    let expected: Value = serde_json::from_slice(&std::fs::read(shared("samples/an-lao-plan.json").unwrap()).unwrap()).unwrap();
    let bench = Bench::new();
    let docx = docx.to_str().unwrap();
    let dry = bench.json(&["plan", "import", docx, "--dry-run"]);
    assert!(!bench.path("so").exists(), "a dry run makes no ledger");
    let kept = bench.json(&["plan", "import", docx]);
    let shown = bench.json(&["plan", "show"]);
    for rows in [&dry, &kept, &shown] {
        let rows = rows.as_array().unwrap();
        assert_eq!(rows.len(), 31);
        for (row, expected) in rows.iter().zip(expected.as_array().unwrap()) {
            for key in ["group_roman", "group_name", "tt", "content", "lead", "coordinating", "deadline_text", "product"] {
                assert_eq!(row[key], expected[key], "{key} of TT {}", expected["tt"]);
            }
        }
    }
    assert_eq!(shown, kept, "what was asked when it came in is still asked");
    let gap = kept.as_array().unwrap().iter().find(|row| row["tt"] == 23).unwrap();
    assert!(gap["warnings"].as_array().unwrap().iter().any(|note| note["code"] == "tt-gap"), "{gap}");
    let states = |words: &[&str]| bench.json(&[&["status"], words].concat())["plan"].clone();
    assert_eq!(states(&["--as-of", "2025-09-01"])["total"], 31);
    // On time, late, and one that had no day.
    for (tt, day) in [("1", "2025-07-20"), ("17", "2025-08-05"), ("2", "2025-09-02")] {
        assert!(bench.json(&["progress", "add", tt, "--state", "done", "--on", day])["id"].is_number());
    }
    let status = states(&["--as-of", "2025-09-14"]);
    assert_eq!((&status["done_on_time"], &status["done_late"], &status["overdue"]), (&json!(2), &json!(1), &json!(1)), "{status}");
    let sum: i64 =
        ["done_on_time", "done_late", "overdue", "in_progress", "not_started", "stopped"].iter().map(|key| status[key].as_i64().unwrap()).sum();
    assert_eq!(sum, 31);
    let report = bench.json(&["report", "new", "--kind", "quarterly", "--period", "2025-Q3"]);
    let id = report["id"].to_string();
    let (pdf, docx) = (bench.path("bc.pdf"), bench.path("bc.docx"));
    bench.done(&["report", "pdf", &id, pdf.to_str().unwrap()]);
    bench.done(&["report", "docx", &id, docx.to_str().unwrap()]);
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-1.7"));
    let docx = std::fs::read(&docx).unwrap();
    let origin = ledger::word::read::origin(&docx).unwrap().expect("it says which report it is");
    assert_eq!(origin.report.len(), 36, "{origin:?}");
    let parts = ledger::word::read::bytes(&docx).unwrap();
    let blocks = parts.iter().filter(|part| matches!(part, ledger::word::read::Part::Para(para) if !para.block.is_empty()));
    assert!(blocks.count() > 3, "each paragraph can come back to its block");
    let again = bench.path("lai.pdf");
    bench.done(&["report", "pdf", &id, again.to_str().unwrap()]);
    assert_eq!(std::fs::read(&pdf).unwrap(), std::fs::read(&again).unwrap(), "two processes, the same bytes");
    bench.done(&["undo"]);
    bench.done(&["undo"]);
    assert_eq!(states(&["--as-of", "2025-09-14"])["done_on_time"], 1, "the report, then the last entry were taken back");
}

#[test]
fn the_sample_commune_fills_a_new_ledger_and_only_a_new_one() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let status = bench.json(&["status", "--as-of", "2026-11-20"]);
    let plan = &status["plan"];
    let sum: i64 =
        ["done_on_time", "done_late", "overdue", "in_progress", "not_started", "stopped"].iter().map(|key| plan[key].as_i64().unwrap()).sum();
    assert_eq!(plan["total"], sum);
    assert!(sum >= 25, "{plan}");
    let above = &status["assigned"];
    let own = &bench.json(&["status", "--as-of", "2026-11-20", "--level", "own"])["assigned"];
    for assigned in [above, own] {
        let with: i64 = ["with_deadline", "without_deadline"].iter().map(|key| assigned[key].as_i64().unwrap()).sum();
        assert_eq!(assigned["total"], with, "{assigned}");
        assert!(with > 0);
    }
    assert!(bench.refused(&["demo"]).contains("đã có dữ liệu"));
}

#[test]
fn a_report_is_submitted_verified_issued() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let id = bench.json(&["report", "new", "--kind", "annual", "--period", "2026", "--to", "2026-11-14"])["id"].to_string();
    let out = bench.path("bc.pdf");
    let out = out.to_str().unwrap();
    bench.done(&["report", "submit", &id]);
    bench.done(&["report", "pdf", &id, out]);
    assert!(bench.done(&["verify", out]).contains("Báo cáo năm 2026"));
    let mut bytes = std::fs::read(out).unwrap();
    bytes.extend_from_slice(b"\n% appended");
    std::fs::write(bench.path("ky.pdf"), &bytes).unwrap();
    let more = bench.done(&["verify", bench.path("ky.pdf").to_str().unwrap()]);
    assert!(more.contains("không phải chữ ký số") && !more.contains("Đúng là tệp của sổ này"), "{more}");
    bytes[200] ^= 1;
    std::fs::write(bench.path("la.pdf"), &bytes).unwrap();
    assert!(bench.refused(&["verify", bench.path("la.pdf").to_str().unwrap()]).contains("không phải"));
    bench.done(&["report", "issue", &id, "--number", "31", "--on", "2026-11-18"]);
    bench.done(&["report", "pdf", &id, out]);
    assert!(bench.done(&["verify"]).contains("nguyên vẹn"));
}

#[test]
fn a_demo_killed_at_any_moment_leaves_all_of_it_or_nothing() {
    for wait in [0, 5, 10, 20, 30, 45, 60, 80, 100, 130] {
        let bench = Bench::new();
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_cchc"));
        let mut child = child.arg("--ledger").arg(bench.path("so")).arg("demo").stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(std::time::Duration::from_millis(wait));
        let _ = child.kill();
        child.wait().unwrap();
        let rows = bench.json(&["plan", "show"]).as_array().unwrap().len();
        let total = bench.json(&["status", "--as-of", "2026-11-20"])["plan"]["done_on_time"].as_i64().unwrap();
        assert!((rows, total) == (0, 0) || (rows, total) == (32, 19), "after {wait} ms: {rows} rows, {total} done");
        if rows == 0 {
            bench.done(&["demo"]);
        }
    }
}

#[test]
fn a_plan_comes_in_from_standard_input() {
    let Some(docx) = shared("samples/an-lao-plan.docx") else { return };
    let bench = Bench::new();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_cchc"));
    command.args(["plan", "import", "-", "--dry-run", "--json"]).stdin(std::fs::File::open(docx).unwrap());
    let output = command.arg("--ledger").arg(bench.path("so")).output().unwrap();
    let rows: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(rows.as_array().unwrap().len(), 31);
}

#[test]
fn tt_and_row_must_agree() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let said = bench.refused(&["progress", "add", "1", "--row", "999999", "--state", "done", "--on", "2026-11-01"]);
    assert!(said.contains("nhiệm vụ"), "{said}");
    let entry = bench.json(&["progress", "add", "32", "--state", "in-progress", "--on", "2026-11-01"])["id"].to_string();
    let said = bench.refused(&["progress", "add", "1", "--corrects", &entry, "--state", "done", "--on", "2026-11-01"]);
    assert!(said.contains("TT 32"), "{said}");
}

#[test]
fn a_deadline_is_explained_without_a_ledger() {
    let bench = Bench::new();
    let say = |words: &str| bench.json(&["deadline", words, "--from", "2025-07-01", "--to", "2025-12-31"]);
    assert_eq!(say("Quý III,IV/2025"), json!({"kind": "window", "first": "2025-07-01", "last": "2025-12-31", "occurrences": []}));
    assert_eq!(say("Trước 30/11")["last"], "2025-11-29");
    assert_eq!(say("Xong đợt II"), json!({"kind": "unknown", "first": null, "last": null, "occurrences": []}));
    let quarters = say("Trước ngày 20 của tháng cuối quý");
    let lasts: Vec<&Value> = quarters["occurrences"].as_array().unwrap().iter().map(|one| &one["last"]).collect();
    assert_eq!(lasts, [&json!("2025-09-19"), &json!("2025-12-19")]);
    assert!(!bench.path("so").exists());
}

#[test]
fn an_earlier_paper_comes_in_and_goes_out_again() {
    let bench = Bench::new();
    let old = bench.path("bc-cu.txt");
    let lines = [
        "ỦY BAN NHÂN DÂN",
        "XÃ LAM KHÊ",
        "Số: 12/BC-UBND",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Lam Khê, ngày 05 tháng 12 năm 2025",
        "BÁO CÁO",
        "Kết quả công tác cải cách hành chính năm 2025",
        "Kính gửi: Sở Nội vụ",
        "Ủy ban nhân dân xã Lam Khê báo cáo kết quả như sau:",
        "I. KẾT QUẢ",
        "1. Kiểm tra",
        "- Đã kiểm tra ba thôn;",
        "- Đã nhắc một bộ phận.",
        "Trên đây là báo cáo của Ủy ban nhân dân xã./.",
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VP.",
        "CHỦ TỊCH",
        "Trần Minh Khang",
    ];
    std::fs::write(&old, lines.join("\n")).unwrap();
    let taken = bench.json(&["report", "import", old.to_str().unwrap()]);
    let warnings = taken["warnings"].as_array().unwrap();
    assert!(!warnings.is_empty());
    for warning in warnings {
        let keys: Vec<&str> = warning.as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(keys.iter().copied().collect::<std::collections::BTreeSet<_>>(), ["now", "was", "where", "why"].into());
        assert!(warning["why"].as_str().unwrap().ends_with('.'), "a sentence: {warning}");
    }
    let said = serde_json::to_string(warnings).unwrap();
    for mended in ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TM. ỦY BAN NHÂN DÂN", "Lưu: VT, VP"] {
        assert!(said.contains(mended), "{mended}: {said}");
    }
    let out = bench.path("bc.pdf");
    bench.done(&["report", "pdf", &taken["id"].to_string(), out.to_str().unwrap()]);
    assert!(std::fs::read(&out).unwrap().starts_with(b"%PDF-1.7"));
    assert!(bench.refused(&["plan", "import", "--report", &taken["id"].to_string()]).contains("bảng"), "no table, no plan");
    bench.done(&["undo"]);
    bench.refused(&["report", "pdf", &taken["id"].to_string(), out.to_str().unwrap()]);
}

#[test]
fn a_report_is_made_by_another_outline_and_a_day_outside_its_window_is_warned_about() {
    let bench = Bench::new();
    bench.done(&["demo"]);
    let call = ["report", "new", "--kind", "quarterly", "--period", "2026-Q3"];
    let headings = |words: &[&str]| {
        let id = bench.json(&[&call, words].concat())["id"].to_string();
        let out = bench.path("bc.docx");
        bench.done(&["report", "docx", &id, out.to_str().unwrap()]);
        let parts = ledger::word::read::bytes(&std::fs::read(&out).unwrap()).unwrap();
        let text: Vec<String> =
            parts.iter().filter_map(|part| if let ledger::word::read::Part::Para(para) = part { Some(para.text.clone()) } else { None }).collect();
        text.join("\n")
    };
    let (usual, inspection) = (headings(&[]), headings(&["--outline", "outline-inspection"]));
    assert_ne!(usual, inspection);
    assert!(bench.refused(&[&call[..], &["--outline", "khong-co"]].concat()).len() > 10);
    for as_of in ["2026-05-01", "2027-05-01"] {
        let said = bench.done(&[&call[..], &["--as-of", as_of]].concat());
        assert!(said.contains("Lưu ý: Ngày tính đến") && said.contains("Hãy sửa"), "{said}");
    }
}

//! A newer version of an outline that ships: offered, taken or left.

use super::*;

#[test]
fn a_newer_version_is_offered_and_never_put_in_place_by_itself() {
    let folder = of_version(1);
    let mut ledger = Ledger::open(folder.path(), &on("2027-01-10")).unwrap();
    let offered = row(&ledger, SETS[0]);
    assert!(!offered.edited && offered.reports > 0);
    assert!(offered.form.sections.iter().any(|section| section.title == "Phương hướng, nhiệm vụ thời gian tới"), "still the old one");
    let lines = offered.newer.join("\n");
    assert!(lines.contains("Tên mục: “IV. Phương hướng, nhiệm vụ thời gian tới” thành “IV. Phương hướng, nhiệm vụ {kỳ sau}”"), "{lines}");
    assert!(lines.contains("Thêm câu gợi ý, số liệu, văn bản trong kỳ: Về tổ chức chỉ đạo, điều hành"), "{lines}");
    for one in SETS.iter().skip(1) {
        assert_eq!(row(&ledger, one).newer, [""; 0], "{one} was never copied in");
    }

    ledger.renew_outline(SETS[0], false, &on("2027-01-10")).unwrap();
    assert_eq!(row(&ledger, SETS[0]).newer, [""; 0], "looked at and left");
    ledger.undo(&on("2027-01-10")).unwrap();
    assert_eq!(row(&ledger, SETS[0]).newer, offered.newer);

    let written = ledger.renew_outline(SETS[0], true, &on("2027-01-10")).unwrap();
    assert_eq!(written.summary, "Lấy bản mới của đề cương “Báo cáo định kỳ (theo đề cương của Sở Nội vụ)”");
    let taken = row(&ledger, SETS[0]);
    assert!(!taken.edited && taken.newer.is_empty() && taken.form.sections.iter().any(|section| section.title == "Phương hướng, nhiệm vụ {kỳ sau}"));
    assert_eq!(ledger.renew_outline(SETS[0], true, &on("2027-01-10")).unwrap_err().code(), "nothing-newer");
    for report in ledger.report_list(on("2027-01-10").today()).unwrap().reports {
        let view = ledger.report_view(report.id).unwrap();
        assert!(view.sections.iter().any(|section| section.title == "Phương hướng, nhiệm vụ thời gian tới"), "reports stay as they were begun");
    }
    ledger.undo(&on("2027-01-10")).unwrap();
    assert_eq!(row(&ledger, SETS[0]), offered);
}

#[test]
fn taking_a_newer_version_keeps_what_the_officer_edited() {
    let folder = of_version(1);
    let mut ledger = Ledger::open(folder.path(), &on("2027-01-10")).unwrap();
    let mut edited = row(&ledger, SETS[0]).form;
    edited.sections[1].title = "Chỉ đạo của xã".into();
    ledger.keep_outline(&edited, &on("2027-01-10")).unwrap();
    let kept = row(&ledger, SETS[0]);
    assert!(kept.edited && !kept.newer.is_empty());
    let written = ledger.renew_outline(SETS[0], true, &on("2027-01-10")).unwrap();
    assert!(written.summary.contains("bản xã đã sửa giữ lại thành"), "{}", written.summary);
    let all = ledger.outlines_view().unwrap().outlines;
    let own = all.iter().find(|row| !row.ships).unwrap();
    assert_eq!(own.form.sections, kept.form.sections);
    assert!(own.form.name.ends_with("(bản của xã)") && own.form.kinds.is_empty());
    assert!(!row(&ledger, SETS[0]).edited);
    ledger.undo(&on("2027-01-10")).unwrap();
    assert_eq!(row(&ledger, SETS[0]), kept);
}

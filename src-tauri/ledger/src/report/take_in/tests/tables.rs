//! Tables of a text, whose cells stand between tabs.

use super::*;

/// Each row of the first table, its cells between bars.
fn rows(taken: &TakenIn) -> Vec<String> {
    let blocks = taken.document.body.iter().chain(taken.document.appendices.iter().flat_map(|one| &one.body));
    let tables = blocks.filter_map(|block| if let Block::Table { table, .. } = block { Some(table) } else { None });
    let words = |row: &Row| row.cells.iter().map(|cell| Inline::plain(&cell.text)).collect::<Vec<_>>().join("|");
    tables.flat_map(|table| table.header.iter().chain(&table.rows)).map(words).collect()
}

#[test]
fn cells_between_tabs_are_a_table_in_body_and_appendix() {
    let table =
        "TT\tNội dung\t\"Cơ quan\nchủ trì\"\tThời hạn\nI. Thể chế\t\t\t\n1\tBan hành \"kế hoạch\"\tPhòng Kinh tế\tQuý I\n2\tBáo cáo\t\tQuý II\n";
    let expected = ["TT|Nội dung|Cơ quan chủ trì|Thời hạn", "I. Thể chế", "1|Ban hành \"kế hoạch\"|Phòng Kinh tế|Quý I", "2|Báo cáo||Quý II"];
    let body = txt(&LAM_KHE.replace("2. Về tuyên truyền\n", &format!("{table}\n2. Về tuyên truyền\n")));
    let appendix = txt(&format!("{LAM_KHE}\nPhụ lục\nDANH MỤC\n\n{table}"));
    for taken in [&body, &appendix] {
        assert_eq!(rows(taken), expected);
    }
    assert_eq!((appendix.document.appendices.len(), appendix.document.appendices[0].title.as_str()), (1, "DANH MỤC"));
    assert_eq!(rows(&txt(&format!("{LAM_KHE}\nPhụ lục\n{}", table.replace("\t\t\t", "").replace('\n', "\r\n\r\n")))).len(), 4);
}

#[test]
fn three_rows_of_two_columns_are_a_table() {
    let table = "Chỉ tiêu\tSố lượng\nHồ sơ nhận\t15\nHồ sơ giải quyết\t14\n";
    let taken = txt(&LAM_KHE.replace("2. Về tuyên truyền\n", &format!("{table}\n2. Về tuyên truyền\n")));
    assert_eq!(rows(&taken), ["Chỉ tiêu|Số lượng", "Hồ sơ nhận|15", "Hồ sơ giải quyết|14"]);
}

#[test]
fn tabs_in_letterhead_lists_and_signature_are_no_table() {
    let text = LAM_KHE
        .replace("          ", "\t")
        .replace("– Xã", "-\tXã")
        .replace("1. Về", "1.\tVề")
        .replace("+ Buổi", "\t+\tBuổi")
        .replace("                  ", "\t");
    assert_eq!(txt(&text).document, txt(LAM_KHE).document);
}

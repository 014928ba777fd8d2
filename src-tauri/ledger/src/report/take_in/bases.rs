//! Legal bases above the body (căn cứ, ô 6): a list of lines, not a sentence.

use super::notes::Notes;
use crate::paper::Block;

/// Words a line of a legal basis begins with; the last line may name who proposed.
const STARTS: [&str; 3] = ["Căn cứ ", "Theo đề nghị ", "Xét đề nghị "];

/// Takes the lines of legal bases out of the beginning of a body, without their end marks.
///
/// Each line ends with `;`, the last with `;`, `,` or `.`. A sentence that begins with `Căn cứ` and goes
/// on to report is no such line and stays where it is.
pub(super) fn taken_out(body: &mut Vec<Block>, notes: &mut Notes) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for block in body.iter() {
        let Block::Para { .. } = block else { break };
        let text = block.plain();
        let begins = STARTS.iter().any(|start| text.starts_with(start)) && (!lines.is_empty() || text.starts_with("Căn cứ "));
        if !begins || !text.ends_with([';', ',', '.']) {
            break;
        }
        let last = !text.ends_with(';');
        lines.push(text);
        if last {
            break;
        }
    }
    // A sentence that ends with a full stop and stands alone may be the first of the body.
    let listed = lines.first().is_some_and(|line| line.ends_with(';'));
    if !listed || lines.len() >= body.len() {
        return Vec::new();
    }
    body.drain(..lines.len());
    let bare = |line: &String| line.trim_end_matches([';', ',', '.']).trim_end().to_owned();
    let bases: Vec<String> = lines.iter().map(bare).collect();
    let printed = format!("{}.", bases.join(";\n"));
    notes.mended("Căn cứ", &lines.join("\n"), &printed, "Căn cứ in nghiêng, mỗi căn cứ một dòng, dấu chấm phẩy sau mỗi dòng, dòng cuối dấu chấm.");
    bases
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::Inline;

    fn check(lines: &[&str], expected: &[&str]) {
        let para = |(nth, text): (usize, &&str)| Block::Para { id: format!("doan-{nth}"), text: vec![Inline::words((*text).to_owned())] };
        let mut body: Vec<Block> = lines.iter().enumerate().map(para).collect();
        let bases = taken_out(&mut body, &mut Notes::default());
        assert_eq!(bases, expected, "{lines:?}");
        assert_eq!(bases.len() + body.len(), lines.len(), "nothing is lost");
    }

    #[test]
    fn a_list_of_bases_is_told_from_a_sentence() {
        let law = "Căn cứ Luật Tổ chức chính quyền địa phương;";
        check(
            &[law, "Căn cứ Kế hoạch số 5/KH-UBND;", "UBND xã báo cáo như sau:"],
            &["Căn cứ Luật Tổ chức chính quyền địa phương", "Căn cứ Kế hoạch số 5/KH-UBND"],
        );
        check(
            &[law, "Theo đề nghị của Trưởng phòng.", "I. KẾT QUẢ"],
            &["Căn cứ Luật Tổ chức chính quyền địa phương", "Theo đề nghị của Trưởng phòng"],
        );
        check(&["Căn cứ Kế hoạch số 5/KH-UBND, UBND xã báo cáo:", "I. KẾT QUẢ"], &[]);
        check(&["Căn cứ chỉ tiêu được giao, xã đã hoàn thành.", "Tiếp theo"], &[]);
        check(&[law], &[]);
    }
}

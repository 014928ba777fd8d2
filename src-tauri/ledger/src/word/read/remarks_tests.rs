//! Comments as Word and LibreOffice write them: words, answers, what is settled; bold and italic.

use super::sample::{document, package};
use super::{Look, Part, Remarked, bytes, comments};

const SPACES: &str =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

fn remarked() -> Vec<u8> {
    let range = |id: &str, end: &str| format!("<w:commentRange{end} w:id=\"{id}\"/>");
    let run = |text: &str| format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let at = |id: &str| format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>");
    let body = format!(
        "<w:p>{}{}{}{}{}{}{}{}</w:p><w:p>{}{}</w:p><w:p>{}{}{}</w:p>",
        run("Xã có "),
        range("0", "Start"),
        range("1", "Start"),
        run("04 nhiệm  vụ"),
        range("0", "End") + &at("0"),
        range("1", "End") + &at("1"),
        run(" trong năm."),
        at("9"),
        range("2", "Start"),
        run("Đoạn hai,"),
        run("đoạn ba."),
        range("2", "End"),
        at("2")
    );
    let comment = |id: &str, author: &str, para: &str, text: &str| {
        format!(
            "<w:comment w:id=\"{id}\" w:author=\"{author}\"><w:p><w:r><w:t>Dòng một</w:t></w:r></w:p><w:p w14:paraId=\"{para}\"><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>"
        )
    };
    let all = [("0", "Khang", "A0", "số này?"), ("2", "Khang", "A2", "gọn lại"), ("1", "Lan", "A1", "đã đối chiếu")];
    let all: String = all.iter().map(|(id, author, para, text)| comment(id, author, para, text)).collect();
    let threads = "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\"><w15:commentEx w15:paraId=\"A0\" w15:done=\"0\"/>\
                   <w15:commentEx w15:paraId=\"A1\" w15:paraIdParent=\"A0\" w15:done=\"0\"/><w15:commentEx w15:paraId=\"A2\" w15:done=\"1\"/></w15:commentsEx>";
    package(&[
        ("word/document.xml", &document(&body)),
        ("word/comments.xml", &format!("<w:comments {SPACES}>{all}</w:comments>")),
        ("word/commentsExtended.xml", threads),
    ])
}

#[test]
fn an_answer_stands_behind_what_it_answers_and_what_is_settled_says_so() {
    let told: Vec<(String, String, String, String, bool)> =
        comments(&remarked()).unwrap().into_iter().map(|one| (one.id, one.author, one.text, one.answers, one.settled)).collect();
    let of =
        |id: &str, author: &str, text: &str, answers: &str, settled| (id.into(), author.into(), format!("Dòng một\n{text}"), answers.into(), settled);
    assert_eq!(told, [of("0", "Khang", "số này?", "", false), of("1", "Lan", "đã đối chiếu", "0", false), of("2", "Khang", "gọn lại", "", true)]);
}

#[test]
fn a_comment_knows_the_words_it_is_set_on_also_over_two_paragraphs() {
    let on: Vec<Vec<Remarked>> =
        bytes(&remarked()).unwrap().into_iter().filter_map(|part| if let Part::Para(para) = part { Some(para.comments) } else { None }).collect();
    let one = |id: &str, words: &str| Remarked { id: id.into(), words: words.into() };
    assert_eq!(on, [vec![one("0", "04 nhiệm vụ"), one("1", "04 nhiệm vụ"), one("9", "")], vec![], vec![one("2", "Đoạn hai, đoạn ba.")]]);
}

#[test]
fn bold_and_italic_are_those_of_the_words_not_of_their_paragraph() {
    let run = |set: &str, text: &str| format!("<w:r><w:rPr>{set}</w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>");
    let body = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Dam\"/><w:rPr><w:b/></w:rPr></w:pPr>{}{}{}{}{}</w:p>",
        run("", "một "),
        run("<w:b/><w:bCs/>", "hai "),
        run("<w:rStyle w:val=\"Manh\"/><w:i/>", "ba "),
        run("<w:rStyle w:val=\"Manh\"/><w:b w:val=\"false\"/>", "bốn "),
        run("<w:i w:val=\"0\"/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>", "năm")
    );
    let styles = format!(
        "<w:styles {SPACES}><w:style w:type=\"paragraph\" w:styleId=\"Dam\"><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Goc\"><w:rPr><w:b/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"Manh\"><w:basedOn w:val=\"Goc\"/></w:style></w:styles>"
    );
    let file = package(&[("word/document.xml", &document(&body)), ("word/styles.xml", &styles)]);
    let Some(Part::Para(para)) = bytes(&file).unwrap().into_iter().next() else { panic!("a paragraph") };
    let at = |words: &str| para.text.find(words).unwrap();
    assert_eq!(
        para.looks,
        [Look { from: at("hai"), to: at("ba"), bold: true, italic: false }, Look { from: at("ba"), to: at("bốn"), bold: true, italic: true }]
    );
}

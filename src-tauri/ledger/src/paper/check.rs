//! What a paper still lacks before it goes to be signed: notes, each with what to do about it.
//!
//! A note never stops printing: the decree leaves room, and the officer knows the case.

use super::{Block, Document};
use crate::viet;

/// Something to look at before the paper is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A report to a higher agency, a submission or a letter without Kính gửi (II.9a).
    NoAddressee,
    /// Nothing stands in the body.
    NoBody,
    /// The body does not end with `./.` (II.6).
    NoEndMark,
    /// The body does not point to an appendix (III.1); its name as printed.
    AppendixUnmentioned(String),
    /// There is no name under the signature (II.7b).
    NoSigner,
    /// The list begins with `Như trên` and there is nobody above (II.9b).
    NobodyAbove,
    /// There is a Kính gửi and the list does not begin with `Như trên` (II.9b).
    NotAsAbove,
    /// The list does not end with `Lưu: VT` (II.9b).
    NotFiled,
}

impl Note {
    /// The note's short name, for tests and screens.
    pub fn code(&self) -> &'static str {
        match self {
            Note::NoAddressee => "no-addressee",
            Note::NoBody => "no-body",
            Note::NoEndMark => "no-end-mark",
            Note::AppendixUnmentioned(_) => "appendix-unmentioned",
            Note::NoSigner => "no-signer",
            Note::NobodyAbove => "nobody-above",
            Note::NotAsAbove => "not-as-above",
            Note::NotFiled => "not-filed",
        }
    }

    /// One sentence that says what is missing and what to do.
    pub fn sentence(&self) -> String {
        match self {
            Note::NoAddressee => "Văn bản gửi cấp trên chưa có dòng Kính gửi: thêm cơ quan nhận vào mục Kính gửi.".to_owned(),
            Note::NoBody => "Văn bản chưa có nội dung: soạn nội dung trước khi trình ký.".to_owned(),
            Note::NoEndMark => "Nội dung chưa kết thúc bằng dấu ./.: thêm ./. vào cuối đoạn cuối cùng.".to_owned(),
            Note::AppendixUnmentioned(name) => {
                format!("Nội dung chưa nhắc đến {name}: thêm chỗ dẫn, chẳng hạn “({name} kèm theo)”, vào đoạn nói về số liệu đó.")
            }
            Note::NoSigner => "Chưa có họ tên người ký: chọn người ký, hoặc thêm người ký trong Cài đặt.".to_owned(),
            Note::NobodyAbove => "Nơi nhận ghi “Như trên” nhưng không có Kính gửi: bỏ dòng “Như trên” hoặc thêm Kính gửi.".to_owned(),
            Note::NotAsAbove => "Có Kính gửi nhưng Nơi nhận chưa bắt đầu bằng “Như trên”: thêm dòng này lên đầu.".to_owned(),
            Note::NotFiled => "Nơi nhận chưa kết thúc bằng “Lưu: VT”: thêm dòng này vào cuối, kèm tên viết tắt của đơn vị soạn thảo.".to_owned(),
        }
    }
}

/// What a paper lacks, in the order in which it stands on the page.
///
/// An appendix on its own lacks nothing; a paper issued with a Decision has no signer, no Kính gửi
/// and no recipients, and is not asked for them.
pub fn check(document: &Document) -> Vec<Note> {
    let attached = document.signature.is_none();
    if attached && document.body.is_empty() && !document.appendices.is_empty() {
        return Vec::new();
    }
    let mut notes = Vec::new();
    if !attached && document.addressees.is_empty() && goes_up(document) {
        notes.push(Note::NoAddressee);
    }
    let texts: Vec<String> = document.body.iter().map(Block::plain).collect();
    if texts.iter().all(|text| text.trim().is_empty()) {
        notes.push(Note::NoBody);
    } else if !texts.iter().rev().find(|text| !text.trim().is_empty()).is_some_and(|text| text.trim_end().ends_with("./.")) {
        notes.push(Note::NoEndMark);
    }
    // A heading such as `Thống kê theo phụ lục` says what follows; it points nowhere.
    let told =
        document.body.iter().filter(|block| !matches!(block, Block::Heading { .. } | Block::Part { .. })).map(Block::plain).collect::<Vec<_>>();
    notes.extend(unmentioned(&told, document.appendices.len()));
    if let Some(signature) = &document.signature {
        // A name not yet known is printed as dots, to be filled in by hand.
        if !signature.name.chars().any(char::is_alphabetic) {
            notes.push(Note::NoSigner);
        }
        notes.extend(recipients(document));
    }
    notes
}

/// Whether a paper asks for Kính gửi: a letter, a submission, a report that someone above receives.
fn goes_up(document: &Document) -> bool {
    let name = low(&document.name);
    let reported = |recipient: &String| ["để b/c", "để báo cáo", "(b/c)"].iter().any(|mark| low(recipient).contains(mark));
    name == "tờ trình" || document.letterhead.about.is_some() || name == "báo cáo" && document.recipients.iter().any(reported)
}

fn recipients(document: &Document) -> Vec<Note> {
    let first = document.recipients.first().map(|first| low(first).starts_with("như trên"));
    let filed = document.recipients.last().is_some_and(|last| low(last).replace(' ', "").starts_with("lưu:vt"));
    let above = match (document.addressees.is_empty(), first) {
        (true, Some(true)) => Some(Note::NobodyAbove),
        (false, Some(false)) => Some(Note::NotAsAbove),
        _ => None,
    };
    above.into_iter().chain((!filed).then_some(Note::NotFiled)).collect()
}

/// The appendices that the body does not point to.
fn unmentioned(texts: &[String], count: usize) -> Vec<Note> {
    let mut numbers = Vec::new();
    let mut any = false;
    for text in texts {
        let text = low(text);
        for (at, word) in text.match_indices("phụ lục") {
            any = true;
            let named = named(text.get(at + word.len()..).unwrap_or(""));
            if named.is_empty() {
                // `các Phụ lục kèm theo` points to all of them; so does one whose number is left out.
                return Vec::new();
            }
            numbers.extend(named);
        }
    }
    match count {
        0 => Vec::new(),
        1 if any => Vec::new(),
        1 => vec![Note::AppendixUnmentioned("Phụ lục".to_owned())],
        _ => {
            let missing = (1..=count).filter(|number| !numbers.contains(number));
            missing.map(|number| Note::AppendixUnmentioned(format!("Phụ lục {}", roman(number)))).collect()
        }
    }
}

/// The Roman numbers right after the word: `I`, `I, II và III`, `I đến IV`.
fn named(after: &str) -> Vec<usize> {
    let mut numbers: Vec<usize> = Vec::new();
    let mut reaching = false;
    for word in after.split_whitespace() {
        for part in word.split_inclusive([',', ';', '-', '–']) {
            let bare = part.trim_matches(|letter: char| !letter.is_alphanumeric());
            let number = viet::from_roman(&bare.to_uppercase()).and_then(|number| usize::try_from(number).ok());
            match number {
                Some(number) => {
                    let from = if reaching { numbers.last().map_or(number, |last| last + 1) } else { number };
                    numbers.extend(from.min(number)..=number);
                    reaching = part.ends_with(['-', '–']);
                }
                None if bare.is_empty() || bare == "và" => reaching |= part.ends_with(['-', '–']),
                None if bare == "đến" => reaching = true,
                None => return numbers,
            }
        }
        if word.ends_with(['.', ')', ':']) {
            break;
        }
    }
    numbers
}

fn roman(number: usize) -> String {
    u32::try_from(number).map(viet::roman).unwrap_or_default()
}

fn low(text: &str) -> String {
    viet::nfc(text.trim()).to_lowercase()
}

#[cfg(test)]
mod tests;

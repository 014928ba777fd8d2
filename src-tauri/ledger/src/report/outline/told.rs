//! An edit of an outline as one sentence; what differs between two versions, a line each.

use super::{Outline, Section, slots};
use crate::view::ReportKind;
use std::collections::BTreeSet;

/// What an edit did; `None`: nothing.
pub(super) fn edit(before: &Outline, after: &Outline, kinds_before: &[ReportKind], kinds: &[ReportKind]) -> Option<String> {
    let name = &after.name;
    if before.name != after.name {
        return Some(format!("Đổi tên đề cương “{}” thành “{name}”", before.name));
    }
    let of = format!("đề cương “{name}”");
    let added: Vec<&Section> = after.sections.iter().filter(|section| find(before, &section.key).is_none()).collect();
    let gone: Vec<&Section> = before.sections.iter().filter(|section| find(after, &section.key).is_none()).collect();
    match (added.as_slice(), gone.as_slice()) {
        ([], []) => {}
        ([one], []) => return Some(format!("Thêm mục “{}” vào {of}", one.called())),
        (all, []) => return Some(format!("Thêm {} mục vào {of}", all.len())),
        ([], [one]) => return Some(format!("Bỏ mục “{}” khỏi {of}", one.called())),
        ([], [first, ..]) => return Some(format!("Bỏ mục “{}” và các mục dưới nó khỏi {of}", first.called())),
        _ => return Some(format!("Thêm {} mục, bỏ {} mục của {of}", added.len(), gone.len())),
    }
    if let Some(moved) = moved(before, after) {
        return Some(format!("Chuyển mục “{}” trong {of}", moved.called()));
    }
    let pairs: Vec<(&Section, &Section)> = after.sections.iter().filter_map(|section| Some((find(before, &section.key)?, section))).collect();
    if let Some((was, section)) = pairs.iter().find(|(was, section)| was.title != section.title) {
        return Some(format!("Đổi tên mục “{}” thành “{}” trong {of}", was.called(), section.called()));
    }
    // A section that got others below it may only gather them from now on: that goes with it.
    if let Some((_, section)) = pairs.iter().find(|(was, section)| (was.level, was.is_part()) != (section.level, section.is_part())) {
        return Some(format!("Chuyển cấp mục “{}” trong {of}", section.called()));
    }
    let unnumbered = |section: &Section| Section { number: String::new(), ..section.clone() };
    if let Some((_, section)) = pairs.iter().find(|(was, section)| unnumbered(was) != unnumbered(section)) {
        return Some(format!("Sửa gợi ý của mục “{}” trong {of}", section.called()));
    }
    if before.numbering != after.numbering {
        return Some(format!("Đổi cách đánh số mục của {of}"));
    }
    if kinds_before != kinds {
        return Some(format!("Chọn loại báo cáo dùng {of}"));
    }
    (before != after).then(|| format!("Sửa phần đầu của {of}"))
}

fn find<'a>(outline: &'a Outline, key: &str) -> Option<&'a Section> {
    outline.sections.iter().find(|section| section.key == key)
}

/// The section that stands elsewhere now, with the same ones around it.
fn moved<'a>(before: &Outline, after: &'a Outline) -> Option<&'a Section> {
    let keys = |outline: &Outline| outline.sections.iter().map(|section| section.key.clone()).collect::<Vec<_>>();
    let (old, new) = (keys(before), keys(after));
    let at = old.iter().zip(&new).position(|(old, new)| old != new)?;
    let without = |keys: &[String], key: &str| keys.iter().filter(|one| *one != key).cloned().collect::<Vec<_>>();
    // Moved down, the one that stood here; moved up, the one that stands here.
    let down = old.get(at).filter(|key| without(&old, key) == without(&new, key));
    find(after, down.or(new.get(at))?)
}

/// What a newer version would change, a line each.
pub(super) fn differences(now: &Outline, newer: &Outline) -> Vec<String> {
    let mut lines = Vec::new();
    if slots::named_words(&now.subject) != slots::named_words(&newer.subject) {
        lines.push(format!("Trích yếu: {}", slots::named_words(&newer.subject)));
    }
    let mut richer: Vec<String> = Vec::new();
    for section in &newer.sections {
        match find(now, &section.key) {
            None => lines.push(format!("Mục mới: {}", section.called())),
            Some(was) => {
                if was.title != section.title {
                    lines.push(format!("Tên mục: “{}” thành “{}”", was.called(), section.called()));
                }
                let new = |was: &[String], now: &[String]| {
                    let was: BTreeSet<&String> = was.iter().collect();
                    now.iter().any(|one| !was.contains(one))
                };
                let documents = section.documents.is_some() && was.documents != section.documents;
                if new(&was.sentences, &section.sentences) || new(&was.figures, &section.figures) || documents {
                    richer.push(section.title.clone());
                }
            }
        }
    }
    lines.extend(
        now.sections.iter().filter(|section| find(newer, &section.key).is_none()).map(|section| format!("Không còn mục: {}", section.called())),
    );
    if !richer.is_empty() {
        let named: Vec<String> = richer.iter().take(3).map(|title| slots::named_words(title)).collect();
        let more = if richer.len() > named.len() { format!(" và {} mục khác", richer.len() - named.len()) } else { String::new() };
        lines.push(format!("Thêm câu gợi ý, số liệu, văn bản trong kỳ: {}{more}", named.join("; ")));
    }
    if lines.is_empty() {
        lines.push("Sửa lời gợi ý ở một số mục.".to_owned());
    }
    lines
}

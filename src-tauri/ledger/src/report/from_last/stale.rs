//! Words that became wrong, and what a template asks to be filled in: from an editable list.

pub(super) use super::entry::{Hit, Stale};
use super::line::words;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// The list that ships.
pub(super) const SHIPPED: &str = include_str!("../../../../../assets/sets/stale-words.json");

/// In a replacement: what the office above is, `tỉnh` or `thành phố`.
const SUPERIOR: &str = "{cấp trên}";

/// A list of words to be looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct StaleWords {
    pub(super) set: String,
    pub(super) version: u32,
    pub(super) name: String,
    /// The longest of several that fit is taken.
    pub(super) words: Vec<Stale>,
    /// Words after which a number is a name: `Điều 5`.
    pub(super) still: Vec<String>,
}

impl StaleWords {
    /// The list that ships. Error: a fault of ours.
    pub(super) fn shipped() -> Result<StaleWords> {
        serde_json::from_str(SHIPPED).map_err(|error| Error::Fault(format!("stale-words.json: {error}")))
    }

    /// The same list in an office under a `tỉnh` or a `thành phố`; where that is not known nothing is proposed
    /// that would name it.
    pub(super) fn under(mut self, superior: Option<&str>) -> StaleWords {
        for one in &mut self.words {
            one.instead = match one.instead.take() {
                Some(instead) if instead.contains(SUPERIOR) => superior.map(|name| instead.replace(SUPERIOR, name)),
                instead => instead,
            };
        }
        self
    }

    /// What of the list stands in a line, in order, none over another.
    pub(super) fn find(&self, line: &str) -> Vec<Hit<'_>> {
        let all = words(line);
        let mut hits: Vec<Hit> =
            self.words.iter().flat_map(|of| of.places(line, &all).into_iter().map(|(start, end)| of.hit(&all, start, end))).collect();
        hits.sort_by_key(|hit| (hit.start, std::cmp::Reverse(hit.end)));
        let mut kept: Vec<Hit> = Vec::new();
        for hit in hits {
            if kept.last().is_none_or(|last| last.end <= hit.start) {
                kept.push(hit);
            }
        }
        kept
    }
}

/// A replacement that begins as what it replaces does.
pub(super) fn in_case(instead: &str, was: &str) -> String {
    let mut letters = instead.chars();
    match (was.chars().next(), letters.next()) {
        (Some(was), Some(first)) if was.is_uppercase() => first.to_uppercase().chain(letters).collect(),
        _ => instead.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &[&str]) {
        let list = StaleWords::shipped().unwrap().under(Some("tỉnh"));
        let found: Vec<String> = list
            .find(line)
            .into_iter()
            .map(|hit| {
                let was = &line[hit.start..hit.end];
                hit.instead.map_or_else(|| was.to_owned(), |instead| format!("{was} → {}", in_case(instead, was)))
            })
            .collect();
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn words_that_became_wrong_are_found_with_what_may_replace_them() {
        check("Bộ phận một cửa của xã", &["Bộ phận một cửa → Trung tâm Phục vụ hành chính công"]);
        check("dịch vụ công mức độ 3, 4 và mức độ 4.", &["mức độ 3, 4 → một phần, toàn trình", "mức độ 4 → toàn trình"]);
        check("UBND huyện, thị xã", &["UBND huyện → UBND tỉnh", "thị xã"]);
        check("các huyện, thị xã, thành phố", &["huyện, thị xã, thành phố → xã, phường"]);
        check("Nêu rõ số lượng. Xã làm tốt (ghi rõ tên đơn vị).", &["Nêu rõ", "(ghi rõ tên đơn vị)"]);
        check("có … hồ sơ, đạt ......%; có XX việc", &["…", "......", "XX"]);
        check("đạt xx%, có _____ hồ sơ, ông____.", &["xx%", "_____", "____"]);
        check("Sở Thông tin và Truyền thông", &["Sở Thông tin và Truyền thông → Sở Khoa học và Công nghệ"]);
    }

    #[test]
    fn nothing_replaces_an_office_somebody_held_nor_a_place_of_its_day() {
        check("đồng chí A, nguyên Trưởng phòng Nội vụ huyện", &["Trưởng phòng Nội vụ huyện"]);
        check("nguyên Giám đốc Sở Kế hoạch và Đầu tư", &["Sở Kế hoạch và Đầu tư"]);
        check("phòng Nội vụ huyện giao", &["phòng Nội vụ huyện → Sở Nội vụ"]);
        check("UBND huyện Tứ Kỳ đã giao; UBND huyện giao", &["UBND huyện", "UBND huyện → UBND tỉnh"]);
    }

    #[test]
    fn the_office_above_is_the_one_this_office_has() {
        let instead = |superior| {
            let list = StaleWords::shipped().unwrap().under(superior);
            list.find("UBND huyện; Ủy ban nhân dân huyện").iter().map(|hit| hit.instead.map(str::to_owned)).collect::<Vec<_>>()
        };
        assert_eq!(instead(Some("thành phố")), [Some("UBND thành phố".to_owned()), Some("Ủy ban nhân dân thành phố".to_owned())]);
        assert_eq!(instead(None), [None, None]);
    }

    #[test]
    fn a_level_is_one_of_a_service_only_where_services_are_spoken_of() {
        check("hồ sơ trực tuyến mức độ 4 đạt 98%", &["mức độ 4 → toàn trình"]);
        check("Đánh giá mức độ 4 sao; an toàn thông tin mức độ 3", &[]);
        check("chấm dịch vụ công mức độ 4 sao", &[]);
    }

    #[test]
    fn ordinary_prose_has_none_of_them() {
        for line in [
            "Mỗi văn bản đều nêu rõ phòng chủ trì, thời hạn và sản phẩm phải nộp.",
            "tuyên truyền, tập huấn… cho công chức; họp, gặp gỡ, v.v...",
            "thôn, tổ dân phố, …",
            "Trên đây là báo cáo./.",
            "Đại hội lần thứ XX, khóa XX, thế kỷ XX",
            "tỷ lệ đạt mức độ cao, trở thành xã đạt chuẩn",
            "Trung tâm Phục vụ hành chính công của xã phục vụ người dân.",
        ] {
            let list = StaleWords::shipped().unwrap();
            let found: Vec<&str> = list.find(line).into_iter().map(|hit| &line[hit.start..hit.end]).collect();
            assert!(found.is_empty(), "{line}: {found:?}");
        }
    }

    #[test]
    fn the_list_that_ships_names_each_words_once() {
        let list = StaleWords::shipped().unwrap();
        let mut seen = std::collections::HashSet::new();
        for stale in &list.words {
            assert!(seen.insert(stale.words.to_lowercase()), "{}", stale.words);
            assert!(!stale.why.is_empty() && stale.instead.as_ref() != Some(&stale.words), "{}", stale.words);
        }
    }
}

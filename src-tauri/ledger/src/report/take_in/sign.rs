//! Words of who signs (ô 7): authority, office and name, and the marks that signing leaves.

use super::text::{is_capitals, key};

/// True for `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`, `TRƯỞNG PHÒNG`.
pub(super) fn is_authority(text: &str) -> bool {
    const STARTS: [&str; 19] = [
        "TM.",
        "T/M",
        "TM ",
        "KT.",
        "KT ",
        "K/T",
        "TL.",
        "TL ",
        "T/L",
        "TUQ.",
        "TUQ ",
        "Q.",
        "QUYỀN ",
        "CHỦ TỊCH",
        "PHÓ ",
        "TRƯỞNG ",
        "GIÁM ĐỐC",
        "CHÁNH ",
        "THỪA LỆNH",
    ];
    is_capitals(text) && text.chars().count() <= 60 && STARTS.iter().any(|start| text.starts_with(start))
}

/// An authority with the name of who signs after it on the line, and what stands before both.
pub(super) fn signed(text: &str) -> Option<(&str, &str, &str)> {
    let starts = ["TM.", "KT.", "TL.", "TUQ.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
    let mut cuts: Vec<usize> = starts.iter().filter_map(|start| text.find(start)).collect();
    cuts.sort_unstable();
    cuts.into_iter().filter_map(|at| text.split_at_checked(at)).filter(|(before, _)| before.is_empty() || before.ends_with(' ')).find_map(
        |(before, rest)| {
            let first = rest.split(' ').scan(0, |at, word| Some((std::mem::replace(at, *at + word.len() + 1), word)));
            let (name, _) = first.into_iter().find(|(_, word)| word.chars().any(char::is_lowercase))?;
            let (authority, name) = rest.split_at_checked(name)?;
            (is_authority(authority.trim()) && stands(before, authority) && is_name(without_degree(name))).then_some((
                before.trim(),
                authority.trim(),
                name,
            ))
        },
    )
}

/// Marks that signing leaves beside the name: `(Đã ký)`, and the lines of a signature on the screen.
pub(super) fn is_stamp(text: &str) -> bool {
    let key = key(text);
    let drawn = ["nguoi ky", "ngay ky", "thoi gian ky", "ky boi", "email", "co quan"].iter().any(|start| key.starts_with(start));
    key == "da ky"
        || ["ky ten", "ky dong dau", "da ky"].iter().any(|start| key.starts_with(start) && text.starts_with('('))
        || (drawn && text.contains(':') && !text.starts_with('-'))
}

/// A name without the degree before it: the decree wants none.
pub(super) fn without_degree(text: &str) -> &str {
    const DEGREES: [&str; 10] = ["GS", "PGS", "TS", "ThS", "Ths", "THS", "BS", "KS", "CN", "LS"];
    let mut rest = text;
    while let Some((first, next)) = rest.split_once([' ', '.']).filter(|(first, _)| DEGREES.contains(first)) {
        (_, rest) = (first, next.trim_start());
    }
    rest
}

/// An authority that follows other words on a line, as columns set side by side leave it.
///
/// A mark alone is none: in `Lưu: VT, KT.` it is the unit that drafts.
pub(super) fn inner_authority(text: &str) -> Option<(&str, &str)> {
    let starts = ["TM.", "KT.", "TL.", "TUQ.", "Q.", "CHỦ TỊCH", "PHÓ CHỦ TỊCH"];
    let mut cuts: Vec<usize> = starts.iter().filter_map(|start| text.find(start)).filter(|at| *at > 0).collect();
    // `CHỦ TỊCH` stands in `PHÓ CHỦ TỊCH` too: the first begins it.
    cuts.sort_unstable();
    let (before, after) = cuts
        .into_iter()
        .filter_map(|at| text.split_at_checked(at))
        .find(|(before, after)| before.ends_with(' ') && stands(before, after) && is_authority(after))?;
    Some((before.trim(), after))
}

/// Whether what may be an authority is more than an abbreviation that ends a list.
fn stands(before: &str, after: &str) -> bool {
    // `- CHỦ TỊCH, CÁC PHÓ CHỦ TỊCH;` receives.
    let receives = ["-", "–"].contains(&before.trim()) || after.ends_with([';', ',', '.']);
    !receives && !before.trim_end().ends_with(',') && (after.contains(' ') || after.starts_with("CHỦ TỊCH"))
}

/// A person's name: two to seven words, each with a capital, no figures and no marks but those inside a
/// name of the highlands (`H'Yim Kđoh`); one word only with such a mark (`K’Tiếu`).
pub(super) fn is_name(text: &str) -> bool {
    let inner = |sign: char| matches!(sign, '\'' | '’' | 'ʼ' | '-');
    let is_word = |word: &&str| {
        word.starts_with(char::is_uppercase) && word.ends_with(char::is_alphabetic) && word.chars().all(|sign| sign.is_alphabetic() || inner(sign))
    };
    let words: Vec<&str> = text.split(' ').collect();
    let enough = (2..=7).contains(&words.len()) || (words.len() == 1 && text.contains(['\'', '’', 'ʼ']));
    enough && words.iter().all(is_word)
}

/// `PL.(300)`: initials and the number of copies (ô 12).
pub(super) fn is_drafter(text: &str) -> bool {
    let Some((letters, count)) = text.split_once('(') else { return false };
    let letters = letters.trim_end().trim_end_matches('.');
    let copies = count.strip_suffix(')').is_some_and(|count| !count.is_empty() && count.bytes().all(|sign| sign.is_ascii_digit()));
    copies && (1..=5).contains(&letters.chars().count()) && letters.chars().all(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{inner_authority, is_name};

    #[test]
    fn names_of_the_highlands_are_names() {
        for name in ["Nguyễn Văn An", "H'Yim Kđoh", "K’Tiếu", "Y Bhiông Niê", "Nguyễn Thị Minh Khai Ngọc Lan Anh", "Đinh Lê-Na"] {
            assert!(is_name(name), "{name}");
        }
        for other in ["Như trên", "An", "UBND xã", "Lưu: VT", "Phòng 5", "- Nam"] {
            assert!(!is_name(other), "{other}");
        }
    }

    #[test]
    fn a_units_mark_in_the_last_recipient_is_no_authority() {
        for line in ["- Lưu: VT, KT.", "- Lưu: KT.", "- Lưu: VT, TL."] {
            assert_eq!(inner_authority(line), None, "{line}");
        }
        for line in ["- CHỦ TỊCH, CÁC PCT UBND XÃ;", "- TT. ĐẢNG ỦY, CHỦ TỊCH UBND XÃ;"] {
            assert_eq!(inner_authority(line), None, "{line}");
        }
        assert_eq!(inner_authority("- Như trên; KT. CHỦ TỊCH"), Some(("- Như trên;", "KT. CHỦ TỊCH")));
        assert_eq!(inner_authority("- Các thôn; PHÓ CHỦ TỊCH"), Some(("- Các thôn;", "PHÓ CHỦ TỊCH")));
        assert_eq!(inner_authority("Nơi nhận: TM. ỦY BAN NHÂN DÂN"), Some(("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN")));
    }
}

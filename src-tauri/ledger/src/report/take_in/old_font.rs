//! Texts typed for the fonts of old, whose letters are other signs of Latin.

/// Words every report has, as TCVN3 and VNI write them, in small letters.
const WORDS: [&str; 12] = [
    "b¸o c¸o",
    "kõ ho¹ch",
    "nh©n d©n",
    "hµnh chýnh",
    "thñ tôc",
    "céng hoµ",
    "baùo caùo",
    "keá hoaïch",
    "nhaân daân",
    "haønh chính",
    "thuû tuïc",
    "coäng hoøa",
];

/// True for a text in TCVN3 or VNI.
pub(in crate::report) fn is_old(text: &str) -> bool {
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::is_old;

    #[test]
    fn letters_of_old_fonts_are_known() {
        for text in ["B¸o c¸o c¶i c¸ch hµnh chÝnh", "Uû ban nh©n d©n x·", "KÕ ho¹ch", "BAÙO CAÙO", "UÛY BAN NHAÂN DAÂN XAÕ", "Thuû tuïc haønh chính"]
        {
            assert!(is_old(text), "{text}");
        }
        assert!(!is_old("Báo cáo cải cách hành chính, Ủy ban nhân dân xã, kế hoạch, thủ tục"));
    }
}

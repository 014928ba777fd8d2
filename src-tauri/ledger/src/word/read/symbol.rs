//! Signs that Word keeps as places in a symbol font: `w:sym`.

/// The places of `Symbol` and `Wingdings` that offices use, as the letters they show.
const SYMBOL: [(u32, char); 30] = [
    (0xA3, '≤'),
    (0xB0, '°'),
    (0xB1, '±'),
    (0xB3, '≥'),
    (0xB4, '×'),
    (0xB7, '•'),
    (0xB8, '÷'),
    (0xB9, '≠'),
    (0xBB, '≈'),
    (0xA5, '∞'),
    (0xAB, '↔'),
    (0xAC, '←'),
    (0xAD, '↑'),
    (0xAE, '→'),
    (0xAF, '↓'),
    (0xBC, '…'),
    (0xD6, '√'),
    (0x61, 'α'),
    (0x62, 'β'),
    (0x67, 'γ'),
    (0x64, 'δ'),
    (0x6D, 'µ'),
    (0x70, 'π'),
    (0x73, 'σ'),
    (0x44, 'Δ'),
    (0x53, 'Σ'),
    (0x57, 'Ω'),
    (0x2D, '−'),
    (0x2A, '∗'),
    (0x25, '%'),
];
const WINGDINGS: [(u32, char); 14] = [
    (0xA7, '▪'),
    (0x6E, '■'),
    (0x6F, '□'),
    (0x71, '□'),
    (0xA8, '□'),
    (0x6C, '●'),
    (0x9F, '•'),
    (0xE0, '→'),
    (0xDF, '←'),
    (0xF0, '→'),
    (0x76, '◊'),
    (0x77, '◊'),
    (0xD8, '►'),
    (0x2D, '-'),
];

/// What stands for a sign whose place is not known; it is said to.
pub(super) const UNKNOWN: char = '□';

/// The sign at a place (`F0B3`, hexadecimal) of a font; `None`: it is not known.
pub(super) fn sign(font: &str, place: &str) -> Option<char> {
    let code = u32::from_str_radix(place.trim(), 16).ok()?;
    // Symbol fonts stand in the private places from F000 on.
    let own = if (0xF000..=0xF0FF).contains(&code) { code - 0xF000 } else { code };
    let table: &[(u32, char)] = match font.to_lowercase() {
        font if font.contains("wingdings") => &WINGDINGS,
        font if font.contains("symbol") => &SYMBOL,
        _ if own == code => return char::from_u32(code).filter(|sign| !sign.is_control()),
        _ => return None,
    };
    table.iter().find(|(at, _)| *at == own).map(|(_, sign)| *sign)
}

/// True when a main part has a sign whose place is not known.
pub(super) fn any_unknown(xml: &str) -> bool {
    xml.split("<w:sym ").skip(1).any(|tag| {
        let value = |name: &str| tag.split_once(name).and_then(|(_, rest)| rest.split('"').next()).unwrap_or("");
        sign(value("w:font=\""), value("w:char=\"")).is_none()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_of_symbol_fonts_are_the_letters_they_show() {
        for (font, place, shown) in [
            ("Symbol", "F0B3", Some('≥')),
            ("Symbol", "F0A3", Some('≤')),
            ("Wingdings", "F0A7", Some('▪')),
            ("Wingdings", "F04A", None),
            ("Times New Roman", "00B2", Some('²')),
            ("Symbol", "zz", None),
        ] {
            assert_eq!(sign(font, place), shown, "{font} {place}");
        }
        assert!(any_unknown(r#"<w:sym w:font="Wingdings" w:char="F04A"/>"#));
        assert!(!any_unknown(r#"<w:sym w:font="Symbol" w:char="F0B3"/>"#));
    }
}

//! Signs that HTML writes by name or number.

/// Words with `&amp;` and the like resolved; what is no name of a sign stays as it is.
pub(super) fn unescape(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let found = after.split_once(';').filter(|(name, _)| name.len() <= 8).and_then(|(name, after)| Some((sign(name)?, after)));
        match found {
            Some((sign, after)) => {
                out.push(sign);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out + rest
}

fn sign(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        return hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok()).and_then(char::from_u32);
    }
    let named = [("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("nbsp", ' '), ("ndash", '–'), ("mdash", '—'), ("hellip", '…')];
    if let Some((_, sign)) = named.iter().find(|(own, _)| *own == name) {
        return Some(*sign);
    }
    // `&agrave;`, `&Ocirc;`: a letter and its mark.
    let (letter, mark) = (name.chars().next()?, name.get(1..)?);
    let marks = [("grave", '\u{300}'), ("acute", '\u{301}'), ("circ", '\u{302}'), ("tilde", '\u{303}'), ("breve", '\u{306}')];
    let (_, mark) = marks.iter().find(|(own, _)| *own == mark)?;
    unicode_normalization::char::compose(letter, *mark)
}

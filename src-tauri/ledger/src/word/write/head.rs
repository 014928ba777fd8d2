//! The head of the first page: letterhead, name, subject, Kính gửi.

use super::measure::{AGENCY, TEXT_PORTRAIT, mm, width};
use super::xml::{frame, line, para, rule, run, spacer};
use crate::paper::{Document, Letterhead, Number, PlaceDate};
use crate::viet::day_full;

const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";

/// Everything above the body.
pub(super) fn write(document: &Document) -> String {
    let mut out = letterhead(&document.letterhead);
    out.push_str(&spacer());
    if !document.name.is_empty() {
        out.push_str(&line("DocName", &document.name));
    }
    if !document.subject.is_empty() {
        out.push_str(&line("DocSubject", &document.subject));
    }
    if let Some(bracket) = &document.bracket {
        out.push_str(&line("DocBracket", bracket));
    }
    // 5a: a rule below, a third to a half of the line long.
    let last = document.subject.lines().last().unwrap_or(&document.name);
    out.push_str(&rule(width(last, 14).min(TEXT_PORTRAIT) * 2 / 5, TEXT_PORTRAIT, 240));
    out.push_str(&addressees(&document.addressees));
    out
}

fn letterhead(head: &Letterhead) -> String {
    let nation_width = TEXT_PORTRAIT - AGENCY;
    let mut agency: String = head.governing.iter().map(|name| line("Governing", name)).collect();
    agency.extend(head.agency.iter().map(|name| line("Agency", name)));
    let last = head.agency.last().map_or(0, |name| width(name, 12));
    agency.push_str(&rule(last.min(AGENCY) * 9 / 20, AGENCY, 0));
    let nation = line("NationName", NATION) + &line("Motto", MOTTO) + &rule(width(MOTTO, 13), nation_width, 0);
    let mut rows = vec![vec![agency, nation]];
    if head.number.is_some() || head.place.is_some() {
        let number = head.number.as_ref().map(number).unwrap_or_default();
        let place = head.place.as_ref().map(place).unwrap_or_default();
        rows.push(vec![line("DocNumber", &number), line("PlaceDate", &place)]);
    }
    frame(&[AGENCY, nation_width], &rows)
}

/// Room that stays as wide as it is, for what the clerk writes.
fn blank(signs: usize) -> String {
    "\u{a0}".repeat(signs)
}

fn number(number: &Number) -> String {
    let written = number.number.clone().unwrap_or_else(|| blank(8));
    format!("Số: {written}/{}", number.symbol)
}

fn place(place: &PlaceDate) -> String {
    match place.day {
        Some(day) => format!("{}, {}", place.place, day_full(day)),
        None => format!("{}, ngày{}tháng{}năm {}", place.place, blank(7), blank(7), place.year),
    }
}

/// 9a: one on the same line; several a line each, their dashes under the colon.
fn addressees(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => line("Addressee", &format!("Kính gửi: {one}")),
        [.., last] => {
            let left = mm(40);
            let colon = left + width("Kính gửi", 14);
            let set = |left: u32, below: u32, words: &str| {
                para("Addressees", &format!("<w:spacing w:after=\"{below}\"/><w:ind w:left=\"{left}\"/>"), &run(words, ""))
            };
            let others = all.iter().take(all.len() - 1);
            let items = others.map(|name| set(colon, 0, &format!("- {name};"))).collect::<String>();
            set(left, 0, "Kính gửi:") + &items + &set(colon, 240, &format!("- {last}."))
        }
    }
}

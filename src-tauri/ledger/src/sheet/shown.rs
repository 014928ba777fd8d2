//! A value as the workbook shows it, in the way a Vietnamese office writes it.

use calamine::{Data, ExcelDateTime};
use chrono::{Datelike, Timelike};

/// What a cell shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub(super) text: String,
    /// True for a number, whose point parts its decimals.
    pub(super) is_number: bool,
}

impl Words {
    /// Of one value; `format` as in [`words`].
    pub(super) fn of(value: &Data, format: &str) -> Words {
        Words { text: words(value, format), is_number: matches!(value, Data::Int(_) | Data::Float(_)) }
    }
}

/// The words of a cell. `format` is its number format, such as `mm/yyyy`; empty where none is known.
pub(super) fn words(value: &Data, format: &str) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => float(*number, format),
        Data::Bool(yes) => if *yes { "TRUE" } else { "FALSE" }.to_owned(),
        Data::DateTime(moment) => day(moment, format),
        Data::Error(error) => error.to_string(),
    }
}

fn float(number: f64, format: &str) -> String {
    let (number, mark) = if format.contains('%') { (number * 100.0, "%") } else { (number, "") };
    // The last of sixteen digits is the computer's, not the office's: 0,07 × 100 is 7.
    let rounded = (number * 1e9).round() / 1e9;
    format!("{rounded}{mark}")
}

/// Excel turns a typed `7/2025` into a day shown as `Jul-25`: it is a month again.
fn day(moment: &ExcelDateTime, format: &str) -> String {
    let Some(at) = moment.as_datetime() else { return moment.as_f64().to_string() };
    let format = code(format);
    let has = |sign: char| format.contains(sign);
    if moment.is_duration() || (has('h') && !has('d') && !has('y')) {
        return format!("{}:{:02}", at.hour(), at.minute());
    }
    if !has('d') && has('y') {
        let month = if format.contains("mm") && !format.contains("mmm") { format!("{:02}", at.month()) } else { at.month().to_string() };
        return if has('m') { format!("{month}/{}", at.year()) } else { at.year().to_string() };
    }
    format!("{:02}/{:02}/{}", at.day(), at.month(), at.year())
}

/// The signs of a format that stand for parts of a day: no quoted words, no `[$-409]`, one section.
fn code(format: &str) -> String {
    let mut code = String::new();
    let mut closing = None;
    for sign in format.chars() {
        match (closing, sign) {
            (Some(end), sign) if sign == end => closing = None,
            (Some(_), _) => {}
            (None, '"') => closing = Some('"'),
            (None, '[') => closing = Some(']'),
            (None, ';') => break,
            (None, sign) => code.extend(sign.to_lowercase()),
        }
    }
    code
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    #[test]
    fn values_are_written_as_an_office_writes_them() {
        // 45839 is 01/7/2025.
        for (format, shown) in [
            ("dd/mm/yyyy", "01/07/2025"),
            ("m/d/yyyy", "01/07/2025"),
            ("", "01/07/2025"),
            ("mmm-yy", "7/2025"),
            ("mm/yyyy", "07/2025"),
            ("[$-42A]m/yyyy;@", "7/2025"),
            ("\"tháng\" m/yyyy", "7/2025"),
            ("yyyy", "2025"),
        ] {
            let value = Data::DateTime(ExcelDateTime::new(45839.0, ExcelDateTimeType::DateTime, false));
            assert_eq!(words(&value, format), shown, "{format}");
        }
        for (number, format, shown) in
            [(3.0, "General", "3"), (1.1, "General", "1.1"), (0.07, "0%", "7%"), (0.975, "0.0%", "97.5%"), (12.0, "", "12")]
        {
            assert_eq!(words(&Data::Float(number), format), shown);
        }
        assert_eq!(words(&Data::Error(calamine::CellErrorType::Ref), ""), "#REF!");
    }
}

//! A cell to be written, and what stands in it then.

use rust_decimal::Decimal;

/// A cell of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Target {
    /// Its table or sheet, from 0.
    pub(super) table: usize,
    /// The row's place in the table, or its number in the sheet.
    pub(super) row: usize,
    /// The column, from 0.
    pub(super) column: usize,
    pub(super) text: Text,
}

/// What is written: words, and the number where it is one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Text {
    pub(super) words: String,
    /// `2182`, `97.5` as a workbook keeps it; a share stays words, its sign with it.
    pub(super) number: Option<String>,
    /// Of a share, `0.975`: what a cell that shows percent keeps.
    pub(super) share: Option<String>,
}

impl Text {
    /// Of a value as it is printed: `2.182`, `97,5%`, `trên 98%`.
    pub(super) fn of(value: &str) -> Text {
        let share = value.strip_suffix('%').and_then(|percent| Text::of(percent).number).and_then(|percent| percent.parse::<Decimal>().ok());
        let share = share.map(|percent| (percent / Decimal::ONE_HUNDRED).normalize().to_string());
        let (whole, part) = value.split_once(',').map_or((value, None), |(whole, part)| (whole, Some(part)));
        let groups: Vec<&str> = whole.split('.').collect();
        let grouped = groups.iter().all(|group| is_digits(group)) && groups.iter().skip(1).all(|group| group.len() == 3);
        let number = (grouped && part.is_none_or(is_digits)).then(|| match part {
            Some(part) => format!("{}.{part}", groups.concat()),
            None => groups.concat(),
        });
        Text { words: value.to_owned(), number, share }
    }

    /// The number a cell of a workbook keeps; `percent`: it shows a share as percent.
    pub(super) fn number(&self, percent: bool) -> Option<&str> {
        self.share.as_deref().filter(|_| percent).or(self.number.as_deref())
    }

    /// The same in the unit that was asked for, where there is one.
    pub(super) fn told(self, in_unit: Option<&str>) -> Text {
        match in_unit {
            Some(value) => Text { share: self.share, ..Text::of(value) },
            None => self,
        }
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::Text;

    #[test]
    fn what_is_a_number_is_kept_as_one() {
        for (value, number) in [
            ("5", Some("5")),
            ("2.182", Some("2182")),
            ("101.768.044.306", Some("101768044306")),
            ("97,5", Some("97.5")),
            ("97,5%", None),
            ("trên 98%", None),
            ("12.5", None),
            ("", None),
        ] {
            assert_eq!(Text::of(value).number.as_deref(), number, "{value}");
        }
    }

    #[test]
    fn a_share_is_also_a_part_of_one() {
        for (value, share) in [("97,5%", Some("0.975")), ("100%", Some("1")), ("0%", Some("0")), ("trên 98%", None), ("97,5", None)] {
            assert_eq!(Text::of(value).share.as_deref(), share, "{value}");
        }
        let asked = Text::of("97,5%").told(Some("97,5"));
        assert_eq!((asked.number.as_deref(), asked.share.as_deref()), (Some("97.5"), Some("0.975")));
    }
}

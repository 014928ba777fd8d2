//! A cell to be written, and what stands in it then.

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
}

impl Text {
    /// Of a value as it is printed: `2.182`, `97,5%`, `trên 98%`.
    pub(super) fn of(value: &str) -> Text {
        let (whole, part) = value.split_once(',').map_or((value, None), |(whole, part)| (whole, Some(part)));
        let groups: Vec<&str> = whole.split('.').collect();
        let grouped = groups.iter().all(|group| is_digits(group)) && groups.iter().skip(1).all(|group| group.len() == 3);
        let number = (grouped && part.is_none_or(is_digits)).then(|| match part {
            Some(part) => format!("{}.{part}", groups.concat()),
            None => groups.concat(),
        });
        Text { words: value.to_owned(), number }
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
}

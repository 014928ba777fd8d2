//! The words on the command line: `--ledger DIR --now MOMENT --import FILE --save-to DIR`.

use chrono::{NaiveDate, NaiveDateTime};
use std::ffi::OsString;
use std::path::PathBuf;

/// What the window was started with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Args {
    /// The ledger's folder instead of the usual one.
    pub(crate) ledger: Option<PathBuf>,
    /// The moment the clock starts at.
    pub(crate) now: Option<NaiveDateTime>,
    /// The file that the import screen takes instead of asking.
    pub(crate) import: Option<PathBuf>,
    /// The folder that files are saved to instead of asking.
    pub(crate) save_to: Option<PathBuf>,
}

impl Args {
    /// Reads the words; an unknown or unfinished one is refused with a sentence.
    pub(crate) fn read(mut words: impl Iterator<Item = OsString>) -> Result<Args, String> {
        let mut args = Args::default();
        while let Some(word) = words.next() {
            let name = word.to_string_lossy().into_owned();
            let mut value = || words.next().ok_or_else(|| format!("Thiếu giá trị sau {name}."));
            match name.as_str() {
                "--ledger" => args.ledger = Some(value()?.into()),
                "--import" => args.import = Some(value()?.into()),
                "--save-to" => args.save_to = Some(value()?.into()),
                "--now" => args.now = Some(moment(&value()?.to_string_lossy())?),
                _ => return Err(format!("Không hiểu {name}; dùng --ledger, --now, --import hoặc --save-to.")),
            }
        }
        Ok(args)
    }
}

/// `2026-11-21T09:30:00`, `2026-11-21 09:30` or `2026-11-21` (then midnight).
fn moment(text: &str) -> Result<NaiveDateTime, String> {
    let forms = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M"];
    forms
        .iter()
        .find_map(|form| NaiveDateTime::parse_from_str(text, form).ok())
        .or_else(|| text.parse::<NaiveDate>().ok().map(NaiveDateTime::from))
        .ok_or_else(|| format!("“{text}” không phải là một thời điểm; viết như 2026-11-21T09:30:00."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Result<Args, String> {
        Args::read(words.split_whitespace().map(OsString::from))
    }

    #[test]
    fn words_are_read() {
        let args = read("--ledger /a --now 2026-11-21T09:30 --import /b.docx --save-to /c").unwrap();
        assert_eq!(args.ledger, Some("/a".into()));
        assert_eq!(args.now.unwrap().to_string(), "2026-11-21 09:30:00");
        assert_eq!((args.import, args.save_to), (Some("/b.docx".into()), Some("/c".into())));
        assert_eq!(read("--now 2026-11-21").unwrap().now.unwrap().to_string(), "2026-11-21 00:00:00");
        assert_eq!(read(""), Ok(Args::default()));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for (words, named) in [("--ledger", "--ledger"), ("--now mai", "mai"), ("--now 2026-02-30", "2026-02-30"), ("thêm", "thêm")] {
            let sentence = read(words).unwrap_err();
            assert!(sentence.contains(named), "{words}: {sentence}");
        }
    }
}

//! Words, options with a value and flags; Vietnamese words for what is wrong.

use chrono::{NaiveDate, NaiveDateTime};
use std::collections::BTreeMap;
use std::ffi::OsString;

const FLAGS: [&str; 9] = ["json", "dry-run", "progress", "assigned", "no-appendix", "help", "no-count", "all", "sure"];
const OPTIONS: [&str; 26] = [
    "face",
    "window",
    "override",
    "ledger",
    "now",
    "state",
    "on",
    "note",
    "evidence",
    "percent",
    "corrects",
    "reason",
    "new-last",
    "as-of",
    "from",
    "to",
    "plan",
    "report",
    "row",
    "level",
    "kind",
    "period",
    "number",
    "signed",
    "occurrence",
    "outline",
];

/// The parts of a call.
#[derive(Debug, Default)]
pub(crate) struct Args {
    words: Vec<String>,
    options: BTreeMap<String, String>,
    flags: Vec<String>,
}

impl Args {
    pub(crate) fn parse(args: Vec<OsString>) -> Result<Args, String> {
        use lexopt::prelude::*;
        let mut parsed = Args::default();
        let mut parser = lexopt::Parser::from_args(args);
        let text = |value: OsString| value.into_string().map_err(|_| "Lời gọi có chữ không đọc được.".to_owned());
        while let Some(arg) = parser.next().map_err(|error| error.to_string())? {
            match arg {
                Short('h') => parsed.flags.push("help".to_owned()),
                Long(name) if FLAGS.contains(&name) => parsed.flags.push(name.to_owned()),
                Long(name) if OPTIONS.contains(&name) => {
                    let name = name.to_owned();
                    let value = parser.value().map_err(|_| format!("Tùy chọn --{name} thiếu giá trị."))?;
                    if parsed.options.insert(name.clone(), text(value)?).is_some() {
                        return Err(format!("Tùy chọn --{name} ghi hai lần."));
                    }
                }
                Value(value) => parsed.words.push(text(value)?),
                Long(name) => return Err(format!("Không có tùy chọn --{name}.")),
                Short(name) => return Err(format!("Không có tùy chọn -{name}.")),
            }
        }
        Ok(parsed)
    }

    /// The words of the call, in order.
    pub(crate) fn words(&self) -> Vec<String> {
        self.words.clone()
    }

    /// Takes an option's value.
    pub(crate) fn option(&mut self, name: &str) -> Option<String> {
        self.options.remove(name)
    }

    /// Takes an option that the command can't do without.
    pub(crate) fn required(&mut self, name: &str) -> Result<String, super::Failure> {
        self.option(name).ok_or_else(|| super::Failure::Usage(format!("Lệnh này cần --{name}.")))
    }

    /// Takes a flag.
    pub(crate) fn flag(&mut self, name: &str) -> bool {
        let given = self.flags.iter().any(|flag| flag == name);
        self.flags.retain(|flag| flag != name);
        given
    }

    /// Takes a day. A day that does not exist is refused, not a wrong call.
    pub(crate) fn day(&mut self, name: &str) -> Result<Option<NaiveDate>, super::Failure> {
        let Some(text) = self.option(name) else { return Ok(None) };
        Ok(Some(ledger::viet::typed_day(&text, NaiveDate::default())?))
    }

    /// Takes a whole number.
    pub(crate) fn number<N: std::str::FromStr>(&mut self, name: &str) -> Result<Option<N>, super::Failure> {
        let Some(text) = self.option(name) else { return Ok(None) };
        text.parse().map(Some).map_err(|_| super::Failure::Usage(format!("--{name} {text}: phải là một số.")))
    }

    /// An option or flag that is not among the allowed ones.
    pub(crate) fn beyond(&self, allowed: &[&str]) -> Option<&str> {
        self.options.keys().chain(&self.flags).map(String::as_str).find(|name| !allowed.contains(name))
    }
}

/// `2026-11-20T09:41:00`, with or without seconds and zone, or a day alone.
pub(crate) fn moment(text: &str) -> Option<NaiveDateTime> {
    if let Ok(zoned) = chrono::DateTime::parse_from_rfc3339(text) {
        return Some(zoned.naive_local());
    }
    let forms = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"];
    let whole = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok());
    whole.or_else(|| NaiveDate::parse_from_str(text, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0))
}

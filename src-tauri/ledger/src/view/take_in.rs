//! An earlier report taken in: what was supplied or mended, and what it told of the office.

use serde::{Deserialize, Serialize};

/// One thing that was supplied or mended while an earlier paper was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Mended {
    /// The element of the paper, such as `Số, ký hiệu`.
    pub r#where: String,
    /// What stood there; empty when nothing did.
    pub was: String,
    /// What stands there now; empty when it was left out or is blank in its box.
    pub now: String,
    /// One sentence that says why.
    pub why: String,
}

/// What an earlier paper tells of the office: enough to fill in the first start.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OfficeFound {
    /// `Ủy ban nhân dân xã Lam Khê`, or empty.
    pub agency: String,
    /// `Xã`, `Phường`, or empty.
    pub level: String,
    /// `Lam Khê`, or empty.
    pub name: String,
    /// The place before the date.
    pub place: String,
    /// `BC-UBND`.
    pub symbol: String,
    /// The number as written; empty when it is blank.
    pub number: String,
    /// Who signed, or empty.
    pub signer: String,
    /// `Phó Chủ tịch`, or empty.
    pub signer_office: String,
    /// The unit that drafted it, from the last recipient: `VHXH`, or empty.
    pub drafting: String,
    /// To whom it was addressed.
    pub addressees: Vec<String>,
    /// Its recipients.
    pub recipients: Vec<String>,
}

/// An earlier paper as it was read, before it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OldPaper {
    /// `BÁO CÁO` or `KẾ HOẠCH`.
    pub name: String,
    /// Its subject.
    pub subject: String,
    /// Headings, paragraphs and tables in it.
    pub headings: u32,
    /// Paragraphs and items.
    pub paragraphs: u32,
    /// Tables, those of its appendices too.
    pub tables: u32,
    /// What it tells of the office.
    pub found: OfficeFound,
    /// What was supplied or mended.
    pub mended: Vec<Mended>,
}

//! Cài đặt and the first start.

use super::{BackupRow, Id, LogRow};
use crate::deadline::Before;
use crate::paper::signing::Form;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The short form of the first start.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NewOffice {
    /// `Xã`, `Phường`, `Đặc khu`.
    pub level: String,
    /// `Lam Khê`.
    pub name: String,
    /// `Thành phố Hải Phòng`.
    pub province: String,
    /// The place line before the date; empty: the name.
    pub place: String,
    /// The drafting unit's short symbol in `Lưu: VT, …`; empty: `VHXH`.
    pub drafting: String,
    /// Who signs; may be empty.
    pub signer: String,
    /// `Chủ tịch` or `Phó Chủ tịch`.
    pub signer_office: String,
    /// Kính gửi of new reports, as an earlier report has it; empty: the Sở Nội vụ.
    pub addressees: Vec<String>,
    /// Nơi nhận of new reports, as an earlier report has it; empty: the usual ones.
    pub recipients: Vec<String>,
}

/// The office as printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OfficeForm {
    /// Governing agency; empty for a commune's UBND.
    pub governing: String,
    /// `Ủy ban nhân dân xã Lam Khê`: in running text and, in capitals, on the letterhead.
    pub name: String,
    /// `UBND xã Lam Khê`.
    pub short: String,
    /// `Lam Khê`: before the date.
    pub place: String,
    /// `Thành phố Hải Phòng`.
    pub province: String,
    /// `UBND`, in `BC-UBND`.
    pub symbol: String,
    /// `VHXH`, in `Lưu: VT, VHXH`.
    pub drafting: String,
    /// Kính gửi of a new report.
    pub addressees: Vec<String>,
    /// The meaning of "trước ngày N" here.
    pub before: Before,
    /// The name that stands in the log.
    pub person: String,
}

/// A signer.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SignerForm {
    /// `None` to add one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// Full name.
    pub name: String,
    /// `Chủ tịch`, `Phó Chủ tịch`.
    pub office: String,
    /// First day of service, as typed or ISO; empty: open.
    pub from: String,
    /// Last day of service; empty: still serving.
    pub to: String,
    /// Signs CCHC reports unless another is chosen.
    pub usual: bool,
    /// In whose name (decree II.7); `None`: as the office tells.
    pub form: Option<Form>,
    /// The written ground of an order or a delegation; empty: none.
    pub ground: String,
    /// Whether the form rests on such a ground (read only).
    #[serde(default)]
    pub needs_ground: bool,
    /// The lines above the signature as they would be printed (read only).
    #[serde(default)]
    pub lines: Vec<String>,
}

/// A unit of the commune.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitForm {
    /// `None` to add one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub id: Option<Id>,
    /// The name as printed.
    pub name: String,
    /// Tên gọi khác.
    pub aliases: Vec<String>,
    /// First day under this name, ISO or as typed; empty: always.
    pub from: String,
    /// Last day under this name; empty: still.
    pub to: String,
}

/// Spellings that look like one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitProposal {
    /// The unit they look like; `None`: like each other.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub unit: Option<Id>,
    /// The name they would have.
    pub name: String,
    /// How the plans spell it.
    pub spellings: Vec<UnitSpelling>,
}

/// One spelling of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitSpelling {
    /// As written.
    pub text: String,
    /// How many cells have it.
    pub rows: u32,
}

/// Spellings that mean one unit.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct UnitMerge {
    /// The unit that takes them; `None`: the one with the name, or a new one.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub unit: Option<Id>,
    /// Its name from now on.
    pub name: String,
    /// Its other names.
    pub spellings: Vec<String>,
}

/// Nhắc hằng tuần, a choice of this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WeeklyForm {
    /// The weekday it is shown on: 1 is Monday, 7 is Sunday; `None`: it is off.
    pub weekday: Option<u8>,
}

/// Cài đặt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SettingsView {
    /// The office.
    pub office: OfficeForm,
    /// Signers, those in service first.
    pub signers: Vec<SignerForm>,
    /// Nơi nhận of a new report, without dash and end mark.
    pub recipients: Vec<String>,
    /// Units.
    pub units: Vec<UnitForm>,
    /// Spellings in the plans that look like one unit.
    pub proposals: Vec<UnitProposal>,
    /// Where the ledger is kept.
    pub folder: String,
    /// Copies, newest first.
    pub backups: Vec<BackupRow>,
    /// The latest changes (Nhật ký thay đổi), newest first.
    pub log: Vec<LogRow>,
    /// Today.
    pub today: NaiveDate,
    /// The program's version.
    pub version: String,
}

//! Báo cáo: the list, the editor, the head of a report.

use super::{AnnexView, DoneProposal, Earlier, FileRow, Id, LastReport, OutlineChoice, ReportMark, RequestRow};
use crate::paper::Block;
use crate::typeset::Page;
use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// The kinds of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ReportKind {
    /// Quý.
    Quarterly,
    /// 6 tháng.
    SixMonth,
    /// 9 tháng.
    NineMonth,
    /// Năm.
    Annual,
    /// Phục vụ kiểm tra.
    Inspection,
    /// Tự do.
    Free,
}

/// The states of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ReportState {
    /// Đang soạn.
    Draft,
    /// Đã trình: text, figures and the very PDF are frozen.
    Submitted,
    /// Đã phát hành.
    Issued,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReportRow {
    /// The report.
    #[cfg_attr(test, ts(type = "number"))]
    pub id: Id,
    /// `Báo cáo quý III năm 2026`.
    pub title: String,
    /// Its kind.
    pub kind: ReportKind,
    /// What it is where it is no report: `Công văn`, `Kế hoạch`; else empty.
    pub paper: String,
    /// First day of its window.
    pub from: NaiveDate,
    /// Last day of its window.
    pub to: NaiveDate,
    /// Số liệu tính đến ngày.
    pub as_of: NaiveDate,
    /// Its state.
    pub state: ReportState,
    /// `31/BC-UBND ngày 18/9/2026` once issued; else empty.
    pub number: String,
    /// What was done to it since it was issued, a sentence each: replaced, corrected.
    pub since: Vec<String>,
    /// When it last changed.
    pub changed: NaiveDateTime,
}

/// The list of reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReportListView {
    /// Latest window first.
    pub reports: Vec<ReportRow>,
    /// What "Lập báo cáo" proposes: kind, period and window, nearest first.
    pub proposals: Vec<Proposal>,
    /// Reports that no calendar asks for: for an inspection, of any other kind.
    pub occasional: Vec<Proposal>,
    /// The outlines a report can begin with.
    pub outlines: Vec<OutlineChoice>,
    /// Documents that ask for a report, those not answered first.
    pub requests: Vec<RequestRow>,
}

/// A report that could be begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Proposal {
    /// Its kind.
    pub kind: ReportKind,
    /// `2026-Q3`.
    pub period: String,
    /// `Báo cáo quý III năm 2026`.
    pub title: String,
    /// First day of the Ministry's window.
    pub from: NaiveDate,
    /// Last day of the Ministry's window.
    pub to: NaiveDate,
    /// Reports it can be begun from, the nearest first.
    pub earlier: Vec<Earlier>,
}

/// What begins a report. Empty days take the Ministry's window.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct NewReport {
    /// Its kind.
    pub kind: ReportKind,
    /// `2026-Q3`, `2026-H1`, `2026-9M`, `2026`.
    pub period: String,
    /// First day, as typed or ISO; `None`: the Ministry's.
    pub from: Option<String>,
    /// Last day.
    pub to: Option<String>,
    /// As-of day; `None`: the last day.
    pub as_of: Option<String>,
    /// The plan with its progress as an appendix.
    pub appendix: bool,
    /// The table of the figures as an appendix; a report begun from an earlier one has it when that has.
    #[serde(default)]
    pub statistics: bool,
}

/// The head of a report: what stands around its body. Days as typed or ISO.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReportHead {
    /// Trích yếu.
    pub subject: String,
    /// Kính gửi; empty: none.
    pub addressees: Vec<String>,
    /// Nơi nhận, without dash and end mark; `Như trên` and `Lưu: …` as well.
    pub recipients: Vec<String>,
    /// The signer in the list of signers; `None`: blank.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub signer: Option<Id>,
    /// First day of the window.
    pub from: String,
    /// Last day of the window.
    pub to: String,
    /// Số liệu tính đến ngày.
    pub as_of: String,
    /// The plan with its progress as an appendix.
    pub appendix: bool,
    /// `DỰ THẢO` at the head.
    pub draft_mark: bool,
    /// Signed on paper: the lines that refer to it carry its number and day once they are known.
    pub on_paper: bool,
    /// An empty field for a digital signature in the room for the signature.
    pub signature_field: bool,
    /// A line under the subject, with or without its brackets; empty: none.
    pub bracket: String,
    /// Căn cứ, a line each; empty: none.
    pub bases: Vec<String>,
    /// The drafter's mark and the number of copies, `PL.(300)`; empty: none.
    pub drafter: String,
    /// The address line at the foot of the first page; empty: none.
    pub address: String,
    /// True for a paper that was taken in: letterhead and appendices are its own. Not read back.
    pub taken: bool,
}

/// The editor's view of one report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReportView {
    /// The row of the list.
    pub row: ReportRow,
    /// Its head.
    pub head: ReportHead,
    /// Its sections in order, headings with them; those in appendices last.
    pub sections: Vec<SectionView>,
    /// Its appendices in order.
    pub annexes: Vec<AnnexView>,
    /// The name of the outline it was begun with; empty for a paper that was taken in.
    pub outline: String,
    /// Signers to choose from on the as-of day: id, `Lê Thị Hồng Vân, Phó Chủ tịch`.
    #[cfg_attr(test, ts(type = "Array<[number, string]>"))]
    pub signers: Vec<(Id, String)>,
    /// What is still open before it goes up: empty sections, blank signer; none blocks.
    pub open: Vec<OpenPoint>,
    /// The report it was begun from.
    pub last: Option<LastReport>,
    /// What is to be looked at, in order: what is still the earlier report's, and offers.
    pub marks: Vec<ReportMark>,
    /// Forms of the letter it answers, to be filled in.
    pub forms: Vec<FileRow>,
    /// Tasks it seems to be the product of, once it is issued.
    pub own_tasks: Vec<DoneProposal>,
    /// What is frozen or recorded, as sentences, latest first.
    pub history: Vec<String>,
}

/// One section of the outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SectionView {
    /// The section's key in the outline: `I.2`.
    pub key: String,
    /// 0: the opening and the closing; 1: `I.`; 2: `1.`; 3: `a)`.
    pub level: u8,
    /// `I.`, `1.`, `a)`; empty for opening and closing.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its text; chips carry the value shown.
    pub blocks: Vec<Block>,
    /// True when text of its own is expected (a heading that only gathers has none).
    pub writable: bool,
    /// True when it stands in an appendix.
    pub annex: bool,
    /// A line that says what belongs here.
    pub hint: String,
    /// Sentences the ledger offers, ready with chips.
    pub offers: Vec<Vec<Block>>,
    /// Figures it offers, those without a value too.
    pub figures: Vec<SectionFigure>,
}

/// A figure that a section offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SectionFigure {
    /// `case.received`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its unit.
    pub unit: String,
    /// Its value as a sentence prints it; `None`: nobody gave it yet.
    pub shown: Option<String>,
    /// The figure as one more item of a list.
    pub block: Block,
}

/// The text of a section as it stands in the editor, kept or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TypedSection {
    /// The section's key in the outline.
    pub section: String,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// What goes before the bytes of a preview.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreviewHead {
    /// The pages, in order; empty when the bytes were laid out long ago and only they know.
    pub pages: Vec<PreviewPage>,
    /// The face the pages are set in; empty for what was sent for signing.
    pub face: String,
    /// Why that is not this computer's Times New Roman, as one sentence.
    pub note: Option<String>,
}

/// A page of a preview.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreviewPage {
    /// Its width in points.
    pub width: f32,
    /// Its height in points.
    pub height: f32,
    /// The same for pages that look the same.
    pub fingerprint: String,
    /// The headings on it and how far down they stand, in points.
    pub headings: Vec<(String, f32)>,
}

impl From<&Page> for PreviewPage {
    fn from(page: &Page) -> PreviewPage {
        PreviewPage {
            width: page.width.0,
            height: page.height.0,
            fingerprint: format!("{:016x}", page.fingerprint()),
            headings: page.anchors.iter().map(|anchor| (anchor.title.clone(), anchor.y.0)).collect(),
        }
    }
}

/// Something still open in a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OpenPoint {
    /// The section it is about; empty: the head.
    pub section: String,
    /// The block it is about; empty: the section as a whole.
    pub block: String,
    /// The sentence.
    pub sentence: String,
    /// The figure it is about, to be looked at in Số liệu.
    pub figure: Option<String>,
}

/// What is wrong in an issued report, and what is right: a line of the correcting letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Correction {
    /// Where it stands: `điểm 2, mục II`.
    pub place: String,
    /// What was written.
    pub was: String,
    /// What is right.
    pub is: String,
}

/// What is recorded when a report is issued. Number and day may come later.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct IssueDraft {
    /// `31`, as text.
    pub number: String,
    /// The day, as typed or ISO.
    pub day: String,
    /// The signed file, if there is one.
    pub signed: Option<String>,
}

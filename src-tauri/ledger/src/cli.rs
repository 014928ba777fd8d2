//! The command line's words, and what each does.

mod args;
mod figures;
mod plan;
mod report;
mod take_back;

use args::Args;
use chrono::NaiveDateTime;
use ledger::{Ledger, Problem, Stamp};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

/// What only `main` can know.
#[derive(Debug)]
pub(crate) struct Surroundings {
    pub(crate) now: NaiveDateTime,
    pub(crate) seed: u64,
    pub(crate) folder: Option<PathBuf>,
    /// Where this system keeps faces.
    pub(crate) fonts: Vec<PathBuf>,
}

/// How a call ends when it does not end well.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Exit 1: one sentence why; nothing changed.
    Refused(ledger::Error),
    /// Exit 2: the words of the call are off.
    Usage(String),
}

impl<E: Into<ledger::Error>> From<E> for Failure {
    fn from(error: E) -> Failure {
        Failure::Refused(error.into())
    }
}

pub(crate) type Outcome = Result<String, Failure>;

pub(crate) const USAGE: &str = "\
Cách dùng: cchc [--ledger THƯ_MỤC] [--now THỜI_ĐIỂM] LỆNH
  demo [--json]                                  ghi số liệu mẫu (xã Lam Khê, năm 2026) vào sổ mới
  plan import TỆP [--dry-run] [--json]           lấy kế hoạch từ .docx .xlsx .xls .ods .html .txt
  plan import --report SỐ                        lấy bảng của văn bản đã nhập làm kế hoạch
  plan show [--json]                             xem kế hoạch
  plan pdf TỆP_RA [--progress]                   in phụ lục kế hoạch
  plan docx TỆP_RA [--progress]                  phụ lục kế hoạch ra Word
  plan xlsx TỆP_RA [--progress]                  phụ lục kế hoạch ra Excel
  plan chart TỆP_RA                              biểu đồ tiến độ theo lĩnh vực, theo đơn vị (PDF)
  progress add TT --state TÌNH_TRẠNG --on NGÀY [--note LỜI] [--evidence LỜI] [--percent SỐ]
               [--reason LỜI] [--new-last NGÀY] [--corrects MỤC] [--plan SỐ] [--row SỐ] [--assigned]
               [--occurrence NGÀY] [--json]      ghi tiến độ
  status --as-of NGÀY [--from NGÀY] [--plan SỐ] [--level above|own] [--json]
  deadline LỜI --from NGÀY --to NGÀY [--json]    thời hạn này nghĩa là gì
  figures show [--window KỲ|NGÀY..NGÀY] [--as-of NGÀY] [--json]
                                                 bảng số liệu của một kỳ, chỗ chưa khớp
  figures import TỆP.xlsx [--window …] [--dry-run] [--json]
                                                 nhập số liệu; --dry-run chỉ xem trước
  figures export TỆP_RA.xlsx [--window …] [--as-of NGÀY]
                                                 xuất bảng số liệu, cũng là mẫu để nhập
  report new --kind LOẠI --period KỲ [--from NGÀY --to NGÀY] [--as-of NGÀY] [--no-appendix] [--json]
             [--outline ĐỀ_CƯƠNG]                dựng theo đề cương này, ví dụ outline-inspection
  report import TỆP(.docx|.txt) [--json]         nhập báo cáo, kế hoạch cũ
  report pdf SỐ TỆP_RA [--face system] · report docx SỐ TỆP_RA
  report figures SỐ [TỆP_RA.pdf] [--json]                             bảng đối chiếu số liệu
  report take-back SỐ TỆP.docx [--dry-run] [--all] [--sure] [--override LÝ_DO] [--json]
                                                 nhận lại bản Word đã sửa vào đúng báo cáo
  report submit SỐ [--face system] · report withdraw SỐ · report issue SỐ [--number SỐ] [--on NGÀY] [--signed TỆP.pdf]
  verify [TỆP] · undo · redo · backup THƯ_MỤC
LOẠI: quarterly, six-month, nine-month, annual, inspection, free. KỲ: 2026-Q3, 2026-H1, 2026-9M, 2026.
TÌNH_TRẠNG: not-started, in-progress, done, stopped, extended. Ngày: 2026-09-14. “-” là dữ liệu vào chuẩn.";

/// One call: global options, then the command.
pub(crate) fn run(args: Vec<OsString>, surroundings: &Surroundings) -> Outcome {
    let mut args = Args::parse(args).map_err(Failure::Usage)?;
    if args.flag("help") {
        return Ok(format!("{USAGE}\n"));
    }
    let now = match args.option("now") {
        None => surroundings.now,
        Some(text) => args::moment(&text).ok_or_else(|| Failure::Usage(format!("--now {text}: không phải thời điểm, ví dụ 2026-11-20T09:41:00")))?,
    };
    let place = Place {
        folder: args.option("ledger").map(PathBuf::from).or_else(|| surroundings.folder.clone()),
        fonts: surroundings.fonts.clone(),
        stamp: Stamp { moment: now, person: String::new(), seed: surroundings.seed },
    };
    let words: Vec<String> = args.words();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    // Before anything is done: an option that means nothing here may mean that another call was meant.
    if let Some(name) = args.beyond(allowed(&words)) {
        return Err(Failure::Usage(format!("Lệnh này không có tùy chọn --{name}.")));
    }
    match words.as_slice() {
        ["demo"] => {
            let written = place.open()?.fill_sample(&place.stamp)?;
            if args.flag("json") { json(&serde_json::json!({ "report": written.thing })) } else { Ok(format!("{}\n", written.summary)) }
        }
        ["plan", "import", file] => plan::import(&place, &mut args, file),
        ["plan", "import"] => plan::import(&place, &mut args, ""),
        ["plan", "show"] => plan::show(&place, &mut args),
        ["plan", "pdf", out] => plan::print(&place, &mut args, Path::new(out), ledger::typeset::pdf),
        ["plan", "xlsx", out] => plan::workbook(&place, &mut args, Path::new(out)),
        ["plan", "docx", out] => plan::print(&place, &mut args, Path::new(out), ledger::word::docx),
        ["plan", "chart", out] => plan::chart(&place, &mut args, Path::new(out)),
        ["progress", "add", tt] => plan::progress(&place, &mut args, tt),
        ["status"] => plan::status(&place, &mut args),
        ["deadline", text] => plan::deadline(&mut args, text),
        ["figures", "show"] => figures::show(&place, &mut args),
        ["figures", "import", file] => figures::import(&place, &mut args, file),
        ["figures", "export", out] => figures::export(&place, &mut args, Path::new(out)),
        ["report", "new"] => report::begin(&place, &mut args),
        ["report", "import", file] => report::import(&place, &mut args, file),
        ["report", "pdf", id, out] => report::pdf(&place, &mut args, id, Path::new(out)),
        ["report", "figures", id, out] => report::figures(&place, &mut args, id, Path::new(out)),
        ["report", "figures", id] => report::figures(&place, &mut args, id, Path::new("")),
        ["report", "docx", id, out] => report::docx(&place, id, Path::new(out)),
        ["report", "take-back", id, file] => take_back::run(&place, &mut args, id, file),
        ["report", "submit", id] => report::submit(&place, &mut args, id),
        ["report", "withdraw", id] => report::withdraw(&place, id),
        ["report", "issue", id] => report::issue(&place, &mut args, id),
        ["verify"] => report::verify_ledger(&place),
        ["verify", file] => report::verify_file(&place, file),
        ["undo"] => Ok(format!("{}\n", place.open()?.undo(&place.stamp)?.summary)),
        ["redo"] => Ok(format!("{}\n", place.open()?.redo(&place.stamp)?.summary)),
        ["backup", dir] => Ok(format!("{}\n", place.open()?.back_up(Some(Path::new(dir)), &place.stamp)?.path)),
        [] => Err(Failure::Usage("Thiếu lệnh.".to_owned())),
        other => Err(Failure::Usage(format!("Không có lệnh “{}” với các từ này.", other.join(" ")))),
    }
}

/// The options each command knows.
fn allowed(words: &[&str]) -> &'static [&'static str] {
    match words {
        ["demo"] => &["json"],
        ["plan", "import"] => &["report", "dry-run", "json"],
        ["plan", "import", ..] => &["dry-run", "json"],
        ["plan", "show", ..] => &["json", "plan"],
        ["plan", "chart", ..] => &["plan", "as-of"],
        ["plan", ..] => &["progress", "plan", "as-of"],
        ["progress", ..] => &[
            "state",
            "on",
            "note",
            "evidence",
            "percent",
            "corrects",
            "reason",
            "new-last",
            "plan",
            "row",
            "assigned",
            "occurrence",
            "unit",
            "no-count",
            "json",
        ],
        ["status", ..] => &["as-of", "from", "plan", "level", "json"],
        ["deadline", ..] => &["from", "to", "json"],
        ["figures", "show"] => &["window", "period", "from", "to", "as-of", "json"],
        ["figures", "import", ..] => &["window", "period", "from", "to", "dry-run", "json"],
        ["figures", "export", ..] => &["window", "period", "from", "to", "as-of"],
        ["report", "new", ..] => &["kind", "period", "from", "to", "as-of", "no-appendix", "outline", "json"],
        ["report", "import", ..] => &["json"],
        ["report", "take-back", ..] => &["dry-run", "all", "sure", "override", "json"],
        ["report", "issue", ..] => &["number", "on", "signed"],
        ["report", "pdf" | "submit", ..] => &["face"],
        ["report", "figures", ..] => &["face", "json"],
        _ => &[],
    }
}

/// Where the ledger is, and the stamp of this call.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) folder: Option<PathBuf>,
    pub(crate) fonts: Vec<PathBuf>,
    pub(crate) stamp: Stamp,
}

impl Place {
    /// Opens the ledger, making an empty one where there is none.
    pub(crate) fn open(&self) -> Result<Ledger, Failure> {
        Ok(Ledger::open(self.folder()?, &self.stamp)?)
    }

    /// Opens a ledger that is there; makes none.
    pub(crate) fn open_existing(&self) -> Result<Ledger, Failure> {
        if self.is_there()? { self.open() } else { Err(Problem::NoLedger.into()) }
    }

    /// True where there is a ledger already.
    pub(crate) fn is_there(&self) -> Result<bool, Failure> {
        Ok(self.folder()?.join(ledger::store::DATABASE).exists())
    }

    pub(crate) fn folder(&self) -> Result<&Path, Failure> {
        self.folder.as_deref().ok_or_else(|| Failure::Usage("Không biết sổ ở đâu: hãy ghi --ledger THƯ_MỤC.".to_owned()))
    }
}

/// Says a sentence beside the answer; a reader that went away is not our failure.
pub(crate) fn say(words: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{words}");
}

/// Writes a command's file. A path that names no file (`.`, `..`) can't be written.
pub(crate) fn write_out(out: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if out.file_name().is_none() {
        return Err(ledger::Error::cannot_write(out).into());
    }
    Ok(ledger::write_whole(out, bytes)?)
}

/// The bytes of a file, or of standard input for `-`.
pub(crate) fn read_in(file: &str) -> Result<Vec<u8>, Failure> {
    let read = if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    read.map_err(|_| Problem::FileUnreadable(file.to_owned()).into())
}

/// What standard input holds, told by its first bytes: a Word file, a workbook, a page of HTML, or plain text.
pub(crate) fn form_of(bytes: &[u8]) -> &'static str {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    match (bytes.starts_with(b"PK"), first) {
        (true, _) if holds(b"xl/workbook.xml") || holds(b"opendocument.spreadsheet") => "-.xlsx",
        (true, _) => "-.docx",
        (false, Some(b'<')) => "-.html",
        (false, Some(_)) if !bytes.contains(&0) || bytes.starts_with(b"\xFF\xFE") => "-.txt",
        (false, _) => "-.docx",
    }
}

/// Data as one line of JSON.
pub(crate) fn json(data: &impl serde::Serialize) -> Outcome {
    serde_json::to_string_pretty(data).map(|text| text + "\n").map_err(|error| ledger::Error::Fault(error.to_string()).into())
}

//! Everything that can be refused, each with one Vietnamese sentence that says what to do.

mod code;
mod figure;

pub use figure::FigureProblem;

use chrono::NaiveDate;

/// Why something was refused. The window and the command line show the same sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    // The ledger itself.
    /// Another window or command holds the ledger.
    LedgerInUse,
    /// The ledger was written by a newer program; it was not touched.
    LedgerNewer,
    /// The ledger's file is damaged; it was not touched.
    LedgerDamaged,
    /// The folder or file can't be written.
    LedgerReadOnly,
    /// The file is not a ledger of this program.
    NotALedger,
    /// No room on the disk.
    DiskFull,
    /// There is no office yet, and this needs one.
    NoOffice,

    // Word files.
    /// The file can't be read from the disk.
    FileUnreadable(String),
    /// Zero bytes.
    FileEmpty,
    /// Larger than is read; both in MB.
    FileTooLarge {
        /// Its size.
        megabytes: u64,
        /// The limit.
        limit: u64,
    },
    /// It unpacks to more than is read.
    FileBomb,
    /// Protected with a password.
    FileProtected,
    /// Not a file of the form its name promises.
    NotDocx,
    /// Not a workbook, though its name says so.
    NotWorkbook,
    /// It holds no table.
    NoTable,
    /// No table has columns that look like a plan.
    NoPlanTable,
    /// More rows than a plan of an office has.
    PlanTooLong {
        /// Its rows.
        rows: usize,
        /// The limit.
        limit: usize,
    },
    /// Words longer than a cell of a workbook holds.
    CellTooLong,
    /// A document that so many tasks cite.
    DocumentCited(usize),
    /// The document is cited in the text of reports; their names.
    DocumentInReports(Vec<String>),
    /// The file is no workbook that a unit was sent.
    NotAnswers,
    /// No row of an answer is taken.
    NothingAnswered,
    /// Nothing is late or due soon.
    NothingToUrge,
    /// No row of the plan falls within the scope and its days: there is nothing to draw.
    NothingCounted,
    /// A day outside the period of the plan.
    OutsidePlan(NaiveDate),
    /// A group that still has so many rows.
    GroupNotEmpty(usize),
    /// A kind of file that is not read (yet).
    FileKind(String),
    /// Its bytes are no plain text.
    NotText,
    /// Its letters are those of a font of old: TCVN3, VNI.
    OldFont,
    /// Nothing in it looks like a report or a plan.
    NoReport,
    /// It holds more than one document.
    ManyReports,
    /// Nothing in it is a heading.
    NoHeadings,

    // What is typed.
    /// A day that does not exist or can't be understood.
    BadDay(String),
    /// A text that must not be empty; the name of the field.
    Empty(&'static str),
    /// From after to.
    DaysReversed,
    /// A state the program does not know.
    BadState(String),
    /// A name that another unit has.
    UnitTaken {
        /// The name.
        spelling: String,
        /// The unit that has it.
        unit: String,
    },
    /// A day off in a year far from today.
    YearFar(NaiveDate),
    /// A day that the table of days off has already.
    DayListed {
        /// The day.
        day: NaiveDate,
        /// What it is for.
        name: String,
    },
    /// A weekday said to be worked for another day.
    WorkedAnyway(NaiveDate),
    /// A Saturday or Sunday said to be given free for another.
    OffAnyway(NaiveDate),
    /// A figure, its value or its formula.
    Figure(FigureProblem),
    /// Percent over 100.
    BadPercent,
    /// A day in the future for something that has happened.
    DayInFuture {
        /// The day typed.
        day: NaiveDate,
        /// What the clock of this computer calls today.
        today: NaiveDate,
    },
    /// Kind and period do not agree.
    BadPeriod(String),

    /// Braces hold what is neither a figure's name nor a word of the report.
    UnknownSlot(String),
    /// An outline with more sections than this.
    OutlineTooLong(usize),
    /// The program has no newer version of an outline.
    NothingNewer,

    // What is not there.
    /// No plan holds the day.
    NoPlan(NaiveDate),
    /// No task has this TT.
    NoTask(String),
    /// Two rows have it; both are named.
    ManyTasks {
        /// The TT asked for.
        tt: String,
        /// `id: content` of each.
        rows: Vec<String>,
    },
    /// No such thing in the ledger.
    NotFound(&'static str),

    // What the order of things forbids.
    /// Nothing to undo or redo.
    NothingToUndo,
    /// A later change rests on it; its summary.
    RestsOnIt(String),
    /// The report is not a draft any more.
    NotDraft,
    /// The report has that appendix already.
    AnnexTwice,
    /// No plan that could be an appendix holds the day of the report.
    NoPlanForAnnex(NaiveDate),
    /// The report is not submitted.
    NotSubmitted,
    /// The report is issued: it can neither be changed nor taken back.
    Issued,
    /// The report is not issued.
    NotIssued,
    /// A form that is neither .xlsx nor .docx; its ending.
    FormKind(String),
    /// No table of a form has rows and a column to fill.
    NoFormTable,
    /// A form whose cells can't be filled safely.
    FormLayout,
    /// No row of a form has a figure with a value.
    NothingToFill,
    /// The document asks for a report.
    DocumentAsks,
    /// A report was begun from the request.
    RequestAnswered,
    /// Number and day of an issued report are not recorded yet.
    NumberUnknown,
    /// The report changed between making its PDF and submitting it.
    ChangedMeanwhile,
    /// Words that were marked stand there no more.
    MarkMoved,
    /// The list of words to be looked at has these already.
    WordsListed(String),
    /// The ledger holds something already.
    NotEmpty,
    /// The signed file is not a PDF.
    NotPdf,
    /// There is no ledger in the folder.
    NoLedger,
    /// Nothing was taken back that could be done again.
    NothingToRedo,
    /// The entry was replaced by a later one already.
    AlreadyCorrected,
    /// The row or entry named belongs to another TT: the one asked for, the one found.
    OtherTask {
        /// The TT asked for.
        asked: String,
        /// The TT of the row or entry.
        found: String,
    },
    /// The returned file is of another report; its name, or empty when this ledger has no such report.
    OtherReport(String),
    /// The returned file may be of another report: why, as a sentence.
    DoubtfulReturn(String),
    /// Nothing in the returned file is known from the report.
    UnknownReport,
    /// The report or the returned file has changed since they were compared.
    BackChanged,
    /// The report was issued: no edits are taken back any more.
    BackIssued,
    /// The file is none of this ledger's papers.
    NotOurs,
    /// So many files the ledger refers to are missing or changed.
    FilesMissing(usize),
    /// A file that can't be written; the path.
    CannotWrite(String),
    /// Characters the face lacks.
    MissingGlyphs(String),
}

impl Problem {
    /// The sentence the officer reads: what happened, what is safe, what to do.
    pub fn sentence(&self) -> String {
        match self {
            Problem::LedgerInUse => "Sổ đang mở ở một cửa sổ khác trên máy này. Hãy chuyển sang cửa sổ đó, hoặc đóng nó rồi mở lại.".into(),
            Problem::LedgerNewer => {
                "Sổ này do bản Sổ CCHC mới hơn ghi; chương trình không chạm vào sổ. Hãy cài bản Sổ CCHC mới nhất rồi mở lại.".into()
            }
            Problem::LedgerDamaged => {
                "Tệp sổ bị hỏng nên không mở; chương trình không sửa gì trong đó. Hãy chép lại từ bản sao lưu gần nhất đã mở thử.".into()
            }
            Problem::LedgerReadOnly => "Không ghi được vào thư mục giữ sổ. Hãy bỏ chế độ chỉ đọc hoặc xin quyền ghi thư mục rồi mở lại.".into(),
            Problem::NotALedger => "Tệp so-cchc.db trong thư mục này không phải là sổ của Sổ CCHC. Hãy chọn thư mục khác.".into(),
            Problem::DiskFull => "Ổ đĩa đã đầy nên chưa ghi được; sổ và các tệp vẫn như trước. Hãy dọn bớt ổ đĩa rồi làm lại.".into(),
            Problem::NoOffice => "Sổ chưa có tên cơ quan. Hãy vào Cài đặt ghi tên xã, phường trước.".into(),
            Problem::FileUnreadable(path) => {
                format!("Không đọc được tệp {path}. Hãy kiểm tra tệp còn ở đó và đóng nó trong Word hoặc Excel rồi thử lại.")
            }
            Problem::FileEmpty => "Tệp rỗng, không có gì để đọc. Hãy chọn lại đúng tệp.".into(),
            Problem::FileTooLarge { megabytes, limit } => {
                format!("Tệp nặng {megabytes} MB, quá mức {limit} MB đọc được. Hãy bỏ bớt ảnh trong tệp rồi thử lại.")
            }
            Problem::FileBomb => "Tệp bung ra quá lớn so với một văn bản thật nên không đọc. Hãy lưu lại tệp bằng Word rồi thử lại.".into(),
            Problem::FileProtected => "Tệp có mật khẩu nên không đọc được. Hãy mở bằng Word hoặc Excel, bỏ mật khẩu, lưu lại rồi thử lại.".into(),
            Problem::NotDocx => "Tệp không phải là tệp Word (.docx). Hãy mở tệp bằng Word, chọn Lưu thành .docx rồi thử lại.".into(),
            Problem::NotWorkbook => "Tệp không phải là bảng tính đọc được. Hãy mở tệp bằng Excel, chọn Lưu thành .xlsx rồi thử lại.".into(),
            Problem::NoTable => "Tệp không có bảng nào. Hãy chọn tệp có phụ lục danh mục nhiệm vụ dạng bảng.".into(),
            Problem::NoPlanTable => {
                "Không thấy bảng nào có cột nội dung công việc và thời hạn. Hãy kiểm tra hàng tiêu đề của bảng rồi thử lại.".into()
            }
            Problem::PlanTooLong { rows, limit } => format!(
                "Bảng có {} nhiệm vụ, quá mức {} đọc được của một kế hoạch. Hãy tách bảng thành nhiều tệp rồi nhập từng tệp.",
                crate::viet::count(i64::try_from(*rows).unwrap_or(i64::MAX)),
                crate::viet::count(i64::try_from(*limit).unwrap_or(i64::MAX))
            ),
            Problem::DocumentInReports(names) => format!("Văn bản này được dẫn trong {}. Hãy bỏ chỗ dẫn trong báo cáo trước.", names.join(", ")),
            Problem::DocumentCited(tasks) => {
                format!("Văn bản đang là tài liệu kiểm chứng của {tasks} nhiệm vụ nên không bỏ được. Hãy sửa mục tiến độ đó trước.")
            }
            Problem::NotAnswers => "Tệp không phải là phiếu đã gửi cho đơn vị. Hãy chọn đúng tệp phiếu mà đơn vị đã điền và gửi lại.".into(),
            Problem::NothingAnswered => "Không có dòng nào được chọn để ghi. Hãy đánh dấu ít nhất một dòng.".into(),
            Problem::NothingToUrge => "Không có nhiệm vụ nào quá hạn hay sắp đến hạn trong số ngày này. Hãy chọn số ngày lớn hơn nếu cần.".into(),
            Problem::NothingCounted => {
                "Không có nhiệm vụ nào trong phạm vi và khoảng ngày này nên không có gì để vẽ. Hãy chọn phạm vi hay khoảng ngày khác.".into()
            }
            Problem::OutsidePlan(day) => {
                format!("Ngày {} nằm ngoài kỳ của kế hoạch. Hãy chọn một ngày trong kỳ.", crate::viet::day_screen(*day))
            }
            Problem::GroupNotEmpty(rows) => format!("Nhóm còn {rows} nhiệm vụ. Hãy chuyển các dòng sang nhóm khác hoặc bỏ chúng trước."),
            Problem::CellTooLong => "Có ô dài quá 32.767 ký tự, bảng tính không chứa được. Hãy xuất ra Word hoặc PDF, hoặc rút gọn ô đó.".into(),
            Problem::FileKind(kind) => format!("Chưa đọc được tệp {kind}. Hãy lưu thành tệp Word (.docx) hoặc Excel (.xlsx) rồi thử lại."),
            Problem::NotText => {
                "Tệp không phải là văn bản thường. Hãy mở văn bản bằng Word, chọn Lưu thành .docx hoặc .txt (UTF-8) rồi thử lại.".into()
            }
            Problem::OldFont => {
                "Văn bản gõ bằng phông chữ cũ (TCVN3 hoặc VNI). Hãy dùng UniKey (Ctrl+Shift+F6) chuyển sang Unicode, lưu lại rồi thử lại.".into()
            }
            Problem::NoReport => {
                "Tệp không giống một báo cáo hay kế hoạch: không thấy dòng BÁO CÁO hoặc KẾ HOẠCH, cũng không thấy các mục I, II. Hãy chọn lại tệp."
                    .into()
            }
            Problem::ManyReports => "Tệp chứa nhiều hơn một văn bản. Hãy tách mỗi văn bản ra một tệp rồi thử lại.".into(),
            Problem::NoHeadings => "Không thấy đề mục I, 1, a) nào trong tệp. Hãy chọn một báo cáo hoặc đề cương có đánh số các mục.".into(),
            Problem::UnknownSlot(name) => {
                format!("“{{{name}}}” không phải tên một số liệu hay chữ điền sẵn. Hãy chọn trong danh sách, hoặc bỏ dấu ngoặc nhọn.")
            }
            Problem::OutlineTooLong(limit) => format!("Đề cương dài quá {limit} mục. Hãy bỏ bớt hoặc gộp các mục."),
            Problem::NothingNewer => "Đề cương này đang là bản mới nhất của chương trình. Không có gì để lấy.".into(),
            Problem::BadDay(text) => format!("“{text}” không phải là một ngày có thật. Hãy gõ ngày/tháng/năm, ví dụ 05/8/2026."),
            Problem::Empty(field) => format!("{field} đang để trống. Hãy điền rồi ghi lại."),
            Problem::DaysReversed => "Ngày đầu đứng sau ngày cuối. Hãy đổi lại hai ngày.".into(),
            Problem::BadState(text) => format!("Không có tình trạng “{text}”. Hãy dùng not-started, in-progress, done, stopped hoặc extended."),
            Problem::UnitTaken { spelling, unit } => {
                format!(
                    "“{spelling}” đã là tên hoặc tên gọi khác của đơn vị {unit} trong cùng thời gian. Hãy bỏ nó ở đơn vị đó trước, hoặc dùng tên khác."
                )
            }
            Problem::YearFar(day) => format!("Năm {} quá xa, chắc là gõ nhầm. Hãy ghi ngày nghỉ trong vòng 5 năm.", chrono::Datelike::year(day)),
            Problem::DayListed { day, name } => {
                format!("Ngày {} đã có trong bảng ngày nghỉ: {name}. Hãy sửa ở dòng đó.", crate::viet::day_screen(*day))
            }
            Problem::WorkedAnyway(day) => {
                format!("Ngày {} không phải thứ Bảy, Chủ nhật nên vốn là ngày làm việc. Hãy kiểm tra lại ngày làm bù.", crate::viet::day_screen(*day))
            }
            Problem::OffAnyway(day) => {
                format!("Ngày {} là thứ Bảy hoặc Chủ nhật nên vốn được nghỉ. Hãy kiểm tra lại ngày nghỉ hoán đổi.", crate::viet::day_screen(*day))
            }
            Problem::Figure(problem) => problem.sentence(),
            Problem::BadPercent => "Tỷ lệ phải từ 0 đến 100. Hãy gõ lại.".into(),
            // A clock that was set back makes every true day one to come: the officer must see which day it shows.
            Problem::DayInFuture { day, today } => format!(
                "Ngày {} chưa tới, đồng hồ máy đang là ngày {}. Hãy ghi ngày việc đã xảy ra, hoặc chỉnh lại đồng hồ máy nếu nó sai.",
                crate::viet::day_screen(*day),
                crate::viet::day_screen(*today)
            ),
            Problem::BadPeriod(text) => format!("Kỳ “{text}” không khớp với loại báo cáo. Hãy dùng 2026-Q3, 2026-H1, 2026-9M hoặc 2026."),
            Problem::NoPlan(day) => format!("Không có kế hoạch nào chứa ngày {}. Hãy chọn kế hoạch khác.", crate::viet::day_screen(*day)),
            Problem::NoTask(tt) => format!("Kế hoạch không có nhiệm vụ TT {tt}. Hãy kiểm tra lại số thứ tự."),
            Problem::ManyTasks { tt, rows } => format!("Có {} nhiệm vụ cùng TT {tt}: {}. Hãy chỉ rõ dòng nào.", rows.len(), rows.join("; ")),
            Problem::NotFound(what) => format!("Không tìm thấy {what} này trong sổ. Hãy mở lại màn hình rồi thử lại."),
            Problem::NothingToUndo => "Không còn việc nào để trả lại.".into(),
            Problem::RestsOnIt(later) => format!("Chưa trả lại được vì việc sau đó dựa vào nó: “{later}”. Hãy trả lại việc đó trước."),
            Problem::AnnexTwice => "Báo cáo đã có phụ lục này. Hãy mở nó trong danh sách Phụ lục.".into(),
            Problem::NoPlanForAnnex(day) => {
                format!("Chưa có kế hoạch chính nào chứa ngày {}. Hãy nhập kế hoạch ở màn hình Kế hoạch trước.", crate::viet::day_screen(*day))
            }
            Problem::NotDraft => "Báo cáo đã trình nên không sửa được. Hãy bấm “Rút lại” để soạn tiếp.".into(),
            Problem::Issued => "Báo cáo đã phát hành nên không sửa, không rút lại được. Hãy lập báo cáo thay thế hoặc công văn đính chính.".into(),
            Problem::NotSubmitted => "Báo cáo chưa trình. Hãy bấm “Trình” trước.".into(),
            Problem::NotIssued => "Báo cáo chưa phát hành nên còn sửa được. Hãy sửa thẳng trong báo cáo, hoặc ghi nhận đã phát hành trước.".into(),
            Problem::NumberUnknown => "Chưa ghi số và ngày của báo cáo đã phát hành. Hãy bấm “Ghi nhận đã phát hành” và điền đủ hai ô trước.".into(),
            Problem::FormKind(ending) => {
                format!("Chỉ điền được biểu .xlsx hoặc .docx, tệp này là .{ending}. Hãy mở biểu, lưu thành .xlsx hoặc .docx rồi chọn lại.")
            }
            Problem::NoFormTable => {
                "Không thấy bảng nào có cột chỉ tiêu và cột để điền. Hãy kiểm tra dòng tên cột của biểu, ví dụ “Chỉ tiêu”, “Kết quả”.".into()
            }
            Problem::FormLayout => "Biểu này có ô gộp hoặc bố cục mà chương trình chưa điền đúng được nên không ghi tệp nào. Hãy bấm “Chép cột theo thứ tự biểu” rồi dán vào biểu.".into(),
            Problem::NothingToFill => "Chưa dòng nào có số liệu để điền. Hãy chọn số liệu cho từng dòng, hoặc nhập số ở Số liệu trước.".into(),
            Problem::DocumentAsks => "Văn bản này đang được ghi là văn bản yêu cầu báo cáo. Hãy bỏ ghi yêu cầu báo cáo trước.".into(),
            Problem::RequestAnswered => "Đã lập báo cáo theo văn bản này nên không bỏ được. Hãy trả lại việc lập báo cáo trước.".into(),
            Problem::ChangedMeanwhile => "Báo cáo vừa thay đổi trong lúc trình. Hãy xem lại trang in rồi bấm “Trình” lần nữa.".into(),
            Problem::WordsListed(words) => format!("Danh sách đã có “{words}”. Hãy sửa ngay dòng ấy."),
            Problem::MarkMoved => "Chỗ này vừa được sửa nên không còn như lúc đánh dấu. Hãy xem lại đoạn văn rồi chọn lần nữa.".into(),
            Problem::NotEmpty => "Sổ này đã có dữ liệu nên không ghi số liệu mẫu vào. Hãy chọn một thư mục mới.".into(),
            Problem::NotPdf => "Bản đã ký phải là tệp PDF. Hãy chọn đúng tệp PDF đã ký số.".into(),
            Problem::NoLedger => "Thư mục này không có sổ. Hãy ghi đúng thư mục giữ sổ.".into(),
            Problem::NothingToRedo => "Không có việc nào vừa trả lại để làm lại.".into(),
            Problem::AlreadyCorrected => "Mục tiến độ này đã được sửa bằng một mục sau. Hãy sửa mục sau đó.".into(),
            Problem::OtherTask { asked, found } => format!("Dòng hoặc mục đã chỉ thuộc TT {found}, không phải TT {asked}. Hãy kiểm tra lại số."),
            Problem::OtherReport(name) if name.is_empty() => {
                "Tệp này là bản Word của một báo cáo không có trong sổ này; báo cáo đang mở giữ nguyên. Hãy chọn đúng tệp đã gửi đi.".into()
            }
            Problem::OtherReport(name) => {
                format!("Tệp này là bản Word của “{name}”; báo cáo đang mở giữ nguyên. Hãy mở báo cáo đó rồi nhận lại tệp.")
            }
            Problem::DoubtfulReturn(why) => {
                format!("{why} Chưa nhận chỗ nào. Nếu đúng là bản sửa của báo cáo này, hãy thêm --sure.")
            }
            Problem::UnknownReport => {
                "Tệp không có đoạn nào của báo cáo này; báo cáo giữ nguyên. Hãy chọn đúng tệp Word đã sửa, hoặc nhập nó thành báo cáo mới.".into()
            }
            Problem::BackChanged => "Báo cáo hoặc tệp Word đã thay đổi sau lúc so; chưa nhận chỗ nào. Hãy nhận lại tệp lần nữa.".into(),
            Problem::BackIssued => "Báo cáo đã phát hành nên không nhận bản sửa nữa. Hãy lập báo cáo thay thế hoặc công văn đính chính.".into(),
            Problem::NotOurs => "Tệp này không phải do sổ này trình ký, hoặc đã bị sửa. Hãy đối chiếu với bản lưu trong sổ.".into(),
            Problem::FilesMissing(count) => {
                format!("Sổ còn nguyên nhưng {count} tệp kèm theo đã mất hoặc bị sửa. Hãy chép lại thư mục files từ bản sao lưu.")
            }
            Problem::CannotWrite(path) => format!("Không ghi được tệp {path}. Hãy đóng tệp nếu đang mở, hoặc chọn chỗ khác."),
            Problem::MissingGlyphs(signs) => format!("Phông chữ không có các ký tự: {signs}. Hãy thay các ký tự đó rồi in lại."),
        }
    }
}

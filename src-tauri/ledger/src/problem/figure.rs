//! What can be refused of figures, their values and formulas.

use super::Problem;

/// Why a figure, its value or its formula was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureProblem {
    /// Two figures of a set with one id.
    Twice(String),
    /// A formula with a word that is no figure of the set.
    BadFormula {
        /// The figure or law.
        figure: String,
        /// The word.
        word: String,
    },
    /// A figure that is computed from itself.
    Circular(String),
    /// No figure has this id.
    Unknown(String),
    /// A value that is no number.
    NotANumber {
        /// The figure.
        figure: String,
        /// As typed.
        typed: String,
    },
    /// A value below zero.
    Negative(String),
    /// More digits than any office counts.
    TooLong(String),
    /// A part of something that is counted in ones.
    NotWhole {
        /// The figure.
        figure: String,
        /// What is counted.
        unit: String,
        /// As typed.
        typed: String,
    },
    /// Another unit or kind for a figure of which numbers were told.
    ToldOtherwise {
        /// The figure.
        figure: String,
        /// The unit its numbers were told in.
        unit: String,
        /// How many were told.
        told: usize,
    },
    /// Words longer than a cell takes.
    Wordy(String),
    /// A value for what the program computes.
    Computed(String),
    /// A value for what the ledger counts itself in that window.
    Counted(String),
    /// A total or a share without its formula.
    NoFormula(String),
    /// Two figures of a set with one name.
    NameTaken(String),
    /// A figure that formulas, laws or reports use.
    InUse {
        /// The figure.
        figure: String,
        /// What uses it.
        by: String,
    },
    /// A workbook or a paste without figures.
    NoFigures,
    /// A report in which no number comes from the ledger.
    NoneInReport,
    /// A workbook that does not say of which days it speaks.
    NoWindow,
    /// A file names a unit that the office does not have.
    UnknownUnit(String),
}

impl FigureProblem {
    pub(crate) fn code(&self) -> &'static str {
        match self {
            FigureProblem::Twice(_) => "figure-twice",
            FigureProblem::BadFormula { .. } => "bad-formula",
            FigureProblem::Circular(_) => "circular-formula",
            FigureProblem::Unknown(_) => "unknown-figure",
            FigureProblem::NotANumber { .. } => "not-a-number",
            FigureProblem::Negative(_) => "negative-figure",
            FigureProblem::TooLong(_) => "figure-too-long",
            FigureProblem::NotWhole { .. } => "figure-not-whole",
            FigureProblem::ToldOtherwise { .. } => "figure-told-otherwise",
            FigureProblem::Wordy(_) => "figure-wordy",
            FigureProblem::Computed(_) => "computed-figure",
            FigureProblem::Counted(_) => "counted-figure",
            FigureProblem::NoFormula(_) => "no-formula",
            FigureProblem::NameTaken(_) => "figure-name-taken",
            FigureProblem::InUse { .. } => "figure-in-use",
            FigureProblem::NoFigures => "no-figures",
            FigureProblem::NoneInReport => "no-figures-in-report",
            FigureProblem::NoWindow => "no-window",
            FigureProblem::UnknownUnit(_) => "unknown-unit",
        }
    }

    pub(crate) fn sentence(&self) -> String {
        match self {
            FigureProblem::Twice(id) => format!("Mã chỉ tiêu “{id}” đã có trong bộ số liệu. Hãy đặt mã khác."),
            FigureProblem::BadFormula { figure, word } => {
                format!("Công thức của “{figure}” có “{word}” không phải mã chỉ tiêu nào. Hãy chọn chỉ tiêu trong danh sách, nối bằng + hoặc -.")
            }
            FigureProblem::Circular(figure) => {
                format!("Công thức của “{figure}” vòng lại chính nó nên không tính được. Hãy bỏ chỉ tiêu này khỏi các số mà nó được tính từ đó.")
            }
            FigureProblem::Unknown(id) => format!("Không có chỉ tiêu “{id}” trong bộ số liệu. Hãy kiểm tra lại mã."),
            FigureProblem::NotANumber { figure, typed } => {
                format!("“{typed}” ở “{figure}” không phải số. Hãy gõ số, nghìn cách bằng dấu chấm, số lẻ sau dấu phẩy, ví dụ 2.310 hoặc 85,97.")
            }
            FigureProblem::Negative(figure) => format!("“{figure}” không thể nhỏ hơn 0. Hãy kiểm tra lại số."),
            FigureProblem::TooLong(figure) => format!("Số ở “{figure}” dài quá 15 chữ số, chắc là gõ nhầm. Hãy kiểm tra lại."),
            FigureProblem::NotWhole { figure, unit, typed } => {
                format!("“{figure}” đếm theo {unit} nên là số nguyên, không thể là {typed}. Nghìn cách bằng dấu chấm, ví dụ 1.234.")
            }
            FigureProblem::ToldOtherwise { figure, unit, told } => {
                let unit = if unit.is_empty() { String::new() } else { format!(" ({unit})") };
                format!("“{figure}”{unit} đã có {told} số; đổi đơn vị hay loại thì các số đó thành số khác. Hãy thêm chỉ tiêu mới, hoặc bỏ các số đã ghi trước.")
            }
            FigureProblem::Wordy(figure) => format!("Lời ở “{figure}” dài quá 300 chữ. Hãy viết gọn lại, phần còn lại ghi trong báo cáo."),
            FigureProblem::Computed(figure) => format!("“{figure}” do chương trình tính từ các số khác, không gõ được. Hãy sửa các số mà nó được tính từ đó."),
            FigureProblem::Counted(figure) => {
                format!("“{figure}” do sổ tự đếm từ kế hoạch, nhiệm vụ được giao, văn bản nên không gõ được. Hãy ghi tiến độ hoặc văn bản ở màn hình đó.")
            }
            FigureProblem::NoFormula(figure) => {
                format!("“{figure}” là số tính từ các số khác nhưng chưa có công thức. Hãy chọn các chỉ tiêu để cộng; tỷ lệ cần cả mẫu số.")
            }
            FigureProblem::NameTaken(name) => format!("Đã có chỉ tiêu tên “{name}”. Hãy đặt tên khác để khỏi nhầm khi nhập từ Excel."),
            FigureProblem::InUse { figure, by } => {
                format!("“{figure}” đang được dùng trong {by} nên không bỏ được. Hãy gỡ nó ra khỏi đó trước, hoặc để nó lại và không gõ số.")
            }
            FigureProblem::NoFigures => {
                "Không thấy chỉ tiêu nào của bộ số liệu trong dữ liệu này. Cần một cột tên hoặc mã chỉ tiêu và một cột số; hãy xuất mẫu từ màn hình Số liệu."
                    .into()
            }
            FigureProblem::NoneInReport => {
                "Báo cáo này chưa có số nào lấy từ bảng số liệu nên chưa có gì để đối chiếu. Hãy chèn số liệu vào các mục rồi in lại.".into()
            }
            FigureProblem::NoWindow => {
                "Tệp không ghi số liệu của kỳ nào. Hãy thêm hai ô “Từ ngày”, “Đến ngày” như mẫu xuất từ màn hình Số liệu, hoặc chọn kỳ trước khi nhập.".into()
            }
            FigureProblem::UnknownUnit(name) => format!(
                "Tệp ghi là số của “{name}” nhưng sổ không có đơn vị tên này. Hãy thêm tên gọi đó cho đơn vị ở Cài đặt, mục Đơn vị trong xã, hoặc sửa dòng “Đơn vị” trong tệp; số chung của cả xã thì bỏ dòng đó."
            ),
        }
    }
}

impl From<FigureProblem> for Problem {
    fn from(problem: FigureProblem) -> Problem {
        Problem::Figure(problem)
    }
}

impl From<FigureProblem> for crate::Error {
    fn from(problem: FigureProblem) -> crate::Error {
        Problem::Figure(problem).into()
    }
}

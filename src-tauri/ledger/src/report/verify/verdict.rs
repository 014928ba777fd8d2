//! What a file is found to be, and what is said of it.

use crate::Problem;
use crate::view::CheckedFile;

/// What a file is to this ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The very bytes that were sent for signing, or a scan that was recorded as signed.
    Ours,
    /// Our bytes, with signatures appended and nothing else.
    OursSigned,
    /// Our bytes, signed, but what was appended also changes what stood there.
    OursRewritten,
    /// Our bytes, with something appended that no signature covers.
    OursMore,
    /// Not ours.
    NotOurs,
}

/// The answer to `verify FILE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// What the file is.
    pub verdict: Verdict,
    /// The report it belongs to, by name; empty when it is not ours.
    pub report: String,
    /// Pages on which the picture of a signature lies over text that is not the signer's.
    pub covered: Vec<u32>,
}

impl Verified {
    /// The same for the screen.
    pub fn shown(&self) -> CheckedFile {
        let sound = matches!(self.verdict, Verdict::Ours | Verdict::OursSigned) && self.covered.is_empty();
        CheckedFile { sound, sentence: self.sentence() }
    }

    /// What is said of the file.
    pub fn sentence(&self) -> String {
        let report = &self.report;
        match self.verdict {
            Verdict::Ours => format!("Đúng là tệp của sổ này: {report}."),
            Verdict::OursSigned if !self.covered.is_empty() => {
                let pages: Vec<String> = self.covered.iter().map(u32::to_string).collect();
                format!(
                    "Đúng là tệp của sổ này, sau đó chỉ có chữ ký số thêm vào ({report}), nhưng hình chữ ký ở trang {} nằm đè lên nội dung: chữ, số ở đó có thể đã bị che hoặc thay. Hãy đối chiếu với bản của sổ.",
                    pages.join(", ")
                )
            }
            Verdict::OursSigned => {
                format!(
                    "Đúng là tệp của sổ này, sau đó chỉ có chữ ký số thêm vào: {report}. Chữ ký của ai, còn hiệu lực không thì xem trong trình đọc PDF."
                )
            }
            Verdict::OursRewritten => format!(
                "Phần đầu đúng là tệp của sổ này ({report}), sau đó có chữ ký số, nhưng phần thêm vào còn viết lại nội dung đã có ngoài chữ ký: trang có thể đã đổi. Hãy đối chiếu với bản của sổ."
            ),
            Verdict::OursMore => format!(
                "Phần đầu đúng là tệp của sổ này ({report}), nhưng sau đó có phần thêm vào không phải chữ ký số: trang có thể đã đổi. Hãy đối chiếu với bản của sổ."
            ),
            Verdict::NotOurs => Problem::NotOurs.sentence(),
        }
    }
}

//! What a refused command answers: a code for the screen, a sentence for the officer.

use serde::Serialize;

/// Rejects a command; `ui/src/api.ts` knows it as `Failure`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Failure {
    /// A stable code in kebab case.
    pub(crate) code: &'static str,
    /// What happened, what is safe, what to do.
    pub(crate) sentence: String,
}

/// What every command answers.
pub(crate) type Answer<T> = Result<T, Failure>;

impl Failure {
    /// A preview that a newer one has overtaken; the screen drops it without a word.
    pub(crate) fn outdated() -> Failure {
        Failure { code: "outdated", sentence: "Trang này đã được dàn lại.".into() }
    }

    /// A path that the window doesn't open.
    pub(crate) fn not_opened(path: &str) -> Failure {
        Failure { code: "not-opened", sentence: format!("Không mở được {path}. Hãy mở tệp đó từ thư mục đã lưu.") }
    }

    /// A printed copy that no program of this machine can show.
    pub(crate) fn no_reader(path: &str) -> Failure {
        let sentence = format!(
            "Máy này chưa có trình đọc PDF nên chưa in được. Bản in vẫn nằm ở {path}. \
             Hãy cài một trình đọc PDF, hoặc chọn “In bằng hộp thoại của chương trình”."
        );
        Failure { code: "no-reader", sentence }
    }
}

impl From<ledger::Error> for Failure {
    fn from(error: ledger::Error) -> Failure {
        Failure { code: error.code(), sentence: error.to_string() }
    }
}

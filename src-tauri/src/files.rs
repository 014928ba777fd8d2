//! Files the officer names: dialogs, names to propose, opening in the system's reader.

use crate::failure::{Answer, Failure};
use crate::state::{Desk, work};
use std::path::{Path, PathBuf};
use tauri::AppHandle;
use tauri_plugin_dialog::DialogExt;

/// What is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Paper {
    /// The page as it is signed.
    Pdf,
    /// The same for leaders to edit.
    Word,
    /// Its table as a workbook.
    Excel,
    /// A workbook that came with programs in it.
    Macro,
}

impl Paper {
    /// What the dialog calls it, and how its name ends.
    fn kind(self) -> (&'static str, &'static str) {
        match self {
            Paper::Pdf => ("Tệp PDF", "pdf"),
            Paper::Word => ("Tệp Word", "docx"),
            Paper::Excel => ("Tệp Excel", "xlsx"),
            Paper::Macro => ("Tệp Excel có macro", "xlsm"),
        }
    }
}

/// Kinds of files that are evidence, and that are opened: papers and pictures, never programs.
const EVIDENCE: [&str; 14] = ["pdf", "docx", "doc", "xlsx", "xls", "pptx", "odt", "ods", "txt", "jpg", "jpeg", "png", "tif", "tiff"];

/// What is asked for: the dialog's title, and which files it offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// A plan to read.
    Plan,
    /// An earlier paper to take in.
    Report,
    /// A Word file that came back.
    Returned,
    /// The signed PDF.
    Signed,
    /// A PDF that may be one of ours.
    Checked,
    /// A file to keep with a document.
    Evidence,
    /// A unit's workbook.
    Workbook,
    /// A workbook with figures.
    Figures,
    /// A form of the higher office.
    Form,
}

impl Asked {
    fn words(self) -> (&'static str, &'static str, &'static [&'static str]) {
        match self {
            Asked::Plan => ("Chọn kế hoạch", "Tệp Word, Excel", &["docx", "xlsx", "xls", "ods", "html", "txt"]),
            Asked::Report => ("Chọn báo cáo, kế hoạch cũ", "Tệp Word hoặc văn bản", &["docx", "txt"]),
            Asked::Returned => ("Chọn bản Word đã sửa", "Tệp Word", &["docx"]),
            Asked::Signed => ("Chọn bản PDF đã ký", "Tệp PDF", &["pdf"]),
            Asked::Checked => ("Chọn tệp PDF cần kiểm tra", "Tệp PDF", &["pdf"]),
            Asked::Evidence => ("Chọn tệp đính kèm", "Văn bản, ảnh chụp", &EVIDENCE),
            Asked::Workbook => ("Chọn phiếu đơn vị gửi lại", "Bảng tính", &["xlsx", "xls", "ods"]),
            Asked::Form => ("Chọn biểu của cấp trên", "Biểu Excel, Word", &["xlsx", "xlsm", "docx"]),
            Asked::Figures => ("Chọn bảng số liệu", "Bảng tính", &["xlsx", "xls", "ods"]),
        }
    }
}

/// Asks for a file: the one named at the start, or what the officer picks; `None` when she thinks better of it.
pub(crate) async fn ask(app: AppHandle, desk: &Desk, asked: Asked) -> Answer<Option<PathBuf>> {
    if let Some(path) = &desk.import {
        return Ok(Some(path.clone()));
    }
    work(move || {
        let (title, filter, endings) = asked.words();
        let dialog = app.dialog().file().set_title(title).add_filter(filter, endings);
        Ok(dialog.blocking_pick_file().and_then(|path| path.into_path().ok()))
    })
    .await
}

/// Asks for a folder to write into: the one named at the start, or what the officer picks.
pub(crate) async fn ask_folder(app: AppHandle, desk: &Desk, title: &'static str) -> Answer<Option<PathBuf>> {
    if let Some(folder) = &desk.save_to {
        return Ok(Some(folder.clone()));
    }
    work(move || Ok(app.dialog().file().set_title(title).blocking_pick_folder().and_then(|path| path.into_path().ok()))).await
}

/// Writes a copy of a kept file under its own name, to be looked at.
pub(crate) fn keep_copy(folder: &Path, name: &str, bytes: &[u8]) -> ledger::Result<PathBuf> {
    std::fs::create_dir_all(folder).map_err(|_| ledger::Error::cannot_write(folder))?;
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, "bin"));
    let path = folder.join(format!("{}.{}", file_name(stem), file_name(ending)));
    ledger::write_whole(&path, bytes).map(|()| path)
}

/// Where to save: the path given, the folder named at the start, or what the officer picks.
pub(crate) async fn ask_place(app: AppHandle, desk: &Desk, given: Option<PathBuf>, title: &str, paper: Paper) -> Answer<Option<PathBuf>> {
    let (words, ending) = paper.kind();
    let name = format!("{}.{ending}", file_name(title));
    if let Some(path) = given.or_else(|| desk.save_to.as_ref().map(|folder| folder.join(&name))) {
        return Ok(Some(path));
    }
    work(move || {
        let dialog = app.dialog().file().set_title("Lưu thành tệp").set_file_name(name).add_filter(words, &[ending]);
        let path = dialog.blocking_save_file().and_then(|path| path.into_path().ok());
        Ok(path.map(|path| if path.extension().is_none() { path.with_extension(ending) } else { path }))
    })
    .await
}

/// A title as a file name: the signs that Windows forbids become spaces.
pub(crate) fn file_name(title: &str) -> String {
    let clean: String = title.chars().map(|sign| if sign.is_control() || r#"/\:*?"<>|"#.contains(sign) { ' ' } else { sign }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let name: String = words.join(" ").chars().take(80).collect();
    name.trim_end_matches(['.', ' ']).to_owned()
}

/// Opens a document or a folder with the system's own program; nothing else is ever started.
pub(crate) fn open(path: &Path) -> Answer<()> {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
    let known = path.is_dir() || (path.is_file() && EVIDENCE.contains(&ending.as_str()));
    let shown = path.display().to_string();
    if !known {
        return Err(Failure::not_opened(&shown));
    }
    tauri_plugin_opener::open_path(path, None::<&str>).map_err(|_| Failure::not_opened(&shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn titles_become_names_that_windows_takes() {
        for (title, name) in [
            ("Báo cáo quý III năm 2026", "Báo cáo quý III năm 2026"),
            ("Báo cáo 12/BC-UBND: \"kết quả\"", "Báo cáo 12 BC-UBND kết quả"),
            ("  hai\ndòng.  ", "hai dòng"),
            ("", ""),
        ] {
            assert_eq!(file_name(title), name);
        }
        assert_eq!(file_name(&"Ệ".repeat(300)).chars().count(), 80, "a name of 300 letters is refused by every file system");
    }

    #[test]
    fn only_documents_and_folders_are_opened() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("virus.sh");
        fs::write(&program, "").unwrap();
        for path in [program, folder.path().join("gone.pdf")] {
            assert_eq!(open(&path).unwrap_err().code, "not-opened", "{}", path.display());
        }
    }
}

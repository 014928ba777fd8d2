//! The faces of this computer: Times New Roman itself, where it is whole and may be embedded.
//!
//! Where it is not, or lacks a letter of the document, the faces that are built in are used, and
//! that is said. Which face a paper was made in is recorded with it.

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

use crate::paper::Document;
use crate::typeset::{self, Faces, Options, Page, Unfit};
use crate::{Error, Problem, Result};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The face the decree asks for (I.4).
const FAMILY: &str = "Times New Roman";
/// How its files are called, whoever packed them: `times.ttf`, `timesbd.ttf`, `Times_New_Roman_Bold.ttf`.
const FILES: &str = "times";
/// Folders of folders of faces are not deeper than that.
const DEEPEST: usize = 4;

/// A document made into a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Printed {
    /// The file.
    pub pdf: Vec<u8>,
    /// Name and version of the face it is set in.
    pub face: String,
    /// The pages in it.
    pub pages: Vec<Page>,
    /// Why that is not the face that was asked for, as one sentence.
    pub note: Option<String>,
}

/// The folders where systems keep faces; `var` looks up the environment.
pub fn folders(var: impl Fn(&str) -> Option<OsString>) -> Vec<PathBuf> {
    let under = |name: &str, rest: &str| var(name).filter(|value| !value.is_empty()).map(|value| Path::new(&value).join(rest));
    let fixed = ["/usr/share/fonts", "/usr/local/share/fonts"].map(PathBuf::from);
    let windows = [under("WINDIR", "Fonts"), under("LOCALAPPDATA", "Microsoft/Windows/Fonts")];
    let home = [under("HOME", ".fonts"), under("XDG_DATA_HOME", "fonts"), under("HOME", ".local/share/fonts")];
    if cfg!(windows) { windows.into_iter().flatten().collect() } else { home.into_iter().flatten().chain(fixed).collect() }
}

/// Times New Roman in these folders; what can't be read is passed over.
///
/// Errors: not all four styles are there; they may not be embedded.
pub fn find(folders: &[PathBuf]) -> Result<Faces, Unfit> {
    let mut files = Vec::new();
    folders.iter().for_each(|folder| gather(folder, DEEPEST, &mut files));
    // The same files in the same order, whatever order the disk lists them in.
    files.sort();
    Faces::of_family(FAMILY, files.iter().filter_map(|file| std::fs::read(file).ok()).collect())
}

fn gather(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().to_lowercase();
        if path.is_dir() {
            if depth > 0 {
                gather(&path, depth - 1, files);
            }
        } else if name.starts_with(FILES) && name.ends_with(".ttf") {
            files.push(path);
        }
    }
}

/// The document in these faces.
///
/// Refuses with [`Problem::MissingGlyphs`] when they lack a letter of it.
pub fn print_in(document: &Document, faces: &Faces, signature_field: bool) -> Result<Printed> {
    let (pdf, pages) = typeset::pdf_and_pages(document, &Options { faces, signature_field })?;
    Ok(Printed { pdf, pages, face: faces.name().to_owned(), note: None })
}

/// The document in the faces of this computer; in those built in, with a note, where these won't do.
///
/// Refuses with [`Problem::MissingGlyphs`] when neither has all its letters.
pub fn print(document: &Document, own: &Result<Faces, Unfit>, signature_field: bool) -> Result<Printed> {
    let built_in = |why: String| {
        let note = Some(format!("{why}; văn bản in bằng phông {} có sẵn trong chương trình.", typeset::FACE));
        Ok(Printed { note, ..print_in(document, Faces::bundled(), signature_field)? })
    };
    match own {
        Ok(faces) => match print_in(document, faces, signature_field) {
            Err(Error::Refused(Problem::MissingGlyphs(letters))) => built_in(format!("Phông {} của máy này không có chữ {letters}", faces.name())),
            printed => printed,
        },
        Err(Unfit::Incomplete) => built_in(format!("Máy này không có đủ bốn kiểu phông {FAMILY}")),
        Err(Unfit::NotAllowed) => built_in(format!("Phông {FAMILY} của máy này không cho nhúng vào tệp")),
    }
}

//! LibreOffice edits Word files as a leader does: a macro in a profile of its own.

use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;

const MACRO: &str = include_str!("edit.bas");

/// A profile with the macro, and a folder for files.
pub(crate) struct Office {
    folder: TempDir,
}

impl Office {
    /// `None` where LibreOffice is not installed.
    pub(crate) fn open() -> Option<Office> {
        Command::new("soffice").arg("--version").output().ok()?;
        let folder = tempfile::tempdir().expect("a folder");
        let office = Office { folder };
        // The first start sets the profile up, and would write over the macro.
        office.start(&["--terminate_after_init"]);
        let library = office.path("office/user/basic/Standard");
        std::fs::create_dir_all(&library).expect("a folder");
        let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        let names = "xmlns:library=\"http://openoffice.org/2000/library\" library:name=\"Standard\" library:readonly=\"false\" library:passwordprotected=\"false\"";
        let script = format!(
            "{head}<!DOCTYPE script:module PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"module.dtd\">\
             <script:module xmlns:script=\"http://openoffice.org/2000/script\" script:name=\"Back\" script:language=\"StarBasic\">{}</script:module>",
            MACRO.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
        );
        let list = |inner: &str| {
            format!(
                "{head}<!DOCTYPE library:library PUBLIC \"-//OpenOffice.org//DTD OfficeDocument 1.0//EN\" \"library.dtd\">\
                 <library:library {names}>{inner}</library:library>"
            )
        };
        for (name, text) in [("Back.xba", script), ("script.xlb", list("<library:element library:name=\"Back\"/>")), ("dialog.xlb", list(""))] {
            std::fs::write(library.join(name), text).expect("written");
        }
        Some(office)
    }

    /// A file, edited in these ways (`words`, `added`, `tracked`…) and saved again as a Word file.
    pub(crate) fn edited(&self, file: &[u8], ways: &str) -> Vec<u8> {
        let (from, to) = (self.path("sent.docx"), self.path(&format!("{ways}.docx")));
        std::fs::write(&from, file).expect("written");
        let call = format!("macro:///Standard.Back.Edit(\"{}\",\"{ways}\",\"{}\")", from.display(), to.display());
        self.start(&["--norestore", &call]);
        std::fs::read(&to).unwrap_or_else(|error| panic!("{ways}: LibreOffice saved nothing: {error}"))
    }

    /// A file, opened and saved again as a Word file without a window: the one for comments needs parts that a
    /// machine without a screen may lack.
    pub(crate) fn saved(&self, file: &[u8]) -> Vec<u8> {
        let (from, out) = (self.path("commented.docx"), self.path("saved"));
        std::fs::write(&from, file).expect("written");
        let (out_dir, from) = (out.to_string_lossy(), from.to_string_lossy());
        self.start(&["--norestore", "--convert-to", "docx:MS Word 2007 XML", "--outdir", &out_dir, &from]);
        std::fs::read(out.join("commented.docx")).expect("LibreOffice saved it")
    }

    fn start(&self, words: &[&str]) {
        let profile = format!("-env:UserInstallation=file://{}", self.path("office").display());
        let output = Command::new("timeout").args(["100", "soffice"]).arg(profile).arg("--headless").args(words).output().expect("soffice runs");
        assert!(output.status.success(), "{words:?}: {output:?}");
    }

    fn path(&self, name: &str) -> PathBuf {
        Path::new(self.folder.path()).join(name)
    }
}

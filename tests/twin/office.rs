//! LibreOffice in a folder of its own, with our faces in place of Times New Roman.

use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder of papers, and the programs that read them.
pub(crate) struct Office {
    _folder: tempfile::TempDir,
    papers: PathBuf,
    home: PathBuf,
}

pub(crate) fn skipped(what: &str) {
    assert!(std::env::var("JUDGES").as_deref() != Ok("all"), "{what} is demanded and not here");
    println!("skipped: {what} is not here");
}

impl Office {
    /// `None` where a program is missing.
    pub(crate) fn open() -> Option<Office> {
        for program in ["soffice", "pdftotext"] {
            Command::new(program).arg("--version").output().ok()?;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let home = folder.path().to_owned();
        let papers = std::env::var_os("TWIN").map_or_else(|| home.join("papers"), PathBuf::from);
        std::fs::create_dir_all(&papers).expect("a folder for papers");
        let faces = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/fonts");
        let fonts = format!(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig><dir>{}</dir><cachedir>{}</cachedir><alias binding=\"same\">\
             <family>Times New Roman</family><prefer><family>Liberation Serif</family></prefer></alias></fontconfig>",
            faces.display(),
            home.join("faces").display(),
        );
        std::fs::write(home.join("fonts.conf"), fonts).expect("written");
        Some(Office { _folder: folder, papers, home })
    }

    /// Puts a paper into the folder.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) {
        std::fs::write(self.papers.join(name), bytes).expect("written");
    }

    /// A paper in the folder.
    pub(crate) fn get(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.papers.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Converts papers into a folder beside them (`.`: their own); answers what LibreOffice said beside naming them.
    pub(crate) fn convert(&self, names: &[String], to: &str, folder: &str) -> String {
        let output = Command::new("soffice")
            .env("FONTCONFIG_FILE", self.home.join("fonts.conf"))
            .arg(format!("-env:UserInstallation=file://{}", self.home.join("office").display()))
            .args(["--headless", "--convert-to", to, "--outdir"])
            .arg(self.papers.join(folder))
            .args(names.iter().map(|name| self.papers.join(name)))
            .output()
            .expect("soffice runs");
        assert!(output.status.success(), "{output:?}");
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        // A machine without Java is told so at the first start; that is not about a paper.
        let usual = ["convert ", "Overwriting: ", "Warning: failed to launch javaldx"];
        said.lines().filter(|line| !usual.iter().any(|usual| line.starts_with(usual))).collect()
    }

    /// What a PDF says, in the order it is drawn; pages end with a form feed.
    pub(crate) fn text(&self, name: &str) -> String {
        self.read("pdftotext", &["-raw", "-enc", "UTF-8"], name, &["-"])
    }

    /// What a PDF says, bold and italics marked.
    pub(crate) fn set(&self, name: &str) -> String {
        self.read("pdftohtml", &["-xml", "-i", "-stdout", "-enc", "UTF-8"], name, &[])
    }

    fn read(&self, program: &str, before: &[&str], name: &str, after: &[&str]) -> String {
        let output = Command::new(program).args(before).arg(self.papers.join(name)).args(after).output().expect("a reader of PDF runs");
        assert!(output.status.success(), "{name}: {output:?}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }
}

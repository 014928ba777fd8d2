//! Văn bản: documents registered once and cited everywhere.

mod cited;
mod pack;
mod proposals;
pub(crate) mod rows;

pub use pack::Pack;

use crate::change::Done;
use crate::office::required;
use crate::viet::{self, fold};
use crate::view::{CitedRow, DocumentForm, DocumentRow, Id, Note, RegisterView, Written};
use crate::word::read::LIMIT_MB;
use crate::{Ledger, Problem, Result, Stamp};
use chrono::{Datelike, NaiveDate};
use std::path::Path;

/// A document of the register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Document {
    pub(crate) id: Id,
    pub(crate) kind: String,
    pub(crate) number: String,
    pub(crate) day: Option<NaiveDate>,
    pub(crate) issuer: String,
    pub(crate) subject: String,
    pub(crate) field: String,
}

/// Types every office writes, proposed before it wrote any (decree, article 7).
const KINDS: [&str; 10] =
    ["Kế hoạch", "Báo cáo", "Công văn", "Quyết định", "Thông báo", "Tờ trình", "Chương trình", "Chỉ thị", "Nghị quyết", "Biên bản"];

impl Document {
    /// True when it has the number of another by the same office in the same year, as far as their days are known.
    pub(crate) fn repeats(&self, other: &Document) -> bool {
        !self.number.is_empty()
            && fold(&self.number) == fold(&other.number)
            && fold(&self.issuer) == fold(&other.issuer)
            && self.day.zip(other.day).is_none_or(|(day, other)| day.year() == other.year())
    }
}

impl Ledger {
    /// Văn bản on a day.
    pub fn register_view(&self, today: NaiveDate) -> Result<RegisterView> {
        let documents = self.documents()?;
        let files = self.evidence_files()?;
        let cited = self.citations()?;
        let requests = self.requests(today)?;
        let shown: Vec<DocumentRow> = documents
            .iter()
            .map(|document| DocumentRow {
                id: document.id,
                kind: document.kind.clone(),
                number: document.number.clone(),
                day: document.day,
                issuer: document.issuer.clone(),
                subject: document.subject.clone(),
                field: document.field.clone(),
                files: files.iter().filter(|(of, _)| *of == document.id).map(|(_, file)| file.clone()).collect(),
                cited: cited.iter().filter(|(id, _)| *id == document.id).map(|(_, row)| row.clone()).collect(),
                full: document.full(),
                short: document.short(),
                request: requests.iter().find(|one| one.form.document == document.id).cloned(),
                warnings: doubts(document, &documents, today),
            })
            .collect();
        let office = self.office_on(Some(today))?.map(|office| office.form.short).unwrap_or_default();
        Ok(RegisterView {
            kinds: choices(KINDS.iter().map(|kind| (*kind).to_owned()).chain(documents.iter().map(|document| document.kind.clone()))),
            issuers: choices(std::iter::once(office).chain(documents.iter().map(|document| document.issuer.clone()))),
            fields: self.fields()?,
            proposals: self.done_proposals(&documents, &cited, today)?,
            documents: shown,
        })
    }

    /// Registers a document, or gives one new words.
    ///
    /// The same number twice is a warning of the view, never refused. Errors: neither number nor
    /// subject; a day that does not exist.
    pub fn keep_document(&mut self, form: &DocumentForm, stamp: &Stamp) -> Result<Written> {
        let text = |text: &str| viet::nfc(text.trim());
        let day = if form.day.trim().is_empty() { None } else { Some(viet::typed_day(&form.day, stamp.today())?) };
        if form.number.trim().is_empty() {
            required("Số, ký hiệu hoặc trích yếu", &form.subject)?;
        }
        let document = Document {
            id: form.id.unwrap_or_default(),
            kind: text(&form.kind),
            number: text(&form.number),
            day,
            issuer: text(&form.issuer),
            subject: text(&form.subject),
            field: text(&form.field),
        };
        if let Some(id) = form.id {
            let kept = self.document(id)?;
            if kept == document {
                return self.write(stamp, "keep-document", |_| Ok(Done::new(Some(id), "Văn bản không thay đổi")));
            }
        }
        self.write(stamp, "keep-document", |door| {
            let id = door.keep_document(form.id, &document)?;
            let verb = if form.id.is_some() { "Sửa" } else { "Ghi" };
            Ok(Done::new(Some(id), format!("{verb} {} vào sổ văn bản", document.beside())))
        })
    }

    /// Takes a document that nothing cites out of the register. Error: it is cited.
    pub fn remove_document(&mut self, document: Id, stamp: &Stamp) -> Result<Written> {
        let kept = self.document(document)?;
        let cited = self.citations()?.into_iter().filter(|(id, _)| *id == document).count();
        if self.requests(stamp.today())?.iter().any(|one| one.form.document == document) {
            return Err(Problem::DocumentAsks.into());
        }
        if cited > 0 {
            return Err(Problem::DocumentCited(cited).into());
        }
        // What went up keeps its words; a draft would lose them.
        let drafts = self.drafts_citing(document)?;
        if !drafts.is_empty() {
            return Err(Problem::DocumentInReports(drafts).into());
        }
        let files: Vec<Id> = self.evidence_files()?.into_iter().filter(|(of, _)| *of == document).map(|(_, file)| file.id).collect();
        self.write(stamp, "remove-document", |door| {
            for file in &files {
                door.end("file", *file)?;
            }
            door.end("document", document)?;
            Ok(Done::new(None, format!("Bỏ {} khỏi sổ văn bản", kept.beside())))
        })
    }

    /// Keeps a copy of a file with a document. Errors: the file can't be read, is empty or too large.
    pub fn attach_file(&mut self, document: Id, path: &Path, stamp: &Stamp) -> Result<Written> {
        let kept = self.document(document)?;
        let bytes = load(path)?;
        let name = path.file_name().map(|name| viet::nfc(&name.to_string_lossy())).unwrap_or_default();
        self.keep_file(&bytes)?;
        self.write(stamp, "attach-file", |door| {
            let file = door.make_file(document, "evidence", &bytes, &name)?;
            Ok(Done::new(Some(file), format!("Đính kèm {name} vào {}", kept.beside())))
        })
    }

    /// Takes a file off its document; its bytes stay in the ledger's folder.
    pub fn remove_file(&mut self, file: Id, stamp: &Stamp) -> Result<Written> {
        let (name, _) = self.kept_file(file)?;
        self.write(stamp, "remove-file", |door| {
            door.end("file", file)?;
            Ok(Done::new(None, format!("Bỏ tệp {name} khỏi văn bản")))
        })
    }

    /// Names of groups of the plans, each once, in the order of the latest plan.
    fn fields(&self) -> Result<Vec<String>> {
        let mut fields = Vec::new();
        for plan in self.plans()? {
            fields.extend(self.groups(plan.id)?.into_iter().map(|group| group.name));
        }
        Ok(choices(fields.into_iter()))
    }

    /// True when a document is evidence of a task.
    pub(crate) fn is_cited(&self, document: Id) -> Result<bool> {
        Ok(self.citations()?.iter().any(|(id, _)| *id == document))
    }

    /// Tasks that documents are evidence of, by document.
    fn citations(&self) -> Result<Vec<(Id, CitedRow)>> {
        let mut query = self.conn.prepare_cached(rows::CITED)?;
        let rows = query
            .query_map([], |row| Ok((row.get(0)?, CitedRow { task: row.get(1)?, tt: row.get(2)?, content: row.get(3)?, assigned: row.get(4)? })))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Evidence is a scan or two; what is larger does not belong into the ledger.
fn load(path: &Path) -> Result<Vec<u8>> {
    let unreadable = || Problem::FileUnreadable(path.display().to_string());
    let size = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file).map(|about| about.len()).ok_or_else(unreadable)?;
    let limit = LIMIT_MB * 5;
    match size {
        0 => Err(Problem::FileEmpty.into()),
        size if size > limit << 20 => Err(Problem::FileTooLarge { megabytes: size.div_ceil(1 << 20), limit }.into()),
        _ => Ok(std::fs::read(path).map_err(|_| unreadable())?),
    }
}

fn doubts(document: &Document, all: &[Document], today: NaiveDate) -> Vec<Note> {
    let mut notes = Vec::new();
    let mut note = |code: &str, sentence: String| notes.push(Note { code: code.to_owned(), sentence });
    if let Some(other) = all.iter().find(|other| other.id != document.id && other.repeats(document)) {
        note("number-repeated", format!("Số {} đã có ở {}. Hãy kiểm tra lại.", document.number, other.beside()));
    }
    if let Some(day) = document.day.filter(|day| *day > today) {
        note("day-in-future", format!("Ngày {} chưa tới.", viet::day_screen(day)));
    }
    if document.number.is_empty() {
        note("number-none", "Văn bản chưa có số, ký hiệu.".to_owned());
    }
    if document.day.is_none() {
        note("day-none", "Văn bản chưa có ngày.".to_owned());
    }
    notes
}

/// Each text once, empty ones left out, in the order they come.
fn choices(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for text in texts.filter(|text| !text.is_empty()) {
        if !seen.contains(&text) {
            seen.push(text);
        }
    }
    seen
}

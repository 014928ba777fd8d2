//! Bộ tài liệu kiểm chứng: the kept files by number, the list of what proves what, and the gaps.

use super::Document;
use crate::paper::{Align, Appendix, Block, Cell, Column, Document as Paper, Inline, Row, Table};
use crate::plan::Task;
use crate::progress::{Entry, Facts, Standing};
use crate::viet::{day_paper, fold};
use crate::view::{Id, PackAsked, PackFile, State};
use crate::{Ledger, Problem, Result};
use chrono::NaiveDate;

/// What is packed: files with the names they get, and the list that goes with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The folder's name: `MinhChung_CCHC_2026`.
    pub name: String,
    /// The files, numbered as the list numbers them.
    pub files: Vec<PackFile>,
    /// `Danh mục tài liệu kiểm chứng`, with the gaps as its second table.
    pub list: Paper,
    /// Done tasks that nothing proves, and documents without a file.
    pub gaps: usize,
}

/// One thing that proves tasks.
struct Proof {
    words: String,
    document: Option<Id>,
    tasks: Vec<String>,
    files: Vec<(Id, String)>,
}

impl Ledger {
    /// Gathers what proves the progress of a plan, of one of its groups, within a window.
    ///
    /// Errors: no such plan; a window that ends before it begins; a kept file that is gone or was changed.
    pub fn evidence_pack(&self, asked: &PackAsked, as_of: NaiveDate) -> Result<Pack> {
        let plan = self.plan(asked.plan)?;
        let (from, to) = (asked.from.unwrap_or(plan.from), asked.to.unwrap_or(as_of));
        if from > to {
            return Err(Problem::DaysReversed.into());
        }
        let facts = self.told_plan_facts(plan.id, as_of)?;
        let documents = self.documents()?;
        let kept = self.evidence_files()?;
        let mut proofs: Vec<Proof> = Vec::new();
        let mut gaps: Vec<(String, String)> = Vec::new();
        for task in facts.tasks.iter().filter(|task| asked.group.is_none_or(|group| task.group == Some(group))) {
            gather(&facts, task, (from, to), &documents, &mut proofs);
            let standing = Standing::of_row(&facts, task, as_of);
            let done = matches!(standing.state, State::DoneOnTime | State::DoneLate);
            let proven = facts.entries(task.id).iter().any(|entry| !facts.is_superseded(entry.id) && !facts.proof(entry).is_empty());
            if done && standing.since.is_some_and(|day| from <= day && day <= to) && !proven {
                gaps.push((task.words.tt.clone(), format!("{}: đã hoàn thành, chưa có tài liệu kiểm chứng", task.words.content)));
            }
        }
        let mut files = Vec::new();
        for (nth, proof) in (1..).zip(&mut proofs) {
            let own = kept.iter().filter(|(of, _)| Some(*of) == proof.document);
            for (part, (_, file)) in (0..).zip(own) {
                let (name, bytes) = self.kept_file(file.id)?;
                let packed = packed_name(nth, part, &proof.words, &name);
                proof.files.push((file.id, packed.clone()));
                files.push(PackFile { name: packed, bytes });
            }
            if proof.files.is_empty() {
                let tasks = proof.tasks.join(", ");
                gaps.push((tasks, format!("{}: chưa có tệp trong sổ", proof.words)));
            }
        }
        let scope = match asked.group {
            None => String::new(),
            Some(group) => {
                self.groups(plan.id)?.into_iter().find(|one| one.id == group).map(|one| format!("; lĩnh vực {}", one.name)).unwrap_or_default()
            }
        };
        let reference = format!("({}; từ ngày {} đến ngày {}{scope})", plan.title, day_paper(from), day_paper(to));
        let list = Paper {
            appendices: vec![Appendix {
                title: "DANH MỤC TÀI LIỆU KIỂM CHỨNG".to_owned(),
                reference,
                list: true,
                landscape: true,
                body: body(&proofs, &gaps),
                charts: Vec::new(),
            }],
            mark: self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()),
            changed: self.last_moment()?.unwrap_or_default(),
            ..Paper::default()
        };
        Ok(Pack { name: format!("MinhChung_CCHC_{}", plan.to.format("%Y")), files, list, gaps: gaps.len() })
    }
}

/// Adds what proves a task: documents of the register each once, then what was only typed.
fn gather(facts: &Facts<Entry>, task: &Task, (from, to): (NaiveDate, NaiveDate), documents: &[Document], proofs: &mut Vec<Proof>) {
    let mut add = |words: String, document: Option<Id>| {
        let same =
            |one: &&mut Proof| if document.is_some() { one.document == document } else { one.document.is_none() && fold(&one.words) == fold(&words) };
        match proofs.iter_mut().find(same) {
            Some(one) if one.tasks.contains(&task.words.tt) => {}
            Some(one) => one.tasks.push(task.words.tt.clone()),
            None => proofs.push(Proof { words, document, tasks: vec![task.words.tt.clone()], files: Vec::new() }),
        }
    };
    for entry in facts.entries(task.id).iter().filter(|entry| !facts.is_superseded(entry.id) && from <= entry.day && entry.day <= to) {
        for id in facts.cited(entry.id) {
            if let Some(document) = documents.iter().find(|one| one.id == id) {
                add(document.full(), Some(id));
            }
        }
        if !entry.evidence.is_empty() {
            add(entry.evidence.clone(), None);
        }
    }
}

fn body(proofs: &[Proof], gaps: &[(String, String)]) -> Vec<Block> {
    let table = |id: &str, columns: &[(&str, u16, Align)], rows: Vec<Vec<String>>| Block::Table {
        id: id.to_owned(),
        table: Table {
            header: vec![Row { group: false, cells: columns.iter().map(|(name, ..)| cell(name)).collect() }],
            columns: columns.iter().map(|(_, share, align)| Column { share: *share, align: *align }).collect(),
            rows: rows.into_iter().map(|texts| Row { group: false, cells: texts.iter().map(|text| cell(text)).collect() }).collect(),
            size: 12,
        },
    };
    let listed = proofs.iter().enumerate().map(|(nth, proof)| {
        let files = proof.files.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>().join("; ");
        vec![(nth + 1).to_string(), proof.words.clone(), format!("TT {}", proof.tasks.join(", ")), files]
    });
    let columns = [("STT", 6, Align::Center), ("Tài liệu", 50, Align::Left), ("Nhiệm vụ", 16, Align::Left), ("Tệp", 28, Align::Left)];
    let mut body = vec![table("kiem-chung", &columns, listed.collect())];
    if !gaps.is_empty() {
        let heading = vec![Inline::words("Phần còn thiếu".to_owned())];
        body.push(Block::Heading { id: "con-thieu".to_owned(), level: 1, number: String::new(), text: heading });
        let rows = gaps.iter().enumerate().map(|(nth, (tt, words))| vec![(nth + 1).to_string(), format!("TT {tt}"), words.clone()]);
        body.push(table("thieu", &[("STT", 6, Align::Center), ("Nhiệm vụ", 16, Align::Left), ("Còn thiếu", 78, Align::Left)], rows.collect()));
    }
    body
}

fn cell(text: &str) -> Cell {
    Cell { span: 1, text: vec![Inline::words(text.to_owned())] }
}

/// `03_KeHoachSo12KhUbnd.pdf`: number, short plain words, the ending it had.
fn packed_name(nth: usize, part: usize, words: &str, name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("bin", |(_, ending)| ending).to_lowercase();
    let plain = fold(words).replace('đ', "d");
    let short: String = plain
        .split(|sign: char| !sign.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(6)
        .map(|word| word.chars().take(1).map(|first| first.to_ascii_uppercase()).chain(word.chars().skip(1)).collect::<String>())
        .collect();
    let more = if part == 0 { String::new() } else { format!("_{}", part + 1) };
    format!("{nth:02}_{}{more}.{ending}", short.chars().take(48).collect::<String>())
}

//! The printed list by unit, and one official letter with that list as its appendix.

use super::distance;
use crate::office::{Office, signing_lines};
use crate::paper::{Align, Appendix, Block, Cell, Column, Document, Inline, Letterhead, Number, PlaceDate, Row, Signature, Table};
use crate::plan::NO_UNIT;
use crate::viet::{count_sentence, day_paper};
use crate::view::{UrgeTask, UrgeView};
use crate::{Ledger, Problem, Result};
use chrono::{Datelike, Days, NaiveDate};

/// So many days after the letter the units answer.
const ANSWER: u64 = 5;

impl Ledger {
    /// The list of what is late or due soon, by unit, as a landscape table.
    ///
    /// Error: nothing is late or due ([`Problem::NothingToUrge`]).
    pub fn urge_list(&self, as_of: NaiveDate, within: u32) -> Result<Document> {
        let view = self.urge_view(as_of, within)?;
        Ok(Document {
            appendices: vec![appendix(&view, format!("(Tính đến ngày {})", day_paper(as_of)), true)?],
            mark: self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()),
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }

    /// ONE official letter to all units, with the list as its appendix (decree, ô 5b).
    ///
    /// Error: nothing is late or due ([`Problem::NothingToUrge`]).
    pub fn urge_letter(&self, as_of: NaiveDate, within: u32) -> Result<Document> {
        let view = self.urge_view(as_of, within)?;
        let office = self.office_on(Some(as_of))?.unwrap_or_else(Office::unnamed);
        let signer = self.signers_on(as_of)?.into_iter().next();
        let late = view.units.iter().flat_map(|unit| &unit.tasks).filter(|task| task.overdue).map(|task| (task.assigned, task.id));
        let late = late.collect::<std::collections::BTreeSet<_>>().len();
        let answer = as_of.checked_add_days(Days::new(ANSWER)).unwrap_or(as_of);
        let symbol = match office.form.drafting.as_str() {
            "" => office.form.symbol.clone(),
            drafting => format!("{}-{drafting}", office.form.symbol),
        };
        let n = |count: usize| count_sentence(i64::try_from(count).unwrap_or(i64::MAX));
        let soon = view.total as usize - late;
        let mut told = Vec::new();
        if late > 0 {
            told.push(format!("{} nhiệm vụ đã quá hạn", n(late)));
        }
        if soon > 0 {
            told.push(format!("{} nhiệm vụ đến hạn trong {} ngày tới", n(soon), view.within));
        }
        let para = |nth: usize, text: String| Block::Para { id: format!("doan-{nth}"), text: vec![Inline::words(text)] };
        let body = vec![
            para(
                1,
                format!(
                    "Qua theo dõi việc thực hiện các nhiệm vụ cải cách hành chính, đến ngày {}, còn {} (danh mục kèm theo).",
                    day_paper(as_of),
                    told.join(" và ")
                ),
            ),
            para(
                2,
                format!(
                    "{} yêu cầu các đơn vị có tên trong danh mục khẩn trương hoàn thành nhiệm vụ được giao; báo cáo kết quả, kèm số và ngày văn bản, trước ngày {}. Nhiệm vụ quá hạn cần nêu rõ nguyên nhân và thời điểm hoàn thành.",
                    office.form.name,
                    day_paper(answer)
                ),
            ),
            para(3, "Yêu cầu Thủ trưởng các đơn vị tổ chức thực hiện./.".to_owned()),
        ];
        let reference = format!("(Kèm theo Công văn số         /{symbol} ngày      tháng      năm {} của {})", as_of.year(), office.form.name);
        let drafting = if office.form.drafting.is_empty() { "VHXH" } else { &office.form.drafting };
        Ok(Document {
            letterhead: Letterhead {
                governing: Some(office.form.governing.clone()).filter(|name| !name.is_empty()),
                agency: office.agency_lines(),
                number: Some(Number { number: None, symbol }),
                place: Some(PlaceDate { place: office.form.place.clone(), day: None, year: as_of.year() }),
                about: Some("đôn đốc thực hiện nhiệm vụ cải cách hành chính".to_owned()),
            },
            addressees: addressees(&view),
            body,
            signature: Some(match signer {
                Some(signer) => Signature { lines: signer.lines, name: signer.name },
                None => Signature { lines: signing_lines("Chủ tịch"), name: "……………".to_owned() },
            }),
            recipients: vec!["Như trên".to_owned(), "Chủ tịch, các Phó Chủ tịch UBND".to_owned(), format!("Lưu: VT, {drafting}")],
            appendices: vec![appendix(&view, reference, false)?],
            mark: self.is_sample()?.then(|| "SỐ LIỆU MẪU".to_owned()),
            changed: self.last_moment()?.unwrap_or_default(),
            ..Document::default()
        })
    }
}

/// The units by name; where a row has no unit of its own, all of them.
fn addressees(view: &UrgeView) -> Vec<String> {
    if view.units.iter().any(|unit| unit.unit.is_empty()) {
        return vec!["Các phòng, đơn vị thuộc xã".to_owned()];
    }
    view.units.iter().map(|unit| unit.unit.clone()).collect()
}

fn appendix(view: &UrgeView, reference: String, list: bool) -> Result<Appendix> {
    if view.total == 0 {
        return Err(Problem::NothingToUrge.into());
    }
    let columns = [
        ("TT", 6, Align::Center),
        ("Nhiệm vụ", 44, Align::Left),
        ("Sản phẩm", 18, Align::Left),
        ("Thời hạn", 16, Align::Left),
        ("Tình trạng", 16, Align::Left),
    ];
    let mut rows = Vec::new();
    for unit in &view.units {
        let name = if unit.unit.is_empty() { NO_UNIT } else { &unit.unit };
        rows.push(Row { group: true, cells: vec![cell(5, name)] });
        rows.extend(unit.tasks.iter().map(row));
    }
    let header = vec![Row { group: false, cells: columns.iter().map(|(name, ..)| cell(1, name)).collect() }];
    let columns = columns.iter().map(|(_, share, align)| Column { share: *share, align: *align }).collect();
    let table = Table { header, columns, rows, size: 12 };
    let title = "Danh mục nhiệm vụ cải cách hành chính cần đôn đốc".to_uppercase();
    Ok(Appendix { title, reference, list, landscape: true, body: vec![Block::Table { id: "don-doc".to_owned(), table }], charts: Vec::new() })
}

fn row(task: &UrgeTask) -> Row {
    let tt = if task.assigned { format!("GV {}", task.tt) } else { task.tt.clone() };
    let due = if task.own { format!("mốc nội bộ {}", day_paper(task.due)) } else { day_paper(task.due) };
    let words = if task.deadline_text.is_empty() { due } else { format!("{} ({due})", task.deadline_text) };
    Row { group: false, cells: [tt, task.content.clone(), task.product.clone(), words, distance(task)].iter().map(|text| cell(1, text)).collect() }
}

fn cell(span: u16, text: &str) -> Cell {
    Cell { span, text: vec![Inline::words(text)] }
}

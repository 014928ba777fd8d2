//! What the officer should look at before a plan is kept: each doubt is one sentence.

use super::aside::Aside;
use super::columns::Field;
use super::rows::{Gathered, Skipped, Task};
use super::units;
use super::words::quoted;
use crate::deadline::{Deadline, Kind, Span};
use crate::plan::TaskWords;
use crate::viet::day_screen;
use crate::view::{Id, Note};
use std::collections::HashSet;

fn note(code: &str, sentence: impl Into<String>) -> Note {
    Note { code: code.to_owned(), sentence: sentence.into() }
}

/// Doubts about the whole plan.
pub(super) fn of_plan(gathered: &Gathered, assumed: Option<Span>) -> Vec<Note> {
    let mut notes = Vec::new();
    if let Some(span) = assumed {
        let (first, last) = (day_screen(span.first), day_screen(span.last));
        notes.push(note("period-assumed", format!("Tên kế hoạch không ghi kỳ; tạm lấy từ {first} đến {last}. Hãy kiểm tra lại hai ngày.")));
    }
    notes.extend(gathered.notes.iter().cloned());
    for (title, rows) in &gathered.unread {
        notes.push(note("table-unread", format!("Bảng {} ({rows} hàng) không giống bảng nhiệm vụ nên không đọc.", quoted(title))));
    }
    for field in &gathered.missing {
        notes.push(note("column-missing", format!("Không thấy cột {}; cột này để trống ở mọi dòng.", field.name())));
    }
    notes.extend(gathered.asides.iter().map(Aside::note));
    notes.extend(empty_groups(gathered));
    let (blank, worded): (Vec<&Skipped>, Vec<&Skipped>) = gathered.skipped.iter().partition(|skipped| skipped.words.is_empty());
    if !blank.is_empty() {
        let places: Vec<String> = blank.iter().map(|skipped| place(skipped, gathered.tables)).collect();
        notes.push(note("row-skipped", format!("Bỏ qua {} hàng trống: {}.", blank.len(), places.join(", "))));
    }
    for skipped in worded {
        let place = place(skipped, gathered.tables);
        notes.push(note("row-skipped", format!("Bỏ qua {place}: {}. Hãy xem đó có phải là nhiệm vụ không.", quoted(&skipped.words))));
    }
    let cells = gathered.tasks.iter().flat_map(|task| [task.text(Field::Lead), task.text(Field::Coordinating)]);
    notes.extend(units::variants(cells).iter().map(|known| of_variants(known)));
    notes.extend(units::with_commas(gathered.tasks.iter().map(|task| task.text(Field::Lead))).iter().map(of_commas));
    notes
}

/// Groups that no task stands in.
fn empty_groups(gathered: &Gathered) -> Option<Note> {
    let full: HashSet<&(String, String)> = gathered.tasks.iter().map(|task| &task.group).collect();
    let empty = gathered.groups.iter().filter(|group| !full.contains(group));
    let names: Vec<String> = empty.map(|(mark, name)| quoted(format!("{mark}. {name}").trim_start_matches(". "))).collect();
    let sentence = || format!("Không có nhiệm vụ nào trong nhóm {}; nhóm này không ghi vào sổ.", names.join(", "));
    (!names.is_empty()).then(|| note("group-empty", sentence()))
}

/// One unit written in several ways.
pub(super) fn of_variants(known: &[(String, usize)]) -> Note {
    let ways: Vec<String> = known.iter().map(|(spelling, count)| format!("“{spelling}” ({count} dòng)")).collect();
    note("unit-variants", format!("Cùng một đơn vị, viết {} cách: {}.", known.len(), ways.join(", ")))
}

/// A name with commas in it, and the rows it leads: it may be several units.
fn of_commas((name, rows): &(String, usize)) -> Note {
    let sentence = format!("{} ({rows} dòng) được đọc là một đơn vị. Nếu là nhiều đơn vị, hãy ngăn cách bằng dấu chấm phẩy.", quoted(name));
    note("unit-commas", sentence)
}

/// What Excel and LibreOffice show in a cell whose formula has no answer.
fn is_fault(text: &str) -> bool {
    matches!(text, "#REF!" | "#N/A" | "#VALUE!" | "#DIV/0!" | "#NAME?" | "#NULL!" | "#NUM!" | "#GETTING_DATA" | "#SPILL!" | "#CALC!")
        || text.strip_prefix("Err:").is_some_and(|code| code.len() == 3 && code.bytes().all(|sign| sign.is_ascii_digit()))
}

fn place(skipped: &Skipped, tables: usize) -> String {
    let (table, row) = skipped.place;
    if tables > 1 { format!("hàng {row} của bảng {table}") } else { format!("hàng {row}") }
}

/// Doubts about one row, apart from its number.
pub(super) fn of_task(task: &Task, deadline: &Deadline, span: Span, missing: &[Field]) -> Vec<Note> {
    let mut notes = Vec::new();
    let has = |field: Field| !missing.contains(&field);
    if task.joined {
        notes.push(note("rows-joined", "Dòng này ghép từ nhiều hàng của bảng. Hãy xem lại các ô."));
    }
    if let Some(row) = task.hidden {
        notes.push(note("row-hidden", format!("Hàng {row} đang ẩn trong bảng tính; vẫn được đọc.")));
    }
    for field in &task.unsure {
        let sentence = format!("Chưa chắc chữ ở cột {} của dòng này đứng đúng ô. Hãy đối chiếu với tệp PDF.", field.name());
        notes.push(note(&format!("{}-unsure", field.code()), sentence));
    }
    for field in Field::ALL.into_iter().filter(|field| is_fault(task.text(*field))) {
        let sentence = format!("Cột {} có lỗi công thức {} của bảng tính. Hãy gõ lại ô này.", field.name(), task.text(field));
        notes.push(note(&format!("{}-fault", field.code()), sentence));
    }
    if task.text(Field::Content).is_empty() {
        notes.push(note("content-empty", "Dòng này chưa có nội dung công việc."));
    }
    let others = [Field::Lead, Field::Coordinating, Field::Deadline, Field::Product];
    if has(Field::Lead) && has(Field::Deadline) && others.into_iter().all(|field| task.text(field).is_empty()) {
        notes.push(note("content-alone", "Dòng này chỉ có nội dung. Nếu đó là tên một nhóm nhỏ, hãy bỏ dòng này: các dòng dưới vẫn thuộc nhóm lớn."));
    }
    if has(Field::Lead) {
        let lead = task.text(Field::Lead);
        let named = units::named(lead);
        if lead.is_empty() {
            notes.push(note("lead-none", "Dòng này chưa có cơ quan chủ trì."));
        } else if named.many {
            notes.push(note("lead-none", format!("{} không phải một đơn vị chịu trách nhiệm chính.", quoted(lead))));
        } else if named.units.len() > 1 {
            notes.push(note("lead-many", format!("Ô chủ trì có {} đơn vị: {}.", named.units.len(), named.units.join("; "))));
        }
    }
    let words = task.text(Field::Deadline);
    if deadline.kind == Kind::Unknown && has(Field::Deadline) {
        let sentence = if words.is_empty() {
            "Dòng này chưa ghi thời hạn.".to_owned()
        } else {
            format!("{} là đến hạn ngày nào?", quoted(words))
        };
        notes.push(note("deadline-unknown", sentence));
    }
    if let Some(day) = deadline.last.or(deadline.first).filter(|day| *day < span.first || *day > span.last) {
        let period = format!("{}–{}", day_screen(span.first), day_screen(span.last));
        notes.push(note("deadline-outside", format!("Hạn {} nằm ngoài kỳ kế hoạch {period}.", day_screen(day))));
    }
    notes
}

/// Doubts about rows that are kept: the same sentences as when they came in.
pub(crate) fn of_kept(rows: &[(Option<Id>, &TaskWords)], span: Span) -> Vec<Vec<Note>> {
    let tasks: Vec<Task> = rows
        .iter()
        .map(|(group, words)| Task {
            group: (group.map(|id| id.to_string()).unwrap_or_default(), String::new()),
            words: [&words.tt, &words.content, &words.lead, &words.coordinating, &words.deadline_words, &words.product].map(String::clone),
            joined: false,
            hidden: None,
            unsure: Vec::new(),
        })
        .collect();
    let numbers = of_numbers(&tasks).into_iter();
    let each = tasks.iter().zip(rows).map(|(task, (_, words))| of_task(task, &words.deadline, span, &[]));
    numbers.zip(each).map(|(number, notes)| number.into_iter().chain(notes).collect()).collect()
}

/// Doubts about the numbers, row by row: gaps, repetitions, steps back.
pub(super) fn of_numbers(tasks: &[Task]) -> Vec<Option<Note>> {
    // Without a single number nothing is out of order: the column is missing, and that is said.
    if tasks.iter().all(|task| task.text(Field::Tt).is_empty()) {
        return vec![None; tasks.len()];
    }
    let mut before: Option<u32> = None;
    let mut group = None;
    let mut seen: HashSet<&str> = HashSet::new();
    let mut notes = Vec::new();
    for task in tasks {
        let tt = task.text(Field::Tt);
        let number = tt.parse::<u32>().ok();
        // Numbering that begins again in each group is a way of numbering, not a doubt.
        if group.replace(&task.group) != Some(&task.group) && number == Some(1) {
            before = None;
            seen.clear();
        }
        notes.push(match (before, number) {
            _ if tt.is_empty() => Some(note("tt-missing", "Dòng này không có số thứ tự.")),
            _ if seen.contains(tt) => Some(note("tt-repeated", format!("Số thứ tự {tt} đã có ở một dòng trên."))),
            (Some(before), Some(number)) if number < before => Some(note("tt-order", format!("Số thứ tự lùi từ {before} về {number}"))),
            (Some(before), Some(number)) if number > before + 1 => Some(note("tt-gap", format!("Số thứ tự nhảy từ {before} sang {number}"))),
            (None, Some(number)) if number > 1 && notes.is_empty() => Some(note("tt-gap", format!("Số thứ tự bắt đầu từ {number}"))),
            _ => None,
        });
        seen.insert(tt);
        before = number.or(before);
    }
    notes
}

//! A draft looked at once more, after the officer mended cells of it.

use super::columns::Field;
use super::rows::Task;
use super::words::tidy;
use super::{doubts, units};
use crate::deadline::{self, Span};
use crate::plan::Meaning;
use crate::viet;
use crate::view::{DraftRow, Note, PlanDraft};

/// What the file itself said of a row; it stays true whatever is typed into the row.
const OF_THE_FILE: [&str; 2] = ["rows-joined", "row-hidden"];

/// Reads the words of a draft again: deadlines in its period, doubts about rows and numbers.
///
/// Cells are made tidy (NFC, one space). What the file said of itself is kept.
pub fn look_again(mut draft: PlanDraft, meaning: &Meaning) -> PlanDraft {
    let span = Span { first: draft.from.min(draft.to), last: draft.from.max(draft.to) };
    for row in &mut draft.rows {
        for cell in [&mut row.tt, &mut row.content, &mut row.lead, &mut row.coordinating, &mut row.deadline_text, &mut row.product] {
            *cell = tidy(cell);
        }
        row.group_name = tidy(&row.group_name);
        row.group_roman = tidy(&row.group_roman);
    }
    draft.title = viet::nfc(draft.title.trim());
    let tasks: Vec<Task> = draft.rows.iter().map(task).collect();
    let missing: Vec<Field> = Field::ALL.into_iter().filter(|field| tasks.iter().all(|task| task.text(*field).is_empty())).collect();
    let mut numbers = doubts::of_numbers(&tasks).into_iter();
    for (row, task) in draft.rows.iter_mut().zip(&tasks) {
        row.deadline = meaning.of(&row.deadline_text, span, None);
        row.deadline_hint = deadline::hint(&row.deadline);
        let of_the_file: Vec<Note> = row.warnings.drain(..).filter(|note| OF_THE_FILE.contains(&note.code.as_str())).collect();
        row.warnings.extend(numbers.next().flatten());
        row.warnings.extend(of_the_file);
        row.warnings.extend(doubts::of_task(task, &row.deadline, span, &missing));
    }
    draft.warnings.retain(|note| !matches!(note.code.as_str(), "unit-variants" | "period-assumed"));
    let cells = tasks.iter().flat_map(|task| [task.text(Field::Lead), task.text(Field::Coordinating)]);
    draft.warnings.extend(units::variants(cells).iter().map(|known| doubts::of_variants(known)));
    draft
}

fn task(row: &DraftRow) -> Task {
    Task {
        group: (row.group_roman.clone(), row.group_name.clone()),
        words: [&row.tt, &row.content, &row.lead, &row.coordinating, &row.deadline_text, &row.product].map(String::clone),
        joined: false,
        hidden: None,
        unsure: Vec::new(),
    }
}

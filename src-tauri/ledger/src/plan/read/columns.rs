//! Which column holds what: header rows known by the names offices give them.

use super::grid::Row;
use super::words::key;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A column of the plan's appendix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Field {
    Tt,
    Content,
    Lead,
    Coordinating,
    Deadline,
    Product,
}

impl Field {
    /// All of them, as the appendix orders them.
    pub(super) const ALL: [Field; 6] = [Field::Tt, Field::Content, Field::Lead, Field::Coordinating, Field::Deadline, Field::Product];

    /// Its place in [`Field::ALL`].
    pub(super) fn place(self) -> usize {
        Field::ALL.iter().position(|field| *field == self).unwrap_or(0)
    }

    /// Its name in codes.
    pub(super) fn code(self) -> &'static str {
        match self {
            Field::Tt => "tt",
            Field::Content => "content",
            Field::Lead => "lead",
            Field::Coordinating => "coordinating",
            Field::Deadline => "deadline",
            Field::Product => "product",
        }
    }

    /// What the officer calls it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Field::Tt => "số thứ tự",
            Field::Content => "nội dung công việc",
            Field::Lead => "cơ quan chủ trì",
            Field::Coordinating => "cơ quan phối hợp",
            Field::Deadline => "thời hạn",
            Field::Product => "sản phẩm",
        }
    }
}

/// The names in `assets/sets/columns.json`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Names {
    fields: Vec<FieldNames>,
    /// Words the name of a unit begins with.
    pub(super) unit_starts: Vec<String>,
    /// Words that begin a name of their own after a comma, too common to begin one after a space.
    pub(super) listed_starts: Vec<String>,
    /// Words that mean more than one unit.
    pub(super) many_starts: Vec<String>,
    /// Words at the end of a unit's name that do not tell it from another.
    pub(super) unit_ends: Vec<String>,
    /// Words of the lines below a table that are no tasks.
    pub(super) closing_starts: Vec<Folded>,
    /// How lines begin that are no group's name: titles, annexes, notes.
    pub(super) title_starts: Vec<Folded>,
    /// Words of units as they are shortened, each with its full form.
    pub(super) short_words: BTreeMap<String, String>,
}

#[derive(Debug, Deserialize)]
struct FieldNames {
    field: Field,
    names: Vec<Name>,
}

/// A name folded, in pieces: other words may stand where two meet.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
struct Name(Vec<String>);

impl From<String> for Name {
    fn from(name: String) -> Name {
        Name(name.split('*').map(key).collect())
    }
}

/// Words folded once, to be met in many cells.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
pub(super) struct Folded(pub(super) String);

impl From<String> for Folded {
    fn from(words: String) -> Folded {
        Folded(key(&words))
    }
}

/// The names, read once; a test holds that the file can be read.
pub(super) static NAMES: LazyLock<Names> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../../assets/sets/columns.json")).unwrap_or_default());

/// A heading of something the plan has no column for, or has another for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Other {
    columns: Range<usize>,
    pub(super) name: String,
    /// The field it names too, and the heading that was taken for it.
    pub(super) rival: Option<(Field, String)>,
}

/// What the columns of a table hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    /// The field of each column of the grid.
    fields: Vec<Option<Field>>,
    /// Columns and name of those that hold something else.
    others: Vec<Other>,
    /// True when the officer said what each holds, or that it holds nothing of the plan.
    decided: bool,
}

impl Columns {
    /// The field of a column.
    pub(super) fn field(&self, column: usize) -> Option<Field> {
        self.fields.get(column).copied().flatten()
    }

    /// True when the table has the field.
    pub(super) fn has(&self, field: Field) -> bool {
        self.fields.contains(&Some(field))
    }

    /// The name of a column that holds something else.
    pub(super) fn other(&self, column: usize) -> Option<&Other> {
        self.others.iter().find(|other| other.columns.contains(&column))
    }

    /// True for a column that the officer said to leave out.
    pub(super) fn is_decided(&self, column: usize) -> bool {
        self.decided && column < self.fields.len()
    }

    /// What each column holds as the officer told it; `None` without a column of content.
    pub(super) fn chosen(names: &[Option<usize>]) -> Option<Columns> {
        let fields: Vec<Option<Field>> = names.iter().map(|place| place.and_then(|place| Field::ALL.get(place)).copied()).collect();
        let columns = Columns { fields, others: Vec::new(), decided: true };
        columns.has(Field::Content).then_some(columns)
    }

    /// True when both have the same fields in the same columns.
    pub(super) fn same_fields(&self, other: &Columns) -> bool {
        let width = self.fields.len().max(other.fields.len());
        (0..width).all(|column| self.field(column) == other.field(column))
    }

    /// Reads a header of one row, or of two; `None` when it does not look like a plan's.
    pub(super) fn read(upper: &Row, lower: Option<&Row>) -> Option<Columns> {
        let mut heads: Vec<Head> = Vec::new();
        for column in 0..upper.width().max(lower.map_or(0, Row::width)) {
            let text = |row: Option<&Row>| row.and_then(|row| row.covering(column)).map(|cell| (cell.at, cell.text.clone())).unwrap_or_default();
            let (upper, lower) = (text(Some(upper)), text(lower));
            let cell = (upper.0, lower.0);
            match heads.last_mut() {
                Some(last) if last.cell == cell => last.last = column,
                _ => heads.push(Head { cell, first: column, last: column, upper: upper.1, lower: lower.1 }),
            }
        }
        let known: Vec<Option<(Field, usize)>> = heads.iter().map(Head::field).collect();
        let mut columns = Columns { fields: Vec::new(), others: Vec::new(), decided: false };
        for (head, found) in heads.iter().zip(&known) {
            // Two columns of one field: the name that stands first in the list wins, then the left one.
            let best = found.filter(|(field, rank)| {
                let rivals = heads.iter().zip(&known).filter_map(|(head, found)| found.map(|found| (head.first, found)));
                rivals.filter(|(_, rival)| rival.0 == *field).min_by_key(|(first, rival)| (rival.1, *first)) == Some((head.first, (*field, *rank)))
            });
            if best.is_none() && !head.words().is_empty() {
                let rival = found.and_then(|(field, _)| {
                    let taken =
                        heads.iter().zip(&known).filter(|(head, found)| !head.words().is_empty() && found.is_some_and(|found| found.0 == field));
                    let best = taken.min_by_key(|(head, found)| (found.map_or(0, |found| found.1), head.first));
                    best.map(|(head, _)| (field, head.words()))
                });
                columns.others.push(Other { columns: head.first..head.last + 1, name: head.words(), rival });
            }
            columns.fields.resize(head.last + 1, best.map(|(field, _)| field));
        }
        let besides = [Field::Lead, Field::Coordinating, Field::Deadline, Field::Product];
        (columns.has(Field::Content) && besides.iter().any(|field| columns.has(*field))).then_some(columns)
    }
}

/// One heading, above one or more columns.
struct Head {
    cell: (usize, usize),
    first: usize,
    last: usize,
    upper: String,
    lower: String,
}

impl Head {
    /// Both rows of it in one line.
    fn words(&self) -> String {
        let same = self.upper == self.lower;
        format!("{} {}", self.upper, if same { "" } else { &self.lower }).trim().to_owned()
    }

    /// The field it names, and how far down the list its name stands.
    fn field(&self) -> Option<(Field, usize)> {
        // `Cơ quan thực hiện` above `Phối hợp`: the lower row says which of the two it is.
        let lower = if self.lower == self.upper { None } else { named(&self.lower) };
        lower.filter(|(field, _)| matches!(field, Field::Lead | Field::Coordinating)).or_else(|| named(&self.words())).or(lower)
    }
}

/// The field that goes by this name.
pub(super) fn named(text: &str) -> Option<(Field, usize)> {
    let text = key(text);
    // A heading is short; a sentence that begins with "Nội dung" is not one.
    if text.is_empty() || text.chars().count() > 70 {
        return None;
    }
    NAMES.fields.iter().find_map(|entry| entry.names.iter().position(|name| fits(&text, name)).map(|rank| (entry.field, rank)))
}

/// A folded text against a name.
fn fits(text: &str, Name(pieces): &Name) -> bool {
    let mut rest = text;
    for (at, piece) in pieces.iter().enumerate() {
        let found = match (at, at + 1 == pieces.len()) {
            (0, true) => (rest == piece).then_some(""),
            (0, false) => rest.strip_prefix(piece.as_str()).filter(|rest| piece.is_empty() || rest.is_empty() || rest.starts_with(' ')),
            (_, true) => (piece.is_empty() || rest == piece || ends_with_word(rest, piece)).then_some(""),
            (_, false) => after_word(rest, piece),
        };
        match found {
            Some(found) => rest = found,
            None => return false,
        }
    }
    true
}

fn ends_with_word(text: &str, words: &str) -> bool {
    text.strip_suffix(words).is_some_and(|before| before.ends_with(' '))
}

/// What follows the first place where the words stand whole.
fn after_word<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    text.match_indices(words).find_map(|(at, _)| {
        let (before, after) = (text.get(..at)?, text.get(at + words.len()..)?);
        let whole = (before.is_empty() || before.ends_with(' ')) && (after.is_empty() || after.starts_with(' '));
        whole.then_some(after)
    })
}

//! What the text is, beside where it stands: the elements that a screen reader walks.
//!
//! Layout names each text's element; a text without one is an artifact (a page number, a header
//! row printed again), which readers pass over.

use crate::paper::Item;
use std::cell::RefCell;
use std::num::NonZeroU32;

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The whole.
    Document,
    /// A heading and its level, 1 for the highest; levels are never skipped on the way down.
    Heading(u8),
    /// A paragraph.
    Paragraph,
    /// A list, and what its items begin with.
    List(Marks),
    /// An item of a list.
    Item,
    /// The mark of an item.
    Label,
    /// What an item says, and the lists below it.
    ItemBody,
    /// A table.
    Table,
    /// A row.
    Row,
    /// A cell that names the columns it covers: so many.
    Header(u16),
    /// A cell that names its row, and covers so many columns.
    RowHeader(u16),
    /// A cell that covers so many columns.
    Cell(u16),
    /// The room for the signature, where a signature field may stand.
    Form,
}

/// What the items of a list begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// `a)`
    Letter,
    /// `1.`
    Number,
}

/// An element's name: its place in its tree, from one on, small because each letter bears one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tag(NonZeroU32);

impl Tag {
    /// The name of the element at a place of its tree.
    fn at(place: usize) -> Tag {
        Tag(u32::try_from(place).map_or(NonZeroU32::MAX, |place| NonZeroU32::MIN.saturating_add(place)))
    }

    /// The place of its element.
    pub(super) fn place(self) -> usize {
        self.0.get() as usize - 1
    }
}

/// An element and where it hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// The element it is in; none for the document.
    pub parent: Option<Tag>,
}

/// The elements of a document, each after the one it is in, brothers in the order of reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    elements: Vec<Element>,
}

impl Tree {
    /// Every element with its name.
    pub fn elements(&self) -> impl DoubleEndedIterator<Item = (Tag, Element)> + ExactSizeIterator {
        self.elements.iter().enumerate().map(|(place, element)| (Tag::at(place), *element))
    }

    /// The element of that name.
    pub fn element(&self, tag: Tag) -> Option<Element> {
        self.elements.get(tag.place()).copied()
    }
}

/// A tree that layout adds to as it goes, in the order of reading.
pub(super) struct Growth(RefCell<Growing>);

struct Growing {
    elements: Vec<Element>,
    /// The levels asked for by the headings above this place: their number is the level given.
    headings: Vec<u8>,
    /// The lists that are open here, each with its marks' kind and its last item's body.
    lists: Vec<(Marks, Tag, Tag)>,
}

const ROOT: Tag = Tag(NonZeroU32::MIN);

impl Growth {
    /// A document without anything in it.
    pub(super) fn new() -> Growth {
        let root = Element { role: Role::Document, parent: None };
        Growth(RefCell::new(Growing { elements: vec![root], headings: Vec::new(), lists: Vec::new() }))
    }

    /// A heading; `level` orders it among the others, the level given never skips one.
    pub(super) fn heading(&self, level: u8) -> Tag {
        let mut tree = self.0.borrow_mut();
        tree.lists.clear();
        while tree.headings.last().is_some_and(|above| *above >= level) {
            tree.headings.pop();
        }
        tree.headings.push(level);
        let level = u8::try_from(tree.headings.len()).unwrap_or(u8::MAX);
        tree.add(ROOT, Role::Heading(level))
    }

    /// A paragraph.
    pub(super) fn paragraph(&self) -> Tag {
        self.top(Role::Paragraph)
    }

    /// A table.
    pub(super) fn table(&self) -> Tag {
        self.top(Role::Table)
    }

    /// The room for the signature.
    pub(super) fn form(&self) -> Tag {
        self.top(Role::Form)
    }

    /// An item with such a mark: of the list that is open, of a new one below its last item, or of
    /// one above it whose marks are of the same kind. Answers the mark's element and the body's.
    pub(super) fn item(&self, mark: &Item) -> (Tag, Tag) {
        let mut tree = self.0.borrow_mut();
        let kind = match mark {
            Item::Dash => Marks::Dash,
            Item::Plus => Marks::Plus,
            Item::Letter(_) => Marks::Letter,
            Item::Number(_) => Marks::Number,
        };
        match tree.lists.iter().position(|(open, ..)| *open == kind) {
            Some(place) => tree.lists.truncate(place + 1),
            None => {
                let parent = tree.lists.last().map_or(ROOT, |(_, _, body)| *body);
                let list = tree.add(parent, Role::List(kind));
                tree.lists.push((kind, list, list));
            }
        }
        let list = tree.lists.last().map_or(ROOT, |(_, list, _)| *list);
        let item = tree.add(list, Role::Item);
        let (label, body) = (tree.add(item, Role::Label), tree.add(item, Role::ItemBody));
        if let Some(open) = tree.lists.last_mut() {
            open.2 = body;
        }
        (label, body)
    }

    /// A row or a cell.
    pub(super) fn inside(&self, parent: Tag, role: Role) -> Tag {
        self.0.borrow_mut().add(parent, role)
    }

    /// The tree as it is now.
    pub(super) fn tree(&self) -> Tree {
        Tree { elements: self.0.borrow().elements.clone() }
    }

    fn top(&self, role: Role) -> Tag {
        let mut tree = self.0.borrow_mut();
        tree.lists.clear();
        tree.add(ROOT, role)
    }
}

impl Growing {
    fn add(&mut self, parent: Tag, role: Role) -> Tag {
        self.elements.push(Element { role, parent: Some(parent) });
        Tag::at(self.elements.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_never_skip_a_level() {
        let cases: [(&[u8], &[u8]); 4] = [
            (&[1, 2, 3, 3, 2, 1], &[1, 2, 3, 3, 2, 1]),
            (&[3, 3, 4, 3], &[1, 1, 2, 1]),
            (&[1, 4, 3, 2], &[1, 2, 2, 2]),
            (&[1, 3, 5, 3], &[1, 2, 3, 2]),
        ];
        for (asked, given) in cases {
            let growth = Growth::new();
            asked.iter().for_each(|level| _ = growth.heading(*level));
            let levels: Vec<Role> = growth.tree().elements().skip(1).map(|(_, element)| element.role).collect();
            assert_eq!(levels, given.iter().map(|level| Role::Heading(*level)).collect::<Vec<_>>(), "{asked:?}");
        }
    }

    #[test]
    fn items_of_another_kind_are_a_list_below() {
        let growth = Growth::new();
        let list_of = |tag: Tag| {
            let parent = |tag: Tag| growth.tree().element(tag).and_then(|element| element.parent);
            parent(tag).and_then(parent)
        };
        let of = |marks: &[Item]| marks.iter().map(|mark| list_of(growth.item(mark).1)).collect::<Vec<_>>();
        let [first, plus, again, second] = of(&[Item::Dash, Item::Plus, Item::Plus, Item::Dash])[..] else { panic!("four items") };
        assert!(first == second && plus == again && first != plus);
        growth.paragraph();
        assert_ne!(of(&[Item::Dash]), [first], "a paragraph ends a list");
    }
}

//! What stands behind a PDF of ours: digital signatures and nothing else, or more than that.
//!
//! Whose the signatures are, and whether they hold, is the PDF reader's to say: it knows certificates.

use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::{BTreeMap, BTreeSet};

/// What follows our bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Appended {
    /// Signatures, each over all that stands before it, and what proves them later.
    Signatures,
    /// Signed, but what was added changes more of the file than a signature has to.
    Rewritten,
    /// Something that no signature covers.
    Unsigned,
}

/// Keys of the catalog that a signature, its time stamp and its proofs may change (ISO 32000-2, 12.8).
const CATALOG: [&[u8]; 6] = [b"AcroForm", b"DSS", b"Extensions", b"Perms", b"Version", b"Metadata"];
/// Keys of the catalog that proofs added later may change.
const PROOFS: [&[u8]; 3] = [b"DSS", b"Extensions", b"Version"];
/// Keys of an empty signature field that signing fills: never its place on the page.
const FIELD: [&[u8]; 8] = [b"V", b"AP", b"AS", b"MK", b"M", b"F", b"Lock", b"SV"];

/// Reads what follows the first `start` bytes, which are ours.
pub(super) fn appended(bytes: &[u8], start: usize) -> Appended {
    let load = |end: usize| bytes.get(..end).and_then(|part| Document::load_mem(part).ok());
    let (Some(ours), Some(whole)) = (load(start), load(bytes.len())) else { return Appended::Unsigned };
    let ends = ends(&whole, bytes, start);
    let (mut before, mut reached, mut rewritten) = (ours.clone(), start, false);
    for end in ends {
        let Some(after) = load(end) else { return Appended::Unsigned };
        rewritten |= !Step { ours: &ours, before: &before, after: &after }.only_signs(&CATALOG);
        (before, reached) = (after, end);
    }
    // Proofs may follow the last signature unsigned; they change nothing else, and are not merely a stray byte.
    let proofs = |before| Step { ours: &ours, before, after: &whole }.only_signs(&PROOFS) && catalog(&whole).get(b"DSS").is_ok();
    match reached {
        none if none == start => Appended::Unsigned,
        all if all < bytes.len() && (whole.xref_start <= all || !proofs(&before)) => Appended::Unsigned,
        _ if rewritten => Appended::Rewritten,
        _ => Appended::Signatures,
    }
}

/// Where what signatures behind `start` cover ends, in order: all of the file up to there but the signature itself.
fn ends(file: &Document, bytes: &[u8], start: usize) -> BTreeSet<usize> {
    let signatures = fields(file).into_iter().filter_map(|id| value(file, file.get_dictionary(id).ok()?));
    let end = |signature: &Dictionary| {
        let range: Vec<usize> =
            signature.get(b"ByteRange").ok()?.as_array().ok()?.iter().filter_map(|one| usize::try_from(one.as_i64().ok()?).ok()).collect();
        let [0, before, after, length] = range.as_slice() else { return None };
        let Object::String(content, _) = signature.get(b"Contents").ok()? else { return None };
        let hole = bytes.get(*before..*after).filter(|_| *before >= start)?;
        let written = hole.strip_prefix(b"<")?.strip_suffix(b">")?;
        let whole = written.len() == content.len() * 2 && written.iter().all(u8::is_ascii_hexdigit) && !content.is_empty();
        after.checked_add(*length).filter(|end| whole && *end <= bytes.len())
    };
    signatures.filter_map(end).collect()
}

/// One signature: the file before it and after it.
struct Step<'a> {
    /// The file that left the house.
    ours: &'a Document,
    before: &'a Document,
    after: &'a Document,
}

impl Step<'_> {
    /// True when nothing of what stood there became other than signing makes it. `keys`: what may differ in the catalog.
    fn only_signs(&self, keys: &[&[u8]]) -> bool {
        let (roles, first) = (roles(self.before), roles(self.ours));
        // What is ours keeps the role it has in ours: nothing becomes a proof first, to be rewritten then.
        let role = |id: &ObjectId| if self.ours.objects.contains_key(id) { first.get(id) } else { roles.get(id) };
        let root = |file: &Document| file.trailer.get(b"Root").and_then(Object::as_reference).ok();
        let kept = self.before.objects.iter().all(|(id, object)| match (self.after.objects.get(id), role(id)) {
            (Some(now), _) if same(object, now) => true,
            (Some(now), Some(Role::Catalog)) => differ_only(object, now, keys),
            (Some(now), Some(Role::Page)) => differ_only(object, now, &[b"Annots"]),
            (Some(now), Some(Role::Field)) => !is_filled(self.before, object) && differ_only(object, now, &FIELD),
            (Some(_), Some(Role::Listed)) => true,
            _ => is_kept_by_writer(object),
        });
        kept && root(self.before) == root(self.after) && self.form_only_grows() && self.pages_show_no_more()
    }

    /// The fields that were there are there; new ones are for signatures, and no second form stands beside them.
    fn form_only_grows(&self) -> bool {
        let (before, after) = (listed(self.before), listed(self.after));
        let signing: BTreeSet<ObjectId> = fields(self.after).into_iter().collect();
        let form = |file: &Document| form(file).is_some_and(|form| form.get(b"XFA").is_ok());
        before.iter().all(|id| after.contains(id))
            && after.iter().all(|id| before.contains(id) || signing.contains(id))
            && form(self.before) == form(self.after)
    }

    /// Nothing new lies on a page but signatures.
    fn pages_show_no_more(&self) -> bool {
        let signing: BTreeSet<ObjectId> = fields(self.after).into_iter().collect();
        self.before.page_iter().eq(self.after.page_iter())
            && self.after.page_iter().all(|page| {
                let (before, after) = (annotations(self.before, page), annotations(self.after, page));
                let (Some(before), Some(after)) = (before, after) else { return false };
                let is_new = |id: &ObjectId| signing.contains(id) && !self.before.objects.contains_key(id);
                after.starts_with(&before) && after.iter().skip(before.len()).all(|id| is_new(id) || fields(self.before).contains(id))
            })
    }
}

/// What a signature may change of a part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Catalog,
    Page,
    /// A signature field.
    Field,
    /// A list of fields or annotations, the form, what says when the file was written: looked at as a whole.
    Listed,
}

fn roles(file: &Document) -> BTreeMap<ObjectId, Role> {
    let mut roles = BTreeMap::new();
    let reference = |object: lopdf::Result<&Object>| object.and_then(Object::as_reference).ok();
    let mut listed: Vec<Option<ObjectId>> = vec![
        reference(file.trailer.get(b"Info")),
        reference(catalog(file).get(b"Metadata")),
        reference(catalog(file).get(b"AcroForm")),
        form(file).and_then(|form| reference(form.get(b"Fields"))),
        form(file).and_then(|form| reference(form.get(b"DR"))),
    ];
    for page in file.page_iter() {
        listed.push(file.get_dictionary(page).ok().and_then(|page| reference(page.get(b"Annots"))));
        roles.insert(page, Role::Page);
    }
    if let Some(proofs) = reference(catalog(file).get(b"DSS")) {
        reach(file, proofs, &mut roles);
    }
    roles.extend(listed.into_iter().flatten().map(|id| (id, Role::Listed)));
    roles.extend(fields(file).into_iter().map(|id| (id, Role::Field)));
    roles.extend(reference(file.trailer.get(b"Root")).map(|id| (id, Role::Catalog)));
    roles
}

/// All that proofs are made of.
fn reach(file: &Document, from: ObjectId, roles: &mut BTreeMap<ObjectId, Role>) {
    let mut open = vec![from];
    while let Some(id) = open.pop() {
        if roles.insert(id, Role::Listed).is_none() {
            open.extend(file.objects.get(&id).map(references).unwrap_or_default());
        }
    }
}

fn references(object: &Object) -> Vec<ObjectId> {
    match object {
        Object::Reference(id) => vec![*id],
        Object::Array(items) => items.iter().flat_map(references).collect(),
        Object::Dictionary(dictionary) => dictionary.iter().flat_map(|(_, object)| references(object)).collect(),
        _ => Vec::new(),
    }
}

/// Cross-reference streams and streams of packed objects: read for what they hold.
fn is_kept_by_writer(object: &Object) -> bool {
    object.as_stream().is_ok_and(|stream| stream.dict.has_type(b"XRef") || stream.dict.has_type(b"ObjStm"))
}

/// Equal in what they say, however the writer spelt it: `(ab)` and `<6162>`, `1` and `1.0`.
fn same(one: &Object, other: &Object) -> bool {
    match (one, other) {
        (Object::Stream(one), Object::Stream(other)) => held(&one.dict, &other.dict, &[]) && one.content == other.content,
        (Object::Dictionary(one), Object::Dictionary(other)) => held(one, other, &[]),
        (Object::Array(one), Object::Array(other)) => one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other)),
        (Object::String(one, _), Object::String(other, _)) => one == other,
        (Object::Integer(_) | Object::Real(_), Object::Integer(_) | Object::Real(_)) => one.as_float().ok() == other.as_float().ok(),
        _ => one == other,
    }
}

/// True when two dictionaries hold the same but for some keys.
fn held(one: &Dictionary, other: &Dictionary, keys: &[&[u8]]) -> bool {
    let has = |one: &Dictionary, other: &Dictionary| {
        one.iter().all(|(key, value)| keys.contains(&key.as_slice()) || other.get(key).is_ok_and(|now| same(value, now)))
    };
    has(one, other) && has(other, one)
}

fn differ_only(one: &Object, other: &Object, keys: &[&[u8]]) -> bool {
    matches!((one, other), (Object::Dictionary(one), Object::Dictionary(other)) if held(one, other, keys))
}

fn catalog(file: &Document) -> Dictionary {
    file.catalog().cloned().unwrap_or_default()
}

pub(super) fn inner<'a>(file: &'a Document, object: lopdf::Result<&'a Object>) -> Option<&'a Object> {
    object.and_then(|object| file.dereference(object)).ok().map(|(_, object)| object)
}

fn form(file: &Document) -> Option<&Dictionary> {
    inner(file, file.catalog().ok()?.get(b"AcroForm"))?.as_dict().ok()
}

/// The fields at the top of the form.
fn listed(file: &Document) -> Vec<ObjectId> {
    let list = form(file).and_then(|form| inner(file, form.get(b"Fields"))).and_then(|list| list.as_array().ok());
    list.map(|list| list.iter().filter_map(|one| one.as_reference().ok()).collect()).unwrap_or_default()
}

/// Signature fields and the widgets below them.
fn fields(file: &Document) -> Vec<ObjectId> {
    let mut open: Vec<(ObjectId, bool)> = listed(file).into_iter().map(|id| (id, false)).collect();
    let (mut seen, mut found) = (BTreeSet::new(), Vec::new());
    while let Some((id, above)) = open.pop() {
        let Some(field) = file.get_dictionary(id).ok().filter(|_| seen.insert(id)) else { continue };
        let signs = field.get(b"FT").and_then(Object::as_name).map_or(above, |kind| kind == b"Sig");
        let kids = inner(file, field.get(b"Kids")).and_then(|kids| kids.as_array().ok());
        open.extend(kids.into_iter().flatten().filter_map(|kid| kid.as_reference().ok()).map(|kid| (kid, signs)));
        if signs {
            found.push(id);
        }
    }
    found
}

fn value<'a>(file: &'a Document, field: &'a Dictionary) -> Option<&'a Dictionary> {
    inner(file, field.get(b"V"))?.as_dict().ok()
}

fn is_filled(file: &Document, field: &Object) -> bool {
    field.as_dict().is_ok_and(|field| value(file, field).is_some())
}

/// What lies on a page; nothing when the list is not one of references.
pub(super) fn annotations(file: &Document, page: ObjectId) -> Option<Vec<ObjectId>> {
    match inner(file, file.get_dictionary(page).ok()?.get(b"Annots")) {
        None => Some(Vec::new()),
        Some(list) => list.as_array().ok()?.iter().map(|one| one.as_reference().ok()).collect(),
    }
}

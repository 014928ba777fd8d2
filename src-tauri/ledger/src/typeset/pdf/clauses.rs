//! The clauses of ISO 19005-2 (PDF/A-2, level A) and ISO 14289-1 (PDF/UA-1) that our files could
//! break, each with what is asserted of every file. `docs/pdf-a.md` says them in words.

use super::read::{Font, Node, Read, fonts, list, read, resolved, stream};
use crate::paper::Document as Paper;
use crate::typeset::{Faces, Options, laid_out, tests};
use lopdf::{Dictionary, Object};
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, Hasher, RandomState};

/// A clause as `docs/pdf-a.md` names it, and what must hold.
type Clause = (&'static str, fn(&Read));

const CLAUSES: [Clause; 32] = [
    ("A 6.1.2", header),
    ("A 6.1.3", trailer),
    ("A 6.1.7", streams),
    ("A 6.1.13", limits),
    ("A 6.2.2", operators),
    ("A 6.2.3", intent),
    ("A 6.2.10", opaque),
    ("A 6.2.11.3.2", composite),
    ("A 6.2.11.4", embedded),
    ("A 6.2.11.5", widths),
    ("A 6.2.11.7", meanings),
    ("A 6.2.11.8", no_missing_glyph),
    ("A 6.3.2", annotations),
    ("A 6.3.3", appearances),
    ("A 6.4", forms),
    ("A 6.5", no_actions),
    ("A 6.6.2", metadata),
    ("A 6.6.4", claims),
    ("A 6.7.2.2", marked),
    ("A 6.7.3", tree),
    ("A 6.7.4", language),
    ("A 6.8", nothing_attached),
    ("UA 5", ua_claim),
    ("UA 7.1", all_content),
    ("UA 7.1 title", title),
    ("UA 7.2", text_is_nfc),
    ("UA 7.4.2", headings),
    ("UA 7.5", tables),
    ("UA 7.6", lists),
    ("UA 7.8", page_numbers),
    ("UA 7.18", field),
    ("32000 14.7.4.4", both_ways),
];

fn catalog(read: &Read) -> &Dictionary {
    read.file.catalog().expect("a catalog")
}

fn pages(read: &Read) -> impl Iterator<Item = &Dictionary> {
    read.sheets.iter().map(|sheet| read.file.get_dictionary(sheet.id).expect("a page"))
}

fn dictionaries(read: &Read) -> Vec<&Dictionary> {
    let mut found = Vec::new();
    let mut left: Vec<&Object> = read.file.objects.values().collect();
    while let Some(object) = left.pop() {
        let dictionary = match object {
            Object::Dictionary(dictionary) => dictionary,
            Object::Stream(stream) => &stream.dict,
            Object::Array(objects) => {
                left.extend(objects);
                continue;
            }
            _ => continue,
        };
        found.push(dictionary);
        left.extend(dictionary.iter().map(|(_, value)| value));
    }
    found
}

fn name<'a>(dictionary: &'a Dictionary, key: &[u8]) -> &'a str {
    std::str::from_utf8(dictionary.get(key).and_then(Object::as_name).expect("a name")).expect("plain")
}

fn header(read: &Read) {
    assert!(read.bytes.starts_with(b"%PDF-1.7\n%"));
    assert!(read.bytes[10..14].iter().all(|byte| *byte > 127) && read.bytes[14] == b'\n');
}

fn trailer(read: &Read) {
    assert!(read.bytes.ends_with(b"%%EOF\n") && read.bytes.windows(5).filter(|part| part == b"%%EOF").count() == 1);
    let id = read.file.trailer.get(b"ID").and_then(Object::as_array).expect("an id");
    assert!(id.len() == 2 && id.iter().all(|part| part.as_str().is_ok_and(|part| part.len() == 16 && part.iter().any(|byte| *byte != 0))));
    assert_eq!(id[0], id[1], "a first version");
    assert!(!read.file.trailer.has(b"Encrypt"));
}

fn streams(read: &Read) {
    for object in read.file.objects.values() {
        let Object::Stream(stream) = object else { continue };
        assert_eq!(stream.dict.get(b"Length").and_then(Object::as_i64).ok(), i64::try_from(stream.content.len()).ok());
        assert!(!stream.dict.has(b"F") && !stream.dict.has(b"FFilter"));
        if stream.dict.has(b"Filter") {
            assert_eq!(name(&stream.dict, b"Filter"), "FlateDecode");
        }
    }
}

fn limits(read: &Read) {
    for dictionary in dictionaries(read) {
        for (key, value) in dictionary {
            assert!(key.len() <= 127);
            match value {
                Object::Name(name) => assert!(name.len() <= 127),
                Object::String(string, _) => assert!(string.len() <= 32767),
                Object::Integer(number) => assert!(i32::try_from(*number).is_ok()),
                _ => {}
            }
        }
    }
    assert!(read.file.objects.len() < 8_388_607);
}

/// Lines and text only; no colour is ever set, so that all of it is black.
fn operators(read: &Read) {
    let known = ["BDC", "EMC", "BT", "ET", "Tf", "Tm", "Tj", "TJ", "w", "m", "l", "S", "q", "Q"];
    for operator in read.sheets.iter().flat_map(|sheet| &sheet.operators) {
        assert!(known.contains(&operator.as_str()), "{operator}");
    }
    assert!(pages(read).all(|page| page.has(b"Resources")));
}

fn intent(read: &Read) {
    let intents = catalog(read).get(b"OutputIntents").and_then(Object::as_array).expect("an intent");
    let [intent] = intents.as_slice() else { panic!("one intent") };
    let intent = resolved(&read.file, intent).as_dict().expect("an intent");
    assert_eq!(name(intent, b"S"), "GTS_PDFA1");
    let profile = resolved(&read.file, intent.get(b"DestOutputProfile").expect("a profile")).as_stream().expect("a profile");
    assert_eq!(profile.dict.get(b"N").and_then(Object::as_i64).ok(), Some(3));
    let profile = stream(&read.file, intent.get(b"DestOutputProfile").expect("a profile"));
    assert!(&profile[36..40] == b"acsp" && &profile[12..16] == b"mntr" && &profile[16..20] == b"RGB ");
}

fn opaque(read: &Read) {
    for dictionary in dictionaries(read) {
        assert!(["SMask", "CA", "ca", "BM"].iter().all(|key| !dictionary.has(key.as_bytes())));
        assert!(!dictionary.has_type(b"ExtGState"));
        assert!(!dictionary.get(b"S").and_then(Object::as_name).is_ok_and(|kind| kind == b"Transparency"));
    }
}

fn composite(read: &Read) {
    for font in fonts(&read.file) {
        assert_eq!((name(&font.dictionary, b"Encoding"), name(&font.descendant, b"Subtype")), ("Identity-H", "CIDFontType2"));
        let map = font.descendant.get(b"CIDToGIDMap").expect("a map");
        assert!(matches!(map, Object::Name(kind) if kind == b"Identity") || matches!(map, Object::Reference(_)));
        let names = [&font.dictionary, &font.descendant].map(|dictionary| name(dictionary, b"BaseFont").to_owned());
        assert!(names.iter().all(|base| base == name(&font.descriptor, b"FontName")));
    }
}

fn embedded(read: &Read) {
    let fonts = fonts(&read.file);
    assert!(!fonts.is_empty());
    for font in fonts {
        let base = name(&font.dictionary, b"BaseFont");
        let (prefix, _) = base.split_once('+').expect("a subset's tag");
        assert!(prefix.len() == 6 && prefix.bytes().all(|letter| letter.is_ascii_uppercase()), "{base}");
        assert!(crate::typeset::font::glyph_widths(&font.program).len() > 1, "{base}: a font of its own");
    }
}

/// The glyph that a code shows.
fn glyph(read: &Read, font: &Font, code: u16) -> u16 {
    match font.descendant.get(b"CIDToGIDMap") {
        Ok(map @ Object::Reference(_)) => {
            let map = stream(&read.file, map);
            u16::from_be_bytes([map[usize::from(code) * 2], map[usize::from(code) * 2 + 1]])
        }
        _ => code,
    }
}

/// The codes that pages use, with their font.
fn used(read: &Read) -> Vec<(Font, BTreeSet<u16>)> {
    let codes = |name: &str| {
        let all = read.sheets.iter().flat_map(|sheet| &sheet.pieces).flat_map(|piece| &piece.codes);
        all.filter(|(font, _)| font == name).map(|(_, code)| *code).collect()
    };
    fonts(&read.file).into_iter().map(|font| (codes(&font.name), font)).map(|(codes, font)| (font, codes)).collect()
}

fn widths(read: &Read) {
    for (font, codes) in used(read) {
        let real = crate::typeset::font::glyph_widths(&font.program);
        let mut said: BTreeMap<u16, i64> = BTreeMap::new();
        let table = font.descendant.get(b"W").and_then(Object::as_array).expect("widths");
        let mut at = 0;
        while at < table.len() {
            let first = u16::try_from(table[at].as_i64().expect("a code")).expect("a code");
            let run = table[at + 1].as_array().expect("widths of a run of codes");
            said.extend((first..).zip(run.iter().map(|width| width.as_i64().expect("a width"))));
            at += 2;
        }
        for code in codes {
            let (said, real) = (said[&code], i64::from(real[usize::from(glyph(read, &font, code))]));
            assert!((said - real).abs() <= 1, "{}: {said} for {real}", font.name);
        }
    }
}

fn meanings(read: &Read) {
    for (font, codes) in used(read) {
        for code in codes {
            let letters = &font.letters[&code];
            let good = |letter: char| !matches!(letter, '\0' | '\u{feff}' | '\u{fffd}' | '\u{fffe}' | '\u{e000}'..='\u{f8ff}');
            assert!(!letters.is_empty() && letters.chars().all(good), "{code}: {letters:?}");
        }
    }
}

fn no_missing_glyph(read: &Read) {
    for (font, codes) in used(read) {
        assert!(codes.into_iter().all(|code| glyph(read, &font, code) != 0), "{}", font.name);
    }
}

fn widgets(read: &Read) -> Vec<&Dictionary> {
    pages(read).flat_map(|page| list(page.get(b"Annots").ok())).map(|id| read.file.get_dictionary(id.as_reference().unwrap()).unwrap()).collect()
}

fn annotations(read: &Read) {
    for annotation in widgets(read) {
        assert_eq!(name(annotation, b"Subtype"), "Widget");
        let flags = annotation.get(b"F").and_then(Object::as_i64).expect("flags");
        assert_eq!((flags & 4, flags & (1 + 2 + 32 + 256)), (4, 0), "printed, and never hidden");
    }
}

fn appearances(read: &Read) {
    for annotation in widgets(read) {
        let looks = annotation.get(b"AP").and_then(Object::as_dict).expect("an appearance");
        assert!(looks.len() == 1 && resolved(&read.file, looks.get(b"N").expect("a normal one")).as_stream().is_ok());
    }
}

fn forms(read: &Read) {
    let Ok(form) = catalog(read).get(b"AcroForm").and_then(Object::as_dict) else { return };
    assert!(!form.has(b"NeedAppearances") && !form.has(b"XFA"));
    assert!(widgets(read).iter().all(|widget| !widget.has(b"A") && !widget.has(b"AA")));
}

fn no_actions(read: &Read) {
    for dictionary in dictionaries(read) {
        assert!(["OpenAction", "AA", "JS", "JavaScript", "URI", "Launch"].iter().all(|key| !dictionary.has(key.as_bytes())));
    }
}

fn xmp(read: &Read) -> String {
    let metadata = resolved(&read.file, catalog(read).get(b"Metadata").expect("metadata")).as_stream().expect("a packet");
    assert!(!metadata.dict.has(b"Filter"), "catalogues read it without unpacking");
    String::from_utf8(metadata.content.clone()).expect("plain UTF-8")
}

/// What stands between a tag and its end, unescaped.
fn property(xmp: &str, tag: &str) -> Option<String> {
    let inside = xmp.split_once(&format!("<{tag}>"))?.1.split_once(&format!("</{tag}>"))?.0;
    let words: String = inside.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words)).collect();
    Some(words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

fn metadata(read: &Read) {
    let xmp = xmp(read);
    let info = resolved(&read.file, read.file.trailer.get(b"Info").expect("information")).as_dict().expect("information");
    let pairs = [(&b"Title"[..], "dc:title"), (b"Author", "dc:creator"), (b"Creator", "xmp:CreatorTool"), (b"Producer", "pdf:Producer")];
    for (key, tag) in pairs {
        assert_eq!(info.get(key).ok().map(super::tests::text), property(&xmp, tag), "{tag}");
    }
    for (key, tag) in [(&b"CreationDate"[..], "xmp:CreateDate"), (b"ModDate", "xmp:ModifyDate")] {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        assert_eq!(digits(&super::tests::text(info.get(key).expect("a date"))), digits(&property(&xmp, tag).expect("a date")));
    }
    assert!(info.iter().all(|(key, _)| [&b"Title"[..], b"Author", b"Creator", b"Producer", b"CreationDate", b"ModDate"].contains(&key.as_slice())));
    // The one property that PDF/A does not know is described.
    assert_eq!(property(&xmp, "pdfaSchema:prefix").as_deref(), Some("pdfuaid"));
    assert_eq!(property(&xmp, "pdfaSchema:namespaceURI").as_deref(), Some("http://www.aiim.org/pdfua/ns/id/"));
    assert_eq!(property(&xmp, "pdfaProperty:name").as_deref(), Some("part"));
}

fn claims(read: &Read) {
    let xmp = xmp(read);
    assert_eq!((property(&xmp, "pdfaid:part").as_deref(), property(&xmp, "pdfaid:conformance").as_deref()), (Some("2"), Some("A")));
}

fn ua_claim(read: &Read) {
    assert_eq!(property(&xmp(read), "pdfuaid:part").as_deref(), Some("1"));
}

fn marked(read: &Read) {
    let mark = catalog(read).get(b"MarkInfo").and_then(Object::as_dict).expect("a mark");
    assert!(mark.get(b"Marked").and_then(Object::as_bool).expect("a mark") && !mark.has(b"Suspects"));
}

fn tree(read: &Read) {
    let standard =
        ["Document", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Form"].map(str::to_owned);
    assert_eq!(read.nodes.first().map(|node| (node.role.as_str(), node.depth)), Some(("Document", 0)));
    assert_eq!(read.nodes.iter().filter(|node| node.depth == 0).count(), 1);
    for node in &read.nodes {
        assert!(standard.contains(&node.role), "{}", node.role);
        // A cell may be empty, nothing else may.
        let empty = node.pieces.is_empty() && node.objects.is_empty() && node.children == 0;
        assert!(!empty || ["TD", "TH", "Document"].contains(&node.role.as_str()), "an empty {}", node.role);
    }
}

fn language(read: &Read) {
    assert_eq!(super::tests::text(catalog(read).get(b"Lang").expect("a language")), "vi-VN");
}

fn nothing_attached(read: &Read) {
    for dictionary in dictionaries(read) {
        assert!(["EmbeddedFiles", "EF", "AF", "OCProperties", "Collection"].iter().all(|key| !dictionary.has(key.as_bytes())));
    }
}

fn all_content(read: &Read) {
    for sheet in &read.sheets {
        assert_eq!(sheet.unmarked, 0, "everything is either read or passed over");
        for piece in &sheet.pieces {
            assert_eq!(piece.number.is_none(), piece.name == "Artifact");
            assert!(piece.number.is_none() || !piece.text.is_empty() && !piece.drawn, "{}: words, and no lines", piece.name);
        }
    }
}

fn title(read: &Read) {
    let preferences = catalog(read).get(b"ViewerPreferences").and_then(Object::as_dict).expect("preferences");
    assert!(preferences.get(b"DisplayDocTitle").and_then(Object::as_bool).expect("a wish"));
    assert!(property(&xmp(read), "dc:title").is_some_and(|title| !title.trim().is_empty()));
}

fn text_is_nfc(read: &Read) {
    for piece in read.sheets.iter().flat_map(|sheet| &sheet.pieces) {
        assert_eq!(piece.text, crate::viet::nfc(&piece.text));
    }
}

fn headings(read: &Read) {
    let mut above = 0;
    for node in &read.nodes {
        let Some(level) = node.role.strip_prefix('H').and_then(|level| level.parse::<usize>().ok()) else { continue };
        assert!(level <= above + 1, "H{level} after H{above}: {}", node.text);
        above = level;
    }
}

/// The elements right below one.
fn below<'a>(read: &'a Read, parent: &'a Node) -> impl Iterator<Item = &'a Node> {
    read.nodes.iter().filter(|node| node.parent == parent.id)
}

fn attribute(node: &Node, key: &[u8]) -> Option<Object> {
    node.dictionary.get(b"A").and_then(Object::as_dict).ok()?.get(key).ok().cloned()
}

fn tables(read: &Read) {
    for table in read.nodes.iter().filter(|node| node.role == "Table") {
        let mut widths = BTreeSet::new();
        for row in below(read, table) {
            assert_eq!(row.role, "TR");
            let span = |cell: &Node| attribute(cell, b"ColSpan").map_or(1, |span| span.as_i64().expect("a number"));
            widths.insert(below(read, row).map(span).sum::<i64>());
            for cell in below(read, row) {
                assert!(["TH", "TD"].contains(&cell.role.as_str()));
                let scope = attribute(cell, b"Scope").map(|scope| scope.as_name().expect("a name").to_vec());
                // Only a chart's rows have names of their own, which the row after them belongs to.
                assert!(if cell.role == "TH" { matches!(scope.as_deref(), Some(b"Column" | b"Row")) } else { scope.is_none() });
            }
        }
        assert_eq!(widths.len(), 1, "each row is as wide as the table: {widths:?}");
    }
    for node in read.nodes.iter().filter(|node| ["TR", "TH", "TD"].contains(&node.role.as_str())) {
        let parent = read.nodes.iter().find(|other| other.id == node.parent).expect("a parent");
        assert_eq!(parent.role, if node.role == "TR" { "Table" } else { "TR" });
    }
}

fn lists(read: &Read) {
    for list in read.nodes.iter().filter(|node| node.role == "L") {
        assert!(attribute(list, b"ListNumbering").is_some());
        assert!(below(read, list).all(|item| item.role == "LI"));
    }
    for item in read.nodes.iter().filter(|node| node.role == "LI") {
        let roles: Vec<&str> = below(read, item).map(|node| node.role.as_str()).collect();
        assert!(matches!(roles.as_slice(), ["Lbl", "LBody"] | ["Lbl"]), "{roles:?}");
    }
}

/// Numbers of pages, header rows printed again and the mark are passed over.
fn page_numbers(read: &Read) {
    for sheet in &read.sheets {
        for piece in sheet.pieces.iter().filter(|piece| piece.name == "Artifact" && piece.drawn) {
            assert!(piece.text.is_empty(), "lines are apart from words: {}", piece.text);
        }
    }
}

fn field(read: &Read) {
    assert!(pages(read).all(|page| name(page, b"Tabs") == "S"));
    let holders: Vec<&Node> = read.nodes.iter().filter(|node| !node.objects.is_empty()).collect();
    assert_eq!(holders.len(), widgets(read).len());
    for widget in widgets(read) {
        assert!(!super::tests::text(widget.get(b"TU").expect("a spoken name")).is_empty());
        assert!(holders.iter().all(|node| node.role == "Form"));
    }
}

/// Numbers of pieces, the table of parents and the tree name each other, nothing twice, nothing left over.
fn both_ways(read: &Read) {
    let root = read.file.get_dictionary(catalog(read).get(b"StructTreeRoot").and_then(Object::as_reference).unwrap()).unwrap();
    let parents = read.file.get_dictionary(root.get(b"ParentTree").and_then(Object::as_reference).unwrap()).unwrap();
    let parents = parents.get(b"Nums").and_then(Object::as_array).expect("a table");
    let mut entries: BTreeMap<i64, &Object> = parents.chunks(2).map(|pair| (pair[0].as_i64().expect("a key"), &pair[1])).collect();
    assert!(parents.chunks(2).map(|pair| pair[0].as_i64().unwrap()).is_sorted());
    assert_eq!(root.get(b"ParentTreeNextKey").and_then(Object::as_i64).ok(), i64::try_from(entries.len()).ok());

    let mut named: BTreeMap<(lopdf::ObjectId, i64), lopdf::ObjectId> = BTreeMap::new();
    for node in &read.nodes {
        for piece in &node.pieces {
            assert!(named.insert(*piece, node.id).is_none(), "a piece of two elements");
        }
        let parent = if node.depth == 0 { catalog(read).get(b"StructTreeRoot").and_then(Object::as_reference).unwrap() } else { node.parent };
        assert_eq!(node.parent, parent);
    }
    for sheet in &read.sheets {
        let key = read.file.get_dictionary(sheet.id).and_then(|page| page.get(b"StructParents")).and_then(Object::as_i64).expect("a key");
        let owners = entries.remove(&key).expect("an entry").as_array().expect("owners");
        let numbers: Vec<i64> = sheet.pieces.iter().filter_map(|piece| piece.number).collect();
        assert!(numbers.iter().copied().eq(0..i64::try_from(owners.len()).unwrap()), "numbered in the order of the page");
        for (number, owner) in numbers.into_iter().zip(owners) {
            let owner = owner.as_reference().expect("an element");
            assert_eq!(named.remove(&(sheet.id, number)), Some(owner));
            let role = &read.nodes.iter().find(|node| node.id == owner).expect("an element of the tree").role;
            let piece = sheet.pieces.iter().find(|piece| piece.number == Some(number)).expect("a piece");
            assert_eq!(&piece.name, role, "a piece is called as its element is");
        }
    }
    assert!(named.is_empty(), "elements name pieces that no page has");
    for holder in read.nodes.iter().filter(|node| !node.objects.is_empty()) {
        let widget = read.file.get_dictionary(holder.objects[0]).expect("a widget");
        let key = widget.get(b"StructParent").and_then(Object::as_i64).expect("a key");
        assert_eq!(entries.remove(&key).expect("an entry").as_reference().ok(), Some(holder.id));
    }
    assert!(entries.is_empty(), "keys that nothing has");
}

fn check(paper: &Paper, signature_field: bool) {
    let options = Options { faces: Faces::bundled(), signature_field };
    let layout = laid_out(paper, options.faces).expect("laid out");
    keeps_all(&read(super::bytes(paper, &layout, &options).expect("written")));
}

/// Asserts every clause of a file.
pub(super) fn keeps_all(read: &Read) {
    for (clause, holds) in CLAUSES {
        if let Err(reason) = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| holds(read))) {
            println!("{clause} does not hold");
            std::panic::resume_unwind(reason);
        }
    }
}

#[test]
fn every_file_keeps_every_clause() {
    let given = std::env::var("SEED").ok().and_then(|seed| seed.parse().ok());
    let seed = given.unwrap_or_else(|| RandomState::new().build_hasher().finish());
    println!("SEED={seed}");
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 20 };
    let config =
        ProptestConfig { failure_persistence: None, rng_seed: RngSeed::Fixed(seed), cases, max_shrink_iters: 50, ..ProptestConfig::default() };
    check(&super::tests::paper(), false);
    check(&super::tests::paper(), true);
    let keeps = |(paper, field): (Paper, bool)| {
        check(&paper, field);
        Ok(())
    };
    TestRunner::new(config).run(&(tests::random::document(), any::<bool>()), keeps).unwrap_or_else(|failure| panic!("SEED={seed}: {failure}"));
}

#[test]
fn the_table_of_clauses_is_the_documents() {
    let said = include_str!("../../../../../docs/pdf-a.md");
    let rows: Vec<&str> =
        said.lines().filter_map(|line| line.strip_prefix("| ")?.split(" |").next()).filter(|cell| cell.contains('.') || *cell == "UA 5").collect();
    assert_eq!(rows, CLAUSES.map(|(clause, _)| clause));
}

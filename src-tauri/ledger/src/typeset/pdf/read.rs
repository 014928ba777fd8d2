//! A file read back for tests: its text piece by piece, its elements, its fonts.

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};
use std::collections::BTreeMap;

/// A file as a reader finds it.
pub(super) struct Read {
    pub(super) bytes: Vec<u8>,
    pub(super) file: Document,
    pub(super) sheets: Vec<Sheet>,
    /// The structure elements from the document down, in the order of reading.
    pub(super) nodes: Vec<Node>,
}

/// A page.
pub(super) struct Sheet {
    pub(super) id: ObjectId,
    pub(super) pieces: Vec<Piece>,
    /// Every operator on it.
    pub(super) operators: Vec<String>,
    /// Drawing operators that stand in no marked content.
    pub(super) unmarked: usize,
}

/// A piece of marked content.
pub(super) struct Piece {
    pub(super) name: String,
    pub(super) number: Option<i64>,
    pub(super) text: String,
    /// Font and code of each letter.
    pub(super) codes: Vec<(String, u16)>,
    /// Whether something other than text is drawn in it.
    pub(super) drawn: bool,
}

/// A structure element.
pub(super) struct Node {
    pub(super) id: ObjectId,
    pub(super) depth: usize,
    pub(super) role: String,
    pub(super) dictionary: Dictionary,
    pub(super) parent: ObjectId,
    /// Its own pieces: page and number.
    pub(super) pieces: Vec<(ObjectId, i64)>,
    /// Annotations it holds.
    pub(super) objects: Vec<ObjectId>,
    pub(super) children: usize,
    /// What it says, its children's words included.
    pub(super) text: String,
}

/// A font of the file.
pub(super) struct Font {
    pub(super) name: String,
    pub(super) dictionary: Dictionary,
    pub(super) descendant: Dictionary,
    pub(super) descriptor: Dictionary,
    /// The embedded program.
    pub(super) program: Vec<u8>,
    /// What each code means.
    pub(super) letters: BTreeMap<u16, String>,
}

pub(super) fn read(bytes: Vec<u8>) -> Read {
    let file = Document::load_mem(&bytes).expect("read back");
    let fonts = fonts(&file);
    let letters: BTreeMap<String, BTreeMap<u16, String>> = fonts.into_iter().map(|font| (font.name, font.letters)).collect();
    let sheets: Vec<Sheet> = file.page_iter().map(|id| sheet(&file, id, &letters)).collect();
    let mut nodes = Vec::new();
    if let Ok(root) = file.catalog().expect("a catalog").get(b"StructTreeRoot").and_then(Object::as_reference) {
        for kid in list(file.get_dictionary(root).expect("a tree").get(b"K").ok()) {
            descend(&file, &sheets, kid.as_reference().expect("an element"), 0, &mut nodes);
        }
    }
    Read { bytes, file, sheets, nodes }
}

/// The fonts that pages name, by that name.
pub(super) fn fonts(file: &Document) -> Vec<Font> {
    let mut fonts: BTreeMap<String, Font> = BTreeMap::new();
    for page in file.page_iter() {
        for (name, dictionary) in file.get_page_fonts(page).expect("fonts") {
            let name = String::from_utf8(name).expect("a name");
            let below = dictionary.get(b"DescendantFonts").and_then(Object::as_array).expect("a composite font");
            let descendant = resolved(file, &below[0]).as_dict().expect("a font").clone();
            let descriptor = resolved(file, descendant.get(b"FontDescriptor").expect("a descriptor")).as_dict().expect("a descriptor").clone();
            let program = stream(file, descriptor.get(b"FontFile2").expect("embedded"));
            let letters = meanings(&String::from_utf8(stream(file, dictionary.get(b"ToUnicode").expect("meanings"))).expect("plain"));
            fonts.insert(name.clone(), Font { name, dictionary: dictionary.clone(), descendant, descriptor, program, letters });
        }
    }
    fonts.into_values().collect()
}

pub(super) fn resolved<'a>(file: &'a Document, object: &'a Object) -> &'a Object {
    file.dereference(object).expect("an object").1
}

/// A stream's content, unpacked.
pub(super) fn stream(file: &Document, object: &Object) -> Vec<u8> {
    let stream = resolved(file, object).as_stream().expect("a stream");
    if stream.dict.has(b"Filter") { stream.decompressed_content().expect("packed") } else { stream.content.clone() }
}

/// What an entry holds, whether one object or an array of them.
pub(super) fn list(entry: Option<&Object>) -> Vec<Object> {
    match entry {
        None => Vec::new(),
        Some(Object::Array(objects)) => objects.clone(),
        Some(one) => vec![one.clone()],
    }
}

/// The codes of a ToUnicode map and their letters.
fn meanings(map: &str) -> BTreeMap<u16, String> {
    let mut letters = BTreeMap::new();
    for block in map.split("beginbfchar").skip(1) {
        for line in block.split("endbfchar").next().unwrap_or_default().lines().filter(|line| line.contains('<')) {
            let words: Vec<&str> = line.split(['<', '>', ' ']).filter(|word| !word.is_empty()).collect();
            let units: Vec<u16> = words[1].as_bytes().chunks(4).map(|unit| hex(std::str::from_utf8(unit).expect("plain"))).collect();
            letters.insert(hex(words[0]), String::from_utf16(&units).expect("UTF-16"));
        }
    }
    assert!(!map.contains("beginbfrange") || !letters.is_empty(), "a map of single codes");
    letters
}

fn hex(word: &str) -> u16 {
    u16::from_str_radix(word, 16).expect("a number")
}

fn sheet(file: &Document, id: ObjectId, letters: &BTreeMap<String, BTreeMap<u16, String>>) -> Sheet {
    let content = Content::decode(&file.get_page_content(id)).expect("operators");
    let mut sheet = Sheet { id, pieces: Vec::new(), operators: Vec::new(), unmarked: 0 };
    let (mut open, mut font) = (false, String::new());
    for operation in content.operations {
        let operator = operation.operator.as_str();
        sheet.operators.push(operator.to_owned());
        match operator {
            "BDC" => {
                assert!(!open, "marked content inside marked content");
                open = true;
                let number = operation.operands[1].as_dict().ok().and_then(|known| known.get(b"MCID").ok()?.as_i64().ok());
                let name = String::from_utf8(operation.operands[0].as_name().expect("a name").to_vec()).expect("plain");
                sheet.pieces.push(Piece { name, number, text: String::new(), codes: Vec::new(), drawn: false });
            }
            "EMC" => open = false,
            "Tf" => font = String::from_utf8(operation.operands[0].as_name().expect("a font").to_vec()).expect("plain"),
            "Tj" | "TJ" => {
                sheet.unmarked += usize::from(!open);
                let Some(piece) = sheet.pieces.last_mut() else { continue };
                for part in list(operation.operands.first()) {
                    let Object::String(codes, _) = part else { continue };
                    for code in codes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])) {
                        piece.text.push_str(letters[&font].get(&code).map_or("\u{fffd}", String::as_str));
                        piece.codes.push((font.clone(), code));
                    }
                }
            }
            "S" | "s" | "f" | "F" | "f*" | "B" | "B*" | "b" | "b*" | "Do" | "sh" | "BI" => {
                sheet.unmarked += usize::from(!open);
                sheet.pieces.last_mut().into_iter().for_each(|piece| piece.drawn = true);
            }
            _ => {}
        }
    }
    assert!(!open, "marked content left open");
    sheet
}

fn descend(file: &Document, sheets: &[Sheet], id: ObjectId, depth: usize, nodes: &mut Vec<Node>) {
    let dictionary = file.get_dictionary(id).expect("an element").clone();
    let role = String::from_utf8(dictionary.get(b"S").and_then(Object::as_name).expect("a role").to_vec()).expect("plain");
    let parent = dictionary.get(b"P").and_then(Object::as_reference).expect("a parent");
    let own = dictionary.get(b"Pg").and_then(Object::as_reference).ok();
    let place = nodes.len();
    let kids = list(dictionary.get(b"K").ok());
    nodes.push(Node { id, depth, role, dictionary, parent, pieces: Vec::new(), objects: Vec::new(), children: 0, text: String::new() });
    for kid in kids {
        let mut said = String::new();
        match &kid {
            Object::Reference(child) => {
                let begin = nodes.len();
                descend(file, sheets, *child, depth + 1, nodes);
                said.clone_from(&nodes[begin].text);
                nodes[place].children += 1;
            }
            Object::Dictionary(kid) if kid.has_type(b"OBJR") => {
                let object = kid.get(b"Obj").and_then(Object::as_reference).expect("an object");
                nodes[place].objects.push(object);
            }
            _ => {
                let inner = kid.as_dict().ok();
                let page = inner.and_then(|kid| kid.get(b"Pg").and_then(Object::as_reference).ok()).or(own).expect("a page");
                let number = inner.map_or(kid.as_i64(), |kid| kid.get(b"MCID").and_then(Object::as_i64)).expect("a number");
                let sheet = sheets.iter().find(|sheet| sheet.id == page).expect("a page of the file");
                let piece = sheet.pieces.iter().find(|piece| piece.number == Some(number)).expect("a piece of the page");
                said.clone_from(&piece.text);
                nodes[place].pieces.push((page, number));
            }
        }
        nodes[place].text.push_str(&said);
    }
}

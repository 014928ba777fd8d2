//! From what was found below the body to what is printed: authority and name, recipients, `./.`.

use super::last_text;
use super::mend::{COMMITTEE, DOTS, OFFICE, Source};
use super::notes::Notes;
use super::sign::without_degree;
use super::text::{is_capitals, key};
use crate::paper::{Block, Document, Inline, Letterhead, Signature};
use crate::viet::capital;

impl Source<'_> {
    /// Everything below the body.
    pub(super) fn end(&self, document: &mut Document, notes: &mut Notes) {
        if self.is_attached() {
            return;
        }
        document.signature = Some(self.signature(&document.letterhead, notes));
        document.recipients = self.recipients(notes);
        document.drafter.clone_from(&self.tail.drafter);
        if !self.tail.pages.is_empty() {
            notes.mended("Số trang", &self.tail.pages.join(", "), "", "Số trang của bản cũ đứng riêng một dòng giữa phần ký, không in lại.");
        }
        for other in &self.tail.others {
            notes.mended("Chữ ký", other, "", "Ghi chú về việc ký, không in lại trên bản chờ ký.");
        }
    }

    fn signature(&self, letterhead: &Letterhead, notes: &mut Notes) -> Signature {
        const PLACE: &str = "Quyền hạn, chức vụ người ký";
        let collective = format!("TM. {COMMITTEE}");
        let committee = letterhead.agency.first().is_some_and(|line| line == COMMITTEE);
        let supplied = self.office.and_then(|office| office.signature.clone());
        if self.tail.authority.is_empty() {
            let known = supplied.clone().map(|sign| (sign.lines, OFFICE));
            let (lines, why) = known.unwrap_or((vec![collective], "Không thấy phần ký; chức vụ để trống, hãy ghi thêm."));
            notes.supplied(PLACE, &lines.join(" / "), why);
            return Signature { lines, name: self.signer(supplied, notes) };
        }
        let mut lines: Vec<String> = self.tail.authority.iter().map(|line| authority(line)).collect();
        notes.mended(PLACE, &self.tail.authority.join(" / "), &lines.join(" / "), "Viết tắt và chính tả như mẫu của Nghị định 30.");
        let alone = lines.first().is_some_and(|line| line == "CHỦ TỊCH" || line == "Q. CHỦ TỊCH" || line.starts_with("KT. CHỦ TỊCH"));
        if alone && committee {
            let was = lines.join(" / ");
            lines.insert(0, collective);
            notes.mended(PLACE, &was, &lines.join(" / "), "Văn bản của Ủy ban nhân dân ký thay mặt tập thể (TM.).");
        }
        Signature { lines, name: self.signer(None, notes) }
    }

    fn signer(&self, known: Option<Signature>, notes: &mut Notes) -> String {
        const PLACE: &str = "Họ tên người ký";
        let name = &self.tail.name;
        if name.is_empty() {
            return match known {
                Some(known) => {
                    notes.supplied(PLACE, &known.name, OFFICE);
                    known.name
                }
                None => {
                    notes.blank(PLACE, "Không thấy họ tên người ký; hãy ghi thêm.");
                    DOTS.to_owned()
                }
            };
        }
        let bare = without_degree(name);
        let printed = if is_capitals(bare) { bare.to_lowercase().split(' ').map(capital).collect::<Vec<_>>().join(" ") } else { bare.to_owned() };
        notes.mended(PLACE, name, &printed, "Họ tên người ký viết chữ thường, hoa chữ đầu, không kèm học hàm, học vị.");
        printed
    }

    fn recipients(&self, notes: &mut Notes) -> Vec<String> {
        const PLACE: &str = "Nơi nhận";
        let drafting = self.office.map(|office| office.drafting.as_str()).filter(|unit| !unit.is_empty());
        let kept = || drafting.map_or_else(|| "Lưu: VT".to_owned(), |unit| format!("Lưu: VT, {unit}"));
        if self.tail.recipients.is_empty() {
            let known = self.office.map(|office| office.recipients.clone()).filter(|recipients| !recipients.is_empty());
            let (list, why) = known.map_or_else(|| (vec![kept()], "Không thấy nơi nhận; hãy ghi thêm."), |list| (list, OFFICE));
            notes.supplied(PLACE, &list.join("; "), why);
            return list;
        }
        let last = self.tail.recipients.len() - 1;
        let mut list: Vec<String> = Vec::new();
        for (at, written) in self.tail.recipients.iter().enumerate() {
            let bare = written.trim_end_matches([';', '.', ',', ' ']).to_owned();
            let spelled = if key(&bare).starts_with("luu") { store(&bare) } else { bare };
            let printed = format!("{spelled}{}", if at == last { '.' } else { ';' });
            notes.mended(PLACE, written, &printed, "Mỗi nơi nhận kết thúc bằng dấu chấm phẩy, dòng cuối bằng dấu chấm; dòng Lưu ghi “Lưu: VT, …”.");
            list.push(spelled);
        }
        let was = list.join("; ");
        list.sort_by_key(|name| match key(name) {
            name if name == "nhu tren" || name.starts_with("nhu dieu") => 0,
            name if name.starts_with("luu") => 2,
            _ => 1,
        });
        notes.mended(PLACE, &was, &list.join("; "), "“Như trên” đứng đầu, “Lưu” đứng cuối.");
        if !list.last().is_some_and(|name| key(name).starts_with("luu")) {
            notes.supplied(PLACE, &kept(), "Thiếu dòng Lưu ở cuối.");
            list.push(kept());
        }
        list
    }
}

/// `T/M UỶ BAN …`, `KT CHỦ TỊCH`, `KT.CHỦ TỊCH` as the decree writes them.
fn authority(line: &str) -> String {
    let line = line.replace("UỶ BAN", "ỦY BAN").replace("HOÀ", "HÒA");
    let short = [
        ("T/M", "TM."),
        ("K/T", "KT."),
        ("T/L", "TL."),
        ("TUQ", "TUQ."),
        ("TM", "TM."),
        ("KT", "KT."),
        ("TL", "TL."),
        ("THỪA LỆNH", "TL."),
        ("QUYỀN", "Q."),
        ("Q.", "Q."),
    ];
    let found = short.iter().find_map(|(written, printed)| {
        let rest = line.strip_prefix(written)?;
        (rest.starts_with(['.', ' ']) || written.ends_with('.')).then(|| format!("{printed} {}", rest.trim_start_matches(['.', ' '])))
    });
    let line = found.unwrap_or(line);
    // The committee is named in full, and never its commune (decree II.7).
    if line == "TM. UBND" || line.starts_with("TM. UBND ") { format!("TM. {COMMITTEE}") } else { line }
}

/// `Lưu: VP` → `Lưu: VT, VP`; `Lưu VT-VHXH` → `Lưu: VT, VHXH`.
fn store(written: &str) -> String {
    let rest: String = written.chars().skip(3).collect();
    let units = rest.split([':', ',', ';', ' ']).map(str::trim).filter(|unit| !unit.is_empty());
    let units = units.flat_map(|unit| match unit.strip_prefix("VT-").or(unit.strip_prefix("VT.")) {
        Some(rest) if !rest.is_empty() => vec!["VT", rest],
        _ => vec![unit],
    });
    let words: Vec<&str> = units.filter(|unit| *unit != "VT").collect();
    let kept: Vec<&str> = written
        .split_once(':')
        .map_or_else(|| words.clone(), |(_, rest)| rest.split([',', ';']).map(str::trim).filter(|unit| !unit.is_empty()).collect());
    let kept: Vec<&str> = kept.into_iter().filter(|unit| *unit != "VT").collect();
    let kept: Vec<&str> = if kept.iter().any(|unit| unit.starts_with("VT")) { words } else { kept };
    if kept.is_empty() { "Lưu: VT".to_owned() } else { format!("Lưu: VT, {}", kept.join(", ")) }
}

/// Makes the body end with `./.`, as every sample of the decree does.
pub(super) fn end_of_body(blocks: &mut [Block], notes: &mut Notes) {
    let Some(text) = last_text(blocks) else { return };
    let plain = Inline::plain(text);
    if plain.ends_with("./.") {
        return;
    }
    let bare = plain.trim_end_matches(['.', '/', ' ']).to_owned();
    let now = format!("{bare}./.");
    let end = |words: &str| words.split_inclusive(' ').rev().take(6).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    notes.mended("Cuối nội dung", &end(&plain), &end(&now), "Nội dung kết thúc bằng dấu “./.”.");
    *text = vec![Inline::words(now)];
}

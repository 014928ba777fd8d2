//! From what was found to what is printed: elements supplied, spelled and ordered as the decree wants.

use super::head::Head;
use super::name::Named;
use super::notes::Notes;
use super::tail::Tail;
use super::text::{is_capitals, key};
use super::told::{self, Agency, capitalised};
use super::{Facts, Paper, last_text, with_room};
use crate::paper::{Block, Document, Inline, Letterhead, Number, PlaceDate, Signature};
use crate::view::{OfficeFound, ReportKind};
use chrono::NaiveDate;

/// All that was found in a paper, and what the office knows.
pub(super) struct Source<'a> {
    pub(super) paper: Option<Paper>,
    pub(super) head: &'a Head,
    pub(super) named: &'a Named,
    pub(super) tail: &'a Tail,
    /// Paragraphs of the body.
    pub(super) texts: &'a [&'a str],
    pub(super) office: Option<&'a Facts>,
}

const NATION: &str = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO: &str = "Độc lập - Tự do - Hạnh phúc";
const COMMITTEE: &str = "ỦY BAN NHÂN DÂN";
const DOTS: &str = "……………";
const OWN_WORDS: &str = "Lấy từ lời văn của chính văn bản.";
const OFFICE: &str = "Văn bản không ghi; lấy theo thông tin cơ quan.";

/// Printed, and said to be, when neither the paper nor anything in it names a year.
const FIRST_YEAR: i32 = 2026;

impl Source<'_> {
    /// True for a paper issued with a Decision: no number, date, signature or recipients (decree III).
    fn is_attached(&self) -> bool {
        let bracket = self.named.bracket.as_deref().map(key).unwrap_or_default();
        let issued = ["kem theo", "ban hanh kem theo", "ban hanh theo"].iter().any(|start| bracket.starts_with(start));
        issued && self.tail.authority.is_empty() && !self.tail.has_list
    }

    fn paper(&self) -> Paper {
        self.paper.unwrap_or(Paper::Report)
    }

    fn own_agency(&self) -> Option<Agency> {
        told::agency(self.texts.iter().copied().chain([self.named.subject.as_str()]))
    }

    /// Everything above the body.
    pub(super) fn document(&self, notes: &mut Notes) -> Document {
        for (place, written, printed) in [("Quốc hiệu", &self.head.nation, NATION), ("Tiêu ngữ", &self.head.motto, MOTTO)] {
            let why = if written.is_empty() {
                "Văn bản không có; Nghị định 30 bắt buộc."
            } else {
                "Viết đúng như mẫu của Nghị định 30."
            };
            notes.mended(place, written, printed, why);
        }
        let (governing, agency) = self.agency(notes);
        let attached = self.is_attached();
        let number = (!attached).then(|| self.number(notes));
        let place = (!attached).then(|| self.place(&agency, notes));
        for other in &self.head.others {
            notes.mended("Đầu văn bản", other, "", "Không thuộc phần đầu văn bản nên không in lại.");
        }
        let name = if self.paper() == Paper::Plan { "KẾ HOẠCH" } else { "BÁO CÁO" };
        if self.paper.is_none() {
            notes.supplied("Tên loại", name, "Tệp không có dòng tên loại; có thể phần đầu đã bị cắt mất.");
        }
        if self.named.subject.is_empty() {
            notes.blank("Trích yếu", "Không thấy trích yếu dưới tên loại; hãy ghi thêm.");
        }
        let changed = place.as_ref().and_then(|place| place.day.or_else(|| NaiveDate::from_ymd_opt(place.year, 1, 1)));
        Document {
            letterhead: Letterhead { governing, agency, number, place, about: None },
            name: name.to_owned(),
            subject: self.named.subject.trim_end_matches('.').to_owned(),
            bracket: self.named.bracket.as_deref().map(with_room),
            addressees: self.named.addressees.clone(),
            changed: changed.unwrap_or_default().and_time(chrono::NaiveTime::MIN),
            ..Document::default()
        }
    }

    /// The governing agency and the lines of the issuing one.
    fn agency(&self, notes: &mut Notes) -> (Option<String>, Vec<String>) {
        const PLACE: &str = "Tên cơ quan";
        if self.head.agency.is_empty() {
            return if let Some(agency) = self.own_agency() {
                notes.supplied(PLACE, &agency.lines().join(" / "), OWN_WORDS);
                (None, agency.lines())
            } else if let Some(office) = self.office.filter(|office| !office.agency.is_empty()) {
                notes.supplied(PLACE, &office.agency.join(" / "), OFFICE);
                (None, office.agency.clone())
            } else {
                notes.blank(PLACE, "Không tìm thấy tên cơ quan trong văn bản; hãy ghi thêm.");
                (None, vec![COMMITTEE.to_owned(), DOTS.to_owned()])
            };
        }
        let spelled = |line: &String| line.to_uppercase().replace("UỶ BAN", "ỦY BAN").replace("HOÀ", "HÒA");
        let mut lines: Vec<String> = self.head.agency.iter().map(spelled).collect();
        let own = |line: &str| ["XÃ ", "PHƯỜNG ", "THỊ TRẤN ", "ĐẶC KHU "].iter().any(|level| line.starts_with(level));
        // The commune's own line stands under the committee's.
        let (at, after) = (lines.iter().position(|line| own(line)), lines.iter().rposition(|line| line == COMMITTEE));
        if let Some(at) = at.filter(|at| after.is_some_and(|after| *at < after)) {
            let line = lines.remove(at);
            lines.push(line);
        }
        let higher = |line: &String| !own(line) && line != COMMITTEE && !line.starts_with("PHÒNG") && !line.starts_with("TRUNG TÂM");
        let governing = (lines.len() > 1 && lines.first().is_some_and(higher)).then(|| lines.remove(0));
        if let [line] = lines.as_slice() {
            let head = line.strip_prefix("ỦY BAN NHÂN DÂN ").or(line.strip_prefix("UBND "));
            if let Some(commune) = head.filter(|rest| own(rest)) {
                lines = vec![COMMITTEE.to_owned(), commune.to_owned()];
            } else if own(line) {
                lines.insert(0, COMMITTEE.to_owned());
            }
        }
        let printed: Vec<&str> = governing.iter().chain(&lines).map(String::as_str).collect();
        let why = "Viết hoa, đúng chính tả và đúng thứ tự như mẫu của Nghị định 30.";
        notes.mended(PLACE, &self.head.agency.join(" / "), &printed.join(" / "), why);
        (governing, lines)
    }

    fn number(&self, notes: &mut Notes) -> Number {
        const PLACE: &str = "Số, ký hiệu";
        let Some((number, symbol)) = &self.head.number else {
            let agency = self.office.map(|office| office.symbol.as_str()).filter(|symbol| !symbol.is_empty()).unwrap_or("UBND");
            let symbol = format!("{}-{agency}", self.paper().symbol());
            notes.supplied(PLACE, &format!("Số:        /{symbol}"), "Văn bản không có; số để trống, ký hiệu theo loại văn bản và cơ quan.");
            return Number { number: None, symbol };
        };
        let printed = if is_capitals(symbol) || symbol.starts_with("TTr") { symbol.clone() } else { symbol.to_uppercase() };
        let given = (!number.is_empty()).then(|| if number.len() == 1 { format!("0{number}") } else { number.clone() });
        let shown = |number: Option<&str>, symbol: &str| format!("Số: {}/{symbol}", number.unwrap_or(""));
        let now = shown(given.as_deref(), &printed);
        notes.mended(PLACE, &shown(Some(number), symbol), &now, "Số dưới 10 thêm số 0 phía trước; ký hiệu viết hoa.");
        Number { number: given, symbol: printed }
    }

    fn place(&self, agency: &[String], notes: &mut Notes) -> PlaceDate {
        const PLACE: &str = "Địa danh, ngày tháng";
        let date = self.head.date.as_ref();
        let (year, from) = match date.and_then(|date| date.year) {
            Some(year) => (year, ""),
            None => self.year(),
        };
        let place = match date.map(|date| date.place.as_str()).filter(|place| !place.is_empty()) {
            Some(place) => place.to_owned(),
            None => {
                let known =
                    self.office.filter(|office| !office.place.is_empty() && (office.agency == agency || agency.iter().any(|line| line == DOTS)));
                let told = Agency::of_lines(agency).map(|own| own.place());
                known.map(|office| office.place.clone()).or(told).unwrap_or_else(|| DOTS.to_owned())
            }
        };
        let day = date.and_then(|date| date.day);
        let now = day.map_or_else(|| format!("{place}, ngày      tháng      năm {year}"), |day| format!("{place}, {}", crate::viet::day_full(day)));
        match date {
            None => notes.supplied(PLACE, &now, &format!("Văn bản không có; địa danh theo tên cơ quan, năm {from}, ngày và tháng để trống.")),
            Some(date) => {
                let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                if squeezed(&date.written) != squeezed(&now) {
                    let why = if date.day.is_none() && date.year.is_some() {
                        "Ngày hoặc tháng để trống thì để trống cả hai, văn thư điền khi phát hành.".to_owned()
                    } else if date.year.is_none() {
                        format!("Năm {from}.")
                    } else {
                        "Viết ngày tháng như Nghị định 30: ngày dưới 10, tháng 1, 2 thêm số 0 phía trước.".to_owned()
                    };
                    notes.mended(PLACE, &date.written, &now, &why);
                }
            }
        }
        PlaceDate { place, day, year }
    }

    /// A year for a date that shows none: the subject's, else the latest in the text.
    fn year(&self) -> (i32, &'static str) {
        let bracket = self.named.bracket.as_deref().unwrap_or("");
        if let Some(year) = told::years(&self.named.subject).max() {
            return (year, "theo trích yếu");
        }
        match self.texts.iter().copied().chain([bracket]).flat_map(told::years).max() {
            Some(year) => (year, "muộn nhất ghi trong nội dung"),
            None => (FIRST_YEAR, "tạm đặt vì văn bản không ghi năm nào"),
        }
    }

    /// Everything below the body.
    pub(super) fn end(&self, document: &mut Document, notes: &mut Notes) {
        if self.is_attached() {
            return;
        }
        document.signature = Some(self.signature(&document.letterhead, notes));
        document.recipients = self.recipients(!document.addressees.is_empty(), notes);
        document.drafter.clone_from(&self.tail.drafter);
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
        let printed = if is_capitals(name) { name.to_lowercase().split(' ').map(capitalised).collect::<Vec<_>>().join(" ") } else { name.clone() };
        notes.mended(PLACE, name, &printed, "Họ tên người ký viết chữ thường, hoa chữ đầu.");
        printed
    }

    fn recipients(&self, addressed: bool, notes: &mut Notes) -> Vec<String> {
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
        if addressed && list.first().is_none_or(|name| key(name) != "nhu tren") {
            notes.supplied(PLACE, "Như trên", "Có Kính gửi thì dòng đầu là “Như trên”.");
            list.insert(0, "Như trên".to_owned());
        }
        list
    }

    /// Which paper it is, of what kind and period.
    pub(super) fn period(&self, document: &Document) -> (Paper, ReportKind, String) {
        let inspection = |text: &str| key(text).contains("doan kiem tra");
        let bracket = self.named.bracket.iter().any(|bracket| inspection(bracket));
        let inspected = bracket || key(&self.named.subject).contains("phuc vu kiem tra") || self.tail.recipients.iter().any(|name| inspection(name));
        let year = document.letterhead.place.as_ref().map(|place| place.year);
        let (kind, period) = told::period(&self.named.subject, year, inspected && self.paper() == Paper::Report);
        let kind = if self.paper() == Paper::Plan { ReportKind::Free } else { kind };
        (self.paper(), kind, period)
    }

    /// What the paper tells of the office; nothing that was taken from the office itself.
    pub(super) fn found(&self, document: &Document) -> OfficeFound {
        let agency = if self.head.agency.is_empty() { self.own_agency() } else { Agency::of_lines(&document.letterhead.agency) };
        let place = self.head.date.as_ref().map(|date| date.place.clone()).or_else(|| agency.as_ref().map(Agency::place));
        let office = document.signature.iter().filter(|_| !self.tail.authority.is_empty()).filter_map(|sign| sign.lines.last()).next();
        let bare = |line: &String| capitalised(&line.to_lowercase().replace("chủ tịch", "Chủ tịch"));
        let recipients = if self.tail.recipients.is_empty() { Vec::new() } else { document.recipients.clone() };
        let drafting = recipients.last().and_then(|last| last.split_once("VT,")).map(|(_, unit)| unit.trim().to_owned());
        OfficeFound {
            agency: agency.as_ref().map(Agency::full).unwrap_or_default(),
            level: agency.as_ref().map(|agency| capitalised(&agency.level)).unwrap_or_default(),
            name: agency.map(|agency| agency.name).unwrap_or_default(),
            place: place.unwrap_or_default(),
            symbol: document.letterhead.number.as_ref().map(|number| number.symbol.clone()).unwrap_or_default(),
            number: self.head.number.as_ref().map(|(number, _)| number.clone()).unwrap_or_default(),
            signer: if self.tail.name.is_empty() {
                String::new()
            } else {
                document.signature.as_ref().map(|sign| sign.name.clone()).unwrap_or_default()
            },
            signer_office: office.map(bare).unwrap_or_default(),
            drafting: drafting.unwrap_or_default(),
            addressees: document.addressees.clone(),
            recipients,
        }
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
    found.unwrap_or(line)
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
    let end = |words: &str| words.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect::<String>();
    notes.mended("Cuối nội dung", &end(&plain), &end(&now), "Nội dung kết thúc bằng dấu “./.”.");
    *text = vec![Inline::words(now)];
}

//! From what was found above the body to what is printed: supplied, spelled and ordered as the
//! decree wants.

use super::head::Head;
use super::name::Named;
use super::notes::Notes;
use super::tail::Tail;
use super::text::{is_capitals, key};
use super::told::{self, Agency};
use super::{Facts, Paper, with_room};
use crate::paper::{Document, Letterhead, Number, PlaceDate};
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
pub(super) const COMMITTEE: &str = "ỦY BAN NHÂN DÂN";
pub(super) const DOTS: &str = "……………";
const OWN_WORDS: &str = "Lấy từ lời văn của chính văn bản.";
pub(super) const OFFICE: &str = "Văn bản không ghi; lấy theo thông tin cơ quan.";

/// Printed, and said to be, when neither the paper nor anything in it names a year.
const FIRST_YEAR: i32 = 2026;

impl Source<'_> {
    /// True for a paper issued with a Decision: no number, date, signature or recipients (decree III).
    pub(super) fn is_attached(&self) -> bool {
        let bracket = self.named.bracket.as_deref().map(key).unwrap_or_default();
        let issued = ["kem theo", "ban hanh kem theo", "ban hanh theo"].iter().any(|start| bracket.starts_with(start));
        issued && self.tail.authority.is_empty() && !self.tail.has_list
    }

    pub(super) fn paper(&self) -> Paper {
        self.paper.unwrap_or(Paper::Report)
    }

    /// The agency the paper's words tell, and whether they leave no doubt.
    fn told_agency(&self) -> Option<(Agency, bool)> {
        told::agency(self.texts.iter().copied().chain([self.named.subject.as_str()]), &self.named.subject)
    }

    pub(super) fn own_agency(&self) -> Option<Agency> {
        self.told_agency().filter(|(_, sure)| *sure).map(|(agency, _)| agency)
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
        let subject = self.named.subject.trim_end_matches('.');
        notes.mended("Trích yếu", &self.named.subject, subject, "Trích yếu không có dấu chấm ở cuối.");
        let changed = place.as_ref().and_then(|place| place.day.or_else(|| NaiveDate::from_ymd_opt(place.year, 1, 1)));
        Document {
            letterhead: Letterhead { governing, agency, number, place, about: None },
            name: name.to_owned(),
            subject: subject.to_owned(),
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
                match self.told_agency() {
                    Some((told, _)) => {
                        notes.blank(
                            PLACE,
                            &format!("Văn bản có nhắc đến {} nhưng không rõ có phải cơ quan ban hành không; hãy ghi thêm.", told.full()),
                        );
                    }
                    None => notes.blank(PLACE, "Không tìm thấy tên cơ quan trong văn bản; hãy ghi thêm."),
                }
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
}

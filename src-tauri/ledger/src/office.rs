//! The office: names as printed, signers with their days of service, recipients, units.

mod merge;
mod rows;

pub(crate) use rows::Valid;

use crate::change::Done;
use crate::deadline::Before;
use crate::paper::signing::{Form, UBND};
use crate::plan::fold_unit;
use crate::view::{Id, NewOffice, OfficeForm, SettingsView, SignerForm, UnitForm, Written};
use crate::{Ledger, Problem, Result, Stamp, viet};
use chrono::NaiveDate;

/// The office as it is in force on some day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Office {
    pub(crate) id: Id,
    pub(crate) form: OfficeForm,
    pub(crate) recipients: Vec<String>,
}

impl Office {
    /// What stands on paper until the office is named: dots, as on a form to be filled in.
    pub(crate) fn unnamed() -> Office {
        let dots = "……………";
        let form = OfficeForm {
            governing: String::new(),
            name: format!("Ủy ban nhân dân xã {dots}"),
            short: "UBND xã".to_owned(),
            place: dots.to_owned(),
            province: String::new(),
            symbol: "UBND".to_owned(),
            drafting: "VHXH".to_owned(),
            addressees: vec!["Sở Nội vụ".to_owned()],
            before: Before::default(),
            person: String::new(),
        };
        Office { id: 0, form, recipients: vec!["Như trên".to_owned(), "Lưu: VT, VHXH".to_owned()] }
    }

    /// The lines of the letterhead: `ỦY BAN NHÂN DÂN` / `XÃ LAM KHÊ`.
    pub(crate) fn agency_lines(&self) -> Vec<String> {
        let name = self.form.name.to_uppercase().replace("UỶ BAN", "ỦY BAN");
        match name.split_once("NHÂN DÂN ") {
            Some((head, place)) => vec![format!("{head}NHÂN DÂN"), place.trim().to_owned()],
            None => vec![name],
        }
    }
}

impl UnitForm {
    /// The days on which there is this unit.
    pub(crate) fn days(&self) -> Valid {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        Valid { from: day(&self.from), to: day(&self.to) }
    }

    /// True when the unit is valid on a day of a span; no day: without end.
    fn shares_a_day(&self, days: Valid) -> bool {
        let own = self.days();
        let begun = own.from.zip(days.to).is_none_or(|(from, to)| from <= to);
        begun && days.from.zip(own.to).is_none_or(|(from, to)| from <= to)
    }
}

impl Ledger {
    /// First start: the office, its usual recipients and who signs.
    ///
    /// Errors: the name is empty; the ledger has an office already.
    pub fn create_office(&mut self, new: &NewOffice, stamp: &Stamp) -> Result<Written> {
        let name = required("Tên xã, phường", &new.name)?;
        let level = if new.level.trim().is_empty() { "Xã".to_owned() } else { new.level.trim().to_owned() };
        let unit = format!("{} {name}", level.to_lowercase());
        let drafting = or(&new.drafting, "VHXH");
        let form = OfficeForm {
            governing: String::new(),
            name: format!("Ủy ban nhân dân {unit}"),
            short: format!("UBND {unit}"),
            place: or(&new.place, &place_line(&level, &name)),
            province: viet::nfc(new.province.trim()),
            symbol: "UBND".to_owned(),
            drafting: drafting.clone(),
            addressees: given(&new.addressees).unwrap_or_else(|| vec!["Sở Nội vụ".to_owned()]),
            before: Before::default(),
            person: String::new(),
        };
        let of_unit = level.to_lowercase();
        let usual = || {
            vec![
                "Như trên".to_owned(),
                format!("Thường trực Đảng ủy, HĐND {of_unit}"),
                format!("Chủ tịch, các Phó Chủ tịch UBND {of_unit}"),
                format!("Các phòng, đơn vị thuộc {of_unit}"),
                format!("Lưu: VT, {drafting}"),
            ]
        };
        let recipients = given(&new.recipients).unwrap_or_else(usual);
        let signer = viet::nfc(new.signer.trim());
        let signer_office = or(&new.signer_office, "Chủ tịch");
        self.write(stamp, "create-office", |door| {
            let id = door.make_office(&form, &recipients)?;
            if !signer.is_empty() {
                let signer = SignerForm { name: signer.clone(), office: signer_office.clone(), usual: true, ..SignerForm::default() };
                door.keep_signer(&signer, None, None)?;
            }
            Ok(Done::new(Some(id), format!("Tạo sổ cho {}", form.short)))
        })
    }

    /// Keeps the office's form.
    pub fn keep_office(&mut self, form: &OfficeForm, stamp: &Stamp) -> Result<Written> {
        let mut form = form.clone();
        form.name = required("Tên cơ quan", &form.name)?;
        form.short = required("Tên viết tắt của cơ quan", &form.short)?;
        form.addressees = lines(&form.addressees);
        let office = self.office_on(None)?.ok_or(Problem::NoOffice)?;
        let reread = if form.before == office.form.before { Vec::new() } else { self.reread_all(&self.meaning()?.with(form.before))? };
        self.write(stamp, "keep-office", |door| {
            if form != office.form {
                door.replace_office(office.id, &form, &office.recipients)?;
            }
            let lost = door.write_reread(&reread)?;
            let again =
                if reread.is_empty() { String::new() } else { format!("; {} thời hạn đọc lại theo cách hiểu mới{lost}", reread.len()) };
            Ok(Done::new(Some(office.id), format!("Sửa thông tin cơ quan{again}")))
        })
    }

    /// Keeps the usual recipients, in order.
    pub fn keep_recipients(&mut self, recipients: &[String], stamp: &Stamp) -> Result<Written> {
        let recipients = lines(recipients);
        let office = self.office_on(None)?.ok_or(Problem::NoOffice)?;
        self.write(stamp, "keep-recipients", |door| {
            if recipients != office.recipients {
                door.replace_office(office.id, &office.form, &recipients)?;
            }
            Ok(Done::new(Some(office.id), "Sửa nơi nhận thường dùng"))
        })
    }

    /// Adds or edits a signer.
    ///
    /// Errors: no name, a day that does not exist, service that ends before it begins.
    pub fn keep_signer(&mut self, signer: &SignerForm, stamp: &Stamp) -> Result<Written> {
        let name = required("Họ và tên người ký", &signer.name)?;
        let kept = SignerForm { office: or(&signer.office, "Chủ tịch"), ground: viet::nfc(signer.ground.trim()), name, ..signer.clone() };
        let from = optional_day(&signer.from, stamp.today())?;
        let to = optional_day(&signer.to, stamp.today())?;
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            return Err(Problem::DaysReversed.into());
        }
        let others: Vec<SignerForm> = self.signers()?;
        self.write(stamp, "keep-signer", |door| {
            if signer.usual {
                // One signs as a rule; choosing another takes the mark from the first.
                for other in others.iter().filter(|other| other.usual && other.id != signer.id) {
                    if let Some(id) = other.id {
                        door.amend("signer", id, &[("usual", &false)])?;
                    }
                }
            }
            let id = door.keep_signer(&kept, from, to)?;
            Ok(Done::new(Some(id), format!("Ghi người ký {}", kept.name)))
        })
    }

    /// Adds or edits a unit with its other names.
    ///
    /// Errors: no name; days that are none or reversed; a name that another unit has already.
    pub fn keep_unit(&mut self, unit: &UnitForm, stamp: &Stamp) -> Result<Written> {
        self.keep_unit_saying(unit, format!("Ghi đơn vị {}", unit.name.trim()), stamp)
    }

    fn keep_unit_saying(&mut self, unit: &UnitForm, summary: String, stamp: &Stamp) -> Result<Written> {
        let name = required("Tên đơn vị", &unit.name)?;
        let aliases = lines(&unit.aliases);
        let day = |text: &str| optional_day(text, stamp.today());
        let days = Valid { from: day(&unit.from)?, to: day(&unit.to)? };
        if days.from.zip(days.to).is_some_and(|(from, to)| from > to) {
            return Err(Problem::DaysReversed.into());
        }
        self.refuse_taken(unit.id, &name, &aliases, days)?;
        self.write(stamp, "keep-unit", |door| {
            let id = door.keep_unit(unit.id, &name, &aliases, days)?;
            Ok(Done::new(Some(id), summary))
        })
    }

    /// Two units that are valid on one day have no name in common: a cell could mean either.
    fn refuse_taken(&self, unit: Option<Id>, name: &str, aliases: &[String], days: Valid) -> Result<()> {
        let ours: Vec<String> = std::iter::once(name).chain(aliases.iter().map(String::as_str)).map(fold_unit).collect();
        for other in self.units()?.into_iter().filter(|other| other.id != unit && other.shares_a_day(days)) {
            let taken = std::iter::once(&other.name).chain(&other.aliases).find(|spelling| ours.contains(&fold_unit(spelling)));
            if let Some(spelling) = taken {
                return Err(Problem::UnitTaken { spelling: spelling.clone(), unit: other.name.clone() }.into());
            }
        }
        Ok(())
    }

    /// The names of the units that are valid on a day, as offered for new rows.
    pub(crate) fn units_offered(&self, day: NaiveDate) -> Result<Vec<String>> {
        let on = Valid { from: Some(day), to: Some(day) };
        Ok(self.units()?.into_iter().filter(|unit| unit.shares_a_day(on)).map(|unit| unit.name).collect())
    }

    /// Cài đặt.
    pub fn settings_view(&self, today: NaiveDate) -> Result<SettingsView> {
        let office = self.office_on(None)?.ok_or(Problem::NoOffice)?;
        let mut signers = self.signers()?;
        let text = today.to_string();
        signers.sort_by_key(|signer| !signer.to.is_empty() && signer.to < text);
        Ok(SettingsView {
            office: office.form,
            signers,
            recipients: office.recipients,
            units: self.units()?,
            proposals: self.unit_proposals()?,
            folder: self.dir.display().to_string(),
            backups: self.backups(20)?,
            log: self.log(200)?,
            today,
            version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// The signers who serve on a day, the usual one first.
    pub(crate) fn signers_on(&self, day: NaiveDate) -> Result<Vec<SignerForm>> {
        let day = day.to_string();
        let mut serving: Vec<SignerForm> = self
            .signers()?
            .into_iter()
            .filter(|signer| (signer.from.is_empty() || signer.from <= day) && (signer.to.is_empty() || signer.to >= day))
            .collect();
        serving.sort_by_key(|signer| !signer.usual);
        Ok(serving)
    }

    /// The name that stands in the log when the stamp has none.
    pub(crate) fn person(&self) -> Result<String> {
        let person = self.office_on(None)?.map(|office| office.form.person).unwrap_or_default();
        Ok(if person.is_empty() { "Cán bộ CCHC".to_owned() } else { person })
    }
}

/// The lines above the room for a signature of one who holds this office (decree II.7).
pub(crate) fn signing_lines(office: &str) -> Vec<String> {
    Form::usual(office).lines(&UBND, office)
}

/// A unit named after a person or a number is written in full before the date (decree II.4); what
/// can be told without knowing the person is a number.
fn place_line(level: &str, name: &str) -> String {
    if name.chars().all(|letter| letter.is_ascii_digit()) { format!("{level} {name}") } else { name.to_owned() }
}

/// A text that must not be empty, trimmed and NFC.
pub(crate) fn required(field: &'static str, text: &str) -> Result<String> {
    let text = viet::nfc(text.trim());
    if text.is_empty() { Err(Problem::Empty(field).into()) } else { Ok(text) }
}

fn or(text: &str, otherwise: &str) -> String {
    let text = text.trim();
    viet::nfc(if text.is_empty() { otherwise } else { text })
}

/// Lines as typed, if there are any.
fn given(typed: &[String]) -> Option<Vec<String>> {
    Some(lines(typed)).filter(|lines| !lines.is_empty())
}

/// Lines as typed: trimmed, NFC, without dash and end mark, empty ones dropped.
pub(crate) fn lines(typed: &[String]) -> Vec<String> {
    typed
        .iter()
        .map(|line| viet::nfc(line.trim().trim_start_matches(['-', '–']).trim_end_matches([';', '.']).trim()))
        .filter(|line| !line.is_empty())
        .collect()
}

fn optional_day(text: &str, today: NaiveDate) -> Result<Option<NaiveDate>> {
    if text.trim().is_empty() { Ok(None) } else { viet::typed_day(text, today).map(Some).map_err(Into::into) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_office_decides_the_signing_lines() {
        for (office, lines) in [
            ("Chủ tịch", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
            ("Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
            ("Q. Chủ tịch", "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH"),
            ("Trưởng phòng Văn hóa - Xã hội", "TL. CHỦ TỊCH / TRƯỞNG PHÒNG VĂN HÓA - XÃ HỘI"),
        ] {
            assert_eq!(signing_lines(office).join(" / "), lines, "{office}");
        }
    }

    #[test]
    fn recipients_lose_dash_and_end_mark() {
        let typed = ["- Như trên;".to_owned(), "  ".to_owned(), "– Lưu: VT, VHXH.".to_owned()];
        assert_eq!(lines(&typed), ["Như trên", "Lưu: VT, VHXH"]);
    }
}

//! What a paper tells beside its text: its kind and period, and the office that wrote it.

use super::Paper;
use super::mend::Source;
use super::period;
use super::text::key;
use super::told::Agency;
use crate::paper::Document;
use crate::viet::capital;
use crate::view::{OfficeFound, ReportKind};

impl Source<'_> {
    /// Which paper it is, of what kind and period.
    pub(super) fn period(&self, document: &Document) -> (Paper, ReportKind, String) {
        let inspection = |text: &str| key(text).contains("doan kiem tra");
        let bracket = self.named.bracket.iter().any(|bracket| inspection(bracket));
        let inspected = bracket || key(&self.named.subject).contains("phuc vu kiem tra") || self.tail.recipients.iter().any(|name| inspection(name));
        let year = document.letterhead.place.as_ref().map(|place| place.year);
        let (kind, period) = period::period(&self.named.subject, year, inspected && self.paper() == Paper::Report);
        let kind = if self.paper() == Paper::Plan { ReportKind::Free } else { kind };
        (self.paper(), kind, period)
    }

    /// What the paper tells of the office; nothing that was taken from the office itself.
    pub(super) fn found(&self, document: &Document) -> OfficeFound {
        let agency = if self.head.agency.is_empty() { self.own_agency() } else { Agency::of_lines(&document.letterhead.agency) };
        let place = self.head.date.as_ref().map(|date| date.place.clone()).or_else(|| agency.as_ref().map(Agency::place));
        let office = document.signature.iter().filter(|_| !self.tail.authority.is_empty()).filter_map(|sign| sign.lines.last()).next();
        let bare = |line: &String| capital(&line.to_lowercase().replace("chủ tịch", "Chủ tịch"));
        let recipients = if self.tail.recipients.is_empty() { Vec::new() } else { document.recipients.clone() };
        let drafting = recipients.last().and_then(|last| last.split_once("VT,")).map(|(_, unit)| unit.trim().to_owned());
        let number = document.letterhead.number.as_ref();
        OfficeFound {
            agency: agency.as_ref().map(Agency::full).unwrap_or_default(),
            level: agency.as_ref().map(|agency| capital(&agency.level)).unwrap_or_default(),
            name: agency.map(|agency| agency.name).unwrap_or_default(),
            place: place.unwrap_or_default(),
            symbol: number.map(|number| number.symbol.clone()).unwrap_or_default(),
            number: number.and_then(|number| number.number.clone()).unwrap_or_default(),
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

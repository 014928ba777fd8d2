//! In whose name a paper is signed (decree 30, II.7): the forms, and the lines each prints.

use serde::{Deserialize, Serialize};

/// In whose name the signer signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, rename = "SigningForm"))]
pub enum Form {
    /// TM.: the head, for the collective.
    Collective,
    /// TM., KT.: a deputy for the head, for the collective. So does the deputy in charge where
    /// there is no head.
    CollectiveDeputy,
    /// TM., Q.: the acting head, for the collective.
    Acting,
    /// The head's own decision.
    Own,
    /// KT.: a deputy signs the head's own decision.
    OwnDeputy,
    /// TL.: the head of a unit, by the head's order.
    Order,
    /// TL., KT.: the deputy of a unit, by the head's order.
    OrderDeputy,
    /// TUQ.: whoever the head has delegated in writing.
    Delegated,
}

/// Whose paper it is, in capitals as printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority<'a> {
    /// The collective that decides; empty where one person heads the agency (a centre, a department).
    pub collective: &'a str,
    /// The head of the agency.
    pub head: &'a str,
}

/// The Ủy ban nhân dân, which always signs as a collective unless its chair decides alone.
pub const UBND: Authority<'static> = Authority { collective: "ỦY BAN NHÂN DÂN", head: "CHỦ TỊCH" };

/// A line above the signature: its mark and whom it names.
type Line = (&'static str, Who);

/// Whom a line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Collective,
    Head,
    /// The signer's own office.
    Office,
    /// The office that the signer is deputy of.
    Superior,
}

/// Each form with its code, its lines from top to bottom, and whether it rests on an order or delegation in writing.
const FORMS: [(Form, &str, &[Line], bool); 8] = [
    (Form::Collective, "collective", &[("TM.", Who::Collective), ("", Who::Office)], false),
    (Form::CollectiveDeputy, "collective-deputy", &[("TM.", Who::Collective), ("KT.", Who::Head), ("", Who::Office)], false),
    (Form::Acting, "acting", &[("TM.", Who::Collective), ("Q.", Who::Head)], false),
    (Form::Own, "own", &[("", Who::Office)], false),
    (Form::OwnDeputy, "own-deputy", &[("KT.", Who::Head), ("", Who::Office)], false),
    (Form::Order, "order", &[("TL.", Who::Head), ("", Who::Office)], true),
    (Form::OrderDeputy, "order-deputy", &[("TL.", Who::Head), ("KT.", Who::Superior), ("", Who::Office)], true),
    (Form::Delegated, "delegated", &[("TUQ.", Who::Head), ("", Who::Office)], true),
];

impl Form {
    /// All forms, in the order of the decree.
    pub fn all() -> impl Iterator<Item = Form> {
        FORMS.iter().map(|(form, ..)| *form)
    }

    /// Its short name, as it is kept.
    pub fn code(self) -> &'static str {
        FORMS.iter().find(|(form, ..)| *form == self).map_or("", |(_, code, ..)| code)
    }

    /// The form of a short name; none for one that is not known.
    pub fn of_code(code: &str) -> Option<Form> {
        FORMS.iter().find(|(_, own, ..)| *own == code).map(|(form, ..)| *form)
    }

    /// How the holder of an office signs a paper of the UBND as a rule.
    pub fn usual(office: &str) -> Form {
        let office = office.trim().to_uppercase();
        if office.starts_with("PHÓ CHỦ TỊCH") {
            Form::CollectiveDeputy
        } else if office.starts_with("CHỦ TỊCH") {
            Form::Collective
        } else if acting(&office).is_some() {
            Form::Acting
        } else if office.starts_with("PHÓ ") {
            Form::OrderDeputy
        } else {
            Form::Order
        }
    }

    /// Whether it rests on a written ground, a rule of work (TL.) or a delegation (TUQ.), which the
    /// officer must be asked for.
    pub fn needs_ground(self) -> bool {
        FORMS.iter().any(|(form, _, _, ground)| *form == self && *ground)
    }

    /// The lines above the room for the signature, in capitals.
    ///
    /// An agency without a collective signs without `TM.`.
    pub fn lines(self, authority: &Authority<'_>, office: &str) -> Vec<String> {
        let own = office.trim().to_uppercase();
        let lines = FORMS.iter().find(|(form, ..)| *form == self).map_or(&[][..], |(_, _, lines, _)| lines);
        let mut made: Vec<String> = Vec::new();
        for (mark, who) in lines {
            let words = match who {
                Who::Collective => authority.collective,
                Who::Head => authority.head,
                Who::Office => acting(&own).unwrap_or(&own),
                Who::Superior => own.strip_prefix("PHÓ ").unwrap_or(&own).trim_start(),
            };
            if !words.is_empty() {
                made.push(format!("{mark} {words}").trim_start().to_owned());
            }
        }
        made
    }
}

/// The office of one who only acts in it: `Q. CHỦ TỊCH`, `QUYỀN CHỦ TỊCH`.
fn acting(office: &str) -> Option<&str> {
    ["Q. ", "Q.", "QUYỀN "].iter().find_map(|mark| office.strip_prefix(mark)).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_prints_its_lines() {
        for (form, office, lines) in [
            (Form::Collective, "Chủ tịch", "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"),
            (Form::CollectiveDeputy, "Phó Chủ tịch", "TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
            (Form::Acting, "Q. Chủ tịch", "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH"),
            (Form::Own, "Chủ tịch", "CHỦ TỊCH"),
            (Form::OwnDeputy, "Phó Chủ tịch", "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH"),
            (Form::Order, "Chánh Văn phòng", "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG"),
            (Form::OrderDeputy, "Phó Chánh Văn phòng", "TL. CHỦ TỊCH / KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG"),
            (Form::Delegated, "Trưởng phòng Kinh tế", "TUQ. CHỦ TỊCH / TRƯỞNG PHÒNG KINH TẾ"),
        ] {
            assert_eq!(form.lines(&UBND, office).join(" / "), lines, "{form:?}");
        }
    }

    #[test]
    fn a_form_is_kept_by_the_name_that_the_screen_gives_it() {
        for form in Form::all() {
            assert_eq!(Form::of_code(form.code()), Some(form));
            assert_eq!(serde_json::to_string(&form).unwrap(), format!("\"{}\"", form.code()));
        }
        assert_eq!(Form::of_code(""), None);
    }

    #[test]
    fn an_agency_without_a_collective_signs_without_it() {
        let centre = Authority { collective: "", head: "GIÁM ĐỐC" };
        assert_eq!(Form::Collective.lines(&centre, "Giám đốc").join(" / "), "GIÁM ĐỐC");
        assert_eq!(Form::CollectiveDeputy.lines(&centre, "Phó Giám đốc").join(" / "), "KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC");
    }

    #[test]
    fn the_office_tells_the_usual_form() {
        for (office, form) in [
            (" chủ tịch ", Form::Collective),
            ("Phó Chủ tịch Thường trực", Form::CollectiveDeputy),
            ("Quyền Chủ tịch", Form::Acting),
            ("Q.Chủ tịch", Form::Acting),
            ("Chánh Văn phòng HĐND và UBND", Form::Order),
            ("Phó Trưởng phòng Văn hóa - Xã hội", Form::OrderDeputy),
        ] {
            assert_eq!(Form::usual(office), form, "{office}");
        }
    }

    #[test]
    fn order_and_delegation_ask_for_a_ground() {
        let asking: Vec<Form> = Form::all().filter(|form| form.needs_ground()).collect();
        assert_eq!(asking, [Form::Order, Form::OrderDeputy, Form::Delegated]);
        // No deputy in charge signs as such (decree II.7): no form can print it.
        let printed = Form::all().flat_map(|form| form.lines(&UBND, "Phó Chủ tịch"));
        assert!(!printed.into_iter().any(|line| line.contains("PHỤ TRÁCH")));
    }
}

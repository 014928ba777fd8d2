//! What the office above a commune is called: a province's or a city's.

use crate::view::OfficeForm;

/// Cities that stand beside the provinces, by their bare names.
const CITIES: [&str; 6] = ["hà nội", "huế", "hải phòng", "đà nẵng", "cần thơ", "hồ chí minh"];

/// `tỉnh` or `thành phố`; `None`: nothing in the office's settings says which.
pub(super) fn superior(office: &OfficeForm) -> Option<&'static str> {
    let named = |text: &str| {
        let low = text.to_lowercase();
        let is_city = low.contains("thành phố") || low.starts_with("tp") || low.contains(" tp") || CITIES.iter().any(|city| low.contains(city));
        if is_city { Some("thành phố") } else { low.contains("tỉnh").then_some("tỉnh") }
    };
    let province = office.province.trim();
    // A name alone that is no city's is a province's.
    let by_name = || named(province).or_else(|| (!province.is_empty()).then_some("tỉnh"));
    by_name().or_else(|| office.addressees.iter().find_map(|line| named(line)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Office;

    #[test]
    fn it_is_told_by_the_office_s_own_settings() {
        for (province, to, expected) in [
            ("Thành phố Hải Phòng", "Sở Nội vụ", Some("thành phố")),
            ("TP. Huế", "Sở Nội vụ", Some("thành phố")),
            ("Hải Phòng", "Sở Nội vụ", Some("thành phố")),
            ("Tỉnh Hưng Yên", "Sở Nội vụ", Some("tỉnh")),
            ("Hưng Yên", "Sở Nội vụ", Some("tỉnh")),
            ("", "Sở Nội vụ thành phố Cần Thơ", Some("thành phố")),
            ("", "UBND tỉnh Lào Cai", Some("tỉnh")),
            ("", "Sở Nội vụ", None),
        ] {
            let form = OfficeForm { province: province.into(), addressees: vec![to.into()], ..Office::unnamed().form };
            assert_eq!(superior(&form), expected, "{province} | {to}");
        }
    }
}

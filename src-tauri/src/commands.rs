//! What the page may ask: one file a screen, one command a verb, each a few lines.

pub(crate) mod annexes;
pub(crate) mod answers;
pub(crate) mod assigned;
pub(crate) mod chart;
pub(crate) mod figures;
pub(crate) mod forms;
pub(crate) mod outlines;
pub(crate) mod plan;
pub(crate) mod plan_import;
pub(crate) mod progress;
pub(crate) mod register;
pub(crate) mod report;
pub(crate) mod request;
pub(crate) mod settings;
pub(crate) mod start;
pub(crate) mod take_back;
pub(crate) mod take_in;
pub(crate) mod tie;
pub(crate) mod urge;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    /// The words that `pick` finds on the lines between `from` and `to`.
    fn listed<'a>(text: &'a str, from: &str, to: &str, pick: impl Fn(&'a str) -> Option<&'a str>) -> BTreeSet<&'a str> {
        let start = text.find(from).unwrap_or_else(|| panic!("{from} is gone")) + from.len();
        let end = start + text[start..].find(to).unwrap_or_else(|| panic!("{to} is gone"));
        text[start..end].lines().filter_map(pick).collect()
    }

    #[test]
    fn one_list_of_commands_stands_in_all_four_places() {
        let built = listed(include_str!("../build.rs"), "const COMMANDS", "];", |line| line.trim().strip_prefix('"')?.strip_suffix("\","));
        let handled = listed(include_str!("main.rs"), "generate_handler![", "]", |line| line.trim().strip_suffix(',')?.split("::").nth(1));
        assert_eq!(built, handled, "build.rs against main.rs");

        let capability: serde_json::Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
        let allowed: BTreeSet<String> =
            capability["permissions"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().replace('-', "_")).collect();
        assert_eq!(allowed, built.iter().map(|name| format!("allow_{name}")).collect(), "the capability against build.rs");

        let api = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/api.ts")).unwrap();
        let called: BTreeSet<&str> = api.split("invoke<").skip(1).filter_map(|call| call.split(['\'', '"']).nth(1)).collect();
        assert_eq!(called, built, "api.ts against build.rs");
    }
}

//! What differs around the text of a paper: it is told, and not taken.

use super::matching::Matching;
use super::sides::{Place, Sent};
use super::units::Unit;
use std::collections::HashSet;

/// What differs in head, signature and appendices: where, before, after.
pub(super) fn outside(sent: &Sent, matching: &Matching, places: &[Place], home: &[Unit]) -> Vec<(Place, String, String)> {
    let mut all = Vec::new();
    for (at, unit) in home.iter().enumerate() {
        let place = places.get(at).copied().unwrap_or(Place::Text);
        let was = matching.of.get(at).copied().flatten().and_then(|(of, _)| sent.units.get(of));
        let was = was.map(|unit| unit.plain.as_str()).unwrap_or_default();
        if place != Place::Text && was != unit.plain {
            all.push((place, was.to_owned(), unit.plain.clone()));
        }
    }
    let became: HashSet<usize> = matching.of.iter().flatten().map(|(of, _)| *of).collect();
    for (at, unit) in sent.units.iter().enumerate() {
        let place = sent.places.get(at).copied().unwrap_or(Place::Text);
        if place != Place::Text && !became.contains(&at) && matching.joined.get(at) == Some(&None) {
            all.push((place, unit.plain.clone(), String::new()));
        }
    }
    all
}

//! The set of figures that holds, checked: ids that exist, formulas that end, laws between them.

use super::formula::Formula;
use crate::assets::{Figure, FigureKind, FigureSet};
use crate::problem::FigureProblem;
use std::collections::HashMap;

/// A set that was checked, its formulas read once.
#[derive(Debug)]
pub(crate) struct Catalog {
    pub(crate) set: FigureSet,
    places: HashMap<String, usize>,
    formulas: Vec<Option<Formula>>,
    denominators: Vec<Option<Formula>>,
    /// For an opening figure: what stood open at the end of the window before.
    carried: Vec<Option<Formula>>,
    pub(super) laws: Vec<(Formula, Formula)>,
    /// True for a figure that comes back to itself through the window before: it is carried from window to window.
    goes_back: Vec<bool>,
}

impl Catalog {
    /// Errors: an id twice; a formula that names no figure of the set, or that comes back to itself.
    pub(crate) fn of(set: FigureSet) -> Result<Catalog, FigureProblem> {
        let mut places = HashMap::new();
        for (at, figure) in set.figures.iter().enumerate() {
            if places.insert(figure.id.clone(), at).is_some() {
                return Err(FigureProblem::Twice(figure.id.clone()));
            }
        }
        let read = |owner: &str, text: &str| {
            Formula::read(text, |id| places.get(id).copied()).map_err(|word| FigureProblem::BadFormula { figure: owner.to_owned(), word })
        };
        let of = |which: fn(&Figure) -> Option<&String>| {
            set.figures.iter().map(|figure| which(figure).map(|text| read(&figure.name, text)).transpose()).collect::<Result<Vec<_>, _>>()
        };
        let formulas = of(|figure| figure.formula.as_ref())?;
        let denominators = of(|figure| figure.denominator.as_ref())?;
        let laws = set
            .laws
            .iter()
            .map(|law| Ok((read(&law.words, &law.left)?, read(&law.words, &law.right)?)))
            .collect::<Result<Vec<_>, FigureProblem>>()?;
        let mut carried = vec![None; set.figures.len()];
        for (law, (left, right)) in set.laws.iter().zip(&laws) {
            if let ([term], false, true) = (left.terms.as_slice(), law.at_most, right.terms.iter().all(|term| term.previous))
                && set.figures.get(term.at).is_some_and(|figure| figure.kind == FigureKind::Opening)
                && let Some(place) = carried.get_mut(term.at)
            {
                *place = Some(right.clone());
            }
        }
        let mut catalog = Catalog { set, places, formulas, denominators, carried, laws, goes_back: Vec::new() };
        catalog.goes_back = (0..catalog.set.figures.len()).map(|at| catalog.comes_back(at, true)).collect();
        match (0..catalog.set.figures.len()).find(|at| catalog.comes_back(*at, false)) {
            Some(at) => Err(FigureProblem::Circular(catalog.figure(at).name.clone())),
            None => Ok(catalog),
        }
    }

    /// The place of a figure.
    pub(crate) fn place(&self, id: &str) -> Option<usize> {
        self.places.get(id).copied()
    }

    /// A figure by its place.
    #[allow(clippy::indexing_slicing, reason = "places are only given out by this catalogue")]
    pub(crate) fn figure(&self, at: usize) -> &Figure {
        &self.set.figures[at]
    }

    pub(super) fn formula(&self, at: usize) -> Option<&Formula> {
        self.formulas.get(at)?.as_ref()
    }

    pub(super) fn denominator(&self, at: usize) -> Option<&Formula> {
        self.denominators.get(at)?.as_ref()
    }

    pub(super) fn carried(&self, at: usize) -> Option<&Formula> {
        self.carried.get(at)?.as_ref()
    }

    pub(super) fn goes_back(&self, at: usize) -> bool {
        self.goes_back.get(at).copied().unwrap_or_default()
    }

    /// True when a figure's formulas lead back to it: within one window, or also through those before.
    fn comes_back(&self, from: usize, earlier: bool) -> bool {
        let mut seen = vec![false; self.set.figures.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            let carried = self.carried(at).filter(|_| earlier);
            let terms = [self.formula(at), self.denominator(at), carried].into_iter().flatten().flat_map(|formula| &formula.terms);
            for term in terms.filter(|term| earlier || !term.previous) {
                if term.at == from {
                    return true;
                }
                if let Some(known) = seen.get_mut(term.at).filter(|known| !**known) {
                    *known = true;
                    open.push(term.at);
                }
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::figures_cchc;

    fn changed(id: &str, formula: &str) -> Result<Catalog, FigureProblem> {
        let mut set = figures_cchc().unwrap();
        set.figures.iter_mut().find(|figure| figure.id == id).unwrap().formula = Some(formula.to_owned());
        Catalog::of(set)
    }

    #[test]
    fn the_set_that_ships_is_whole() {
        let catalog = Catalog::of(figures_cchc().unwrap()).unwrap();
        let carried = catalog.place("case.carried").unwrap();
        assert!(catalog.carried(carried).is_some(), "what was open before is carried over");
    }

    #[test]
    fn a_formula_that_comes_back_to_itself_is_refused() {
        assert_eq!(changed("case.new", "case.new_online + case.new").unwrap_err(), FigureProblem::Circular("Hồ sơ tiếp nhận mới trong kỳ".into()));
        // Round three corners, and through a denominator.
        assert!(matches!(changed("case.new", "case.received - case.carried").unwrap_err(), FigureProblem::Circular(_)));
        let mut set = figures_cchc().unwrap();
        set.figures.iter_mut().find(|figure| figure.id == "case.paid_rate").unwrap().denominator = Some("case.paid_rate".into());
        assert!(matches!(Catalog::of(set).unwrap_err(), FigureProblem::Circular(_)));
        // The window before is another window.
        assert!(changed("case.new", "case.received@previous + case.new_online").is_ok());
    }

    #[test]
    fn ids_and_names_in_formulas_must_hold() {
        let word = FigureProblem::BadFormula { figure: "Hồ sơ tiếp nhận mới trong kỳ".into(), word: "case.neww".into() };
        assert_eq!(changed("case.new", "case.neww").unwrap_err(), word);
        let mut set = figures_cchc().unwrap();
        let twice = set.figures[3].clone();
        set.figures.push(twice);
        assert_eq!(Catalog::of(set).unwrap_err(), FigureProblem::Twice("plan.done_late".into()));
    }
}

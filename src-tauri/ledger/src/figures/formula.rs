//! Formulas of a set: ids joined by ` + ` and ` - `, `id@previous` for the window before.

/// A sum of figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Formula {
    pub(super) terms: Vec<Term>,
}

/// One figure of a sum, by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Term {
    pub(super) minus: bool,
    pub(super) at: usize,
    /// True for the value of the window before.
    pub(super) previous: bool,
}

const PREVIOUS: &str = "@previous";

impl Formula {
    /// Reads a formula; `place` finds a figure by its id. Error: the word that is no figure.
    pub(super) fn read(text: &str, place: impl Fn(&str) -> Option<usize>) -> Result<Formula, String> {
        let mut terms = Vec::new();
        let mut minus = false;
        let mut expected = true;
        for word in text.split_whitespace() {
            if !expected && matches!(word, "+" | "-") {
                minus = word == "-";
                expected = true;
                continue;
            }
            let (id, previous) = word.strip_suffix(PREVIOUS).map_or((word, false), |id| (id, true));
            let at = place(id).filter(|_| expected).ok_or_else(|| word.to_owned())?;
            terms.push(Term { minus, at, previous });
            expected = false;
        }
        if expected { Err(text.trim().to_owned()) } else { Ok(Formula { terms }) }
    }

    /// True when a figure is one of its terms.
    pub(super) fn names(&self, at: usize) -> bool {
        self.terms.iter().any(|term| term.at == at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<(bool, usize, bool)>, String> {
        let ids = ["a", "b.c", "d"];
        let formula = Formula::read(text, |id| ids.iter().position(|one| *one == id))?;
        Ok(formula.terms.into_iter().map(|term| (term.minus, term.at, term.previous)).collect())
    }

    #[test]
    fn sums_are_read_and_what_is_none_is_named() {
        assert_eq!(read("a"), Ok(vec![(false, 0, false)]));
        assert_eq!(read("a + b.c - d@previous"), Ok(vec![(false, 0, false), (false, 1, false), (true, 2, true)]));
        for (bad, named) in [("", ""), ("a +", "a +"), ("a b.c", "b.c"), ("a + x", "x"), ("+ a", "+"), ("a * d", "*"), ("a@later", "a@later")] {
            assert_eq!(read(bad), Err(named.to_owned()), "{bad}");
        }
    }
}

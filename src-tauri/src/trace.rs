//! How long the start took, for `./dev bench`: asked for by `SO_CCHC_TRACE`, else nothing happens.
//!
//! The variable holds the moment the program was started, in nanoseconds since 1970.

use crate::clock::nanoseconds;
use std::env;

/// Tells the page's first paint in its title, the one thing a page can say without a permission.
pub(crate) const PAGE: &str = "new PerformanceObserver((list, self) => { self.disconnect(); document.title = 'first paint'; })
    .observe({ type: 'paint', buffered: true });";

/// True when somebody measures.
pub(crate) fn wanted() -> bool {
    env::var_os("SO_CCHC_TRACE").is_some()
}

/// Writes `WHAT MILLISECONDS` to standard error.
pub(crate) fn mark(what: &str) {
    let begun = env::var("SO_CCHC_TRACE").ok().and_then(|text| text.parse::<u128>().ok());
    if let Some(begun) = begun {
        eprintln!("{what} {}", nanoseconds().saturating_sub(begun) / 1_000_000);
    }
}

/// Hears what the page told in its title.
pub(crate) fn titled(title: &str) {
    if title == "first paint" {
        mark(title);
    }
}

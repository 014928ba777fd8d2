//! Sổ CCHC as a library: the commune's plan, its progress, and the paper that is made of them.
//!
//! It never names Tauri, the network or the clock: days, moments and ids are handed in.

pub mod deadline;
pub mod error;
pub mod paper;
pub mod problem;
pub mod typeset;
pub mod viet;
pub mod view;
pub mod word;
pub use error::{Error, Result};
pub use problem::Problem;

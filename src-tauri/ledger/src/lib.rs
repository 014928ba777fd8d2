//! Sổ CCHC as a library: the commune's plan, its progress, and the paper that is made of them.
//!
//! It never names Tauri, the network or the clock: days, moments and ids are handed in.

mod answers;
pub mod assets;
mod assigned;
pub mod backup;
mod change;
mod days_off;
pub mod deadline;
pub mod error;
pub mod faces;
mod figures;
mod forms;
mod ledger;
mod office;
mod overview;
pub mod paper;
pub mod plan;
pub mod problem;
mod progress;
mod register;
mod report;
mod sample;
mod sheet;
mod stamp;
mod statistics;
mod status;
pub mod store;
pub mod typeset;
mod urge;
pub mod viet;
pub mod view;
pub mod weekly;
mod whole;
pub mod word;

pub use error::{Error, Result};
pub use ledger::Ledger;
pub use problem::Problem;
pub use register::Pack;
pub use report::{Papers, Verdict, Verified, plan_file_name, report_file_name, report_kind, report_window, take_in};
pub use stamp::Stamp;
pub use status::{Level, Status};
pub use whole::write_whole;

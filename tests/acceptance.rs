//! What the officer does, in her verbs.

#[path = "acceptance/opening.rs"]
mod opening;
#[path = "acceptance/plan.rs"]
mod plan;
#[path = "acceptance/progress.rs"]
mod progress;
#[path = "acceptance/report.rs"]
mod report;
#[path = "acceptance/undo.rs"]
mod undo;

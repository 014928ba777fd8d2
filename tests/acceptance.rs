//! What the officer does, in her verbs.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::cast_possible_truncation, reason = "a test stops loudly")]

#[path = "acceptance/after_issue.rs"]
mod after_issue;
#[path = "acceptance/annexes.rs"]
mod annexes;
#[path = "acceptance/answers.rs"]
mod answers;
#[path = "acceptance/assigned.rs"]
mod assigned;
#[path = "acceptance/bad_input.rs"]
mod bad_input;
#[path = "acceptance/chart.rs"]
mod chart;
#[path = "acceptance/cited.rs"]
mod cited;
#[path = "acceptance/days_off.rs"]
mod days_off;
#[path = "acceptance/figures.rs"]
mod figures;
#[path = "acceptance/forms.rs"]
mod forms;
#[path = "acceptance/from_last.rs"]
mod from_last;
#[path = "acceptance/opening.rs"]
mod opening;
#[path = "acceptance/outlines.rs"]
mod outlines;
#[path = "acceptance/plan.rs"]
mod plan;
#[path = "acceptance/progress.rs"]
mod progress;
#[path = "acceptance/register.rs"]
mod register;
#[path = "acceptance/report.rs"]
mod report;
#[path = "acceptance/requests.rs"]
mod requests;
#[path = "acceptance/take_back.rs"]
mod take_back;
#[path = "acceptance/undo.rs"]
mod undo;
#[path = "acceptance/units.rs"]
mod units;
#[path = "acceptance/upgrade.rs"]
mod upgrade;
#[path = "acceptance/urge.rs"]
mod urge;
#[path = "acceptance/workbench.rs"]
mod workbench;

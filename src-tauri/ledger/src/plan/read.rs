//! Reading a plan from a file.

use crate::deadline::Before;
use crate::view::PlanDraft;
use std::path::Path;

/// stand-in
pub fn read_plan_file(path: &Path, _before: Before) -> crate::Result<PlanDraft> {
    Err(crate::Problem::FileUnreadable(path.display().to_string()).into())
}

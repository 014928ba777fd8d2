//! The face this computer prints in: looked for once, when the first page is made.

use ledger::faces::{self, Printed};
use ledger::paper::Document;
use ledger::typeset::{Faces, Unfit};
use std::sync::LazyLock;

static OWN: LazyLock<Result<Faces, Unfit>> = LazyLock::new(|| faces::find(&faces::folders(|name| std::env::var_os(name))));

/// The faces of this computer.
pub(crate) fn own() -> &'static Result<Faces, Unfit> {
    &OWN
}

/// The document in this computer's Times New Roman; where that won't do, in the face that is built
/// in, with a note.
pub(crate) fn print(document: &Document, signature_field: bool) -> ledger::Result<Printed> {
    faces::print(document, &OWN, signature_field)
}

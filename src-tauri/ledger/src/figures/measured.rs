//! A value in the unit a file gives it in, told in ours; where that cannot be, it is asked.

use super::heads::Said;
use crate::assets::{Figure, FigureKind};
use crate::forms::unit;
use crate::view::Note;

/// The value as it is to be typed: `300` under `Triệu đồng` is `300 triệu đồng`. Error: what to ask.
pub(super) fn value(figure: &Figure, said: &Said) -> Result<String, Note> {
    let value = said.value.clone();
    let plain = value.ends_with(|sign: char| sign.is_ascii_digit());
    if said.unit.is_empty() || figure.unit.is_empty() || figure.kind == FigureKind::Text || !plain {
        return Ok(value);
    }
    match (unit::noughts(&figure.unit), unit::noughts(&said.unit)) {
        (Some(ours), Some(theirs)) if ours == theirs => Ok(value),
        (Some(_), Some(theirs)) => Ok(format!("{value} {}", money(theirs))),
        _ if unit::fits(&figure.unit, &unit::unit_key(&said.unit)) => Ok(value),
        _ => Err(Note {
            code: "other-unit".into(),
            sentence: format!(
                "Ở đây ghi đơn vị “{}”, chỉ tiêu này tính bằng {}. Hãy kiểm tra lại, gõ số theo {} rồi tích dòng này.",
                said.unit, figure.unit, figure.unit
            ),
        }),
    }
}

fn money(noughts: u32) -> &'static str {
    match noughts {
        3 => "nghìn đồng",
        6 => "triệu đồng",
        9 => "tỷ đồng",
        _ => "đồng",
    }
}

//! Phụ lục as the editor shows them.

use super::{Annex, What, figures, points_to};
use crate::figures::Figures;
use crate::report::rows::{Head, SectionRow};
use crate::viet::day_paper;
use crate::view::{AnnexForm, AnnexKind, AnnexView};
use crate::{Ledger, Result};

impl Ledger {
    /// The appendices of a report, with where its text points to each.
    pub(in crate::report) fn annex_views(&self, head: &Head, sections: &[SectionRow], known: &Figures) -> Result<Vec<AnnexView>> {
        let numbers = self.annex_numbers(head)?;
        let mut views = Vec::new();
        for annex in head.annexes() {
            let number = numbers.word(&annex.key).unwrap_or_default();
            let cited = sections.iter().filter(|section| !section.is_annex() && (points_to(&section.blocks, &annex.key) || names(section, &number)));
            let (title, about) = self.told_annex(&annex, head, known)?;
            views.push(AnnexView {
                title: if annex.title.is_empty() { title } else { annex.title.clone() },
                about,
                cited: cited.map(|section| (section.key.clone(), section.whose())).collect(),
                kind: match annex.what {
                    What::Plan => AnnexKind::Plan,
                    What::Figures { .. } => AnnexKind::Figures,
                    What::Own { .. } => AnnexKind::Own,
                },
                form: form(&annex),
                key: annex.key,
                number,
            });
        }
        Ok(views)
    }

    /// What is still open in the tables of figures: one that is empty, figures that are printed blank.
    pub(in crate::report) fn open_in_annexes(&self, head: &Head, known: &Figures) -> Result<Vec<(String, String)>> {
        let numbers = self.annex_numbers(head)?;
        let mut open = Vec::new();
        for annex in head.annexes() {
            let What::Figures { blank, .. } = annex.what else { continue };
            let listed: Vec<_> = known.listed().into_iter().flat_map(|(_, rows)| rows).collect();
            let lacking = listed.iter().filter(|one| !one.known).count();
            let number = numbers.word(&annex.key).unwrap_or_default();
            if lacking == listed.len() {
                open.push((annex.key, format!("{number} chưa có chỉ tiêu nào có số: hãy ghi số ở màn hình Số liệu.")));
            } else if blank && lacking > 0 {
                open.push((annex.key, format!("{number} in {lacking} chỉ tiêu chưa có số, ô để trống.")));
            }
        }
        Ok(open)
    }

    /// The usual title of an appendix, and what stands in it.
    fn told_annex(&self, annex: &Annex, head: &Head, known: &Figures) -> Result<(String, String)> {
        let day = day_paper(head.as_of);
        Ok(match annex.what {
            What::Plan => match self.main_plan_on(head.as_of)? {
                Some(plan) => {
                    let about = format!(
                        "{} nhiệm vụ của kế hoạch, tiến độ tính đến {day}. Sửa nhiệm vụ, tiến độ ở màn hình Kế hoạch.",
                        known.plan_total().unwrap_or_default()
                    );
                    (format!("Tiến độ thực hiện {}", crate::report::lower(&plan.title)), about)
                }
                None => ("Kế hoạch với tiến độ".to_owned(), format!("Chưa có kế hoạch nào chứa ngày {day} nên phụ lục này chưa được in.")),
            },
            What::Figures { .. } => {
                let listed: Vec<_> = known.listed().into_iter().flat_map(|(_, rows)| rows).collect();
                let told = listed.iter().filter(|one| one.known).count();
                let lacking = listed.len() - told;
                let lacks = if lacking > 0 { format!(", {lacking} chỉ tiêu chưa có số") } else { String::new() };
                (figures::title(head)?, format!("{told} chỉ tiêu có số đến {day}{lacks}. Sửa số ở màn hình Số liệu."))
            }
            What::Own { .. } => (String::new(), String::new()),
        })
    }
}

/// Whether words that were typed name an appendix by the number it has.
fn names(section: &SectionRow, number: &str) -> bool {
    let named = |text: &str| {
        let mut found = text.match_indices(number);
        found.any(|(at, word)| !text.get(at + word.len()..).unwrap_or_default().starts_with(char::is_alphanumeric))
    };
    !number.is_empty() && section.blocks.iter().any(|block| named(&block.plain()))
}

fn form(annex: &Annex) -> AnnexForm {
    let form = AnnexForm { title: annex.title.clone(), ..AnnexForm::default() };
    match annex.what {
        What::Plan => AnnexForm { landscape: true, ..form },
        What::Figures { compared, blank } => AnnexForm { landscape: compared, compared, blank, ..form },
        What::Own { landscape } => AnnexForm { landscape, ..form },
    }
}

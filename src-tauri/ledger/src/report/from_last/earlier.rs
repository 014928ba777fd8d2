//! Which earlier reports a new one can be begun from.

use crate::report::period;
use crate::report::rows::Head;
use crate::view::{Earlier, Id, Proposal, ReportKind};
use crate::{Ledger, Result};

impl Ledger {
    /// Says of each proposal which reports it can be begun from: the last of its kind, the same one last
    /// year, and the last regular report of any kind.
    ///
    /// A report that was taken in from an old paper counts as well; one in which nobody wrote yet does not.
    pub(in crate::report) fn with_earlier<'a>(&self, proposals: impl Iterator<Item = &'a mut Proposal>) -> Result<()> {
        let mut heads: Vec<(Id, Head)> = Vec::new();
        for id in self.report_ids()? {
            let head = self.head(id)?;
            // A plan or a letter that was taken in is no report.
            let is_report = head.form.taken.as_ref().is_none_or(|taken| taken.name.to_uppercase().starts_with("BÁO CÁO"));
            if is_report && (head.form.taken.is_some() || self.is_written_in(id)?) {
                heads.push((id, head));
            }
        }
        for proposal in proposals {
            proposal.earlier = self.earlier(proposal, &heads)?;
        }
        Ok(())
    }

    /// Whether a report says more than its outline began with: text that came over, or that was written since.
    fn is_written_in(&self, report: Id) -> Result<bool> {
        Ok(self.carried(report)?.is_some() || self.has_written_sections(report)?)
    }

    fn earlier(&self, proposal: &Proposal, heads: &[(Id, Head)]) -> Result<Vec<Earlier>> {
        let before = |head: &Head| head.window.last < proposal.to;
        let regular = |kind: ReportKind| !matches!(kind, ReportKind::Inspection | ReportKind::Free);
        let year_ago = year_before(&proposal.period);
        let last_of_kind = heads.iter().find(|(_, head)| head.kind == proposal.kind && before(head));
        let same = heads.iter().find(|(_, head)| head.kind == proposal.kind && Some(&head.period) == year_ago.as_ref());
        let last = heads.iter().find(|(_, head)| regular(proposal.kind) && regular(head.kind) && before(head));
        let of_period = format!("báo cáo {} gần nhất", kind_word(proposal.kind));
        let mut earlier: Vec<Earlier> = Vec::new();
        for (found, why) in [(last, "kỳ trước"), (last_of_kind, of_period.as_str()), (same, "cùng kỳ năm trước")] {
            let Some((id, head)) = found else { continue };
            match earlier.iter_mut().find(|one| one.id == *id) {
                Some(one) => one.why = format!("{}, {why}", one.why),
                None => earlier.push(Earlier { id: *id, title: self.called(head)?, state: self.report_state(*id)?, why: why.to_owned() }),
            }
        }
        Ok(earlier)
    }
}

/// `2026-Q3` → `2025-Q3`.
fn year_before(period: &str) -> Option<String> {
    let (year, part) = period.split_at_checked(4)?;
    let earlier = format!("{}{part}", year.parse::<i32>().ok()? - 1);
    period::window_of(&earlier).ok().map(|_| earlier)
}

fn kind_word(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::Quarterly => "quý",
        ReportKind::SixMonth => "6 tháng",
        ReportKind::NineMonth => "9 tháng",
        ReportKind::Annual => "năm",
        ReportKind::Inspection => "phục vụ kiểm tra",
        ReportKind::Free => "khác",
    }
}

//! Which earlier reports a new one can be begun from.

use crate::report::period;
use crate::report::rows::Head;
use crate::view::{Earlier, Id, Proposal, ReportKind, ReportState};
use crate::{Ledger, Result};

/// Whether a report is of the kind that is looked for.
type Fits<'a> = &'a dyn Fn(&Head) -> bool;

impl Ledger {
    /// Says of each proposal which reports it can be begun from: the last of its kind, the same one last
    /// year, and the last regular report of any kind.
    ///
    /// Of several of one period the issued one comes first: what was sent is what the next one goes on
    /// from. The others stand behind, a draft of a replacement may well say it better.
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
        let last_of_kind = |head: &Head| head.kind == proposal.kind && before(head);
        let same = |head: &Head| head.kind == proposal.kind && Some(&head.period) == year_ago.as_ref();
        let last = |head: &Head| regular(proposal.kind) && regular(head.kind) && before(head);
        let of_period = format!("báo cáo {} gần nhất", kind_word(proposal.kind));
        let reasons: [(Fits<'_>, &str); 3] = [(&last, "kỳ trước"), (&last_of_kind, &of_period), (&same, "cùng kỳ năm trước")];
        let (mut earlier, mut others): (Vec<Earlier>, Vec<Earlier>) = (Vec::new(), Vec::new());
        for (fits, why) in reasons {
            let mut versions = self.versions(heads, fits)?.into_iter();
            let Some(first) = versions.next() else { continue };
            match earlier.iter_mut().find(|one| one.id == first.id) {
                Some(one) => one.why = format!("{}, {why}", one.why),
                None => earlier.push(Earlier { why: why.to_owned(), ..first }),
            }
            others.extend(versions.map(|one| Earlier { why: format!("{why}, {}", version_word(one.state)), ..one }));
        }
        for one in others {
            if !earlier.iter().any(|other| other.id == one.id) {
                earlier.push(one);
            }
        }
        Ok(earlier)
    }

    /// The reports of the latest period that fits, the one that counts most first; of several that are
    /// called the same and came as far, the newest.
    fn versions(&self, heads: &[(Id, Head)], fits: &dyn Fn(&Head) -> bool) -> Result<Vec<Earlier>> {
        let mut versions: Vec<Earlier> = Vec::new();
        let mut all = heads.iter().filter(|(_, head)| fits(head)).peekable();
        let Some(last) = all.peek().map(|(_, head)| head.window.last) else { return Ok(versions) };
        for (id, head) in all.filter(|(_, head)| head.window.last == last) {
            let one = Earlier { id: *id, title: self.called(head)?, state: self.report_state(*id)?, why: String::new() };
            if !versions.iter().any(|other| other.title == one.title && other.state == one.state) {
                versions.push(one);
            }
        }
        versions.sort_by_key(|one| match one.state {
            ReportState::Issued => 0,
            ReportState::Submitted => 1,
            ReportState::Draft => 2,
        });
        Ok(versions)
    }
}

/// How far another report of the same period came.
fn version_word(state: ReportState) -> &'static str {
    match state {
        ReportState::Draft => "bản đang soạn",
        ReportState::Submitted => "bản đã trình",
        ReportState::Issued => "bản đã phát hành",
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

//! Stacking boxes on pages: what holds together stays together, and no page ends in a widow.

use super::page::Page;
use super::profile::Profile;
use super::slab::{Glue, Slab};
use super::unit::Pt;

/// The part of a page that text may fill.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The page's width and height.
    pub(super) page: (Pt, Pt),
    /// The text area's left edge.
    pub(super) left: Pt,
    /// Its upper edge.
    pub(super) top: Pt,
    /// Its width.
    pub(super) width: Pt,
    /// Its height.
    pub(super) height: Pt,
    /// How much less of it the first page has: the address line stands there.
    pub(super) foot: Pt,
    /// Lines that stay together, also below a heading.
    together: usize,
}

impl Frame {
    /// The text area of a page; `foot` is kept free above the bottom margin.
    pub(super) fn new(profile: &Profile, landscape: bool, foot: Pt) -> Frame {
        let page = profile.page(landscape);
        let (left, top) = (profile.margin_left.pt(), profile.margin_top.pt());
        let width = page.0 - left - profile.margin_right.pt();
        Frame { page, left, top, width, height: page.1 - top - profile.margin_bottom.pt() - foot, foot: Pt::ZERO, together: profile.lines_together }
    }

    /// An empty page.
    pub(super) fn blank(&self) -> Page {
        Page { width: self.page.0, height: self.page.1, ..Page::default() }
    }
}

/// The pages that boxes fill. No boxes: one empty page.
pub(super) fn flow(mut slabs: Vec<Slab>, frame: &Frame) -> Vec<Page> {
    keep_next(&mut slabs, frame.together);
    let mut press = Press { frame, pages: Vec::new(), page: frame.blank(), y: Pt::ZERO, empty: true };
    for group in slabs.chunk_by_mut(|_, next| next.glue != Glue::None) {
        press.put(group);
    }
    press.pages.push(press.page);
    press.pages
}

/// Lets what must stay with the box before it say so.
///
/// A section of one line is whole: the heading below it need not be on its page. Otherwise a run of
/// short sections would hang together and leave half a page blank.
fn keep_next(slabs: &mut [Slab], together: usize) {
    let (mut kept, mut grouped, mut under, mut told) = (0_usize, false, false, false);
    for slab in slabs {
        if slab.section {
            kept = if told { 0 } else { kept };
            (under, told) = (true, false);
        }
        // What belongs to a title, and the lines of the heading itself, are not its text yet.
        told |= under && slab.keep_next == 0 && (1..=together).contains(&kept);
        if kept > 0 {
            // Where a row of headings is taller than a page, it parts between them, not below the last.
            slab.glue = slab.glue.max(if slab.keep_next > 0 { Glue::Loose } else { Glue::Firm });
        } else if grouped {
            slab.glue = slab.glue.max(Glue::Group);
        }
        (kept, grouped) = (slab.keep_next.max(kept.saturating_sub(1 + slab.more_lines)), slab.group);
    }
}

struct Press<'a> {
    frame: &'a Frame,
    pages: Vec<Page>,
    page: Page,
    y: Pt,
    empty: bool,
}

impl Press<'_> {
    fn put(&mut self, group: &mut [Slab]) {
        if needed(group, self.empty) <= self.room() {
            group.iter_mut().for_each(|slab| self.place(slab));
        } else if !self.empty && needed(group, true) <= self.frame.height {
            self.turn();
            group.iter_mut().for_each(|slab| self.place(slab));
        } else if let Some(weakest) = group.iter().skip(1).map(|slab| slab.glue).filter(|glue| *glue < Glue::Strong).min() {
            let cuts = if weakest == Glue::Loose { self.headings_apart(group) } else { Vec::new() };
            if cuts.is_empty() {
                group.chunk_by_mut(|_, next| next.glue > weakest).for_each(|part| self.put(part));
            } else {
                let (mut rest, mut begun) = (group, 0);
                for cut in cuts {
                    let (part, below) = rest.split_at_mut(cut - begun);
                    self.put(part);
                    (rest, begun) = (below, cut);
                }
                self.put(rest);
            }
        } else {
            // Taller than a page and yet one: its end stays together, what is above parts where pages are full.
            let fits = |begin: &usize| group.get(*begin..).is_some_and(|end| needed(end, true) <= self.frame.height);
            let above = (1..group.len()).find(fits).unwrap_or(group.len());
            let (above, end) = group.split_at_mut(above);
            for slab in above {
                if !self.empty && needed(std::slice::from_ref(slab), false) > self.room() {
                    self.turn();
                }
                self.place(slab);
            }
            if !end.is_empty() {
                self.put(end);
            }
        }
    }

    /// Where a group taller than a page is parted above headings, from its end: as much as a page holds
    /// goes with the text, so that of a row of headings as few as can be are left without it.
    fn headings_apart(&self, group: &[Slab]) -> Vec<usize> {
        let (mut cuts, mut above) = (Vec::new(), group);
        // A first page may have less room.
        let room = if self.empty { self.room() } else { self.frame.height };
        while needed(above, true) > room {
            let fits = |at: &usize| above.get(*at..).is_some_and(|below| needed(below, true) <= self.frame.height);
            let heading = |at: &usize| above.get(*at).is_some_and(|slab| slab.glue == Glue::Loose);
            let Some(at) = (1..above.len()).rev().take_while(fits).filter(heading).last() else { break };
            cuts.push(at);
            above = above.split_at(at).0;
        }
        cuts.reverse();
        cuts
    }

    /// The height left on this page.
    fn room(&self) -> Pt {
        self.frame.height - self.y - if self.pages.is_empty() { self.frame.foot } else { Pt::ZERO }
    }

    /// Places a box; what stands in it is moved to the page.
    fn place(&mut self, slab: &mut Slab) {
        let mut before = slab.before;
        if self.empty {
            before = Pt::ZERO;
            let head = slab.repeat.take();
            head.iter().flat_map(|rows| rows.iter()).for_each(|row| self.print(&mut row.clone(), Pt::ZERO));
        }
        self.print(slab, before);
        self.empty = false;
    }

    fn print(&mut self, slab: &mut Slab, before: Pt) {
        let (right, down) = (self.frame.left, self.frame.top + self.y + before);
        self.page.runs.extend(slab.runs.drain(..).map(|run| run.shifted(right, down)));
        self.page.rules.extend(slab.rules.iter().map(|rule| rule.shifted(right, down)));
        self.page.anchors.extend(slab.anchor.take().map(|mut anchor| {
            anchor.y = down;
            anchor
        }));
        self.page.room = slab.room.map(|room| room.shifted(right, down)).or(self.page.room);
        self.y += before + slab.height;
    }

    fn turn(&mut self) {
        let done = std::mem::replace(&mut self.page, self.frame.blank());
        self.pages.push(done);
        self.y = Pt::ZERO;
        self.empty = true;
    }
}

/// The height that boxes need from here, or at the top of a page.
fn needed(group: &[Slab], top: bool) -> Pt {
    let mut height: Pt = group.iter().map(|slab| slab.before + slab.height).sum();
    if let (true, Some(first)) = (top, group.first()) {
        let head = first.repeat.iter().flat_map(|rows| rows.iter()).map(|row| row.height).sum();
        height = height - first.before + head;
    }
    height - group.last().map_or(Pt::ZERO, |last| last.height - last.ink)
}

#[cfg(test)]
mod tests {
    use super::super::profile::DECREE_30;
    use super::*;
    use std::sync::Arc;

    /// Boxes of a tenth of a page: `.` stands free, `-` holds weakly, `=` strongly, `h` keeps two
    /// below it, so does a title `i`, which is no section, `k` one, `g` names a group, `t` repeats a header; `8` is one of eight tenths and lines.
    /// Answers what stands on each page, `^` for the header.
    fn check(boxes: &str, expected: &str) {
        let frame = Frame::new(&DECREE_30, false, Pt::ZERO);
        let tenth = frame.height / 10.001;
        let anchor = |name: char| Some(super::super::page::Anchor { level: 1, title: name.to_string(), y: Pt::ZERO });
        let header = Arc::new(vec![Slab { height: tenth, ink: tenth, anchor: anchor('^'), ..Slab::default() }]);
        let slab = |kind: char| Slab {
            height: tenth * kind.to_digit(10).unwrap_or(1) as f32,
            ink: tenth * kind.to_digit(10).unwrap_or(1) as f32,
            anchor: anchor(kind),
            glue: match kind {
                '-' => Glue::Weak,
                '=' => Glue::Strong,
                _ => Glue::None,
            },
            keep_next: match kind {
                'h' | 'i' => 2,
                'k' => 1,
                _ => 0,
            },
            more_lines: kind.to_digit(10).map_or(0, |tenths| tenths as usize - 1),
            group: kind == 'g',
            section: kind == 'h',
            repeat: (kind == 't').then(|| header.clone()),
            ..Slab::default()
        };
        let pages = flow(boxes.chars().map(slab).collect(), &frame);
        let shown: Vec<String> = pages.iter().map(|page| page.anchors.iter().map(|anchor| anchor.title.as_str()).collect()).collect();
        assert_eq!(shown.join(" | "), expected, "{boxes}");
    }

    #[test]
    fn what_holds_together_stays_together() {
        check("", "");
        check("............", ".......... | ..");
        check(".........--", "........ | .--");
        check("........h...", "........ | h...");
        check(".......h...", ".......h.. | .");
        check(".........==", "........ | .==");
        // Weaker bonds give way first when all of it is taller than a page.
        check(".-------------==", ".--------- | ----==");
        // Even strong ones part, but the end stays whole.
        check("=============", "=== | ==========");
        // Of a row of headings that no page holds with its text, the last ones keep it.
        check("hhhhhhhhhhhh..", "hhhh | hhhhhhhh..");
        check("..hhh..========", "..hhh. | .========");
        // Sections of one line follow each other from page to page, each with its heading.
        check("...h.h.h.h.h.", "...h.h.h. | h.h.");
        check(".......hh.h...", ".......hh. | h...");
        // The lines of an address are not the text of the title above them.
        check("........i.h..", "........ | i.h..");
        // A row of several lines is enough below a heading.
        check("....h44", "....h4 | 4");
        check("......h13", "...... | h13");
        // Sooner than a heading, a row that names a group stands last.
        check("...kg8", "... | kg8");
        check("...kg9", "...kg | 9");
        check("...hg9", "...hg | 9");
        check(".......tttttt", ".......ttt | ^ttt");
    }
}

//! Every value of Decree 30/2020/NĐ-CP, Appendix I, in one replaceable place.
//!
//! A later decree changes this data, not the layout. Where the decree gives a range, the value is
//! its own sample's. `docs/decree-30.md` lists them clause by clause.

use super::unit::{Mm, Pt};

/// What a decree says about the paper.
#[derive(Debug, Clone)]
pub struct Profile {
    /// Short and long edge of the sheet (I.1): A4.
    pub sheet: (Mm, Mm),
    /// Margin at the top of the page as read (I.3): 20–25.
    pub margin_top: Mm,
    /// Margin at the bottom (I.3): 20–25.
    pub margin_bottom: Mm,
    /// Margin at the left (I.3): 30–35.
    pub margin_left: Mm,
    /// Margin at the right (I.3): 15–20.
    pub margin_right: Mm,
    /// Size of the page number (I.5): 13–14.
    pub page_number: Pt,
    /// Baseline of the page number below the top edge, inside the top margin (I.5).
    pub page_number_baseline: Mm,

    /// Quốc hiệu and agencies (II.1, II.2): 12–13.
    pub nation: Pt,
    /// Tiêu ngữ (II.1): 13–14, one step above Quốc hiệu.
    pub motto: Pt,
    /// Number, place and date (II.3, II.4): 13, 13–14.
    pub number: Pt,
    /// Name and subject (II.5): 13–14.
    pub name: Pt,
    /// What a letter is about, under its number (II.5b): 12–13.
    pub about: Pt,
    /// `DỰ THẢO` at the head of a draft (ours).
    pub draft: Pt,
    /// Body and Kính gửi (II.6, II.9): 13–14.
    pub body: Pt,
    /// Authority, office and name of the signer (II.7): 13–14.
    pub signature: Pt,
    /// The words `Nơi nhận:` (II.9): 12.
    pub recipients_word: Pt,
    /// The list under `Nơi nhận:` (II.9): 11.
    pub recipients: Pt,
    /// The drafter's mark under that list (ô 12): 11.
    pub drafter: Pt,
    /// The address line at the foot of the first page (ô 13): 11–12.
    pub address: Pt,
    /// `Phụ lục`, its title and its reference (III): 14, 13–14, 13–14.
    pub appendix: Pt,
    /// Smallest and largest type in a table (practice).
    pub table: (Pt, Pt),
    /// Type in a table of many columns goes down to this before words are torn (ours).
    pub table_least: Pt,
    /// A mark such as `SỐ LIỆU MẪU` (ours).
    pub mark: Pt,
    /// What the mark takes from the text area, as a multiple of its line (ours).
    pub mark_line: f32,

    /// Single line spacing as a share of the size: Times New Roman's own.
    pub single: f32,
    /// Body lines as a multiple of single spacing (II.6): 1–1.5.
    pub spacing: f32,
    /// Least space between paragraphs (II.6): 6 pt.
    pub paragraph_gap: Pt,
    /// Indent of a first line (II.6): 10 or 12.7 mm.
    pub indent: Mm,
    /// Lines of a paragraph that stay together at either side of a page's end (practice).
    pub lines_together: usize,

    /// Length of the rule under the agency, as a share of its last line (II.2): 1/3–1/2.
    pub agency_rule: f32,
    /// Length of the rule under the subject, as a share of its line (II.5): 1/3–1/2.
    pub subject_rule: f32,
    /// Length of the rule under an appendix's reference (practice: short).
    pub reference_rule: Mm,
    /// From that rule to the table below it (ours).
    pub reference_drop: Pt,
    /// From a baseline down to the rule under it.
    pub rule_drop: Pt,
    /// Thickness of the rules under letterhead and subject.
    pub rule: Pt,
    /// Least room between the two columns of the letterhead.
    pub column_gap: Mm,
    /// Least width of the letterhead's left column (ours).
    pub left_column: Mm,
    /// Widest centred line of name, subject and part, as a share of the text's width (ours).
    pub centred_width: f32,
    /// From the rules of the letterhead to the number's line, on top of the line itself; and where
    /// a long agency's name has taken that room (ours).
    pub number_gap: (Pt, Pt),
    /// Space above what a letter is about (II.5b): 6 pt.
    pub about_gap: Pt,
    /// Widest line of what a letter is about, in the left column (ours).
    pub about_width: Mm,
    /// Space above `DỰ THẢO`, and how far below Tiêu ngữ it stands at least: nobody takes it for a
    /// part of the agency's name (ours).
    pub draft_gap: (Pt, Mm),
    /// Space between the text and the rule above the address line (ours).
    pub address_gap: Pt,
    /// Space above the name (ours).
    pub name_gap: Pt,
    /// Space above Kính gửi and above the body (ours).
    pub body_gap: Pt,
    /// Space above the signature (ours).
    pub signature_gap: Pt,
    /// Room left for the number the clerk gives (II.3).
    pub number_room: Mm,
    /// Room left for a day or a month (II.4).
    pub day_room: Mm,

    /// Clear height between office and name for the signature (II.7, electronic signing).
    pub signature_room: Mm,
    /// Widest column of recipients: the seal stands right of it (electronic signing).
    pub recipients_width: Mm,
    /// The seal's place, left of the signing axis: no ink from the first to the second.
    pub seal: (Mm, Mm),

    /// Signature and recipients taller than this share of a page are parted: only a very long list
    /// of recipients makes them so (ours).
    pub tallest_block: f32,
    /// A header taller than this share of the page is not printed again: it would leave no room for
    /// rows (ours).
    pub tallest_header: f32,
    /// The first part of a row taller than a page takes at most this share of it: room for the heading
    /// that it follows (ours).
    pub first_part: f32,

    /// Room inside a cell, at its sides.
    pub cell_side: Mm,
    /// The least of it in a table of many columns, as a share of the type's size (ours).
    pub cell_side_least: f32,
    /// Room inside a cell, above and below.
    pub cell_top: Mm,
    /// Thickness of a table's lines.
    pub table_line: Pt,
}

/// Decree 30/2020/NĐ-CP, in force since 5 March 2020.
pub static DECREE_30: Profile = Profile {
    sheet: (Mm(210.0), Mm(297.0)),
    margin_top: Mm(20.0),
    margin_bottom: Mm(20.0),
    margin_left: Mm(30.0),
    margin_right: Mm(15.0),
    page_number: Pt(14.0),
    page_number_baseline: Mm(13.0),
    nation: Pt(12.0),
    motto: Pt(13.0),
    number: Pt(13.0),
    name: Pt(14.0),
    about: Pt(12.0),
    draft: Pt(13.0),
    body: Pt(14.0),
    signature: Pt(14.0),
    recipients_word: Pt(12.0),
    recipients: Pt(11.0),
    drafter: Pt(11.0),
    address: Pt(11.0),
    appendix: Pt(14.0),
    table: (Pt(11.0), Pt(13.0)),
    table_least: Pt(9.0),
    mark: Pt(9.0),
    mark_line: 1.3,
    single: 1.15,
    spacing: 1.15,
    paragraph_gap: Pt(6.0),
    indent: Mm(12.7),
    lines_together: 2,
    agency_rule: 0.45,
    subject_rule: 0.4,
    reference_rule: Mm(35.0),
    reference_drop: Pt(9.0),
    rule_drop: Pt(6.0),
    rule: Pt(0.75),
    column_gap: Mm(4.0),
    left_column: Mm(45.0),
    centred_width: 0.9,
    number_gap: (Pt(1.5), Pt(-3.5)),
    about_gap: Pt(6.0),
    about_width: Mm(68.0),
    draft_gap: (Pt(6.0), Mm(13.0)),
    address_gap: Pt(8.0),
    name_gap: Pt(20.0),
    body_gap: Pt(14.0),
    signature_gap: Pt(12.0),
    number_room: Mm(12.0),
    day_room: Mm(7.0),
    signature_room: Mm(25.0),
    recipients_width: Mm(75.0),
    seal: (Mm(44.0), Mm(8.0)),
    tallest_block: 0.6,
    tallest_header: 0.5,
    first_part: 0.8,
    cell_side: Mm(1.6),
    cell_side_least: 0.08,
    cell_top: Mm(0.9),
    table_line: Pt(0.5),
};

impl Profile {
    /// Height of a single-spaced line of this size.
    pub fn single_line(&self, size: Pt) -> Pt {
        size * self.single
    }

    /// Height of a line of the body.
    pub fn body_line(&self) -> Pt {
        self.single_line(self.body) * self.spacing
    }

    /// Width and height of a page as read.
    pub fn page(&self, landscape: bool) -> (Pt, Pt) {
        let (short, long) = (self.sheet.0.pt(), self.sheet.1.pt());
        if landscape { (long, short) } else { (short, long) }
    }
}

//! Figures as they are told, reckoned and shown.

mod asked;
mod books;
mod closed;
mod contradicting;
mod copied;
mod explained;
mod imported;
mod lacking;
mod oracle;
mod origins;
mod own_sheet;
mod sheet;
mod spoken;
mod titles;
mod told;
mod wrong;

use crate::deadline::Span;
use crate::report::period;
use crate::view::{FigureDraft, FigureUnits, FiguresView, NewOffice, ReportKind, UnitForm};
use crate::{Ledger, Stamp};
use tempfile::TempDir;

struct Desk {
    _folder: TempDir,
    ledger: Ledger,
}

fn stamp() -> Stamp {
    Stamp { moment: "2026-11-20T09:00:00".parse().unwrap(), person: "Lan".into(), seed: 1 }
}

/// `2026-Q3`, `2026-H1`, `2026`: the Ministry's windows; else two days joined by `..`.
fn span(text: &str) -> Span {
    match text.split_once("..") {
        Some((first, last)) => Span { first: first.parse().unwrap(), last: last.parse().unwrap() },
        None => period::read(ReportKind::Free, text).unwrap().window,
    }
}

impl Desk {
    fn new() -> Desk {
        let folder = TempDir::new().unwrap();
        let mut ledger = Ledger::open(folder.path(), &stamp()).unwrap();
        ledger.create_office(&NewOffice { name: "Lam Khê".into(), signer: "Khang".into(), ..NewOffice::default() }, &stamp()).unwrap();
        for name in ["Phòng Kinh tế", "Phòng Văn hóa - Xã hội"] {
            let unit = UnitForm { id: None, name: name.into(), aliases: Vec::new(), from: String::new(), to: String::new() };
            ledger.keep_unit(&unit, &stamp()).unwrap();
        }
        Desk { _folder: folder, ledger }
    }

    /// Tells values, a line each: figure, window, value, then `ước`, `lũy-kế`, or a unit's place as `@1`.
    fn tell(&mut self, lines: &str) -> crate::Result<()> {
        let units: Vec<i64> = self.ledger.units().unwrap().into_iter().filter_map(|unit| unit.id).collect();
        for line in lines.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let window = span(words[1]);
            let draft = FigureDraft {
                figure: words[0].into(),
                from: window.first.to_string(),
                to: window.last.to_string(),
                value: words[2].replace('_', " "),
                cumulative: words.contains(&"lũy-kế"),
                estimate: words.contains(&"ước"),
                unit: words.iter().find_map(|word| word.strip_prefix('@')).map(|nth| units[nth.parse::<usize>().unwrap() - 1]),
                source: "Hệ thống TTHC".into(),
                ..FigureDraft::default()
            };
            self.ledger.keep_figure_value(&draft, &stamp())?;
        }
        Ok(())
    }

    /// Asks both units for a figure.
    fn ask_both(&mut self, figure: &str) {
        let units: Vec<i64> = self.ledger.units().unwrap().into_iter().filter_map(|unit| unit.id).collect();
        self.ledger.ask_figure_units(&FigureUnits { figure: figure.into(), units }, &stamp()).unwrap();
    }

    /// What stands for a figure in a window, and where from.
    fn now(&self, figure: &str, window: &str) -> String {
        let row = self.view(window).groups.into_iter().flat_map(|group| group.rows).find(|row| row.form.id == figure).unwrap();
        format!("{}{} | {}", row.now.shown, if row.now.estimate { " (ước)" } else { "" }, row.now.source)
    }

    fn view(&self, window: &str) -> FiguresView {
        self.ledger.figures_view(Some(span(window)), None, stamp().today()).unwrap()
    }
}

/// The cells of figures in the sheet of a window, a line each: this window, last one, change, where from.
fn sheet(told: &str, window: &str, ids: &[&str]) -> String {
    let mut desk = Desk::new();
    desk.tell(told).unwrap();
    let view = desk.view(window);
    let rows: Vec<_> = view.groups.iter().flat_map(|group| &group.rows).collect();
    let lines = ids.iter().map(|id| {
        let row = rows.iter().find(|row| row.form.id == *id).unwrap();
        let or = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
        let change = row.since_last.as_ref().map_or("–", |change| &change.shown);
        let mark = if row.now.estimate { " (ước)" } else { "" };
        format!("{id}: {}{mark} | {} | {change} | {}\n", or(&row.now.shown), or(&row.last.shown), or(&row.now.source))
    });
    lines.collect()
}

/// The doubts of a window as they are shown.
fn doubts(told: &str, window: &str) -> String {
    let mut desk = Desk::new();
    desk.tell(told).unwrap();
    let shown = desk.view(window).doubts.into_iter().map(|doubt| {
        let lines: String = doubt.lines.iter().map(|(name, amount)| format!("    {name}: {amount}\n")).collect();
        format!("{}: {}. {}\n{lines}    = {}\n", doubt.about, doubt.title, doubt.words, doubt.left)
    });
    shown.collect()
}

//! Every known figure of a window in the forms it can be printed in: what a typed number may equal.

use super::Figures;
use super::known::{Content, Known, Reckoned};
use crate::deadline::Span;
use crate::paper::FigureFormat;

/// A known figure as it may be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Printed {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) unit: String,
    /// Without those that look alike.
    pub(crate) forms: Vec<(FigureFormat, String)>,
}

const FORMS: [FigureFormat; 6] =
    [FigureFormat::Sentence, FigureFormat::Plain, FigureFormat::Percent, FigureFormat::Percent1, FigureFormat::Million, FigureFormat::Billion];

impl Figures {
    /// The known figures of the report's window, words left out.
    pub(crate) fn printed(&self) -> Vec<Printed> {
        let catalog = &self.reckoner.catalog;
        let span: Span = self.window;
        let figures = catalog.set.figures.iter().enumerate().filter_map(|(at, figure)| {
            let Reckoned::Known(Known { content, .. }) = self.reckoner.figure(at, span) else { return None };
            let money = figure.unit.contains("đồng");
            let fits = |format: &FigureFormat| match content {
                Content::Words(_) => false,
                // A share in whole numbers may as well be a target.
                Content::Share { .. } => !matches!(format, FigureFormat::Sentence | FigureFormat::Plain),
                Content::Amount(_) => money || !matches!(format, FigureFormat::Million | FigureFormat::Billion),
            };
            let mut forms: Vec<(FigureFormat, String)> = Vec::new();
            for format in FORMS.into_iter().filter(fits) {
                if let Some(text) = content.printed(format).filter(|text| forms.iter().all(|(_, other)| other != text)) {
                    forms.push((format, text));
                }
            }
            (!forms.is_empty()).then(|| Printed { id: figure.id.clone(), name: figure.name.clone(), unit: figure.unit.clone(), forms })
        });
        figures.collect()
    }
}

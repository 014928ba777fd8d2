//! Figures as they are told, reckoned and shown.

-- The arithmetic an explanation was given for: of other numbers it says nothing. Empty: not known, the officer is asked again.
ALTER TABLE figure_note ADD COLUMN arithmetic TEXT NOT NULL DEFAULT '';

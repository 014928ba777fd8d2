-- Why figures of a window do not agree, in the officer's words; `about` is a law of the set or a figure.
CREATE TABLE figure_note (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES figure_note(row),
  about TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  words TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX figure_note_holds ON figure_note(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX figure_note_about ON figure_note(about, from_day, to_day) WHERE until IS NULL;
CREATE INDEX figure_note_since ON figure_note(since);

-- One value of a figure, of a unit or of the office, for a window: the closed one, and an estimate beside it.
CREATE UNIQUE INDEX figure_value_told ON figure_value(figure, ifnull(unit, 0), from_day, to_day, closed) WHERE until IS NULL;
CREATE INDEX figure_value_since ON figure_value(since);

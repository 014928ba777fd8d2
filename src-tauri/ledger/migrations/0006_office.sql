-- Spellings that look like one unit and are not: they are not proposed for merging again.
CREATE TABLE apart (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES apart(row),
  spellings TEXT NOT NULL            -- JSON array
) STRICT;

CREATE UNIQUE INDEX apart_holds ON apart(thing) WHERE until IS NULL;
CREATE INDEX apart_since ON apart(since);

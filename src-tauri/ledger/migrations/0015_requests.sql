-- A document that asks for a report: what it asks for, and until when.
CREATE TABLE request (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES request(row),
  document INTEGER NOT NULL REFERENCES thing(id),
  kind TEXT NOT NULL,
  period TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  as_of TEXT NOT NULL,
  due TEXT NOT NULL,
  outline TEXT NOT NULL               -- the set of the outline it asks for
) STRICT;

CREATE UNIQUE INDEX request_holds ON request(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX request_of ON request(document) WHERE until IS NULL;
CREATE INDEX request_since ON request(since);

-- The request that a report answers.
ALTER TABLE report ADD COLUMN request INTEGER REFERENCES thing(id);

-- A row of a form of the higher office, by its folded words: the figure that belongs there; empty: none.
CREATE TABLE form_row (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES form_row(row),
  words TEXT NOT NULL,
  figure TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX form_row_holds ON form_row(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX form_row_words ON form_row(words) WHERE until IS NULL;
CREATE INDEX form_row_since ON form_row(since);

-- A report begun from an earlier one: which, and which of its blocks came from which (JSON: [[new, old], …]).
CREATE TABLE carried (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES carried(row),
  report INTEGER NOT NULL REFERENCES thing(id),
  source INTEGER NOT NULL REFERENCES thing(id),
  pairs TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX carried_holds ON carried(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX carried_of ON carried(report) WHERE until IS NULL;
CREATE INDEX carried_since ON carried(since);

-- Words of a report to be looked at: where they stood, why, what may stand in their place, what the officer said.
CREATE TABLE mark (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES mark(row),
  report INTEGER NOT NULL REFERENCES thing(id),
  section TEXT NOT NULL,             -- its key; empty: the head
  block TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('number', 'day', 'period', 'document', 'words', 'override', 'citation', 'table')),
  words TEXT NOT NULL,
  lead TEXT NOT NULL,                -- a few letters before
  tail TEXT NOT NULL,                -- and after
  why TEXT NOT NULL,
  instead TEXT,
  answer TEXT CHECK (answer IN ('right', 'replaced'))
) STRICT;

CREATE UNIQUE INDEX mark_holds ON mark(thing) WHERE until IS NULL;
CREATE INDEX mark_of ON mark(report) WHERE until IS NULL;
CREATE INDEX mark_since ON mark(since);
CREATE INDEX mark_until ON mark(until) WHERE until IS NOT NULL;

-- One tick per lead unit, where several lead: the unit as its cell names it; empty: for the whole row.
ALTER TABLE entry ADD COLUMN unit TEXT NOT NULL DEFAULT '';
-- A row whose deadline an amendment of the plan changed goes on as another row: the one before it
-- stays in force until the day before, and its progress counts for the one after.
ALTER TABLE task ADD COLUMN replaces INTEGER REFERENCES thing(id);
CREATE INDEX task_assigned ON task(level) WHERE until IS NULL AND level IS NOT NULL;
CREATE INDEX evidence_of_thing ON evidence(of) WHERE until IS NULL;
CREATE INDEX evidence_of_document ON evidence(document) WHERE until IS NULL;
CREATE INDEX document_since ON document(since);
CREATE INDEX evidence_since ON evidence(since);
CREATE INDEX file_since ON file(since);

-- What a unit answered in the workbook it was sent: `asked` is the day the workbook was made on.
CREATE TABLE answer (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES answer(row),
  unit TEXT NOT NULL,
  asked TEXT,
  received TEXT NOT NULL,
  file TEXT NOT NULL,
  rows INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX answer_holds ON answer(thing) WHERE until IS NULL;
CREATE INDEX answer_since ON answer(since);

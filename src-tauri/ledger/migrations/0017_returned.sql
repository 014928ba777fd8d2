-- What a report's Word file says once some of a returned one was taken: what its next version is compared with.
CREATE TABLE returned (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES returned(row),
  report INTEGER NOT NULL REFERENCES thing(id),
  state TEXT NOT NULL,               -- the moment that stands in the file, as in sent
  body TEXT NOT NULL                 -- JSON: the document
) STRICT;

CREATE UNIQUE INDEX returned_holds ON returned(thing) WHERE until IS NULL;
CREATE INDEX returned_of ON returned(report, state) WHERE until IS NULL;
CREATE INDEX returned_since ON returned(since);
CREATE INDEX returned_until ON returned(until) WHERE until IS NOT NULL;

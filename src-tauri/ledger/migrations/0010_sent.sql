-- What a report's Word file said when it was saved: what a returned one is compared with. Outside the log.
CREATE TABLE sent (
  id INTEGER PRIMARY KEY,
  report INTEGER NOT NULL REFERENCES thing(id),
  state TEXT NOT NULL,               -- the moment that stands in the file
  saved TEXT NOT NULL,
  body TEXT NOT NULL                 -- JSON: the document
) STRICT;

CREATE INDEX sent_of ON sent(report, state);

-- The kept model. A row of a kept table is never updated, except that `until` is set once, and never
-- deleted. `since` is the change that wrote it, `until` the one that ended it; a row that undo or redo
-- writes again names the first writing of itself in `origin`. Days and moments are ISO text.

CREATE TABLE thing (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  uid TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  moment TEXT NOT NULL,
  person TEXT NOT NULL,
  verb TEXT NOT NULL,
  summary TEXT NOT NULL,
  undoes INTEGER REFERENCES change(id)
) STRICT;

CREATE TABLE office (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES office(row),
  governing TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  short TEXT NOT NULL CHECK (short <> ''),
  place TEXT NOT NULL,
  province TEXT NOT NULL,
  symbol TEXT NOT NULL,
  drafting TEXT NOT NULL,
  addressees TEXT NOT NULL,          -- JSON array of lines
  recipients TEXT NOT NULL,          -- JSON array of lines
  before TEXT NOT NULL CHECK (before IN ('exclusive', 'inclusive')),
  person TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE unit (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES unit(row),
  name TEXT NOT NULL CHECK (name <> ''),
  aliases TEXT NOT NULL,             -- JSON array
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE signer (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES signer(row),
  name TEXT NOT NULL CHECK (name <> ''),
  office TEXT NOT NULL CHECK (office <> ''),
  usual INTEGER NOT NULL CHECK (usual IN (0, 1)),
  valid_from TEXT,
  valid_to TEXT
) STRICT;

CREATE TABLE plan (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES plan(row),
  title TEXT NOT NULL CHECK (title <> ''),
  number TEXT NOT NULL,
  day TEXT,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  decision TEXT NOT NULL,            -- `Quyết định số 87/QĐ-UBND ngày 22/7/2025`, or empty
  targets TEXT NOT NULL              -- JSON array of lines
) STRICT;

CREATE TABLE plan_group (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES plan_group(row),
  plan INTEGER NOT NULL REFERENCES thing(id),
  roman TEXT NOT NULL,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- A row of the appendix, or an assigned task: the same thing, given in a plan or by a document.
CREATE TABLE task (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES task(row),
  plan INTEGER REFERENCES thing(id),
  grp INTEGER REFERENCES thing(id),
  level TEXT CHECK (level IN ('above', 'own')),
  given TEXT,                        -- the day an assigned task was given
  giver TEXT NOT NULL DEFAULT '',
  document TEXT NOT NULL DEFAULT '',
  linked INTEGER REFERENCES thing(id),
  tt TEXT NOT NULL,
  content TEXT NOT NULL,             -- empty only where the office's own table had it so
  lead TEXT NOT NULL,
  coordinating TEXT NOT NULL,
  deadline_words TEXT NOT NULL,
  deadline TEXT NOT NULL,            -- JSON: what the words mean
  answered_last TEXT,                -- the last day as the officer answered it
  own_day TEXT,                      -- mốc nội bộ
  product TEXT NOT NULL,
  position INTEGER NOT NULL,
  in_force_from TEXT,                -- a row that an amendment added
  in_force_to TEXT,                  -- a row that an amendment took out
  CHECK ((plan IS NULL) = (grp IS NULL)),
  CHECK ((plan IS NULL) = (level IS NOT NULL)),
  CHECK ((level IS NULL) = (given IS NULL))
) STRICT;

CREATE TABLE occurrence (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES occurrence(row),
  task INTEGER NOT NULL REFERENCES thing(id),
  first TEXT NOT NULL,
  last TEXT NOT NULL CHECK (last >= first)
) STRICT;

-- Progress is a log of its own, only added to; `corrects` names the entry this one replaces.
CREATE TABLE entry (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES entry(row),
  task INTEGER NOT NULL REFERENCES thing(id),
  occurrence INTEGER REFERENCES thing(id),
  day TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('not-started', 'in-progress', 'done', 'stopped', 'extended')),
  note TEXT NOT NULL,
  evidence TEXT NOT NULL,
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  new_last TEXT,                     -- extension: the new last day
  reason TEXT NOT NULL,              -- extension: the granting document; stop: the reason
  counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
  corrects INTEGER REFERENCES thing(id),
  CHECK ((state = 'extended') = (new_last IS NOT NULL))
) STRICT;

CREATE TABLE document (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES document(row),
  type TEXT NOT NULL,
  number TEXT NOT NULL,
  day TEXT,
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  field TEXT NOT NULL
) STRICT;

-- Evidence and signed papers by content: `files/<sha256>` is written and synced before its row.
CREATE TABLE file (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES file(row),
  of INTEGER NOT NULL REFERENCES thing(id),
  role TEXT NOT NULL CHECK (role IN ('evidence', 'submitted', 'issued', 'signed')),
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  size INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;

-- Evidence links a document of the register to many things.
CREATE TABLE evidence (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES evidence(row),
  document INTEGER NOT NULL REFERENCES thing(id),
  of INTEGER NOT NULL REFERENCES thing(id)
) STRICT;

-- Outlines and figure sets as copied in: an update adds a version, ids are never used again.
CREATE TABLE data_set (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES data_set(row),
  name TEXT NOT NULL,
  version INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  body TEXT NOT NULL
) STRICT;

CREATE TABLE figure_value (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES figure_value(row),
  figure TEXT NOT NULL,
  unit INTEGER REFERENCES thing(id),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  as_of TEXT NOT NULL,
  cumulative INTEGER NOT NULL CHECK (cumulative IN (0, 1)),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
  value TEXT NOT NULL,               -- a decimal number as text
  source TEXT NOT NULL
) STRICT;

CREATE TABLE report (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES report(row),
  kind TEXT NOT NULL CHECK (kind IN ('quarterly', 'six-month', 'nine-month', 'annual', 'inspection', 'free')),
  period TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL CHECK (to_day >= from_day),
  as_of TEXT NOT NULL,
  outline INTEGER REFERENCES thing(id),
  subject TEXT NOT NULL,
  addressees TEXT NOT NULL,          -- JSON array
  recipients TEXT NOT NULL,          -- JSON array
  signer INTEGER REFERENCES thing(id),
  appendix INTEGER NOT NULL CHECK (appendix IN (0, 1)),
  face TEXT NOT NULL
) STRICT;

CREATE TABLE section (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES section(row),
  report INTEGER NOT NULL REFERENCES thing(id),
  key TEXT NOT NULL,
  position INTEGER NOT NULL,
  level INTEGER NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  writable INTEGER NOT NULL CHECK (writable IN (0, 1)),
  hint TEXT NOT NULL,
  body TEXT NOT NULL                 -- JSON: {"version":1,"blocks":[…]}
) STRICT;

-- Đã trình: the document as data, with its shown figures; its PDF is a `file` of role submitted.
CREATE TABLE submission (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES submission(row),
  report INTEGER NOT NULL REFERENCES thing(id),
  body TEXT NOT NULL
) STRICT;

-- Đã phát hành: recorded late and in any order.
CREATE TABLE issue (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES issue(row),
  report INTEGER NOT NULL REFERENCES thing(id),
  number TEXT NOT NULL,
  day TEXT,
  signer TEXT NOT NULL
) STRICT;

-- Outside the log.
CREATE TABLE backup_log (
  id INTEGER PRIMARY KEY,
  moment TEXT NOT NULL,
  path TEXT NOT NULL,
  change INTEGER NOT NULL,
  verified INTEGER NOT NULL CHECK (verified IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX office_holds ON office(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX unit_holds ON unit(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX signer_holds ON signer(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX plan_holds ON plan(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX plan_group_holds ON plan_group(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX task_holds ON task(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX occurrence_holds ON occurrence(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX entry_holds ON entry(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX document_holds ON document(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX file_holds ON file(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX evidence_holds ON evidence(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX data_set_holds ON data_set(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX figure_value_holds ON figure_value(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX report_holds ON report(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX section_holds ON section(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX submission_holds ON submission(report) WHERE until IS NULL;
CREATE UNIQUE INDEX issue_holds ON issue(report) WHERE until IS NULL;
CREATE INDEX task_of_plan ON task(plan) WHERE until IS NULL;
CREATE INDEX plan_group_of_plan ON plan_group(plan) WHERE until IS NULL;
CREATE INDEX occurrence_of_task ON occurrence(task) WHERE until IS NULL;
CREATE INDEX entry_of_task ON entry(task) WHERE until IS NULL;
CREATE INDEX section_of_report ON section(report) WHERE until IS NULL;
CREATE INDEX file_of_thing ON file(of) WHERE until IS NULL;

-- Undo asks by change.
CREATE INDEX office_since ON office(since);
CREATE INDEX unit_since ON unit(since);
CREATE INDEX signer_since ON signer(since);
CREATE INDEX plan_since ON plan(since);
CREATE INDEX plan_group_since ON plan_group(since);
CREATE INDEX task_since ON task(since);
CREATE INDEX task_until ON task(until) WHERE until IS NOT NULL;
CREATE INDEX occurrence_since ON occurrence(since);
CREATE INDEX occurrence_until ON occurrence(until) WHERE until IS NOT NULL;
CREATE INDEX entry_since ON entry(since);
CREATE INDEX entry_until ON entry(until) WHERE until IS NOT NULL;
CREATE INDEX section_since ON section(since);
CREATE INDEX section_until ON section(until) WHERE until IS NOT NULL;

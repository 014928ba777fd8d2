-- The office's days off where they differ from the table that ships; `none`: the day is as its weekday.
CREATE TABLE day_off (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES day_off(row),
  day TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'swapped', 'workday', 'none')),
  name TEXT NOT NULL,
  announced INTEGER NOT NULL CHECK (announced IN (0, 1))
) STRICT;

-- The day of the event from which a relative deadline counts.
ALTER TABLE task ADD COLUMN event_day TEXT;

CREATE UNIQUE INDEX day_off_holds ON day_off(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX day_off_of_day ON day_off(day) WHERE until IS NULL;
CREATE INDEX day_off_since ON day_off(since);

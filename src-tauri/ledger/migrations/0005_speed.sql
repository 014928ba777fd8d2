-- All that statistics need of an entry stands in its index, in the order in which they ask for it.
DROP INDEX entry_of_task;
CREATE INDEX entry_counts ON entry(task, day, state, occurrence, new_last, counts, unit, corrects, percent, origin, since, thing)
  WHERE until IS NULL;

-- How a report is printed beside its text: marks, legal bases, and for one that was taken in from
-- an earlier paper, its own letterhead, signature and appendices. JSON, empty: as the office has it.
ALTER TABLE report ADD COLUMN form TEXT NOT NULL DEFAULT '{}';

-- An outline in the officer's hands: the newer version she looked at and left, and the kinds of report
-- it is proposed for (JSON; null: those it came with).
ALTER TABLE data_set ADD COLUMN declined INTEGER NOT NULL DEFAULT 0;
ALTER TABLE data_set ADD COLUMN kinds TEXT;
CREATE INDEX data_set_since ON data_set(since);

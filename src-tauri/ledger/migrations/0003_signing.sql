-- In whose name a signer signs (decree II.7), and the written ground of an order or a delegation.
-- Empty form: as the office tells.
ALTER TABLE signer ADD COLUMN form TEXT NOT NULL DEFAULT '';
ALTER TABLE signer ADD COLUMN ground TEXT NOT NULL DEFAULT '';

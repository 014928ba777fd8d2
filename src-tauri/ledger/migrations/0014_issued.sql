-- What was still open when a report went up, and why it went all the same (JSON: {"points":[…],"reason":"…"}); empty: nothing.
ALTER TABLE submission ADD COLUMN passed TEXT NOT NULL DEFAULT '';

-- The entry of an issued report in the register.
ALTER TABLE issue ADD COLUMN document INTEGER REFERENCES thing(id);

-- An issued report that this one takes the place of, or that this letter corrects.
ALTER TABLE report ADD COLUMN about INTEGER REFERENCES thing(id);
ALTER TABLE report ADD COLUMN about_how TEXT CHECK (about_how IN ('replaces', 'corrects'));

-- Which unit tells which figure: its workbook asks for it before it ever told one.
CREATE TABLE figure_unit (
  row INTEGER PRIMARY KEY,
  thing INTEGER NOT NULL REFERENCES thing(id),
  since INTEGER NOT NULL REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  until INTEGER REFERENCES change(id) DEFERRABLE INITIALLY DEFERRED,
  origin INTEGER REFERENCES figure_unit(row),
  figure TEXT NOT NULL,
  unit INTEGER NOT NULL REFERENCES thing(id)
) STRICT;

CREATE UNIQUE INDEX figure_unit_holds ON figure_unit(thing) WHERE until IS NULL;
CREATE UNIQUE INDEX figure_unit_asked ON figure_unit(figure, unit) WHERE until IS NULL;
CREATE INDEX figure_unit_since ON figure_unit(since);

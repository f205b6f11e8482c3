-- Typed, dated properties of people. In a table of their own, so that erasing a person removes them and nothing else.
CREATE TABLE contact_attribute (
  contact_id BLOB NOT NULL REFERENCES contact (id),
  name       TEXT NOT NULL,
  from_on    TEXT NOT NULL,
  until_on   TEXT,
  value      TEXT NOT NULL,
  source     TEXT NOT NULL,
  PRIMARY KEY (contact_id, name, from_on)
) STRICT, WITHOUT ROWID;

-- The firm's own dated records that are about no one client. A version is never changed, only ended; what takes its place is a row of its own.
-- key holds the values of the key fields, joined by U+001F; unique_key those of the fields of which no two active entries may agree, null where one is blank.
-- An entry stays active beyond its last day until another takes its place: days are for reading, states for writing.
CREATE TABLE register_entry (
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  register      TEXT NOT NULL,
  key           TEXT NOT NULL,
  version       INTEGER NOT NULL,
  unique_key    TEXT,
  state         TEXT NOT NULL CHECK (state IN ('active', 'superseded', 'ended')),
  from_on       TEXT NOT NULL,
  until_on      TEXT,
  fields        TEXT NOT NULL,
  author        TEXT NOT NULL,
  role          TEXT NOT NULL,
  because       TEXT NOT NULL,
  ended_because TEXT NOT NULL DEFAULT '',
  superseded_by BLOB REFERENCES register_entry (id) DEFERRABLE INITIALLY DEFERRED,
  source        TEXT NOT NULL,
  recorded_at   TEXT NOT NULL,
  UNIQUE (register, key, version)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX register_entry_active ON register_entry (register, key) WHERE state = 'active';
CREATE UNIQUE INDEX register_entry_unique ON register_entry (register, unique_key) WHERE state = 'active' AND unique_key IS NOT NULL;
CREATE INDEX register_entry_unique_days ON register_entry (register, unique_key) WHERE unique_key IS NOT NULL;

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

-- Who took the responsibility where a guard would have refused a letter or an action, and which actions were refused. Append-only.
CREATE TABLE guard_decision (
  seq         INTEGER PRIMARY KEY,
  subject     TEXT NOT NULL CHECK (subject IN ('letter', 'action')),
  subject_id  BLOB NOT NULL,
  name        TEXT NOT NULL,
  guard       TEXT NOT NULL,
  outcome     TEXT NOT NULL CHECK (outcome IN ('overridden', 'approval_needed', 'refused')),
  client_id   BLOB NOT NULL REFERENCES client (id),
  contact_id  BLOB REFERENCES contact (id),
  on_day      TEXT NOT NULL,
  person      TEXT NOT NULL,
  role        TEXT NOT NULL,
  because     TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX guard_decision_client ON guard_decision (client_id);
CREATE TRIGGER guard_decision_is_not_edited BEFORE UPDATE ON guard_decision BEGIN SELECT RAISE(ABORT, 'decisions about guards are append-only'); END;
CREATE TRIGGER guard_decision_is_not_removed BEFORE DELETE ON guard_decision BEGIN SELECT RAISE(ABORT, 'decisions about guards are append-only'); END;

-- What a letter said, names aside, as the pairs of characters it consists of: enough to know the same text again next year, and not to read it.
CREATE TABLE document_fingerprint (
  document_id BLOB NOT NULL PRIMARY KEY,
  client_id   BLOB NOT NULL REFERENCES client (id),
  contact_id  BLOB REFERENCES contact (id),
  purpose     TEXT NOT NULL,
  as_of       TEXT NOT NULL,
  pairs       BLOB NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_fingerprint_client ON document_fingerprint (client_id, purpose, as_of);

-- Who saw personal data in full, whose, which and what for. Append-only.
CREATE TABLE full_read (
  seq         INTEGER PRIMARY KEY,
  person      TEXT NOT NULL,
  role        TEXT NOT NULL,
  action      TEXT NOT NULL CHECK (action IN ('read', 'export', 'erase')),
  client_id   BLOB NOT NULL REFERENCES client (id),
  contact_id  BLOB REFERENCES contact (id),
  fields      TEXT NOT NULL,
  because     TEXT NOT NULL,
  on_day      TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX full_read_client ON full_read (client_id);
CREATE TRIGGER full_read_is_not_edited BEFORE UPDATE ON full_read BEGIN SELECT RAISE(ABORT, 'the record of full reads is append-only'); END;
CREATE TRIGGER full_read_is_not_removed BEFORE DELETE ON full_read BEGIN SELECT RAISE(ABORT, 'the record of full reads is append-only'); END;

-- A person who was erased: the row stays, so that what refers to it still counts, and nothing in it says who it was.
ALTER TABLE contact ADD COLUMN erased_on TEXT;

-- The vocabulary of the framework as tables. Days are ISO text, ids are 16 bytes, amounts are ten-thousandths of the currency's unit.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE client (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name        TEXT NOT NULL,
  kind        TEXT NOT NULL CHECK (kind IN ('organisation', 'person')),
  source      TEXT NOT NULL,
  external_id TEXT NOT NULL,
  since       TEXT NOT NULL,
  culture     TEXT,
  version     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX client_external ON client (source, external_id) WHERE external_id <> '';
CREATE INDEX client_name ON client (name);

CREATE TABLE contact (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client_id   BLOB NOT NULL REFERENCES client (id),
  name        TEXT NOT NULL,
  family_name TEXT NOT NULL,
  salutation  TEXT NOT NULL,
  position    TEXT NOT NULL,
  role        TEXT NOT NULL,
  email       TEXT NOT NULL,
  phone       TEXT NOT NULL,
  culture     TEXT,
  is_primary  INTEGER NOT NULL,
  source      TEXT NOT NULL,
  external_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_client ON contact (client_id);

CREATE TABLE consent (
  contact_id  BLOB NOT NULL REFERENCES contact (id),
  purpose     TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  granted     INTEGER NOT NULL,
  source      TEXT NOT NULL,
  PRIMARY KEY (contact_id, purpose, answered_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE client_attribute (
  client_id  BLOB NOT NULL REFERENCES client (id),
  name       TEXT NOT NULL,
  from_on    TEXT NOT NULL,
  until_on   TEXT,
  value      TEXT NOT NULL,
  source     TEXT NOT NULL,
  PRIMARY KEY (client_id, name, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX client_attribute_value ON client_attribute (name, value) WHERE until_on IS NULL;

CREATE TABLE client_owner (
  client_id  BLOB NOT NULL REFERENCES client (id),
  role       TEXT NOT NULL,
  from_on    TEXT NOT NULL,
  until_on   TEXT,
  person     TEXT NOT NULL,
  source     TEXT NOT NULL,
  PRIMARY KEY (client_id, role, from_on)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter (
  id          BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client_id   BLOB NOT NULL REFERENCES client (id),
  type        TEXT NOT NULL,
  title       TEXT NOT NULL,
  opened_on   TEXT NOT NULL,
  external_id TEXT NOT NULL,
  source      TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX matter_client ON matter (client_id, type);

-- The log. Append-only: triggers refuse to change or remove a row; a correction is a new row that names the old one.
CREATE TABLE touchpoint (
  seq         INTEGER PRIMARY KEY,
  id          BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  client_id   BLOB NOT NULL REFERENCES client (id),
  kind        TEXT NOT NULL,
  occurred_on TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  channel     TEXT NOT NULL,
  done_by     TEXT NOT NULL,
  contact_id  BLOB REFERENCES contact (id),
  matter_id   BLOB REFERENCES matter (id),
  amount_e4   INTEGER,
  note        TEXT NOT NULL,
  details     TEXT,
  corrects    BLOB,
  withdrawn   INTEGER NOT NULL,
  source      TEXT NOT NULL
) STRICT;
CREATE INDEX touchpoint_client ON touchpoint (client_id, occurred_on);
CREATE INDEX touchpoint_matter ON touchpoint (matter_id) WHERE matter_id IS NOT NULL;
CREATE INDEX touchpoint_corrects ON touchpoint (corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER touchpoint_is_not_edited BEFORE UPDATE ON touchpoint BEGIN SELECT RAISE(ABORT, 'touchpoints are append-only; append a correction'); END;
CREATE TRIGGER touchpoint_is_not_removed BEFORE DELETE ON touchpoint BEGIN SELECT RAISE(ABORT, 'touchpoints are append-only; append a correction'); END;

-- Which clients were changed otherwise than by a touchpoint (added, renamed, attributes, ownership), in order.
CREATE TABLE client_change (
  seq       INTEGER PRIMARY KEY,
  client_id BLOB NOT NULL
) STRICT;

-- How far each reader of the log has come.
CREATE TABLE log_position (
  reader     TEXT NOT NULL PRIMARY KEY,
  touchpoint INTEGER NOT NULL,
  change     INTEGER NOT NULL,
  as_of      TEXT,
  version    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Folded from the log: what measures read instead of every touchpoint.
CREATE TABLE touchpoint_month (
  client_id BLOB NOT NULL,
  month     INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  count     INTEGER NOT NULL,
  amount_e4 INTEGER NOT NULL,
  amounts   INTEGER NOT NULL,
  first_on  TEXT NOT NULL,
  last_on   TEXT NOT NULL,
  PRIMARY KEY (client_id, month, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE matter_stage (
  matter_id     BLOB NOT NULL REFERENCES matter (id),
  ordinal       INTEGER NOT NULL,
  stage         TEXT NOT NULL,
  from_on       TEXT NOT NULL,
  until_on      TEXT,
  touchpoint_id BLOB,
  PRIMARY KEY (matter_id, ordinal)
) STRICT, WITHOUT ROWID;

-- Matters that are new or were changed since their stages were folded.
CREATE TABLE matter_unfolded (
  matter_id BLOB NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE scheme_version (
  scheme     TEXT NOT NULL,
  version    TEXT NOT NULL,
  definition TEXT NOT NULL,
  PRIMARY KEY (scheme, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE membership (
  client_id BLOB NOT NULL REFERENCES client (id),
  scheme    TEXT NOT NULL,
  from_on   TEXT NOT NULL,
  until_on  TEXT,
  segment   TEXT NOT NULL,
  version   TEXT NOT NULL,
  reasons   TEXT NOT NULL,
  PRIMARY KEY (client_id, scheme, from_on)
) STRICT, WITHOUT ROWID;
CREATE INDEX membership_segment ON membership (scheme, segment) WHERE until_on IS NULL;

-- The values that a ranking reads, one per client and ranked measure.
CREATE TABLE measure_value (
  measure   TEXT NOT NULL,
  client_id BLOB NOT NULL,
  value     TEXT NOT NULL,
  PRIMARY KEY (measure, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_up (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  client_id    BLOB NOT NULL REFERENCES client (id),
  matter_id    BLOB REFERENCES matter (id),
  policy       TEXT NOT NULL,
  due_on       TEXT NOT NULL,
  counts_from  TEXT NOT NULL,
  owner        TEXT NOT NULL,
  reasons      TEXT NOT NULL,
  status       TEXT NOT NULL CHECK (status IN ('open', 'done', 'lapsed')),
  fulfilled_by BLOB
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_open ON follow_up (policy, client_id) WHERE status = 'open';
CREATE INDEX follow_up_client ON follow_up (client_id);

CREATE TABLE document (
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  kind          TEXT NOT NULL CHECK (kind IN ('letter', 'report')),
  name          TEXT NOT NULL,
  client_id     BLOB REFERENCES client (id),
  contact_id    BLOB REFERENCES contact (id),
  culture       TEXT NOT NULL,
  as_of         TEXT NOT NULL,
  template      TEXT NOT NULL,
  template_hash TEXT NOT NULL,
  output_hash   TEXT NOT NULL,
  path          TEXT NOT NULL,
  recorded_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_client ON document (client_id) WHERE client_id IS NOT NULL;

-- For people with an ordinary database tool.
CREATE VIEW touchpoint_readable AS
SELECT t.occurred_on, c.name AS client, t.kind, t.amount_e4 / 10000.0 AS amount, t.channel, t.done_by, m.title AS matter, t.note, t.details, t.source, t.recorded_at
FROM touchpoint t JOIN client c ON c.id = t.client_id LEFT JOIN matter m ON m.id = t.matter_id
WHERE t.withdrawn = 0 AND NOT EXISTS (SELECT 1 FROM touchpoint later WHERE later.corrects = coalesce(t.corrects, t.id) AND later.seq > t.seq);

CREATE VIEW membership_readable AS
SELECT c.name AS client, m.scheme, m.segment, m.from_on, m.until_on, m.reasons FROM membership m JOIN client c ON c.id = m.client_id;

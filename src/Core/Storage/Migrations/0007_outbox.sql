-- The texts of templates as they were when a document was archived, each once.
CREATE TABLE template_text (
  hash TEXT NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Which texts the hash over a document's templates stands for.
CREATE TABLE template_file (
  template_hash TEXT NOT NULL,
  path          TEXT NOT NULL,
  text_hash     TEXT NOT NULL REFERENCES template_text (hash),
  PRIMARY KEY (template_hash, path)
) STRICT, WITHOUT ROWID;

-- What a letter was made from. Personal data are kept apart, by field: erasing a person blanks the values and keeps the names of the fields.
CREATE TABLE document_snapshot (
  document_id BLOB NOT NULL PRIMARY KEY REFERENCES document (id),
  client_id   BLOB REFERENCES client (id),
  contact_id  BLOB REFERENCES contact (id),
  facts       TEXT NOT NULL,
  personal    TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX document_snapshot_contact ON document_snapshot (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX document_snapshot_client ON document_snapshot (client_id) WHERE client_id IS NOT NULL;

-- Each form a document was written in: its hash, and its content where it cannot be rendered again byte for byte.
CREATE TABLE document_form (
  document_id BLOB NOT NULL REFERENCES document (id),
  form        TEXT NOT NULL,
  hash        TEXT NOT NULL,
  content     BLOB,
  PRIMARY KEY (document_id, form)
) STRICT, WITHOUT ROWID;

-- A mailing: which letters to whom, as of a day.
CREATE TABLE mailing (
  id            BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  letter        TEXT NOT NULL,
  as_of         TEXT NOT NULL,
  occasion      TEXT NOT NULL,
  population    TEXT NOT NULL,
  daily_maximum INTEGER CHECK (daily_maximum > 0),
  planned       INTEGER NOT NULL,
  recorded_at   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE mailing_entry (
  id           BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  mailing_id   BLOB NOT NULL REFERENCES mailing (id),
  ordinal      INTEGER NOT NULL,
  reason       BLOB NOT NULL CHECK (length(reason) = 16),
  letter       TEXT NOT NULL,
  client_id    BLOB NOT NULL REFERENCES client (id),
  contact_id   BLOB REFERENCES contact (id),
  matter_id    BLOB REFERENCES matter (id),
  follow_up_id BLOB,
  culture      TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('planned', 'held', 'written', 'sending', 'sent', 'failed', 'uncertain')),
  reasons      TEXT NOT NULL,
  notes        TEXT NOT NULL,
  document_id  BLOB REFERENCES document (id),
  on_day       TEXT,
  UNIQUE (mailing_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX mailing_entry_state ON mailing_entry (mailing_id, state, ordinal);
CREATE INDEX mailing_entry_document ON mailing_entry (document_id) WHERE document_id IS NOT NULL;
CREATE INDEX mailing_entry_open ON mailing_entry (state) WHERE state IN ('sending', 'uncertain');
-- Nothing goes to a client twice for the same reason, whichever mailings and programs ask for it: what was once handed over holds the reason.
CREATE UNIQUE INDEX mailing_entry_reason ON mailing_entry (reason) WHERE state IN ('sending', 'sent', 'uncertain');

-- What became of an entry, step by step. Append-only.
CREATE TABLE mailing_event (
  seq         INTEGER PRIMARY KEY,
  entry_id    BLOB NOT NULL REFERENCES mailing_entry (id),
  state       TEXT NOT NULL,
  on_day      TEXT NOT NULL,
  done_by     TEXT NOT NULL,
  note        TEXT NOT NULL,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX mailing_event_entry ON mailing_event (entry_id);

-- Addresses that letters came back from, by the SHA-256 of the address in lower case: enough to hold the next letter back, and no personal data.
CREATE TABLE bounced_address (
  address_hash TEXT NOT NULL,
  on_day       TEXT NOT NULL,
  status       TEXT NOT NULL,
  report       TEXT NOT NULL,
  cleared      INTEGER NOT NULL,
  recorded_at  TEXT NOT NULL,
  PRIMARY KEY (address_hash, report)
) STRICT, WITHOUT ROWID;

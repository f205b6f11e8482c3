-- A person's decision that a client belongs into a segment, whatever the rules say, until a day.
CREATE TABLE segment_override (
  client_id   BLOB NOT NULL REFERENCES client (id),
  scheme      TEXT NOT NULL,
  from_on     TEXT NOT NULL,
  until_on    TEXT,
  segment     TEXT NOT NULL,
  author      TEXT NOT NULL,
  reason      TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (client_id, scheme, from_on)
) STRICT, WITHOUT ROWID;

-- Where the quantile cuts of a scheme lay on the day of a run.
CREATE TABLE scheme_cut (
  scheme  TEXT NOT NULL,
  as_of   TEXT NOT NULL,
  axis    TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  value   TEXT NOT NULL,
  PRIMARY KEY (scheme, as_of, axis, ordinal)
) STRICT, WITHOUT ROWID;

-- Memberships that a person decided, which end when the decision does.
CREATE INDEX membership_override ON membership (client_id, scheme) WHERE version = 'override' AND until_on IS NULL;

-- A task of a playbook that is done is not opened again.
CREATE INDEX follow_up_done ON follow_up (policy) WHERE status = 'done';

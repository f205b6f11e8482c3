-- What was done to the data that plugins brought, once each. Kept when a plugin is uninstalled, because its data are.
CREATE TABLE plugin_migration (
  plugin     TEXT NOT NULL,
  ordinal    INTEGER NOT NULL,
  name       TEXT NOT NULL,
  checksum   TEXT NOT NULL,
  version    TEXT NOT NULL,
  changed    INTEGER NOT NULL,
  applied_at TEXT NOT NULL,
  PRIMARY KEY (plugin, ordinal),
  UNIQUE (plugin, name)
) STRICT, WITHOUT ROWID;

-- A number that an attribute holds, so that it can be compared and indexed as one. A value is a number when it is written as JSON writes numbers.
ALTER TABLE client_attribute ADD COLUMN number REAL GENERATED ALWAYS AS (CASE WHEN json_valid(value) AND json_type(value) IN ('integer', 'real') THEN CAST(value AS REAL) END) VIRTUAL;
CREATE INDEX client_attribute_number ON client_attribute (name, number) WHERE until_on IS NULL AND number IS NOT NULL;

-- What happened is never edited. What it is called is the plugin's word for it, and a migration may change that and nothing else; it says so by a row that is gone before its transaction ends.
CREATE TABLE plugin_renaming (
  plugin TEXT NOT NULL PRIMARY KEY
) STRICT, WITHOUT ROWID;
DROP TRIGGER touchpoint_is_not_edited;
CREATE TRIGGER touchpoint_is_not_edited BEFORE UPDATE OF seq, id, client_id, occurred_on, recorded_at, channel, done_by, contact_id, matter_id, amount_e4, note, corrects, withdrawn, source ON touchpoint
BEGIN SELECT RAISE(ABORT, 'touchpoints are append-only; append a correction'); END;
CREATE TRIGGER touchpoint_is_not_renamed BEFORE UPDATE OF kind, details ON touchpoint WHEN NOT EXISTS (SELECT 1 FROM plugin_renaming)
BEGIN SELECT RAISE(ABORT, 'touchpoints are append-only; append a correction'); END;

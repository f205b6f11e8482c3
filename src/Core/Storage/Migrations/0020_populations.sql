-- What schemes over the whole population read of each client, packed: a few thousand rows in place of one for every client.
DROP TABLE measure_value;
CREATE TABLE population (
  name  TEXT NOT NULL,
  block INTEGER NOT NULL,
  data  BLOB NOT NULL,
  PRIMARY KEY (name, block)
) STRICT;

-- The next run measures everybody, because nothing is packed yet.
UPDATE log_position SET version = '' WHERE reader = 'segments';

-- On which day which clients are to be measured again although nothing happens to them: the ids of a run and a day, one after the other.
CREATE TABLE client_due (
  reader TEXT NOT NULL,
  due_on TEXT NOT NULL,
  ids    BLOB NOT NULL
) STRICT;
CREATE INDEX client_due_day ON client_due (reader, due_on);

-- How many clients are in each segment, kept by the runs, so that a run that moves few need not count all. Gone for a scheme whose memberships somebody else changes, until the next run counts.
CREATE TABLE segment_count (
  scheme  TEXT NOT NULL,
  segment TEXT NOT NULL,
  count   INTEGER NOT NULL,
  PRIMARY KEY (scheme, segment)
) STRICT, WITHOUT ROWID;

-- With the column that its condition names, so that counting reads the index alone.
DROP INDEX membership_segment;
CREATE INDEX membership_segment ON membership (scheme, segment, until_on) WHERE until_on IS NULL;

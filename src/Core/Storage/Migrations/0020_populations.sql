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

-- The matter that a matter came of, and how many there are above it: whoever counts the matters that came of it is folded after them.
ALTER TABLE matter ADD COLUMN origin_id BLOB REFERENCES matter (id);
ALTER TABLE matter ADD COLUMN depth INTEGER NOT NULL DEFAULT 0;
CREATE INDEX matter_origin ON matter (origin_id) WHERE origin_id IS NOT NULL;
CREATE INDEX matter_type ON matter (type);

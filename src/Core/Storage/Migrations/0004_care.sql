-- What planning says of a follow-up besides its due day: on which day it is done, together with which other, who was told that it is overdue, whether it is held back.
ALTER TABLE follow_up ADD COLUMN contact_id BLOB;
ALTER TABLE follow_up ADD COLUMN occurrence TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_up ADD COLUMN planned_on TEXT;
ALTER TABLE follow_up ADD COLUMN merged_into BLOB;
ALTER TABLE follow_up ADD COLUMN escalated_to TEXT NOT NULL DEFAULT '';
ALTER TABLE follow_up ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
CREATE INDEX follow_up_merged ON follow_up (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX follow_up_fulfilled ON follow_up (fulfilled_by) WHERE status = 'done' AND fulfilled_by IS NOT NULL;

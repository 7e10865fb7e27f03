-- Version 6: who stands for a persona. Comments stand between statements, as in version 1.

-- Values of segments by dimension.
ALTER TABLE personas ADD COLUMN segments TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(segments));

-- Version 3: feedback in every shape. Comments stand between statements, as in version 1.

-- Labels of survey files that mean a touchpoint.
CREATE TABLE synonyms (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  label TEXT NOT NULL,
  touchpoint BLOB NOT NULL REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Where a batch came from, how long its file was, and which batch holds the rows before its own.
ALTER TABLE batches ADD COLUMN origin TEXT NOT NULL DEFAULT 'file'
  CHECK (origin IN ('file', 'hand', 'pasted'));

ALTER TABLE batches ADD COLUMN hand_kind TEXT
  CHECK (hand_kind IN ('interview', 'complaint', 'paper', 'other'));

ALTER TABLE batches ADD COLUMN file_bytes INTEGER NOT NULL DEFAULT 0;

ALTER TABLE batches ADD COLUMN continues BLOB CHECK (length(continues) = 16);

ALTER TABLE batches ADD COLUMN contacts INTEGER NOT NULL DEFAULT 0;

-- What a batch needs to be mapped anew without its file: the row of the file that a response came
-- from, and the place of a comment's column in the mapping.
ALTER TABLE responses ADD COLUMN file_row INTEGER;

ALTER TABLE comments ADD COLUMN part INTEGER;

-- Contacts of a log: no score was given. `moment` is in seconds since 1970-01-01.
CREATE TABLE contacts (
  key INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  respondent INTEGER NOT NULL,
  moment INTEGER NOT NULL,
  channel INTEGER,
  subject INTEGER NOT NULL,
  employee INTEGER,
  external_id TEXT,
  file_row INTEGER
) STRICT;

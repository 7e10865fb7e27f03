-- Version 2: the live map editor. Comments stand between statements, as in version 1.

-- More kinds of lanes, and how each is drawn.
CREATE TABLE lanes_of_v2 (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('steps', 'touchpoints', 'thoughts', 'emotion', 'pains_gains',
    'pains', 'gains', 'quotes', 'needs', 'opportunities', 'channels', 'images', 'frontstage',
    'backstage', 'systems', 'notes', 'metric', 'line_of_interaction', 'line_of_visibility',
    'line_of_internal_interaction')),
  name TEXT,
  visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
  view TEXT CHECK (view IN ('journey', 'blueprint')),
  height INTEGER NOT NULL CHECK (height BETWEEN 0 AND 2000),
  folded INTEGER NOT NULL CHECK (folded IN (0, 1)),
  persona BLOB REFERENCES personas (id) DEFERRABLE INITIALLY DEFERRED,
  metric TEXT CHECK (metric IN ('nps', 'ces', 'csat', 'fcr', 'rating')),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO lanes_of_v2 (id, journey, kind, name, visible, height, folded, locked, position)
SELECT id, journey, kind, name, visible, 0, 0, 0, position FROM lanes;

DROP TABLE lanes;

ALTER TABLE lanes_of_v2 RENAME TO lanes;

-- One more value of the document: how many megabytes of undo steps are kept.
CREATE TABLE settings_of_v2 (
  key TEXT PRIMARY KEY CHECK (key IN ('title', 'client', 'language', 'history_limit')),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO settings_of_v2 (key, value) SELECT key, value FROM settings;

DROP TABLE settings;

ALTER TABLE settings_of_v2 RENAME TO settings;

ALTER TABLE stages ADD COLUMN view TEXT NOT NULL DEFAULT 'together'
  CHECK (view IN ('together', 'steps', 'folded'));

ALTER TABLE stages ADD COLUMN width INTEGER NOT NULL DEFAULT 100 CHECK (width BETWEEN 50 AND 400);

ALTER TABLE stages ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));

ALTER TABLE journeys ADD COLUMN segment TEXT NOT NULL DEFAULT '';

ALTER TABLE journeys ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));

ALTER TABLE placements ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));

ALTER TABLE touchpoints ADD COLUMN marks TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(marks));

ALTER TABLE touchpoints ADD COLUMN sub_journey BLOB
  REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE notes ADD COLUMN span INTEGER NOT NULL DEFAULT 1 CHECK (span BETWEEN 1 AND 10000);

ALTER TABLE notes ADD COLUMN marks TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(marks));

ALTER TABLE notes ADD COLUMN sub_journey BLOB
  REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED;

ALTER TABLE notes ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1));

ALTER TABLE owners ADD COLUMN hue TEXT CHECK (hue IN ('grey', 'yellow', 'peach', 'rose', 'lilac',
  'sky', 'teal', 'mint'));

ALTER TABLE personas ADD COLUMN hue TEXT CHECK (hue IN ('grey', 'yellow', 'peach', 'rose', 'lilac',
  'sky', 'teal', 'mint'));

CREATE TABLE stakeholders (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  stake TEXT NOT NULL,
  influence TEXT NOT NULL CHECK (influence IN ('low', 'medium', 'high'))
) STRICT, WITHOUT ROWID;

-- Bytes kept apart from the nouns: pictures, and the whole of named versions. The identity follows
-- from the bytes.
CREATE TABLE blobs (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE arrows (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  from_card BLOB REFERENCES placements (id) DEFERRABLE INITIALLY DEFERRED,
  from_note BLOB REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED,
  to_card BLOB REFERENCES placements (id) DEFERRABLE INITIALLY DEFERRED,
  to_note BLOB REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('next', 'branch', 'loop_back')),
  label TEXT NOT NULL,
  CHECK ((from_card IS NULL) <> (from_note IS NULL)),
  CHECK ((to_card IS NULL) <> (to_note IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE remarks (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  note BLOB REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  at TEXT NOT NULL,
  resolved INTEGER NOT NULL CHECK (resolved IN (0, 1)),
  CHECK ((touchpoint IS NULL) <> (note IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  note BLOB REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED,
  persona BLOB REFERENCES personas (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  blob BLOB NOT NULL REFERENCES blobs (id) DEFERRABLE INITIALLY DEFERRED,
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 100000),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 100000),
  size INTEGER NOT NULL,
  position INTEGER NOT NULL,
  CHECK ((touchpoint IS NOT NULL) + (note IS NOT NULL) + (persona IS NOT NULL) = 1)
) STRICT, WITHOUT ROWID;

CREATE TABLE versions (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  blob BLOB NOT NULL REFERENCES blobs (id) DEFERRABLE INITIALLY DEFERRED,
  journeys INTEGER NOT NULL,
  cards INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ballots (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  dots INTEGER NOT NULL CHECK (dots BETWEEN 1 AND 1000),
  heads INTEGER NOT NULL CHECK (heads BETWEEN 1 AND 1000),
  closed INTEGER NOT NULL CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE votes (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  ballot BLOB NOT NULL REFERENCES ballots (id) DEFERRABLE INITIALLY DEFERRED,
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  note BLOB REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED,
  dots INTEGER NOT NULL CHECK (dots >= 1),
  CHECK ((touchpoint IS NULL) <> (note IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE rounds (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  metric TEXT NOT NULL CHECK (metric IN ('nps', 'ces', 'csat', 'fcr', 'rating')),
  scale_min INTEGER NOT NULL CHECK (scale_min BETWEEN -100000 AND 100000),
  scale_max INTEGER NOT NULL CHECK (scale_max BETWEEN scale_min + 1 AND scale_min + 255),
  better TEXT NOT NULL CHECK (better IN ('high', 'low')),
  revealed INTEGER NOT NULL CHECK (revealed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE guesses (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  round BLOB NOT NULL REFERENCES rounds (id) DEFERRABLE INITIALLY DEFERRED,
  touchpoint BLOB NOT NULL REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agenda (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

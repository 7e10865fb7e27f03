-- Version 1 of the document file. Frozen once released: later versions only append to
-- `migrations/`. Comments stand between statements, never inside one: SQLite keeps the text of a
-- statement, and a file is only opened when that text is exactly the expected one.

-- What the file knows about itself: the undo cursor, how far the words are indexed, the closing mark.
CREATE TABLE document (
  key TEXT PRIMARY KEY,
  value ANY
) STRICT, WITHOUT ROWID;

-- Undo steps, oldest first. Never survey rows.
CREATE TABLE history (
  seq INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (json_valid(name)),
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;

-- The nouns. Identities are the sixteen bytes of a UUID.
CREATE TABLE settings (
  key TEXT PRIMARY KEY CHECK (key IN ('title', 'client', 'language')),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE teams (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  department TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE owners (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  email TEXT NOT NULL,
  team BLOB REFERENCES teams (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE personas (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  goals TEXT NOT NULL,
  frustrations TEXT NOT NULL,
  quote TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE channels (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('web', 'phone', 'shop', 'app', 'email', 'chat', 'letter',
    'in_person', 'ad', 'social', 'other')),
  name TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE journeys (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('current', 'future')),
  persona BLOB REFERENCES personas (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stages (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('need', 'orientation', 'consideration', 'purchase', 'use',
    'evaluation', 'other')),
  name TEXT,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE steps (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  stage BLOB NOT NULL REFERENCES stages (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE lanes (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('steps', 'touchpoints', 'emotion', 'pains_gains', 'quotes',
    'line_of_visibility', 'backstage', 'notes')),
  name TEXT,
  visible INTEGER NOT NULL CHECK (visible IN (0, 1)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE touchpoints (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  icon TEXT,
  owner BLOB REFERENCES owners (id) DEFERRABLE INITIALLY DEFERRED,
  moment_of_truth INTEGER NOT NULL CHECK (moment_of_truth IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE touchpoint_channels (
  touchpoint BLOB NOT NULL REFERENCES touchpoints (id) ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  channel BLOB NOT NULL REFERENCES channels (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (touchpoint, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE placements (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  touchpoint BLOB NOT NULL REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  stage BLOB REFERENCES stages (id) DEFERRABLE INITIALLY DEFERRED,
  step BLOB REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
  lane BLOB NOT NULL REFERENCES lanes (id) DEFERRABLE INITIALLY DEFERRED,
  span INTEGER NOT NULL CHECK (span BETWEEN 1 AND 10000),
  position INTEGER NOT NULL,
  CHECK ((stage IS NULL) <> (step IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE emotions (
  placement BLOB NOT NULL REFERENCES placements (id) DEFERRABLE INITIALLY DEFERRED,
  persona BLOB NOT NULL REFERENCES personas (id) DEFERRABLE INITIALLY DEFERRED,
  value REAL NOT NULL,
  PRIMARY KEY (placement, persona)
) STRICT, WITHOUT ROWID;

CREATE TABLE notes (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  stage BLOB REFERENCES stages (id) DEFERRABLE INITIALLY DEFERRED,
  step BLOB REFERENCES steps (id) DEFERRABLE INITIALLY DEFERRED,
  lane BLOB NOT NULL REFERENCES lanes (id) DEFERRABLE INITIALLY DEFERRED,
  tone TEXT NOT NULL CHECK (tone IN ('neutral', 'pain', 'gain')),
  text TEXT NOT NULL,
  icon TEXT,
  position INTEGER NOT NULL,
  CHECK ((stage IS NULL) <> (step IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE surveys (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  wave TEXT NOT NULL,
  audience TEXT NOT NULL CHECK (audience IN ('customer', 'employee'))
) STRICT, WITHOUT ROWID;

CREATE TABLE survey_journeys (
  survey BLOB NOT NULL REFERENCES surveys (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  journey BLOB NOT NULL REFERENCES journeys (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (survey, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE questions (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  survey BLOB NOT NULL REFERENCES surveys (id) DEFERRABLE INITIALLY DEFERRED,
  code TEXT NOT NULL,
  metric TEXT NOT NULL CHECK (metric IN ('nps', 'ces', 'csat', 'fcr', 'rating')),
  scale_min INTEGER NOT NULL CHECK (scale_min BETWEEN -100000 AND 100000),
  scale_max INTEGER NOT NULL CHECK (scale_max BETWEEN scale_min + 1 AND scale_min + 255),
  better TEXT NOT NULL CHECK (better IN ('high', 'low')),
  boxed TEXT NOT NULL CHECK (json_valid(boxed)),
  break_low INTEGER,
  break_high INTEGER,
  wording TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('touchpoint', 'relationship')),
  labels TEXT NOT NULL CHECK (json_valid(labels)),
  CHECK ((break_low IS NULL) = (break_high IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE targets (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  metric TEXT NOT NULL CHECK (metric IN ('nps', 'ces', 'csat', 'fcr', 'rating')),
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  value REAL NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  day TEXT NOT NULL,
  name TEXT NOT NULL,
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- From here on survey rows. They have no foreign keys to the nouns, so that a deleted touchpoint
-- keeps its answers, and none among themselves, because an import writes millions of them.

-- One import each. An import that was taken back keeps its rows and has active = 0.
CREATE TABLE batches (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  survey BLOB NOT NULL CHECK (length(survey) = 16),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  profile TEXT NOT NULL,
  imported_at TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  responses INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  comments INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  rejected INTEGER NOT NULL
) STRICT;

-- Personal data, kept apart: everything else knows a person only as this integer.
CREATE TABLE identities (
  key INTEGER PRIMARY KEY,
  id BLOB NOT NULL CHECK (length(id) = 16),
  kind TEXT NOT NULL CHECK (kind IN ('customer', 'employee')),
  name TEXT NOT NULL
) STRICT;

-- Interned words: what an answer is about, by which channel, of which segment.
CREATE TABLE subjects (
  key INTEGER PRIMARY KEY,
  touchpoint BLOB,
  label TEXT,
  unmatched INTEGER NOT NULL CHECK (unmatched IN (0, 1))
) STRICT;

CREATE TABLE topics (
  key INTEGER PRIMARY KEY,
  subject INTEGER NOT NULL,
  question BLOB NOT NULL CHECK (length(question) = 16),
  UNIQUE (subject, question)
) STRICT;

CREATE TABLE answer_channels (
  key INTEGER PRIMARY KEY,
  channel BLOB,
  label TEXT
) STRICT;

CREATE TABLE dimensions (
  key INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE dimension_values (
  key INTEGER PRIMARY KEY,
  dimension INTEGER NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (dimension, value)
) STRICT;

-- Responses share a set of segments: there are far fewer sets than responses.
CREATE TABLE segment_sets (
  segments INTEGER NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (segments, value)
) STRICT, WITHOUT ROWID;

-- One respondent's row. `joined` is the first response of the same id in the survey.
CREATE TABLE responses (
  key INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  joined INTEGER,
  external_id TEXT,
  day INTEGER,
  channel INTEGER,
  respondent INTEGER,
  employee INTEGER,
  weight REAL,
  consent INTEGER,
  segments INTEGER
) STRICT;

CREATE INDEX responses_joined ON responses (joined) WHERE joined IS NOT NULL;

-- key = response * 65536 + topic, so that an answer cannot be there twice and none needs an index.
CREATE TABLE answers (
  key INTEGER PRIMARY KEY,
  value INTEGER NOT NULL,
  as_read TEXT
) STRICT;

-- key = response * 65536 + number of the comment in the response.
CREATE TABLE comments (
  key INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  subject INTEGER NOT NULL,
  day INTEGER,
  text TEXT NOT NULL
) STRICT;

-- Cells that were refused, and answers met twice.
CREATE TABLE rejected_cells (
  key INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  row INTEGER NOT NULL,
  column_name TEXT NOT NULL,
  value TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (json_valid(reason)),
  duplicate INTEGER NOT NULL CHECK (duplicate IN (0, 1))
) STRICT;

-- Counts of each batch, so that an overlay shows at once on opening.
CREATE TABLE rollup (
  batch INTEGER NOT NULL,
  topic INTEGER NOT NULL,
  value INTEGER NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (batch, topic, value)
) STRICT, WITHOUT ROWID;

-- Words of the comments, filled in the background.
CREATE VIRTUAL TABLE comment_words USING fts5 (
  text,
  content = 'comments',
  content_rowid = 'key',
  tokenize = 'unicode61 remove_diacritics 2'
);

INSERT INTO comment_words (comment_words, rank) VALUES ('secure-delete', 1);

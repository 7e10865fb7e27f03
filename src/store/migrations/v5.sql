-- Version 5: what respondents wrote, looks that are kept, limits that are locked. Comments stand
-- between statements, as in version 1.

-- Themes of the code book. `include` and `exclude` are lists of rules.
CREATE TABLE themes (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  lang TEXT NOT NULL CHECK (lang IN ('any', 'nl', 'en')),
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  include TEXT NOT NULL CHECK (json_valid(include)),
  exclude TEXT NOT NULL CHECK (json_valid(exclude)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Ways to look at the map, by name.
CREATE TABLE saved_views (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  name TEXT NOT NULL,
  what TEXT NOT NULL CHECK (json_valid(what)),
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The days on which the control limits of a trend are locked.
CREATE TABLE baselines (
  id BLOB PRIMARY KEY CHECK (length(id) = 16),
  metric TEXT NOT NULL CHECK (metric IN ('nps', 'ces', 'csat', 'fcr', 'rating')),
  audience TEXT NOT NULL CHECK (audience IN ('customer', 'employee')),
  touchpoint BLOB REFERENCES touchpoints (id) DEFERRABLE INITIALLY DEFERRED,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;

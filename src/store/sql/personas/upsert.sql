INSERT INTO personas (
  id, name, role, goals, frustrations, quote, hue, segments
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  role = excluded.role,
  goals = excluded.goals,
  frustrations = excluded.frustrations,
  quote = excluded.quote,
  hue = excluded.hue,
  segments = excluded.segments;

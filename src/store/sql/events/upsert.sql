INSERT INTO events (
  id, day, name, touchpoint
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  day = excluded.day,
  name = excluded.name,
  touchpoint = excluded.touchpoint;

INSERT INTO agenda (
  id, name, minutes, position
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  minutes = excluded.minutes,
  position = excluded.position;

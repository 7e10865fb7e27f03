INSERT INTO saved_views (
  id, name, what, position
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  what = excluded.what,
  position = excluded.position;

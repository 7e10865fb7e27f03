INSERT INTO stages (
  id, journey, kind, name, view, width, locked, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  kind = excluded.kind,
  name = excluded.name,
  view = excluded.view,
  width = excluded.width,
  locked = excluded.locked,
  position = excluded.position;

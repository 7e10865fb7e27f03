INSERT INTO lanes (
  id, journey, kind, name, visible, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  kind = excluded.kind,
  name = excluded.name,
  visible = excluded.visible,
  position = excluded.position;

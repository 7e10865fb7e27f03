INSERT INTO stages (
  id, journey, kind, name, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  kind = excluded.kind,
  name = excluded.name,
  position = excluded.position;

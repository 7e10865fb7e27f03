INSERT INTO steps (
  id, stage, name, position
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  stage = excluded.stage,
  name = excluded.name,
  position = excluded.position;

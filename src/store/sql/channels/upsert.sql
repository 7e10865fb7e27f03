INSERT INTO channels (
  id, kind, name
)
VALUES (
  ?1, ?2, ?3
)
ON CONFLICT (id) DO UPDATE SET
  kind = excluded.kind,
  name = excluded.name;

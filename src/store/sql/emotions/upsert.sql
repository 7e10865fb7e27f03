INSERT INTO emotions (
  placement, persona, value
)
VALUES (
  ?1, ?2, ?3
)
ON CONFLICT (placement, persona) DO UPDATE SET
  value = excluded.value;

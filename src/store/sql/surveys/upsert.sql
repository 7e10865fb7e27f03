INSERT INTO surveys (
  id, name, wave, audience
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  wave = excluded.wave,
  audience = excluded.audience;

INSERT INTO guesses (
  id, round, touchpoint, value
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  round = excluded.round,
  touchpoint = excluded.touchpoint,
  value = excluded.value;

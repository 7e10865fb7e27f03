INSERT INTO targets (
  id, metric, touchpoint, value
)
VALUES (
  ?1, ?2, ?3, ?4
)
ON CONFLICT (id) DO UPDATE SET
  metric = excluded.metric,
  touchpoint = excluded.touchpoint,
  value = excluded.value;

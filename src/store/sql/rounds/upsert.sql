INSERT INTO rounds (
  id, journey, name, metric, scale_min, scale_max, better, revealed
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  name = excluded.name,
  metric = excluded.metric,
  scale_min = excluded.scale_min,
  scale_max = excluded.scale_max,
  better = excluded.better,
  revealed = excluded.revealed;

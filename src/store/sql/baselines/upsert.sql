INSERT INTO baselines (
  id, metric, audience, touchpoint, from_day, to_day
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  metric = excluded.metric,
  audience = excluded.audience,
  touchpoint = excluded.touchpoint,
  from_day = excluded.from_day,
  to_day = excluded.to_day;

INSERT INTO questions (
  id, survey, code, metric, scale_min, scale_max, better, boxed, break_low, break_high,
  wording, kind, labels
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
)
ON CONFLICT (id) DO UPDATE SET
  survey = excluded.survey,
  code = excluded.code,
  metric = excluded.metric,
  scale_min = excluded.scale_min,
  scale_max = excluded.scale_max,
  better = excluded.better,
  boxed = excluded.boxed,
  break_low = excluded.break_low,
  break_high = excluded.break_high,
  wording = excluded.wording,
  kind = excluded.kind,
  labels = excluded.labels;

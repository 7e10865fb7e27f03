SELECT
  id, metric, audience, touchpoint, from_day, to_day
FROM baselines;

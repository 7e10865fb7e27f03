SELECT
  id, metric, touchpoint, value
FROM targets;

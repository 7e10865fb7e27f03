SELECT
  id, journey, name, metric, scale_min, scale_max, better, revealed
FROM rounds;

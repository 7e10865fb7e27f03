SELECT
  id, touchpoint, journey, stage, step, lane, span, position
FROM placements;

SELECT
  id, touchpoint, journey, stage, step, lane, span, locked, position
FROM placements;

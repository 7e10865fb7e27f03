INSERT INTO placements (
  id, touchpoint, journey, stage, step, lane, span, locked, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
)
ON CONFLICT (id) DO UPDATE SET
  touchpoint = excluded.touchpoint,
  journey = excluded.journey,
  stage = excluded.stage,
  step = excluded.step,
  lane = excluded.lane,
  span = excluded.span,
  locked = excluded.locked,
  position = excluded.position;

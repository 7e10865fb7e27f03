INSERT INTO notes (
  id, journey, stage, step, lane, tone, text, icon, span, marks, sub_journey, locked,
  position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  stage = excluded.stage,
  step = excluded.step,
  lane = excluded.lane,
  tone = excluded.tone,
  text = excluded.text,
  icon = excluded.icon,
  span = excluded.span,
  marks = excluded.marks,
  sub_journey = excluded.sub_journey,
  locked = excluded.locked,
  position = excluded.position;

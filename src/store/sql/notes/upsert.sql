INSERT INTO notes (
  id, journey, stage, step, lane, tone, text, icon, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  stage = excluded.stage,
  step = excluded.step,
  lane = excluded.lane,
  tone = excluded.tone,
  text = excluded.text,
  icon = excluded.icon,
  position = excluded.position;

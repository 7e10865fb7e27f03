SELECT
  id, journey, stage, step, lane, tone, text, icon, span, marks, sub_journey, locked,
  position
FROM notes;

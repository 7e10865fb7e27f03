SELECT
  id, journey, stage, step, lane, tone, text, icon, position
FROM notes;

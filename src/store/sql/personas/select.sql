SELECT
  id, name, role, goals, frustrations, quote, hue, segments
FROM personas;

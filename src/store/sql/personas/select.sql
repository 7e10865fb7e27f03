SELECT
  id, name, role, goals, frustrations, quote, hue
FROM personas;

SELECT
  id, name, role, goals, frustrations, quote
FROM personas;

SELECT
  id, name, minutes, position
FROM agenda;

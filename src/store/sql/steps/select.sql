SELECT
  id, stage, name, position
FROM steps;

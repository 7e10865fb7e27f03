SELECT
  id, journey, kind, name, position
FROM stages;

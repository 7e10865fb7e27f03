SELECT
  id, journey, kind, name, view, width, locked, position
FROM stages;

SELECT
  id, journey, kind, name, visible, position
FROM lanes;

SELECT
  id, journey, kind, name, visible, view, height, folded, persona, metric, locked, position
FROM lanes;

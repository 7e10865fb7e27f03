INSERT INTO lanes (
  id, journey, kind, name, visible, view, height, folded, persona, metric, locked, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  kind = excluded.kind,
  name = excluded.name,
  visible = excluded.visible,
  view = excluded.view,
  height = excluded.height,
  folded = excluded.folded,
  persona = excluded.persona,
  metric = excluded.metric,
  locked = excluded.locked,
  position = excluded.position;

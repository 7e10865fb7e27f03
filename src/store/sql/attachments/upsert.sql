INSERT INTO attachments (
  id, touchpoint, note, persona, name, blob, width, height, size, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10
)
ON CONFLICT (id) DO UPDATE SET
  touchpoint = excluded.touchpoint,
  note = excluded.note,
  persona = excluded.persona,
  name = excluded.name,
  blob = excluded.blob,
  width = excluded.width,
  height = excluded.height,
  size = excluded.size,
  position = excluded.position;

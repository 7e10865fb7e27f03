INSERT INTO remarks (
  id, touchpoint, note, author, text, at, resolved
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7
)
ON CONFLICT (id) DO UPDATE SET
  touchpoint = excluded.touchpoint,
  note = excluded.note,
  author = excluded.author,
  text = excluded.text,
  at = excluded.at,
  resolved = excluded.resolved;

INSERT INTO synonyms (id, label, touchpoint)
VALUES (?1, ?2, ?3)
ON CONFLICT (id) DO UPDATE SET
  label = excluded.label,
  touchpoint = excluded.touchpoint;

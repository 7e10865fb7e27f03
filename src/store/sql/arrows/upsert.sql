INSERT INTO arrows (
  id, journey, from_card, from_note, to_card, to_note, kind, label
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  from_card = excluded.from_card,
  from_note = excluded.from_note,
  to_card = excluded.to_card,
  to_note = excluded.to_note,
  kind = excluded.kind,
  label = excluded.label;

INSERT INTO votes (
  id, ballot, touchpoint, note, dots
)
VALUES (
  ?1, ?2, ?3, ?4, ?5
)
ON CONFLICT (id) DO UPDATE SET
  ballot = excluded.ballot,
  touchpoint = excluded.touchpoint,
  note = excluded.note,
  dots = excluded.dots;

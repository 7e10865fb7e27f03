INSERT INTO ballots (
  id, journey, name, dots, heads, closed
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  journey = excluded.journey,
  name = excluded.name,
  dots = excluded.dots,
  heads = excluded.heads,
  closed = excluded.closed;

INSERT INTO journeys (
  id, name, state, persona, segment, locked, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  state = excluded.state,
  persona = excluded.persona,
  segment = excluded.segment,
  locked = excluded.locked,
  position = excluded.position;

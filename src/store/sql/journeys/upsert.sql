INSERT INTO journeys (
  id, name, state, persona, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  state = excluded.state,
  persona = excluded.persona,
  position = excluded.position;

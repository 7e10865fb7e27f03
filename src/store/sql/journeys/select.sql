SELECT
  id, name, state, persona, segment, locked, position
FROM journeys;

SELECT
  id, name, state, persona, position
FROM journeys;

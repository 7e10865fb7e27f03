SELECT
  id, name, at, blob, journeys, cards
FROM versions;

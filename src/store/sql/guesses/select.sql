SELECT
  id, round, touchpoint, value
FROM guesses;

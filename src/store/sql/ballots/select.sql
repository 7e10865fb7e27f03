SELECT
  id, journey, name, dots, heads, closed
FROM ballots;

SELECT
  id, day, name, touchpoint
FROM events;

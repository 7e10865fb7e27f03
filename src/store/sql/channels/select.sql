SELECT
  id, kind, name
FROM channels;

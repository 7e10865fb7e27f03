SELECT
  id, touchpoint, note, author, text, at, resolved
FROM remarks;

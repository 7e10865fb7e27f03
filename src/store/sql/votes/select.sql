SELECT
  id, ballot, touchpoint, note, dots
FROM votes;

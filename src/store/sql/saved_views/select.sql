SELECT
  id, name, what, position
FROM saved_views;

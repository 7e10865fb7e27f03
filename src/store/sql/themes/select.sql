SELECT
  id, name, lang, touchpoint, include, exclude, position
FROM themes;

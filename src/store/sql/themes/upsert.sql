INSERT INTO themes (
  id, name, lang, touchpoint, include, exclude, position
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  lang = excluded.lang,
  touchpoint = excluded.touchpoint,
  include = excluded.include,
  exclude = excluded.exclude,
  position = excluded.position;

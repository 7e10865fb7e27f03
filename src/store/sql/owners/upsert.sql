INSERT INTO owners (
  id, name, role, email, team, hue
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  role = excluded.role,
  email = excluded.email,
  team = excluded.team,
  hue = excluded.hue;

INSERT INTO touchpoints (
  id, title, description, icon, owner, moment_of_truth
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  title = excluded.title,
  description = excluded.description,
  icon = excluded.icon,
  owner = excluded.owner,
  moment_of_truth = excluded.moment_of_truth;

INSERT INTO touchpoints (
  id, title, description, icon, owner, moment_of_truth, marks, sub_journey
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8
)
ON CONFLICT (id) DO UPDATE SET
  title = excluded.title,
  description = excluded.description,
  icon = excluded.icon,
  owner = excluded.owner,
  moment_of_truth = excluded.moment_of_truth,
  marks = excluded.marks,
  sub_journey = excluded.sub_journey;

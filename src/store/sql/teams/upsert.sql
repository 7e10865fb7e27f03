INSERT INTO teams (
  id, name, department
)
VALUES (
  ?1, ?2, ?3
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  department = excluded.department;

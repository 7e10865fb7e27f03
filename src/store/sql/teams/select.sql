SELECT
  id, name, department
FROM teams;

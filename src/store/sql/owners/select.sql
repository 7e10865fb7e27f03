SELECT
  id, name, role, email, team
FROM owners;

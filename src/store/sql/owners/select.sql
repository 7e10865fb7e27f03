SELECT
  id, name, role, email, team, hue
FROM owners;

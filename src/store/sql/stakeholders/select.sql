SELECT
  id, name, role, organisation, stake, influence
FROM stakeholders;

INSERT INTO stakeholders (
  id, name, role, organisation, stake, influence
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  role = excluded.role,
  organisation = excluded.organisation,
  stake = excluded.stake,
  influence = excluded.influence;

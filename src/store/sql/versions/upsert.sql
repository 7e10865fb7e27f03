INSERT INTO versions (
  id, name, at, blob, journeys, cards
)
VALUES (
  ?1, ?2, ?3, ?4, ?5, ?6
)
ON CONFLICT (id) DO UPDATE SET
  name = excluded.name,
  at = excluded.at,
  blob = excluded.blob,
  journeys = excluded.journeys,
  cards = excluded.cards;

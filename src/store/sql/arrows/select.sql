SELECT
  id, journey, from_card, from_note, to_card, to_note, kind, label
FROM arrows;

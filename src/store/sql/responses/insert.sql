INSERT INTO responses (
  key, batch, joined, external_id, day, channel, respondent, employee, weight, consent, segments
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11);

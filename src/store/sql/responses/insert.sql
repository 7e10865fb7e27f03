INSERT INTO responses (
  key, batch, joined, external_id, day, channel, respondent, employee, weight, consent, segments,
  file_row
)
VALUES

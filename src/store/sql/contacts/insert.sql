INSERT INTO contacts (
  batch, respondent, moment, channel, subject, employee, external_id, file_row
)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8);

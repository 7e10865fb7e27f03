INSERT INTO batches (
  id, active, survey, file_name, file_hash, profile, imported_at, rows_read, responses, answers,
  comments, duplicates, rejected
)
VALUES (?1, 0, ?2, ?3, ?4, ?5, ?6, 0, 0, 0, 0, 0, 0);

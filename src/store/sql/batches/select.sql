SELECT
  id, survey, file_name, file_hash, profile, imported_at, rows_read, responses, answers,
  comments, duplicates, rejected
FROM batches
WHERE active = 1;

SELECT
  id, survey, file_name, file_hash, profile, imported_at, rows_read, responses, answers,
  comments, duplicates, rejected, origin, hand_kind, file_bytes, continues, contacts
FROM batches
WHERE active = 1;

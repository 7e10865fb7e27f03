SELECT external_id
FROM contacts
WHERE external_id IS NOT NULL
  AND batch IN (SELECT key FROM batches WHERE active = 1 AND survey = ?1);

SELECT id FROM batches WHERE active = 1 AND file_hash = ?1 ORDER BY key DESC LIMIT 1;

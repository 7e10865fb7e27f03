DELETE FROM batches WHERE key = ?1;

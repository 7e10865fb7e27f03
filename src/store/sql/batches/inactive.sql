SELECT key FROM batches WHERE id = ?1 AND active = 0;

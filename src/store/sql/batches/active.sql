SELECT key, id, survey FROM batches WHERE active = 1 ORDER BY key;

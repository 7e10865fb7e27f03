SELECT max(key) FROM (SELECT key FROM comments WHERE key > ?1 ORDER BY key LIMIT ?2);

SELECT key, text FROM comments WHERE key >= ?1 AND key <= ?2 ORDER BY key;

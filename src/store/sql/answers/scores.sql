SELECT key, value FROM answers WHERE key >= ?1 AND key < ?2 ORDER BY key;

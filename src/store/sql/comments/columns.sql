SELECT key, batch, subject, day FROM comments WHERE key > ?1 AND key <= ?2 ORDER BY key;

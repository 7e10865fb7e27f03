SELECT key, channel, segments FROM responses WHERE key > ?1 AND key <= ?2 ORDER BY key;

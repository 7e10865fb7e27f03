SELECT coalesce(joined, key) FROM responses WHERE key = ?1;

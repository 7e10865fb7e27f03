SELECT value FROM document WHERE key = ?1;

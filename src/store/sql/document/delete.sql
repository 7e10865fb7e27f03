DELETE FROM document WHERE key = ?1;

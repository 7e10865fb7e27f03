DELETE FROM answers WHERE key >> 16 IN (SELECT key FROM responses WHERE batch = ?1);

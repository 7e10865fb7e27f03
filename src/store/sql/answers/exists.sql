SELECT 1 FROM answers WHERE key = ?1;

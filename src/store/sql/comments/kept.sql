SELECT part, subject, text FROM comments WHERE key BETWEEN ?1 AND ?1 + 65535 ORDER BY key;

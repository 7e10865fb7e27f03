SELECT 1 FROM comments WHERE key BETWEEN ?1 AND ?1 + 65535 AND subject = ?2 AND text = ?3 LIMIT 1;

SELECT coalesce(max(key) - ?1 + 1, 0) FROM comments WHERE key BETWEEN ?1 AND ?1 + 65535;

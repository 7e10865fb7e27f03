SELECT count(*) FROM comments WHERE key BETWEEN ?1 AND ?1 + 65535;

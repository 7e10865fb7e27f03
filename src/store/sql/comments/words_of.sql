SELECT text FROM comments WHERE key = ?1;

SELECT key, batch, subject, day, text FROM comments WHERE key = ?1;

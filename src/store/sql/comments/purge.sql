DELETE FROM comments WHERE batch = ?1;

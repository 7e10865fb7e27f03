DELETE FROM channels WHERE id = ?1;

DELETE FROM remarks WHERE id = ?1;

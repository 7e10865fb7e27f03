DELETE FROM targets WHERE id = ?1;

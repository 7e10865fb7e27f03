DELETE FROM rounds WHERE id = ?1;

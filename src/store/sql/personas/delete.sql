DELETE FROM personas WHERE id = ?1;

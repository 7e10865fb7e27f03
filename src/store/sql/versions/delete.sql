DELETE FROM versions WHERE id = ?1;

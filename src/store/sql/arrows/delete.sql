DELETE FROM arrows WHERE id = ?1;

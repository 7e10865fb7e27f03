DELETE FROM themes WHERE id = ?1;

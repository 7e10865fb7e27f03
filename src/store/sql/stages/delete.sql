DELETE FROM stages WHERE id = ?1;

DELETE FROM votes WHERE id = ?1;

DELETE FROM questions WHERE id = ?1;

DELETE FROM guesses WHERE id = ?1;

DELETE FROM synonyms WHERE id = ?1;

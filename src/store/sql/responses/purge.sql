DELETE FROM responses WHERE batch = ?1;

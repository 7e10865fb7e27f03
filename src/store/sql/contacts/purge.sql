DELETE FROM contacts WHERE batch = ?1;

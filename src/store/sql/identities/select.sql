SELECT key, name FROM identities WHERE kind = ?1;

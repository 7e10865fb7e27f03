SELECT key, name FROM dimensions ORDER BY key;

INSERT INTO dimensions (name) VALUES (?1);

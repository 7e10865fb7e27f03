INSERT INTO history (name, changes) VALUES (?1, ?2);

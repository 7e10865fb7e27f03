INSERT INTO comments (key, batch, subject, day, text) VALUES (?1, ?2, ?3, ?4, ?5);

INSERT INTO subjects (touchpoint, label) VALUES (?1, ?2);

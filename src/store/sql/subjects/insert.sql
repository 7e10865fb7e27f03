INSERT INTO subjects (touchpoint, label, unmatched) VALUES (?1, ?2, ?3);

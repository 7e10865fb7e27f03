INSERT INTO topics (subject, question) VALUES (?1, ?2);

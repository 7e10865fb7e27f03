INSERT INTO answers (key, value, as_read) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING;

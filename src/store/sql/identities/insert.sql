INSERT INTO identities (key, id, kind, name) VALUES (?1, randomblob(16), ?2, ?3);

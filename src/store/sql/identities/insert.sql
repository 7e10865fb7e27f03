INSERT INTO identities (key, id, kind, name)
VALUES (1 + max(?1, (SELECT coalesce(max(key), 0) FROM identities)), randomblob(16), ?2, ?3);

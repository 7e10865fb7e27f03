INSERT INTO comment_words (rowid, text)
SELECT key, text FROM comments WHERE key > ?1 AND key <= ?2 ORDER BY key;

INSERT INTO comment_words (comment_words, rowid, text)
SELECT 'delete', key, text FROM comments WHERE batch = ?1 AND key <= ?2;

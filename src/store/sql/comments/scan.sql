SELECT comments.key, comments.batch, comments.subject, comments.day, comments.text
FROM comments
WHERE comments.key > ?1 AND comments.key <= ?2
ORDER BY comments.key;

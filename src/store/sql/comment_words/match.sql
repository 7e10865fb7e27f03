SELECT comments.key, comments.batch, comments.subject, comments.day, comments.text
FROM comment_words
JOIN comments ON comments.key = comment_words.rowid
WHERE comment_words MATCH ?1;

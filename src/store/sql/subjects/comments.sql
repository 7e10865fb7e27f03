SELECT comments.subject, count(*)
FROM comments
JOIN batches ON batches.key = comments.batch AND batches.active = 1
GROUP BY comments.subject;

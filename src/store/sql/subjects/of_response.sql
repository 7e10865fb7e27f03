SELECT topics.subject
FROM answers
JOIN topics ON topics.key = (answers.key & 65535)
WHERE answers.key BETWEEN ?1 AND ?1 + 65535
UNION
SELECT comments.subject FROM comments WHERE comments.key BETWEEN ?1 AND ?1 + 65535;

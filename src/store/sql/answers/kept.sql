SELECT topics.question, topics.subject, answers.value, answers.as_read
FROM answers
JOIN topics ON topics.key = (answers.key & 65535)
WHERE answers.key BETWEEN ?1 AND ?1 + 65535
ORDER BY answers.key;

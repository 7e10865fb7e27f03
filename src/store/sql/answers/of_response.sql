SELECT topics.question, subjects.touchpoint, answers.value
FROM answers
JOIN topics ON topics.key = (answers.key & 65535)
JOIN subjects ON subjects.key = topics.subject
WHERE answers.key BETWEEN ?1 AND ?1 + 65535
ORDER BY answers.key;

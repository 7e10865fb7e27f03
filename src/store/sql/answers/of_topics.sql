SELECT answers.key & 65535, answers.value, coalesce(responses.joined, responses.key)
FROM answers
JOIN responses ON responses.key = answers.key >> 16
JOIN batches ON batches.key = responses.batch AND batches.active = 1
WHERE answers.key & 65535 IN (SELECT value FROM json_each(?1))
ORDER BY answers.key;

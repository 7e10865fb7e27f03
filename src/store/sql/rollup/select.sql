SELECT
  topics.key, topics.subject, topics.question, questions.scale_min, questions.scale_max,
  questions.better, rollup.value, sum(rollup.count)
FROM rollup
JOIN batches ON batches.key = rollup.batch AND batches.active = 1
JOIN topics ON topics.key = rollup.topic
JOIN questions ON questions.id = topics.question
GROUP BY topics.key, rollup.value
ORDER BY topics.key, rollup.value;

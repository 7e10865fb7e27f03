SELECT
  topics.key, topics.subject, topics.question, questions.scale_min, questions.scale_max,
  questions.better
FROM topics
JOIN questions ON questions.id = topics.question
WHERE questions.metric = ?1;

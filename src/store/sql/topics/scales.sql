SELECT topics.key, topics.subject, topics.question, questions.scale_min, questions.scale_max
FROM topics
JOIN questions ON questions.id = topics.question;

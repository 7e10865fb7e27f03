SELECT topics.key, subjects.touchpoint, topics.question, questions.scale_min, questions.scale_max
FROM topics
JOIN subjects ON subjects.key = topics.subject
JOIN questions ON questions.id = topics.question;

SELECT topics.subject, sum(rollup.count)
FROM rollup
JOIN batches ON batches.key = rollup.batch AND batches.active = 1
JOIN topics ON topics.key = rollup.topic
GROUP BY topics.subject;

SELECT key, batch, joined, day, channel, respondent, weight, segments
FROM responses
WHERE key > ?1 AND key <= ?2
ORDER BY key;

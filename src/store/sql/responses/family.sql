SELECT key, batch, day, channel, respondent, employee, weight, consent, segments
FROM responses
WHERE (key = ?1 OR joined = ?1)
  AND batch IN (SELECT key FROM batches WHERE active = 1 OR key = ?2);

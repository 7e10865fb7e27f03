SELECT responses.channel, responses.segments, responses.consent, identities.name
FROM responses
LEFT JOIN identities ON identities.key = responses.respondent
WHERE responses.key = ?1;

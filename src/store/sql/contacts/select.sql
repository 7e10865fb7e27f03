SELECT
  contacts.respondent, contacts.moment, batches.survey, contacts.subject, contacts.channel
FROM contacts
JOIN batches ON batches.key = contacts.batch AND batches.active = 1
ORDER BY contacts.key;

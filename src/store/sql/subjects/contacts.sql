SELECT contacts.subject, count(*)
FROM contacts
JOIN batches ON batches.key = contacts.batch AND batches.active = 1
GROUP BY contacts.subject;
